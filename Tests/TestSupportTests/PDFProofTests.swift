import CairoRendering
import Scenes
import TestSupport
import Testing

@Suite struct PDFProofTests {
    /// Painted by four mixtures of inks and one colour of the screen, some of it by a form, a pattern and a drawn letter.
    private static let painted: HandmadePDF = {
        var file = HandmadePDF()
        file.content = """
            0 0 0 1 k 0 50 100 50 re f % the quarter at the left of the head: 1 0 0 rg
            0.2 0 0 0 k 100 50 100 50 re f
            /Form Do /Pattern cs /Tiles scn 0 0 50 50 re f
            BT /Drawn 10 Tf 1 0 0 1 100 0 Tm (a) Tj ET (1 0 0 rg \\(\\) () ) <72> [(rg) -5 <</G 1/RG/rg>>] TJ
            """
        file.resources = """
            /XObject << /Form 8 0 R >> /Pattern << /Tiles 9 0 R >> /Font << /Drawn 10 0 R >>
            """
        file.others = [
            HandmadePDF.stream("0 1 1 0 k 50 0 50 50 re f", "/Type /XObject /Subtype /Form /BBox [0 0 200 100]"),
            HandmadePDF.stream(
                "1 1 0 0 k 0 0 10 10 re f",
                "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 10 10] /XStep 10 /YStep 10 /Resources << >>"),
            """
            << /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /a 11 0 R >>
            /Encoding << /Type /Encoding /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1000] /Resources << >> >>
            """,
            HandmadePDF.stream("1000 0 d0 1 0 0 rg 0 0 1000 1000 re f"),
        ]
        return file
    }()

    // MARK: Poppler

    @Test func givesTextStructureAndWords() throws {
        let proof = try PDFProof(Self.tagged.bytes)
        #expect(try proof.text().split(separator: "\n") == ["Ink & <paper>"])
        #expect(try proof.structure() == "Document\n  P (block)\n")
        #expect(try proof.structureText() == "Document\n  P (block)\n    \"Ink & <paper>\"\n")
        let words = try proof.words()
        #expect(words.map(\.text) == ["Ink", "&", "<paper>"])
        #expect(words.allSatisfy { $0.page == 1 && $0.box.minY > 40 && $0.box.maxY < 60 })
        #expect(words.map(\.box.minX) == words.map(\.box.minX).sorted() && words.first?.box.minX == 20)
    }

    /// A paragraph of a line, in a font that is not embedded.
    private static let tagged: HandmadePDF = {
        var file = HandmadePDF()
        file.content = "/P << /MCID 0 >> BDC BT /Font 10 Tf 1 0 0 1 20 45 Tm (Ink & <paper>) Tj ET EMC"
        file.resources = "/Font << /Font << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
        file.document = "/K 8 0 R"
        file.others = ["<< /Type /StructElem /S /P /P 7 0 R /K 0 /Pg 3 0 R >>"]
        return file
    }()

    // MARK: Content streams

    @Test func findsOperatorsWhereverTheyPaint() throws {
        let streams = try PDFProof(Self.painted.bytes).contentStreams()
        #expect(streams.map(\.name) == ["page 1", "form 8 0 R", "pattern 9 0 R", "letter 11 0 R"])
        let screen = streams.flatMap { stream in stream.operations.filter { ["rg", "RG"].contains($0.name) }.map { (stream.name, $0.operands) } }
        #expect(screen.map(\.0) == ["letter 11 0 R"])
        #expect(screen.map(\.1) == [["1", "0", "0"]])
        #expect(streams[0].operations.filter { $0.name == "k" }.map(\.operands) == [["0", "0", "0", "1"], ["0.2", "0", "0", "0"]])
    }

