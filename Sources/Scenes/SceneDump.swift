extension Scene {
    /// The scene as text, an item a line, in hundredths of a point: what the tests compare and a review reads.
    package var dump: String {
        var lines = ["scene \(name) \(number(size.width)) × \(number(size.height)) on \(background.hex)"]
        for item in items { item.dump(into: &lines, indent: "  ") }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension SceneItem {
    fileprivate func dump(into lines: inout [String], indent: String) {
        switch self {
        case .shape(let shape):
            lines.append(indent + "shape " + shape.dump)
        case .text(let item):
            lines.append(indent + item.dump)
        case .group(let group):
            let moved = group.offset == .zero ? "" : " at \(point(group.offset))"
            let clipped = group.clip.map { " within \(outline($0))" } ?? ""
            let meant = group.leaf.map { " as \($0.dump)" } ?? ""
            lines.append(indent + group.name + moved + clipped + meant)
            for item in group.items { item.dump(into: &lines, indent: indent + "  ") }
        case .link(let link):
            let target =
                switch link.target {
                case .address(let address): address
                case .place(let page, let place): "page \(page) \(point(place))"
                }
            lines.append(indent + "link \(box(link.area)) to \(target)")
        }
    }
}

extension Leaf {
    fileprivate var dump: String {
        switch self {
        case .content(let content): String(content.number)
        case .hyphen(let content): "hyphen of \(content.number)"
        case .header: "header"
        case .footer: "footer"
        case .artifact: "artifact"
        }
    }
}

extension ShapeItem {
    fileprivate var dump: String {
        var parts = [outline(path)]
        if let fill { parts.append("fill \(fill.hex)") }
        if let stroke {
            let dash = stroke.dash.isEmpty ? "" : " dash " + stroke.dash.map(number).joined(separator: "-")
            parts.append("stroke \(stroke.colour.hex) \(number(stroke.width))\(dash)")
        }
        return parts.joined(separator: " ")
    }
}

extension TextItem {
    fileprivate var dump: String {
        let slant = font.italic ? " italic" : ""
        let spacing = wordSpacing == 0 ? "" : " spaced \(number(wordSpacing))"
        let meant = content.map { " as \($0.number)" } ?? ""
        let goesOn =
            switch continuation {
            case nil: ""
            case .word: " …"
            case .restOfWord: " -…"
            }
        return "text \"\(text)\"\(goesOn) at \(point(origin)) wide \(number(advance))\(spacing)"
            + " \(number(font.size)) \(font.weight)\(slant) \(colour.hex)\(meant)"
    }
}

/// A rectangle as its box, a straight line as its ends, anything else as its elements.
private func outline(_ path: Path) -> String {
    if let rectangle = path.rectangle { return "box \(box(rectangle))" }
    return path.elements.map { element in
        switch element {
        case .move(let place): "M \(point(place))"
        case .line(let place): "L \(point(place))"
        case .curve(let place, let control1, let control2): "C \(point(control1)) \(point(control2)) \(point(place))"
        case .close: "Z"
        }
    }.joined(separator: " ")
}

private func box(_ rect: Rect) -> String {
    "\(number(rect.minX)),\(number(rect.minY)) \(number(rect.width))×\(number(rect.height))"
}

private func point(_ place: Point) -> String { "\(number(place.x)),\(number(place.y))" }

/// Two decimals at most, and none where none are needed.
private func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let whole = abs(hundredths) / 100
    let rest = abs(hundredths) % 100
    if rest == 0 { return "\(sign)\(whole)" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
}
