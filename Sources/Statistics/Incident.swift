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
    /// Every column of the table with its text, known columns among them, in the table's order; the province under the
    /// report's name of it.
    package var attributes: [Attribute]
    /// The whole row.
    package var source: Span

    /// The text of one column.
    package struct Attribute: Hashable, Sendable {
        package var column: String
        /// Empty where the cell is.
        package var text: Located<String>
    }

    /// A place on the Earth (WGS 84).
    package struct Coordinates: Hashable, Sendable {
        /// Degrees north, −90 to 90.
        package var latitude: Double
        /// Degrees east, −180 to 180.
        package var longitude: Double
        /// The radius within which the place lies, in kilometres; nil where the author gives none.
        package var precision: Double?
    }

    /// The text of a column, empty where the cell is; nil where the table has no such column.
    package func text(of column: String) -> Located<String>? {
        attributes.first { $0.column == column }?.text
    }
}
