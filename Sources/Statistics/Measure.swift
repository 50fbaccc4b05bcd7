/// What a column of the monthly table counts.
package struct Measure: Hashable, Sendable {
    /// How its figures are to be understood.
    package enum Counting: Hashable, Sendable {
        case count
        /// Each figure is a minimum: "at least".
        case floor
    }

    /// The name of the column, and how the report refers to it: "killed_security".
    package var key: String
    /// "Soldiers and militia killed", as a label says it.
    package var name: String
    /// What its numbers are numbers of: "attacks", "people".
    package var unit: String
    /// What one is and what several are: "attack", "attacks".
    package var singular: String
    package var plural: String
    package var counting: Counting
    /// A sentence that says what is counted; empty where the author gives none.
    package var definition: String

    package init(
        key: String, name: String, unit: String? = nil, singular: String, plural: String, counting: Counting = .count,
        definition: String = ""
    ) {
        self.key = key
        self.name = name
        self.unit = unit ?? plural
        self.singular = singular
        self.plural = plural
        self.counting = counting
        self.definition = definition
    }
}
