internal import Scenes

/// The structure of a document as PDF has it (ISO 32000-1, 14.7): elements that hold each other, and point at what is marked
/// on the pages, and the way back from there.
struct StructureTree {
    /// An area of a page that leads elsewhere.
    struct Annotation {
        var link: LinkItem
        var reference: PDFValue.Reference
        /// Its place in the tree of parents.
        var key: Int
    }

    private let document: Document
    private let pages: [PDFValue.Reference]
    /// The data of figures, by the figures' names.
    private let attachments: [String: PDFValue.Reference]

    /// For each content, where it is marked: a page, the number of the mark, the origin of the group that holds it.
    private var marks: [ContentID: [(page: Int, number: Int, origin: Point)]] = [:]
    /// For each page, the element of each mark.
    private var parents: [[PDFValue.Reference?]]
    private(set) var annotations: [[Annotation]]
    private var annotationsByContent: [ContentID: [(page: Int, index: Int)]] = [:]
    private var annotationParents: [PDFValue.Reference?] = []
    private var notes: [PDFValue.Entry] = []

    /// - Parameter marks: for each page, what is marked on it as content, in the order of the marks’ numbers.
    init(
        _ document: Document, pages: [PDFValue.Reference], marks: [[Scene.PaintedLeaf]], attachments: [String: PDFValue.Reference],
        in pdf: inout PDFFile
    ) {
        self.document = document
        self.pages = pages
        self.attachments = attachments
        parents = []
        annotations = []
        for (index, page) in document.pages.enumerated() {
            for (number, mark) in marks[index].enumerated() {
                switch mark.leaf {
                case .content(let content), .hyphen(let content):
                    self.marks[content, default: []].append((index, number, mark.origin))
                case .header, .footer, .artifact: continue
                }
            }
            parents.append([PDFValue.Reference?](repeating: nil, count: marks[index].count))
            annotations.append([])
            for link in page.links {
                if let content = link.content {
                    annotationsByContent[content, default: []].append((index, annotations[index].count))
                }
                annotations[index].append(
                    Annotation(link: link, reference: pdf.reserve(), key: document.pages.count + annotationParents.count))
                annotationParents.append(nil)
            }
        }
    }

    /// Writes the elements, and returns the root of the tree.
    ///
    /// - Throws: where a page has what no element holds, which would never be read.
    mutating func write(into pdf: inout PDFFile) throws(PDFError) -> PDFValue.Reference {
        let root = pdf.reserve()
        let top = write(document.structure, under: root, into: &pdf)
        if let page = parents.firstIndex(where: { $0.contains(nil) }) {
            throw .unreadable("\(document.pages[page].name) has a content that is in no element")
        }
        if let page = annotations.firstIndex(where: { $0.contains { annotationParents[$0.key - document.pages.count] == nil } }) {
            throw .unreadable("\(document.pages[page].name) has a link that is in no element")
        }
        let pageParents = parents.map { marks in PDFValue.array(marks.compactMap { $0 }.map(PDFValue.reference)) }
        let linkParents = annotationParents.compactMap { $0 }.map(PDFValue.reference)
        let numbers = (pageParents + linkParents).enumerated().flatMap { [PDFValue.integer($0), pdf.indirect($1)] }
        pdf.set(
            root,
            to: .dictionary(
                [("Type", .name("StructTreeRoot")), ("K", .array(top.map { [.reference($0)] } ?? []))]
                    + [
                        ("ParentTree", .reference(pdf.add(.dictionary([("Nums", .array(numbers))])))),
                        ("ParentTreeNextKey", .integer(parents.count + annotationParents.count)),
                    ] + (notes.isEmpty ? [] : [("IDTree", .dictionary([("Names", .names(notes.sorted { $0.key < $1.key }))]))])))
        return root
    }

