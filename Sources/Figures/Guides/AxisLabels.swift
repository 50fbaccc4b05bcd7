import Scenes

/// A row of bands under which short labels stand.
struct AxisRow {
    var bands: BandScale
    /// Where the bands begin.
    var left: Double
    /// The lower edge of what they belong to.
    var edge: Double
    /// Beyond which no label goes.
    var right: Double

    func centre(of band: Int) -> Double { left + bands.centre(of: band) }
}

/// Short labels under bands, left out at equal distances where they would meet. They are counted from the focus, or else the
/// last, which always has its own.
struct AxisLabels {
    private(set) var items: [SceneItem] = []

    /// - Parameter distances: how many bands apart labels may be, so that the same ones are labelled again and again.
    init(
        _ texts: [String], focus: Int?, row: AxisRow, distances: [Int], style: FigureStyle, measurer: any TextMeasurer
    ) {
        let labels = texts.enumerated().map { band, text in
            let block = TextBlock(text, band == focus ? style.texts.axisFocus : style.texts.axis, measurer: measurer)
            let centre = row.centre(of: band)
            return Label(block: block, centre: centre, left: max(row.left, min(centre - block.width / 2, row.right - block.width)))
        }
        let chosen = Self.thinned(labels, from: focus ?? texts.count - 1, distances, apart: style.spaces.tick)
        if chosen.count < labels.count {
            let stroke = Stroke(style.colours.zero, width: style.lines.grid)
            for label in chosen {
                let start = Point(x: label.centre, y: row.edge)
                let end = Point(x: label.centre, y: row.edge + style.spaces.tickLength)
                items.append(.shape(ShapeItem(.line(from: start, to: end), stroke: stroke)))
            }
        }
        items += chosen.flatMap { $0.block.items(at: Point(x: $0.left, y: row.edge + style.spaces.axis)) }
    }

    /// With the space between the bands and the labels.
    static func height(style: FigureStyle) -> Double { style.spaces.axis + style.texts.axis.leading }

    private struct Label {
        var block: TextBlock
        var centre: Double
        var left: Double

        func isClear(of next: Label, apart space: Double) -> Bool { left + block.width + space <= next.left }
    }

    private static func thinned(_ labels: [Label], from start: Int, _ distances: [Int], apart space: Double) -> [Label] {
        for distance in distances {
            let chosen = labels.indices.filter { (start - $0) % distance == 0 }.map { labels[$0] }
            if zip(chosen, chosen.dropFirst()).allSatisfy({ $0.isClear(of: $1, apart: space) }) { return chosen }
        }
        return labels.indices.contains(start) ? [labels[start]] : []
    }
}
