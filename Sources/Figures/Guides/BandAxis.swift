import Scenes

/// The labels of the bands: months with their years, or names.
struct BandAxis {
    private let bands: Plot.Bands
    private let style: FigureStyle
    private let wording: Wording
    private let measurer: any TextMeasurer
    /// Of a horizontal plot, from the top down.
    private let names: [TextBlock]

    /// - Parameter width: of the whole content.
    init(
        _ bands: Plot.Bands, direction: Plot.Direction, width: Double, style: FigureStyle, wording: Wording,
        measurer: any TextMeasurer
    ) {
        self.bands = bands
        self.style = style
        self.wording = wording
        self.measurer = measurer
        let texts =
            switch bands {
            case .months(let months, _): months.map { wording.month($0) }
            case .names(let names): names
            }
        let most = width * style.spaces.nameShare
        names =
            direction == .vertical
            ? [] : texts.map { TextBlock($0, style.texts.name, width: most, measurer: measurer) }
    }

    /// What the labels take left of a horizontal plot, with the space between.
    var width: Double { style.spaces.name + (names.map(\.width).max() ?? 0) }

    /// What the labels take below a vertical plot, with the space between.
    func height(step: Double) -> Double {
        switch bands {
        case .months: MonthAxis.height(style: style)
        case .names(let names): style.spaces.axis + (names.map { block($0, step: step).height }.max() ?? 0)
        }
    }

    /// What the whole content needs for names that are cut.
    ///
    /// - Parameter step: the width of a band of a vertical plot.
    /// - Parameter beside: what guides take beside a vertical plot.
    func shortfall(step: Double, beside: Double) -> Shortfall {
        if let needed = names.compactMap(\.neededWidth).max() { return Shortfall(width: needed / style.spaces.nameShare) }
        guard names.isEmpty, case .names(let texts) = bands,
            let needed = texts.compactMap({ block($0, step: step).neededWidth }).max()
        else { return Shortfall() }
        return Shortfall(width: beside + Double(texts.count) * (needed + style.spaces.tick))
    }

    /// - Parameter right: the edge of the figure, beyond which no label goes.
    func items(in space: PlotSpace, right: Double) -> [SceneItem] {
        switch (space.direction, bands) {
        case (.vertical, .months(let months, let focus)):
            MonthAxis(months, focus: focus, space: space, right: right, style: style, wording: wording, measurer: measurer)
                .items
        case (.vertical, .names(let names)):
            names.enumerated().flatMap { band, name in
                let block = block(name, step: space.bands.step)
                let place = space.point(along: space.bands.centre(of: band), up: 0)
                let left = place.x - nameWidth(space.bands.step) / 2
                return block.items(at: Point(x: left, y: place.y + space.strip + style.spaces.axis))
            }
        case (.horizontal, _):
            names.enumerated().flatMap { band, block in
                let place = space.point(along: space.bands.centre(of: band), up: 0)
                return block.items(at: Point(x: 0, y: place.y - block.height / 2))
            }
        }
    }

    /// A name under its bar.
    private func block(_ name: String, step: Double) -> TextBlock {
        TextBlock(name, style.texts.name, width: nameWidth(step), alignment: .centre, measurer: measurer)
    }

    private func nameWidth(_ step: Double) -> Double { max(1, step - style.spaces.tick) }
}
