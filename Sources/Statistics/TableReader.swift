package import Diagnostics

extension StatisticsTable {
    /// Reads the monthly table from one CSV file or several.
    ///
    /// A file is wide (`month`, `province`, a column for each measure) or long (`month`, `province`, `measure`, `value`); the
    /// column `measure` tells them apart. Without a column `province`, every row is of the total. An empty cell is unknown,
    /// and keeps its place. Each measure needs a column in one of the files, or a row where they are long.
    ///
    /// - Parameter diagnostics: gains every error of form and content, in the order of checking.
    /// - Returns: the cells that are sound; not to be drawn from when there are errors.
    package static func read(
        _ files: [SourceFile], measures: [Measure], provinces: ProvinceNames, diagnostics: inout Messages
    ) -> StatisticsTable {
        var reader = TableReader(measures: measures, provinces: provinces)
        for file in files { reader.read(file) }
        reader.finish()
        diagnostics += reader.diagnostics
        return StatisticsTable(reader.cells)
    }
}

/// The columns that are no measures.
private enum ColumnName {
    static let month = "month"
    static let province = "province"
    static let measure = "measure"
    static let value = "value"
}

private struct TableReader {
    let measures: [Measure]
    let provinces: ProvinceNames
    private(set) var cells: [StatisticsTable.Key: StatisticsTable.Cell] = [:]
    private(set) var diagnostics = Messages()

    private let keys: Set<String>
    /// The keys that some file has.
    private var foundKeys: Set<String> = []
    /// Where a measure without a column is missed: the header of the first file.
    private var firstHeader: Span?
    private var unknownProvinces = UnknownNames()
    private var unknownMeasures = UnknownNames()

    init(measures: [Measure], provinces: ProvinceNames) {
        self.measures = measures
        self.provinces = provinces
        keys = Set(measures.map(\.key))
    }

    mutating func read(_ file: SourceFile) {
        let before = diagnostics.remarks
        guard let table = CSVTable.read(file, diagnostics: &diagnostics) else { return }
        if firstHeader == nil { firstHeader = table.headerSpan }
        if table.rowCount == 0, diagnostics.remarks == before {
            diagnostics.append(.error(table.headerSpan, "the table has no rows below its header"))
        }
        if table.column(ColumnName.measure) != nil, !keys.contains(ColumnName.measure) {
            readLong(table)
        } else {
            readWide(table)
        }
    }

    /// Adds what only the end of the last file can tell.
    mutating func finish() {
        unknownProvinces.tell(&diagnostics, of: provinces)
        let hint = measureHint
        unknownMeasures.tell(&diagnostics, called: "measure", hint: hint)
        guard let firstHeader else { return }
        for measure in measures where !foundKeys.contains(measure.key) {
            diagnostics.append(
                .error(
                    firstHeader, "the table has nothing for the measure \"\(measure.key)\" of the report",
                    hint: "add a column \"\(measure.key)\", or take the measure out of report.yaml"))
        }
    }

    private mutating func readWide(_ table: CSVTable) {
        let columns = wideColumns(table)
        guard let keyColumns = keyColumns(table) else { return }
        cells.reserveCapacity(cells.count + table.rowCount * columns.count)
        for row in table.rows where !row.isBlank {
            let place = place(of: row, keyColumns)
            var first: Span?
            for (key, column) in columns {
                let quantity = quantity(in: row, column)
                guard let place else { continue }
                let earlier = insert(quantity, of: key, at: place, source: row.span(column))
                first = first ?? earlier
            }
            if let first, let place { diagnostics.append(duplicate(of: nil, at: place, first: first)) }
        }
    }

    private mutating func readLong(_ table: CSVTable) {
        let known = [ColumnName.month, ColumnName.province, ColumnName.measure, ColumnName.value]
        for name in table.header where !name.value.isEmpty && !known.contains(name.value) {
            diagnostics.append(
                .error(
                    name.span, "no column of a long table is called \"\(name.value)\"",
                    hint: suggestion(for: name.value, among: known, called: "its columns")))
        }
        let keyColumns = keyColumns(table)
        guard let measureColumn = table.column(ColumnName.measure), let valueColumn = table.column(ColumnName.value) else {
            diagnostics.append(
                .error(
                    table.headerSpan, "the column \"value\" is missing",
                    hint: "a table with a column \"measure\" has its figures in \"value\""))
            return
        }
        guard let keyColumns else { return }
        for row in table.rows where !row.isBlank {
            let place = place(of: row, keyColumns)
            let key = row.text(measureColumn)
            let quantity = quantity(in: row, valueColumn)
            guard keys.contains(key) else {
                unknownMeasures.note(row.located(measureColumn))
                noteLikely(key)
                continue
            }
            foundKeys.insert(key)
            guard let place else { continue }
            if let first = insert(quantity, of: key, at: place, source: row.span(valueColumn)) {
                diagnostics.append(duplicate(of: key, at: place, first: first))
            }
        }
    }

