import Scenes
import TestSupport
import Testing

@testable import Rules

/// Measure, leading, and where columns part.
@Suite struct PageRuleTests {
    /// A brief drawn by hand: each paragraph or heading as its lines, each line in a column of a page.
    private struct Brief {
        var body = TextStyle(font: Font(families: ["Lato"], size: 10), colour: ink, leading: 13)
        var columnCount = 2
        var blocks: [(StructureElement.Role, lines: [(page: Int, column: Int, words: String)])] = []
        var figures: [(name: String, label: String?, page: Int)] = []
        var links: [(page: Int, to: String)] = []

        var broken: [String] { found.map(\.rule.code) }
        var messages: [String] { found.map(\.finding.message) }

        var found: [RuleFinding] {
            let subject = BriefSubject(
                document, body: body, columnCount: columnCount, figures: figures.map { .init(name: $0.name, label: $0.label) }, measurer: FixedWidthMeasurer())
            return RuleRun(RuleSettings()).findings(in: subject, measurer: FixedWidthMeasurer())
        }

        private var document: Document {
            let pages = max(1, (blocks.flatMap(\.lines).map(\.page) + figures.map(\.page) + links.map(\.page)).max() ?? 1)
            let scenes = (1...pages).map { page -> Scene in
                var items: [SceneItem] = []
                for column in 1...2 {
                    var lines: [SceneItem] = []
                    for (content, block) in blocks.enumerated() {
                        for line in block.lines where line.page == page && line.column == column {
                            let item = TextItem(
                                line.words, font: body.font, colour: ink, origin: .zero,
                                advance: FixedWidthMeasurer().advance(of: line.words, in: body.font), content: ContentID(content))
                            lines.append(.group(GroupItem("line", offset: Point(x: 0, y: 13 * Double(lines.count + 1)), items: [.text(item)])))
                        }
                    }
                    items.append(.group(GroupItem("column \(column)", offset: Point(x: column == 1 ? 50 : 450, y: 50), items: lines)))
                }
                items += figures.filter { $0.page == page }.map { .group(GroupItem("figure \($0.name)", items: [])) }
                items += links.filter { $0.page == page }.map {
                    .link(LinkItem(area: Rect(x: 50, y: 50, width: 10, height: 10), target: .place(page: 1, .zero), description: $0.to))
                }
                return Scene(name: "page-\(page)", size: Size(width: 900, height: 800), background: white, items: items)
            }
            return Document(
                properties: .init(title: "", authors: [], subject: "", keywords: [], language: "en", published: "2024-02-14"), pages: scenes, bookmarks: [],
                structure: StructureElement(.document, blocks.enumerated().map { StructureElement($1.0, ContentID($0)) }))
        }
    }

    private func paragraph(_ columns: [(Int, Int)], words: String = "fourteen words") -> (StructureElement.Role, lines: [(page: Int, column: Int, words: String)]) {
        (.paragraph, columns.map { ($0.0, $0.1, words) })
    }

    @Test func lonelyLinesAreSeen() {
        var brief = Brief()
        brief.blocks = [paragraph([(1, 1), (1, 1), (1, 2), (1, 2)])]
        #expect(brief.broken == [])
        brief.blocks = [paragraph([(1, 1), (1, 1), (1, 2)])]
        #expect(brief.broken == ["R-widow"])
        #expect(brief.messages == ["the last line of a paragraph stands alone at the head of column 2 of page 1: “fourteen words”"])
        brief.blocks = [paragraph([(1, 2), (2, 1), (2, 1)])]
        #expect(brief.broken == ["R-orphan"])
        #expect(brief.messages == ["the first line of a paragraph stands alone at the foot of column 2 of page 1: “fourteen words”"])
        #expect(brief.found.map(\.finding.part) == [.words("fourteen words")])
        // A paragraph of a line is whole.
        brief.blocks = [paragraph([(1, 1)]), paragraph([(1, 2)])]
        #expect(brief.broken == [])
    }

