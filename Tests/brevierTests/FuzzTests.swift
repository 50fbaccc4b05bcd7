import ArgumentParser
import Diagnostics
import Foundation
import Glibc
import Reports
import TestSupport
import Testing

@testable import brevier

/// Reports that are changed at random end with a brief or with messages: no crash, no hang, no message that floods a terminal, no
/// file where none belongs. Some dozens in each run of the tests; `make fuzz` goes on for as long as it is told.
@Suite struct FuzzTests {
    /// What `make fuzz` asks for; nil in a run of the tests.
    private struct Order {
        let seeds: UInt64
        let seconds: Double
        /// Where finds are kept, and the seed of the run that is going on.
        let folder: String

        init?(_ environment: [String: String]) {
            guard let from = environment["FUZZ_FROM"].flatMap({ UInt64($0) }), let seconds = environment["FUZZ_SECONDS"].flatMap({ Double($0) }),
                let folder = environment["FUZZ_FOLDER"]
            else { return nil }
            (seeds, self.seconds, self.folder) = (from, seconds, folder)
        }
    }

    @Test func nothingBreaks() throws {
        guard let order = Order(ProcessInfo.processInfo.environment) else {
            for seed in 1...60 as ClosedRange<UInt64> {
                let outcome = try outcome(of: seed, isTimed: false)
                #expect(outcome.faults.isEmpty, "seed \(seed): \(outcome.faults)")
            }
            return
        }
        var (seed, arranged) = (order.seeds, 0)
        let end = Date(timeIntervalSinceNow: order.seconds)
        while Date() < end {
            // Whoever started this reads it when it has crashed.
            try Data("\(seed)".utf8).write(to: URL(fileURLWithPath: order.folder + "/running"))
            let outcome = try outcome(of: seed, isTimed: true)
            arranged += outcome.isArranged ? 1 : 0
            if !outcome.faults.isEmpty {
                try Data((outcome.faults.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: order.folder + "/find-\(seed)"))
                Issue.record("seed \(seed): \(outcome.faults)")
            }
            seed += 1
        }
        try Data("\(seed - order.seeds) \(arranged)\n".utf8).write(to: URL(fileURLWithPath: order.folder + "/done"))
        try? FileManager.default.removeItem(atPath: order.folder + "/running")
    }

    private struct Outcome {
        var faults: [String] = []
        /// Whether its pages were made.
        var isArranged = false
    }

    private func outcome(of seed: UInt64, isTimed: Bool) throws -> Outcome {
        var mutator = Mutator(seed: seed)
        let folder = try TemporaryFolder()
        for (path, bytes) in mutator.report() { try folder.write(bytes, to: "report/" + path) }
        let options = try ReportOptions.parse([folder.path + "/report", "--styles", Repository.root + "/styles"])
        var run = RunRecord()
        let start = processorTime()
        // Every fourth is painted and written too.
        if seed % 4 == 0 {
            Rendering(options: options, destination: folder.path + "/out", asked: [.pdf]).render(in: &run)
        } else {
            Rendering(options: options, destination: nil, asked: []).check(in: &run)
        }
        var outcome = Outcome(isArranged: run.phases.contains { $0.name == "arrange" })
        let spent = processorTime() - start
        if isTimed, spent > 2 { outcome.faults.append("took \(spent) seconds of the processor") }
        // What its author did is at worst an error of the report.
        if ![0, 1].contains(run.exitStatus) { outcome.faults.append("exit status \(run.exitStatus): \(run.problems.diagnostics.map(\.formatted))") }
        let said = run.problems.diagnostics.reduce(0) { $0 + $1.formatted.utf8.count }
        if said > 100_000 { outcome.faults.append("\(said) bytes of messages") }
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let allowed = run.exitStatus == 0 && seed % 4 == 0 ? ["out", "report"] : ["report"]
        if left != allowed { outcome.faults.append("left \(left)") }
        return outcome
    }

    /// Of this thread, in seconds.
    private func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
