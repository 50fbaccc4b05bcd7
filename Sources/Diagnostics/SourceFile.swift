internal import Synchronization

/// A text that the author wrote, and where its lines begin.
///
/// The path is the one that messages print: relative to where the command was started, or as the author gave it.
package final class SourceFile: Sendable {
    package let path: String

    /// UTF-8; every `Span` counts in it.
    package let bytes: [UInt8]

    /// The byte at which each line begins; the first is 0.
    private let lineStarts: [Int]

    /// Of long lines that messages ask about: the bytes at which every `columnStep`th character begins.
    private let columnStarts = Mutex<[Int: [Int]]>([:])

    package convenience init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// - Parameter bytes: UTF-8. They are not copied: a table may be large.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        var starts = [0]
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(index + 1)
        }
        lineStarts = starts
    }

    /// All of it.
    package var text: String { text(0..<bytes.count) }

    /// How many lines the text has; an empty text has one.
    package var lineCount: Int { lineStarts.count }

    /// The span of `range`, cut to the text.
    package func span(_ range: Range<Int>) -> Span {
        Span(file: self, range: range.clamped(to: 0..<bytes.count))
    }

    /// The span of everything.
    package var whole: Span { span(0..<bytes.count) }

    /// The text between two bytes.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// The byte range of a line (from 1), without its line end; empty beyond the last.
    package func lineRange(_ line: Int) -> Range<Int> {
        guard (1...lineStarts.count).contains(line) else { return bytes.count..<bytes.count }
        let start = lineStarts[line - 1]
        var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    /// The line (from 1) on which a byte stands.
    package func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The column (from 1, in characters as a reader counts them) of a byte.
    package func column(at offset: Int) -> Int {
        let line = line(at: offset)
        let start = lineStarts[line - 1]
        guard offset - start > longLine else { return text(start..<max(start, offset)).count + 1 }
        let starts = columnStarts(of: line)
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low * columnStep + text(starts[low]..<offset).count + 1
    }

    /// Counts a long line once, however many messages there are about it.
    private func columnStarts(of line: Int) -> [Int] {
        columnStarts.withLock { known in
            if let starts = known[line] { return starts }
            var offset = lineStarts[line - 1]
            var starts: [Int] = []
            for (index, character) in text(offset..<lineRange(line).upperBound).enumerated() {
                if index % columnStep == 0 { starts.append(offset) }
                offset += character.utf8.count
            }
            known[line] = starts
            return starts
        }
    }

    /// The byte of a line and of a column counted in Unicode scalars, both from 1; cut to the line.
    package func offset(line: Int, scalarColumn: Int) -> Int {
        let range = lineRange(line)
        var offset = range.lowerBound
        var left = scalarColumn - 1
        while left > 0, offset < range.upperBound {
            offset += 1
            while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        return offset
    }
}

/// Bytes; to count the characters of a shorter line costs no more than a message does.
private let longLine = 1_000

private let columnStep = 256

/// A stretch of a source text, in bytes.
package struct Span: Hashable, Sendable {
    package let file: SourceFile
    package let range: Range<Int>

    package init(file: SourceFile, range: Range<Int>) {
        self.file = file
        self.range = range
    }

    package var text: String { file.text(range) }
    package var line: Int { file.line(at: range.lowerBound) }
    package var column: Int { file.column(at: range.lowerBound) }

    /// `path:line:column`, as messages begin.
    package var place: String { "\(file.path):\(line):\(column)" }

    package static func == (left: Span, right: Span) -> Bool {
        left.file === right.file && left.range == right.range
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(file))
        hasher.combine(range)
    }
}

/// A value and where the author wrote it.
package struct Located<Value> {
    package var value: Value
    package var span: Span

    package init(_ value: Value, at span: Span) {
        self.value = value
        self.span = span
    }

    package func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
        Located<Other>(transform(value), at: span)
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
