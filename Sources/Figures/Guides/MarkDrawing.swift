package import Scenes
package import Statistics

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
        case .bar(let band, let lane, let value, let role, let look):
            bar(space.extent(of: band, lane), value, style.colour(of: role), look)
        case .whisker(let band, let lane, let from, let to):
            whisker(space.centre(of: band, lane), from, to)
        case .line(let points, let role):
            [.shape(ShapeItem(.line(points.map(space.point)), stroke: stroke(of: role)))]
        case .dot(let place, let role):
            [
                .shape(
                    ShapeItem(
                        .circle(centre: space.point(place), radius: style.radius(of: role)), fill: style.colour(of: role)))
            ]
        case .missing(let band, let lane, let absence):
            missing(band, lane, absence)
        }
    }

    private func bar(_ along: ClosedRange<Double>, _ value: Double, _ colour: Colour, _ look: BarLook) -> [SceneItem] {
        let (zero, end) = (space.values(0), space.values(value))
        var items: [SceneItem] = []
        if end != zero {
            let rect = space.rect(along: along, up: min(zero, end)...max(zero, end))
            items = look.isHatched ? hatched(rect, colour) : [.shape(ShapeItem(.rectangle(rect), fill: colour))]
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

    private func whisker(_ centre: Double, _ from: Double, _ to: Double) -> [SceneItem] {
        let half = style.spaces.whiskerCap / 2
        let (low, high) = (space.values(from), space.values(to))
        var path = Path.line(from: space.point(along: centre, up: low), to: space.point(along: centre, up: high))
        for up in [low, high] {
            path.elements += Path.line(
                from: space.point(along: centre - half, up: up), to: space.point(along: centre + half, up: up)).elements
        }
        return [.shape(ShapeItem(path, stroke: Stroke(style.texts.value.colour, width: style.lines.whisker)))]
    }

    /// The symbol where the bar would begin or in the row below the plot, as large as the lane allows.
    private func missing(_ band: Int, _ lane: Lane, _ absence: Quantity.Absence) -> [SceneItem] {
        let symbol = style.symbol(of: absence)
        var look = style.texts.value
        look.colour = style.colours.unknown
        var advance = measurer.advance(of: symbol, in: look.font)
        let metrics = measurer.metrics(of: look.font)
        let room = space.direction == .vertical ? space.bands.step : space.bands.bar * lane.thickness
        let need = space.direction == .vertical ? advance : metrics.capHeight
        if need > room, need > 0 {
            look.font.size *= room / need
            advance = measurer.advance(of: symbol, in: look.font)
        }
        let capHeight = measurer.metrics(of: look.font).capHeight
        let up = space.strip > 0 ? -space.strip : space.values(0) + style.spaces.label
        let centre = space.centre(of: band, lane)
        let place = space.point(along: centre, up: up)
        let origin =
            switch space.direction {
            case .vertical: Point(x: place.x - advance / 2, y: place.y)
            case .horizontal: Point(x: place.x, y: place.y + capHeight / 2)
            }
        return [.text(TextItem(symbol, font: look.font, colour: look.colour, origin: origin, advance: advance))]
    }

    private func stroke(of role: MarkRole) -> Stroke {
        switch role {
        case .focus, .other, .previous: Stroke(style.colour(of: role), width: style.lines.trend, cap: .round)
        case .second: Stroke(style.colour(of: role), width: style.lines.trend, dash: style.lines.secondDash)
        case .faint: Stroke(style.colour(of: role), width: style.lines.faint, cap: .round)
        }
    }
}

extension FigureStyle {
    func colour(of role: MarkRole) -> Colour {
        switch role {
        case .focus: colours.accent
        case .other: colours.other
        case .previous: colours.previous
        case .second: colours.second
        case .faint: colours.faint
        }
    }

    func radius(of role: MarkRole) -> Double {
        switch role {
        case .focus, .second: spaces.endDot
        case .other, .previous, .faint: spaces.dot
        }
    }

    package func symbol(of absence: Quantity.Absence) -> String {
        switch absence {
        case .unknown: symbols.unknown
        case .notAvailable: symbols.notAvailable
        case .notApplicable: symbols.notApplicable
        case .confidential: symbols.confidential
        }
    }

    package func letter(of mark: Quantity.Marks) -> String {
        switch mark {
        case .revised: symbols.revised
        case .provisional: symbols.provisional
        case .breakInSeries: symbols.breakInSeries
        default: symbols.lowReliability
        }
    }
}
