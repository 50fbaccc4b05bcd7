import Scenes

/// The labels and grid lines of the values.
struct ValueAxis {
    private let places: [(value: Double, block: TextBlock)]
    private let style: FigureStyle
    private let direction: Plot.Direction

    /// - Parameters:
    ///   - isLogarithmic: whether the numbers have each as many decimals as they need.
    ///   - unit: after the last number.
    init(
        _ values: Plot.Values, isLogarithmic: Bool, unit: String, direction: Plot.Direction, style: FigureStyle, wording: Wording,
        measurer: any TextMeasurer
    ) {
        self.style = style
        self.direction = direction
        let texts: [Plot.Values.Place]
        switch values {
        case .ticks(let ticks, _):
            texts = ticks.values.enumerated().map { index, value in
                let number = wording.number(value, decimals: isLogarithmic ? nil : ticks.decimals)
                return .init(value, index == ticks.values.count - 1 ? number + unit : number)
            }
        case .places(let places, _): texts = places
        case .bands: texts = []
        }
        places = texts.map { ($0.value, TextBlock($0.text, style.texts.axis, measurer: measurer)) }
    }

    var count: Int { places.count }

    /// What the labels take beside the plot, with the space between.
    var extent: Double {
        style.spaces.axis + (direction == .vertical ? widest : style.texts.axis.leading)
    }

    /// How far the label of the last tick stands out beyond the plot.
    var overhang: Double { direction == .vertical ? style.texts.axis.leading / 2 : widest / 2 }

    private var widest: Double { places.map(\.block.width).max() ?? 0 }

    /// The values at which a grid line runs.
    func gridValues(in space: PlotSpace) -> [Double] { places.map(\.value).filter { $0 != space.base } }

    /// Grid lines at all ticks but the one where bars begin, where the zero line lies; numbers right-aligned to each other.
    func items(in space: PlotSpace, hasNumbers: Bool = true) -> [SceneItem] {
        let stroke = Stroke(style.colours.grid, width: style.lines.grid)
        let grid: [SceneItem] = gridValues(in: space).map { .shape(ShapeItem(space.line(at: $0), stroke: stroke)) }
        guard hasNumbers else { return grid }
        let numbers = places.flatMap { value, label in
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
