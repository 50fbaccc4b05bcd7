import Figures
@testable import Reports
import Scenes
import TestSupport
import Testing

@Suite struct LineBreakerTests {
    private let text = TextStyle(
        font: Font(families: ["Test"], size: 10),
        colour: Colour(
            screen: .init(red: 0, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 1)),
        leading: 12)
    private let measurer = FixedWidthMeasurer()

    private func lines(
        _ words: String, width: Double, alignment: LineBreaker.Alignment = .justified, indent: Double = 0,
        hyphenation: HyphenationPoints? = nil
    ) -> [SetLine] {
        Paragraph([Run(words, text)], measurer: measurer)
            .lines(width: width, indent: indent, alignment: alignment, measurer: measurer, hyphenation: hyphenation)
    }

    private func words(_ line: SetLine) -> String {
        line.items.map { if case .text(let item) = $0 { item.text } else { "" } }.joined()
    }

    private func width(_ line: SetLine) -> Double {
        line.items.reduce(0) { if case .text(let item) = $1 { max($0, item.origin.x + item.width) } else { $0 } }
    }

    /// Words of 1 to 9 letters, the same for the same seed.
    private func randomText(_ count: Int, seed: UInt64) -> String {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in String(repeating: "a", count: Int.random(in: 1...9, using: &random)) }
            .joined(separator: " ")
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func keepsEveryWordAndFillsEveryLine(seed: UInt64) {
        let source = randomText(120, seed: seed)
        let lines = lines(source, width: 200, indent: 10)
        #expect(lines.map(words).joined(separator: " ") == source)
        for line in lines.dropLast() { #expect(abs(width(line) - 200) < 1e-9) }
        #expect(width(lines[lines.count - 1]) <= 200 + 1e-9)
    }

    /// The sum over lines of what a reader sees as uneven: the cube of how far the spaces are from their natural width.
    private func unevenness(_ starts: [Int], _ lengths: [Int], columns: Int) -> Double? {
        var sum = 0.0
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1] : lengths.count
            let spaces = end - start - 1
            let missing = columns - lengths[start..<end].reduce(0, +) - spaces
            if index == starts.count - 1 {
                if missing < 0 { return nil }
                continue
            }
            if missing < 0 || (spaces == 0 && missing > 0) { return nil }
            sum += spaces == 0 ? 0 : Double(missing * missing * missing) / Double(spaces * spaces * spaces)
        }
        return sum
    }

    @Test(arguments: [11, 12, 13, 14, 15, 16] as [UInt64])
    func isNoWorseThanFirstFit(seed: UInt64) {
        let source = randomText(60, seed: seed)
        let lengths = source.split(separator: " ").map(\.count)
        let found = lines(source, width: 40 * 5).map { words($0).split(separator: " ").count }
        var starts = [0]
        for count in found.dropLast() { starts.append(starts[starts.count - 1] + count) }
        var greedy = [0]
        var used = 0
        for (index, length) in lengths.enumerated() {
            if used > 0, used + 1 + length > 40 {
                greedy.append(index)
                used = length
            } else {
                used += (used > 0 ? 1 : 0) + length
            }
        }
        if let ours = unevenness(starts, lengths, columns: 40), let theirs = unevenness(greedy, lengths, columns: 40) {
            #expect(ours <= theirs + 1e-9)
        }
    }

    @Test func hyphenatesWhereTheDictionaryAllowsAndOnlyThere() {
        let source = "aaaa bbbbbbbbbbbb cccc dddddddddddd eeee"
        let lines = lines(source, width: 60) { $0.count == 12 ? [6] : [] }
        #expect(lines.map(words).contains { $0.hasSuffix("-") })
        #expect(lines.map(words).filter { $0.hasSuffix("-") }.allSatisfy { $0.hasSuffix("bbbbbb-") || $0.hasSuffix("dddddd-") })
    }

    @Test func breaksAfterDashes() {
        let found = lines("aaaaaa bbbbbb–cccccc dddddd", width: 70, alignment: .left).map(words)
        #expect(found == ["aaaaaa bbbbbb–", "cccccc dddddd"])
    }

    @Test func breaksAWordThatNoLineHolds() {
        let found = lines(String(repeating: "w", count: 45), width: 100)
        #expect(found.map(words).joined().count == 45)
        #expect(found.allSatisfy { width($0) <= 100 + 1e-9 })
    }

    @Test func obeysTheAuthorsLineEnd() {
        #expect(lines("one\ntwo three", width: 500).map(words) == ["one", "two three"])
    }

    /// Gaps as wide as words are worse than a ragged line.
    @Test func aLineOfGapsStaysRagged() {
        let found = lines("aa https://example.org/aaaaaaaaaaaaaaaaaa bb", width: 130)
        #expect(found.map(words) == ["aa", "https://example.org/", "aaaaaaaaaaaaaaaaaa bb"] || found.map(words) == ["aa https://example.org/", "aaaaaaaaaaaaaaaaaa bb"])
        #expect(lines("aa bb " + String(repeating: "c", count: 26) + " dd", width: 130).map(width)[0] == 25)
    }

    @Test func evensOutHeadlines() {
        // First fit would give 19 and 4 characters.
        let found = lines("aaaa bbbb cccc dddd eeee", width: 5 * 20, alignment: .even).map { words($0).count }
        #expect(found == [14, 9] || found == [9, 14])
    }

    @Test func setsNothingForNothing() {
        #expect(lines("", width: 100).isEmpty)
    }

    @Test func keepsLinksOnEachOfTheirLines() {
        let runs = [Run("see ", text), Run("aaaa bbbb cccc dddd", text, link: Link(destination: .address("https://a.example"), words: "", number: 1)), Run(" end", text)]
        let lines = Paragraph(runs, measurer: measurer)
            .lines(width: 60, alignment: .left, measurer: measurer, hyphenation: nil)
        #expect(lines.count == 3)
        #expect(lines.map(\.links.count) == [1, 1, 1])
    }
}
