import Claims
import Testing

/// A pattern of the phrasebook, read once more and by itself, to make texts that it should match.
struct PatternSample {
    enum Problem: Error, Equatable {
        case unbalanced, unknownPart(String), unknownCapture(String), unknownTag(String), empty
    }

    indirect enum Node {
        case word(String)
        case choice([[Node]])
    }

    /// What the captures of the tests stand for.
    static let captures: [String: [String]] = [
        "n": ["33", "seven"], "share": ["42%", "a third", "two-thirds"], "multiple": ["doubled", "twice", "threefold"], "divisor": ["halved"],
        "month": ["October", "April 2023"], "own": ["January"], "year": ["2023", "2022"], "span": ["three months", "two years"], "ordinal": ["second", "3rd"],
        "province": ["Hama", "Deir Ez Zor"], "noun": ["people"],
    ]

    static let tags: Set<String> = Set(Bound.allCases.map(\.rawValue)).union([
        "rise", "fall", "same", "year", "least", "zero", "record", "thisYear", "inYear", "other", "qualified", "backwards",
    ])

    let nodes: [Node]

    init(_ pattern: String, parts: [String: [String]], depth: Int = 0) throws {
        var text = Substring(pattern)
        nodes = try Self.row(&text, parts, depth)
        guard text.isEmpty, depth < 8 else { throw Problem.unbalanced }
    }

    private static func row(_ text: inout Substring, _ parts: [String: [String]], _ depth: Int) throws -> [Node] {
        var nodes: [Node] = []
        while let sign = text.first, !"|)]".contains(sign) {
            switch sign {
            case " ": text.removeFirst()
            case "(": nodes.append(.choice([[]] + (try rows(&text, until: ")", parts, depth))))
            case "[": nodes.append(.choice(try rows(&text, until: "]", parts, depth)))
            case "<":
                let name = try delimited(&text, ">")
                guard let rows = parts[name] else { throw Problem.unknownPart(name) }
                nodes.append(.choice(try rows.map { try PatternSample($0, parts: parts, depth: depth + 1).nodes }))
            case "{":
                let name = try delimited(&text, "}")
                guard let texts = captures[name] else { throw Problem.unknownCapture(name) }
                nodes.append(.choice(texts.map { [.word($0)] }))
            case "#":
                text.removeFirst()
                let tag = word(&text)
                guard tags.contains(tag) else { throw Problem.unknownTag(tag) }
            case ">", "}": throw Problem.unbalanced
            default: nodes.append(.word(word(&text)))
            }
        }
        return nodes
    }

    private static func rows(_ text: inout Substring, until end: Character, _ parts: [String: [String]], _ depth: Int) throws -> [[Node]] {
        var rows: [[Node]] = []
        repeat {
            text.removeFirst()
            rows.append(try row(&text, parts, depth))
        } while text.first == "|"
        guard text.first == end else { throw Problem.unbalanced }
        text.removeFirst()
        return rows
    }

    private static func delimited(_ text: inout Substring, _ end: Character) throws -> String {
        guard let place = text.firstIndex(of: end) else { throw Problem.unbalanced }
        defer { text = text[text.index(after: place)...] }
        return String(text[text.index(after: text.startIndex)..<place])
    }

    private static func word(_ text: inout Substring) -> String {
        let word = text.prefix { !" |()[]<>{}#".contains($0) }
        text = text.dropFirst(word.count)
        return String(word)
    }

    /// One of the texts that the pattern matches.
    func text(using random: inout some RandomNumberGenerator) -> String {
        Self.words(nodes, &random).joined(separator: " ")
    }

    private static func words(_ nodes: [Node], _ random: inout some RandomNumberGenerator) -> [String] {
        nodes.flatMap { node -> [String] in
            switch node {
            case .word(let word): [word]
            case .choice(let rows): rows.randomElement(using: &random).map { words($0, &random) } ?? []
            }
        }
    }
}

extension Phrasebook {
    /// Texts that the patterns of a form should match: the same in each run.
    func samples(of form: Form, count: Int, using random: inout some RandomNumberGenerator) throws -> [String] {
        let parts = Dictionary(uniqueKeysWithValues: sharedParts.map { ($0.name, $0.rows) })
        return try form.patterns.flatMap { pattern in
            let sample = try PatternSample(pattern, parts: parts)
            return (0..<count).map { _ in sample.text(using: &random) }
        }
    }
}
