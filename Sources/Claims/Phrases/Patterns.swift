/// The patterns of a phrasebook, ready to be matched: words are numbers, which compare faster.
struct Patterns: Sendable {
    indirect enum Node: Sendable {
        case word(Int)
        case capture(Capture)
        case tag(String)
        /// One of several rows; an empty one where it may be missing.
        case choice([Row])
    }

    struct Row: Sendable {
        let nodes: [Node]
        /// The words that it can begin with; nil where it can begin with what is captured, or be empty.
        let firsts: Set<Int>?

        init(_ nodes: [Node]) {
            self.nodes = nodes
            var firsts: Set<Int>? = []
            var canEnd = true
            for node in nodes where canEnd {
                switch node {
                case .tag: continue
                case .word(let word): (_, canEnd) = (firsts?.insert(word), false)
                case .capture: (firsts, canEnd) = (nil, false)
                case .choice(let rows):
                    canEnd = rows.contains { $0.firsts == nil }
                    for row in rows { firsts = row.firsts.flatMap { firsts?.union($0) } ?? (row.nodes.isEmpty ? firsts : nil) }
                }
            }
            self.firsts = canEnd ? nil : firsts
        }

        func canBegin(with word: Int) -> Bool { firsts?.contains(word) ?? true }
    }

    enum Capture: Int, Sendable, CaseIterable {
        case n, share, multiple, divisor, month, own, year, span, ordinal, province, noun

        /// As patterns write them.
        static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
    }

    /// Each with the index of its form, in the order in which phrases are held against them.
    let rows: [(form: Int, row: Row)]
    private let numbers: [String: Int]

    init(_ phrasebook: Phrasebook) {
        var reader = PatternReader(parts: phrasebook.parts)
        rows = phrasebook.forms.enumerated().flatMap { index, form in form.patterns.map { (index, Row(reader.nodes($0))) } }
        numbers = reader.numbers
    }

    /// The numbers of words; −1 for one that stands in no pattern.
    func numbers(of words: [String]) -> [Int] { words.map { numbers[$0] ?? -1 } }
}

/// What a word ends at.
private let signs = Array(" |()[]<>{}#".utf8)

/// Reads patterns from left to right.
private struct PatternReader {
    /// What `<name>` stands for, as it is written.
    let parts: [String: [String]]
    private(set) var numbers: [String: Int] = [:]
    private var known: [String: Patterns.Node] = [:]
    private var text: [UInt8] = []
    private var place = 0

    init(parts: [String: [String]]) {
        self.parts = parts
    }

    mutating func nodes(_ pattern: String) -> [Patterns.Node] {
        let outer = (text, place)
        defer { (text, place) = outer }
        (text, place) = (Array(pattern.utf8), 0)
        return row()
    }

    /// Up to the end, or to what closes an alternative.
    private mutating func row() -> [Patterns.Node] {
        var nodes: [Patterns.Node] = []
        while place < text.count {
            switch text[place] {
            case UInt8(ascii: " "): place += 1
            case UInt8(ascii: "|"), UInt8(ascii: ")"), UInt8(ascii: "]"): return nodes
            case UInt8(ascii: "("): nodes.append(.choice(alternatives() + [Patterns.Row([])]))
            case UInt8(ascii: "["): nodes.append(.choice(alternatives()))
            case UInt8(ascii: "<"): nodes.append(part(delimited(by: ">")))
            case UInt8(ascii: "{"):
                if let capture = Patterns.Capture.byName[delimited(by: "}")] { nodes.append(.capture(capture)) }
            case UInt8(ascii: "#"):
                place += 1
                nodes.append(.tag(word()))
            default:
                let word = word()
                let number = numbers[word] ?? numbers.count
                numbers[word] = number
                nodes.append(.word(number))
            }
        }
        return nodes
    }

    private mutating func part(_ name: String) -> Patterns.Node {
        if let node = known[name] { return node }
        var rows: [Patterns.Row] = []
        for row in parts[name] ?? [] { rows.append(Patterns.Row(nodes(row))) }
        known[name] = .choice(rows)
        return .choice(rows)
    }

    private mutating func alternatives() -> [Patterns.Row] {
        var rows: [Patterns.Row] = []
        repeat {
            place += 1
            rows.append(Patterns.Row(row()))
        } while place < text.count && text[place] == UInt8(ascii: "|")
        place += 1
        return rows
    }

    private mutating func delimited(by end: Unicode.Scalar) -> String {
        let start = place + 1
        while place < text.count, text[place] != UInt8(ascii: end) { place += 1 }
        defer { place += 1 }
        return String(decoding: text[start..<min(place, text.count)], as: UTF8.self)
    }

    private mutating func word() -> String {
        let start = place
        while place < text.count, !signs.contains(text[place]) { place += 1 }
        return String(decoding: text[start..<place], as: UTF8.self)
    }
}
