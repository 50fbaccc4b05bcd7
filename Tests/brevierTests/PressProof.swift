import Foundation
import FoundationXML
import Scenes
import TestSupport

/// A PDF as a printer's checks see it: its objects, its boxes, and what its operators paint with.
struct PressProof {
    let pdf: PDFProof
    private let objects: [String: Any]

    init(_ path: String) throws {
        pdf = PDFProof(path)
        let json = try output(of: "qpdf", ["--json=2", "--json-key=qpdf", path])
        guard let file = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any],
            let objects = (file["qpdf"] as? [[String: Any]])?.last
        else { throw ProgramFailure("qpdf tells no objects of \(path)") }
        self.objects = objects
    }

    // MARK: Objects

    /// What a path of keys leads to from the trailer, a stream by its dictionary; nil for nothing.
    func value(_ keys: String...) -> Any? {
        keys.reduce(resolved((objects["trailer"] as? [String: Any])?["value"])) { resolved(($0 as? [String: Any])?[$1]) }
    }

    /// An entry of the dictionary of information.
    func information(_ key: String) -> String? { (value("/Info", key) as? String).map { $0.hasPrefix("u:") ? String($0.dropFirst(2)) : $0 } }

    func resolved(_ value: Any?) -> Any? {
        guard let reference = value as? String, let object = objects["obj:" + reference] as? [String: Any] else { return value }
        return object["value"] ?? (object["stream"] as? [String: Any])?["dict"]
    }

    /// Every name in any object, as key or as value.
    var names: Set<String> {
        func names(_ value: Any) -> [String] {
            switch value {
            case let dictionary as [String: Any]: dictionary.keys + dictionary.values.flatMap(names)
            case let array as [Any]: array.flatMap(names)
            case let text as String: [text]
            default: []
            }
        }
        return Set(names(objects).filter { $0.hasPrefix("/") })
    }

    /// What has no place on a press: other colours than inks, pictures, whatever is clicked, read out or opened.
    func remnantsOfTheScreen() throws -> [String] {
        let operators = try pdf.contentStreams().flatMap { content in
            content.operations.filter { Self.screenOperators.contains($0.name) || $0.name == "CS" && $0.operands != ["/All"] }
                .map { "\(content.name): \(($0.operands + [$0.name]).joined(separator: " "))" }
        }
        return names.intersection(Self.screenNames).sorted() + operators
    }

    private static let screenNames: Set = [
        "/DeviceRGB", "/DeviceGray", "/CalRGB", "/CalGray", "/Lab", "/ICCBased", "/Indexed", "/Image", "/Shading", "/Pattern", "/SMask",
        "/Group", "/Encrypt", "/Annots", "/StructTreeRoot", "/StructParents", "/MarkInfo", "/Outlines", "/Names", "/EmbeddedFiles", "/AF",
        "/JavaScript", "/JS", "/OpenAction", "/AA", "/AcroForm",
    ]
    private static let screenOperators: Set = ["rg", "RG", "g", "G", "cs", "sc", "scn", "SC", "sh", "BI", "Do", "BDC", "BMC", "EMC"]

    func pages() throws -> [[String: Any]] {
        guard let kids = (value("/Root", "/Pages") as? [String: Any])?["/Kids"] as? [Any] else { throw ProgramFailure("\(pdf.path) has no pages") }
        return kids.compactMap { resolved($0) as? [String: Any] }
    }

    /// A box of a page, y down from the head of the sheet.
    func box(_ name: String, of page: [String: Any]) throws -> Rect {
        func sides(_ name: String) throws -> [Double] {
            guard let numbers = page[name] as? [NSNumber], numbers.count == 4 else { throw ProgramFailure("a page has no \(name)") }
            return numbers.map(\.doubleValue)
        }
        let (sides, height) = (try sides(name), try sides("/MediaBox")[3])
        return Rect(minX: sides[0], minY: height - sides[3], maxX: sides[2], maxY: height - sides[1])
    }

    /// The XMP packet.
    func packet() throws -> XMLDocument {
        guard let reference = (value("/Root") as? [String: Any])?["/Metadata"] as? String, let number = reference.split(separator: " ").first else {
            throw ProgramFailure("\(pdf.path) has no metadata")
        }
        return try XMLDocument(xmlString: output(of: "qpdf", ["--show-object=\(number)", "--raw-stream-data", pdf.path]))
    }

    // MARK: Operators

    /// What a page's operators paint, in the order of painting.
    struct Painting {
        /// The inks that letters are filled with.
        var textInks: Set<String> = []
        /// As wide as they are printed, points.
        var lineWidths: Set<Double> = []
        /// Lines in the colour of all plates, y down from the head of the sheet.
        var marks: [(from: Point, to: Point)] = []
    }

    /// - Parameter height: of the sheet.
    static func painting(of content: ContentStream, height: Double) throws -> Painting {
        struct State {
            var scale = 1.0
            var width = 1.0
            var fill = ""
            var isRegistration = false
        }
        var painting = Painting()
        var (state, saved, start) = (State(), [State](), Point.zero)
        for operation in content.operations {
            let numbers = operation.operands.compactMap { Double($0) }
            switch operation.name {
            case "q": saved.append(state)
            case "Q":
                guard let last = saved.popLast() else { throw ProgramFailure("\(content.name) restores what it did not save") }
                state = last
            case "cm": state.scale *= min(hypot(numbers[0], numbers[1]), hypot(numbers[2], numbers[3]))
            case "w": state.width = numbers[0]
            case "k": state.fill = operation.operands.joined(separator: " ")
            case "CS": state.isRegistration = operation.operands == ["/All"]
            case "K": state.isRegistration = false
            case "Tj", "TJ", "'", "\"": painting.textInks.insert(state.fill)
            case "m": start = Point(x: numbers[0], y: height - numbers[1])
            case "l" where state.isRegistration: painting.marks.append((start, Point(x: numbers[0], y: height - numbers[1])))
            case "S", "s", "B", "B*", "b", "b*": painting.lineWidths.insert(state.width * state.scale)
            default: break
            }
        }
        guard saved.isEmpty else { throw ProgramFailure("\(content.name) does not restore all that it saved") }
        return painting
    }
}

extension Colour.Press {
    /// As the operator `k` takes them.
    var operands: String {
        [cyan, magenta, yellow, black].map { part in
            let text = String((part * 1000).rounded() / 1000)
            return text == "0.0" ? "0" : text == "1.0" ? "1" : String(text.drop { $0 == "0" })
        }.joined(separator: " ")
    }

    var total: Double { cyan + magenta + yellow + black }
}
