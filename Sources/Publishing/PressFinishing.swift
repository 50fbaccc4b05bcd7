internal import Scenes

extension PDFFinisher {
    /// The edition for the press, which is made as PDF/X-4 (ISO 15930-7) asks: every colour an ink, the edges of page and
    /// bleed told, nothing to click. It says that it is PDF/X-4 where the profile of the printing condition is in it, which that
    /// standard asks for as well.
    ///
    /// - Parameter bytes: the edition's pages as Cairo painted it.
    package func finish(
        _ bytes: [UInt8], of edition: PressEdition, for condition: PrintingCondition
    ) throws(PDFError) -> [UInt8] {
        let document = edition.document
        var pdf = PDFFile()
        let painted = try self.painted(bytes, edition.pages, for: .press, into: &pdf)
        let registration = pdf.add(registrationColour)
        let metadata = Metadata(document.properties, program: program)
        var printed = metadata.packet(condition.name) + (condition.profile ?? [])
        let pageTree = write(document.pages.map { _ in pdf.reserve() }, into: &pdf) { index, pdf in
            let scene = document.pages[index]
            let sheet = Sheet(sheet: scene.size)
            let content = paper(of: scene, sheet) + Array("q\n".utf8) + painted[index].content.bytes + marks(on: sheet, condition)
            printed += content
            let boxes = [("MediaBox", Rect(scene.size)), ("BleedBox", sheet.bleed), ("TrimBox", sheet.trim)]
            return boxes.map { ($0.0, .box($0.1, height: scene.size.height)) } + [
                ("Contents", .reference(pdf.add(stream: content, []))),
                ("Resources", painted[index].resources.adding([("ColorSpace", .dictionary([("All", .reference(registration))]))])),
            ]
        }
        let entries: [PDFValue.Entry] =
            [("Type", .name("Catalog")), ("Pages", .reference(pageTree)), ("OutputIntents", .array([intent(condition, in: &pdf)]))]
            + description(metadata, standards: pressMetadata(identifier: identifier(of: printed), isStandard: condition.profile != nil), in: &pdf)
        return try pdf.written(version: "1.6", catalogue: entries, information: metadata.information + [("Trapped", .name("False"))])
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
    private var registrationColour: PDFValue {
        let plates = ["C0", "C1"].map { key in
            (key: key, value: PDFValue.array([Int](repeating: key == "C0" ? 0 : 1, count: 4).map(PDFValue.integer)))
        }
        let tint = PDFValue.dictionary(
            [("FunctionType", .integer(2)), ("Domain", .array([.integer(0), .integer(1)])), ("N", .integer(1))] + plates)
        return .array([.name("Separation"), .name("All"), .name("DeviceCMYK"), tint])
    }

    private func intent(_ condition: PrintingCondition, in pdf: inout PDFFile) -> PDFValue {
        var entries: [PDFValue.Entry] = [
            ("Type", .name("OutputIntent")), ("S", .name("GTS_PDFX")), ("OutputConditionIdentifier", .text(condition.name)),
            ("RegistryName", .text("http://www.color.org")), ("Info", .text(condition.name)),
        ]
        if let profile = condition.profile {
            entries.append(("DestOutputProfile", .reference(pdf.add(stream: profile, [("N", .integer(4))]))))
        }
        return .dictionary(entries)
    }
}

/// A file's own identifier, as RFC 9562 forms those that are made from content.
private func identifier(of bytes: [UInt8]) -> String {
    let digits = Array(SHA256(of: bytes).hexadecimal.utf8.prefix(32))
    func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
    return "uuid:\(part(0..<8))-\(part(8..<12))-8\(part(13..<16))-8\(part(17..<20))-\(part(20..<32))"
}

/// What a file for the press says of itself: that nothing in it is trapped, and which file it is.
///
/// - Parameter isStandard: whether it says that it is PDF/X-4.
private func pressMetadata(identifier: String, isStandard: Bool) -> String {
    let standard = """
        <rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
        <pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
        </rdf:Description>

        """
    return (isStandard ? standard : "") + """
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
