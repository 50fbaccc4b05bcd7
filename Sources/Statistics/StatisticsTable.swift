package import Diagnostics

/// The monthly table: a quantity for a measure, a province and a month, with the cell that it was read from.
package struct StatisticsTable: Sendable {
    package struct Key: Hashable, Sendable {
        package var measure: String
        package var province: String
        package var month: Month

        package init(measure: String, province: String, month: Month) {
            self.measure = measure
            self.province = province
            self.month = month
        }
    }

    package struct Cell: Hashable, Sendable {
        package var quantity: Quantity
        package var source: Span?

        package init(_ quantity: Quantity, source: Span? = nil) {
            self.quantity = quantity
            self.source = source
        }
    }

    private let cells: [Key: Cell]
    /// The measures and the provinces of each file, by its path; of a single one, none.
    private let scopes: [String: Scope]

    private struct Scope: Hashable {
        var measures: Set<String> = []
        var provinces: Set<String> = []
    }

    /// From the first month that has a row to the last; nil for a table without rows.
    package let months: ClosedRange<Month>?
    private let monthsWithRows: Set<Month>

    package init(_ cells: [Key: Cell]) {
        self.cells = cells
        let withRows = Set(cells.keys.map(\.month))
        monthsWithRows = withRows
        months = withRows.min().flatMap { first in withRows.max().map { first...$0 } }
        var scopes: [String: Scope] = [:]
        let first = cells.first?.value.source?.file.path
        if cells.values.contains(where: { $0.source?.file.path != first }) {
            for (key, cell) in cells {
                let path = cell.source?.file.path ?? ""
                scopes[path, default: Scope()].measures.insert(key.measure)
                scopes[path, default: Scope()].provinces.insert(key.province)
            }
        }
        self.scopes = scopes
    }

    package func hasRows(in month: Month) -> Bool { monthsWithRows.contains(month) }

    /// Whether the data of a measure are about a province, known or not: some file has both, or none has the province.
    package func isAbout(_ province: String, _ measure: Measure) -> Bool {
        let files = scopes.values.filter { $0.provinces.contains(province) }
        return files.isEmpty || files.contains { $0.measures.contains(measure.key) }
    }

    /// What is known of a measure in a province (or the total) in a month; `unknown`, without a cell, where there is no row.
    package func observation(of measure: Measure, in province: String, month: Month) -> Series.Observation {
        let cell = cells[Key(measure: measure.key, province: province, month: month)]
        return Series.Observation(month: month, quantity: cell?.quantity ?? .unknown, source: cell?.source)
    }

    /// A month each, in order; months without a row are unknown.
    package func series(of measure: Measure, in province: String, months: ClosedRange<Month>) -> Series {
        Series(
            measure: measure, province: province,
            observations: months.map { observation(of: measure, in: province, month: $0) })
    }
}
