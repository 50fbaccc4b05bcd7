/// What one of something is called within a sentence, and what several are: "sector", "sectors".
package struct Noun: Hashable, Sendable {
    package var singular: String
    package var plural: String

    package init(singular: String, plural: String) {
        self.singular = singular
        self.plural = plural
    }
}
