import TestSupport

/// Prose with every block in every other, of any length, the same for the same seed. Each of its words stands in it once: eight
/// letters, the first of which tells whether it is of the text, `t`, or of a note, `n`.
struct RandomProse {
    private(set) var text = ""
    /// Those of the text, and of each note, in order.
    private(set) var words: [String] = []
    private(set) var notes: [[String]] = []

    private var random: SeededGenerator
    private var count = 0
    /// Of the note that is being written; nil in the text.
    private var note: Int?
    private var definitions: [String] = []
    /// Notes that were called and are not written yet.
    private var called: [Int] = []
    private let isHuge: Bool

    /// Whether enough is written; what is open is closed.
    private var isLong: Bool { count > (isHuge ? 4000 : 1000) }

    /// - Parameter isHuge: whether some parts are higher than a page.
    init(seed: UInt64, isHuge: Bool) {
        random = SeededGenerator(seed: seed)
        self.isHuge = isHuge
        var parts: [String] = []
        for index in 0..<number(3...9) where !isLong {
            if index > 0, chance(3) { parts.append((chance(2) && index > 1 ? "### " : "## ") + sentence(isHuge && chance(4) ? 430 : number(1...9))) }
            parts.append(block(depth: 0))
            writeNotes()
        }
        text = (parts + definitions).joined(separator: "\n\n") + "\n"
    }

    // MARK: Blocks

    private mutating func block(depth: Int) -> String {
        switch depth > 2 || isLong ? 0 : number(0...5) {
        case 1: return list(depth: depth)
        case 2: return indented("> ", blocks(depth: depth + 1))
        case 3: return code()
        case 4 where depth > 0 || note != nil: return blocks(depth: depth + 1)
        default: return sentence(isLong ? 1 : isHuge && chance(6) ? number(100...900) : number(1...40))
        }
    }

    private mutating func blocks(depth: Int) -> String {
        (0..<(isLong ? 1 : number(1...3))).map { _ in block(depth: depth) }.joined(separator: "\n\n")
    }

    private mutating func list(depth: Int) -> String {
        let start = chance(2) ? nil : [1, 8, 98, 2021].randomElement(using: &random)
        let items = (0..<(isHuge && chance(6) ? 60 : number(1...5))).map { index -> String in
            let mark = start.map { "\($0 + index). " } ?? "- "
            let inner = blocks(depth: depth + 1)
            return mark + indented(String(repeating: " ", count: mark.count), inner).dropFirst(mark.count)
        }
        return items.joined(separator: "\n\n")
    }

    private mutating func code() -> String {
        let lines = (0..<(isHuge && chance(4) ? 150 : number(1...8))).map { _ in (0..<number(1...8)).map { _ in word() }.joined(separator: " ") }
        return (["```"] + lines + ["```"]).joined(separator: "\n")
    }

    private func indented(_ mark: String, _ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { mark + $0 }.joined(separator: "\n")
    }

    /// The notes that were called since; those that they call come after them.
    private mutating func writeNotes() {
        while !called.isEmpty {
            let index = called.removeFirst()
            note = index
            definitions.append("[^n\(index)]: " + indented("    ", blocks(depth: 1)).dropFirst(4))
            note = nil
        }
    }

    // MARK: Words

    private mutating func sentence(_ length: Int) -> String {
        (0..<length).map { index -> String in
            let plain = word()
            let looks = ["*\(plain)*", "**\(plain)**", "`\(plain)`", "[\(plain)](https://a.example/)", "[\(plain)](lang:fr)"]
            var text = chance(8) ? looks[number(0...looks.count - 1)] : plain
            if notes.count < 40, !isLong, chance(note == nil ? 25 : 60) {
                text += "[^n\(notes.count)]"
                called.append(notes.count)
                notes.append([])
            }
            return text
        }.joined(separator: " ")
    }

    private mutating func word() -> String {
        var (rest, letters) = (count, "")
        count += 1
        for _ in 0..<7 {
            letters = String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(rest % 26))) + letters
            rest /= 26
        }
        let word = (note == nil ? "t" : "n") + letters
        if let note { notes[note].append(word) } else { words.append(word) }
        return word
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func chance(_ of: Int) -> Bool { number(1...of) == 1 }
}
