import ArgumentParser
import Claims
import Diagnostics
import Foundation
import Reports
import Statistics
import TestSupport
import Testing

@testable import brevier

/// What the program offers to say is true when it is said.
@Suite struct FactTests {
    /// Every month of the real data, as an instalment of nothing but its facts.
    @Test func everyFactOfCentralSyriaIsBorneOut() throws {
        let copy = try TemporaryFolder("reports")
        try copy.copy(Brevier.centralSyria, to: "central-syria")
        let yaml = try copy.text(of: "central-syria/report.yaml")
        try copy.write(yaml.components(separatedBy: "\nfigures:\n")[0] + "\n", to: "central-syria/report.yaml")
        try FileManager.default.removeItem(atPath: copy.path + "/central-syria/2024-01.md")
        let table = try copy.text(of: "central-syria/data/monthly.csv")
        let months = Set(table.split(separator: "\n").dropFirst().map { String($0.prefix(7)) }).sorted()
        var count = 0
        for month in months { count += try expectBorneOut("\(copy.path)/central-syria", month: month, in: copy) }
        #expect(months.count > 40 && count > 300, "\(count) facts of \(months.count) months")
    }

    /// Random tables, with all that a cell can hold.
    @Test(arguments: 1...12)
    func everyFactOfRandomDataIsBorneOut(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let report = try SmallReport()
        var rows = ["month,province,attacks,wounded"]
        for index in 0..<Int.random(in: 1...30, using: &random) {
            let month = (Month(year: 2024, month: 1) ?? Month(year: 1, month: 1)!).advanced(by: -index)
            for province in ["North", "South", "Total"] where index == 0 || Int.random(in: 0..<6, using: &random) > 0 {
                rows.append("\(month),\(province),\(cell(&random)),\(cell(&random))")
            }
        }
        try report.write(Array((rows.joined(separator: "\n") + "\n").utf8), to: "report/data/monthly.csv")
        try report.write(Array((SmallReport.plain["report/report.yaml"] ?? "").components(separatedBy: "figures:")[0].utf8), to: "report/report.yaml")
        let folder = try TemporaryFolder("facts")
        try folder.copy(report.report, to: "report")
        _ = try expectBorneOut(folder.path + "/report", month: "2024-01", in: folder)
    }

    private func cell(_ random: inout SeededGenerator) -> String {
        let number = Int.random(in: 0...20, using: &random)
        return ["", "\(number)", "\(number)", "\(number)", "\(number)", "0", ">=\(number)", "<=\(number)", "\(number)..\(number + 5)", "~\(number)"]
            .randomElement(using: &random) ?? ""
    }

    /// Writes a month's facts as its instalment, and checks that; says how many there are.
    private func expectBorneOut(_ report: String, month: String, in folder: TemporaryFolder) throws -> Int {
        let facts = try facts(of: report, month: month)
        let name = URL(fileURLWithPath: report).lastPathComponent
        let text = "---\nmonth: \(month)\npublished: 2024-02-01\nauthors: A\n---\n# Facts\n\n" + facts.map { $0.markdown + "\n\n" }.joined()
        try folder.write(text, to: "\(name)/\(month).md")
        var run = RunRecord()
        let options = try ReportOptions.parse([report, "--month", month, "--styles", "\(Repository.root)/styles"])
        Rendering(options: options, destination: nil, asked: []).check(in: &run)
        let messages = run.problems.diagnostics.map(\.formatted)
        #expect(messages.isEmpty, "\(messages.joined(separator: "\n"))")
        #expect(run.ledger?.judgements.allSatisfy { $0.verdict == .borneOut } == true)
        #expect((run.ledger?.judgements.count ?? 0) >= facts.count)
        return facts.count
    }

    private func facts(of report: String, month: String) throws -> [Fact] {
        let problems = Problems()
        var loading = ReportLoading(options: try ReportOptions.parse([report, "--month", month]), problems: problems)
        let found = loading.loadData()
        let data = try #require(found)
        let evidence = readEvidence(data.source, monthly: data.monthly, incidents: data.incidents, month: data.month, problems: problems)
        return try #require(evidence).facts()
    }

    // MARK: The command

    @Test func listsFacts() throws {
        let report = try SmallReport()
        let run = try Brevier.run(["facts", "report"], in: report.folder)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.end)")
        expectGolden(run.text, "facts.txt")
        // The order of the rows is nobody's news.
        let table = (SmallReport.sound["report/data/monthly.csv"] ?? "").split(separator: "\n").map(String.init)
        let shuffledTable = [table[0]] + Array(table[1...].reversed())
        try report.write(Array((shuffledTable.joined(separator: "\n") + "\n").utf8), to: "report/data/monthly.csv")
        let shuffled = try Brevier.run(["facts", "report"], in: report.folder)
        func sentences(_ text: String) -> [Substring] { text.split(separator: "\n").filter { $0.hasPrefix("- ") } }
        #expect(sentences(shuffled.text) == sentences(run.text))
    }

    @Test func needsNoInstalment() throws {
        let report = try SmallReport()
        let before = try Brevier.run(["facts", "report"], in: report.folder).text
        try report.remove("report/2024-01.md")
        #expect(try Brevier.run(["facts", "report"], in: report.folder).text == before)
        let earlier = try Brevier.run(["facts", "report", "--month", "2023-12", "--most", "1"], in: report.folder)
        #expect(earlier.status == 0 && earlier.text.split(separator: "\n").count { $0.hasPrefix("- ") } == 1)
        let json = try Brevier.run(["facts", "report", "--json"], in: report.folder)
        let value = try #require(try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
        let facts = try #require(value["facts"] as? [[String: Any]])
        #expect(!facts.isEmpty && facts.allSatisfy { ($0["markdown"] as? String)?.contains("](=") == true })
        #expect(try Brevier.run(["facts", "report", "--month", "soon"], in: report.folder).status == 1)
        #expect(try Brevier.run(["facts", "nowhere"], in: report.folder).status == 74)
    }

    @Test func tellsWhatIsWrongWithTheData() throws {
        let report = try SmallReport()
        try report.change("report/data/monthly.csv", "2024-01,South", to: "2024-01,Sough")
        let run = try Brevier.run(["facts", "report"], in: report.folder)
        #expect(run.status == 1 && run.errors.contains("did you mean \"South\"?") && run.output.isEmpty, "\(run.end)")
    }
}
