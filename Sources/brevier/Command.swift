import ArgumentParser
import Glibc

@main
struct Command: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brevier",
        abstract: "Turns a table of monthly statistics and a page of prose into a print-ready brief.",
        discussion: """
            A report is a folder: report.yaml, one Markdown file a month, and its data. A first try:

              brevier render reports/central-syria

            Exit status: 0 done; 1 the report has errors; 64 wrong usage; 74 a file cannot be read or written.
            """,
        version: Version.text,
        subcommands: [RenderCommand.self, CheckCommand.self, FactsCommand.self])

    static func main() {
        // A pipe that nobody reads any more, and a file that may grow no further, are errors of writing, and told as such.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        withRoom { main(nil) }
    }
}

enum Version {
    static let text = "0.1.0"
}
