import Scenes

/// What stands in a plot, so that words can keep off it.
struct Obstacles {
    private var boxes: [Rect] = []
    private var segments: [(Point, Point)] = []

    mutating func add(_ box: Rect) { boxes.append(box) }

    /// Of a mark, as it is drawn.
    mutating func add(_ items: [SceneItem], offset: Point = .zero) {
        for item in items {
            switch item {
            case .shape(let shape):
                if shape.fill != nil || shape.path.elements.last == .close {
                    if let bounds = shape.path.bounds { boxes.append(bounds.moved(by: offset)) }
                } else {
                    addLines(of: shape.path, offset)
                }
            case .text(let text):
                let origin = text.origin + offset
                boxes.append(Rect(x: origin.x, y: origin.y - text.font.size, width: text.width, height: text.font.size))
            case .group(let group):
                if let clip = group.clip?.bounds { boxes.append(clip.moved(by: offset + group.offset)) } else { add(group.items, offset: offset + group.offset) }
            case .link: break
            }
        }
    }

    private mutating func addLines(of path: Path, _ offset: Point) {
        var last: Point?
        for element in path.elements {
            switch element {
            case .move(let point): last = point + offset
            case .line(let point):
                if let start = last { segments.append((start, point + offset)) }
                last = point + offset
            case .curve(let point, _, _): last = point + offset
            case .close: break
            }
        }
    }

    func isFree(_ box: Rect) -> Bool {
        !boxes.contains { $0.intersection(box) != nil } && !segments.contains { Self.crosses($0, box) }
    }

    /// How many boxes and lines a line between two points runs through.
    func crossings(from start: Point, to end: Point) -> Int {
        let line = (start, end)
        return boxes.count { Self.crosses(line, $0) }
    }

    /// Whether a stretch of line is within a box (Liang and Barsky).
    static func crosses(_ segment: (Point, Point), _ box: Rect) -> Bool {
        let (dx, dy) = (segment.1.x - segment.0.x, segment.1.y - segment.0.y)
        var (enter, leave) = (0.0, 1.0)
        for (step, room) in [
            (-dx, segment.0.x - box.minX), (dx, box.maxX - segment.0.x), (-dy, segment.0.y - box.minY), (dy, box.maxY - segment.0.y),
        ] {
            if step == 0 {
                if room <= 0 { return false }
            } else if step < 0 {
                enter = max(enter, room / step)
            } else {
                leave = min(leave, room / step)
            }
            if enter >= leave { return false }
        }
        return true
    }
}
