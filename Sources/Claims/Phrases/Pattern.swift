/// A pattern of a phrasebook, ready to be matched.
struct Pattern: Sendable {
    indirect enum Node: Sendable {
        case word(String)
        case capture(Capture)
        case tag(String)
        /// One of several rows; an empty one where it may be missing.
        case choice([[Node]])
    }

    enum Capture: String, Sendable {
        case n, share, multiple, divisor, month, year, span, ordinal, province, noun
    }

    let nodes: [Node]

    /// - Parameter parts: what `<name>` stands for.
    init(_ text: String, parts: [String: [Node]]) {
        var reader = PatternReader(text: Array(text), parts: parts)
        nodes = reader.row()
    }
}

extension Phrasebook {
    /// Every pattern, with the form that it belongs to, in the order in which phrases are held against them.
    var patterns: [(form: Int, pattern: Pattern)] {
        var parts: [String: [Pattern.Node]] = [:]
        // A part may hold others: those that need it come after it in the order of the alphabet or not, so each is read on demand.
        func nodes(_ name: String) -> [Pattern.Node] {
            if let known = parts[name] { return known }
            let rows = (self.parts[name] ?? []).map { row in
                var reader = PatternReader(text: Array(row), parts: [:], lookUp: nodes)
                return reader.row()
            }
            parts[name] = [.choice(rows)]
            return [.choice(rows)]
        }
        for name in self.parts.keys { _ = nodes(name) }
        return forms.enumerated().flatMap { index, form in
            form.patterns.map { (index, Pattern($0, parts: parts)) }
        }
    }
}

/// Reads a pattern from left to right.
private struct PatternReader {
    let text: [Character]
    let parts: [String: [Pattern.Node]]
    var lookUp: ((String) -> [Pattern.Node])?
    private var place = 0

    init(text: [Character], parts: [String: [Pattern.Node]], lookUp: ((String) -> [Pattern.Node])? = nil) {
        self.text = text
        self.parts = parts
        self.lookUp = lookUp
    }

    /// Up to the end, or to what closes an alternative.
    mutating func row() -> [Pattern.Node] {
        var nodes: [Pattern.Node] = []
        while place < text.count {
            switch text[place] {
            case " ": place += 1
            case "|", ")", "]": return nodes
            case "(": nodes.append(.choice(alternatives() + [[]]))
            case "[": nodes.append(.choice(alternatives()))
            case "<":
                let name = delimited(">")
                nodes += lookUp?(name) ?? parts[name] ?? []
            case "{":
                if let capture = Pattern.Capture(rawValue: delimited("}")) { nodes.append(.capture(capture)) }
            case "#":
                place += 1
                nodes.append(.tag(word()))
            default: nodes.append(.word(word()))
            }
        }
        return nodes
    }

    private mutating func alternatives() -> [[Pattern.Node]] {
        var rows: [[Pattern.Node]] = []
        repeat {
            place += 1
            rows.append(row())
        } while place < text.count && text[place] == "|"
        place += 1
        return rows
    }

    private mutating func delimited(_ end: Character) -> String {
        let start = place + 1
        while place < text.count, text[place] != end { place += 1 }
        defer { place += 1 }
        return String(text[start..<min(place, text.count)])
    }

    private mutating func word() -> String {
        let start = place
        while place < text.count, !" |()[]<>{}#".contains(text[place]) { place += 1 }
        return String(text[start..<place])
    }
}
