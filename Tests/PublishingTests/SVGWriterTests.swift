import Foundation
import Publishing
import Scenes
import TestSupport
import Testing

@Suite struct SVGWriterTests {
    @Test func writesWhatASceneHolds() {
        let hatching = GroupItem(
            "hatching", clip: .rectangle(Rect(x: 0, y: 0, width: 8, height: 20)),
            items: [.shape(ShapeItem(.line(from: Point(x: 0, y: 8), to: Point(x: 8, y: 0)), stroke: Stroke(ink, width: 0.5)))])
        let scene = Scene(
            name: "by-month", size: Size(width: 120, height: 50.5), background: paper,
            items: [
                .group(GroupItem("figure", offset: Point(x: 10, y: 10.125), items: [
                    .group(GroupItem("plot", items: [.shape(ShapeItem(.rectangle(Rect(x: 0.25, y: -1, width: 8, height: 20)), fill: ink))])),
                    .group(hatching),
                    .group(GroupItem("empty", offset: Point(x: 3, y: 3), items: [])),
                    .shape(ShapeItem(.circle(centre: .zero, radius: 1), fill: ink, stroke: Stroke(paper, width: 2, dash: [2, 1.5], cap: .round))),
                    text("Attacks & more", at: Point(x: 0, y: 30)), text("× ", at: Point(x: 20, y: 30)),
                    text("33", Font(families: ["Lato"], size: 12, weight: .bold, italic: true, numerals: .tabular, tracking: 0.5), at: Point(x: 70, y: 30)),
                    text("حمص", at: Point(x: 90, y: 30)),
                ])),
                .link(LinkItem(area: Rect(x: 0, y: 0, width: 9, height: 9), target: .address("https://example.org/"))),
            ])
        let writer = SVGWriter(title: "Figure 1: Attacks", description: "Two bars.", language: "en-GB", width: 200)
        expectGolden(String(decoding: writer.bytes(of: scene), as: UTF8.self), "small.svg")
        #expect(writer.bytes(of: scene) == writer.bytes(of: scene))
    }

    @Test(arguments: [
        (0, "0"), (-0.004, "0"), (0.5, ".5"), (-0.5, "-.5"), (0.05, ".05"), (0.126, ".13"), (-12.3, "-12.3"), (100, "100"), (7.999, "8"),
        (1234.56, "1234.56"), (.nan, "0"), (.infinity, "0"), (-1e300, "0"),
    ])
    func writesNumbersToAHundredth(value: Double, text: String) throws {
        let drawing = try drawing([self.text("x", at: Point(x: value, y: 1))])
        #expect(try #require(drawing.elements.last).attributes["x"] == text)
    }

    @Test func writesLinesByWhatChanges() throws {
        let square = Path([
            .move(Point(x: 1, y: 2)), .line(Point(x: 5, y: 2)), .line(Point(x: 5, y: 7)), .line(Point(x: 1, y: 2)), .close, .line(Point(x: 1, y: 9)),
        ])
        let unbegun = Path([.close, .line(Point(x: 1, y: 2)), .curve(Point(x: 9, y: 9), control1: Point(x: 3, y: 3), control2: Point(x: -4, y: 5))])
        let items = [square, unbegun, Path()].map { SceneItem.shape(ShapeItem($0, stroke: Stroke(ink, width: 1))) }
        let paths = try drawing(items + [.shape(ShapeItem(square))]).elements.filter { $0.name == "path" }.dropFirst()
        #expect(paths.map { $0.attributes["d"] } == ["M1 2H5V7L1 2ZV9", "M1 2C3 3 -4 5 9 9"])
    }

    /// Whatever the words are, a reader of XML gets them back, without what XML cannot hold.
    @Test(arguments: [
        "a < b && c > d", "]]>", "<![CDATA[x]]>", "</text><script>alert(1)</script>", "\"quoted\" and 'quoted'", "&amp; &#65; %20",
        "\u{338}struck", "e\u{301}", "\u{301}", "حمص (33) Homs", "\u{202E}right to left", "👩‍👩‍👧 \u{1F1F8}\u{1F1FE}", "\u{FFFD}\u{10FFFF}",
        "\u{AD}soft\u{200B}", "--><!--",
    ])
    func keepsWordsOfAllKinds(words: String) throws {
        let drawing = try drawing([text(words, at: .zero)], title: words, description: words + "\n\twith\rlines", language: "en\"><b")
        #expect(drawing.elements.map(\.name) == ["svg", "title", "desc", "path", "text"])
        #expect(drawing.elements[1].text.unicodeScalars.elementsEqual(words.unicodeScalars))
        #expect(drawing.elements[2].text.unicodeScalars.elementsEqual((words + "\n\twith\rlines").unicodeScalars))
        #expect(drawing.elements[4].text.unicodeScalars.elementsEqual(words.unicodeScalars))
        #expect(drawing.elements[0].attributes["xml:lang"] == "en\"><b")
    }

    @Test func dropsWhatXMLForbidsAndWhatTakesNoRoom() throws {
        let words = "a\0b\u{1}\u{B}\u{1F}c\u{FFFE}\u{FFFF}d\te\nf\rg\u{85}h"
        let drawing = try drawing([text(words, at: .zero), text("", at: .zero), text("\n", at: .zero), text("  ", at: .zero)], title: words)
        #expect(drawing.elements[1].text == "abcd\te\nf\rg\u{85}h")
        #expect(drawing.elements.filter { $0.name == "text" }.map(\.text) == ["abcdefgh"])
    }

