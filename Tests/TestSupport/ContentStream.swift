internal import Foundation

/// What a page of a PDF paints, or a form, a pattern or a letter that pages paint with: operator by operator.
package struct ContentStream: Sendable {
    package struct Operation: Hashable, Sendable {
        package var name: String
        /// As they are written; brackets are operands of their own.
        package var operands: [String]
    }

    /// "page 1", "form 17 0 R".
    package var name: String
    package var operations: [Operation]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        operations = []
        var tokens = TokenReader(bytes: bytes)
        var operands: [String] = []
        while let token = tokens.next() {
            guard token.isOperator else {
                operands.append(token.text)
                continue
            }
            operations.append(Operation(name: token.text, operands: operands))
            operands = []
            if token.text == "ID" { tokens.skipImage() }
        }
    }
}

extension PDFProof {
    /// Everything that paints: the pages in order, then forms, patterns and the letters of drawn fonts, as qpdf decodes them.
    package func contentStreams() throws -> [ContentStream] {
        let json = try output(
            of: "qpdf", ["--json=2", "--json-key=qpdf", "--json-key=pages", "--json-stream-data=inline", "--decode-level=generalized", path])
        guard let file = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any],
            let objects = (file["qpdf"] as? [[String: Any]])?.last, let pages = file["pages"] as? [[String: Any]]
        else { throw ProgramFailure("qpdf tells no objects of \(path)") }

        func bytes(_ reference: String) throws -> [UInt8] {
            let stream = (objects["obj:" + reference] as? [String: Any])?["stream"] as? [String: Any]
            guard let data = (stream?["data"] as? String).flatMap({ Data(base64Encoded: $0) }) else {
                throw ProgramFailure("\(reference) is no stream in \(path)")
            }
            return [UInt8](data)
        }
        let painted = try pages.enumerated().map { index, page in
            let parts = try (page["contents"] as? [String] ?? []).map(bytes)
            return ContentStream(name: "page \(index + 1)", bytes: [UInt8](parts.joined(separator: [10])))
        }

        var kinds: [String: String] = [:]
        for (name, object) in objects {
            let reference = String(name.dropFirst(4))
            let (object, stream) = (object as? [String: Any], (object as? [String: Any])?["stream"] as? [String: Any])
            let dictionary = stream?["dict"] as? [String: Any]
            if dictionary?["/Subtype"] as? String == "/Form" { kinds[reference] = "form" }
            if stream != nil, dictionary?["/PatternType"] as? Int == 1 { kinds[reference] = "pattern" }
            guard var letters = (object?["value"] as? [String: Any])?["/CharProcs"] else { continue }
            if let reference = letters as? String { letters = (objects["obj:" + reference] as? [String: Any])?["value"] ?? letters }
            guard let letters = letters as? [String: String] else { throw ProgramFailure("\(name) lists no letters in \(path)") }
            for letter in letters.values { kinds[letter] = "letter" }
        }
        let parts = try kinds.sorted { $0.key.compare($1.key, options: .numeric) == .orderedAscending }.map { reference, kind in
            ContentStream(name: "\(kind) \(reference)", bytes: try bytes(reference))
        }
        return painted + parts
    }
}

/// Reads the tokens of a content stream (ISO 32000-1, 7.2 and 7.8.2).
private struct TokenReader {
    private let bytes: [UInt8]
    private var index = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private static let space = Set("\0\t\n\u{C}\r ".utf8)
    private static let delimiters = Set("()<>[]{}/%".utf8)

    private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    private func at(_ character: Unicode.Scalar) -> Bool { byte == UInt8(ascii: character) }

    mutating func next() -> (text: String, isOperator: Bool)? {
        while let byte, Self.space.contains(byte) || at("%") {
            if at("%") { skip { $0 != 10 && $0 != 13 } } else { index += 1 }
        }
        guard let first = byte else { return nil }
        let start = index
        index += 1
        switch Unicode.Scalar(first) {
        case "(": skipText()
        case "<" where !at("<"):
            skip { $0 != UInt8(ascii: ">") }
            index += 1
        case "<", ">" where at(">"): index += 1
        case let character where character == "/" || !Self.delimiters.contains(first):
            skip { !Self.space.contains($0) && !Self.delimiters.contains($0) }
        default: break
        }
        index = min(index, bytes.count)
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        let isOperand = Self.delimiters.contains(first) || "+-.0123456789".utf8.contains(first) || ["true", "false", "null"].contains(text)
        return (text, !isOperand)
    }

    private mutating func skip(while condition: (UInt8) -> Bool) {
        while let byte, condition(byte) { index += 1 }
    }

    /// Past the bracket that closes a text; those within it come in pairs or behind a backslash.
    private mutating func skipText() {
        var depth = 1
        while depth > 0, byte != nil {
            if at("(") { depth += 1 } else if at(")") { depth -= 1 } else if at("\\") { index += 1 }
            index += 1
        }
    }

    /// Past the samples of an image that stands in the stream, up to the operator that ends it.
    mutating func skipImage() {
        let end = Array("EI".utf8)
        index += 1
        while index < bytes.count {
            let after = index + end.count
            let isAlone = Self.space.contains(bytes[index - 1]) && (after >= bytes.count || Self.space.contains(bytes[after]))
            if isAlone, bytes[index...].starts(with: end) { return }
            index += 1
        }
    }
}
