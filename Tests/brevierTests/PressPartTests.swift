import Foundation
import TestSupport
import Testing

@testable import brevier

/// When the edition for the press is made, and what becomes of it.
@Suite struct PressPartTests {
    private let report: SmallReport

    init() throws { report = try SmallReport() }

    private func render(_ arguments: String...) throws -> [String: [UInt8]] {
        let styles = try Brevier.smallStyles()
        try styles.write(cmykProfile, to: "press.icc")
        try styles.write("base: house\npress: {profile: press.icc}\n", to: "odd.yaml")
        let run = try Brevier.run(["render", report.report, "--to", report.folder + "/out", "--styles", styles.path] + arguments)
        #expect(run.status == 0, "\(run.end)")
        return try contents(of: report.folder + "/out")
    }

    private func entries(_ list: String, of files: [String: [UInt8]]) throws -> [String] {
        let manifest = try JSONSerialization.jsonObject(with: Data(files["manifest.json"] ?? [])) as? [String: Any]
        return try #require(manifest?[list] as? [[String: Any]]).compactMap { $0["path"] as? String }
    }

    @Test func onlyPressMakesItAndLeavesTheOthers() throws {
        #expect(try render("--only", "press").keys.sorted() == ["brief-press.pdf", "manifest.json"])
        let whole = try render()
        #expect(whole["brief.pdf"] != nil && whole["brief-press.pdf"] == nil)
        try report.change("report/2024-01.md", "were in the south.", to: "were in the far south.")
        let partly = try render("--only", "press")
        #expect(Set(partly.keys) == Set(whole.keys).union(["brief-press.pdf"]))
        #expect(partly.keys.filter { partly[$0] != whole[$0] }.sorted() == ["brief-press.pdf", "manifest.json"])
        #expect(try entries("outputs", of: partly) == partly.keys.filter { $0 != "manifest.json" }.sorted())
    }

    @Test func severalPartsAreMadeInOneRun() throws {
        #expect(try render("--only", "pdf,press").keys.sorted() == ["brief-press.pdf", "brief.pdf", "claims.csv", "manifest.json"])
    }

    @Test func aReportHasItMadeEachTime() throws {
        try report.change("report/report.yaml", "place: the valley", to: "press: yes\nplace: the valley")
        let files = try render()
        #expect(Set(files.keys).isSuperset(of: ["brief.pdf", "brief-press.pdf", "pages/page-1.png", "figures/by-month.png"]))
        #expect(try entries("outputs", of: files).contains("brief-press.pdf"))
        // What is asked for goes before, and leaves it as it is.
        try report.change("report/2024-01.md", "were in the south.", to: "were in the far south.")
        #expect(try render("--only", "pdf")["brief-press.pdf"] == files["brief-press.pdf"])
    }

    /// Unless it was changed by hand.
    @Test(arguments: [false, true])
    func oneThatIsNotMadeAnyMoreIsRemoved(isChanged: Bool) throws {
        try report.change("report/report.yaml", "place: the valley", to: "press: yes\nplace: the valley")
        #expect(try render()["brief-press.pdf"] != nil)
        if isChanged { try report.write(Array("mine".utf8), to: "out/brief-press.pdf") }
        try report.change("report/report.yaml", "press: yes\n", to: "")
        let files = try render()
        #expect(files["brief-press.pdf"] == (isChanged ? Array("mine".utf8) : nil))
        #expect(try !entries("outputs", of: files).contains("brief-press.pdf"))
    }

    @Test func whatIsRemovedIsTold() throws {
        #expect(try report.rendered(asked: [.press]).removed == [])
        #expect(try report.rendered(asked: Part.usual(forPress: false)).removed == ["\(report.folder)/out/brief-press.pdf"])
    }

    /// A run without it is not whole where the report is printed each time: nothing is taken for stale.
    @Test func aRunWithoutItIsNotWhole() throws {
        try report.change("report/report.yaml", "place: the valley", to: "press: yes\nplace: the valley")
        #expect(try render()["brief-press.pdf"] != nil)
        let files = try render("--only", "pdf,pages,figures")
        #expect(try files["brief-press.pdf"] != nil && entries("outputs", of: files).contains("brief-press.pdf"))
    }

    @Test func theManifestListsTheProfile() throws {
        try report.change("report/report.yaml", "place: the valley", to: "style: odd\nplace: the valley")
        let inputs = ["2024-01.md", "data/monthly.csv", "report.yaml", "styles/house.yaml", "styles/odd.yaml"]
        #expect(try entries("inputs", of: render("--only", "press")) == (inputs + ["styles/press.icc"]).sorted())
        #expect(try entries("inputs", of: render("--only", "pdf")) == inputs)
    }

    @Test func theHelpNamesIt() throws {
        let help = try Brevier.run(["render", "--help"]).text
        #expect(help.contains("--only press\n"))
        let words = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("pdf, pages, figures, press. By default the first three, and press where report.yaml says so."))
    }

    @Test func givesTheSameBytesEachTime() throws {
        let first = try render("--only", "press")
        #expect(try render("--only", "press") == first)
    }
}
