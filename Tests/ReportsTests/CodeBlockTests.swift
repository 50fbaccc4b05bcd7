import Diagnostics
import Figures
import Scenes
import TestSupport
import Testing

@testable import Reports

/// Code in columns: every character is 3 points wide here.
@Suite struct CodeBlockTests {
    private let style: PageStyle

    init() {
        var style = PageStyle()
        let black = Colour(screen: .init(red: 0, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 1))
        func text(_ size: Double, _ leading: Double) -> TextStyle {
            TextStyle(font: Font(families: ["Mono"], size: size), colour: black, leading: leading)
        }
        style.body = text(8, 12)
        style.code = text(6, 9)
        style.codeGround = Colour(screen: .init(red: 1, green: 1, blue: 1), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 0))
        (style.codeInset, style.codeSpace, style.codeHang, style.codeShare) = (5, 4, 12, 0.75)
        self.style = style
    }

    private func block(_ text: String) -> CodeBlock {
        let file = SourceFile(path: "2024-01.md", text: text)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Located(String($0), at: file.whole) }
        return CodeBlock(lines: lines, style: style, measurer: FixedWidthMeasurer())
    }

    /// The texts of a block in a column of so many characters, each with how far it is indented.
    private func texts(_ text: String, characters: Double) -> [String] {
        var contents = ContentNumbers()
        return block(text).set(width: characters * 3 + 10, x: 0, contents: &contents).lines.flatMap { line in
            line.content.items.map { item in
                guard case .text(let text) = item else { return "?" }
                return "\(Int(text.origin.x / 3))|\(text.text)|" + (text.continuation == .word ? "" : "…")
            }
        }
    }

    @Test func setsLinesOnTheirGround() {
        var contents = ContentNumbers()
        let arranged = block("a:\n  b: \"1\"\n\n  c: d").arranged(width: 100, contents: &contents)
        let scene = Scene(name: "code", size: Size(width: 100, height: arranged.height), background: style.codeGround, items: arranged.items)
        #expect(scene.dump == """
            scene code 100 × 50 on #ffffff
              shape box 0,4 100×46 fill #ffffff
              line at 5,15.6
                text "a:" … at 0,0 wide 6 6 regular #000000 as 0
              line at 5,24.6
                text "  b: "1"" … at 0,0 wide 24 6 regular #000000 as 1
              line at 5,33.6
              line at 5,42.6
                text "  c: d" … at 0,0 wide 18 6 regular #000000 as 2

            """)
        #expect(arranged.structure.map(\.role) == [.paragraph])
        #expect(arranged.structure.first?.children == [
            .element(StructureElement(.code, children: [.content(ContentID(0)), .content(ContentID(1)), .content(ContentID(2))])),
        ])
    }

    @Test func breaksLinesThatDoNotFit() {
        #expect(texts("  key: one two", characters: 20) == ["0|  key: one two|"])
        #expect(texts("  key: one two", characters: 14) == ["0|  key: one two|"])
        #expect(texts("  key: one two", characters: 13) == ["0|  key: one|", "6|two|"])
        #expect(texts("  key: one   two  ", characters: 13) == ["0|  key: one|", "6|two|"])
        #expect(texts("abcdefghijklmnop", characters: 10) == ["0|abcdefghij|…", "4|klmnop|"])
        // What hangs takes half of the column at most.
        #expect(texts("        a bcdefghijk", characters: 10) == ["0|        a|", "5|bcdef|…", "5|ghijk|"])
        #expect(texts("          abc", characters: 8) == ["4|abc|"])
    }

    @Test func breaksBetweenColumnsOnlyWhereTwoLinesStandOnEachSide() {
        var contents = ContentNumbers()
        func kept(_ count: Int) -> [Bool] {
            block((1...count).map { "\($0)" }.joined(separator: "\n")).set(width: 100, x: 0, contents: &contents).lines.map(\.keepsWithNext)
        }
        #expect(kept(1) == [false])
        #expect(kept(3) == [true, true, false])
        #expect(kept(5) == [true, false, false, true, false])
    }

    // MARK: In the flow

    private func setter() -> ProseSetter {
        ProseSetter(style: style, measurer: FixedWidthMeasurer(), hyphenation: { _ in [2] }, figures: [:], noteCount: 0, continued: "continued", contents: ContentNumbers())
    }

    private func words(_ text: String) -> [Inline] { [.text(Located(text, at: SourceFile(path: "a", text: text).whole))] }

    private func flow(_ blocks: [Block], width: Double = 200) -> [FlowLine] {
        var setter = setter()
        return setter.flow(blocks, width: width).items.compactMap { if case .line(let line) = $0 { line } else { nil } }
    }

    @Test func keepsASingleLineWithTheCodeAfterIt() {
        #expect(flow([.paragraph(words("Short.")), .code(block("a").lines)]).map(\.keepsWithNext) == [true, false])
        let long = String(repeating: "words ", count: 40)
        #expect(flow([.paragraph(words(long)), .code(block("a").lines)]).suffix(2).map(\.keepsWithNext) == [false, false])
    }

    @Test func proseGoesOnOnTheGrid() {
        let lines = flow([.paragraph(words("Before.")), .code(block("a\nb").lines), .paragraph(words("After."))])
        let filler = ColumnFiller(items: lines.map(FlowItem.line), figures: [], notes: [], noteOverhead: 0, figureSpace: 0, grid: 12, fullHeight: 300)
        let column = filler.columns(1, from: Cursor(), height: 300)[0]
        // 12 + 4 are 16; twice 9 and two insets are 28; 4 more are 48, a line of the grid.
        #expect(column.pieces.map(\.top) == [0, 16, 30, 48])
        #expect(grounds(of: column.pieces.compactMap { if case .line(let line) = $0.piece { ($0.top, line) } else { nil } }, in: style.codeGround).count == 1)
    }

    @Test func codeWithinALineHasItsOwnFontAndIsNotHyphenated() throws {
        let code = Inline.code(Located("identifier", at: SourceFile(path: "a", text: "identifier").whole))
        var setter = setter()
        let set = setter.words([.emphasis(words("of ") + [code])], style.body)
        let runs = set.runs
        #expect(runs.map(\.text) == ["of ", "identifier"])
        #expect(runs.map(\.style.font.size) == [8, 6] && runs.map(\.style.font.italic) == [true, false])
        #expect(runs.map(\.style.font.ligatures) == [true, false] && runs.map(\.isHyphenated) == [true, false])
        guard case .element(let element) = try #require(set.children.last) else { return #expect(Bool(false)) }
        #expect(element.role == .code)
        let lines = flow([.paragraph(words("several (") + [code] + words(") others and more"))], width: 60)
        let texts = lines.flatMap(\.content.items).compactMap { if case .text(let text) = $0 { text } else { nil } }
        #expect(texts.contains { $0.text == "identifier" })
        #expect(texts.contains { $0.continuation == .restOfWord }, "nothing else is hyphenated, and the test says nothing")
    }
}
