package import Scenes

/// A word that a style file can use, and the property that it sets: the file is read, and its reference checked, by
/// tables of these.
package struct StyleWord<Root>: Sendable {
    package enum Property: Sendable {
        /// A number: points, a share, whatever `unit` says.
        case number(any WritableKeyPath<Root, Double> & Sendable)
        /// Numbers in a list.
        case numbers(any WritableKeyPath<Root, [Double]> & Sendable)
        /// The name of a colour of the style.
        case colour(any WritableKeyPath<Root, Colour> & Sendable)
        /// The names of colours in a list.
        case colours(any WritableKeyPath<Root, [Colour]> & Sendable)
        /// Size, weight, slant, leading and colour of a text.
        case text(any WritableKeyPath<Root, TextStyle> & Sendable)
        /// A few characters: a symbol.
        case symbol(any WritableKeyPath<Root, String> & Sendable)
    }

    package var name: String
    package var property: Property
    /// What it looks after, for the reference.
    package var what: String
    /// "points", "share of the bar"; empty for none.
    package var unit: String
    /// What a number, or each of a list, may be: no page is made in endless or negative measures.
    package var range: ClosedRange<Double>

    package init(
        _ name: String, _ property: Property, _ what: String, unit: String = "", range: ClosedRange<Double> = 0...1_000
    ) {
        self.name = name
        self.property = property
        self.what = what
        self.unit = unit
        self.range = range
    }
}
