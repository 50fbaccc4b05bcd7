internal import CPangoCairo
package import Scenes

extension Painter {
    /// The document as PDF 1.5: vectors, text in embedded subsets of its fonts, links, bookmarks, page labels, and the
    /// properties that a reader shows. The same document gives the same bytes.
    ///
    /// - Throws: at the first text, link or bookmark that cannot be painted, and where there is no page.
    package func pdf(of document: Document) throws(PaintingProblem) -> [UInt8] {
        guard let first = document.pages.first else { throw .noPages }
        let places = try NamedPlaces(document.pages)
        let output = ByteStream()
        let surface = try Surface(pdfInto: output, size: first.size)
        try surface.describe(document.properties)
        let canvas = try Canvas(on: surface)
        for (index, page) in document.pages.enumerated() {
            try paint(page, number: index + 1, places: places, on: canvas, of: surface)
        }
        try surface.add(document.bookmarks, pageCount: document.pages.count)
        try surface.finish("the PDF")
        return output.bytes
    }

    private func paint(
        _ page: Scene, number: Int, places: NamedPlaces, on canvas: borrowing Canvas, of surface: borrowing Surface
    ) throws(PaintingProblem) {
        guard page.size.isReal else { throw .notAPlace("the size of page \(number)") }
        cairo_pdf_surface_set_size(surface.pointer, page.size.width, page.size.height)
        cairo_pdf_surface_set_page_label(surface.pointer, String(number))
        // Paper is white without ink. But Cairo forgets the tags of a page on which nothing is painted.
        if page.background.screen != whitePaper || !page.items.contains(where: \.leavesInk) {
            canvas.fillPage(page.size, with: page.background)
        }
        try paint(page.items, on: canvas, lettering: .text) { target, area in
            cairo_tag_begin(canvas.pointer, CAIRO_TAG_LINK, places.attributes(of: target, area: area))
            cairo_tag_end(canvas.pointer, CAIRO_TAG_LINK)
        }
        // At the end, because Cairo forgets the tags before a shape that covers the whole page.
        for (name, place) in places.placesByPage[number] ?? [] {
            cairo_tag_begin(canvas.pointer, CAIRO_TAG_DEST, placeAttributes(name, at: place))
            cairo_tag_end(canvas.pointer, CAIRO_TAG_DEST)
        }
        // Cairo 1.16 refers to a tree of tags where there are links, but writes it only where there are other tags too.
        if number == 1, places.hasLinks {
            cairo_tag_begin(canvas.pointer, "Span", nil)
            cairo_tag_end(canvas.pointer, "Span")
        }
        cairo_show_page(canvas.pointer)
        try canvas.check("page \(number)")
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

extension SceneItem {
    fileprivate var leavesInk: Bool {
        switch self {
        case .shape(let shape): shape.fill != nil || shape.stroke != nil
        case .text(let text): text.text.contains { !$0.isWhitespace }
        case .group(let group): group.items.contains(where: \.leavesInk)
        case .link: false
        }
    }
}

private let whitePaper = Colour.Screen(red: 1, green: 1, blue: 1)

/// Four digits, two and two, with a month and a day that there are.
private func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
        let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    return (1...12).contains(month) && (1...31).contains(day)
}
