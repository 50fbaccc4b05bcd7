import Figures
import Statistics

/// The values of a figure as its CSV file has them: what a rule knows of the data.
struct DrawnValues: Sendable {
    struct Cell: Sendable {
        var month: Month?
        var province: String
        var measure: String
        /// Without marks: "33", ">=33", "10..16"; empty where nothing is known.
        var text: String

        /// Of what is not there: not known, not available, not applicable, confidential.
        var isMissing: Bool { text.isEmpty || text.hasPrefix("[") }

        var isMinimum: Bool { text.hasPrefix(">=") }
        /// Neither a bound, nor a range, nor an estimate.
        var isOneNumber: Bool { Double(text) != nil }

        /// Whether each number in it is whole.
        var isWhole: Bool {
            text.split(whereSeparator: { !$0.isNumber && $0 != "." && $0 != "-" }).allSatisfy { part in
                part.replacing("..", with: " ").split(separator: " ").allSatisfy { number in
                    Double(number).map { $0 == $0.rounded() } ?? true
                }
            }
        }
    }

    /// Of the measures of the report; not of means and shares made from them.
    let cells: [Cell]

    init(_ table: ValueTable, measures: [Measure]) {
        let columns = table.header.indices.filter { column in measures.contains { $0.key == table.header[column] } }
        let month = table.header.firstIndex(of: "month")
        let province = table.header.firstIndex(of: "province")
        cells = table.rows.flatMap { row in
            columns.filter(row.indices.contains).map { column in
                Cell(
                    month: month.flatMap { row.indices.contains($0) ? Month(row[$0]) : nil },
                    province: province.flatMap { row.indices.contains($0) ? row[$0] : nil } ?? "", measure: table.header[column],
                    text: row[column].split(separator: " ").first.map(String.init) ?? "")
            }
        }
    }

    var lastMonth: Month? { cells.compactMap(\.month).max() }
    var provinces: Set<String> { Set(cells.map(\.province)) }
}
