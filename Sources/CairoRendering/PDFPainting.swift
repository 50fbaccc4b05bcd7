internal import CPangoCairo
package import Scenes

extension Painter {
    /// Pages as PDF 1.4: vectors, and text in embedded subsets of its fonts. The same pages give the same bytes.
    ///
    /// What the pages mean, where they lead and whose they are, whoever finishes the file says. Backgrounds and links are left
    /// to him too.
    ///
    /// - Throws: at the first text that cannot be painted, and where there is no page.
    package func pdf(of pages: [Scene]) throws(PaintingProblem) -> [UInt8] {
        guard let first = pages.first else { throw .noPages }
        for (index, page) in pages.enumerated() where !page.size.isReal { throw .notAPlace("the size of page \(index + 1)") }
        let output = ByteStream()
        let surface = try Surface(pdfInto: output, size: first.size)
        let canvas = try Canvas(on: surface)
        for (index, page) in pages.enumerated() {
            cairo_pdf_surface_set_size(surface.pointer, page.size.width, page.size.height)
            try paint(page.items, on: canvas, lettering: .text)
            withFontFiles { cairo_show_page(canvas.pointer) }
            try canvas.check("page \(index + 1)")
        }
        try surface.finish("the PDF")
        return output.bytes
    }
}
