/// A PDF in the making: objects by their numbers (ISO 32000-1, 7.5).
struct PDFFile {
    typealias Reference = PDFValue.Reference

    private enum Object {
        case value(PDFValue)
        case stream([UInt8], [PDFValue.Entry], isEncoded: Bool)
    }

    /// Number 0 is no object’s, nor is one that was reserved and never set.
    private var objects: [Object?] = [nil]

    // MARK: Objects

    /// A number for an object that is to be set later, or never.
    mutating func reserve() -> Reference {
        objects.append(nil)
        return Reference(number: objects.count - 1)
    }

    mutating func set(_ reference: Reference, to value: PDFValue) { objects[reference.number] = .value(value) }

    /// - Parameter isEncoded: whether the bytes are as the entries say that they are; else they are compressed when the file is
    ///   written, but for metadata.
    mutating func set(_ reference: Reference, toStream bytes: [UInt8], _ entries: [PDFValue.Entry], isEncoded: Bool = false) {
        objects[reference.number] = .stream(bytes, entries, isEncoded: isEncoded)
    }

    mutating func add(_ value: PDFValue) -> Reference {
        let reference = reserve()
        set(reference, to: value)
        return reference
    }

    mutating func add(stream bytes: [UInt8], _ entries: [PDFValue.Entry]) -> Reference {
        let reference = reserve()
        set(reference, toStream: bytes, entries)
        return reference
    }

    // MARK: Writing

    /// The file, its objects in compressed streams, its identifier made from its content.
    mutating func written(
        version: String, catalogue: [PDFValue.Entry], information: [PDFValue.Entry]
    ) throws(PDFError) -> [UInt8] {
        let (catalogue, information) = (add(.dictionary(catalogue)), add(.dictionary(information)))
        // The second line tells programs that it is no text.
        var file = Array("%PDF-\(version)\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, UInt8(ascii: "\n")]
        var places = [Place](repeating: .none, count: objects.count)
        var values: [(number: Int, value: PDFValue)] = []
        for (number, object) in objects.enumerated() {
            switch object {
            case nil: continue
            case .value(let value)?: values.append((number, value))
            case .stream(let bytes, let entries, let isEncoded)?:
                places[number] = .inFile(file.count)
                let isPlain = isEncoded || PDFValue.dictionary(entries)["Type"]?.isName("Metadata") == true
                try append(stream: bytes, entries, compressing: !isPlain, as: number, to: &file)
            }
        }
        for start in stride(from: 0, to: values.count, by: valuesTogether) {
            let number = places.count
            places.append(.inFile(file.count))
            var (head, body): ([UInt8], [UInt8]) = ([], [])
            for (index, object) in values[start..<min(start + valuesTogether, values.count)].enumerated() {
                head += "\(object.number) \(body.count) ".utf8
                object.value.write(to: &body)
                body.append(UInt8(ascii: "\n"))
                places[object.number] = .inStream(number, index)
            }
            let count = min(valuesTogether, values.count - start)
            try append(
                stream: head + body, [("Type", .name("ObjStm")), ("N", .integer(count)), ("First", .integer(head.count))], compressing: true,
                as: number, to: &file)
        }
        let start = file.count
        places.append(.inFile(start))
        let identifier = PDFValue.verbatim(Array("<\(SHA256(of: file).hexadecimal.prefix(32))>".utf8))
        try append(
            stream: places.flatMap(\.row),
            [
                ("Type", .name("XRef")), ("Size", .integer(places.count)), ("W", .array([1, 4, 2].map(PDFValue.integer))),
                ("Root", .reference(catalogue)), ("Info", .reference(information)), ("ID", .array([identifier, identifier])),
            ], compressing: true, as: places.count - 1, to: &file)
        file += "startxref\n\(start)\n%%EOF\n".utf8
        return file
    }

    private func append(
        stream bytes: [UInt8], _ entries: [PDFValue.Entry], compressing: Bool, as number: Int, to file: inout [UInt8]
    ) throws(PDFError) {
        var (data, entries) = (bytes, entries)
        if compressing {
            guard let smaller = deflated(bytes) else { throw .unwritable("no memory is left") }
            data = smaller
            entries.append(("Filter", .name("FlateDecode")))
        }
        entries.append(("Length", .integer(data.count)))
        file += "\(number) 0 obj\n".utf8
        PDFValue.dictionary(entries).write(to: &file)
        file += "\nstream\n".utf8
        file += data
        file += "\nendstream\nendobj\n".utf8
    }
}

/// Where an object stands.
private enum Place {
    case none
    case inFile(Int)
    /// Of a stream of objects by its number, and which of them.
    case inStream(Int, Int)

    /// A row of the table: a sort in one byte, four bytes and two.
    var row: [UInt8] {
        switch self {
        case .none: [0] + bigEndian(0) + [0xFF, 0xFF]
        case .inFile(let place): [1] + bigEndian(place) + [0, 0]
        case .inStream(let stream, let index): [2] + bigEndian(stream) + [UInt8(index >> 8), UInt8(index & 255)]
        }
    }
}

/// How many objects stand in a stream: a reader that wants one decodes them all.
private let valuesTogether = 500
