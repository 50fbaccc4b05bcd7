import Diagnostics
import Scenes
import Statistics
import TestSupport
import Testing

@testable import Reports

/// A character that the fonts lack is told where it is written, once.
@Suite struct FontChecksTests {
    /// A measurer without some characters.
    private struct Poor: TextMeasurer {
        let missing: Set<Unicode.Scalar>
        private let plain = FixedWidthMeasurer()

        init(missing: Set<Unicode.Scalar>) {
            self.missing = missing
        }

        func advance(of text: String, in font: Font) -> Double { plain.advance(of: text, in: font) }
        func positions(in text: String, font: Font) -> [Double] { plain.positions(in: text, font: font) }
        func metrics(of font: Font) -> FontMetrics { plain.metrics(of: font) }
        func levels(of paragraph: String, from direction: Direction) -> [UInt8] { plain.levels(of: paragraph, from: direction) }

        func uncovered(in text: String, families: [String]) -> [UncoveredCharacter] {
            var (found, offset): ([UncoveredCharacter], Int) = ([], 0)
            for scalar in text.unicodeScalars {
                if missing.contains(scalar), !found.contains(where: { $0.scalar == scalar }) { found.append(UncoveredCharacter(scalar: scalar, offset: offset)) }
                offset += UTF8.width(scalar)
            }
            return found
        }
    }

    private func messages(_ missing: Set<Unicode.Scalar>, yaml: String = "", markdown: String = "Words.") throws -> [String] {
        let problems = Problems()
        let report = SourceFile(
            path: "report.yaml",
            text: """
                title: A report
                publisher: A desk
                data: {monthly: m.csv}
                measures:
                  attacks: {name: Attacks, singular: attack, plural: attacks}
                \(yaml)

                """)
        let instalment = SourceFile(path: "2024-01.md", text: "---\nmonth: 2024-01\npublished: 2024-02-01\nauthors: Ada\n---\n\(markdown)\n")
        let table = SourceFile(path: "m.csv", text: "month,province,attacks\n2024-01,Total,5\n")
        let house = SourceFile(path: "styles/house.yaml", text: try Repository.house())
        let source = try #require(readReport(report, problems: problems))
        let files = ReportFiles(instalment: instalment, monthly: [table], incidents: [], styles: [house])
        let month = try #require(Month(year: 2024, month: 1))
        let evidence = readEvidence(source, monthly: [table], incidents: [], month: month, problems: problems)
        let resolved = try #require(resolve(source, files, month: month, evidence: evidence, problems: problems).report)
        checkCharacters(of: resolved, measurer: Poor(missing: missing), problems: problems)
        return problems.diagnostics.filter { $0.severity == .error }.map(\.short)
    }

    @Test func saysNothingWhereAllIsThere() throws {
        #expect(try messages(["三"]) == [])
    }

    @Test func tellsOfEachCharacterOnce() throws {
        let told = try messages(["三", "é"], markdown: "# Three 三\n\nCafé, 三, *é*.[^n]\n\n[^n]: 三")
        #expect(told.count == 2)
        #expect(told.first?.hasPrefix("6:9: no font of the style has the character “三” (U+4E09) (write it another way") == true)
        #expect(told.last?.hasPrefix("8:4: no font of the style has the character “é” (U+00E9)") == true)
    }

    @Test(arguments: [
        ("series: 三", "Words.", "6:9:"), ("about: a 三", "Words.", "6:10:"), ("source: \"\\u4e09\"", "Words.", "6:9:"),
        ("place: 三", "Words.", "6:8:"), ("provinces: {order: [三]}", "Words.", "6:21:"),
        ("", "[a 三](https://a.example)", "6:4:"), ("", "> 三", "6:3:"), ("", "- a\n- 三", "7:3:"), ("", "## 三", "6:4:"),
        ("", "a&#x4e09;b", "6:1:"),
    ])
    func looksAtAllThatIsPrinted(_ yaml: String, _ markdown: String, _ place: String) throws {
        let told = try messages(["三"], yaml: yaml, markdown: markdown)
        #expect(told.count == 1 && told[0].hasPrefix(place), "\(told)")
    }

    @Test func addressesAreNotPrinted() throws {
        #expect(try messages(["三"], markdown: "[a](https://a.example/三)") == [])
    }
}
