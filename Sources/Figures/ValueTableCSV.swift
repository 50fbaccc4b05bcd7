extension ValueTable {
    /// The table as CSV (RFC 4180), with line feeds.
    ///
    /// A text that a spreadsheet would run as a formula is set off by an apostrophe; numbers stay numbers.
    package var csv: String {
        ([header] + rows).map { row in row.map(Self.field).joined(separator: ",") + "\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        var text = text
        // By its first scalar: a mark that combines with it makes it no other to a spreadsheet.
        if let first = text.unicodeScalars.first, "=+-@\t\r\n".unicodeScalars.contains(first), Double(text) == nil { text = "'" + text }
        guard text.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || Character($0).isNewline }) else { return text }
        return "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }
}
