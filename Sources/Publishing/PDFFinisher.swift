internal import Scenes

/// Why a PDF could not be finished: a fault of the program, or a library that it does not know, not of the report.
package enum PDFError: Error, Hashable, Sendable {
    /// What was painted is not as it was asked for.
    case unreadable(String)
    case unwritable(String)
}

/// A file that travels inside the PDF.
package struct Attachment: Hashable, Sendable {
    /// As it is saved: "attacks-by-month.csv".
    package var name: String
    /// What it holds, in words.
    package var description: String
    package var bytes: [UInt8]
    /// The name of the structure element whose data it holds; nil for those of the document.
    package var element: String?

    package init(name: String, description: String, bytes: [UInt8], element: String? = nil) {
        self.name = name
        self.description = description
        self.bytes = bytes
        self.element = element
    }
}

/// Makes a painted PDF what it is to be: for the screen, an archive and a screen reader one file, for the press another.
/// The same input gives the same bytes.
///
/// Of what was painted it takes the content of the pages and what they paint with; everything else it writes itself.
package struct PDFFinisher: Sendable {
    /// "Brevier 1.0", as the properties name it.
    package var program: String

    package init(program: String) {
        self.program = program
    }

    /// The edition for the screen, which is PDF/A-3a and PDF/UA-1.
    ///
    /// - Parameters:
    ///   - bytes: the edition's pages as Cairo painted them.
    ///   - attachments: CSV files.
    package func finish(
        _ bytes: [UInt8], of edition: ScreenEdition, attachments: [Attachment] = []
    ) throws(PDFError) -> [UInt8] {
        let document = edition.document
        try checkPlaces(in: document)
        var pdf = PDFFile()
        let painted = try self.painted(bytes, edition.pages, for: .screen, into: &pdf)
        let pages = document.pages.map { _ in pdf.reserve() }
        let metadata = Metadata(document.properties, program: program)
        let files = attachments.map { ($0, attach($0, date: metadata.date, to: &pdf)) }
        var tree = StructureTree(
            document, pages: pages, marks: painted.map(\.content.marks),
            attachments: Dictionary(files.compactMap { file in file.0.element.map { ($0, file.1) } }) { first, _ in first }, in: &pdf)
        let pageTree = write(pages, into: &pdf) { index, pdf in
            let scene = document.pages[index]
            let annotations = tree.annotations[index]
            for annotation in annotations { pdf.set(annotation.reference, to: value(of: annotation, on: index, document, pages)) }
            return [
                ("MediaBox", .box(Rect(scene.size), height: scene.size.height)), ("Resources", painted[index].resources),
                ("Contents", .reference(pdf.add(stream: background(of: scene) + painted[index].content.bytes, []))),
                ("StructParents", .integer(index)), ("Tabs", .name("S")),
            ] + (annotations.isEmpty ? [] : [("Annots", .array(annotations.map { .reference($0.reference) }))])
        }
        var entries: [PDFValue.Entry] = [
            ("Type", .name("Catalog")), ("Pages", .reference(pageTree)), ("StructTreeRoot", .reference(try tree.write(into: &pdf))),
            ("MarkInfo", .dictionary([("Marked", .boolean(true))])), ("OutputIntents", .array([screenIntent(in: &pdf)])),
        ]
        if let outline = Outline(document.bookmarks).write(into: &pdf, pages: pages, document) {
            entries += [("Outlines", .reference(outline)), ("PageMode", .name("UseOutlines"))]
        }
        if !files.isEmpty {
            let names = files.map { (key: $0.0.name, value: PDFValue.reference($0.1)) }.sorted { $0.key < $1.key }
            entries += [
                ("Names", .dictionary([("EmbeddedFiles", .dictionary([("Names", .names(names))]))])), ("AF", .array(files.map { .reference($0.1) })),
            ]
        }
        entries += description(metadata, standards: archivalAndAccessible, in: &pdf)
        return try pdf.written(version: "1.7", catalogue: entries, information: metadata.information)
    }

    // MARK: Steps

    /// A page as it was painted: its content decoded, and what it paints with in the file in the making.
    struct PaintedPage {
        var content: DecodedContent
        var resources: PDFValue
    }

    func painted(
        _ bytes: [UInt8], _ coded: [CodedPage], for edition: PageDecoder.Edition, into pdf: inout PDFFile
    ) throws(PDFError) -> [PaintedPage] {
        let painted = try PaintedPDF(bytes)
        let pages = try painted.pages()
        guard pages.count == coded.count else { throw .unreadable("it has \(pages.count) pages, not \(coded.count)") }
        var resources = PaintedResources(of: painted)
        var result: [PaintedPage] = []
        for (page, coded) in zip(pages, coded) {
            let codes = coded.legend.entries.count
            guard codes <= Legend.mostCodes else {
                throw .unwritable("\(coded.scene.name) has \(codes) things in colours of their own, and \(Legend.mostCodes) can be told apart")
            }
            result.append(
                PaintedPage(
                    content: try PageDecoder.decode(painted.content(of: page), of: coded.scene.name, coded.legend, for: edition),
                    resources: try resources.take(painted.resolved(page["Resources"]), into: &pdf)))
        }
        return result
    }

    /// Writes pages, and returns the root of their tree.
    ///
    /// - Parameter entries: of a page, by its index from 0.
    func write(
        _ pages: [PDFValue.Reference], into pdf: inout PDFFile, _ entries: (Int, inout PDFFile) -> [PDFValue.Entry]
    ) -> PDFValue.Reference {
        let root = pdf.reserve()
        for (index, page) in pages.enumerated() {
            pdf.set(page, to: .dictionary([("Type", .name("Page")), ("Parent", .reference(root))] + entries(index, &pdf)))
        }
        pdf.set(
            root,
            to: .dictionary([("Type", .name("Pages")), ("Kids", .array(pages.map(PDFValue.reference))), ("Count", .integer(pages.count))]))
        return root
    }

    /// What leads to a place must lead to one that is there.
    private func checkPlaces(in document: Document) throws(PDFError) {
        func check(_ page: Int, _ what: String) throws(PDFError) {
            guard document.pages.indices.contains(page - 1) else {
                throw .unwritable("\(what) leads to page \(page) of \(document.pages.count)")
            }
        }
        for page in document.pages {
            for link in page.links {
                if case .place(let number, _) = link.target { try check(number, "a link on \(page.name)") }
            }
        }
        for bookmark in document.bookmarks { try check(bookmark.page, "the bookmark \"\(bookmark.title)\"") }
    }

    /// White paper takes no ink.
    private func background(of scene: Scene) -> [UInt8] {
        let colour = scene.background.screen
        guard colour != .init(red: 1, green: 1, blue: 1) else { return [] }
        return Array("/Artifact BMC q \(operands(of: colour)) rg 0 0 \(decimal(scene.size.width)) \(decimal(scene.size.height)) re f Q EMC\n".utf8)
    }

    private func value(
        of annotation: StructureTree.Annotation, on page: Int, _ document: Document, _ pages: [PDFValue.Reference]
    ) -> PDFValue {
        var entries: [PDFValue.Entry] = [
            ("Type", .name("Annot")), ("Subtype", .name("Link")), ("P", .reference(pages[page])),
            ("Rect", .box(annotation.link.area, height: document.pages[page].size.height)),
            ("Border", .array([.integer(0), .integer(0), .integer(0)])), ("F", .integer(4)),
            ("StructParent", .integer(annotation.key)),
        ]
        if !annotation.link.description.isEmpty { entries.append(("Contents", .text(annotation.link.description))) }
        switch annotation.link.target {
        case .address(let address):
            entries.append(("A", .dictionary([("S", .name("URI")), ("URI", .text(encoded(address)))])))
        case .place(let number, let place):
            entries.append(("Dest", .place(place, on: pages[number - 1], height: document.pages[number - 1].size.height)))
        }
        return .dictionary(entries)
    }

    private func attach(_ attachment: Attachment, date: String?, to pdf: inout PDFFile) -> PDFValue.Reference {
        var parameters: [PDFValue.Entry] = [("Size", .integer(attachment.bytes.count))]
        if let date { parameters.append(("ModDate", .text(date))) }
        let stream = pdf.add(
            stream: attachment.bytes,
            [("Type", .name("EmbeddedFile")), ("Subtype", .name("text#2Fcsv")), ("Params", .dictionary(parameters))])
        return pdf.add(
            .dictionary([
                ("Type", .name("Filespec")), ("F", .text(attachment.name)), ("UF", .text(attachment.name)),
                ("Desc", .text(attachment.description)), ("AFRelationship", .name("Data")),
                ("EF", .dictionary([("F", .reference(stream)), ("UF", .reference(stream))])),
            ]))
    }

    private func screenIntent(in pdf: inout PDFFile) -> PDFValue {
        let profile = pdf.add(stream: sRGBProfile, [("N", .integer(3))])
        return .dictionary([
            ("Type", .name("OutputIntent")), ("S", .name("GTS_PDFA1")), ("OutputConditionIdentifier", .text("sRGB")),
            ("Info", .text("sRGB")), ("DestOutputProfile", .reference(profile)),
        ])
    }

    /// What the catalogue says of the document.
    func description(_ metadata: Metadata, standards: String, in pdf: inout PDFFile) -> [PDFValue.Entry] {
        let numbers = PDFValue.dictionary([("S", .name("D"))])
        let packet = pdf.add(stream: metadata.packet(standards), [("Type", .name("Metadata")), ("Subtype", .name("XML"))])
        return (metadata.properties.language.isEmpty ? [] : [("Lang", .text(metadata.properties.language))]) + [
            ("ViewerPreferences", .dictionary([("DisplayDocTitle", .boolean(true))])),
            ("PageLabels", .dictionary([("Nums", .array([.integer(0), numbers]))])), ("Metadata", .reference(packet)),
        ]
    }
}

/// An address in the characters that RFC 3986 allows.
private func encoded(_ address: String) -> String {
    var result = ""
    for byte in address.utf8 {
        let character = Character(Unicode.Scalar(byte))
        if byte > 0x20, byte < 0x7F, !forbidden.contains(character) {
            result.append(character)
        } else {
            let code = String(byte, radix: 16, uppercase: true)
            result += "%" + (code.count < 2 ? "0" : "") + code
        }
    }
    return result
}

private let forbidden: Set<Character> = ["\"", "<", ">", "\\", "^", "`", "{", "|", "}"]
