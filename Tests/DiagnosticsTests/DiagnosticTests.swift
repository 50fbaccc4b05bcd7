import Diagnostics
import Testing

@Suite struct DiagnosticTests {
    @Test func printsPlaceLineAndUnderline() {
        let file = SourceFile(path: "a/b.md", text: "first\nThey döubled in Hama\n")
        let range = 11..<19
        let diagnostic = Diagnostic.error(file.span(range), "wrong", facts: ["5 and 4"], hint: "say \"rose\"")
        #expect(
            diagnostic.formatted == """
                a/b.md:2:6: error: wrong
                  2 | They döubled in Hama
                    |      ^^^^^^^
                  5 and 4
                  hint: say "rose"
                """)
    }

    @Test func cutsLongLinesAroundThePlace() {
        let text = String(repeating: "x", count: 300) + "BAD" + String(repeating: "y", count: 300)
        let file = SourceFile(path: "t.csv", text: text)
        let lines = Diagnostic.error(file.span(300..<303), "m").formatted.split(separator: "\n")
        #expect(lines[0] == "t.csv:1:301: error: m")
        #expect(lines.allSatisfy { $0.count < 160 })
        let caret = lines[2].firstIndex(of: "^")!
        let column = lines[2].distance(from: lines[2].startIndex, to: caret)
        #expect(lines[1].dropFirst(column).hasPrefix("BAD"))
    }

    @Test func ordersByPlaceAndDropsRepeats() {
        let file = SourceFile(path: "a", text: "one two")
        let later = Diagnostic.error(file.span(4..<7), "later")
        let earlier = Diagnostic.error(file.span(0..<3), "earlier")
        #expect([later, earlier, later].inReadingOrder == [earlier, later])
    }

    @Test(arguments: [
        ("Hom", "Homs"), ("Deir ez-Zor", "Deir Ez Zor"), ("colums", "columns"), ("attakcs", "attacks"),
    ])
    func suggestsTheLikelyWord(written: String, meant: String) {
        #expect(likelyMeant(written, among: ["Homs", "Hama", "Deir Ez Zor", "columns", "attacks"]) == meant)
    }

    @Test func suggestsNothingFar() {
        #expect(likelyMeant("Paris", among: ["Homs", "Deir Ez Zor"]) == nil)
    }

    @Test func escapesJSON() {
        #expect(JSON.string("a\"b\\c\n\u{1}").formatted == #""a\"b\\c\n\u0001""#)
        #expect(JSON.object([("a", .array([.number(1)])), ("b", .array([]))]).formatted == "{\n  \"a\": [\n    1\n  ],\n  \"b\": []\n}")
    }
}
