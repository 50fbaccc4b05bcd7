package import Scenes

/// Why a PDF could not be finished, in qpdf's words: a fault of the program, not of the report.
package enum PDFError: Error, Hashable, Sendable {
    /// What was painted is not a sound PDF.
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
package struct PDFFinisher: Sendable {
    /// "Brevier 1.0", as the properties name it.
    package var program: String

    package init(program: String) {
        self.program = program
    }

    /// The edition for the screen, which is PDF/A-3a and PDF/UA-1.
    ///
    /// - Parameters:
    ///   - bytes: the document's pages as Cairo painted them.
    ///   - attachments: CSV files.
    package func finish(
        _ bytes: [UInt8], of document: Document, attachments: [Attachment] = []
    ) throws(PDFError) -> [UInt8] {
        try withPDF(bytes, pageCount: document.pages.count) { (pdf, pages) throws(PDFError) in
            let metadata = Metadata(document.properties, program: program)
            let files = attachments.map { ($0, attach($0, date: metadata.date, to: &pdf)) }
            var tree = StructureTree(
                document, pages: pages,
                attachments: Dictionary(files.compactMap { file in file.0.element.map { ($0, file.1) } }) { first, _ in first }, in: &pdf)
            for (index, page) in pages.enumerated() {
                try mark(document.pages[index], as: page, in: &pdf)
                let annotations = tree.annotations[index]
                pdf.set("StructParents", of: page, to: .integer(index))
                pdf.set("Annots", of: page, to: annotations.isEmpty ? nil : .array(annotations.map { .reference($0.reference) }))
                pdf.set("Tabs", of: page, to: .name("S"))
                for annotation in annotations {
                    pdf.set(annotation.reference, to: value(of: annotation, on: index, document, pages))
                }
            }
            let catalogue = pdf.catalogue
            pdf.set("StructTreeRoot", of: catalogue, to: .reference(try tree.write(into: &pdf)))
            pdf.set("MarkInfo", of: catalogue, to: .dictionary([("Marked", .boolean(true))]))
            pdf.set("OutputIntents", of: catalogue, to: .array([screenIntent(in: &pdf)]))
            let names = files.map { (key: $0.0.name, value: PDFValue.reference($0.1)) }.sorted { $0.key < $1.key }
            pdf.set("Names", of: catalogue, to: names.isEmpty ? nil : .dictionary([("EmbeddedFiles", .dictionary([("Names", .names(names))]))]))
            pdf.set("AF", of: catalogue, to: files.isEmpty ? nil : .array(files.map { .reference($0.1) }))
            describe(metadata, standards: archivalAndAccessible, in: &pdf)
            return try pdf.written(version: "1.7")
        }
    }

    // MARK: Steps

    func withPDF(
        _ bytes: [UInt8], pageCount: Int, _ body: (inout PDFFile, [PDFValue.Reference]) throws(PDFError) -> [UInt8]
    ) throws(PDFError) -> [UInt8] {
        // qpdf reads from this memory until it is done.
        let result = withUnwrittenObjectsFreed(bytes).withUnsafeBufferPointer { buffer -> Result<[UInt8], PDFError> in
            do throws(PDFError) {
                var pdf = try PDFFile.reading(buffer)
                let pages = pdf.pages
                guard pages.count == pageCount else { throw .unreadable("it has \(pages.count) pages, not \(pageCount)") }
                pdf.mendFonts()
                return .success(try body(&pdf, pages))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// Puts into the content of a page what its leaves mean, and its background beneath.
    private func mark(
        _ scene: Scene, as page: PDFValue.Reference, in pdf: inout PDFFile
    ) throws(PDFError) {
        let leaves = scene.leaves
        var leaf = 0
        var number = 0
        let content = ContentStream(try pdf.content(of: page)).rewritten { operation in
            guard operation.isCalled("BDC"), operation.marksContent else { return nil }
            defer { leaf += 1 }
            guard leaves.indices.contains(leaf) else { return nil }
            switch leaves[leaf].leaf {
            case .content:
                defer { number += 1 }
                return "/Span <</MCID \(number)>> BDC"
            case .hyphen:
                defer { number += 1 }
                // A soft hyphen: a reader is not to guess (ISO 32000-1, 14.8.2.2.3).
                return "/Span <</MCID \(number) /ActualText <FEFF00AD>>> BDC"
            case .header: return "/Artifact <</Type /Pagination /Subtype /Header>> BDC"
            case .footer: return "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
            case .artifact: return "/Artifact BMC"
            }
        }
        guard leaf == leaves.count else {
            throw .unreadable("\(scene.name) has \(leaf) marked parts, not \(leaves.count)")
        }
        pdf.replaceContent(of: page, with: background(of: scene) + content)
        // Nothing is transparent, and a group would need a colour space of its own.
        pdf.set("Group", of: page, to: nil)
    }

    /// White paper takes no ink.
    private func background(of scene: Scene) -> [UInt8] {
        let colour = scene.background.screen
        guard colour != .init(red: 1, green: 1, blue: 1) else { return [] }
        let ink = [colour.red, colour.green, colour.blue].map { decimal($0, places: 3) }.joined(separator: " ")
        return Array("/Artifact BMC q \(ink) rg 0 0 \(decimal(scene.size.width)) \(decimal(scene.size.height)) re f Q EMC\n".utf8)
    }

    private func value(
        of annotation: StructureTree.Annotation, on page: Int, _ document: Document, _ pages: [PDFValue.Reference]
    ) -> PDFValue {
        var entries: [(key: String, value: PDFValue)] = [
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
            guard pages.indices.contains(number - 1) else { break }
            let top = document.pages[number - 1].size.height - place.y
            entries.append(("Dest", .array([.reference(pages[number - 1]), .name("XYZ"), .number(place.x), .number(top), .integer(0)])))
        }
        return .dictionary(entries)
    }

    private func attach(_ attachment: Attachment, date: String?, to pdf: inout PDFFile) -> PDFValue.Reference {
        var parameters: [(key: String, value: PDFValue)] = [("Size", .integer(attachment.bytes.count))]
        if let date { parameters.append(("ModDate", .text(date))) }
        let stream = pdf.add(
            stream: attachment.bytes,
            [("Type", .name("EmbeddedFile")), ("Subtype", .name("text/csv")), ("Params", .dictionary(parameters))])
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

    func describe(
        _ metadata: Metadata, standards: String, in pdf: inout PDFFile,
        furtherInformation: [(key: String, value: PDFValue)] = []
    ) {
        let catalogue = pdf.catalogue
        if !metadata.properties.language.isEmpty { pdf.set("Lang", of: catalogue, to: .text(metadata.properties.language)) }
        pdf.merge([("DisplayDocTitle", .boolean(true))], into: "ViewerPreferences", of: catalogue)
        let numbers = PDFValue.dictionary([("S", .name("D"))])
        pdf.set("PageLabels", of: catalogue, to: .dictionary([("Nums", .array([.integer(0), numbers]))]))
        let packet = pdf.add(stream: metadata.packet(standards), [("Type", .name("Metadata")), ("Subtype", .name("XML"))])
        pdf.set("Metadata", of: catalogue, to: .reference(packet))
        pdf.replaceInformation(metadata.information + furtherInformation)
    }
}

extension ContentStream.Operation {
    /// Whether it begins what Cairo marked with a number.
    fileprivate var marksContent: Bool { operands.contains("/MCID") }
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
