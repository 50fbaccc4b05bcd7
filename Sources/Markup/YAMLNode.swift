package import Diagnostics

/// A value of a YAML text, and where the author wrote it.
package struct YAMLNode: Sendable {
    package enum Content: Sendable {
        /// A text as YAML reads it. `plain` where it was written without quotes and not as a block: only then may it
        /// be taken for a number, a truth value or a null.
        case scalar(String, plain: Bool)
        case sequence([YAMLNode])
        /// In the order of the text, each key once.
        case mapping([(key: Located<String>, value: YAMLNode)])
    }

    package var content: Content
    /// From the first to the last character of the value, quotes and brackets included. Empty, at the place where it
    /// would stand, for a value left out.
    package var span: Span

    package init(_ content: Content, at span: Span) {
        self.content = content
        self.span = span
    }
}

extension YAMLNode {
    /// "a text", "a list" or "a mapping", as a message names what it found.
    package var kind: String {
        switch content {
        case .scalar: "a text"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    /// Whether nothing was written: a key with no value.
    package var isEmpty: Bool {
        if case .scalar("", plain: true) = content { true } else { false }
    }
}
