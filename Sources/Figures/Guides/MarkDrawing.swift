package import Scenes
import Statistics

/// Draws marks in their place.
package struct MarkDrawing {
    package let space: PlotSpace
    package let style: FigureStyle
    package let measurer: any TextMeasurer

    package init(space: PlotSpace, style: FigureStyle, measurer: any TextMeasurer) {
        self.space = space
        self.style = style
        self.measurer = measurer
    }

    package func items(of mark: Mark) -> [SceneItem] {
        switch mark {
        case .bar(let band, let lane, let from, let value, let role, let look):
            bar(band, lane, from: from, value, role, look)
        case .span(let band, let from, let to, let role):
            [span(band, from, to, role)]
        case .whisker(let band, let lane, let from, let to):
            whisker(space.centre(of: band, lane), from, to, within: space.bands.bar * lane.thickness)
        case .line(let points, let role, let look):
            [.shape(ShapeItem(.line(points.map { space.point($0) }), stroke: style.stroke(of: role, look)))]
        case .dot(let place, let role, let shape, let lane):
            [dot(space.point(place, lane), role, shape)]
        case .area(let ranges, let role):
            area(ranges, role)
        case .joint(let joints):
            joint(joints)
        case .connector(let from, let to, let value):
            connector(from, to, value)
        case .missing(let band, let lane, let absence, let value):
            missing(band, lane, absence, value)
        case .missingRuns(let runs):
            missing(runs)
        }
    }

    // MARK: Bars

    private func bar(
        _ band: Int, _ lane: Lane, from: Double, _ value: Double, _ role: MarkRole, _ look: BarLook
    ) -> [SceneItem] {
        let colour = style.colour(of: role)
        var along = space.extent(of: band, lane)
        // Thin bars side by side keep some ground between them.
        let width = along.upperBound - along.lowerBound
        if lane != .whole, (2 * leastGround..<thin).contains(width) { along = along.lowerBound + leastGround / 2...along.upperBound - leastGround / 2 }
        let (start, end) = (space.values(from), space.values(value))
        var items: [SceneItem] = []
        if end != start {
            var (low, high) = (min(start, end), max(start, end))
            // Between cells there is ground: how long they are says nothing.
            if lane == .cell, from != 0 { low += min(style.lines.separator, (high - low) / 2) }
            let rect = space.rect(along: along, up: low...high)
            items = look.isHatched ? hatched(rect, role == .rest ? style.colours.zero : colour) : [style.box(rect, role)]
        }
        if look.isOpen {
            let stroke = Stroke(colour, width: style.lines.openEnd)
            let inset = min(stroke.width / 2, (along.upperBound - along.lowerBound) / 2)
            for side in [along.lowerBound + inset, along.upperBound - inset] {
                let path = Path.line(
                    from: space.point(along: side, up: end), to: space.point(along: side, up: end + style.spaces.openEnd))
                items.append(.shape(ShapeItem(path, stroke: stroke)))
            }
        }
        return items
    }

    private func hatched(_ rect: Rect, _ colour: Colour) -> [SceneItem] {
        let stroke = Stroke(colour, width: style.lines.hatch)
        var lines = Path()
        var x = rect.minX - rect.height
        // A style without a distance would never come to an end.
        let step = max(style.spaces.hatch, 0.5)
        while x < rect.maxX {
            lines.elements += [
                .move(Point(x: x, y: rect.maxY)), .line(Point(x: x + rect.height, y: rect.minY)),
            ]
            x += step
        }
        let inner = rect.inset(by: min(stroke.width, rect.width, rect.height) / 2)
        return [
            .group(GroupItem("hatching", clip: .rectangle(rect), items: [.shape(ShapeItem(lines, stroke: stroke))])),
            .shape(ShapeItem(.rectangle(inner), stroke: stroke)),
        ]
    }

    /// - Parameter room: what its caps keep to.
    private func whisker(_ centre: Double, _ from: Double, _ to: Double, within room: Double) -> [SceneItem] {
        let half = min(style.spaces.whiskerCap, room) / 2
        let (low, high) = (space.values(from), space.values(to))
        var path = Path.line(from: space.point(along: centre, up: low), to: space.point(along: centre, up: high))
        for up in [low, high] {
            path.elements += Path.line(
                from: space.point(along: centre - half, up: up), to: space.point(along: centre + half, up: up)).elements
        }
        return [.shape(ShapeItem(path, stroke: Stroke(style.texts.value.colour, width: style.lines.whisker)))]
    }

    private func span(_ band: Int, _ from: Double, _ to: Double, _ role: MarkRole) -> SceneItem {
        let path = Path.line([from, to].map { space.point(PlotPoint(band: band, value: $0)) })
        return .shape(ShapeItem(path, stroke: Stroke(style.colour(of: role), width: style.lines.trend)))
    }

    private func connector(_ from: Int, _ to: Int, _ value: Double) -> [SceneItem] {
        let up = space.values(value)
        let ends = [space.extent(of: from, .whole).upperBound, space.extent(of: to, .whole).lowerBound]
        let path = Path.line(ends.map { space.point(along: $0, up: up) })
        return [.shape(ShapeItem(path, stroke: Stroke(style.colours.zero, width: style.lines.grid)))]
    }

    // MARK: Dots and areas

    private func dot(_ centre: Point, _ role: MarkRole, _ shape: DotShape) -> SceneItem {
        let radius = style.radius(of: role)
        let colour = style.colour(of: role)
        if shape == .ring || role == .rest {
            let stroke = Stroke(colour, width: style.lines.ring)
            return .shape(ShapeItem(.circle(centre: centre, radius: radius), fill: style.colours.background, stroke: stroke))
        }
        return .shape(ShapeItem(shape.path(centre: centre, radius: radius), fill: colour))
    }

    private func area(_ ranges: [PlotRange], _ role: MarkRole) -> [SceneItem] {
        guard ranges.count > 1 else { return [] }
        let high = ranges.map { space.point(PlotPoint(band: $0.band, value: $0.high)) }
        let low = ranges.reversed().map { space.point(PlotPoint(band: $0.band, value: $0.low)) }
        let area = SceneItem.shape(ShapeItem(.polygon(high + low), fill: style.colour(of: role)))
        return role == .ribbon ? [.group(GroupItem("range", items: [area]))] : [area]
    }

    // MARK: Joints

    /// A line of the ground over the place where two parts meet.
    ///
    /// Each part is drawn as long as its value, and the line is laid over both, its middle where they meet: what is seen of the
    /// parts and half of the lines at their ends is as long as the values, and all together as long as their sum. It is as wide
    /// as the style has it, but no wider than a tenth of the shorter part, which so is never seen shorter by more than
    /// that. It is filled, not stroked: no press widens it.
    private func joint(_ joints: [PlotJoint]) -> [SceneItem] {
        let ground = style.colours.background
        let places = joints.map { joint -> (point: Point, width: Double) in
            let shorter = abs(space.values(joint.value + joint.shorter) - space.values(joint.value))
            return (space.point(PlotPoint(band: joint.band, value: joint.value)), min(style.lines.separator, shorter * mostOfPart))
        }
        guard places.contains(where: { $0.width > 0 }) else { return [] }
        if let place = places.first, let joint = joints.first, places.count == 1 {
            let (along, up) = (space.extent(of: joint.band, .whole), space.values(joint.value))
            let line = space.rect(along: along, up: up - place.width / 2...up + place.width / 2)
            return [.shape(ShapeItem(.rectangle(line), fill: ground))]
        }
        func side(_ share: Double) -> [Point] {
            places.map { space.direction == .vertical ? Point(x: $0.point.x, y: $0.point.y + share * $0.width) : Point(x: $0.point.x + share * $0.width, y: $0.point.y) }
        }
        return [.shape(ShapeItem(.polygon(side(-0.5) + side(0.5).reversed()), fill: ground))]
    }

    // MARK: Missing values

    /// The symbol where the bar would begin, in the row below the plot, or in its cell, as large as the lane allows.
    private func missing(_ band: Int, _ lane: Lane, _ absence: Quantity.Absence, _ value: Double?) -> [SceneItem] {
        let symbol = style.symbol(of: absence)
        var look = style.texts.value
        look.colour = style.colours.unknown
        var advance = measurer.advance(of: symbol, in: look.font)
        let metrics = measurer.metrics(of: look.font)
        let isUpright = space.direction == .vertical
        let room = isUpright && lane == .whole ? space.bands.step : space.bands.bar * lane.thickness
        let need = isUpright ? advance : metrics.capHeight
        // A cell is a unit long.
        let cell = value.map { space.values($0 + 0.5) - space.values($0 - 0.5) - style.lines.separator } ?? .infinity
        let shrunk = min(1, room / max(need, 0.01), cell / max(advance, 0.01))
        if shrunk < 1 {
            look.font.size *= max(shrunk, 0)
            advance = measurer.advance(of: symbol, in: look.font)
        }
        let capHeight = measurer.metrics(of: look.font).capHeight
        let up = value.map { space.values($0) } ?? (space.strip > 0 ? -space.strip : space.values(space.base) + style.spaces.label)
        let place = space.point(along: space.centre(of: band, lane), up: up)
        let origin =
            switch (space.direction, value) {
            case (.vertical, _) where space.bands.isSpanning:
                // At the edges there are words beside the plot.
                Point(x: min(max(place.x - advance / 2, space.frame.minX), space.frame.maxX - advance), y: place.y)
            case (.vertical, _): Point(x: place.x - advance / 2, y: place.y)
            case (.horizontal, nil): Point(x: place.x, y: place.y + capHeight / 2)
            case (.horizontal, _): Point(x: place.x - advance / 2, y: place.y + capHeight / 2)
            }
        return [.text(TextItem(symbol, font: look.font, colour: look.colour, origin: origin, advance: advance))]
    }

    /// Lines below the plot, interrupted by symbols in their middle.
    private func missing(_ runs: [MissingRun]) -> [SceneItem] {
        let font = style.texts.value.font
        let baseline = space.point(along: 0, up: -space.strip).y
        var signs: [TextItem] = []
        // From the month of the brief on: a symbol that would meet the next is left to its line.
        var free = Double.infinity
        for run in runs.reversed() {
            let symbol = style.symbol(of: run.absence)
            let advance = measurer.advance(of: symbol, in: font)
            let ends = ends(of: run)
            let left = min(max((ends.lowerBound + ends.upperBound - advance) / 2, space.frame.minX), space.frame.maxX - advance)
            guard left + advance + style.spaces.label <= free else { continue }
            free = left
            signs.append(TextItem(symbol, font: font, colour: style.colours.unknown, origin: Point(x: left, y: baseline), advance: advance))
        }
        let middle = baseline - measurer.metrics(of: font).capHeight / 2
        let lines = runs.flatMap { run -> [SceneItem] in
            let ends = ends(of: run)
            // Between the symbols, of which a wide one reaches over the runs beside its own.
            let gaps = signs.reversed().map { ($0.origin.x - 2 * leastGround, $0.origin.x + $0.width + 2 * leastGround) }
            let starts = [ends.lowerBound] + gaps.map { max(ends.lowerBound, $0.1) }
            let stops = gaps.map { min(ends.upperBound, $0.0) } + [ends.upperBound]
            return zip(starts, stops).filter { $1 - $0 >= 2 * leastGround }.map { start, stop in
                let path = Path.line(from: Point(x: start, y: middle), to: Point(x: stop, y: middle))
                return .shape(ShapeItem(path, stroke: Stroke(style.colours.unknown, width: style.lines.whisker)))
            }
        }
        return lines + signs.map(SceneItem.text)
    }

    private func ends(of run: MissingRun) -> ClosedRange<Double> {
        let first = space.extent(of: run.bands.lowerBound, .whole), last = space.extent(of: run.bands.upperBound, .whole)
        return (space.frame.minX + first.lowerBound)...(space.frame.minX + last.upperBound)
    }
}

/// What a joint takes of the shorter of two parts, half of it on its side.
private let mostOfPart = 0.1
/// Points: of bars side by side, and of the ground between such.
private let thin = 5.0
private let leastGround = 0.5

extension Path {
    /// Corners, joined to a ring.
    fileprivate static func polygon(_ corners: [Point]) -> Path {
        var path = Path.line(corners)
        path.elements.append(.close)
        return path
    }
}

extension DotShape {
    /// Of about the same area, so that none looks like more.
    func path(centre: Point, radius: Double) -> Path {
        func corners(_ offsets: [(Double, Double)]) -> Path {
            .polygon(offsets.map { Point(x: centre.x + $0.0 * radius, y: centre.y + $0.1 * radius) })
        }
        return switch self {
        case .disc, .ring: .circle(centre: centre, radius: radius)
        case .square: corners([(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)])
        case .diamond: corners([(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)])
        case .triangle: corners([(0, -1.25), (1.2, 0.9), (-1.2, 0.9)])
        }
    }
}
