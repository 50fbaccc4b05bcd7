internal import Scenes

/// The places of a document that links lead to, each with a name.
///
/// Links go by name because Cairo 1.16 knows the height of a page, and so where its top is, only once it is painted.
struct NamedPlaces {
    private(set) var hasLinks = false
    private(set) var placesByPage: [Int: [(name: String, place: Point)]] = [:]
    private var names: [Place: String] = [:]

    private struct Place: Hashable {
        var page: Int
        var point: Point
    }

    init(_ pages: [Scene]) throws(PaintingProblem) {
        for page in pages { try collect(page.items, pageCount: pages.count) }
    }

    /// The attributes of Cairo's tag for a link over `area`, which is in points of the page.
    func attributes(of target: LinkItem.Target, area: Rect) -> String {
        let rect = "rect=[\(number(area.minX)) \(number(area.minY)) \(number(area.width)) \(number(area.height))]"
        switch target {
        case .address(let address): return "\(rect) uri='\(encoded(address))'"
        case .place(let page, let point): return "\(rect) dest='\(names[Place(page: page, point: point)] ?? "")'"
        }
    }

    private mutating func collect(_ items: [SceneItem], pageCount: Int) throws(PaintingProblem) {
        for item in items {
            switch item {
            case .group(let group): try collect(group.items, pageCount: pageCount)
            case .link(let link):
                hasLinks = true
                guard link.area.isReal else { throw .notAPlace("the area of a link") }
                if case .place(let page, let point) = link.target { try add(page, point, pageCount: pageCount) }
            case .shape, .text: break
            }
        }
    }

    private mutating func add(_ page: Int, _ point: Point, pageCount: Int) throws(PaintingProblem) {
        guard (1...pageCount).contains(page) else { throw .noSuchPage(page, pageCount: pageCount) }
        guard point.isReal else { throw .notAPlace("what a link leads to") }
        let place = Place(page: page, point: point)
        guard names[place] == nil else { return }
        let name = "place-\(names.count + 1)"
        names[place] = name
        placesByPage[page, default: []].append((name, point))
    }
}

/// The attributes of Cairo's tag for a place with a name.
func placeAttributes(_ name: String, at place: Point) -> String {
    "name='\(name)' x=\(number(place.x)) y=\(number(place.y))"
}

/// The attributes of a bookmark.
func bookmarkAttributes(page: Int, at place: Point) -> String {
    "page=\(page) pos=[\(number(place.x)) \(number(place.y))]"
}

/// An address in the characters that RFC 3986 allows. Cairo writes it into the PDF as it stands, so what would end a
/// string there, or in the tag, goes as its code too.
private func encoded(_ address: String) -> String {
    var result = ""
    for byte in address.utf8 {
        let character = Character(Unicode.Scalar(byte))
        if byte > 0x20, byte < 0x7F, !forbidden.contains(character) {
            result.append(character)
        } else {
            let code = String(byte, radix: 16, uppercase: true)
            result += "%" + (code.count < 2 ? "0" : "") + code
        }
    }
    return result
}

private let forbidden: Set<Character> = ["'", "(", ")", "\\", "\"", "<", ">", "^", "`", "{", "|", "}"]

/// Thousandths at most, never with an exponent, which Cairo's tags do not know.
private func number(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let sign = thousandths < 0 ? "-" : ""
    let rest = String(abs(thousandths) % 1000 + 1000).dropFirst()
    return "\(sign)\(abs(thousandths) / 1000).\(rest)"
}
