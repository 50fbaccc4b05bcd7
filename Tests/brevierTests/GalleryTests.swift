import Figures
import Reports
import TestSupport
import Testing

/// The gallery prints the definition of each figure beneath it, as it is.
@Suite struct GalleryTests {
    /// A figure's name and the lines that define it, without the indent that they have in common.
    private typealias Definition = (name: String, lines: [String])

    /// What stands under `figures` in the gallery's report.yaml.
    private func definitions() throws -> [Definition] {
        let lines = try lines(of: "report.yaml")
        let start = try #require(lines.firstIndex(of: "figures:"))
        var definitions: [Definition] = []
        for line in lines[(start + 1)...].prefix(while: { $0.isEmpty || $0.hasPrefix("  ") }) {
            if let name = line.wholeMatch(of: #/  ([a-z0-9-]+):/#)?.1 { definitions.append((String(name), [])) }
            if !definitions.isEmpty { definitions[definitions.count - 1].lines.append(String(line.dropFirst(2))) }
        }
        return definitions.map { definition in
            (definition.name, definition.lines.reversed().drop { $0.isEmpty || $0.hasPrefix("#") }.reversed())
        }
    }

    /// What the instalment has: each figure, and the block of YAML right after it.
    private func printed() throws -> [Definition] {
        var printed: [Definition] = []
        var lines = try lines(of: "2024-01.md")[...]
        while let line = lines.popFirst() {
            if let name = line.wholeMatch(of: #/!\[.*\]\(([a-z0-9-]+)\)/#)?.1 {
                printed.append((String(name), []))
                guard lines.starts(with: ["", "```yaml"]) else { continue }
                lines = lines.dropFirst(2)
                printed[printed.count - 1].lines = Array(lines.prefix { $0 != "```" })
                lines = lines.drop { $0 != "```" }.dropFirst()
            } else {
                #expect(!line.hasPrefix("```"), "a block of code belongs to no figure")
            }
        }
        return printed
    }

    private func lines(of file: String) throws -> [String] {
        try Repository.text(of: "reports/gallery/\(file)").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test func eachFigureStandsAboveItsDefinition() throws {
        let (defined, printed) = (try definitions(), try printed())
        #expect(defined.count >= figureKinds.count)
        #expect(printed.map(\.name).sorted() == defined.map(\.name).sorted(), "each figure is placed")
        for (name, lines) in printed {
            #expect(lines == defined.first { $0.name == name }?.lines, "\(name)")
        }
    }

    @Test func hasNoWarnings() throws {
        let run = try Brevier.run(["check", Repository.root + "/reports/gallery"])
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.end)")
    }

    /// Its place is that of the attacks alone; the other series have files of their own.
    @Test func noFigureOfOthersIsOfCentralSyria() throws {
        let report = try #require(try ArrangedReport.all().first { $0.name.hasPrefix("gallery") })
        let others = report.report.figures.map(\.figure).filter { $0.source?.contains("Waters") == false }
        #expect(others.count > 20)
        for figure in others { #expect(!"\(figure.subtitle) \(figure.alternativeText)".lowercased().contains("syria"), "\(figure.name)") }
    }

    /// A report reads nothing outside its own folder, so it has copies.
    @Test(arguments: [("central-syria.csv", "monthly.csv"), ("incidents-2023.csv", "incidents-2023.csv"), ("incidents-2024-01.csv", "incidents-2024-01.csv")])
    func itsDataOfCentralSyriaAreThose(_ copy: String, _ original: String) throws {
        #expect(try Repository.text(of: "reports/gallery/data/\(copy)") == Repository.text(of: "reports/central-syria/data/\(original)"))
    }

    /// What the README of the data says of them.
    @Test func sectorsAddUpInEveryMonth() throws {
        let rows = try lines(of: "data/us-jobs.csv").dropFirst().filter { !$0.isEmpty }.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let months = Dictionary(grouping: rows) { $0[0] }
        #expect(months.count == 120)
        for (month, rows) in months {
            let whole = try #require(rows.first { $0[1] == "the United States" })
            let sectors = rows.filter { $0[1] != "the United States" }
            #expect(sectors.count == 11)
            #expect(sectors.compactMap { Int($0[2]) }.reduce(0, +) == Int(whole[2]), "\(month)")
            if month != "2006-01" { #expect(sectors.compactMap { Int($0[3]) }.reduce(0, +) == Int(whole[3]), "\(month)") }
        }
    }

    @Test func deathsAddUpToWhatIsSaid() throws {
        let rows = try lines(of: "data/crimea.csv").dropFirst().filter { !$0.isEmpty }.map { $0.split(separator: ",").dropFirst(2).compactMap { Int($0) } }
        #expect(rows.count == 24)
        #expect((0..<3).map { column in rows.map { $0[column] }.reduce(0, +) } == [14_476, 1_758, 1_748])
    }
}
