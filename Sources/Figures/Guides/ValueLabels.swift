import Scenes

/// The values at the ends of marks or within them: at every bar, or only at those that matter, and never over a bar or each
/// other. One that has no room is left out, the later ones first.
struct ValueLabels {
    struct Set {
        var label: Plot.Label
        var block: TextBlock
        var ascent: Double
        var capHeight: Double

        /// Whether it stands below or left of the end of its mark.
        func isBelow(_ base: Double) -> Bool { label.place == .before || label.value < base }

        var isInside: Bool { if case .inside = label.place { true } else { false } }

        /// Whether it stands neither beyond nor before its mark.
        var isAside: Bool { isInside || label.place == .beside }
    }

    let plot: Plot
    let style: FigureStyle
    private let domain: Domain
    let base: Double
    private(set) var labels: [Set]
    /// The highest and the lowest end of a mark in each band.
    private let ends: [ClosedRange<Double>]
    /// The bands without a value, where a symbol stands.
    private let symbols: [Bool]
    private let symbolHeight: Double
    /// The bars that share a band with others, side by side.
    let lanes: [(band: Int, lane: Lane, end: Double)]

    init(_ plot: Plot, style: FigureStyle, measurer: any TextMeasurer) {
        self.plot = plot
        self.style = style
        domain = plot.values.domain
        let base = max(domain.lower, min(0, domain.upper))
        self.base = base
        labels = plot.labels.map { label in
            let runs = label.parts.map { part in
                let (text, look) =
                    switch part {
                    case .value(let text): (text, style.texts.value)
                    case .focus(let text): (text, style.texts.valueFocus)
                    case .change(let text): (text, style.texts.change)
                    }
                if case .inside(_, let role) = label.place { return TextRun(text, style.look(look, on: role)) }
                return TextRun(text, look)
            }
            let metrics = runs.map { measurer.metrics(of: $0.style.font) }
            return Set(
                label: label, block: TextBlock(runs, measurer: measurer), ascent: metrics.map(\.ascent).max() ?? 0,
                capHeight: metrics.first?.capHeight ?? 0)
        }
        var ends = [ClosedRange<Double>](repeating: base...base, count: plot.bands.count)
        var lanes: [(band: Int, lane: Lane, end: Double)] = []
        var symbols = [Bool](repeating: false, count: plot.bands.count)
        func reach(_ band: Int, _ value: Double) { ends[band] = min(ends[band].lowerBound, value)...max(ends[band].upperBound, value) }
        for mark in plot.marks {
            switch mark {
            case .bar(let band, let lane, let from, let value, _, _):
                if from != 0 { reach(band, from) }
                reach(band, value)
                if lane != .whole { lanes.append((band, lane, value)) }
            case .whisker(let band, _, _, let value): reach(band, value)
            case .missing(let band, let lane, _, let value):
                if value == nil { symbols[band] = true }
                if lane != .whole { lanes.append((band, lane, .infinity)) }
            case .line, .dot, .area, .connector: break
            }
        }
        self.ends = ends
        self.lanes = lanes
        self.symbols = symbols
        symbolHeight = measurer.metrics(of: style.texts.value.font).ascent
    }

    /// Whether each label stands over its own bar, or in its lane.
    func allFit(width: Double) -> Bool {
        let step = min(style.spaces.band, width / Double(max(1, plot.bands.count)))
        return plot.direction == .horizontal
            || labels.allSatisfy { set in
                let room = set.label.lane == .whole ? step : step / (1 + style.spaces.barGap) * set.label.lane.thickness + style.spaces.tick
                return set.isAside || set.block.width + style.spaces.tick <= room
            }
    }

    /// - Parameters:
    ///   - all: or only those that are essential.
    ///   - named: a band whose parts are labelled elsewhere; nil for none.
    func chosen(all: Bool, named: Int?) -> ValueLabels {
        var chosen = self
        if !all { chosen.labels = labels.filter { $0.label.isEssential || $0.isAside } }
        if let named { chosen.labels.removeAll { $0.isInside && $0.label.band == named } }
        return chosen
    }

    /// Where the scale of the values begins in the frame and how long it may be, so that the labels beyond the marks stay
    /// in the frame.
    func room(in frame: Rect, right: Double) -> (start: Double, length: Double) {
        let available = plot.direction == .vertical ? frame.height : frame.width
        let space = PlotSpace(
            direction: plot.direction, frame: frame, count: plot.bands.count, gap: style.spaces.barGap, domain: domain,
            length: available)
        let outside = labels.filter { !$0.isAside }
        func share(_ set: Set) -> Double { (anchor(of: set, in: space, right: right) - domain.lower) / domain.length }
        // Below marks that end near the lower edge.
        let deepest = outside.filter { $0.isBelow(base) }.reduce(0) { start, set in
            max(start, clearance(of: set) - max(0, share(set)) * max(0, available - 2 * clearance(of: set)))
        }
        let start = min(deepest, available / 2)
        let length = outside.reduce(available - start) { length, set in
            let share = share(set)
            guard share > 0, !set.isBelow(base) else { return length }
            return min(length, max(0, available - start - clearance(of: set)) / share)
        }
        return (start, length)
    }

