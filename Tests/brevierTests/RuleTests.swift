import Diagnostics
import Foundation
import Reports
import Rules
import TestSupport
import Testing

@testable import brevier

/// The rules of good figures and pages, as the command holds reports against them.
@Suite struct RuleTests {
    @Test(arguments: try ArrangedReport.allAndLines())
    func reportsKeepEveryRule(_ report: ArrangedReport) throws {
        var report = report
        report.report.style.rules.off = []
        let messages = try report.findings().map(\.formatted)
        #expect(messages.isEmpty, "\(messages.joined(separator: "\n"))")
    }

    /// A report of a few lines in a style over the house style.
    private func report(in style: String) throws -> SmallReport {
        let report = try SmallReport()
        try report.change("report/report.yaml", "place: the valley", to: "place: the valley\nstyle: odd")
        try FileManager.default.removeItem(atPath: report.folder + "/styles")
        try report.write(Array(try Repository.text(of: "styles/house.yaml").utf8), to: "styles/house.yaml")
        try report.write(Array(("base: house\n" + style).utf8), to: "styles/odd.yaml")
        return report
    }

    /// What is the style's is told once, with every figure that it is in.
    @Test func tellsOfAStyleThatBreaksRules() throws {
        let report = try report(in: """
            colours:
              grey: {screen: "#c0c0c0", press: [0, 0, 0, 25]}
              muted: {screen: "#8a8f96", press: [0, 0, 0, 50]}
            page:
              folio: {size: 6}
              body: {size: 9.4, leading: 14.5}
            figures:
              subtitle: {size: 9.1}
            """)
        expectGolden(try report.messages(), "rules-of-a-style.txt")
    }

    @Test func tellsNothingOfWhatIsSwitchedOff() throws {
        let report = try report(in: """
            page: {body: {size: 9.4, leading: 14.5}}
            rules:
              off:
                R-leading: our readers take notes between the lines

            """)
        #expect(try report.messages() == "\n(exit status 0)\n")
    }

    @Test func tellsOfRulesThatThereAreNot() throws {
        let report = try report(in: """
            rules:
              profile: newsrom
              off:
                R-title-lenght: long titles are ours
                R-source: ""
                R-leading: "–"

            """)
        expectGolden(try report.messages(), "rules-of-no-style.txt")
    }

    /// What is never broken is told by `render` too, and nothing is written; what warns is left to `check`.
    @Test func rendersNothingThatBreaksWhatIsNeverBroken() throws {
        let report = try SmallReport()
        try report.change("report/2024-01.md", "![](by-month)", to: "![Attacks [rose to five](=attacks).](by-month)")
        #expect(try report.rendered().problems.diagnostics.isEmpty)
        try report.change("report/report.yaml", "source: the desk’s own records\n", to: "")
        let run = try report.rendered(to: report.folder + "/none")
        #expect(run.exitStatus == 1 && run.written.isEmpty)
        #expect(run.problems.diagnostics.map(\.rule) == ["R-source"])
        #expect(!FileManager.default.fileExists(atPath: report.folder + "/none"))
    }

    /// Where a style sets a page's number into the text, both are lost: a rendering tells of it.
    @Test func rendersWithAWarningWhatLosesWords() throws {
        let report = try SmallReport(claims: false)
        try FileManager.default.removeItem(atPath: report.folder + "/styles")
        let style = try Repository.text(of: "styles/house.yaml").replacing(/\n  folio-distance: [0-9.]+/, with: "\n  folio-distance: 0")
        try report.write(Array(style.utf8), to: "styles/house.yaml")
        try report.change("report/2024-01.md", "The north had three.", to: String(repeating: "Words and words. ", count: 900))
        let run = try report.rendered()
        #expect(run.exitStatus == 0 && Set(run.problems.diagnostics.compactMap(\.rule)) == ["R-text-overlap"], "\(run.problems.diagnostics.map(\.formatted))")
    }

    @Test func tellsRulesAsJSON() throws {
        let report = try SmallReport()
        try report.change("report/2024-01.md", "![](by-month)", to: "![Attacks [rose to five](=attacks).](by-month)")
        let run = try Brevier.run(["check", report.report, "--json"])
        #expect(run.status == 0)
        let told = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
        let diagnostics = try #require(told["diagnostics"] as? [[String: Any]])
        #expect(diagnostics.map { $0["rule"] as? String } == ["R-title-stop"])
        #expect(diagnostics.map { $0["severity"] as? String } == ["warning"])
        #expect(diagnostics.map { $0["line"] as? Int } == [11])
    }
}
