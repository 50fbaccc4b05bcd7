import Claims
import Diagnostics
import Figures
import Statistics
import Testing

/// Counts as they are, minimums, and a measure in per cent.
let killed = Measure(key: "killed", name: "People killed", singular: "person", plural: "people")
let attacks = Measure(key: "attacks", name: "Attacks", singular: "attack", plural: "attacks", counting: .floor)
let rate = Measure(key: "rate", name: "Rate", unit: "per cent", singular: "per cent", plural: "per cent")

/// In the order in which the tests of ranks name them.
let provinces = ["Homs", "Hama", "Raqqa", "Deir Ez Zor"]

func month(_ text: String) -> Month { Month(text) ?? Month(year: 1, month: 1)! }

/// One claim in a file of its own.
func claim(_ phrase: String, _ destination: String) -> Claim {
    let file = SourceFile(path: "brief.md", text: "[\(phrase)](=\(destination))")
    let start = phrase.utf8.count + 4
    return Claim(
        phrase: Located(phrase, at: file.span(1..<1 + phrase.utf8.count)),
        destination: Located(destination, at: file.span(start..<start + destination.utf8.count)))
}

/// A row of the table of months.
struct TableRow: Hashable {
    var month: Month
    var province: String
    var measure: String
    var cell: String

    /// The rows of `killed@Homs: 5 | 9; killed: 7 | | 33`: a cell a month, the last of them that of the brief.
    static func rows(_ text: String, until last: Month) -> [TableRow] {
        text.split(separator: ";").flatMap { series -> [TableRow] in
            let parts = series.split(separator: ":", maxSplits: 1).map { $0.trimmed }
            let name = parts[0].split(separator: "@").map { $0.trimmed }
            let cells = parts[1].split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed }
            return cells.enumerated().map { index, cell in
                TableRow(
                    month: last.advanced(by: index - cells.count + 1), province: name.count > 1 ? name[1] : "Total", measure: name[0],
                    cell: cell)
            }
        }
    }
}

extension Substring {
    var trimmed: String { split(separator: " ").joined(separator: " ") }
}

extension Evidence {
    /// From rows in any order, read as an author's file is.
    init(_ rows: [TableRow], until last: Month, incidents: String? = nil) throws {
        let measures = [killed, attacks, rate].filter { measure in rows.contains { $0.measure == measure.key } }
        let present = provinces.filter { province in rows.contains { $0.province == province } }
        let names = ProvinceNames(provinces: present, aliases: present.contains("Deir Ez Zor") ? ["DeZ": "Deir Ez Zor"] : [:], total: "Total")
        let lines = rows.map { "\($0.month),\($0.province),\($0.measure),\($0.cell)\n" }
        var diagnostics = Messages()
        let table = StatisticsTable.read(
            [SourceFile(path: "monthly.csv", text: "month,province,measure,value\n" + lines.joined())], measures: measures,
            provinces: names, diagnostics: &diagnostics)
        let read = incidents.map {
            Incident.read([SourceFile(path: "incidents.csv", text: $0)], provinces: names, diagnostics: &diagnostics)
        }
        try #require(diagnostics.isEmpty, "\(diagnostics.map(\.formatted))")
        self.init(
            data: FigureData(
                table: table, measures: measures, provinces: present, total: "Total", place: "the region", month: last, wording: .english),
            names: names, incidents: read ?? [], phrasebook: .english)
    }

    /// - Parameter series: `killed@Homs: 5 | 9; killed: 7 | | 33`.
    init(_ series: String, until last: String = "2024-01", incidents: String? = nil) throws {
        try self.init(TableRow.rows(series, until: month(last)), until: month(last), incidents: incidents)
    }

    /// What becomes of a claim, and what its author is told.
    func judge(_ phrase: String, _ destination: String) -> (judgement: Judgement?, diagnostics: Messages) {
        var judge = Judge(self)
        var diagnostics = Messages()
        let judgement = judge.judge(claim(phrase, destination), diagnostics: &diagnostics)
        return (judgement, diagnostics)
    }
}
