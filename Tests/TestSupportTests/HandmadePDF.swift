/// A PDF written out by hand, of one page, that is PDF/A-3a and PDF/UA-1 unless a test says otherwise.
struct HandmadePDF {
    var catalogue = """
        /Type /Catalog /Pages 2 0 R /Metadata 5 0 R /MarkInfo << /Marked true >> /StructTreeRoot 6 0 R /Lang (en-GB)
        /ViewerPreferences << /DisplayDocTitle true >>
        """
    /// Nothing that shows, and no structure needs to know of it.
    var content = "/Artifact BMC 0 0 m 9 9 l n EMC"
    var resources = ""
    /// Of the one element of the structure.
    var document = ""
    var metadata = Self.metadata
    /// Objects from number 8 on.
    var others: [String] = []

    static func stream(_ data: String, _ dictionary: String = "") -> String {
        "<< \(dictionary) /Length \(data.utf8.count) >>\nstream\n\(data)\nendstream"
    }

    var bytes: [UInt8] {
        let objects =
            [
                "<< \(catalogue) >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << \(resources) >> >>",
                Self.stream(content),
                Self.stream(metadata, "/Type /Metadata /Subtype /XML"),
                "<< /Type /StructTreeRoot /K [7 0 R] >>",
                "<< /Type /StructElem /S /Document /P 6 0 R \(document) >>",
            ] + others
        var text = "%PDF-1.7\n%äöü\n"
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let offset = String(text.utf8.count)
            table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let id = "<00112233445566778899AABBCCDDEEFF>"
        text += "\(table)trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /ID [\(id) \(id)] >>\nstartxref\n\(text.utf8.count)\n%%EOF\n"
        return Array(text.utf8)
    }

    /// PDF/A knows no property that says PDF/UA, so that the packet explains it.
    private static let metadata = """
        <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Nothing</rdf:li></rdf:Alt></dc:title></rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="3" pdfaid:conformance="A"/>
        <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>The part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
        </rdf:RDF></x:xmpmeta>
        <?xpacket end="r"?>
        """
}
