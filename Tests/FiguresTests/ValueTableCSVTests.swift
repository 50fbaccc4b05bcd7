import Figures
import Testing

/// Values as a spreadsheet takes them: numbers as numbers, words as words.
@Suite struct ValueTableCSVTests {
    private func field(_ text: String) -> String {
        String(ValueTable(header: ["a"], rows: [[text]]).csv.unicodeScalars.dropFirst(2).dropLast())
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("@x", "'@x"), ("+x", "'+x"), ("-x", "'-x"), ("\tx", "'\tx"), ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("=HYPERLINK(\"a\",1)", "\"'=HYPERLINK(\"\"a\"\",1)\""), ("\r=1", "\"'\r=1\""), ("\r\n=1", "\"'\r\n=1\""), ("\n=1", "\"'\n=1\""),
        // With a mark over it, it is another character to a reader and the same to a spreadsheet.
        ("=\u{301}1", "'=\u{301}1"), ("−3", "−3"), ("a=1", "a=1"), ("", ""), ("'", "'"),
    ])
    func noTextIsRun(_ text: String, _ expected: String) {
        #expect(Array(field(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(arguments: ["0", "33", "-5", "+5", "-0.25", "1204", "-1e3"])
    func numbersStay(_ number: String) { #expect(field(number) == number) }

    @Test(arguments: [("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\"\u{301}b", "\"a\"\"\u{301}b\""), ("a,\u{301}b", "\"a,\u{301}b\""), ("a\nb", "\"a\nb\"")])
    func whatPartsCellsIsQuoted(_ text: String, _ expected: String) {
        #expect(Array(field(text).unicodeScalars) == Array(expected.unicodeScalars))
    }
}
