import ArgumentParser
import Claims
import Diagnostics
import Publishing
import Reports
import Statistics

/// A run of the command: what was found, what was written, how long each phase took, and how it ends.
struct RunRecord {
    var problems = Problems()
    var written: [WrittenFile] = []
    /// What an earlier run made and this one does not.
    var removed: [String] = []
    /// Nil where no claim could be judged.
    var ledger: Ledger?
    var residuals: Residuals?
    private(set) var phases: [(name: String, milliseconds: Double)] = []
    /// What each phase cost the processors, all threads together: waiting for them does not count.
    private var costs: [(name: String, milliseconds: Double)] = []
    private let clock = ContinuousClock()
    private var began: ContinuousClock.Instant
    private var costBegan = ProcessorTimes.ofProcess
    private let started: ContinuousClock.Instant

    struct WrittenFile {
        var path: String
        var size: Int
    }

    init() {
        started = clock.now
        began = started
    }

    /// Ends a phase: the time since the last one ended is its own. What it cost all processors is listed after it.
    mutating func endPhase(_ name: String, costs: ProcessorTimes? = nil) {
        let now = clock.now
        phases.append((name, (now - began).milliseconds))
        for cost in costs?.all ?? [] { phases.append(("of all processors to \(cost.kind)", cost.milliseconds)) }
        let cost = ProcessorTimes.ofProcess
        self.costs.append((name, cost - costBegan))
        (began, costBegan) = (now, cost)
    }

    var milliseconds: Double { (clock.now - started).milliseconds }

    /// What the run found; whether it was heard is not yet known.
    var exitStatus: Int32 {
        if problems.diagnostics.blameTheSystem { return 74 }
        return problems.diagnostics.containErrors ? 1 : 0
    }

    // MARK: What the author sees

    /// Diagnostics to standard error and results to standard output; or all as one JSON value to standard output.
    ///
    /// - Parameters:
    ///   - listsClaims: whether claims and residuals are summed up also where there are errors.
    ///   - results: lines that follow where there is no error.
    ///   - summary: the last line of a run without errors.
    ///   - failure: what is said after the number of errors.
    /// - Throws: the exit status, where it is not 0.
    func report(
        json members: [(String, JSON)]?, timings: Bool, listsClaims: Bool = false, results: [String] = [], summary: String?, failure: String
    ) throws(ExitCode) {
        var voice = Voice()
        if let members {
            voice.hand(over: JSON.object(jsonMembers + members).formatted)
        } else {
            say(to: &voice, timings: timings, listsClaims: listsClaims, results: results, summary: summary, failure: failure)
        }
        let status = voice.finish() == nil ? exitStatus : 74
        if status != 0 { throw ExitCode(status) }
    }

    private func say(
        to voice: inout Voice, timings: Bool, listsClaims: Bool, results: [String], summary: String?, failure: String
    ) {
        for diagnostic in problems.diagnostics.shown { voice.complain(diagnostic.formatted) }
        let more = problems.diagnostics.more
        if more > 0 { voice.complain("and \(grouped(more)) more") }
        let errors = problems.diagnostics.errorCount
        if listsClaims || errors == 0 {
            for residual in residuals?.all ?? [] { voice.say("residual: \(residual.measure.key): \(residual.text)") }
            if let ledger, !ledger.isEmpty { voice.say(ledger.summary) }
        }
        if errors > 0 { voice.complain(counted(errors, "error") + failure) }
        let sizes = written.map { sizeText($0.size) }
        let widest = sizes.map(\.count).max() ?? 0
        for (file, size) in zip(written, sizes) {
            voice.say(String(repeating: " ", count: widest - size.count) + size + "  " + file.path)
        }
        for path in removed { voice.say("removed, being of an earlier run: \(path)") }
        if errors == 0 {
            for line in results { voice.say(line) }
            if let summary { voice.say(summary) }
        }
        if timings {
            for phase in phases { voice.say("\(padded(tenths(phase.milliseconds), 8)) ms  \(phase.name)") }
        }
    }

    /// How it ended, and what the author is told.
    private var jsonMembers: [(String, JSON)] {
        [
            ("status", .number(Int(exitStatus))), ("diagnostics", .array(problems.diagnostics.shown.map(\.json))),
            ("more", .number(problems.diagnostics.more)),
        ]
    }

    /// What was made and judged.
    func jsonOfResults(timings: Bool) -> [(String, JSON)] {
        var members = [
            ("files", JSON.array(written.map { .object([("path", .string($0.path)), ("bytes", .number($0.size))]) })),
        ]
        if let ledger { members.append(("claims", ledger.json)) }
        if let residuals {
            members.append(("residuals", .array(residuals.all.map { .object([("measure", .string($0.measure.key)), ("text", .string($0.text))]) })))
        }
        if timings {
            members.append(("timings", .object(phases.map { ($0.name, .decimal(($0.milliseconds * 10).rounded() / 10)) })))
            members.append(("processors", .object(costs.map { ($0.name, .decimal(($0.milliseconds * 1_000).rounded() / 1_000)) })))
        }
        return members
    }
}

extension Ledger {
    var isEmpty: Bool { judgements.isEmpty && unmarkedNumbers == 0 && unreadable == 0 }

    /// "52 claims: 52 borne out, 0 undecidable, 0 contradicted; 3 numbers are not claims".
    var summary: String {
        let verdicts = [Verdict.borneOut, .undecidable, .contradicted].map { "\(count($0)) \($0.rawValue)" }
        let unmarked = "\(counted(unmarkedNumbers, "number")) \(unmarkedNumbers == 1 ? "is" : "are") not claimed"
        let unread = unreadable == 0 ? "" : ", \(unreadable) not readable"
        return "\(counted(judgements.count + unreadable, "claim")): \(verdicts.joined(separator: ", "))\(unread); \(unmarked)"
    }

    var json: JSON {
        .object([
            ("borneOut", .number(count(.borneOut))), ("undecidable", .number(count(.undecidable))),
            ("contradicted", .number(count(.contradicted))), ("unreadable", .number(unreadable)), ("unmarkedNumbers", .number(unmarkedNumbers)),
        ])
    }
}

/// "1 error", "3 errors".
func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

/// "499,900".
private func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return String(digits.enumerated().flatMap { index, digit in
        index > 0 && (digits.count - index) % 3 == 0 ? [",", digit] : [digit]
    })
}

/// Bytes as a person reads them: "812 B", "41.3 KB".
func sizeText(_ bytes: Int) -> String {
    if bytes < 1_000 { return "\(bytes) B" }
    if bytes < 1_000_000 { return "\(tenths(Double(bytes) / 1_000)) KB" }
    return "\(tenths(Double(bytes) / 1_000_000)) MB"
}

func tenths(_ value: Double) -> String {
    let scaled = Int((value * 10).rounded())
    return "\(scaled / 10).\(scaled % 10)"
}

private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
}

extension Duration {
    var milliseconds: Double {
        Double(components.seconds) * 1_000 + Double(components.attoseconds) / 1e15
    }
}
