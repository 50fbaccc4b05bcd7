internal import Foundation

/// An object of a PDF as qpdf tells it. What it refers to is followed; what is not there has neither keys, items, words nor
/// number.
package struct PDFObject: @unchecked Sendable {
    /// Of all the file, by "obj:17 0 R"; never changed.
    private let objects: [String: Any]
    private let value: Any?
    /// "17 0 R"; nil for an object that stands within another.
    package let reference: String?

    fileprivate init(_ value: Any?, in objects: [String: Any]) {
        self.objects = objects
        guard let name = value as? String, name.hasSuffix(" R"), let object = objects["obj:\(name)"] as? [String: Any] else {
            self.value = value
            reference = nil
            return
        }
        self.value = object["value"] ?? object["stream"]
        reference = name
    }

    private var dictionary: [String: Any] {
        let dictionary = value as? [String: Any] ?? [:]
        return dictionary["dict"] as? [String: Any] ?? dictionary
    }

    package var isThere: Bool { value != nil && !(value is NSNull) }

    package subscript(_ key: String) -> PDFObject { PDFObject(dictionary["/" + key], in: objects) }

    package var keys: [String] { dictionary.keys.map { String($0.dropFirst()) }.sorted() }

    /// The items of an array.
    package var items: [PDFObject] { (value as? [Any] ?? []).map { PDFObject($0, in: objects) } }

    /// The items of an array, or what stands alone in its place.
    package var list: [PDFObject] { value is [Any] ? items : isThere ? [self] : [] }

    package var name: String? { (value as? String).flatMap { $0.hasPrefix("/") ? String($0.dropFirst()) : nil } }

    /// A text; by its bytes, since a mark may combine with what qpdf writes before it.
    package var words: String? {
        (value as? String).flatMap { $0.utf8.starts(with: "u:".utf8) ? String(decoding: $0.utf8.dropFirst(2), as: UTF8.self) : nil }
    }

    package var number: Double? { (value as? NSNumber)?.doubleValue }

    package var integer: Int? { (value as? NSNumber)?.intValue }

    package var isTrue: Bool { value as? Bool ?? false }

    /// The bytes of a stream, decoded.
    package var bytes: [UInt8]? {
        ((value as? [String: Any])?["data"] as? String).flatMap { Data(base64Encoded: $0) }.map { [UInt8]($0) }
    }
}

extension PDFProof {
    /// All objects by their numbers, "17 0 R", the trailer by "trailer".
    package func objects() throws -> [String: PDFObject] {
        let json = try output(of: "qpdf", ["--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=generalized", path])
        guard let file = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any],
            let objects = (file["qpdf"] as? [[String: Any]])?.last
        else { throw ProgramFailure("qpdf tells no objects of \(path)") }
        var result = ["trailer": PDFObject((objects["trailer"] as? [String: Any])?["value"], in: objects)]
        for name in objects.keys where name.hasPrefix("obj:") {
            let reference = String(name.dropFirst(4))
            result[reference] = PDFObject(reference, in: objects)
        }
        return result
    }

    package func trailer() throws -> PDFObject {
        guard let trailer = try objects()["trailer"] else { throw ProgramFailure("no trailer in \(path)") }
        return trailer
    }
}

extension PDFObject {
    /// The pages beneath a catalogue, in order.
    package var pages: [PDFObject] {
        func leaves(_ node: PDFObject) -> [PDFObject] { node["Kids"].isThere ? node["Kids"].items.flatMap(leaves) : [node] }
        return leaves(self["Pages"])
    }

    /// The keys and values of a tree of numbers or names that has no branches.
    package func pairs(_ key: String) -> [(key: PDFObject, value: PDFObject)] {
        let items = self[key].items
        return stride(from: 0, to: items.count - 1, by: 2).map { (items[$0], items[$0 + 1]) }
    }
}
