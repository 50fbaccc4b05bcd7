/// Cuts a PDF, or the content of one of its pages, into numbers, names, strings, brackets and words (ISO 32000-1, 7.2).
struct PDFTokens {
    struct Token {
        var range: Range<Int>
        /// Whether it begins with a letter: an operator, or a word such as `obj`.
        var isWord: Bool
    }

    let bytes: UnsafeBufferPointer<UInt8>
    var place: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, from place: Int = 0) {
        self.bytes = bytes
        self.place = place
    }

    mutating func next() -> Token? {
        skipSpace()
        guard place < bytes.count else { return nil }
        let start = place
        switch bytes[place] {
        case UInt8(ascii: "("): skipString()
        case UInt8(ascii: "<") where place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "<"): place += 2
        case UInt8(ascii: ">") where place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: ">"): place += 2
        case UInt8(ascii: "<"):
            while place < bytes.count, bytes[place] != UInt8(ascii: ">") { place += 1 }
            place = min(place + 1, bytes.count)
        case let first where isDelimiter(first) && first != UInt8(ascii: "/"): place += 1
        case let first:
            place += 1
            while place < bytes.count, !isSpace(bytes[place]), !isDelimiter(bytes[place]) { place += 1 }
            return Token(range: start..<place, isWord: isWordStart(first))
        }
        return Token(range: start..<place, isWord: false)
    }

    /// Whether the next token is this word; it is then taken.
    mutating func skip(_ word: StaticString) -> Bool {
        let start = place
        if let token = next(), has(token, word) { return true }
        place = start
        return false
    }

    /// The next token as a number without a sign; nil for anything else, which is then not taken.
    mutating func integer() -> Int? {
        let start = place
        if let token = next(), let number = integer(token) { return number }
        place = start
        return nil
    }

    func has(_ token: Token, _ word: StaticString) -> Bool {
        token.range.count == word.utf8CodeUnitCount && word.withUTF8Buffer { bytes[token.range].elementsEqual($0) }
    }

    /// Of up to fifteen digits.
    func integer(_ token: Token) -> Int? {
        guard token.range.count <= 15, bytes[token.range].allSatisfy({ (48...57).contains($0) }) else { return nil }
        return bytes[token.range].reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    func text(_ token: Token) -> String { String(decoding: bytes[token.range], as: UTF8.self) }

    /// A comment is a space too.
    private mutating func skipSpace() {
        var isComment = false
        while place < bytes.count, isComment || isSpace(bytes[place]) || bytes[place] == UInt8(ascii: "%") {
            switch bytes[place] {
            case UInt8(ascii: "%"): isComment = true
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): isComment = false
            default: break
            }
            place += 1
        }
    }

    /// Brackets nest in a string, unless a reverse solidus stands before them.
    private mutating func skipString() {
        var depth = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\\"): place += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            place += 1
            if depth == 0 { break }
        }
        place = min(place, bytes.count)
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
    }

    private func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            true
        default: false
        }
    }

    /// Numbers begin with a digit, a sign or a point.
    private func isWordStart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "'"), UInt8(ascii: "\""): true
        default: false
        }
    }
}
