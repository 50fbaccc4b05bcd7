import Foundation
import TestSupport
import Testing

/// The tour of the README, followed word by word.
@Suite struct TourTests {
    @Test func leadsToABriefOfOnesOwn() throws {
        let scratch = try TemporaryFolder()
        try scratch.copy(Repository.root + "/styles", to: "styles")
        let readme = try Repository.text(of: "README.md")
        let blocks = readme.matches(of: try Regex("(?s)\n```\n(.*?)\n```\n", as: (Substring, Substring).self)).map { String($0.1) }
        let steps = blocks.filter { $0.contains("reports/valley") && !$0.contains(": error: ") }
        let message = try #require(blocks.first { $0.contains(": error: ") })
        #expect(steps.count >= 4, "the README has no tour")
        let program = try Brevier.path()
        for step in steps {
            let script = "set -eu\n" + step.replacing(".build/release/brevier", with: program)
            let run = try TestSupport.run("bash", ["-c", script + "\n"], in: scratch.path)
            #expect(run.status == 0 && run.errors.isEmpty, "\(step)\n\(run.end)")
        }
        let files = try contents(of: scratch.path + "/build/valley")
        let month = try #require(files.keys.compactMap { $0.split(separator: "/").first }.first)
        // What it promises to be there.
        for file in ["brief.pdf", "pages/page-1.png", "figures/by-month.png", "figures/by-month@2x.png", "figures/by-month.svg", "figures/by-month.csv", "figures/by-month.txt"] {
            #expect(files["\(month)/\(file)"] != nil, "\(file)")
        }
        #expect(files["\(month)/claims.csv"] != nil)
        let sound = try Brevier.run(["check", "reports/valley"], in: scratch.path)
        #expect(sound.status == 0 && sound.errors.isEmpty, "\(sound.end)")
        // What it says of a mistake.
        let table = try scratch.text(of: "reports/valley/data/monthly.csv")
        try scratch.write(table.replacing("2024-05,Total,9,11", with: "2024-05,Total,8,11"), to: "reports/valley/data/monthly.csv")
        let untrue = try Brevier.run(["check", "reports/valley"], in: scratch.path)
        #expect(untrue.status == 1 && untrue.errors.contains(message), "\(untrue.end)")
        try scratch.write(table + "2024-05,Soth,3,\n", to: "reports/valley/data/monthly.csv")
        let typo = try Brevier.run(["check", "reports/valley"], in: scratch.path)
        #expect(typo.status == 1 && typo.errors.contains("did you mean \"South\"?"), "\(typo.end)")
        try scratch.write(table, to: "reports/valley/data/monthly.csv")
        try scratch.write(try scratch.text(of: "reports/valley/report.yaml").replacing("kind: columns", with: "kind: colums"), to: "reports/valley/report.yaml")
        let kind = try Brevier.run(["check", "reports/valley"], in: scratch.path)
        #expect(kind.status == 1 && kind.errors.contains("did you mean \"columns\"?"), "\(kind.end)")
    }

    @Test func namesFilesThatAreThere() throws {
        for page in ["README.md", "Sources/README.md", "reports/README.md", "styles/README.md", "reports/central-syria/data/README.md"] {
            let text = try Repository.text(of: page)
            let folder = URL(fileURLWithPath: "\(Repository.root)/\(page)").deletingLastPathComponent()
            for match in text.matches(of: try Regex(#"\]\(([^)#:]+)\)"#, as: (Substring, Substring).self)) {
                let isThere = FileManager.default.fileExists(atPath: folder.appendingPathComponent(String(match.1)).path)
                // Figures are placed by name, and pages are made by a run.
                #expect(isThere || !match.1.contains("."), "\(page): \(match.1)")
            }
        }
    }
}
