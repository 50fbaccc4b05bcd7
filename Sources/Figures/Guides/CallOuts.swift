import Scenes

/// Sentences that point at marks, each in free room near its own, with a line to it.
struct CallOuts {
    private(set) var items: [SceneItem] = []
    /// Those that no room was found for.
    private(set) var homeless: [String] = []

    private let style: FigureStyle

    /// - Parameters:
    ///   - callOuts: each with the end of the mark or the label that it points at.
    ///   - area: within which the words stand.
    ///   - obstacles: what they keep off.
    ///   - lines: the heights of grid lines, which run between lines of words where there is a choice.
    init(
        _ callOuts: [(text: String, target: Rect)], in area: Rect, obstacles: Obstacles, lines: [Double] = [], style: FigureStyle,
        measurer: any TextMeasurer
    ) {
        self.style = style
        var obstacles = obstacles
        for (text, target) in callOuts {
            guard let (block, place) = Self.place(text, target, area, obstacles, lines, style, measurer) else {
                homeless.append(text)
                continue
            }
            let box = block.box(at: place)
            obstacles.add(box)
            items += leader(from: box, to: target) + block.items(at: place)
        }
    }

    /// The nearest free room: narrow blocks and wide ones are tried on a grid of places, the line being as short as that goes
    /// and running through nothing if that can be.
    private static func place(
        _ text: String, _ target: Rect, _ area: Rect, _ obstacles: Obstacles, _ lines: [Double], _ style: FigureStyle,
        _ measurer: any TextMeasurer
    ) -> (TextBlock, Point)? {
        let keep = style.spaces.annotation
        let most = min(style.spaces.callout, area.width)
        func isInside(_ box: Rect) -> Bool { area.contains(box) && obstacles.isFree(box.inset(by: -keep)) }
        func isCrossed(_ block: TextBlock, _ place: Point) -> Bool {
            block.lines(at: place).contains { line in lines.contains { line.minY < $0 && $0 < line.maxY } }
        }
        // Right beside what they are about words need no line.
        let whole = TextBlock(text, style.texts.annotation, width: most, measurer: measurer)
        let beside = [
            Point(x: target.midX - whole.width / 2, y: target.minY - keep * 1.5 - whole.height),
            Point(x: target.maxX + keep * 2, y: target.midY - whole.height / 2),
            Point(x: target.minX - keep * 2 - whole.width, y: target.midY - whole.height / 2),
        ]
        if whole.neededWidth == nil, let place = beside.first(where: { isInside(whole.box(at: $0)) && !isCrossed(whole, $0) }) { return (whole, place) }
        var best: (cost: Double, block: TextBlock, place: Point)?
        var widths: [Double] = []
        for share in [1.0, 0.75, 0.55] {
            let block = TextBlock(text, style.texts.annotation, width: most * share, measurer: measurer)
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
                    let (end, tip) = ends(box, target)
                    let (dx, dy) = (end.x - tip.x, end.y - tip.y)
                    let distance = (dx * dx + dy * dy).squareRoot()
                    let detour = Double(widths.count) + (isCrossed(block, place) ? 40 : 0)
                    // A word that stands on what it is about hides it.
                    guard distance >= keep * 3, best.map({ distance + detour < $0.cost }) ?? true else { continue }
                    guard obstacles.isFree(box.inset(by: -keep)) else { continue }
                    let crossings = obstacles.crossings(from: end, to: Point(x: tip.x + dx * 0.1, y: tip.y + dy * 0.1))
                    let cost = distance + detour + Double(crossings) * 200
                    if best.map({ cost < $0.cost }) ?? true { best = (cost, block, place) }
                }
            }
        }
        return best.map { ($0.block, $0.place) }
    }

    /// The ends of the shortest line between two boxes, in the middle of what they have in common.
    private static func ends(_ one: Rect, _ other: Rect) -> (Point, Point) {
        func nearest(_ first: ClosedRange<Double>, _ second: ClosedRange<Double>) -> (Double, Double) {
            if first.overlaps(second) {
                let middle = (max(first.lowerBound, second.lowerBound) + min(first.upperBound, second.upperBound)) / 2
                return (middle, middle)
            }
            return first.upperBound < second.lowerBound ? (first.upperBound, second.lowerBound) : (first.lowerBound, second.upperBound)
        }
        let x = nearest(one.minX...one.maxX, other.minX...other.maxX)
        let y = nearest(one.minY...one.maxY, other.minY...other.maxY)
        return (Point(x: x.0, y: y.0), Point(x: x.1, y: y.1))
    }

    private func leader(from box: Rect, to target: Rect) -> [SceneItem] {
        let (start, tip) = Self.ends(box, target)
        let (dx, dy) = (tip.x - start.x, tip.y - start.y)
        let length = (dx * dx + dy * dy).squareRoot()
        // A short way needs no line, and right beside there is none.
        guard length > style.spaces.annotation * 2 else { return [] }
        let gap = style.spaces.annotation / length
        let ends = [gap * 0.75, 1 - gap * 0.5].map { Point(x: start.x + dx * $0, y: start.y + dy * $0) }
        return [.shape(ShapeItem(.line(ends), stroke: Stroke(style.colours.reference, width: style.lines.leader)))]
    }
}

extension TextBlock {
    /// What its lines of words cover, from the ascenders to the descenders.
    fileprivate func lines(at place: Point) -> [Rect] {
        items.compactMap { item in
            guard case .text(let text) = item else { return nil }
            let (x, baseline) = (place.x + text.origin.x, place.y + text.origin.y)
            return Rect(minX: x, minY: baseline - text.font.size * 0.8, maxX: x + text.width, maxY: baseline + text.font.size * 0.25)
        }
    }
}
