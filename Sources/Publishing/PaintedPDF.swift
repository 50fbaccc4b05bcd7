/// A PDF as Cairo writes it where it is asked for version 1.4: a table of objects, none of which is in another one.
///
/// Nothing is taken from it but what the pages paint and what they paint with.
struct PaintedPDF {
    /// An object: a value, and the bytes of a stream where it is one.
    struct Object {
        var value: PDFValue
        var data: ArraySlice<UInt8>?
    }

    private let bytes: [UInt8]
    /// Where the objects stand; nil for a number that none has.
    private let places: [Int?]
    private let root: PDFValue

    init(_ bytes: [UInt8]) throws(PDFError) {
        self.bytes = bytes
        guard let (places, root) = bytes.withUnsafeBufferPointer(readTable) else {
            throw .unreadable("it has no table of objects")
        }
        (self.places, self.root) = (places, root)
    }

    /// The pages, in order, with what they have from the branches that hold them.
    func pages() throws(PDFError) -> [PDFValue] {
        var pages: [PDFValue] = []
        try addPages(of: resolved(resolved(root)["Pages"]), resources: .dictionary([]), to: &pages, depth: 0)
        return pages
    }

    private func addPages(of node: PDFValue, resources: PDFValue, to pages: inout [PDFValue], depth: Int) throws(PDFError) {
        let resources = node["Resources"] ?? resources
        guard case .array(let kids)? = node["Kids"].map(resolved) else { return pages.append(node.adding([("Resources", resources)])) }
        guard depth < 64 else { throw .unreadable("its pages have no end") }
        for kid in kids { try addPages(of: resolved(kid), resources: resources, to: &pages, depth: depth + 1) }
    }

    /// What a page paints.
    func content(of page: PDFValue) throws(PDFError) -> [UInt8] {
        let contents = page["Contents"]
        guard case .array(let parts)? = contents.map(resolved) else { return try decoded(object(contents)) }
        var content: [UInt8] = []
        for part in parts { content += try decoded(object(part)) + [UInt8(ascii: "\n")] }
        return content
    }

    /// A value, or what it refers to.
    func resolved(_ value: PDFValue?) -> PDFValue { object(value)?.value ?? .verbatim(Array("null".utf8)) }

    /// The object that a value refers to; nil where it is not there: a number in the table that no object has means nothing.
    func object(_ value: PDFValue?) -> Object? {
        guard case .reference(let reference)? = value else { return value.map { Object(value: $0) } }
        guard places.indices.contains(reference.number), let place = places[reference.number], place < bytes.count else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            var tokens = PDFTokens(bytes, from: place)
            guard tokens.integer() == reference.number, tokens.integer() != nil, tokens.skip("obj"), let value = tokens.value() else { return nil }
            guard tokens.skip("stream") else { return Object(value: value) }
            return data(value["Length"], from: tokens.place).map { Object(value: value, data: $0) }
        }
    }

    /// The bytes of a stream whose word ends at `place`.
    private func data(_ length: PDFValue?, from place: Int) -> ArraySlice<UInt8>? {
        guard case .integer(let length)? = object(length)?.value else { return nil }
        // After the word comes a line feed, or a carriage return and a line feed.
        let start = place + (bytes[place...].first == UInt8(ascii: "\r") ? 2 : 1)
        return start + length <= bytes.count ? bytes[start..<start + length] : nil
    }

    func decoded(_ object: Object?) throws(PDFError) -> [UInt8] {
        guard let object, let data = object.data else { throw .unreadable("a stream is missing") }
        switch object.value["Filter"].map(resolved) {
        case nil: return Array(data)
        case .name("FlateDecode")? where object.value["DecodeParms"] == nil: break
        case .array(let filters)? where filters.count == 1 && filters[0].isName("FlateDecode") && object.value["DecodeParms"] == nil: break
        default: throw .unreadable("a stream is compressed in another way")
        }
        guard let bytes = inflated(data) else { throw .unreadable("a stream is damaged") }
        return bytes
    }
}

/// Where the objects stand, by their numbers, and the catalogue; nil where the table is not as PDF 1.4 has it.
private func readTable(_ bytes: UnsafeBufferPointer<UInt8>) -> (places: [Int?], root: PDFValue)? {
    guard let start = startOfTable(bytes), start < bytes.count else { return nil }
    var tokens = PDFTokens(bytes, from: start)
    guard tokens.skip("xref") else { return nil }
    var places: [Int?] = []
    while let first = tokens.integer() {
        // An entry takes twenty bytes at least.
        guard let count = tokens.integer(), count <= bytes.count / 20, first <= bytes.count / 20 else { return nil }
        if places.count < first + count { places += [Int?](repeating: nil, count: first + count - places.count) }
        for number in first..<first + count {
            guard let place = tokens.integer(), tokens.integer() != nil else { return nil }
            if tokens.skip("n") { places[number] = place } else if !tokens.skip("f") { return nil }
        }
    }
    guard tokens.skip("trailer"), let trailer = tokens.value(), trailer["Prev"] == nil, let root = trailer["Root"] else { return nil }
    return (places, root)
}

/// Where the last lines say that the table begins.
private func startOfTable(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let word = Array("startxref".utf8)
    var place = bytes.count - word.count
    let last = max(0, bytes.count - 64)
    while place >= last {
        if bytes[place..<place + word.count].elementsEqual(word) {
            var tokens = PDFTokens(bytes, from: place + word.count)
            return tokens.integer()
        }
        place -= 1
    }
    return nil
}
