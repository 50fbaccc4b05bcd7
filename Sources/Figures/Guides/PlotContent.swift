package import Scenes
import Statistics

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
        let bands = BandAxis(
            plot.bands, direction: plot.direction, width: width, style: style, wording: wording, measurer: measurer)
        let strip = hasStrip ? style.spaces.label + measurer.metrics(of: style.texts.value.font).capHeight : 0

        let room = Room(
            left: plot.direction == .vertical ? (hasAxis ? axis.extent : 0) : bands.width,
            right: plot.direction == .vertical ? direct.width : (hasAxis ? axis.overhang : 0),
            top: key.height + (plot.direction == .vertical && hasAxis ? axis.overhang : 0))
        let (frame, total) = placed(room, width: width, height: height) { step in
            plot.direction == .vertical ? strip + bands.height(step: step) : (hasAxis ? axis.extent : 0)
        }
        let labels = labelled.chosen(all: isEveryBarLabelled)
        let space = PlotSpace(
            direction: plot.direction, frame: frame, count: plot.bands.count, gap: style.spaces.barGap,
            domain: plot.ticks.domain, length: labels.length(in: frame, right: width), strip: strip)

        // Beside the plot the labels of bands would meet those of lines.
        let bandsEnd = plot.directLabels.isEmpty ? width : frame.maxX
        let drawing = MarkDrawing(space: space, style: style, measurer: measurer)
        let zero = ShapeItem(
            space.line(along: 0...space.bands.length, value: 0),
            stroke: Stroke(style.colours.zero, width: style.lines.zero))
        let groups: [(String, [SceneItem])] = [
            ("key", key.items),
            ("axis", (hasAxis ? axis.items(in: space) : []) + bands.items(in: space, right: bandsEnd)),
            ("marks", plot.marks.flatMap(drawing.items) + [.shape(zero)]),
            ("labels", labels.items(in: space, right: width, hasGrid: hasAxis) + direct.items(in: space, height: total)),
        ]
        let plotShortfall = shortfall(
            of: space, width: width, height: max(height, total), labels: hasAxis && plot.direction == .vertical ? plot.ticks.values.count : 0)
        let shortfalls = [
            key.shortfall, direct.shortfall, plotShortfall,
            bands.shortfall(step: space.bands.step, beside: width - frame.width),
            Shortfall(height: direct.height > total ? direct.height : nil),
        ]
        return ArrangedContent(
            height: total, items: groups.filter { !$0.1.isEmpty }.map { .group(GroupItem($0.0, leaf: .content(picture), items: $0.1)) },
            structure: [
                StructureElement(
                    .figure, attribute: .area(Rect(x: 0, y: 0, width: width, height: total)), children: [.content(picture)])
            ],
            shortfall: shortfalls.reduce(Shortfall()) { $0.union($1) })
    }

    /// What a plot needs that has too little room for its scales.
    ///
    /// - Parameter labels: of the ticks, one above the other.
    private func shortfall(of space: PlotSpace, width: Double, height: Double, labels: Int) -> Shortfall {
        let least = max(leastScale, Double(labels - 1) * style.texts.axis.leading)
        let missing = max(0, least - space.values.length)
        switch plot.direction {
        case .vertical:
            let narrow = max(0, leastScale - space.frame.width)
            return Shortfall(width: narrow > 0 ? width + narrow : nil, height: missing > 0 ? height + missing : nil)
        case .horizontal:
            return Shortfall(width: missing > 0 ? width + missing : nil)
        }
    }

    /// What guides take around the plot.
    private struct Room {
        var left: Double
        var right: Double
        var top: Double
    }

    /// The plot between its guides, and the height of all: as asked where the bars stand, by their number where they lie.
    ///
    /// - Parameter below: what the guides below take, for a width of the bands.
    private func placed(
        _ room: Room, width: Double, height: Double, below: (Double) -> Double
    ) -> (frame: Rect, height: Double) {
        let count = Double(max(1, plot.bands.count))
        switch plot.direction {
        case .vertical:
            let free = max(1, width - room.left - room.right)
            // Few columns keep to the left; lines go to their labels.
            let used = plot.directLabels.isEmpty ? min(free, style.spaces.band * count) : free
            let below = below(used / count)
            let plotHeight = max(0, height - room.top - below)
            return (Rect(x: room.left, y: room.top, width: used, height: plotHeight), room.top + plotHeight + below)
        case .horizontal:
            let rows = style.spaces.row * Double(plot.bands.count)
            let used = max(1, width - room.left - room.right)
            return (Rect(x: room.left, y: room.top, width: used, height: rows), room.top + rows + below(style.spaces.row))
        }
    }

    /// Whether there is a row for the signs of missing values.
    private var hasStrip: Bool {
        guard plot.direction == .vertical, plot.missing == .belowPlot else { return false }
        return plot.marks.contains { if case .missing = $0 { true } else { false } }
    }
}

/// To a reader who does not see it a plot is one thing, with an alternative text.
private let picture = ContentID(0)

/// Points: on a shorter scale no value is told from another.
private let leastScale = 24.0
