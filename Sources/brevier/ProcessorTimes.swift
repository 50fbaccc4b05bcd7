import Glibc
import Synchronization

/// What kinds of work cost that is shared among threads, as time of the processors: waiting does not count.
final class ProcessorTimes: Sendable {
    private let sums = Mutex<[String: Double]>([:])

    /// Does work of the kind, and adds its time to what the kind has cost.
    func measure<Value>(_ kind: String, _ work: () throws -> Value) rethrows -> Value {
        let start = Self.milliseconds
        defer {
            let cost = Self.milliseconds - start
            sums.withLock { $0[kind, default: 0] += cost }
        }
        return try work()
    }

    /// The kinds by name, and milliseconds.
    var all: [(kind: String, milliseconds: Double)] {
        sums.withLock { sums in sums.map { ($0.key, $0.value) } }.sorted { $0.0 < $1.0 }
    }

    /// Of this thread, since it began.
    private static var milliseconds: Double { milliseconds(of: CLOCK_THREAD_CPUTIME_ID) }

    /// Of all threads, since the process began.
    static var ofProcess: Double { milliseconds(of: CLOCK_PROCESS_CPUTIME_ID) }

    private static func milliseconds(of clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }
}