    @Test func keepsSpacesWhereXMLWouldNot() throws {
        let words = [" before", "after ", "two  within", "one within"]
        let texts = try drawing(words.map { text($0, at: .zero) }).elements.filter { $0.name == "text" }
        #expect(texts.map(\.text) == words)
        #expect(texts.map { $0.attributes["xml:space"] } == ["preserve", "preserve", "preserve", nil])
    }

    @Test func namesFamiliesSafelyAndAGenericOneLast() throws {
        func family(_ families: String...) throws -> String? {
            try drawing([text("x", Font(families: families, size: 8), at: .zero)]).elements[0].attributes["font-family"]
        }
        #expect(try family("Lato", "Noto Sans Arabic") == "'Lato','Noto Sans Arabic',sans-serif")
        #expect(try family("Noto Serif") == "'Noto Serif',serif")
        #expect(try family("DejaVu Sans Mono") == "'DejaVu Sans Mono',monospace")
        #expect(try family("O'Hara\\\n\"<") == "'O\\27 Hara\\5c \\a \"<',sans-serif")
    }

    @Test func saysOfATextWhatMostDoNot() throws {
        let (plain, bold) = (Font(families: ["Lato"], size: 8), Font(families: ["Lato"], size: 8, weight: .bold, language: "ar"))
        let drawing = try drawing([text("a", bold, at: .zero), text("b", plain, at: .zero), text("c", plain, at: .zero)])
        let texts = drawing.elements.filter { $0.name == "text" }
        #expect(drawing.elements[0].attributes["font-weight"] == "400")
        #expect(texts.map { $0.attributes["font-weight"] } == ["700", nil, nil])
        #expect(texts.map { $0.attributes["xml:lang"] } == ["ar", nil, nil])
        #expect(texts.map { $0.attributes["direction"] } == ["rtl", nil, nil])
    }

    @Test func isAsWideAsItWasMeasured() throws {
        let spaced = SceneItem.text(
            TextItem("a b c", font: Font(families: ["Lato"], size: 8), colour: ink, origin: .zero, advance: 20, wordSpacing: 1.5))
        let text = try #require(try drawing([spaced]).elements.last)
        #expect(text.attributes["textLength"] == "23" && text.attributes["word-spacing"] == "1.5")
    }

    /// Several drawings can stand in one page: no identifier occurs twice, whatever their names, and none depends on what
    /// was written before.
    @Test func identifiersAreOfTheirNameAndPlace() throws {
        let clip = SceneItem.group(GroupItem("clip", clip: .rectangle(Rect(x: 0, y: 0, width: 1, height: 1)), items: [text("x", at: .zero)]))
        let names = ["a", "a-title", "a b", "a_b", "a_20_b", "A", "1", "", "ä", "a&\"<", "a-clip", "a-clip-1", "حمص"]
        let drawings = try names.map { try drawing([clip, .group(GroupItem("outer", items: [clip]))], name: $0) }
        let ids = drawings.flatMap { $0.elements.compactMap { $0.attributes["id"] } }
        #expect(ids.count == 4 * names.count && Set(ids).count == ids.count)
        for id in ids { #expect(id.wholeMatch(of: #/figure-[-_A-Za-z0-9]*/#) != nil, "\(id)") }
        for drawing in drawings {
            let own = Set(drawing.elements.compactMap { $0.attributes["id"] })
            let root = drawing.elements[0].attributes
            #expect(own.isSuperset(of: [root["aria-labelledby"] ?? "none", root["aria-describedby"] ?? "none"]) && root["role"] == "img")
            let used = drawing.elements.compactMap { $0.attributes["clip-path"] }
            #expect(used.count == 2 && own.isSuperset(of: used.map { String($0.dropFirst(5).dropLast()) }))
        }
    }

    // MARK: Scenes, and drawings as another program reads them

    private let ink = Colour(screen: .init(red: 0, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 1))
    private let paper = Colour(screen: .init(red: 1, green: 1, blue: 1), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 0))

    private func text(_ text: String, _ font: Font = Font(families: ["Lato"], size: 8), at origin: Point) -> SceneItem {
        .text(TextItem(text, font: font, colour: ink, origin: origin, advance: FixedWidthMeasurer().advance(of: text, in: font)))
    }

    private func drawing(
        _ items: [SceneItem], name: String = "figure", title: String = "", description: String = "", language: String = "en"
    ) throws -> ReadDrawing {
        let scene = Scene(name: name, size: Size(width: 100, height: 50), background: paper, items: items)
        return try ReadDrawing(SVGWriter(title: title, description: description, language: language, width: 100).bytes(of: scene))
    }
}

/// A drawing as a strict reader of XML finds it.
private struct ReadDrawing {
    struct Element: Decodable {
        var name: String
        var attributes: [String: String]
        var text: String
    }

    /// In the order in which they begin.
    var elements: [Element]

    init(_ bytes: [UInt8]) throws {
        let folder = try ScratchFolder()
        try folder.write(bytes, to: "a.svg")
        let (output, status) = try run("python3", "-c", script, "\(folder.path)/a.svg")
        try #require(status == 0, "\(String(decoding: output, as: UTF8.self))")
        elements = try JSONDecoder().decode([Element].self, from: output)
    }
}

private let script = """
    import json, sys, xml.etree.ElementTree as tree
    spaces = {'{http://www.w3.org/2000/svg}': '', '{http://www.w3.org/XML/1998/namespace}': 'xml:'}
    def plain(name):
        for space, prefix in spaces.items(): name = name.replace(space, prefix)
        return name
    print(json.dumps([
        {'name': plain(e.tag), 'attributes': {plain(k): v for k, v in e.attrib.items()}, 'text': e.text or ''}
        for e in tree.parse(sys.argv[1]).iter()]))
    """