    /// - Parameter link: the link around it, which takes the areas that lead elsewhere: they are to stand in no element but it
    ///   (ISO 14289-1, 7.18.5).
    /// - Returns: nil where nothing of the element is on a page; a cell is one all the same.
    private mutating func write(
        _ element: StructureElement, under parent: PDFValue.Reference, in link: PDFValue.Reference? = nil, into pdf: inout PDFFile
    ) -> PDFValue.Reference? {
        let reference = pdf.reserve()
        let page = firstMark(in: element)?.page
        let around = element.role == .link ? reference : link
        var children: [PDFValue] = []
        for child in element.children {
            switch child {
            case .element(let inner):
                if let written = write(inner, under: reference, in: around, into: &pdf) { children.append(.reference(written)) }
                if element.role == .link { children += inner.contents.flatMap { areas(over: $0, in: reference) } }
            case .content(let content):
                children += marked(content, by: reference, page: page)
                if link == nil { children += areas(over: content, in: reference) }
            }
        }
        guard !children.isEmpty || element.role == .cell || element.role == .headCell else { return nil }
        var entries: [PDFValue.Entry] = [
            ("Type", .name("StructElem")), ("S", .name(element.role.rawValue)), ("P", .reference(parent)),
        ]
        if let page { entries.append(("Pg", .reference(pages[page]))) }
        if let text = element.alternativeText { entries.append(("Alt", .text(text))) }
        if let language = element.language { entries.append(("Lang", .text(language))) }
        if let attribute = element.attribute.flatMap({ value(of: $0, on: element) }) { entries.append(("A", attribute)) }
        if let name = element.name {
            if element.role == .note {
                entries.append(("ID", .text(name)))
                notes.append((name, .reference(reference)))
            } else if let attachment = attachments[name] {
                entries.append(("AF", .array([.reference(attachment)])))
            }
        }
        entries.append(("K", children.count == 1 ? children[0] : .array(children)))
        pdf.set(reference, to: .dictionary(entries))
        return reference
    }

    /// Where the content is marked, as children of an element that is mostly on `page`.
    private mutating func marked(_ content: ContentID, by element: PDFValue.Reference, page: Int?) -> [PDFValue] {
        var children: [PDFValue] = []
        for mark in marks[content] ?? [] {
            parents[mark.page][mark.number] = element
            children.append(
                mark.page == page
                    ? .integer(mark.number)
                    : .dictionary([("Type", .name("MCR")), ("Pg", .reference(pages[mark.page])), ("MCID", .integer(mark.number))]))
        }
        return children
    }

    /// The areas over the content that lead elsewhere, as children of a link.
    private mutating func areas(over content: ContentID, in link: PDFValue.Reference) -> [PDFValue] {
        (annotationsByContent[content] ?? []).map { place in
            let annotation = annotations[place.page][place.index]
            annotationParents[annotation.key - document.pages.count] = link
            return .dictionary([
                ("Type", .name("OBJR")), ("Pg", .reference(pages[place.page])), ("Obj", .reference(annotation.reference)),
            ])
        }
    }

    private func firstMark(in element: StructureElement) -> (page: Int, number: Int, origin: Point)? {
        for case .content(let content) in element.children {
            if let mark = marks[content]?.first { return mark }
        }
        return nil
    }

    private func value(of attribute: StructureElement.Attribute, on element: StructureElement) -> PDFValue? {
        func attributes(_ owner: String, _ key: String, _ value: PDFValue) -> PDFValue {
            .dictionary([("O", .name(owner)), (key, value)])
        }
        switch attribute {
        case .columnHead: return attributes("Table", "Scope", .name("Column"))
        case .rowHead: return attributes("Table", "Scope", .name("Row"))
        case .numbered: return attributes("List", "ListNumbering", .name("Decimal"))
        case .bulleted: return attributes("List", "ListNumbering", .name("Disc"))
        case .shifted(let rise): return attributes("Layout", "BaselineShift", .number(rise))
        case .area(let area):
            guard let mark = firstMark(in: element) else { return nil }
            return .dictionary([
                ("O", .name("Layout")), ("Placement", .name("Block")),
                ("BBox", .box(area.moved(by: mark.origin), height: document.pages[mark.page].size.height)),
            ])
        }
    }
}

extension PDFFile {
    /// An array as an object of its own, anything else as it is.
    fileprivate mutating func indirect(_ value: PDFValue) -> PDFValue {
        if case .array = value { return .reference(add(value)) }
        return value
    }
}
