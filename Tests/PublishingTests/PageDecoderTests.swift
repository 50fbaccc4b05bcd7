import Scenes
import Testing

@testable import Publishing

/// Content that was painted in codes gets colours and marks, whatever the painter does in between.
@Suite struct PageDecoderTests {
    private static let black = Colour(screen: .init(red: 0, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 1))
    private static let red = Colour(screen: .init(red: 1, green: 0, blue: 0), press: .init(cyan: 0, magenta: 1, yellow: 0, black: 0))

    /// Of codes 0 to 6: two colours of a content, another content, a hyphen, an artifact, a header, and the ground of a third content.
    private var legend: Legend {
        let leaves: [Leaf] = [.content(ContentID(0)), .content(ContentID(1)), .hyphen(ContentID(1)), .artifact, .header, .content(ContentID(2))]
        var legend = Legend(leaves: leaves.map { Scene.PaintedLeaf(leaf: $0, origin: .zero) })
        for (leaf, colour) in [(0, Self.black), (0, Self.red), (1, Self.black), (2, Self.black), (3, Self.black), (4, Self.black)] {
            _ = legend.add(Legend.Entry(leaf: leaf, colour: colour))
        }
        _ = legend.addGround(ofLeaf: 5, Self.black)
        return legend
    }

    private func decoded(_ content: String, for edition: PageDecoder.Edition = .screen) throws -> (text: String, marks: [Leaf]) {
        // "c3" for the third code as a fill, "C3" as a stroke.
        let written = content.split(separator: " ").map { word in
            word.first?.lowercased() == "c" && word.last?.isNumber == true ? ".00\(word.suffix(1)) 0 1 \(word.first == "c" ? "rg" : "RG")" : String(word)
        }
        let decoded = try PageDecoder.decode(Array(written.joined(separator: " ").utf8), of: "page-1", legend, for: edition)
        let text = String(decoding: decoded.bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        return (text.replacing("/Span <</MCID ", with: "{").replacing(">> BDC", with: "").replacing("BMC", with: "{").replacing("EMC", with: "}"), decoded.marks.map(\.leaf))
    }

    @Test(arguments: [
        ("", ""), ("q Q", "q Q"),
        // What follows each other is marked as one, in whatever colours, with what is between.
        ("c0 1 1 m 2 2 l f c1 3 3 1 1 re f", "0 0 0 rg {0 1 1 m 2 2 l f 1 0 0 rg 3 3 1 1 re f }"),
        ("c0 BT (a) Tj ET BT (b) Tj ET c2 BT (c) Tj ET", "0 0 0 rg {0 BT (a) Tj ET BT (b) Tj ET } {1 BT (c) Tj ET }"),
        // A colour that is in force is not set again.
        ("c0 (a) m f c2 1 m f c0 1 m f", "0 0 0 rg {0 (a) m f } {1 1 m f } {2 1 m f }"),
        // Strokes have a colour of their own.
        ("c2 C0 1 m 2 l S 3 m f", "0 0 0 rg 0 0 0 RG {0 1 m 2 l S } {1 3 m f }"),
        ("C1 c0 1 m 2 l B", "1 0 0 RG 0 0 0 rg {0 1 m 2 l B }"),
        // A path that clips or that nothing comes of is none.
        ("0 0 9 9 re W n c0 1 m f", "0 0 9 9 re W n 0 0 0 rg {0 1 m f }"), ("c0 BT ET c2 1 m f", "0 0 0 rg BT ET {0 1 m f }"),
        // What has no meaning has no number.
        ("c4 1 m f c5 1 m f c0 1 m f", "0 0 0 rg /Artifact { 1 m f } /Artifact <</Type /Pagination /Subtype /Header 1 m f } {0 1 m f }"),
        ("c2 BT (a) Tj ET c3 BT (-) Tj ET", "0 0 0 rg {0 BT (a) Tj ET } {1 /ActualText <FEFF00AD> BT (-) Tj ET }"),
        // The colour at the time of painting counts, wherever it was set.
        ("c0 q c2 Q 1 m f", "0 0 0 rg q Q {0 1 m f }"), ("c0 c2 1 m f", "0 0 0 rg {0 1 m f }"),
        ("c1 q c2 1 m f Q 1 m f", "1 0 0 rg q 0 0 0 rg {0 1 m f } Q {1 1 m f }"),
        // What is saved within a mark is restored within it; what was saved before it parts it.
        ("c0 1 m f q 2 m f Q c2 1 m f", "0 0 0 rg {0 1 m f q 2 m f Q } {1 1 m f }"),
        ("q c0 1 m f Q c0 2 m f", "q 0 0 0 rg {0 1 m f } Q 0 0 0 rg {1 2 m f }"),
        // An image sets no colour: its ground tells, and is not painted.
        ("c0 1 m f c6 0 0 9 9 re f q 9 0 0 9 0 0 cm /x5 Do Q c0 2 m f", "0 0 0 rg {0 1 m f } 0 0 9 9 re n q 9 0 0 9 0 0 cm {1 /x5 Do } Q {2 2 m f }"),
        ("c6 0 0 9 9 re f /sh1 sh", "0 0 0 rg 0 0 9 9 re n {0 /sh1 sh }"),
        // Marks of the painter: what a glyph stands for stays, others go.
        ("c0 BT /Span <</ActualText(a)>> BDC (a) Tj EMC ET", "0 0 0 rg {0 BT /Span <</ActualText(a) (a) Tj } ET }"),
        ("/P <</MCID(0)>> BDC c0 1 m f EMC", "0 0 0 rg {0 1 m f }"),
    ])
    func marksWhatIsPainted(_ content: String, _ expected: String) throws {
        #expect(try decoded(content).text == expected)
    }

    @Test func tellsWhatIsMarked() throws {
        #expect(try decoded("c0 1 m f c4 1 m f c2 1 m f c3 1 m f c0 1 m f").marks == [0, 1, 1, 0].enumerated().map { index, number in
            index == 2 ? .hyphen(ContentID(number)) : .content(ContentID(number))
        })
        #expect(try decoded("c4 1 m f").marks.isEmpty)
        #expect(try decoded("c0 c2 1 m f").marks == [.content(ContentID(1))], "what is not painted is not marked")
    }

    @Test func aPressGetsInksAndNoMarks() throws {
        let (text, marks) = try decoded("c1 BT /Span <</ActualText(a)>> BDC (a) Tj EMC ET C0 1 m S", for: .press)
        #expect(text == "0 1 0 0 k BT (a) Tj ET 0 0 0 1 K 1 m S")
        #expect(marks.isEmpty)
    }

    @Test(arguments: [
        ("1 m f", "a path without a code"), ("BT (a) Tj ET", "a text without a code, or with two"), ("c0 C2 1 m B", "a path without a code"),
        ("BT c0 (a) Tj c2 (b) Tj ET", "a text without a code, or with two"), ("c9 1 m f", "a colour that is no code: .009 0 1 rg"),
        ("1 0 0 rg", "a colour that is no code: 1 0 0 rg"), ("0 g", "a colour that is no code: 0 g"),
        // Without a ground nobody knows what they are.
        ("c0 /x5 Do", "a colour that is no code: /x5 Do"), ("c0 /Pattern cs /p0 scn", "a colour that is no code: /Pattern cs"),
    ])
    func refusesWhatTellsNothing(_ content: String, _ told: String) {
        #expect(throws: PDFError.unreadable("page-1 has \(told)")) { try decoded(content) }
    }
}
