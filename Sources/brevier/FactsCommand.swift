import ArgumentParser
import Claims
import Diagnostics
import Reports
import Statistics

/// `brevier facts REPORT`: what is true and worth saying.
struct FactsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facts",
        abstract: "List what the data say this month, as sentences ready to paste.",
        discussion: """
            Examples:

              brevier facts reports/central-syria
              brevier facts reports/central-syria --most 10 --month 2023-08

            The most newsworthy comes first. Each sentence is Markdown with its claims, which are borne out by the \
            figures beneath it. What only the months on record bear out says so. Without --month it is that of the \
            newest instalment, or the newest of the data where there is none.
            """)

    @OptionGroup var report: ReportOptions

    @Option(help: ArgumentHelp("How many at most. By default all.", valueName: "number"))
    var most: Int?

    func run() throws {
        var run = RunRecord()
        let found = facts(in: &run)?.prefix(max(0, most ?? .max))
        var lines = (found ?? []).flatMap { fact in ["- \(fact.markdown)"] + fact.figures.map { "    \($0)" } }
        if found?.isEmpty ?? false { lines = ["Nothing stands out: no measure has a figure for the month."] }
        try run.report(
            json: report.json ? [("facts", .array((found ?? []).map(\.json)))] : nil, timings: false, results: lines, summary: nil, failure: "")
    }

    private func facts(in run: inout RunRecord) -> [Fact]? {
        var loading = ReportLoading(options: report, problems: run.problems)
        guard let loaded = loading.loadData() else { return nil }
        let evidence = readEvidence(
            loaded.source, monthly: loaded.monthly, incidents: loaded.incidents, month: loaded.month, problems: run.problems)
        return run.problems.diagnostics.containErrors ? nil : evidence?.facts()
    }
}

extension Fact {
    fileprivate var json: JSON {
        .object([
            ("measure", .string(measure.key)), ("province", .string(province)), ("phrase", .string(phrase)),
            ("destination", .string("=" + destination)), ("markdown", .string(markdown)),
            ("figures", .array(figures.map(JSON.string))), ("weight", .decimal((weight * 100).rounded() / 100)),
        ])
    }
}
