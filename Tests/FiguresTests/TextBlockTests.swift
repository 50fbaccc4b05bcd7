import Figures
import Scenes
import TestSupport
import Testing

@Suite struct TextBlockTests {
    private let measurer = FixedWidthMeasurer()
    /// Five points a character.
    private let style = TextStyle(
        font: Font(families: ["A"], size: 10), colour: FixtureStyle.style.colours.accent, leading: 12)

    private func lines(_ block: TextBlock) -> [String] {
        block.items.map { item in
            if case .text(let text) = item { text.text } else { "?" }
        }
    }

    @Test func breaksBetweenWords() {
        let block = TextBlock("aa bb cc", style, width: 25, measurer: measurer)
        #expect(lines(block) == ["aa bb", "cc"])
        #expect(block.height == 24)
        #expect(block.width == 25)
    }

    @Test func cutsAWordThatNoLineHolds() {
        #expect(lines(TextBlock("abcdefgh ij", style, width: 20, measurer: measurer)) == ["abcd", "efgh", "ij"])
        #expect(lines(TextBlock("äöü", style, width: 1, measurer: measurer)) == ["ä", "ö", "ü"])
    }

    @Test func breaksAfterHyphensWithinWords() {
        #expect(lines(TextBlock("high-quality", style, width: 40, measurer: measurer)) == ["high-", "quality"])
        #expect(lines(TextBlock("5 -3", style, width: 15, measurer: measurer)) == ["5", "-3"])
    }

    @Test func setsRunsAfterEachOther() {
        let block = TextBlock([TextRun("Notes:", style), TextRun(" aa bb", style)], width: 45, measurer: measurer)
        #expect(lines(block) == ["Notes:", " aa", "bb"])
    }

    @Test func balancesTitles() {
        let block = TextBlock.balanced("aaaa bbbb cccc d", style, width: 70, measurer: measurer)
        #expect(lines(block) == ["aaaa bbbb", "cccc d"])
    }

    @Test func emptyTextTakesNoPlace() {
        #expect(TextBlock("", style, width: 10, measurer: measurer).height == 0)
    }

    @Test(arguments: 0..<60) func linesKeepToTheirWidth(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let words = (0..<30).map { _ in String(repeating: "x", count: Int.random(in: 1...14, using: &random)) }
        let width = Double.random(in: 20...200, using: &random)
        let block = TextBlock(words.joined(separator: " "), style, width: width, measurer: measurer)
        #expect(block.width <= width + 0.01)
        #expect(lines(block).joined().filter { $0 != " " } == words.joined())
    }
}
