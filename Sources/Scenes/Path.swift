/// The outline of a shape: one or more rings or open lines.
package struct Path: Hashable, Sendable {
    package enum Element: Hashable, Sendable {
        case move(Point)
        case line(Point)
        case curve(Point, control1: Point, control2: Point)
        case close
    }

    package var elements: [Element]

    package init(_ elements: [Element] = []) {
        self.elements = elements
    }

    package static func rectangle(_ rect: Rect) -> Path {
        Path([
            .move(Point(x: rect.minX, y: rect.minY)), .line(Point(x: rect.maxX, y: rect.minY)),
            .line(Point(x: rect.maxX, y: rect.maxY)), .line(Point(x: rect.minX, y: rect.maxY)), .close,
        ])
    }

    /// An open line through points; empty for fewer than two.
    package static func line(_ points: [Point]) -> Path {
        guard points.count > 1 else { return Path() }
        return Path([.move(points[0])] + points.dropFirst().map(Element.line))
    }

    package static func line(from start: Point, to end: Point) -> Path { line([start, end]) }

    package static func circle(centre: Point, radius: Double) -> Path {
        let c = radius * Self.circleControl
        let (x, y) = (centre.x, centre.y)
        return Path([
            .move(Point(x: x + radius, y: y)),
            .curve(Point(x: x, y: y + radius), control1: Point(x: x + radius, y: y + c), control2: Point(x: x + c, y: y + radius)),
            .curve(Point(x: x - radius, y: y), control1: Point(x: x - c, y: y + radius), control2: Point(x: x - radius, y: y + c)),
            .curve(Point(x: x, y: y - radius), control1: Point(x: x - radius, y: y - c), control2: Point(x: x - c, y: y - radius)),
            .curve(Point(x: x + radius, y: y), control1: Point(x: x + c, y: y - radius), control2: Point(x: x + radius, y: y - c)),
            .close,
        ])
    }

    /// The box around all points, control points too; nil for an empty path.
    package var bounds: Rect? {
        var box: Rect?
        func add(_ point: Point) {
            let dot = Rect(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
            box = box?.union(dot) ?? dot
        }
        for element in elements {
            switch element {
            case .move(let point), .line(let point): add(point)
            case .curve(let point, let control1, let control2):
                add(point)
                add(control1)
                add(control2)
            case .close: break
            }
        }
        return box
    }

    /// How far a control point stands off, in radii, for a quarter of a circle: 4 (√2 − 1) / 3.
    private static let circleControl = 0.5522847498307936
}

/// How a line is drawn along a path.
package struct Stroke: Hashable, Sendable {
    package enum Cap: String, Sendable { case butt, round }

    package var colour: Colour
    /// Points.
    package var width: Double
    /// Lengths in points of dash and gap in turn; empty for a whole line.
    package var dash: [Double]
    package var cap: Cap

    package init(_ colour: Colour, width: Double, dash: [Double] = [], cap: Cap = .butt) {
        self.colour = colour
        self.width = width
        self.dash = dash
        self.cap = cap
    }
}
