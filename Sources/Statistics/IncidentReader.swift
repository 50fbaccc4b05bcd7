package import Diagnostics

extension Incident {
    /// Reads the incidents of one CSV file or several, in the order of their rows.
    ///
    /// The columns `date` and `province` are needed. `place`, `latitude`, `longitude`, `precision_km`, `kind`, `killed`,
    /// `wounded`, `captured`, `claimed`, `high_quality` and `note` are understood, and may be missing; any other column is
    /// kept as text. An empty cell is unknown, in every column but `province`.
    ///
    /// - Parameter diagnostics: gains every error of form and content, in the order of checking.
    /// - Returns: the rows that have a province, with what is wrong in them left unknown.
    package static func read(
        _ files: [SourceFile], provinces: ProvinceNames, diagnostics: inout Messages
    ) -> [Incident] {
        var unknownProvinces = UnknownNames()
        var incidents: [Incident] = []
        for file in files {
            guard let table = CSVTable.read(file, diagnostics: &diagnostics),
                var reader = IncidentReader(table, provinces: provinces, diagnostics: &diagnostics)
            else { continue }
            for row in table.rows where !row.isBlank {
                if let incident = reader.incident(in: row, unknownProvinces: &unknownProvinces) { incidents.append(incident) }
            }
            diagnostics += reader.diagnostics
        }
        unknownProvinces.tell(&diagnostics, of: provinces)
        return incidents
    }
}

private struct IncidentReader {
    let provinces: ProvinceNames
    private(set) var diagnostics = Messages()

    private let date: Int
    private let province: Int
    private let place, latitude, longitude, precision, kind, killed, wounded, captured, claimed, highQuality, note: Int?

    /// Nil, with the errors noted, for a table without the columns that are needed.
    init?(_ table: CSVTable, provinces: ProvinceNames, diagnostics: inout Messages) {
        for column in ["date", "province"] where table.column(column) == nil {
            let near = table.header.first { likelyMeant($0.value, among: [column]) != nil }
            diagnostics.append(
                .error(
                    near?.span ?? table.headerSpan, "the column \"\(column)\" is missing",
                    hint: near.map { "did you mean \"\(column)\" by \"\($0.value)\"?" }
                        ?? "a table of incidents has a date (2024-01-15, or empty) and a province in each row"))
        }
        guard let date = table.column("date"), let province = table.column(Incident.provinceColumn) else { return nil }
        self.provinces = provinces
        self.date = date
        self.province = province
        place = table.column("place")
        latitude = table.column("latitude")
        longitude = table.column("longitude")
        precision = table.column("precision_km")
        kind = table.column("kind")
        killed = table.column("killed")
        wounded = table.column("wounded")
        captured = table.column("captured")
        claimed = table.column("claimed")
        highQuality = table.column("high_quality")
        note = table.column("note")
    }

    mutating func incident(in row: CSVTable.Row, unknownProvinces: inout UnknownNames) -> Incident? {
        let name = provinceName(in: row, unknownProvinces: &unknownProvinces)
        let (month, date) = time(of: row)
        let incident = Incident(
            date: date, month: month, province: name ?? "", place: text(in: row, place), coordinates: coordinates(in: row),
            kind: text(in: row, kind), killed: count(in: row, killed), wounded: count(in: row, wounded),
            captured: count(in: row, captured), isClaimed: answer(in: row, claimed),
            isHighQuality: answer(in: row, highQuality), note: text(in: row, note), row: row)
        return name == nil ? nil : incident
    }

    private mutating func provinceName(in row: CSVTable.Row, unknownProvinces: inout UnknownNames) -> String? {
        let written = row.located(province)
        guard !written.value.isEmpty else {
            report(written.span, "the incident has no province", hint: "an incident without one cannot be counted or mapped")
            return nil
        }
        guard let name = provinces.name(for: written.value) else {
            unknownProvinces.note(written)
            return nil
        }
        guard name != provinces.total else {
            report(written.span, "\"\(written.value)\" is the total, and no province of an incident", hint: nil)
            return nil
        }
        return name
    }

    /// `2024-01-15`, or `2024-01` where the day is unknown.
    private mutating func time(of row: CSVTable.Row) -> (month: Month?, date: Day?) {
        let text = row.text(date)
        if text.isEmpty { return (nil, nil) }
        if let day = Day(text) { return (day.month, day) }
        if let month = Month(text) { return (month, nil) }
        report(
            row.span(date), "\"\(text)\" is no date",
            hint: Month.hintOfYear(in: text) ?? "a date is \"2024-01-15\", a month \"2024-01\" where the day is unknown, or an empty cell")
        return (nil, nil)
    }

    private mutating func coordinates(in row: CSVTable.Row) -> Incident.Coordinates? {
        let precision = number(in: row, precision, within: 0...20_040, called: "a precision in kilometres")
        let latitudeIsGiven = latitude.map { !row.bytes($0).isEmpty } ?? false
        let longitudeIsGiven = longitude.map { !row.bytes($0).isEmpty } ?? false
        let north = number(in: row, latitude, within: -90...90, called: "a latitude in degrees")
        let east = number(in: row, longitude, within: -180...180, called: "a longitude in degrees")
        if latitudeIsGiven != longitudeIsGiven, let given = latitudeIsGiven ? latitude : longitude {
            report(
                row.span(given), "a \(latitudeIsGiven ? "latitude without a longitude" : "longitude without a latitude")",
                hint: "give both, or neither where the place cannot be put on a map")
        }
        guard let north, let east else { return nil }
        return Incident.Coordinates(latitude: north, longitude: east, precision: precision)
    }

    /// An exact number within its limits; nil in an empty cell, and, noted, in a wrong one.
    private mutating func number(in row: CSVTable.Row, _ column: Int?, within limits: ClosedRange<Double>, called what: String)
        -> Double?
    {
        guard let column, case let bytes = row.bytes(column), !bytes.isEmpty else { return nil }
        let quantity = try? Quantity(cell: bytes)
        if let quantity, case .exact(let number) = quantity.value, quantity.marks.isEmpty, limits.contains(number) {
            return number
        }
        let ends = [limits.lowerBound, limits.upperBound].map { Quantity(.exact($0)).cell }
        report(
            row.span(column), "\"\(row.text(column))\" is not \(what)",
            hint: "a number from \(ends[0]) to \(ends[1]): 34.56")
        return nil
    }

    /// A number of people; unknown in an empty cell or without the column.
    private mutating func count(in row: CSVTable.Row, _ column: Int?) -> Quantity {
        guard let column else { return .unknown }
        do {
            let quantity = try Quantity(cell: row.bytes(column))
            if let number = quantity.number, number < 0 {
                report(row.span(column), "\"\(row.text(column))\" is fewer than none", hint: nil)
                return .unknown
            }
            return quantity
        } catch {
            report(row.span(column), error.message, hint: error.hint)
            return .unknown
        }
    }

    private mutating func answer(in row: CSVTable.Row, _ column: Int?) -> Bool? {
        guard let column else { return nil }
        switch row.text(column) {
        case "": return nil
        case "yes": return true
        case "no": return false
        case let other:
            report(
                row.span(column), "\"\(other)\" is neither \"yes\" nor \"no\"",
                hint: "write \"yes\", \"no\", or nothing where it is unknown")
            return nil
        }
    }

    private func text(in row: CSVTable.Row, _ column: Int?) -> String? {
        guard let column, case let text = row.text(column), !text.isEmpty else { return nil }
        return text
    }

    private mutating func report(_ span: Span, _ message: String, hint: String?) {
        diagnostics.append(.error(span, message, hint: hint))
    }
}
