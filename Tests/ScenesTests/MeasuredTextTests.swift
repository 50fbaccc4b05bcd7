import Scenes
import TestSupport
import Testing

@Suite struct MeasuredTextTests {
    /// Five points a character.
    private let style = TextStyle(
        font: Font(families: ["Test"], size: 10),
        colour: Colour(
            screen: .init(red: 0, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 1)),
        leading: 12)

    private func text(_ parts: String...) -> MeasuredText {
        MeasuredText(parts.map { TextRun($0, style) }, measurer: FixedWidthMeasurer())
    }

    private func lines(
        _ text: MeasuredText, width: Double, alignment: LineBreaker.Alignment = .left, hyphenation: HyphenationPoints? = nil
    ) -> [String] {
        text.lines(width: width, alignment: alignment, hyphenation: hyphenation)
            .map { text.pieces(of: $0).map(\.text).joined(separator: "|") }
    }

    @Test func spacesAtLineEndsBelongToNoLine() {
        #expect(lines(text("aa   bb  "), width: 20) == ["aa", "bb"])
        #expect(lines(text("aa   bb  "), width: 100) == ["aa   bb"])
    }

    @Test func authorsLineEndsAreKept() {
        #expect(lines(text("aa \n bb\n"), width: 100) == ["aa", " bb"])
        #expect(lines(text("\n"), width: 100) == [""])
        #expect(lines(text(""), width: 100).isEmpty)
    }

    @Test func piecesFollowTheRuns() {
        let text = text("aa b", "", "b cc")
        #expect(lines(text, width: 25) == ["aa b|b", "cc"])
        let first = text.pieces(of: text.lines(width: 25, alignment: .left)[0])
        #expect(first.map(\.run) == [0, 2])
        #expect(first.map(\.advance) == [20, 5])
    }

    @Test func hyphensAreAddedInTheRunThatEnds() {
        let text = text("aaaa ", "bbbbbb cc")
        #expect(lines(text, width: 45, alignment: .justified) { _ in [3] } == ["aaaa |bbb|-", "bbb cc"])
        let first = text.pieces(of: text.lines(width: 45, alignment: .justified) { _ in [3] }[0])
        #expect(first.map(\.run) == [0, 1, 1])
    }

    @Test func wordsOfAnotherLanguageStayWhole() {
        let mixed = MeasuredText(
            [TextRun("aaaa ", style), TextRun("bbbbbb", style, isHyphenated: false), TextRun(" cccccc", style)], measurer: FixedWidthMeasurer())
        #expect(lines(mixed, width: 45, alignment: .justified) { _ in [3] } == ["aaaa", "bbbbbb", "cccccc"])
    }

    @Test func sayHowTheyGoOn() {
        func ends(_ text: MeasuredText, hyphenation: HyphenationPoints? = nil) -> [TextItem.Continuation?] {
            text.lines(width: 45, alignment: .left, hyphenation: hyphenation).map { text.pieces(of: $0).last?.continuation }
        }
        #expect(ends(text("aaaa bbbb cccc")) == [.word, nil])
        #expect(ends(text("aaaa\nbbbb")) == [.word, nil])
        #expect(ends(text("aaaa bbbbbb cc")) { _ in [3] } == [.restOfWord, nil])
        // After a dash of the word's own, and in a word that no line holds, nothing is to be added.
        #expect(ends(text("aaaa-bbbbbb")) == [nil, nil])
        #expect(ends(text("aaaaaaaaaaaa")) == [nil, nil])
    }

    /// A last line is no rest of a word, also where the author ends one; a word that no line holds is parted all the same.
    @Test func theLastWordStaysWhole() {
        #expect(lines(text("aaaa bbbbbb"), width: 45, alignment: .justified) { _ in [3] } == ["aaaa", "bbbbbb"])
        #expect(lines(text("aaaa bbbbbb \ncc"), width: 45, alignment: .justified) { _ in [3] } == ["aaaa", "bbbbbb", "cc"])
        #expect(lines(text("bbbbbbbbbb"), width: 45, alignment: .justified) { _ in [3] } == ["bbb|-", "bbbbbbb"])
    }

