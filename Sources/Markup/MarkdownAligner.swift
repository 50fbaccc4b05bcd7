internal import Diagnostics

/// Finds where the inlines of a block stand, by reading its text again along the tree that cmark made of it.
///
/// cmark's own columns are wrong after a link over two lines, a backslash at a line's end, an indented line, a
/// definition of a reference, an escaped bar in a table. The tree says what comes next, so each node is met at its
/// markers, and its place is exact by construction. Where text and tree do not agree, `isLost` is set, and what follows
/// is placed at the whole block.
struct MarkdownAligner {
    let content: MarkdownContent
    let file: SourceFile
    /// What a node gets that is not found.
    let whole: Span
    var cursor = 0
    private(set) var isLost = false
    /// Entities that were met, so that cmark is asked once for each.
    private var entities: [[UInt8]: String?] = [:]

    init(content: MarkdownContent, file: SourceFile, whole: Span) {
        self.content = content
        self.file = file
        self.whole = whole
    }

    private var bytes: [UInt8] { content.bytes }

    func span(_ range: Range<Int>) -> Span {
        guard !isLost, let found = content.range(range) else { return whole }
        return file.span(found)
    }

    mutating func restart(at line: Int) {
        cursor = content.lineStarts[line]
        isLost = false
    }

    func peek(_ sign: Unicode.Scalar, ahead: Int = 0) -> Bool {
        cursor + ahead < content.bytes.count && content.bytes[cursor + ahead] == UInt8(ascii: sign)
    }

    /// Steps over a sign that must stand here.
    mutating func expect(_ signs: Unicode.Scalar...) {
        guard !isLost, signs.contains(where: { peek($0) }) else {
            isLost = true
            return
        }
        cursor += 1
    }

    mutating func skipBlanks() {
        while cursor < bytes.count, content.bytes[cursor].isBlankOrLineEnd { cursor += 1 }
    }

    // MARK: Leaves

    /// Steps over a text that the tree holds without escapes and entities; raw where neither can stand.
    mutating func text(_ literal: String, raw: Bool) -> Span {
        let wanted = Array(literal.utf8)
        let start = cursor
        var index = 0
        while index < wanted.count, !isLost {
            guard cursor < bytes.count else {
                isLost = true
                break
            }
            let byte = content.bytes[cursor]
            if !raw, byte == UInt8(ascii: "\\"), cursor + 1 < bytes.count, content.bytes[cursor + 1].isASCIIPunctuation,
                content.bytes[cursor + 1] == wanted[index]
            {
                cursor += 2
                index += 1
            } else if !raw, byte == UInt8(ascii: "&"), let entity = entity(at: cursor),
                wanted[index...].starts(with: entity.decoded.utf8)
            {
                cursor += entity.length
                index += entity.decoded.utf8.count
            } else if byte == wanted[index] {
                cursor += 1
                index += 1
            } else {
                isLost = true
            }
        }
        return span(start..<cursor)
    }

    /// Steps over a text as `text` does, in pieces: each `~` and `^` that no backslash escapes is one by itself.
    mutating func pieces(of literal: String) -> [(text: String, span: Span, isMark: Bool)] {
        guard literal.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "^") }) else {
            return [(literal, text(literal, raw: false), false)]
        }
        var pieces: [(text: String, span: Span, isMark: Bool)] = []
        var rest = literal[...]
        while let first = rest.first {
            if first == "~" || first == "^" {
                let isMark = peek(first == "~" ? "~" : "^")
                pieces.append((String(first), text(String(first), raw: false), isMark))
                rest = rest.dropFirst()
            } else {
                let words = rest.prefix { $0 != "~" && $0 != "^" }
                pieces.append((String(words), text(String(words), raw: false), false))
                rest = rest[words.endIndex...]
            }
        }
        return pieces
    }

    /// Steps over a line's end, with the blanks or the backslash before it and the blanks after it.
    mutating func lineBreak() -> Span {
        let start = cursor
        while peek(" ") || peek("\t") { cursor += 1 }
        if peek("\\") { cursor += 1 }
        expect("\n")
        let end = cursor
        while peek(" ") || peek("\t") { cursor += 1 }
        return span(start..<end)
    }

    /// Steps over code between runs of as many backticks.
    mutating func code() -> Span {
        let start = cursor
        let opening = backticks()
        while cursor < bytes.count, !isLost {
            if peek("`") {
                if backticks() == opening { return span(start..<cursor) }
            } else {
                cursor += 1
            }
        }
        isLost = true
        return whole
    }

    private mutating func backticks() -> Int {
        let start = cursor
        while peek("`") { cursor += 1 }
        if cursor == start { isLost = true }
        return cursor - start
    }

    /// Steps over `[^name]`, and says the name.
    mutating func footnoteReference() -> (name: String, span: Span) {
        let start = cursor
        expect("[")
        expect("^")
        let nameStart = cursor
        while cursor < bytes.count, !peek("]") { cursor += 1 }
        let name = isLost ? "" : String(decoding: content.bytes[nameStart..<cursor], as: UTF8.self)
        expect("]")
        return (name, span(start..<cursor))
    }

    private mutating func entity(at start: Int) -> (decoded: String, length: Int)? {
        var end = start + 1
        let limit = min(bytes.count, start + 40)
        while end < limit, content.bytes[end].isASCIILetterOrDigit || content.bytes[end] == UInt8(ascii: "#") { end += 1 }
        guard end < limit, content.bytes[end] == UInt8(ascii: ";") else { return nil }
        let written = Array(content.bytes[start...end])
        let decoded: String?
        if let known = entities[written] {
            decoded = known
        } else {
            decoded = decodedEntity(written)
            entities[written] = .some(decoded)
        }
        return decoded.map { ($0, written.count) }
    }
}

extension UInt8 {
    var isASCIIPunctuation: Bool {
        switch self {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    var isASCIILetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: false
        }
    }
}
