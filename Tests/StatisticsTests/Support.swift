import Diagnostics
import Statistics

/// The measures and provinces of the tests: those of central Syria, fewer.
let attacks = Measure(key: "attacks", name: "Attacks", singular: "attack", plural: "attacks", counting: .floor)
let killed = Measure(key: "killed", name: "Killed", singular: "person", plural: "people")
let names = ProvinceNames(
    provinces: ["Homs", "Hama", "Raqqa", "Aleppo", "Deir Ez Zor"], aliases: ["Deir ez-Zor": "Deir Ez Zor"], total: "Total")

func month(_ text: String) -> Month {
    Month(text) ?? Month(year: 1, month: 1)!
}

/// What a cell holds; a cell that is none fails the test that asks.
func quantity(_ cell: String) throws -> Quantity {
    try Quantity(cell: cell)
}

/// The table of one or several files, and its diagnostics as an author sees them.
func readTable(_ texts: String..., measures: [Measure] = [attacks]) -> (table: StatisticsTable, messages: String) {
    var diagnostics = Messages()
    let files = texts.enumerated().map { SourceFile(path: $0 == 0 ? "data/monthly.csv" : "data/more-\($0).csv", text: $1) }
    let table = StatisticsTable.read(files, measures: measures, provinces: names, diagnostics: &diagnostics)
    return (table, diagnostics.inReadingOrder.map(\.formatted).joined(separator: "\n"))
}

/// A series of attacks in Homs from a first month, a cell a month.
func series(from first: String, _ cells: String...) throws -> Series {
    try Series(
        measure: attacks, province: "Homs",
        observations: cells.enumerated().map {
            Series.Observation(month: month(first).advanced(by: $0), quantity: try quantity($1), source: nil)
        })
}

extension Series {
    /// A cell for each month.
    var cells: [String] { observations.map(\.quantity.cell) }
}