    /// With a hyphen allowed after every third letter. Each `|` is an end of a line; nothing is added.
    @Test(arguments: [
        ("https://example.org/aaaaaa/bbbbbb", "https://example.org/|aaaaaa/bbbbbb"), ("aaaaaaaa.example.org/bbbbbb-cccc", "aaaaaaaa.example.org/|bbbbbb-cccc"),
        ("aaaaaa@aaaaaaaaa.example.org", "aaaaaa@aaaaaaaaa.|example.org"), ("/usr/share/aaaaaa/bbbbbb.pdf", "/usr/share/aaaaaa/|bbbbbb.pdf"),
        ("C:\\aaaaaa\\bbbbbbbbb\\cccccc", "C:\\aaaaaa\\bbbbbbbbb\\|cccccc"), ("aaaaaaaaaaaa/bbbbbbbbbbbbbb", "aaaaaaaaaaaa/|bbbbbbbbbbbbbb"),
        ("10.1234/aaaaaa.bbbbbb.2023.cc", "10.1234/|aaaaaa.bbbbbb.2023.cc"), ("aaa–https://example.org/bbbbbb", "aaa–|https://example.org/|bbbbbb"),
        ("a@bbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "a@bbbbbbbbbbbbbbbbbbbb|bbbbbbbbb"), ("https://example.org/aaaaaa?b=cccccc", "https://example.org/|aaaaaa?b=cccccc"),
        ("#aaaaaaaaaaaaaaaaaaaaaaaaaaaa", "#aaaaaaaaaaaaaaaaaaaaa|aaaaaaa"),
    ])
    func addressesAreBrokenAtTheirSigns(_ token: String, broken: String) {
        let every: HyphenationPoints = { word in Array(stride(from: 3, to: word.utf8.count - 2, by: 3)) }
        let found = lines(text("x " + token + " x"), width: 122, hyphenation: every)
        #expect(found.joined(separator: "|").replacing(#/^x[ |]|[ |]x$/#, with: "") == broken)
    }

    @Test(arguments: ["A/B", "and/or", "2023/24", "he/she/they", "km/h", "U.S.-", "file.c", "9,5/10", "aaaaaa/", "(/)"])
    func shortAlternativesStayTogether(_ token: String) {
        #expect(text(token).breakPoints(width: 500) { word in Array(1..<word.utf8.count) }.map(\.end) == [token.utf8.count])
        #expect(text(token + " x").breakPoints(width: 500) { word in Array(1..<word.utf8.count) }.map(\.end) == [token.utf8.count, token.utf8.count + 2])
    }

    @Test func dashesOfAbbreviationsEndLines() {
        #expect(text("U.S.-led x").breakPoints(width: 500, hyphenation: nil).map(\.end) == [5, 8, 10])
    }

    @Test func softHyphensAreForLineEndsAlone() {
        let words = text("aaaa bb\u{AD}bb\u{AD}bb cc")
        #expect(lines(words, width: 40, alignment: .justified) { _ in [] } == ["aaaa bb|-", "bbbb cc"])
        #expect(lines(words, width: 100, alignment: .justified) { _ in [] } == ["aaaa bbbbbb cc"])
        // What is not hyphenated has none.
        #expect(lines(words, width: 40, alignment: .even) == ["aaaa", "bbbbbb", "cc"])
    }

    @Test func numbersKeepTheirMinus() {
        #expect(lines(text("aaa –5 -5"), width: 20) == ["aaa", "–5", "-5"])
    }

    @Test func knowsWhatCannotBeBroken() {
        #expect(text("a high-quality word").widestPart == 35)
        #expect(text("a", "bb cc").widestPart == 15)
        #expect(text("").widestPart == 0)
    }

    @Test func titlesAreEvenToTheirLastLine() {
        let title = text("aaaa bbbb cccc d")
        #expect(lines(title, width: 70, alignment: .even) == ["aaaa bbbb", "cccc d"])
        #expect(lines(title, width: 80, alignment: .even) == ["aaaa bbbb cccc d"])
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func evenLinesAreNoMoreThanNeeded(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let words = (0..<12).map { _ in String(repeating: "x", count: Int.random(in: 1...10, using: &random)) }
        let title = text(words.joined(separator: " "))
        var firstFit = 1
        var used = 0
        for word in words {
            if used > 0, used + 1 + word.count > 30 {
                firstFit += 1
                used = word.count
            } else {
                used += (used > 0 ? 1 : 0) + word.count
            }
        }
        #expect(lines(title, width: 150, alignment: .even).count == firstFit)
    }
}
