package import Scenes
package import Statistics

/// A plot set into a frame: room for the guides first, then scales, grid, marks and labels.
package struct PlotContent: FigureContent {
    let plot: Plot
    let style: FigureStyle
    let wording: Wording

    package init(_ plot: Plot, style: FigureStyle, wording: Wording) {
        self.plot = plot
        self.style = style
        self.wording = wording
    }

    package func arranged(width: Double, height: Double, measurer: any TextMeasurer) -> ArrangedContent {
        let key = Key(plot.key, width: width, style: style, measurer: measurer)
        let direct = DirectLabels(plot.directLabels, width: width, style: style, measurer: measurer)
        let labelled = ValueLabels(plot, style: style, measurer: measurer)
        let isEveryBarLabelled = labelled.allFit(width: width - direct.width)
        let hasAxis =
            switch plot.valueAxis {
            case .always: true
            case .never: false
            case .unlessAllLabelled: !isEveryBarLabelled
            }
        let axis = ValueAxis(plot.ticks, direction: plot.direction, style: style, wording: wording, measurer: measurer)
        let bands = BandAxis(plot.bands, direction: plot.direction, style: style, wording: wording, measurer: measurer)

        let frame: Rect
        switch plot.direction {
        case .vertical:
            let left = hasAxis ? axis.extent : 0
            let right = min(width - direct.width, left + style.spaces.band * Double(plot.bands.count))
            let isNarrowed = plot.directLabels.isEmpty && right < width - direct.width
            let maxX = isNarrowed ? right : width - direct.width
            let below = bands.height(step: (maxX - left) / Double(max(1, plot.bands.count)))
            frame = Rect(minX: left, minY: key.height + (hasAxis ? axis.overhang : 0), maxX: maxX, maxY: max(height, below) - below)
        case .horizontal:
            let left = bands.width(within: width)
            let rows = style.spaces.row * Double(plot.bands.count)
            frame = Rect(
                x: left, y: key.height, width: width - left - (hasAxis ? axis.overhang : 0), height: rows)
        }
        let labels = labelled.chosen(all: isEveryBarLabelled || plot.direction == .horizontal)
        let length = labels.length(in: frame, right: width)
        let space = PlotSpace(
            direction: plot.direction, frame: frame, count: plot.bands.count, gap: style.spaces.barGap,
            domain: plot.ticks.domain, length: length)

        let drawing = MarkDrawing(space: space, style: style, measurer: measurer)
        let zero = ShapeItem(
            space.line(along: 0...space.bands.length, value: 0),
            stroke: Stroke(style.colours.zero, width: style.lines.zero))
        let groups: [(String, [SceneItem])] = [
            ("key", key.items),
            ("axis", (hasAxis ? axis.items(in: space) : []) + bands.items(in: space, right: width)),
            ("marks", plot.marks.flatMap(drawing.items) + [.shape(zero)]),
            ("labels", labels.items(in: space, right: width) + direct.items(in: space, height: height)),
        ]
        let total =
            switch plot.direction {
            case .vertical: max(height, frame.maxY)
            case .horizontal: frame.maxY + (hasAxis ? axis.extent : 0)
            }
        return ArrangedContent(
            height: total, items: groups.filter { !$0.1.isEmpty }.map { .group(GroupItem($0.0, items: $0.1)) })
    }
}