    /// The labels, each where it stands.
    ///
    /// - Parameters:
    ///   - right: the edge of the figure.
    ///   - grid: the values at which grid lines run, which a label then interrupts.
    func placed(in space: PlotSpace, right: Double, grid: [Double]) -> [(items: [SceneItem], box: Rect)] {
        var taken: [Rect] = []
        let cramped = crampedBands(in: space)
        return labels.compactMap { set in
            // A zero has no bar: only its label says that it is known.
            guard set.label.lane == .whole || set.label.value == 0 || !cramped.contains(set.label.band) else { return nil }
            guard let place = place(of: set, in: space, right: right) else { return nil }
            let box = set.block.box(at: place)
            guard !taken.contains(where: { $0.intersection(box) != nil }) else { return nil }
            taken.append(box)
            return (ground(of: set, at: place, in: space, grid) + set.block.items(at: place), box)
        }
    }

    /// The top left corner of a label; nil where it has no room.
    private func place(of set: Set, in space: PlotSpace, right: Double) -> Point? {
        if case .inside(let from, _) = set.label.place { return placeInside(set, from: from, in: space) }
        if set.label.place == .beside { return placeBeside(set, in: space, right: right) }
        guard !isOverOtherLane(set, in: space) else { return nil }
        let end = space.values(anchor(of: set, in: space, right: right))
        let centre = space.centre(of: set.label.band, set.label.lane)
        let isBelow = set.isBelow(base)
        switch plot.direction {
        case .vertical where isBelow:
            let top = space.point(along: centre, up: end - offset(of: set)).y
            return Point(x: left(of: set, in: space, right: right), y: top + set.capHeight - set.block.firstBaseline)
        case .vertical:
            let covered = bands(under: set, in: space, right: right)
            let floor = covered.contains { symbols[$0] } ? space.values(base) + style.spaces.label + symbolHeight : space.values(base)
            let baseline = space.point(along: centre, up: max(end + offset(of: set), floor + style.spaces.label)).y
            return Point(x: left(of: set, in: space, right: right), y: baseline - set.block.firstBaseline)
        case .horizontal:
            let start = space.point(along: centre, up: isBelow ? end - offset(of: set) - set.block.width : end + offset(of: set))
            return Point(x: start.x, y: start.y + set.capHeight / 2 - set.block.firstBaseline)
        }
    }

    /// A piece of the background where a grid line would run through the label.
    private func ground(of set: Set, at place: Point, in space: PlotSpace, _ grid: [Double]) -> [SceneItem] {
        guard plot.direction == .vertical, !set.isInside else { return [] }
        let baseline = place.y + set.block.firstBaseline
        let numerals = Rect(x: place.x, y: baseline - set.capHeight, width: set.block.width, height: set.capHeight)
            .inset(by: -style.lines.grid * 2)
        let isCrossed = grid.contains { value in
            let y = space.point(along: 0, up: space.values(value)).y
            return y > numerals.minY && y < numerals.maxY
        } || set.label.place == .beside && isCrossed(numerals, in: space)
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

    /// The value beyond which a label stands: that of its own mark or of a longer one that it would cover.
    private func anchor(of set: Set, in space: PlotSpace, right: Double) -> Double {
        guard plot.direction == .vertical, !set.isInside else { return set.label.value }
        let covered = bands(under: set, in: space, right: right)
        return set.isBelow(base)
            ? covered.reduce(set.label.value) { min($0, ends[$1].lowerBound) }
            : covered.reduce(set.label.value) { max($0, ends[$1].upperBound) }
    }

    private func left(of set: Set, in space: PlotSpace, right: Double) -> Double {
        let centre = space.frame.minX + space.centre(of: set.label.band, set.label.lane)
        return max(space.frame.minX, min(centre - set.block.width / 2, right - set.block.width))
    }

    private func bands(under set: Set, in space: PlotSpace, right: Double) -> Range<Int> {
        // In a lane a label is no wider than it.
        guard set.label.lane == .whole else { return 0..<0 }
        let left = left(of: set, in: space, right: right) - space.frame.minX
        let gap = (space.bands.step - space.bands.bar) / 2
        let first = Int(((left + gap) / space.bands.step).rounded(.down))
        let last = Int(((left + set.block.width - gap) / space.bands.step).rounded(.down))
        let lower = max(0, min(first, set.label.band))
        return lower..<max(min(ends.count, max(last, set.label.band) + 1), lower)
    }
}
