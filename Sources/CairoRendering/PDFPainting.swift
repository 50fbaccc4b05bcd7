internal import CPangoCairo
package import Scenes

extension Painter {
    /// The document as PDF 1.5: vectors, text in embedded subsets of its fonts, bookmarks, and the properties
    /// that a reader shows. The same document gives the same bytes.
    ///
    /// Each leaf of a page is marked content, numbered in the order of `Scene.leaves`; what it is, whoever finishes the
    /// file knows. Backgrounds and links are left to him too.
    ///
    /// - Throws: at the first text, link or bookmark that cannot be painted, and where there is no page.
    package func pdf(of document: Document) throws(PaintingProblem) -> [UInt8] {
        guard let first = document.pages.first else { throw .noPages }
        try check(document)
        let output = ByteStream()
        let surface = try Surface(pdfInto: output, size: first.size)
        try surface.describe(document.properties)
        let canvas = try Canvas(on: surface)
        for (index, page) in document.pages.enumerated() {
            cairo_pdf_surface_set_size(surface.pointer, page.size.width, page.size.height)
            var follower = LeafFollower()
            try paint(page.items, on: canvas, following: &follower)
            canvas.mark(follower.end())
            withFontFiles { cairo_show_page(canvas.pointer) }
            try canvas.check("page \(index + 1)")
        }
        try surface.add(document.bookmarks, pageCount: document.pages.count)
        try surface.finish("the PDF")
        return output.bytes
    }

    /// Paints items as text, and marks their leaves.
    private func paint(
        _ items: [SceneItem], on canvas: borrowing Canvas, following follower: inout LeafFollower
    ) throws(PaintingProblem) {
        for item in items {
            canvas.mark(follower.enter(item))
            switch item {
            case .shape(let shape): canvas.paint(shape)
            case .text(let text): try paint(text, on: canvas, lettering: .text)
            case .link: continue
            case .group(let group):
                canvas.enter(group)
                try paint(group.items, on: canvas, following: &follower)
                canvas.leave()
                canvas.mark(follower.leave(group))
            }
        }
    }

    /// Cairo says nothing of sizes and places that are no numbers, and draws what it likes.
    private func check(_ document: Document) throws(PaintingProblem) {
        for (index, page) in document.pages.enumerated() {
            guard page.size.isReal else { throw .notAPlace("the size of page \(index + 1)") }
            for link in page.links {
                guard link.area.isReal else { throw .notAPlace("the area of a link") }
                guard case .place(let number, let point) = link.target else { continue }
                guard document.pages.indices.contains(number - 1) else { throw .noSuchPage(number, pageCount: document.pages.count) }
                guard point.isReal else { throw .notAPlace("what a link leads to") }
            }
        }
    }
}

extension Canvas {
    /// A tag without a meaning of its own: Cairo 1.16 knows few, and numbers the content of those that have no tags within.
    fileprivate func mark(_ steps: [LeafFollower.Step]) {
        for step in steps {
            switch step {
            case .begin: cairo_tag_begin(pointer, "Span", "")
            case .end: cairo_tag_end(pointer, "Span")
            }
        }
    }
}

extension Surface {
    /// Cairo would write the time of the run where a date is missing, and drop one that it cannot read.
    fileprivate func describe(_ properties: Document.Properties) throws(PaintingProblem) {
        guard isDate(properties.published) else { throw .badDate(properties.published) }
        let date = properties.published + "T00:00:00Z"
        set(CAIRO_PDF_METADATA_TITLE, properties.title)
        set(CAIRO_PDF_METADATA_AUTHOR, properties.authors.joined(separator: ", "))
        set(CAIRO_PDF_METADATA_SUBJECT, properties.subject)
        set(CAIRO_PDF_METADATA_KEYWORDS, properties.keywords.joined(separator: ", "))
        set(CAIRO_PDF_METADATA_CREATOR, "Brevier")
        set(CAIRO_PDF_METADATA_CREATE_DATE, date)
        set(CAIRO_PDF_METADATA_MOD_DATE, date)
    }

    private func set(_ entry: cairo_pdf_metadata_t, _ value: String) {
        guard !value.isEmpty else { return }
        cairo_pdf_surface_set_metadata(pointer, entry, value)
    }

    /// The outline. A bookmark belongs to the last one before it of a lower level; the first level is shown open.
    fileprivate func add(_ bookmarks: [Document.Bookmark], pageCount: Int) throws(PaintingProblem) {
        var parents: [(level: Int, identifier: Int32)] = []
        for bookmark in bookmarks {
            guard (1...pageCount).contains(bookmark.page) else {
                throw .noSuchPage(bookmark.page, pageCount: pageCount)
            }
            guard bookmark.position.isReal else { throw .notAPlace("the bookmark \"\(bookmark.title)\"") }
            while let last = parents.last, last.level >= bookmark.level { parents.removeLast() }
            let identifier = cairo_pdf_surface_add_outline(
                pointer, parents.last?.identifier ?? CAIRO_PDF_OUTLINE_ROOT, bookmark.title,
                bookmarkAttributes(page: bookmark.page, at: bookmark.position),
                parents.isEmpty ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(0))
            parents.append((bookmark.level, identifier))
        }
    }
}

/// The attributes of a bookmark.
private func bookmarkAttributes(page: Int, at place: Point) -> String {
    "page=\(page) pos=[\(number(place.x)) \(number(place.y))]"
}

/// Thousandths at most, never with an exponent, which Cairo's tags do not know.
private func number(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let sign = thousandths < 0 ? "-" : ""
    let rest = String(abs(thousandths) % 1000 + 1000).dropFirst()
    return "\(sign)\(abs(thousandths) / 1000).\(rest)"
}

/// Four digits, two and two, with a month and a day that there are.
private func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
        let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    return (1...12).contains(month) && (1...31).contains(day)
}
