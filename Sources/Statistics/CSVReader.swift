package import Diagnostics

extension CSVTable {
    /// Reads a CSV file: RFC 4180, with LF or CRLF, with or without a byte order mark, a last line end, blank lines.
    ///
    /// - Parameter diagnostics: gains every error of the form: quotes, ragged rows, the names of the columns.
    /// - Returns: the header and the rows that are sound; nil for a file with nothing in it.
    package static func read(_ file: SourceFile, diagnostics: inout Messages) -> CSVTable? {
        var reader = CSVReader(file: file)
        let table = reader.table()
        diagnostics += reader.diagnostics
        return table
    }
}

private let comma = UInt8(ascii: ",")
private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// One pass over the bytes of a file.
private struct CSVReader {
    private let file: SourceFile
    private let bytes: [UInt8]
    private var position = 0
    private var fields: [CSVField] = []
    private(set) var diagnostics = Messages()

    init(file: SourceFile) {
        self.file = file
        bytes = file.bytes
        if bytes.starts(with: byteOrderMark) { position = byteOrderMark.count }
    }

    mutating func table() -> CSVTable? {
        guard readRecord() != nil, let first = fields.first, let last = fields.last else {
            diagnostics.append(Diagnostic(.error, at: .file(file.path), "the file is empty: a table begins with a header"))
            return nil
        }
        let headerFields = fields
        let headerSpan = file.span(first.written.lowerBound..<last.written.upperBound)
        let header = headerFields.map { field in
            Located(
                String(decoding: trimmed(field.value(in: bytes)), as: UTF8.self), at: file.span(field.place(in: bytes)))
        }
        check(header, span: headerSpan)
        // Of a table parted by other signs no row can be read.
        if otherSigns(in: header) != nil { return nil }
        fields = []
        fields.reserveCapacity(bytes.count / 4)
        while true {
            let start = fields.count
            guard let isSound = readRecord() else { break }
            let count = fields.count - start
            if isSound, count == header.count { continue }
            if isSound { diagnostics.append(raggedRow(fields[start...], columns: header.count)) }
            fields.removeSubrange(start...)
        }
        return CSVTable(file: file, header: header, headerSpan: headerSpan, fields: fields)
    }

    /// Reads the next record that is not blank; nil at the end, false where its quotes are wrong.
    private mutating func readRecord() -> Bool? {
        while position < bytes.count {
            let first = fields.count
            var isSound = true
            while true {
                let isQuoted = position < bytes.count && bytes[position] == quote
                if !(isQuoted ? readQuotedField() : readPlainField()) { isSound = false }
                guard position < bytes.count, bytes[position] == comma else { break }
                position += 1
            }
            if position < bytes.count { position += 1 }
            let isBlank = fields.count == first + 1 && fields[first].form == .plain
                && trimmed(bytes[fields[first].content]).isEmpty
            if !isBlank { return isSound }
            fields.removeLast()
        }
        return nil
    }

    /// Reads up to a comma or a line end.
    private mutating func readPlainField() -> Bool {
        let start = position
        var stray: Int?
        while position < bytes.count {
            let byte = bytes[position]
            if byte == comma || byte == lineFeed { break }
            if byte == quote, stray == nil { stray = position }
            position += 1
        }
        var end = position
        if end > start, bytes[end - 1] == carriageReturn, end == bytes.count || bytes[end] == lineFeed { end -= 1 }
        fields.append(CSVField(content: start..<end, form: .plain))
        guard let stray else { return true }
        diagnostics.append(
            .error(
                file.span(stray..<stray + 1), "a quote within a field that does not begin with one",
                hint: "put the whole field between quotes, and write a quote that belongs to the text twice"))
        return false
    }

    /// Reads up to the closing quote, and past what wrongly follows it.
    private mutating func readQuotedField() -> Bool {
        let opening = position
        var form = CSVField.Form.quoted
        position += 1
        while position < bytes.count {
            if bytes[position] == quote {
                guard position + 1 < bytes.count, bytes[position + 1] == quote else { break }
                form = .quotedWithQuotes
                position += 1
            }
            position += 1
        }
        fields.append(CSVField(content: opening + 1..<position, form: form))
        guard position < bytes.count else {
            diagnostics.append(
                .error(
                    file.span(opening..<opening + 1), "this quote is never closed",
                    hint: "close it with a second quote; write a quote that belongs to the text twice"))
            return false
        }
        position += 1
        let after = position
        while position < bytes.count, bytes[position] != comma, bytes[position] != lineFeed { position += 1 }
        var end = position
        if end > after, bytes[end - 1] == carriageReturn { end -= 1 }
        guard end > after else { return true }
        diagnostics.append(
            .error(
                file.span(after..<end), "text after the closing quote",
                hint: "a comma or the end of the line follows a closing quote; write a quote that belongs to the text twice"))
        return false
    }

    /// What parts the fields instead of commas; nil for commas.
    private func otherSigns(in header: [Located<String>]) -> String? {
        guard header.count == 1 else { return nil }
        return [(";", "semicolons"), ("\t", "tabs")].first { header[0].value.contains($0.0) }?.1
    }

    private mutating func check(_ header: [Located<String>], span: Span) {
        if let signs = otherSigns(in: header) {
            diagnostics.append(
                .error(
                    span, "the header has no commas, but \(signs)",
                    hint: "save the table with commas between the fields (\"CSV, comma separated\")"))
        }
        var firsts: [String: Span] = [:]
        for (index, name) in header.enumerated() {
            if name.value.isEmpty {
                diagnostics.append(
                    .error(
                        name.span, "column \(index + 1) has no name",
                        hint: "name it, or take the column out with its comma in every row"))
            } else if let first = firsts[name.value] {
                diagnostics.append(
                    .error(
                        name.span, "a second column is called \"\(name.value)\"",
                        facts: ["the first is at column \(first.column) of the line"]))
            } else {
                firsts[name.value] = name.span
            }
        }
    }

    private func raggedRow(_ row: ArraySlice<CSVField>, columns: Int) -> Diagnostic {
        let start = row[row.startIndex].written.lowerBound
        let end = row[row.endIndex - 1].written.upperBound
        let isLong = row.count > columns
        let message = "the row has \(counted(row.count, "field")), the header \(counted(columns, "field"))"
        let surplus = isLong ? row[row.startIndex + columns].written.lowerBound : start
        return .error(
            file.span(surplus..<end), message,
            hint: isLong
                ? "a value with a comma in it stands between quotes; take out what is too much"
                : "an empty cell keeps its comma")
    }
}

/// "1 field", "2 fields".
func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}
