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
        let text = text("aaaa ", "bbbbbb")
        #expect(lines(text, width: 45, alignment: .justified) { _ in [3] } == ["aaaa |bbb|-", "bbb"])
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
        #expect(ends(text("aaaa bbbbbb")) { _ in [3] } == [.restOfWord, nil])
        // After a dash of the word's own, and in a word that no line holds, nothing is to be added.
        #expect(ends(text("aaaa-bbbbbb")) == [nil, nil])
        #expect(ends(text("aaaaaaaaaaaa")) == [nil, nil])
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
