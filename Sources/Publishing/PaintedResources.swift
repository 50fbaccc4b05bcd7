/// Takes what pages paint with, fonts and images, out of a painted PDF into the finished one, each object once, and mends
/// what the painter leaves out or says otherwise than a reader wants it.
struct PaintedResources {
    private let painted: PaintedPDF
    /// By the numbers that the objects have in the painted file.
    private var taken: [PDFValue.Reference: PDFValue.Reference] = [:]

    init(of painted: PaintedPDF) {
        self.painted = painted
    }

    /// A value with all that it refers to.
    mutating func take(_ value: PDFValue, into pdf: inout PDFFile) throws(PDFError) -> PDFValue {
        switch value {
        case .name, .integer, .number, .boolean, .text, .verbatim: return value
        case .array(let values):
            var items: [PDFValue] = []
            for value in values { items.append(try take(value, into: &pdf)) }
            return .array(items)
        case .dictionary(let entries): return .dictionary(try take(entries, into: &pdf))
        case .reference(let old):
            if let new = taken[old] { return .reference(new) }
            let new = pdf.reserve()
            taken[old] = new
            let object = painted.object(value)
            guard let data = object?.data, case .dictionary(let entries)? = object?.value else {
                pdf.set(new, to: try take(painted.resolved(value), into: &pdf))
                return .reference(new)
            }
            pdf.set(new, toStream: Array(data), try take(entries.filter { $0.key != "Length" }, into: &pdf), isEncoded: true)
            return .reference(new)
        }
    }

    private mutating func take(_ entries: [PDFValue.Entry], into pdf: inout PDFFile) throws(PDFError) -> [PDFValue.Entry] {
        var result: [PDFValue.Entry] = []
        let dictionary = PDFValue.dictionary(entries)
        // A viewer must not make up pixels (ISO 19005-3, 6.2.8).
        let isImage = dictionary["Subtype"]?.isName("Image") == true
        for entry in entries where !(isImage && entry.key == "Interpolate") {
            if entry.key == "ToUnicode", let map = try spelt(entry.value, into: &pdf) {
                result.append((entry.key, map))
            } else {
                result.append((entry.key, try take(entry.value, into: &pdf)))
            }
        }
        // A TrueType font says that its glyphs have the numbers of its characters (ISO 19005-3, 6.2.11.3.2).
        if dictionary["Subtype"]?.isName("CIDFontType2") == true, dictionary["CIDToGIDMap"] == nil {
            result.append(("CIDToGIDMap", .name("Identity")))
        }
        return result
    }

    /// A font’s map to letters, with its ligatures spelt; nil where it has none.
    private mutating func spelt(_ value: PDFValue, into pdf: inout PDFFile) throws(PDFError) -> PDFValue? {
        guard case .reference(let old) = value, taken[old] == nil, let object = painted.object(value), object.data != nil else { return nil }
        let map = try painted.decoded(object)
        let spelt = withLigaturesSpelt(map)
        if spelt == map { return nil }
        let new = pdf.add(stream: spelt, [])
        taken[old] = new
        return .reference(new)
    }
}
