package import Diagnostics

/// A CSV file (RFC 4180) as header and rows, each field with its value and its place.
///
/// Nothing is copied out of the file until it is asked for. Every row has as many fields as the header: a ragged row is
/// an error of `read`, and is left out. A line with nothing in it is no row.
package struct CSVTable: Sendable {
    package let file: SourceFile
    /// The names of the columns, without spaces around them.
    package let header: [Located<String>]
    /// The header as it stands in the file.
    package let headerSpan: Span

    private let fields: [CSVField]

    init(file: SourceFile, header: [Located<String>], headerSpan: Span, fields: [CSVField]) {
        self.file = file
        self.header = header
        self.headerSpan = headerSpan
        self.fields = fields
    }

    package var rowCount: Int { header.isEmpty ? 0 : fields.count / header.count }

    /// The rows in the file's order.
    package var rows: some Sequence<Row> {
        (0..<rowCount).lazy.map { index in
            let start = index * header.count
            return Row(file: file, header: header, fields: fields[start..<start + header.count])
        }
    }

    /// The index of the first column of that name; nil where there is none.
    package func column(_ name: String) -> Int? {
        header.firstIndex { $0.value == name }
    }

    /// One row. A column is counted from 0.
    package struct Row: Sendable {
        package let file: SourceFile
        let header: [Located<String>]
        let fields: ArraySlice<CSVField>

        /// The value exactly as the file gives it, spaces included, quotes resolved.
        package func value(_ column: Int) -> String {
            String(decoding: self[column].value(in: file.bytes), as: UTF8.self)
        }

        /// The value without the spaces around it, which no cell of a table means.
        package func text(_ column: Int) -> String {
            String(decoding: bytes(column), as: UTF8.self)
        }

        /// The bytes of `text`.
        package func bytes(_ column: Int) -> ArraySlice<UInt8> {
            trimmed(self[column].value(in: file.bytes))
        }

        /// Where the value stands, with its quotes, without the spaces around it; of no width in an empty cell.
        package func span(_ column: Int) -> Span {
            file.span(self[column].place(in: file.bytes))
        }

        /// The value without the spaces around it, and where it stands.
        package func located(_ column: Int) -> Located<String> {
            Located(text(column), at: span(column))
        }

        /// The whole row.
        package var span: Span {
            guard let first = fields.first, let last = fields.last else { return file.span(0..<0) }
            return file.span(first.written.lowerBound..<last.written.upperBound)
        }

        /// Whether every field is empty, as in the rows that a spreadsheet leaves under a table.
        package var isBlank: Bool {
            fields.allSatisfy { $0.place(in: file.bytes).isEmpty }
        }

        private subscript(column: Int) -> CSVField { fields[fields.startIndex + column] }
    }
}

/// Where a field's text stands, in bytes of its file, and how it is written.
struct CSVField: Sendable {
    enum Form: Sendable {
        case plain
        /// Between quotes, which `content` leaves out.
        case quoted
        /// Between quotes, with doubled quotes within.
        case quotedWithQuotes
    }

    // Half as large as a range of numbers: a file that can be read has fewer bytes than these can count.
    private let start, end: UInt32
    let form: Form

    init(content: Range<Int>, form: Form) {
        start = UInt32(content.lowerBound)
        end = UInt32(content.upperBound)
        self.form = form
    }

    var content: Range<Int> { Int(start)..<Int(end) }

    /// With its quotes.
    var written: Range<Int> {
        form == .plain ? content : max(0, content.lowerBound - 1)..<content.upperBound + 1
    }

    func value(in bytes: [UInt8]) -> ArraySlice<UInt8> {
        guard form == .quotedWithQuotes else { return bytes[content] }
        var value: [UInt8] = []
        value.reserveCapacity(content.count)
        var index = content.lowerBound
        while index < content.upperBound {
            value.append(bytes[index])
            index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
        }
        return value[...]
    }

    func place(in bytes: [UInt8]) -> Range<Int> {
        guard form == .plain else { return written }
        let text = trimmed(bytes[content])
        return text.startIndex..<text.endIndex
    }
}

/// Without the spaces, tabs and line ends at both ends.
func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var start = bytes.startIndex
    var end = bytes.endIndex
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return bytes[start..<end]
}
