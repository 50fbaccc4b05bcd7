import Scenes

/// The labels and grid lines of the values.
struct ValueAxis {
    private let ticks: Ticks
    private let style: FigureStyle
    private let labels: [TextBlock]
    private let direction: Plot.Direction

    init(_ ticks: Ticks, direction: Plot.Direction, style: FigureStyle, wording: Wording, measurer: any TextMeasurer) {
        self.ticks = ticks
        self.style = style
        self.direction = direction
        let decimals = ticks.decimals
        labels = ticks.values.map {
            TextBlock(wording.number($0, decimals: decimals), style.texts.axis, measurer: measurer)
        }
    }

    /// What the labels take beside the plot, with the space between.
    var extent: Double {
        style.spaces.axis + (direction == .vertical ? widest : style.texts.axis.leading)
    }

    /// How far the label of the last tick stands out beyond the plot.
    var overhang: Double { direction == .vertical ? style.texts.axis.leading / 2 : widest / 2 }

    private var widest: Double { labels.map(\.width).max() ?? 0 }

    /// Grid lines at all ticks but zero, where the zero line lies; numbers right-aligned to each other.
    func items(in space: PlotSpace) -> [SceneItem] {
        let stroke = Stroke(style.colours.grid, width: style.lines.grid)
        let grid: [SceneItem] = ticks.values.filter { $0 != 0 }.map {
            .shape(ShapeItem(space.line(along: 0...space.bands.length, value: $0), stroke: stroke))
        }
        let numbers = zip(ticks.values, labels).flatMap { value, label in
            let place: Point
            switch direction {
            case .vertical:
                let start = space.point(along: 0, up: space.values(value))
                place = Point(x: start.x - style.spaces.axis - label.width, y: start.y - label.height / 2)
            case .horizontal:
                let end = space.point(along: space.bands.length, up: space.values(value))
                place = Point(x: end.x - label.width / 2, y: end.y + style.spaces.axis)
            }
            return label.items(at: place)
        }
        return grid + numbers
    }
}