    @Test func findsTheColoursOfWhatThePainterPaints() throws {
        let red = Colour(screen: .init(red: 1, green: 0, blue: 0), press: .init(cyan: 0, magenta: 1, yellow: 1, black: 0))
        let white = Colour(screen: .init(red: 1, green: 1, blue: 1), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 0))
        let page = Scene(
            name: "page", size: Size(width: 200, height: 100), background: white,
            items: [.shape(ShapeItem(.rectangle(Rect(x: 0, y: 0, width: 100, height: 100)), fill: red))])
        let fonts = try FontBook(families: ["Lato"])
        let proof = try PDFProof(Painter(fonts: fonts).pdf(of: [page]))
        let operations = try proof.contentStreams().flatMap(\.operations)
        #expect(operations.contains { $0.name == "rg" && $0.operands == ["1", "0", "0"] })
        let separations = try proof.separations(ofPage: 1)
        #expect(separations[150, 50] == white.press)
        #expect(separations[50, 50].magenta > 0.9 && separations[50, 50].yellow > 0.9)
    }

    @Test func readsTokensAsTheyAreWritten() {
        func operations(_ text: String) -> [String] {
            ContentStream(name: "", bytes: Array(text.utf8)).operations.map { ($0.operands + [$0.name]).joined(separator: " ") }
        }
        #expect(operations("1 0 0 rg") == ["1 0 0 rg"])
        #expect(operations("") == [])
        #expect(operations("q\r\nQ") == ["q", "Q"])
        #expect(operations("1 0 0 rg%RG\nf*") == ["1 0 0 rg", "f*"])
        #expect(operations("(a (rg) \\) RG)Tj[(x)-.5<66>]TJ") == ["(a (rg) \\) RG) Tj", "[ (x) -.5 <66> ] TJ"])
        #expect(operations("/P<</MCID 0/A[1 2]>>BDC/RG gs true false null x") == ["/P << /MCID 0 /A [ 1 2 ] >> BDC", "/RG gs", "true false null x"])
        #expect(operations("BI /W 2/CS/RGB ID rg EIRG\nEI Q") == ["BI", "/W 2 /CS /RGB ID", "EI", "Q"])
        // To the end, where something is left open.
        for open in ["(rg", "<66", "(rg\\", "% rg", "/", "BI ID ", "BI ID"] { #expect(!operations(open).contains { $0.hasSuffix("rg") }) }
    }

    // MARK: Plates

    @Test func separatesAPageByItsInks() throws {
        let separations = try PDFProof(Self.painted.bytes).separations(ofPage: 1)
        #expect([separations.width, separations.height] == [200, 100])
        #expect(separations[50, 25] == .init(cyan: 0, magenta: 0, yellow: 0, black: 1))
        #expect(separations[150, 25] == .init(cyan: 0.2, magenta: 0, yellow: 0, black: 0))
        #expect(separations[75, 75] == .init(cyan: 0, magenta: 1, yellow: 1, black: 0))
        #expect(separations[25, 75] == .init(cyan: 1, magenta: 1, yellow: 0, black: 0))
        #expect(separations[150, 75] == .init(cyan: 0, magenta: 0, yellow: 0, black: 0))
        #expect(separations.heaviest == 2)
        #expect(separations.mixtures[.init(cyan: 0, magenta: 0, yellow: 0, black: 1)] == 5000)

        // The letter in a colour of the screen, is separated as magenta and yellow.
        let coverage = separations.coverage
        for (ink, share) in [(coverage.cyan, 0.175), (coverage.magenta, 0.255), (coverage.yellow, 0.13), (coverage.black, 0.25)] {
            #expect(abs(ink - share) < 1e-9)
        }
        #expect(try PDFProof(HandmadePDF().bytes).separations(ofPage: 1).coverage == .init(cyan: 0, magenta: 0, yellow: 0, black: 0))
    }

    @Test func separatesAtAnyResolution() throws {
        let separations = try PDFProof(Self.painted.bytes).separations(ofPage: 1, resolution: 144)
        #expect([separations.width, separations.height] == [400, 200])
        #expect(separations.coverage.black == 0.25)
    }

    @Test func aPageThatIsMissingIsAnError() throws {
        #expect(throws: ProgramFailure.self) { try PDFProof(Self.painted.bytes).separations(ofPage: 2) }
    }
}
