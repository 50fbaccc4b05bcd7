internal import Diagnostics

/// Where the characters stand that libyaml counts: Unicode scalars from the start of a stretch of a file.
///
/// Counting from the start is safe where line and column would not be: libyaml also ends lines at U+0085 and U+2028.
struct CharacterPlaces {
    let file: SourceFile
    private let range: Range<Int>
    /// The byte of each character, and of the end; empty where all are ASCII and the sum will do.
    private let offsets: [Int]

    init(file: SourceFile, range: Range<Int>) {
        self.file = file
        self.range = range
        let bytes = file.bytes
        var offsets: [Int] = []
        if bytes[range].contains(where: { $0 >= 0x80 }) {
            offsets.reserveCapacity(range.count + 1)
            for offset in range where bytes[offset] & 0xC0 != 0x80 { offsets.append(offset) }
            offsets.append(range.upperBound)
        }
        self.offsets = offsets
    }

    /// The byte of a character; the end of the stretch beyond the last.
    func offset(_ character: Int) -> Int {
        if offsets.isEmpty { return min(range.lowerBound + character, range.upperBound) }
        return character < offsets.count ? offsets[character] : range.upperBound
    }

    /// The byte of the file at a byte of the stretch.
    func offset(byte: Int) -> Int { min(range.lowerBound + byte, range.upperBound) }

    func span(_ characters: Range<Int>) -> Span {
        file.span(offset(characters.lowerBound)..<offset(characters.upperBound))
    }

    /// Without blanks and line ends after it: libyaml ends a block where the next token begins.
    func trimmed(_ span: Span) -> Span {
        var end = span.range.upperBound
        while end > span.range.lowerBound, file.bytes[end - 1].isBlankOrLineEnd { end -= 1 }
        return file.span(span.range.lowerBound..<end)
    }
}

extension CharacterPlaces {
    /// From the first entry of a list or mapping to its last, brackets included.
    func collection(from start: YAMLParser.Step, to end: YAMLParser.Step) -> Span {
        let lower = offset(start.range.lowerBound)
        if start.isFlow { return file.span(lower..<max(lower, offset(end.range.upperBound))) }
        // A block ends where the next token begins: what lies between is blank lines and comments.
        var upper = max(lower, offset(end.range.lowerBound))
        while upper > lower {
            upper = trimmed(file.span(lower..<upper)).range.upperBound
            let line = file.line(at: max(lower, upper - 1))
            let whole = file.lineRange(line)
            let first = file.bytes[whole].firstIndex { !$0.isBlankOrLineEnd }
            guard let first, first >= lower, first < upper, file.bytes[first] == UInt8(ascii: "#") else { break }
            upper = first
        }
        return file.span(lower..<upper)
    }
}

extension UInt8 {
    /// Space, tab, line feed or carriage return.
    var isBlankOrLineEnd: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
    }
}
