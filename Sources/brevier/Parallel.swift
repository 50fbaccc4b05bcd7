import Glibc
import Synchronization

/// Does `count` jobs on as many threads as the machine has processors, this one among them.
///
/// - Parameters:
///   - makeTools: what a further thread works with; this thread has `tools`. Nil leaves the work to the others.
///   - job: gives the result of a job, by its number.
/// - Returns: the results in the order of the jobs, whichever thread did them.
func inParallel<Tools, Result: Sendable>(
    _ count: Int, tools: Tools, makeTools: @escaping @Sendable () -> Tools?,
    job: @escaping @Sendable (Int, Tools) -> Result
) -> [Result] {
    let queue = JobQueue<Result>(count: count)
    let processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    let threads = (1..<max(1, min(processors, count))).map { _ in
        WorkerThread {
            guard let tools = makeTools() else { return }
            while let number = queue.next() { queue.finish(number, job(number, tools)) }
        }
    }
    while let number = queue.next() { queue.finish(number, job(number, tools)) }
    for thread in threads { thread.join() }
    return queue.results
}

/// Why no thread can be started (`errno`); nil where one can. Our own work is then done without, but not that of libraries which
/// start one.
func refusalOfThreads() -> Int32? {
    var thread = pthread_t()
    let status = pthread_create(&thread, nil, { _ in nil }, nil)
    guard status == 0 else { return status }
    pthread_join(thread, nil)
    return nil
}

/// The numbers of the jobs that nobody has begun, and the results of those that are done.
private final class JobQueue<Result: Sendable>: Sendable {
    private struct State {
        var begun = 0
        var results: [Result?]
    }

    private let count: Int
    private let state: Mutex<State>

    init(count: Int) {
        self.count = count
        state = Mutex(State(results: [Result?](repeating: nil, count: count)))
    }

    func next() -> Int? {
        state.withLock { state in
            guard state.begun < count else { return nil }
            state.begun += 1
            return state.begun - 1
        }
    }

    func finish(_ number: Int, _ result: Result) {
        state.withLock { $0.results[number] = result }
    }

    var results: [Result] { state.withLock { $0.results.compactMap { $0 } } }
}

/// Does work on a stack that is large enough for it, whatever the limit that the process was started with (`ulimit -s`); on that of
/// the process where no thread can be started.
func withRoom(_ work: @escaping @Sendable () -> Void) {
    let thread = WorkerThread(work)
    if thread.isStarted { thread.join() } else { work() }
}

/// A thread that runs a closure; none where the system has no more, and then the closure is not run.
private struct WorkerThread {
    private final class Body {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }

    private var thread: pthread_t?

    var isStarted: Bool { thread != nil }

    /// Bytes, of which those count that are used.
    private static let stackSize = 32 << 20

    init(_ run: @escaping @Sendable () -> Void) {
        let body = Unmanaged.passRetained(Body(run))
        var thread = pthread_t()
        let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
        defer { attributes.deallocate() }
        pthread_attr_init(attributes)
        defer { pthread_attr_destroy(attributes) }
        pthread_attr_setstacksize(attributes, Self.stackSize)
        let status = pthread_create(&thread, attributes, { context in
            context.map { Unmanaged<Body>.fromOpaque($0).takeRetainedValue().run() }
            return nil
        }, body.toOpaque())
        if status == 0 { self.thread = thread } else { body.release() }
    }

    func join() {
        if let thread { pthread_join(thread, nil) }
    }
}
