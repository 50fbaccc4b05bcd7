import Scenes
import Testing

@testable import Publishing

/// Colours that say what they are on, and how they come back.
@Suite struct CodedPageTests {
    private func colour(_ red: Double, black: Double = 0) -> Colour {
        Colour(screen: .init(red: red, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: black))
    }

    private func shape(_ fill: Colour?, stroke: Colour? = nil) -> SceneItem {
        .shape(ShapeItem(.rectangle(Rect(x: 0, y: 0, width: 1, height: 1)), fill: fill, stroke: stroke.map { Stroke($0, width: 1) }))
    }

    private func text(_ content: Int, _ colour: Colour) -> SceneItem {
        .text(TextItem("a", font: Font(families: ["A"], size: 9), colour: colour, origin: .zero, advance: 5, content: ContentID(content)))
    }

    private func page(_ items: [SceneItem]) -> CodedPage {
        CodedPage(Scene(name: "page-1", size: Size(width: 100, height: 100), background: colour(1), items: items))
    }

    /// What each colour of the coded scene stands for, in the order of painting.
    private func entries(of page: CodedPage) -> [Legend.Entry?] {
        func colours(_ items: [SceneItem]) -> [Colour] {
            items.flatMap { item -> [Colour] in
                switch item {
                case .shape(let shape): [shape.fill, shape.stroke?.colour].compactMap { $0 }
                case .text(let text): [text.colour]
                case .group(let group): colours(group.items)
                case .link: []
                }
            }
        }
        return colours(page.scene.items).map { page.legend.entry(red: $0.screen.red, green: $0.screen.green, blue: $0.screen.blue) }
    }

    @Test func eachColourOfEachLeafHasACode() {
        let (red, dark) = (colour(1), colour(0.5))
        let page = page([text(0, red), text(0, dark), text(1, red), shape(red, stroke: dark), .group(GroupItem("chart", leaf: .content(ContentID(2)), items: [shape(red), text(9, red), shape(dark)]))])
        #expect(entries(of: page).map { $0?.leaf } == [0, 0, 1, 2, 2, 3, 3, 3])
        #expect(entries(of: page).map { $0?.colour } == [red, dark, red, red, dark, red, red, dark])
        #expect(page.legend.leaves.map(\.leaf) == [.content(ContentID(0)), .content(ContentID(1)), .artifact, .content(ContentID(2))])
        #expect(page.legend.entries.count == 7, "one for all of a colour in a leaf")
    }

    @Test func inksAreToldApartThatShareAScreenColour() {
        let page = page([shape(colour(0, black: 0.5)), shape(colour(0, black: 1)), shape(colour(0, black: 0.5))])
        #expect(entries(of: page).map { $0?.colour.press.black } == [0.5, 1, 0.5])
    }

    @Test func codesSurviveRounding() {
        var legend = Legend(leaves: [])
        let codes = (0..<20_000).map { legend.add(Legend.Entry(leaf: $0, colour: colour(0))) }
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { !($0.red == $0.green && $0.green == $0.blue) }, "a grey may be written otherwise")
        for (number, code) in codes.enumerated() {
            for error in [-0.0004, 0, 0.0004] where code.red + error >= 0 && code.green + error >= 0 {
                #expect(legend.entry(red: code.red + error, green: code.green + error, blue: 1)?.leaf == number)
            }
        }
    }

    @Test func whatIsNoCodeIsNothing() {
        var legend = Legend(leaves: [])
        _ = legend.add(Legend.Entry(leaf: 0, colour: colour(0)))
        #expect(legend.entry(red: 0, green: 0, blue: 1)?.leaf == 0)
        for (red, green, blue) in [(0, 0, 0), (0, 0, 0.5), (0.001, 0, 1), (0, 0.001, 1), (-1, 0, 1), (2, 0, 1), (0, -1, 1), (1, 1, 1), (.nan, 0, 1), (0, 0, .nan)] {
            #expect(legend.entry(red: red, green: green, blue: blue) == nil)
        }
    }

    /// The next would have the code of the first, and be read as another thing.
    @Test func moreThingsThanCodesAreRefused() {
        let colours = (0...Legend.mostCodes).map { colour(Double($0)) }
        let document = Document(
            properties: .init(title: "A", authors: [], subject: "", keywords: [], language: "en", published: "2024-02-12"),
            pages: [Scene(name: "page-1", size: Size(width: 9, height: 9), background: colour(1), items: colours.map { shape($0) })], bookmarks: [])
        #expect(throws: PDFError.unwritable("page-1 has 1000001 things in colours of their own, and 1000000 can be told apart")) {
            try PDFFinisher(program: "B").finish(HandPaintedPDF().bytes, of: ScreenEdition(document))
        }
    }
}
