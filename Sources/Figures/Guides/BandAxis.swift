import Scenes

/// The labels of bands: under them, months with their years, names or short names; beside them, names.
struct BandAxis {
    private let bands: Plot.Bands
    private let isBeside: Bool
    private let style: FigureStyle
    private let wording: Wording
    private let measurer: any TextMeasurer
    /// Beside the bands, from the top down.
    private let names: [TextBlock]

    /// - Parameters:
    ///   - isBeside: left of bands that lie; otherwise they stand above their labels.
    ///   - width: of the whole content.
    init(
        _ bands: Plot.Bands, isBeside: Bool, width: Double, style: FigureStyle, wording: Wording,
        measurer: any TextMeasurer
    ) {
        self.bands = bands
        self.isBeside = isBeside
        self.style = style
        self.wording = wording
        self.measurer = measurer
        let texts =
            switch bands {
            case .months(let months, _): months.map { wording.month($0) }
            case .names(let names), .steps(let names, _): names
            }
        let most = width * style.spaces.nameShare
        names = isBeside ? texts.map { TextBlock($0, style.texts.name, width: most, measurer: measurer) } : []
    }

    /// What the labels take left of bands that lie, with the space between.
    var width: Double { style.spaces.name + (names.map(\.width).max() ?? 0) }

    /// What the labels take below bands that stand, with the space between.
    func height(step: Double) -> Double {
        switch bands {
        case .months: MonthAxis.height(style: style)
        case .steps: AxisLabels.height(style: style)
        case .names(let names): style.spaces.axis + (names.map { block($0, step: step).height }.max() ?? 0)
        }
    }

    /// Of the highest label beside a band.
    var highest: Double { names.map(\.height).max() ?? 0 }

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

    /// Beside the bands of a horizontal plot.
    func items(beside space: PlotSpace) -> [SceneItem] {
        names.enumerated().flatMap { band, block in
            let place = space.point(along: space.bands.centre(of: band), up: 0)
            return block.items(at: Point(x: 0, y: place.y - block.height / 2))
        }
    }

    func items(under row: AxisRow) -> [SceneItem] {
        switch bands {
        case .months(let months, let focus):
            MonthAxis(months, focus: focus, row: row, style: style, wording: wording, measurer: measurer).items
        case .steps(let names, let focus):
            AxisLabels(
                names, focus: focus, row: row, distances: Array(1...max(1, names.count)), style: style, measurer: measurer
            ).items
        case .names(let names):
            names.enumerated().flatMap { band, name in
                let width = nameWidth(row.bands.step)
                let (alignment, share): (TextBlock.Alignment, Double) =
                    !row.bands.isSpanning ? (.centre, 0.5) : band == 0 ? (.left, 0) : band == names.count - 1 ? (.right, 1) : (.centre, 0.5)
                let place = Point(x: row.centre(of: band) - width * share, y: row.edge + style.spaces.axis)
                return block(name, step: row.bands.step, alignment).items(at: place)
            }
        }
    }

    /// A name under its bar.
    private func block(_ name: String, step: Double, _ alignment: TextBlock.Alignment = .centre) -> TextBlock {
        TextBlock(name, style.texts.name, width: nameWidth(step), alignment: alignment, measurer: measurer)
    }

    private func nameWidth(_ step: Double) -> Double { max(1, step - style.spaces.tick) }
}
