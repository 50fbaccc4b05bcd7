package import Diagnostics

/// Something that happened on a day in a province: a row of the table of incidents.
package struct Incident: Hashable, Sendable {
    /// Nil where the day is unknown.
    package var date: Day?
    /// That of the date, also where only the month is known; nil where not even that is.
    package var month: Month?
    /// The report's name of it.
    package var province: String
    /// As the author names it; nil where it is unknown.
    package var place: String?
    /// Nil where it cannot be put on a map.
    package var coordinates: Coordinates?
    /// What sort of incident: "mine"; nil where it is unknown.
    package var kind: String?
    package var killed: Quantity
    package var wounded: Quantity
    package var captured: Quantity
    /// Whether the attacker claimed it; nil where it is unknown.
    package var isClaimed: Bool?
    /// Whether it meets the report's own definition of high quality; nil where that cannot be decided.
    package var isHighQuality: Bool?
    package var note: String?
    /// Where the rest of it is read when it is asked for: a table may have a quarter of a million rows.
    let row: CSVTable.Row

    /// A place on the Earth (WGS 84).
    package struct Coordinates: Hashable, Sendable {
        /// Degrees north, −90 to 90.
        package var latitude: Double
        /// Degrees east, −180 to 180.
        package var longitude: Double
        /// The radius within which the place lies, in kilometres; nil where the author gives none.
        package var precision: Double?
    }

    /// The whole row.
    package var source: Span { row.span }

    /// The columns of its table, known ones among them, in the table's order.
    package var columns: [String] { row.header.map(\.value) }

    /// The text of a column, empty where the cell is; nil where the table has no such column. A province stands under the report's
    /// name of it.
    package func text(of column: String) -> Located<String>? {
        guard let index = row.header.firstIndex(where: { $0.value == column }) else { return nil }
        return column == Self.provinceColumn ? Located(province, at: row.span(index)) : row.located(index)
    }

    static let provinceColumn = "province"

    /// A row is itself: what is read from it follows.
    package static func == (left: Incident, right: Incident) -> Bool { left.source == right.source && left.province == right.province }

    package func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
