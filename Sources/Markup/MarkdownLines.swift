internal import Diagnostics

/// The lines of a Markdown text as cmark counts them, in a file.
struct MarkdownLines {
    let file: SourceFile
    let body: Range<Int>
    /// The byte at which each line begins.
    private let starts: [Int]

    init(file: SourceFile, body: Range<Int>) {
        self.file = file
        self.body = body
        // Unlike `SourceFile`, cmark also ends a line at a carriage return that stands alone.
        var starts = [body.lowerBound]
        let bytes = file.bytes
        for offset in body {
            let byte = bytes[offset]
            let next = offset + 1
            if byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r") && !(next < body.upperBound && bytes[next] == UInt8(ascii: "\n"))
            {
                starts.append(next)
            }
        }
        self.starts = starts
    }

    var count: Int { starts.count }

    /// The bytes of a line (from 1), without its line end; empty, at the end, beyond the last.
    func range(_ line: Int) -> Range<Int> {
        guard (1...starts.count).contains(line) else { return body.upperBound..<body.upperBound }
        let start = starts[line - 1]
        var end = line < starts.count ? starts[line] : body.upperBound
        while end > start, file.bytes[end - 1] == UInt8(ascii: "\n") || file.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    /// The byte at a line and column, both from 1; cut to the line.
    func offset(line: Int, column: Int) -> Int {
        let range = range(line)
        return min(range.lowerBound + max(0, column - 1), range.upperBound)
    }

    /// Where the text of a line begins, after its blanks and after as many signs of quotation as it may carry.
    ///
    /// - Parameter insideList: whether a list is around it: only then may a sign be indented by more than three.
    func contentStart(_ line: Int, quotes: Int, insideList: Bool) -> Int {
        let range = range(line)
        var offset = range.lowerBound
        var left = quotes
        while true {
            let start = offset
            while offset < range.upperBound, file.bytes[offset].isBlankOrLineEnd { offset += 1 }
            guard left > 0, offset < range.upperBound, file.bytes[offset] == UInt8(ascii: ">"),
                insideList || offset - start <= 4
            else { return offset }
            offset += 1
            left -= 1
        }
    }

    /// Whether a line is the second of a table: hyphens, colons and bars alone.
    func isDelimiterRow(_ line: Int, quotes: Int) -> Bool {
        let range = contentStart(line, quotes: quotes, insideList: true)..<range(line).upperBound
        let signs = file.bytes[range]
        return signs.contains(UInt8(ascii: "-"))
            && signs.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "|") || $0.isBlankOrLineEnd }
    }

    /// Cut of the blanks and line ends at its end.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, file.bytes[end - 1].isBlankOrLineEnd { end -= 1 }
        return range.lowerBound..<end
    }
}

/// The text of one block without the markers of the blocks around it, and where each of its bytes stands in the file.
struct MarkdownContent {
    private(set) var bytes: [UInt8] = []
    private var offsets: [Int] = []
    /// Where each line begins, in `bytes`.
    private(set) var lineStarts: [Int] = []

    /// Adds a line, with a line feed between it and the line before.
    mutating func append(_ range: Range<Int>, of lines: MarkdownLines) {
        if let last = offsets.last {
            bytes.append(UInt8(ascii: "\n"))
            offsets.append(last + 1)
        }
        lineStarts.append(bytes.count)
        bytes += lines.file.bytes[range]
        offsets += range
    }

    /// Adds a cell of a table, in which `\|` is a bar for whatever is inside.
    mutating func appendCell(_ range: Range<Int>, of lines: MarkdownLines) {
        lineStarts.append(bytes.count)
        let source = lines.file.bytes
        for offset in range {
            let next = offset + 1
            if source[offset] == UInt8(ascii: "\\"), next < range.upperBound, source[next] == UInt8(ascii: "|") { continue }
            bytes.append(source[offset])
            offsets.append(offset)
        }
    }

    /// The bytes of the file between two places; nil where there is no text.
    func range(_ range: Range<Int>) -> Range<Int>? {
        guard let first = offsets.first, let last = offsets.last else { return nil }
        let start = range.lowerBound < offsets.count ? offsets[range.lowerBound] : last + 1
        guard !range.isEmpty else { return start..<start }
        return max(first, start)..<max(start, offsets[min(range.upperBound, offsets.count) - 1] + 1)
    }
}
