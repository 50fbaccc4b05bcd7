/// A straight piece of a path.
package struct Segment: Hashable, Sendable {
    package var start: Point
    package var end: Point

    package init(start: Point, end: Point) {
        self.start = start
        self.end = end
    }

    package var isHorizontal: Bool { abs(start.y - end.y) < 0.001 }
    package var isVertical: Bool { abs(start.x - end.x) < 0.001 }

    /// Whether a part of it lies within a box (Liang and Barsky, 1984).
    package func crosses(_ box: Rect) -> Bool {
        var (from, to) = (0.0, 1.0)
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        for (delta, room) in [(-dx, start.x - box.minX), (dx, box.maxX - start.x), (-dy, start.y - box.minY), (dy, box.maxY - start.y)] {
            if delta == 0 {
                if room < 0 { return false }
            } else if delta < 0 {
                from = max(from, room / delta)
            } else {
                to = min(to, room / delta)
            }
        }
        return from < to
    }
}

extension Path {
    /// Its pieces, curves as their chords; a ring is closed by one more.
    package var segments: [Segment] {
        var segments: [Segment] = []
        var (place, start) = (Point.zero, Point.zero)
        for element in elements {
            switch element {
            case .move(let point):
                place = point
                start = point
            case .line(let point), .curve(let point, _, _):
                segments.append(Segment(start: place, end: point))
                place = point
            case .close:
                if place != start { segments.append(Segment(start: place, end: start)) }
                place = start
            }
        }
        return segments
    }

    package func moved(by offset: Point) -> Path {
        Path(elements.map { element in
            switch element {
            case .move(let point): .move(point + offset)
            case .line(let point): .line(point + offset)
            case .curve(let point, let control1, let control2): .curve(point + offset, control1: control1 + offset, control2: control2 + offset)
            case .close: .close
            }
        })
    }

    /// The box that the path is, where it is no other shape.
    package var rectangle: Rect? { bounds.flatMap { self == .rectangle($0) ? $0 : nil } }
}
