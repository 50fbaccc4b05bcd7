import CPangoCairo
import Scenes
import TestSupport
import Testing

@testable import Publishing

/// What sets no colour of its own, an image or a gradient, is marked by its ground, as Cairo paints both.
@Suite struct GroundTests {
    private static let size = Size(width: 200, height: 200)
    private static let black = Colour(screen: .init(red: 0, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 1))

    /// A box, an image that can be seen through, a gradient, and a box, each a leaf; both grounds where nothing is seen of them.
    private func painted(_ codes: [Colour.Screen]) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let surface = cairo_pdf_surface_create(folder.path + "/a.pdf", Self.size.width, Self.size.height)
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
        let canvas = cairo_create(surface)
        func box(_ x: Double, _ y: Double) { cairo_rectangle(canvas, x, y, 50, 50) }
        func fill(_ code: Colour.Screen, _ x: Double, _ y: Double) {
            box(x, y)
            cairo_set_source_rgb(canvas, code.red, code.green, code.blue)
            cairo_fill(canvas)
        }
        fill(codes[0], 10, 10)

        fill(codes[1], 100, 10)
        let image = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 50, 50)
        let brush = cairo_create(image)
        cairo_set_source_rgba(brush, 1, 0, 0, 0.5)
        cairo_rectangle(brush, 0, 0, 25, 50)
        cairo_fill(brush)
        cairo_destroy(brush)
        cairo_set_source_surface(canvas, image, 100, 10)
        box(100, 10)
        cairo_fill(canvas)
        cairo_surface_destroy(image)

        fill(codes[2], 10, 100)
        let gradient = cairo_pattern_create_linear(10, 100, 60, 150)
        cairo_pattern_add_color_stop_rgb(gradient, 0, 1, 0, 0)
        cairo_pattern_add_color_stop_rgb(gradient, 1, 0, 0, 1)
        cairo_set_source(canvas, gradient)
        box(10, 100)
        cairo_fill(canvas)
        cairo_pattern_destroy(gradient)

        fill(codes[3], 100, 100)
        cairo_destroy(canvas)
        cairo_surface_finish(surface)
        cairo_surface_destroy(surface)
        return try folder.bytes(of: "a.pdf")
    }

    private func edition() -> (ScreenEdition, codes: [Colour.Screen]) {
        let contents = (0..<4).map(ContentID.init)
        var legend = Legend(leaves: contents.map { Scene.PaintedLeaf(leaf: .content($0), origin: .zero) })
        let codes = (0..<4).map { leaf in
            leaf == 0 || leaf == 3 ? legend.add(Legend.Entry(leaf: leaf, colour: Self.black)) : legend.addGround(ofLeaf: leaf, Self.black)
        }
        let white = Colour(screen: .init(red: 1, green: 1, blue: 1), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 0))
        let scene = Scene(name: "page-1", size: Self.size, background: white, items: [])
        let figures = contents.map { content in
            StructureElement(.figure, alternativeText: "Part \(content.number)", attribute: .area(Rect(x: 0, y: 0, width: 50, height: 50)), children: [.content(content)])
        }
        let document = Document(
            properties: .init(title: "Parts", authors: [], subject: "", keywords: [], language: "en", published: "2024-02-12"),
            pages: [scene], bookmarks: [], structure: StructureElement(.document, figures))
        return (ScreenEdition(document: document, pages: [CodedPage(scene: scene, legend: legend)]), codes)
    }

    @Test func isMarkedByItsGround() throws {
        let (edition, codes) = edition()
        let proof = try PDFProof(PDFFinisher(program: "B").finish(painted(codes), of: edition))
        // Each leaf once, in order, and each an element.
        let operations = try #require(try proof.contentStreams().first).operations
        #expect(operations.filter { $0.name == "BDC" }.map { $0.operands.joined() } == (0..<4).map { "/Span<</MCID\($0)>>" })
        #expect(operations.count { $0.name == "EMC" } == 4)
        let figures = try proof.trailer()["Root"]["StructTreeRoot"]["K"].items.flatMap { $0["K"].items }
        #expect(figures.map { $0["Alt"].words } == (0..<4).map { "Part \($0)" })
        #expect(figures.map { $0["K"].integer } == [0, 1, 2, 3])
        let complaints = try complaints(about: [proof])
        #expect(complaints.isEmpty, "\(complaints)")

        // No ground is seen: where the image is clear there is paper.
        let inks = try proof.separations(ofPage: 1)
        #expect(inks[140, 30] == .init(cyan: 0, magenta: 0, yellow: 0, black: 0))
        #expect(inks[110, 30].magenta > 0.3 && inks[110, 30].black == 0)
        #expect(inks[12, 102].magenta > 0.8 && inks[58, 148].cyan > 0.8)
    }

    /// A press prints inks alone, and an image has none yet.
    @Test func isNoInk() throws {
        let (edition, codes) = edition()
        #expect {
            try PageDecoder.decode(PaintedPDF(painted(codes)).content(of: PaintedPDF(painted(codes)).pages()[0]), of: "page-1", edition.pages[0].legend, for: .press)
        } throws: { if case .unreadable(let told)? = $0 as? PDFError { told.hasPrefix("page-1 has a colour that is no code: /") } else { false } }
    }
}