    /// The measures of a wide table with their columns; an unknown column is an error.
    private mutating func wideColumns(_ table: CSVTable) -> [(key: String, column: Int)] {
        var columns: [(key: String, column: Int)] = []
        var seen: Set<String> = []
        for (index, name) in table.header.enumerated() where !name.value.isEmpty {
            if name.value == ColumnName.month || name.value == ColumnName.province { continue }
            guard keys.contains(name.value) else {
                diagnostics.append(
                    .error(name.span, "no measure is called \"\(name.value)\"", hint: columnHint(name.value)))
                noteLikely(name.value)
                continue
            }
            foundKeys.insert(name.value)
            if seen.insert(name.value).inserted { columns.append((name.value, index)) }
        }
        return columns
    }

    private mutating func keyColumns(_ table: CSVTable) -> (month: Int, province: Int?)? {
        guard let month = table.column(ColumnName.month) else {
            diagnostics.append(
                .error(
                    table.headerSpan, "the column \"month\" is missing",
                    hint: "each row of the monthly table begins with its month: \"2024-01\""))
            return nil
        }
        return (month, table.column(ColumnName.province))
    }

    /// What a row is about; nil, with what is wrong noted, where it cannot be told.
    private mutating func place(of row: CSVTable.Row, _ columns: (month: Int, province: Int?)) -> RowPlace? {
        let monthText = row.text(columns.month)
        let monthSpan = row.span(columns.month)
        let month = Month(monthText)
        if month == nil {
            diagnostics.append(
                .error(
                    monthSpan, monthText.isEmpty ? "the row has no month" : "\"\(monthText)\" is no month",
                    hint: Month.hint(for: monthText)))
        }
        guard let column = columns.province else {
            return month.map { RowPlace(month: $0, province: provinces.total, span: monthSpan) }
        }
        let written = row.located(column)
        if written.value.isEmpty {
            diagnostics.append(
                .error(written.span, "the row has no province", hint: "the whole area is \"\(provinces.total)\""))
            return nil
        }
        guard let province = provinces.name(for: written.value) else {
            unknownProvinces.note(written)
            return nil
        }
        let ends = [monthSpan.range, written.span.range]
        let stretch = ends.map(\.lowerBound).reduce(.max, min)..<ends.map(\.upperBound).reduce(0, max)
        return month.map { RowPlace(month: $0, province: province, span: row.file.span(stretch)) }
    }

    private mutating func quantity(in row: CSVTable.Row, _ column: Int) -> Quantity {
        do {
            return try Quantity(cell: row.bytes(column))
        } catch {
            diagnostics.append(.error(row.span(column), error.message, hint: error.hint))
            return .unknown
        }
    }

    /// Keeps a cell; where there is one for its place already, that one stays, and its source is returned.
    private mutating func insert(_ quantity: Quantity, of key: String, at place: RowPlace, source: Span) -> Span? {
        let key = StatisticsTable.Key(measure: key, province: place.province, month: place.month)
        guard let first = cells.updateValue(StatisticsTable.Cell(quantity, source: source), forKey: key) else { return nil }
        cells[key] = first
        return first.source
    }

    private func duplicate(of measure: String?, at place: RowPlace, first: Span) -> Diagnostic {
        .error(
            place.span, "a second row for \(measure.map { "\($0) in " } ?? "")\(place.province) in \(place.month)",
            facts: ["the first: \(first.lineReference)"], hint: "keep one of the two")
    }

    /// A measure whose name is misspelt is there all the same: one slip, one error.
    private mutating func noteLikely(_ written: String) {
        if let likely = likelyMeant(written, among: measures.map(\.key)) { foundKeys.insert(likely) }
    }

    private func columnHint(_ name: String) -> String {
        let structural = [ColumnName.month, ColumnName.province, ColumnName.measure].filter {
            editDistance(Array($0), Array(name.lowercased())) <= 2
        }
        if let column = structural.first { return "did you mean \"\(column)\"?" }
        return measureHint(name)
    }

    private func measureHint(_ name: String) -> String {
        let definition = "a new measure is defined under \"measures\" in report.yaml"
        guard let likely = likelyMeant(name, among: measures.map(\.key)) else {
            return "\(definition); a column that is none is taken out"
        }
        return "did you mean \"\(likely)\"? Otherwise: \(definition)"
    }
}

/// The month and the province of a row, and where they stand.
private struct RowPlace {
    var month: Month
    var province: String
    var span: Span
}
