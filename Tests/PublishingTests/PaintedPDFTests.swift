import CairoRendering
import Publishing
import Scenes
import TestSupport
import Testing

/// Pages that no report makes, painted and finished: each conforms.
@Suite struct PaintedPDFTests {
    private let book: FontBook
    private let font = Font(families: ["Lato"], size: 12)
    private let black = Colour(screen: .init(red: 0, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 1))
    private let white = Colour(screen: .init(red: 1, green: 1, blue: 1), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 0))
    private let sand = Colour(screen: .init(red: 0.9, green: 0.85, blue: 0.7), press: .init(cyan: 0, magenta: 0.1, yellow: 0.2, black: 0))

    init() throws { book = try FontBook(families: ["Lato"]) }

    // MARK: What pages are made of

    private func text(_ words: String, y: Double = 50, _ content: Int?) -> SceneItem {
        .text(
            TextItem(
                words, font: font, colour: black, origin: Point(x: 20, y: y), advance: book.advance(of: words, in: font),
                content: content.map(ContentID.init)))
    }

    private func box(_ rect: Rect) -> SceneItem { .shape(ShapeItem(.rectangle(rect), fill: sand)) }

    private func page(_ items: [SceneItem], background: Colour? = nil, number: Int = 1) -> Scene {
        Scene(name: "page-\(number)", size: Size(width: 200, height: 200), background: background ?? white, items: items)
    }

    private func paragraph(_ contents: Int...) -> StructureElement {
        StructureElement(.paragraph, children: contents.map { .content(ContentID($0)) })
    }

    private func figure(_ content: Int) -> StructureElement {
        StructureElement(
            .figure, name: "chart", alternativeText: "A chart.", attribute: .area(Rect(x: 0, y: 0, width: 50, height: 50)),
            children: [.content(ContentID(content))])
    }

    private func finished(_ pages: [Scene], _ elements: [StructureElement], attachments: [Publishing.Attachment] = []) throws -> PDFProof {
        let document = Document(
            properties: .init(title: "Odd pages", authors: ["A. Writer"], subject: "Oddities", keywords: [], language: "en", published: "2024-02-12"),
            pages: pages, bookmarks: [], structure: StructureElement(.document, elements))
        let edition = ScreenEdition(document)
        let painted = try Painter(fonts: book).pdf(of: edition.pages.map(\.scene))
        return try PDFProof(PDFFinisher(program: "Brevier").finish(painted, of: edition, attachments: attachments))
    }

    // MARK: Conformance

    @Test func oddPagesConform() throws {
        let outside = Path.rectangle(Rect(x: 500, y: 500, width: 10, height: 10))
        let chart = [box(Rect(x: 0, y: 0, width: 20, height: 20)), text("Chart", 9)]
        let proofs: [(name: String, proof: PDFProof)] = [
            ("a figure that is clipped away", try finished(
                [page([text("Words", 0), .group(GroupItem("chart", clip: outside, leaf: .content(ContentID(1)), items: chart))])],
                [paragraph(0), figure(1)], attachments: [.init(name: "chart.csv", description: "Data", bytes: Array("a\n1\n".utf8), element: "chart")])),
            ("leaves that are each clipped away", try finished(
                [page([text("Words", 0), .group(GroupItem("chart", leaf: .content(ContentID(1)), items: chart.map { .group(GroupItem("part", clip: outside, items: [$0])) }))])],
                [paragraph(0), figure(1)])),
            ("an empty page", try finished([page([]), page([text("Words", 0)], number: 2), page([], number: 3)], [paragraph(0)])),
            ("nothing but an empty page", try finished([page([])], [])),
            ("a page with a background", try finished([page([text("Words", 0)], background: sand)], [paragraph(0)])),
            ("an empty page with a background", try finished([page([], background: sand)], [])),
            ("a shape over all between two texts", try finished(
                [page([text("Beneath", 0), box(Rect(x: 0, y: 0, width: 200, height: 200)), text("Above", y: 80, 1)])], [paragraph(0, 1)])),
            ("a shape over all at the end", try finished([page([text("Beneath", 0), box(Rect(x: -9, y: -9, width: 300, height: 300))])], [paragraph(0)])),
            ("text in a leaf in a leaf", try finished(
                [page([.group(GroupItem("outer", leaf: .content(ContentID(0)), items: [text("Outer", 5), .group(GroupItem("inner", leaf: .artifact, items: [text("Inner", y: 80, 6)]))]))])],
                [figure(0)])),
            ("a content that is never painted", try finished([page([text("Words", 0)])], [paragraph(0), paragraph(1), figure(2)])),
            ("a cell that is never painted", try finished(
                [page([text("Words", 0)])],
                [StructureElement(.table, [StructureElement(.tableRow, [StructureElement(.cell, ContentID(0)), StructureElement(.cell, ContentID(1)), StructureElement(.cell)])])])),
            ("a content on two pages", try finished([page([text("Words", 0)]), page([text("go on", 0)], number: 2)], [paragraph(0)])),
        ]
        let complaints = try complaints(about: proofs.map(\.proof))
        #expect(complaints.isEmpty, "\(proofs.map { "\($0.name): \($0.proof.path)" }.joined(separator: "\n"))\n\(complaints)")
    }

    @Test func whatIsCoveredIsReadInItsOrder() throws {
        let proof = try finished(
            [page([text("Beneath", 0), box(Rect(x: 0, y: 0, width: 200, height: 200)), text("Above", y: 80, 1)])], [paragraph(1), paragraph(0)])
        let read = try proof.structureText()
        let (above, beneath) = (try #require(read.firstRange(of: "Above")), try #require(read.firstRange(of: "Beneath")))
        #expect(above.lowerBound < beneath.lowerBound)
    }

    @Test func whatIsNeverPaintedIsNoElement() throws {
        let proof = try finished([page([text("Words", 0)])], [paragraph(0), paragraph(1), figure(2)])
        #expect(try proof.structure().split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } } == ["Document", "P (block)"])
    }

    /// Words that no element holds would be painted and never read: a fault of the program.
    @Test func whatIsPaintedMustHaveAnElement() {
        #expect(throws: PDFError.unreadable("page-1 has a content that is in no element")) {
            try finished([page([text("Words", 0), text("lost", y: 80, 1)])], [paragraph(0)])
        }
        let link = SceneItem.link(LinkItem(area: Rect(x: 0, y: 0, width: 9, height: 9), target: .address("https://a.example"), description: "A"))
        #expect(throws: PDFError.unreadable("page-1 has a link that is in no element")) {
            try finished([page([text("Words", 0), link])], [paragraph(0)])
        }
    }
}
