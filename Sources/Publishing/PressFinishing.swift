package import Scenes

extension PDFFinisher {
    /// The edition for the press, which is made as PDF/X-4 (ISO 15930-7) asks: every colour an ink, the edges of page and
    /// bleed told, nothing to click.
    ///
    /// - Parameter bytes: the edition's document as Cairo painted it.
    package func finish(
        _ bytes: [UInt8], of edition: PressEdition, for condition: PrintingCondition
    ) throws(PDFError) -> [UInt8] {
        let document = edition.document
        let inkCount = edition.inks.inks.count
        guard inkCount <= InkTable.mostInks else { throw .unwritable("it has \(inkCount) colours, and \(InkTable.mostInks) can be told apart") }
        return try withPDF(bytes, pageCount: document.pages.count) { (pdf, pages) throws(PDFError) in
            let registration = registrationColour(in: &pdf)
            var printed = bytes + Array(condition.name.utf8) + (condition.profile ?? [])
            for (scene, page) in zip(document.pages, pages) {
                let sheet = Sheet(sheet: scene.size)
                let content = try inked(pdf.content(of: page), edition.inks, scene.name)
                let sheetContent = paper(of: scene, sheet) + Array("q\n".utf8) + content + marks(on: sheet, condition)
                pdf.replaceContent(of: page, with: sheetContent)
                printed += sheetContent
                for (name, box) in [("MediaBox", Rect(scene.size)), ("BleedBox", sheet.bleed), ("TrimBox", sheet.trim)] {
                    pdf.set(name, of: page, to: .box(box, height: scene.size.height))
                }
                for key in ["Group", "StructParents", "Annots"] { pdf.set(key, of: page, to: nil) }
                pdf.merge([("ColorSpace", .dictionary([("All", .reference(registration))]))], into: "Resources", of: page)
            }
            let catalogue = pdf.catalogue
            for key in ["StructTreeRoot", "MarkInfo", "Outlines", "Names", "PageMode"] { pdf.set(key, of: catalogue, to: nil) }
            pdf.set("OutputIntents", of: catalogue, to: .array([intent(condition, in: &pdf)]))
            let metadata = Metadata(document.properties, program: program)
            describe(metadata, standards: pressMetadata(identifier: identifier(of: printed)), in: &pdf, furtherInformation: [("Trapped", .name("False"))])
            return try pdf.written(version: "1.6")
        }
    }

    /// Inks in the place of their codes, and no marks of content: a press does not read.
    private func inked(_ content: [UInt8], _ inks: InkTable, _ page: String) throws(PDFError) -> [UInt8] {
        var unknown: String?
        let inked = ContentStream(content).rewritten { operation in
            if operation.isCalled("BDC") || operation.isCalled("EMC") { return "" }
            if let other = otherColours.first(where: operation.isCalled) { unknown = unknown ?? "\(other)" }
            let isFill = operation.isCalled("rg")
            guard isFill || operation.isCalled("RG") else { return nil }
            let parts = operation.operands.suffix(3).compactMap { Double($0) }
            guard parts.count == 3, let ink = inks.ink(red: parts[0], green: parts[1], blue: parts[2]) else {
                unknown = unknown ?? parts.map { String($0) }.joined(separator: " ")
                return nil
            }
            return operands(of: ink) + (isFill ? " k" : " K")
        }
        if let unknown { throw .unreadable("\(page) has a colour that is no ink: \(unknown)") }
        return inked
    }

    private func operands(of ink: Colour.Press) -> String {
        [ink.cyan, ink.magenta, ink.yellow, ink.black].map { decimal($0, places: 3) }.joined(separator: " ")
    }

    /// Paper without ink is left as it is.
    private func paper(of scene: Scene, _ sheet: Sheet) -> [UInt8] {
        let ink = scene.background.press
        guard ink != .init(cyan: 0, magenta: 0, yellow: 0, black: 0) else { return [] }
        return Array("q \(operands(of: ink)) k \(rectangle(sheet.bleed, sheet)) f Q\n".utf8)
    }

    private func marks(on sheet: Sheet, _ condition: PrintingCondition) -> [UInt8] {
        func place(_ point: Point) -> String { "\(decimal(point.x)) \(decimal(sheet.size.height - point.y))" }
        var text = "\nQ q /All CS 1 SCN 0.25 w\n"
        text += sheet.cropMarks.map { "\(place($0.from)) m \(place($0.to)) l S\n" }.joined()
        if condition.hasColourBar {
            text += sheet.colourBar.map { "\(operands(of: $0.ink)) k \(rectangle($0.area, sheet)) f\n" }.joined()
        }
        return Array((text + "Q\n").utf8)
    }

    private func rectangle(_ area: Rect, _ sheet: Sheet) -> String {
        "\(decimal(area.minX)) \(decimal(sheet.size.height - area.maxY)) \(decimal(area.width)) \(decimal(area.height)) re"
    }

    /// The colour that is printed by every plate, by which they are laid over each other.
    private func registrationColour(in pdf: inout PDFFile) -> PDFValue.Reference {
        let plates = ["C0", "C1"].map { key in
            (key: key, value: PDFValue.array([Int](repeating: key == "C0" ? 0 : 1, count: 4).map(PDFValue.integer)))
        }
        let tint = PDFValue.dictionary(
            [("FunctionType", .integer(2)), ("Domain", .array([.integer(0), .integer(1)])), ("N", .integer(1))] + plates)
        return pdf.add(.array([.name("Separation"), .name("All"), .name("DeviceCMYK"), tint]))
    }

    private func intent(_ condition: PrintingCondition, in pdf: inout PDFFile) -> PDFValue {
        var entries: [(key: String, value: PDFValue)] = [
            ("Type", .name("OutputIntent")), ("S", .name("GTS_PDFX")), ("OutputConditionIdentifier", .text(condition.name)),
            ("RegistryName", .text("http://www.color.org")), ("Info", .text(condition.name)),
        ]
        if let profile = condition.profile {
            entries.append(("DestOutputProfile", .reference(pdf.add(stream: profile, [("N", .integer(4))]))))
        }
        return .dictionary(entries)
    }
}

/// What sets a colour, or paints what has colours of its own, in a way in which no code of an ink is written.
private let otherColours: [StaticString] = ["g", "G", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "Do", "BI"]

/// A file's own identifier, as RFC 9562 forms those that are made from content.
private func identifier(of bytes: [UInt8]) -> String {
    let digits = Array(SHA256(of: bytes).hexadecimal.utf8.prefix(32))
    func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
    return "uuid:\(part(0..<8))-\(part(8..<12))-8\(part(13..<16))-8\(part(17..<20))-\(part(20..<32))"
}

/// That a file is PDF/X-4, which it is, and that nothing in it is trapped.
private func pressMetadata(identifier: String) -> String {
    """
    <rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
    <pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
    </rdf:Description>
    <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
    <pdf:Trapped>False</pdf:Trapped>
    </rdf:Description>
    <rdf:Description rdf:about="" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
    \(element("xmpMM:DocumentID", text: identifier))
    \(element("xmpMM:InstanceID", text: identifier))
    <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
    <xmpMM:VersionID>1</xmpMM:VersionID>
    </rdf:Description>
    """
}