    @Test func headingsKeepToTheirText() {
        var brief = Brief()
        brief.blocks = [(.heading2, [(1, 1, "The provinces")]), paragraph([(1, 2), (1, 2)])]
        #expect(brief.broken == ["R-heading-foot"])
        #expect(brief.messages == ["a heading stands at the foot of column 1 of page 1: “The provinces”"])
        brief.blocks = [(.heading3, [(1, 1, "The provinces")]), paragraph([(1, 1), (1, 1)])]
        #expect(brief.broken == [])
    }

    /// The last line of the paragraph does not count.
    private func brief(of characters: Int, columns: Int) -> Brief {
        var brief = Brief()
        brief.columnCount = columns
        let full = paragraph((0..<12).map { _ in (1, 1) }, words: String(repeating: "a", count: characters))
        brief.blocks = [(.paragraph, full.lines + [(1, 1, "end")])]
        return brief
    }

    @Test func linesHaveALength() {
        #expect(brief(of: 76, columns: 1).messages == ["a line of the body has 76 characters"])
        #expect(brief(of: 76, columns: 1).broken == ["R-measure"])
        #expect(brief(of: 75, columns: 1).broken == [] && brief(of: 44, columns: 1).broken == ["R-measure"])
        #expect(brief(of: 58, columns: 2).broken == [] && brief(of: 59, columns: 2).broken == ["R-measure"])
        #expect(brief(of: 40, columns: 2).broken == [] && brief(of: 39, columns: 2).broken == ["R-measure"])
    }

    /// The measurer's small letters are half as high as their size.
    @Test func theBodyHasASizeAndALeading() {
        func broken(_ size: Double, _ leading: Double) -> [String] {
            var brief = Brief()
            brief.body = TextStyle(font: Font(families: ["Lato"], size: size), colour: ink, leading: leading)
            return brief.broken
        }
        #expect(broken(9, 11.5) == [] && broken(10.5, 15) == [])
        #expect(broken(8.9, 12) == ["R-body-size"] && broken(11, 14) == ["R-body-size"])
        #expect(broken(10, 11.8) == ["R-leading"] && broken(10, 14.8) == ["R-leading"])
    }

    @Test func figuresFollowTheirMention() {
        var brief = Brief()
        brief.figures = [("by-month", "Figure 1", 1)]
        brief.links = [(2, "Figure 1"), (3, "Figure 1")]
        #expect(brief.broken == ["R-figure-first"])
        #expect(brief.messages == ["Figure 1 stands on page 1, and is first mentioned on page 2"])
        brief.links.append((1, "Figure 1"))
        #expect(brief.broken == [])
        brief.links = []
        #expect(brief.broken == [])
    }

    @Test func textKeepsFromTheKnife() {
        func broken(_ x: Double, _ medium: Medium) -> [String] {
            let scene = Scene(name: "page-1", size: Size(width: 300, height: 300), background: white, items: [text("2 of 4", look(8), x, 100)])
            return placedBroken(scene, medium)
        }
        #expect(broken(14, .page) == ["R-trim"])
        #expect(broken(14.2, .page) == [])
        #expect(broken(300 - 14 - 24, .page) == ["R-trim"])
        #expect(broken(5, .figure) == [])
    }

    private func placedBroken(_ scene: Scene, _ medium: Medium) -> [String] {
        let subject = SceneSubject(SceneWalk(scene, measurer: FixedWidthMeasurer()), medium: medium)
        return rules.filter { rule in
            if case .scene(let check) = rule.check { !check(subject).isEmpty } else { false }
        }.map(\.code)
    }

    /// On a page the texts of figures are judged with their figure.
    @Test func aPageLeavesFiguresToThemselves() {
        let small = text("tiny", look(4), 50, 50)
        let inFigure = SceneItem.group(GroupItem("column 1", items: [.group(GroupItem("figure by-month", items: [small]))]))
        let page = Scene(name: "page-1", size: Size(width: 300, height: 300), background: white, items: [inFigure])
        #expect(placedBroken(page, .page) == [])
        #expect(placedBroken(page, .figure) == ["R-text-small"])
        #expect(placedBroken(Scene(name: "page-1", size: page.size, background: white, items: [small]), .page) == ["R-text-small"])
    }
}
