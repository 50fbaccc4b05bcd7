import Scenes

/// The values at the ends of bars: at every bar, or only at those that matter, and never over a bar or each other.
struct ValueLabels {
    private struct Set {
        var label: Plot.Label
        var block: TextBlock
        var ascent: Double
        var capHeight: Double
    }

    private let plot: Plot
    private let style: FigureStyle
    private var labels: [Set]
    /// The highest end of a mark in each band.
    private let ends: [Double]
    /// The bands without a value, where a symbol stands.
    private let symbols: [Bool]
    private let symbolHeight: Double

    init(_ plot: Plot, style: FigureStyle, measurer: any TextMeasurer) {
        self.plot = plot
        self.style = style
        labels = plot.labels.map { label in
            let runs = label.parts.map { part in
                switch part {
                case .value(let text): TextRun(text, style.texts.value)
                case .focus(let text): TextRun(text, style.texts.valueFocus)
                case .change(let text): TextRun(text, style.texts.change)
                }
            }
            let metrics = runs.map { measurer.metrics(of: $0.style.font) }
            return Set(
                label: label, block: TextBlock(runs, measurer: measurer), ascent: metrics.map(\.ascent).max() ?? 0,
                capHeight: metrics.first?.capHeight ?? 0)
        }
        var ends = [Double](repeating: 0, count: plot.bands.count)
        var symbols = [Bool](repeating: false, count: plot.bands.count)
        for mark in plot.marks {
            switch mark {
            case .bar(let band, _, let value, _, _), .whisker(let band, _, _, let value): ends[band] = max(ends[band], value)
            case .missing(let band, _, _): symbols[band] = true
            case .line, .dot: break
            }
        }
        self.ends = ends
        self.symbols = symbols
        symbolHeight = measurer.metrics(of: style.texts.value.font).ascent
    }

    /// Whether each label stands in its own band.
    func allFit(width: Double) -> Bool {
        let step = min(style.spaces.band, width / Double(max(1, plot.bands.count)))
        return plot.direction == .horizontal || labels.allSatisfy { $0.block.width + style.spaces.tick <= step }
    }

    func chosen(all: Bool) -> ValueLabels {
        var chosen = self
        if !all { chosen.labels = labels.filter(\.label.isEssential) }
        return chosen
    }

    /// How long the scale of the values may be, so that the labels beyond the marks stay in the frame.
    func length(in frame: Rect, right: Double) -> Double {
        let available = plot.direction == .vertical ? frame.height : frame.width
        let domain = plot.ticks.domain
        let space = PlotSpace(
            direction: plot.direction, frame: frame, count: plot.bands.count, gap: style.spaces.barGap, domain: domain,
            length: available)
        return labels.reduce(available) { length, set in
            let share = (anchor(of: set, in: space, right: right) - domain.lower) / domain.length
            guard share > 0 else { return length }
            return min(length, max(0, available - clearance(of: set)) / share)
        }
    }

    /// - Parameter right: the edge of the figure.
    /// - Parameter hasGrid: whether grid lines are drawn, which a label then interrupts.
    func items(in space: PlotSpace, right: Double, hasGrid: Bool) -> [SceneItem] {
        var taken: [Rect] = []
        return labels.flatMap { set -> [SceneItem] in
            let end = space.values(anchor(of: set, in: space, right: right))
            let centre = space.centre(of: set.label.band, set.label.lane)
            let place: Point
            switch plot.direction {
            case .vertical:
                let covered = bands(under: set, in: space, right: right)
                let floor = covered.contains { symbols[$0] } ? space.values(0) + style.spaces.label + symbolHeight : 0
                let up = max(end + offset(of: set), floor + style.spaces.label)
                let baseline = space.point(along: centre, up: up).y
                place = Point(x: left(of: set, in: space, right: right), y: baseline - set.block.firstBaseline)
            case .horizontal:
                let start = space.point(along: centre, up: end + offset(of: set))
                place = Point(x: start.x, y: start.y + set.capHeight / 2 - set.block.firstBaseline)
            }
            let box = set.block.box(at: place)
            guard !taken.contains(where: { $0.intersection(box) != nil }) else { return [] }
            taken.append(box)
            return (hasGrid ? ground(of: set, at: place, in: space) : []) + set.block.items(at: place)
        }
    }

    /// A piece of the background where a grid line would run through the label.
    private func ground(of set: Set, at place: Point, in space: PlotSpace) -> [SceneItem] {
        guard plot.direction == .vertical else { return [] }
        let baseline = place.y + set.block.firstBaseline
        let numerals = Rect(x: place.x, y: baseline - set.capHeight, width: set.block.width, height: set.capHeight)
            .inset(by: -style.lines.grid * 2)
        let isCrossed = plot.ticks.values.contains { value in
            let y = space.point(along: 0, up: space.values(value)).y
            return value != 0 && y > numerals.minY && y < numerals.maxY
        }
        return isCrossed ? [.shape(ShapeItem(.rectangle(numerals), fill: style.colours.background))] : []
    }

    /// From the end of the mark to the label.
    private func offset(of set: Set) -> Double {
        style.spaces.label + (set.label.isBeyondOpenEnd ? style.spaces.openEnd : 0)
    }

    /// From the end of the mark to the far side of the label.
    private func clearance(of set: Set) -> Double {
        offset(of: set) + (plot.direction == .vertical ? set.ascent : set.block.width)
    }

    /// The value above which a label stands: that of its own mark or of a higher one that it would cover.
    private func anchor(of set: Set, in space: PlotSpace, right: Double) -> Double {
        guard plot.direction == .vertical else { return set.label.value }
        return bands(under: set, in: space, right: right).reduce(set.label.value) { max($0, ends[$1]) }
    }

    private func left(of set: Set, in space: PlotSpace, right: Double) -> Double {
        let centre = space.frame.minX + space.centre(of: set.label.band, set.label.lane)
        return max(space.frame.minX, min(centre - set.block.width / 2, right - set.block.width))
    }

    private func bands(under set: Set, in space: PlotSpace, right: Double) -> Range<Int> {
        let left = left(of: set, in: space, right: right) - space.frame.minX
        let gap = (space.bands.step - space.bands.bar) / 2
        let first = Int(((left + gap) / space.bands.step).rounded(.down))
        let last = Int(((left + set.block.width - gap) / space.bands.step).rounded(.down))
        let lower = max(0, min(first, set.label.band))
        return lower..<max(min(ends.count, max(last, set.label.band) + 1), lower)
    }
}
