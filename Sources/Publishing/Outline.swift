internal import Scenes

/// The bookmarks that a viewer shows beside the pages, as PDF has them (ISO 32000-1, 12.3.3): each belongs to the last one before it of
/// a lower level, and the first level is shown open.
struct Outline {
    private struct Item {
        var bookmark: Document.Bookmark
        /// By their places among the items; nil for the outline itself.
        var parent: Int?
        var children: [Int] = []
    }

    private var items: [Item] = []
    private var top: [Int] = []

    init(_ bookmarks: [Document.Bookmark]) {
        var open: [Int] = []
        for (index, bookmark) in bookmarks.enumerated() {
            while let last = open.last, items[last].bookmark.level >= bookmark.level { open.removeLast() }
            items.append(Item(bookmark: bookmark, parent: open.last))
            if let parent = open.last { items[parent].children.append(index) } else { top.append(index) }
            open.append(index)
        }
    }

    /// - Returns: nil where there are no bookmarks.
    func write(into pdf: inout PDFFile, pages: [PDFValue.Reference], _ document: Document) -> PDFValue.Reference? {
        if items.isEmpty { return nil }
        let root = pdf.reserve()
        let references = items.map { _ in pdf.reserve() }
        func family(_ children: [Int]) -> [PDFValue.Entry] {
            guard let first = children.first, let last = children.last else { return [] }
            return [("First", .reference(references[first])), ("Last", .reference(references[last]))]
        }
        func write(_ children: [Int]) {
            for (place, index) in children.enumerated() {
                let item = items[index]
                let page = item.bookmark.page - 1
                var entries: [PDFValue.Entry] = [
                    ("Title", .text(item.bookmark.title)), ("Parent", .reference(item.parent.map { references[$0] } ?? root)),
                    ("Dest", .place(item.bookmark.position, on: pages[page], height: document.pages[page].size.height)),
                ]
                if place > 0 { entries.append(("Prev", .reference(references[children[place - 1]]))) }
                if place < children.count - 1 { entries.append(("Next", .reference(references[children[place + 1]]))) }
                entries += family(item.children)
                // How many are shown beneath it; below zero, how many were if it were open.
                if !item.children.isEmpty { entries.append(("Count", .integer(item.parent == nil ? item.children.count : -item.children.count))) }
                pdf.set(references[index], to: .dictionary(entries))
                write(item.children)
            }
        }
        write(top)
        let shown = top.count + top.reduce(0) { $0 + items[$1].children.count }
        pdf.set(root, to: .dictionary([("Type", .name("Outlines")), ("Count", .integer(shown))] + family(top)))
        return root
    }
}
