package import Diagnostics
package import Markup
package import Statistics

/// A mapping that is being read by a vocabulary: every value with its place, every mistake told.
///
/// Words that the vocabulary does not know are errors when the reading begins; a value of the wrong type, or one that is
/// missing, when it is asked for.
package struct Fields {
    package let vocabulary: Vocabulary
    package let span: Span
    private let entries: [(key: Located<String>, value: YAMLNode)]
    private let problems: Problems

    /// nil, and an error, where `node` is no mapping.
    ///
    /// - Parameter others: words that are read elsewhere: the options of a figure's kind.
    package init?(_ node: YAMLNode, _ vocabulary: Vocabulary, others: [String] = [], problems: Problems) {
        guard case .mapping(let entries) = node.content else {
            problems.error(node.span, "\(vocabulary.place) is not a mapping", hint: "write `word: value` lines: \(vocabulary.names)")
            return nil
        }
        self.vocabulary = vocabulary
        self.entries = entries
        self.problems = problems
        span = node.span
        let known = vocabulary.words.map(\.name) + others
        for (key, _) in entries where !known.contains(key.value) {
            problems.error(
                key.span, "\(vocabulary.place) has no word \"\(key.value)\"",
                hint: suggestion(for: key.value, among: known, called: "words"))
        }
    }

    /// What stands after a word; nil where it is not written, or written without a value.
    package func node(_ name: String) -> YAMLNode? {
        assert(vocabulary.word(name) != nil, "\(vocabulary.place) does not document \(name)")
        guard let value = entries.first(where: { $0.key.value == name })?.value else { return nil }
        if case .scalar("", plain: true) = value.content { return nil }
        return value
    }

    /// The same, and an error where it is not written.
    package func required(_ name: String, at place: Span? = nil) -> YAMLNode? {
        if let node = node(name) { return node }
        let at = entries.first { $0.key.value == name }?.key.span ?? place ?? span.beginning
        problems.error(at, "\(vocabulary.place) lacks \"\(name)\"", hint: "add `\(name):` \(vocabulary.word(name)?.what ?? "")")
        return nil
    }

    /// A text of one line.
    package func text(_ name: String) -> Located<String>? { node(name).flatMap { line($0, name) } }

    package func requiredText(_ name: String, at place: Span? = nil) -> Located<String>? {
        required(name, at: place).flatMap { line($0, name) }
    }

    /// A text, or a list of texts; empty where it is not written.
    package func texts(_ name: String) -> [Located<String>] {
        guard let node = node(name) else { return [] }
        guard case .sequence(let nodes) = node.content else { return line(node, name).map { [$0] } ?? [] }
        return nodes.compactMap { line($0, name) }
    }

    private func line(_ node: YAMLNode, _ name: String) -> Located<String>? { problems.text(node, name).map(problems.line) }

    package func flag(_ name: String) -> Bool? { node(name).flatMap { problems.flag($0, name)?.value } }

    package func number(_ name: String) -> Located<Double>? { node(name).flatMap { problems.number($0, name) } }

    package func choice(_ name: String, _ words: [String]) -> String? {
        node(name).flatMap { problems.choice($0, name, words)?.value }
    }

    /// The entries of a mapping whose keys the author chooses: measures, figures, aliases. In the order of writing.
    package func entries(_ name: String) -> [(key: Located<String>, value: YAMLNode)] {
        guard let node = node(name) else { return [] }
        guard case .mapping(let entries) = node.content else {
            problems.error(node.span, "\"\(name)\" is not a mapping", hint: vocabulary.word(name)?.form)
            return []
        }
        return entries
    }
}

extension Vocabulary {
    fileprivate var names: String { words.map(\.name).joined(separator: ", ") }
}

extension Span {
    /// The first line of a stretch, for what is missing in it.
    package var beginning: Span {
        let line = file.lineRange(self.line)
        return file.span(range.lowerBound..<max(range.lowerBound, min(range.upperBound, line.upperBound)))
    }
}

// MARK: Values

/// The value of a node as a certain type, or an error that says what is wanted.
extension Problems {
    package func text(_ node: YAMLNode, _ name: String) -> Located<String>? {
        guard case .scalar(let text, _) = node.content else {
            error(node.span.beginning, "\"\(name)\" is not a text", hint: "write it on one line, in quotes where it has a colon")
            return nil
        }
        return Located(text, at: node.span)
    }

    package func number(_ node: YAMLNode, _ name: String) -> Located<Double>? {
        guard case .scalar(let text, plain: true) = node.content, let number = Double(text), number.isFinite else {
            error(node.span.beginning, "\"\(name)\" is not a number", hint: "write digits, with a dot for decimals")
            return nil
        }
        return Located(number, at: node.span)
    }

    package func wholeNumber(_ node: YAMLNode, _ name: String, in range: ClosedRange<Int>) -> Located<Int>? {
        guard case .scalar(let text, plain: true) = node.content, let number = Int(text), range.contains(number) else {
            error(
                node.span.beginning,
                "\"\(name)\" is not a whole number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return Located(number, at: node.span)
    }

    package func flag(_ node: YAMLNode, _ name: String) -> Located<Bool>? {
        if case .scalar(let text, plain: true) = node.content {
            switch text.lowercased() {
            case "yes", "true": return Located(true, at: node.span)
            case "no", "false": return Located(false, at: node.span)
            default: break
            }
        }
        error(node.span.beginning, "\"\(name)\" is neither yes nor no")
        return nil
    }

    package func choice(_ node: YAMLNode, _ name: String, _ words: [String]) -> Located<String>? {
        guard let word = text(node, name) else { return nil }
        if words.contains(word.value) { return word }
        error(
            word.span, "\"\(name)\" cannot be \"\(word.value)\"",
            hint: suggestion(for: word.value, among: words, called: "it can be"))
        return nil
    }

    /// A year, a month, or months from one to another.
    package func period(_ node: YAMLNode, _ name: String) -> Located<ClosedRange<Month>>? {
        guard let written = text(node, name) else { return nil }
        let parts = written.value.split(separator: "..", omittingEmptySubsequences: false)
        let ends = parts.map { Month($0) }
        if parts.count == 1, let month = ends[0] { return Located(month...month, at: written.span) }
        if parts.count == 1, written.value.utf8.count == 4, let year = Int(written.value), let first = Month(year: year, month: 1) {
            return Located(first...first.advanced(by: 11), at: written.span)
        }
        if parts.count == 2, let first = ends[0], let last = ends[1], first <= last { return Located(first...last, at: written.span) }
        error(
            written.span, "\"\(written.value)\" is not a period",
            hint: parts.count == 2 && ends.allSatisfy { $0 != nil } ? "write the earlier month first" : "write its first and last month, 2023-02..2023-05, or a year")
        return nil
    }

    package func month(_ node: YAMLNode, _ name: String) -> Located<Month>? {
        guard let written = text(node, name) else { return nil }
        guard let month = Month(written.value) else {
            error(written.span, "\"\(written.value)\" is not a month", hint: Month.hint(for: written.value))
            return nil
        }
        return Located(month, at: written.span)
    }
}
