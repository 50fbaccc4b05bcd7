import Scenes

/// Sentences that point at marks, each in free room near its own, with a line to it.
struct CallOuts {
    private(set) var items: [SceneItem] = []
    /// Those that no room was found for.
    private(set) var homeless: [String] = []

    private let style: FigureStyle

    /// - Parameters:
    ///   - callOuts: each with the place that it points at, and the side from which a line may come to it.
    ///   - area: within which the words stand.
    ///   - obstacles: what they keep off.
    init(
        _ callOuts: [(text: String, tip: Point, direction: Plot.Direction)], in area: Rect, obstacles: Obstacles, style: FigureStyle,
        measurer: any TextMeasurer
    ) {
        self.style = style
        var obstacles = obstacles
        for (text, tip, direction) in callOuts {
            guard let (block, place) = Self.place(text, tip, direction, area, obstacles, style, measurer) else {
                homeless.append(text)
                continue
            }
            let box = block.box(at: place)
            obstacles.add(box)
            items += leader(from: box, to: tip) + block.items(at: place)
        }
    }

    /// The nearest free room: narrow blocks and wide ones are tried on a grid of places, the line being as short as that goes
    /// and running through nothing if that can be.
    private static func place(
        _ text: String, _ tip: Point, _ direction: Plot.Direction, _ area: Rect, _ obstacles: Obstacles, _ style: FigureStyle,
        _ measurer: any TextMeasurer
    ) -> (TextBlock, Point)? {
        let keep = style.spaces.annotation
        var best: (cost: Double, block: TextBlock, place: Point)?
        var widths: [Double] = []
        for share in [1.0, 0.75, 0.55] {
            let block = TextBlock(text, style.texts.annotation, width: style.spaces.callout * share, measurer: measurer)
            guard block.neededWidth == nil, !widths.contains(block.width) else { continue }
            widths.append(block.width)
            let steps = 24
            guard area.width >= block.width, area.height >= block.height else { continue }
            for row in 0...steps {
                for column in 0...steps {
                    let place = Point(
                        x: area.minX + (area.width - block.width) * Double(column) / Double(steps),
                        y: area.minY + (area.height - block.height) * Double(row) / Double(steps))
                    let box = block.box(at: place)
                    let end = nearest(box, tip)
                    let (dx, dy) = (end.x - tip.x, end.y - tip.y)
                    let distance = (dx * dx + dy * dy).squareRoot()
                    // A word that stands on what it is about hides it.
                    guard distance >= keep, best.map({ distance + Double(widths.count) < $0.cost }) ?? true else { continue }
                    guard obstacles.isFree(box.inset(by: -keep)) else { continue }
                    let crossings = obstacles.crossings(from: end, to: Point(x: tip.x + dx * 0.1, y: tip.y + dy * 0.1))
                    let cost = distance + Double(widths.count) + Double(crossings) * 200
                    if best.map({ cost < $0.cost }) ?? true { best = (cost, block, place) }
                }
            }
        }
        return best.map { ($0.block, $0.place) }
    }

    /// Where a line to a point leaves a box: the middle of a side, or straight beyond it.
    private static func nearest(_ box: Rect, _ tip: Point) -> Point {
        Point(x: min(max(tip.x, box.minX), box.maxX), y: min(max(tip.y, box.minY), box.maxY))
    }

    private func leader(from box: Rect, to tip: Point) -> [SceneItem] {
        let start = Self.nearest(box, tip)
        let (dx, dy) = (tip.x - start.x, tip.y - start.y)
        let length = (dx * dx + dy * dy).squareRoot()
        // A short way needs no line.
        guard length > style.spaces.annotation * 2 else { return [] }
        let gap = style.spaces.annotation / 2 / length
        let ends = [gap, 1 - gap].map { Point(x: start.x + dx * $0, y: start.y + dy * $0) }
        return [.shape(ShapeItem(.line(ends), stroke: Stroke(style.colours.reference, width: style.lines.leader)))]
    }
}
