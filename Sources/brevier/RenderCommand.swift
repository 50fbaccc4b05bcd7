import ArgumentParser

/// `brevier render REPORT`: everything that an instalment gives, written to a folder.
struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Make the brief: PDF, pages and figures, and the PDF for the press.",
        discussion: """
            Examples:

              brevier render reports/central-syria
              brevier render reports/central-syria --only pdf --to /tmp/brief
              brevier render reports/central-syria --only press

            Without --to the files go to build/NAME/MONTH/ beneath the current folder. Each is written whole or not \
            at all. Where the report has an error nothing is written, and what was there before stays. A run that makes all \
            the usual parts removes what an earlier one made besides, and says so.
            """)

    @OptionGroup var report: ReportOptions

    @Option(help: ArgumentHelp("Where the files go.", valueName: "folder"))
    var to: String?

    @Option(
        help: ArgumentHelp(
            "What to make, with commas between: pdf, pages, figures, press. By default the first three, and press where report.yaml says so. What is made for the press is PDF/X-4 where the style names a profile.",
            valueName: "parts"),
        transform: Part.list)
    var only: [Part]?

    @Flag(help: "Say also how long each phase took, in milliseconds.")
    var timings = false

    func run() throws {
        var run = RunRecord()
        Rendering(options: report, destination: to, asked: only).render(in: &run)
        let summary = "\(counted(run.written.count, "file")) in \(tenths(run.milliseconds)) ms"
        try run.report(
            json: report.json ? run.jsonOfResults(timings: timings) : nil, timings: timings, summary: summary, failure: ": nothing was written")
    }
}

/// `brevier check REPORT`: every diagnostic, no output.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tell everything that is wrong with a report, and write nothing.",
        discussion: """
            Example:

              brevier check reports/central-syria

            The report is read, its claims are judged, and it is arranged into pages as for a rendering. The pages and \
            figures are held against the rules in styles/README.md. The summary counts the claims by verdict, and lists \
            what does not add up. A report without an instalment is held as far as it goes.
            """)

    @OptionGroup var report: ReportOptions

    @Flag(help: "Say also how long each phase took, in milliseconds.")
    var timings = false

    func run() throws {
        var run = RunRecord()
        Rendering(options: report, destination: nil, asked: []).check(in: &run)
        try run.report(
            json: report.json ? run.jsonOfResults(timings: timings) : nil, timings: timings, listsClaims: true,
            summary: "\(report.folder): no errors", failure: "")
    }
}

/// What both commands take.
struct ReportOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The folder of the report.", valueName: "report"))
    var folder: String

    @Option(help: ArgumentHelp("The instalment, 2024-01. By default the newest.", valueName: "month"))
    var month: String?

    @Option(help: ArgumentHelp("The folder of the styles. By default the nearest `styles` at or above the report.", valueName: "folder"))
    var styles: String?

    @Flag(help: "Print diagnostics and results as JSON, to standard output.")
    var json = false
}
