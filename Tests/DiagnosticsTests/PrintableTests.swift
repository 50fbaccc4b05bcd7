import Diagnostics
import Testing

/// What a stranger wrote, as a terminal gets it.
@Suite struct PrintableTests {
    private static let unseen: [Unicode.Scalar] = [
        "\u{0}", "\u{7}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{AD}", "\u{61C}", "\u{200B}", "\u{200E}", "\u{200F}", "\u{2028}", "\u{2029}", "\u{202A}",
        "\u{202E}", "\u{2060}", "\u{2066}", "\u{2069}", "\u{FEFF}", "\u{FFF9}", "\u{E0001}", "\r", "\n",
    ]

    @Test(arguments: unseen)
    func showsWhatIsNotSeen(_ scalar: Unicode.Scalar) throws {
        let file = SourceFile(path: "a\(scalar)b.csv", text: "x\(scalar == "\n" ? "" : String(scalar)) wrong word")
        let start = try #require(file.bytes.firstIndex(of: UInt8(ascii: "w")))
        let shown = Diagnostic.error(
            file.span(start..<start + 5), "a \(scalar) b", facts: ["a\(scalar)"], hint: "\(scalar)"
        ).formatted
        let lines = shown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.count == 5, "\(lines)")
        #expect(!lines.contains { $0.unicodeScalars.contains(scalar) })
        // The underline stands beneath its words.
        let caret = try #require(lines[2].firstIndex(of: "^"))
        #expect(lines[1].dropFirst(lines[2].distance(from: lines[2].startIndex, to: caret)) == "wrong word")
        #expect(lines[0].contains(#"\u{"# + String(scalar.value, radix: 16, uppercase: true) + "}"))
        let json = Diagnostic.error(file.whole, "a \(scalar) b").json.formatted
        #expect(!json.split(separator: "\n").contains { $0.unicodeScalars.contains(scalar) })
    }

    @Test(arguments: ["Deir ez-Zor – “33”", "دير الزور", "👩‍👩‍👧‍👦 family", "می‌خواهم", "e\u{301}"])
    func leavesWordsAsTheyAre(_ text: String) {
        #expect(text.printable == text)
        #expect("a\tb".printable == "a b")
    }

    @Test func cutsACharacterOfManyMarks() {
        let tower = "a" + String(repeating: "\u{301}", count: 10_000)
        #expect(tower.count == 1 && tower.printable.unicodeScalars.count < 30)
        let file = SourceFile(path: "t", text: "\(tower) wrong")
        #expect(Diagnostic.error(file.span(20_002..<20_007), tower).formatted.utf8.count < 5_000)
    }

    /// The column of a place, and what is shown around it, however long the line is.
    @Test(arguments: ["x", "é", "e\u{301}", "語", "👩‍👩‍👧‍👦", "\u{202E}"])
    func findsPlacesInLongLines(_ letter: String) {
        let count = 3_000
        let line = String(repeating: letter, count: count)
        let file = SourceFile(path: "t", text: "first\n" + line + "BAD" + line + "\nlast")
        let size = letter.utf8.count
        for index in [0, 1, 255, 256, 257, 999, 2_048, count] {
            #expect(file.column(at: 6 + index * size) == index + 1)
        }
        let start = 6 + count * size
        let lines = Diagnostic.error(file.span(start..<start + 3), "m").formatted.split(separator: "\n")
        #expect(lines[0] == "t:2:\(count + 1): error: m")
        let column = lines[2].prefix { $0 != "^" }.count
        #expect(lines[1].dropFirst(column).hasPrefix("BAD"), "\(lines)")
        #expect(lines[1].count < 160 && lines[1].dropFirst(6).hasPrefix("… ") && lines[1].hasSuffix("…"))
    }
}
