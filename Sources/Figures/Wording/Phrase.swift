import Scenes

/// A sentence or part of one with places to fill in: "%1 to %2".
///
/// A language puts the places in the order of its grammar, which is why they have numbers.
package struct Phrase: Hashable, Sendable, ExpressibleByStringLiteral {
    private let template: String

    package init(stringLiteral template: String) {
        self.template = template
    }

    /// The phrase with `parts[0]` in the place of `%1`, and so on up to `%9`; a place without its part stays empty.
    /// Any other `%` stays.
    package func callAsFunction(_ parts: String...) -> String {
        var text = ""
        var afterSign = false
        for character in template {
            if afterSign, let place = character.wholeNumberValue {
                if parts.indices.contains(place - 1) { text += Direction.isolated(parts[place - 1]) }
                afterSign = false
            } else if character == "%", !afterSign {
                afterSign = true
            } else {
                // A sign before anything else is one.
                if afterSign { text.append("%") }
                afterSign = false
                text.append(character)
            }
        }
        if afterSign { text.append("%") }
        return text
    }
}
