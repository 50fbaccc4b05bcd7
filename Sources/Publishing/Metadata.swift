internal import Scenes

/// What a file says of itself, in the two ways that PDF has, which must agree.
struct Metadata {
    let properties: Document.Properties
    /// "Brevier 1.0".
    let program: String

    init(_ properties: Document.Properties, program: String) {
        var properties = properties
        properties.title = plain(properties.title)
        properties.authors = properties.authors.map(plain)
        properties.subject = plain(properties.subject)
        properties.keywords = properties.keywords.map(plain)
        self.properties = properties
        self.program = program
    }

    private var author: String { properties.authors.joined(separator: ", ") }
    private var keywords: String { properties.keywords.joined(separator: ", ") }

    /// "2024-02-12" as PDF writes it (ISO 32000-1, 7.9.4), at the start of that day in UTC; nil where it is no date.
    var date: String? {
        let parts = properties.published.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], parts.joined().utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return "D:\(parts.joined())000000Z"
    }

    /// The dictionary of information; an entry that is empty is left out.
    var information: [(key: String, value: PDFValue)] {
        [
            ("Title", properties.title), ("Author", author), ("Subject", properties.subject), ("Keywords", keywords),
            ("Creator", program), ("Producer", program), ("CreationDate", date ?? ""), ("ModDate", date ?? ""),
        ].filter { !$0.1.isEmpty }.map { (key: $0.0, value: .text($0.1)) }
    }

    /// The same as an XMP packet (ISO 16684-1).
    ///
    /// - Parameter standards: further descriptions, as XML.
    func packet(_ standards: String) -> [UInt8] {
        let language = properties.language.isEmpty ? "" : "<dc:language><rdf:Bag>" + element("rdf:li", text: properties.language) + "</rdf:Bag></dc:language>"
        let dates = date == nil ? "" : ["xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"]
            .map { element($0, text: properties.published + "T00:00:00Z") }.joined(separator: "\n")
        let parts = [
            "<dc:format>application/pdf</dc:format>",
            alternative("dc:title", properties.title),
            author.isEmpty ? "" : "<dc:creator><rdf:Seq>" + element("rdf:li", text: author) + "</rdf:Seq></dc:creator>",
            alternative("dc:description", properties.subject),
            language, dates,
            element("xmp:CreatorTool", text: program), element("pdf:Producer", text: program),
            keywords.isEmpty ? "" : element("pdf:Keywords", text: keywords),
        ].filter { !$0.isEmpty }
        let text = """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
            xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            \(parts.joined(separator: "\n"))
            </rdf:Description>
            \(standards)
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """
        return Array(text.utf8)
    }

    private func alternative(_ name: String, _ words: String) -> String {
        words.isEmpty ? "" : "<\(name)><rdf:Alt>" + element("rdf:li", [("xml:lang", "x-default")], text: words) + "</rdf:Alt></\(name)>"
    }
}

/// Words without the control characters, which XML cannot hold and which mean nothing to a reader.
private func plain(_ words: String) -> String {
    String(String.UnicodeScalarView(words.unicodeScalars.filter { scalar in
        scalar.properties.generalCategory != .control && scalar.value & 0xFFFE != 0xFFFE
    }))
}

/// That a file is PDF/A-3a and PDF/UA-1. The second has a property that PDF/A does not know, and so describes it.
let archivalAndAccessible = """
    <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
    <pdfaid:part>3</pdfaid:part>
    <pdfaid:conformance>A</pdfaid:conformance>
    </rdf:Description>
    <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
    <pdfuaid:part>1</pdfuaid:part>
    </rdf:Description>
    <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>The part of ISO 14289 to which the file conforms</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas>
    </rdf:Description>
    """
