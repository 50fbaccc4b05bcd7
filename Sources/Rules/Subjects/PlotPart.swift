import Scenes

/// A plot with its guides, which are found by the names of their groups: "key", "axis", "marks", "labels".
struct PlotPart: Sendable {
    let texts: [SceneWalk.Text]
    let shapes: [SceneWalk.Shape]
    let ground: Colour
    /// What the marks cover.
    let area: Rect?

    private init(_ walk: SceneWalk, orders: Range<Int>) {
        texts = walk.texts.filter { orders.contains($0.order) }
        shapes = walk.shapes.filter { orders.contains($0.order) }
        ground = walk.scene.background
        area = Rules.bounds(shapes.filter { $0.groups.contains("marks") }.map(\.bounds))
    }

    /// Each group that has a group "marks" of its own.
    static func all(in walk: SceneWalk) -> [PlotPart] {
        var parts: [PlotPart] = []
        // As the walk counts: what a group holds is painted without a break.
        var order = 0
        func follow(_ items: [SceneItem]) {
            for item in items {
                guard case .group(let group) = item else {
                    order += 1
                    continue
                }
                let start = order
                follow(group.items)
                let isPlot = group.items.contains { if case .group(let inner) = $0 { inner.name == "marks" } else { false } }
                if isPlot { parts.append(PlotPart(walk, orders: start..<order)) }
            }
        }
        follow(walk.scene.items)
        return parts
    }

    func texts(_ group: String) -> [SceneWalk.Text] { texts.filter { $0.groups.contains(group) } }
    func shapes(_ group: String) -> [SceneWalk.Shape] { shapes.filter { $0.groups.contains(group) } }

    /// Filled boxes among the marks; the cells of a heat map are none, nor is what parts two bars.
    var bars: [SceneWalk.Shape] {
        shapes("marks").filter { shape in
            let isSeen = shape.item.fill != nil && (shape.item.fill != ground || shape.item.stroke != nil)
            return isSeen && shape.item.path.rectangle != nil && !shape.groups.contains("cells")
        }
    }

    /// Open lines among the marks that turn: not the line at zero, no whisker, no side of an open bar.
    var lines: [SceneWalk.Shape] {
        shapes("marks").filter { shape in
            shape.item.fill == nil && shape.item.stroke != nil && !shape.groups.contains("hatching")
                && shape.item.path.segments.contains { !$0.isHorizontal && !$0.isVertical }
        }
    }

    /// Straight lines of the axis that run along half the plot or more: of all that is drawn of it, for marks alone can be as flat as
    /// the line at zero, and the ticks of the months beside it are none.
    var gridLines: [(line: Segment, stroke: Stroke)] {
        guard let area, let plot = bounds([area] + shapes("axis").map(\.bounds)) else { return [] }
        return shapes("axis").flatMap { shape -> [(Segment, Stroke)] in
            guard let stroke = shape.item.stroke else { return [] }
            return shape.item.path.moved(by: shape.offset).segments.compactMap { segment in
                // Beneath the marks are the lines of years and the like.
                guard min(segment.start.y, segment.end.y) < area.maxY - 0.5 else { return nil }
                let isLong =
                    segment.isHorizontal
                    ? abs(segment.end.x - segment.start.x) > plot.width / 2 : abs(segment.end.y - segment.start.y) > plot.height / 2
                return isLong ? (segment, stroke) : nil
            }
        }
    }
}

/// The box around all; nil for none.
func bounds(_ boxes: [Rect]) -> Rect? { boxes.dropFirst().reduce(boxes.first) { $0?.union($1) } }
