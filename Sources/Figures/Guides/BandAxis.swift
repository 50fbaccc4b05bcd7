import Scenes

/// The labels of the bands: months with their years, or names.
struct BandAxis {
    private let bands: Plot.Bands
    private let direction: Plot.Direction
    private let style: FigureStyle
    private let wording: Wording
    private let measurer: any TextMeasurer

    init(
        _ bands: Plot.Bands, direction: Plot.Direction, style: FigureStyle, wording: Wording,
        measurer: any TextMeasurer
    ) {
        self.bands = bands
        self.direction = direction
        self.style = style
        self.wording = wording
        self.measurer = measurer
    }

    /// What the labels take below a vertical plot, with the space between.
    func height(step: Double) -> Double {
        switch bands {
        case .months: MonthAxis.height(style: style)
        case .names(let names):
            style.spaces.axis + (names.map { block($0, width: nameWidth(step)).height }.max() ?? 0)
        }
    }

    /// What the labels take left of a horizontal plot, with the space between.
    func width(within width: Double) -> Double {
        let most = width * style.spaces.nameShare
        return style.spaces.name + (texts.map { block($0, width: most).width }.max() ?? 0)
    }

    /// - Parameter right: the edge of the figure, beyond which no label goes.
    func items(in space: PlotSpace, right: Double) -> [SceneItem] {
        switch (direction, bands) {
        case (.vertical, .months(let months, let focus)):
            MonthAxis(months, focus: focus, space: space, right: right, style: style, wording: wording, measurer: measurer)
                .items
        case (.vertical, .names(let names)):
            names.enumerated().flatMap { band, name in
                let width = nameWidth(space.bands.step)
                let block = TextBlock(name, style.texts.name, width: width, alignment: .centre, measurer: measurer)
                let place = space.point(along: space.bands.centre(of: band), up: 0)
                return block.items(at: Point(x: place.x - width / 2, y: place.y + space.strip + style.spaces.axis))
            }
        case (.horizontal, _):
            texts.enumerated().flatMap { band, text in
                let block = block(text, width: max(1, space.frame.minX - style.spaces.name))
                let place = space.point(along: space.bands.centre(of: band), up: 0)
                return block.items(at: Point(x: 0, y: place.y - block.height / 2))
            }
        }
    }

    private var texts: [String] {
        switch bands {
        case .months(let months, _): months.map { wording.month($0) }
        case .names(let names): names
        }
    }

    private func nameWidth(_ step: Double) -> Double { max(1, step - style.spaces.tick) }

    private func block(_ text: String, width: Double) -> TextBlock {
        TextBlock(text, style.texts.name, width: width, measurer: measurer)
    }
}
