internal import Scenes

/// A value as it is written into a PDF (ISO 32000-1, 7.3).
indirect enum PDFValue {
    /// As it is written, without the solidus.
    case name(String)
    case integer(Int)
    /// To a hundredth.
    case number(Double)
    case boolean(Bool)
    /// Words for a reader, in any script.
    case text(String)
    case array([PDFValue])
    case dictionary([Entry])
    case reference(Reference)
    /// A number, a string or a word as a painter wrote it.
    case verbatim([UInt8])

    typealias Entry = (key: String, value: PDFValue)

    /// An object of the file, by its number.
    struct Reference: Hashable {
        var number: Int
    }

    static func names(_ entries: [Entry]) -> PDFValue {
        .array(entries.flatMap { [.text($0.key), $0.value] })
    }

    /// A rectangle by its edges from the lower left, as PDF counts.
    ///
    /// - Parameter height: of the page, from whose top the area is counted.
    static func box(_ area: Rect, height: Double) -> PDFValue {
        .array([area.minX, height - area.maxY, area.maxX, height - area.minY].map(PDFValue.number))
    }

    /// A place on a page that is to be shown at the size that the reader has chosen.
    static func place(_ place: Point, on page: Reference, height: Double) -> PDFValue {
        .array([.reference(page), .name("XYZ"), .number(place.x), .number(height - place.y), .integer(0)])
    }

    /// The value under a key of a dictionary.
    subscript(_ key: String) -> PDFValue? {
        guard case .dictionary(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// The dictionary with these entries in place of its own under their keys.
    func adding(_ added: [Entry]) -> PDFValue {
        guard case .dictionary(let entries) = self else { return .dictionary(added) }
        return .dictionary(entries.filter { entry in !added.contains { $0.key == entry.key } } + added)
    }

    func isName(_ name: String) -> Bool {
        if case .name(name) = self { true } else { false }
    }
}

// MARK: Writing

extension PDFValue {
    func write(to bytes: inout [UInt8]) {
        switch self {
        case .name(let name):
            bytes.append(UInt8(ascii: "/"))
            bytes += name.utf8
        case .integer(let integer): bytes += String(integer).utf8
        case .number(let number): bytes += decimal(number).utf8
        case .boolean(let value): bytes += (value ? "true" : "false").utf8
        case .text(let words): Self.write(words, to: &bytes)
        case .reference(let reference): bytes += "\(reference.number) 0 R".utf8
        case .verbatim(let written): bytes += written
        case .array(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: " ")) }
                value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .dictionary(let entries):
            bytes += "<<".utf8
            for entry in entries {
                bytes.append(UInt8(ascii: "/"))
                bytes += entry.key.utf8
                bytes.append(UInt8(ascii: " "))
                entry.value.write(to: &bytes)
            }
            bytes += ">>".utf8
        }
    }

    /// Words in ASCII as they are, all others as UTF-16 (ISO 32000-1, 7.9.2.2).
    private static func write(_ words: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "("))
        if words.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
            for byte in words.utf8 { write(byte, to: &bytes) }
        } else {
            bytes += [0xFE, 0xFF]
            for unit in words.utf16 {
                write(UInt8(unit >> 8), to: &bytes)
                write(UInt8(unit & 255), to: &bytes)
            }
        }
        bytes.append(UInt8(ascii: ")"))
    }

    /// A byte of a string. A carriage return would be read as a line feed.
    private static func write(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: "\r"): bytes += "\\r".utf8
        default: bytes.append(byte)
        }
    }
}

// MARK: Reading

extension PDFTokens {
    /// The next value; nil where there is none, or where it nests deeper than any painter does.
    mutating func value(depth: Int = 0) -> PDFValue? {
        guard depth < 64, let token = next() else { return nil }
        switch bytes[token.range.lowerBound] {
        case UInt8(ascii: "/"):
            return .name(String(decoding: bytes[token.range.dropFirst()], as: UTF8.self))
        case UInt8(ascii: "["):
            var values: [PDFValue] = []
            while !skip("]") {
                guard let value = value(depth: depth + 1) else { return nil }
                values.append(value)
            }
            return .array(values)
        case UInt8(ascii: "<") where has(token, "<<"):
            var entries: [PDFValue.Entry] = []
            while !skip(">>") {
                guard case .name(let key)? = value(depth: depth + 1), let value = value(depth: depth + 1) else { return nil }
                entries.append((key, value))
            }
            return .dictionary(entries)
        case UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"): return nil
        default:
            guard let number = integer(token) else { return .verbatim(Array(bytes[token.range])) }
            let end = place
            if integer() != nil, skip("R") { return .reference(PDFValue.Reference(number: number)) }
            place = end
            return .integer(number)
        }
    }
}
