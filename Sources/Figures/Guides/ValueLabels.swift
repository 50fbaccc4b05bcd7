import Scenes

/// The values at the ends of marks or within them: at every bar, or only at those that matter, and never over a bar or each
/// other. One that has no room is left out, the later ones first.
struct ValueLabels {
    struct Set {
        var label: Plot.Label
        var block: TextBlock
        var ascent: Double
        var capHeight: Double
        /// What stands for it where it has no room.
        var sign: TextBlock?
        /// What the label on the other side of the mark says for both.
        var joined: TextBlock?
        /// Of the dot that it stands beside; 0 for none.
        var radius: Double

        /// Whether it stands below or left of the end of its mark.
        func isBelow(_ base: Double) -> Bool {
            switch label.place {
            case .before: true
            case .after: false
            case .beyond, .beside, .inside, .corner: label.value < base
            }
        }

        var isInside: Bool { ground != nil }
        var isCentred: Bool { if case .inside = label.place { true } else { false } }

        /// Whether it stands neither beyond nor before its mark.
        var isAside: Bool { isInside || label.place == .beside }

        /// The bar that it stands in: where it begins and what it is.
        var ground: (from: Double, role: MarkRole)? {
            switch label.place {
            case .inside(let from, let role), .corner(let from, let role): (from, role)
            case .beyond, .before, .after, .beside: nil
            }
        }
    }

    let plot: Plot
    let style: FigureStyle
    private let domain: Domain
    let base: Double
    private(set) var labels: [Set]
    /// The highest and the lowest end of a mark in each band.
    private let ends: [ClosedRange<Double>]
    /// Whether bars that stand are open at their ends: a wide label would meet the sides of those beside its own.
    private let hasOpenBars: Bool
    /// The bands without a value, where a symbol stands.
    private let symbols: [Bool]
    private let symbolHeight: Double
    /// Between labels side by side, without which two numbers are read as one: a space.
    let wordSpace: Double
    /// The bars that share a band with others, side by side.
    let lanes: [(band: Int, lane: Lane, end: Double)]

    init(_ plot: Plot, style: FigureStyle, measurer: any TextMeasurer) {
        self.plot = plot
        self.style = style
        domain = plot.values.domain
        let base = max(domain.lower, min(0, domain.upper))
        self.base = base
        labels = plot.labels.map { label in
            func run(_ part: Plot.Label.Part) -> TextRun {
                let (text, look) =
                    switch part {
                    case .value(let text): (text, style.texts.value)
                    case .focus(let text): (text, style.texts.valueFocus)
                    case .change(let text): (text, style.texts.change)
                    }
                switch label.place {
                case .inside(_, let role): return TextRun(text, style.look(look, on: role))
                case .corner(_, let role): return TextRun(text, style.look(look, on: role, isQuiet: true))
                case .beyond, .before, .after, .beside: return TextRun(text, look)
                }
            }
            let runs = label.parts.map(run)
            let metrics = runs.map { measurer.metrics(of: $0.style.font) }
            return Set(
                label: label, block: TextBlock(runs, measurer: measurer), ascent: metrics.map(\.ascent).max() ?? 0,
                capHeight: metrics.first?.capHeight ?? 0, sign: label.sign.map { TextBlock([run(.value($0))], measurer: measurer) },
                joined: label.joined.isEmpty ? nil : TextBlock(label.joined.map(run), measurer: measurer),
                radius: plot.direction == .horizontal ? Self.radius(beside: label, plot, style) : 0)
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
            case .span, .line, .dot, .area, .joint, .connector, .missingRuns: break
            }
        }
        self.ends = ends
        hasOpenBars = plot.direction == .vertical && plot.marks.contains { if case .bar(_, _, _, _, _, let look) = $0 { look.isOpen } else { false } }
        self.lanes = lanes
        wordSpace = measurer.advance(of: " ", in: style.texts.value.font)
        self.symbols = symbols
        symbolHeight = measurer.metrics(of: style.texts.value.font).ascent
    }

    private static func radius(beside label: Plot.Label, _ plot: Plot, _ style: FigureStyle) -> Double {
        plot.marks.reduce(0) { radius, mark in
            guard case .dot(let point, let role, let shape, let lane) = mark, lane == label.lane,
                point == PlotPoint(band: label.band, value: label.value)
            else { return radius }
            return max(radius, style.radius(of: role) + (shape == .ring ? style.lines.ring / 2 : 0))
        }
    }

    /// Whether each label stands over its own bar, or in its lane.
    func allFit(width: Double) -> Bool {
        let step = min(style.spaces.band, width / Double(max(1, plot.bands.count)))
        let bar = step / (1 + style.spaces.barGap)
        let apart = distanceOfLanes(step: step, bar: bar)
        return plot.direction == .horizontal
            || labels.allSatisfy { set in
                let width = set.block.width
                if set.isAside { return true }
                return set.label.lane == .whole
                    ? width + style.spaces.tick <= step : width <= bar * set.label.lane.thickness && width + wordSpace <= apart
            }
    }

    /// Between the middles of bars side by side, the nearest to each other, those of two bands as well.
    private func distanceOfLanes(step: Double, bar: Double) -> Double {
        let offsets = Swift.Set(lanes.map(\.lane.offset)).sorted()
        guard let first = offsets.first, let last = offsets.last else { return .infinity }
        return zip(offsets.dropFirst(), offsets).reduce(step - (last - first) * bar) { min($0, ($1.0 - $1.1) * bar) }
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

    /// Where the scale of the values begins in the frame and how long it may be, so that the labels beyond the marks, and
    /// the sides of open bars, stay in the frame.
    func room(in frame: Rect, right: Double) -> (start: Double, length: Double) {
        let available = plot.direction == .vertical ? frame.height : frame.width
        let space = PlotSpace(
            direction: plot.direction, frame: frame, count: plot.bands.count, gap: style.spaces.barGap, domain: domain,
            length: available)
        let outside = labels.filter { !$0.isAside }
        func share(_ set: Set) -> Double { (anchor(of: set, in: space, right: right) - domain.lower) / domain.length }
        func length(from start: Double) -> Double {
            let open = plot.marks.reduce(available - start) { length, mark in
                guard case .bar(_, _, _, let value, _, let look) = mark, look.isOpen, value > domain.lower else { return length }
                return min(length, max(0, available - start - style.spaces.openEnd) * domain.length / (value - domain.lower))
            }
            return outside.reduce(open) { length, set in
                let share = share(set)
                guard share > 0, !set.isBelow(base) else { return length }
                return min(length, max(0, available - start - clearance(of: set)) / share)
            }
        }
        // Below marks that end near the lower edge, on the shortest scale that there may be.
        let below = outside.filter { $0.isBelow(base) }
        let shortest = length(from: min(below.reduce(0) { max($0, clearance(of: $1)) }, available / 2))
        let deepest = below.reduce(0) { max($0, clearance(of: $1) - max(0, share($1)) * shortest) }
        let start = min(deepest, available / 2)
        return (start, length(from: start))
    }

    private func hasRoom(_ set: Set, in space: PlotSpace) -> Bool { place(of: set, in: space, right: space.frame.maxX) != nil }

    /// Where many cells of a grid have no room for their values none has one: some alone would look like more. A few that are wider
    /// than all others take nothing from these.
    private func isBare(in space: PlotSpace) -> Bool {
        guard plot.isGrid else { return false }
        let values = labels.filter(\.isCentred)
        let narrow = values.count { !hasRoom($0, in: space) }
        return narrow > max(1, values.count / 10)
    }

    /// The labels, but in cells without room for their value the sign that stands for it.
    ///
    /// - Parameter isBare: whether no cell has its value.
    private func cellLabels(isBare: Bool, in space: PlotSpace) -> [Set] {
        labels.compactMap { set in
            guard set.isCentred, isBare || !hasRoom(set, in: space) else { return set }
            var set = set
            guard let sign = set.sign else { return nil }
            set.block = sign
            return set
        }
    }

    /// Those that stand in the plot, but for what others take.
    private func shown(in space: PlotSpace, right: Double) -> [Set] {
        if plot.isGrid { return cellLabels(isBare: isBare(in: space), in: space) }
        return withRoomBesideOthers(in: space, right: right)
    }

    /// The width of the frame that has room for the signs; nil where this one has.
    func neededWidth(in space: PlotSpace) -> Double? {
        guard isBare(in: space) else { return nil }
        let narrow = cellLabels(isBare: true, in: space).filter { $0.isCentred && !hasRoom($0, in: space) }
        return narrow.map { ($0.block.width + style.lines.separator * 2) * space.domain.length + 0.01 }.max()
    }

    /// The labels, but one that would reach over the line at zero, where the names are: what stands beyond the mark says both then.
    func keptOffZero(in frame: Rect, right: Double) -> ValueLabels {
        guard plot.direction == .horizontal else { return self }
        var kept = self
        // A longer label leaves less to the scale, and more may reach over zero.
        while true {
            let room = kept.room(in: frame, right: right)
            let space = PlotSpace(
                direction: .horizontal, frame: frame, count: plot.bands.count, gap: style.spaces.barGap, domain: domain, length: room.length,
                start: room.start)
            let line = space.values(base)
            let crossing = kept.labels.indices.first { index in
                let set = kept.labels[index]
                let end = space.values(set.label.value)
                return set.joined != nil && set.label.place == .before && end >= line && end - kept.clearance(of: set) < line
            }
            guard let crossing, let other = kept.labels.indices.first(where: { index in
                index != crossing && kept.labels[index].label.band == kept.labels[crossing].label.band && kept.labels[index].joined != nil
            }), let joined = kept.labels[other].joined else { return kept }
            kept.labels[other].block = joined
            kept.labels[other].joined = nil
            kept.labels.remove(at: crossing)
        }
    }

    /// The labels, each where it stands.
    ///
    /// - Parameters:
    ///   - right: the edge of the figure.
    ///   - grid: the values at which grid lines run, which a label then interrupts.
    func placed(in space: PlotSpace, right: Double, grid: [Double]) -> [(items: [SceneItem], box: Rect)] {
        var taken: [Rect] = []
        var words: [Rect] = []
        return shown(in: space, right: right).compactMap { set in
            guard let place = place(of: set, in: space, right: right) else { return nil }
            let box = set.block.box(at: place)
            let numerals = numerals(of: set, at: place)
            let isFree = !taken.contains { $0.intersection(box) != nil } && (set.isInside || !isNear(numerals, to: words))
            // Of those side by side it is settled which stand.
            guard isFree || standsBesideOthers(set) else { return nil }
            taken.append(box)
            words.append(numerals)
            return (ground(of: set, at: place, in: space, grid) + set.block.items(at: place), box)
        }
    }

    /// Whether its bar stands beside others in one band.
    func standsBesideOthers(_ set: Set) -> Bool { plot.direction == .vertical && !plot.isGrid && set.label.lane != .whole }

    /// What the numerals of a label cover.
    func numerals(of set: Set, at place: Point) -> Rect {
        Rect(x: place.x, y: place.y + set.block.firstBaseline - set.capHeight, width: set.block.width, height: set.capHeight)
    }

    /// Around numerals, where a grid line is interrupted.
    private var groundAround: Double { style.lines.grid * 2 }

    /// Whether less than a space is between a label and one of others in a line, or less than the ground behind it between two lines: they
    /// would be read as one, or that ground would cover another.
    func isNear(_ numerals: Rect, to others: [Rect]) -> Bool {
        let near = Rect(
            minX: numerals.minX - wordSpace, minY: numerals.minY - groundAround, maxX: numerals.maxX + wordSpace,
            maxY: numerals.maxY + groundAround)
        return others.contains { $0.intersection(near) != nil }
    }

    /// The top left corner of a label; nil where it has no room.
    func place(of set: Set, in space: PlotSpace, right: Double) -> Point? {
        if let ground = set.ground { return placeInside(set, from: ground.from, in: space) }
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
            // A symbol can be wider than a bar.
            let covered = bands(under: set, in: space, right: right, gap: 0)
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
        guard !set.isInside else { return [] }
        let numerals = numerals(of: set, at: place).inset(by: -groundAround)
        let isLying = plot.direction == .horizontal
        // Labels on both sides of a mark can reach over the line at zero.
        let isCrossed = (isLying ? grid + [base] : grid).contains { value in
            let line = space.point(along: 0, up: space.values(value))
            return isLying ? line.x > numerals.minX && line.x < numerals.maxX : line.y > numerals.minY && line.y < numerals.maxY
        } || set.label.place == .beside && self.isCrossed(numerals, in: space)
        let covered = set.label.place == .beside ? numerals.union(set.block.box(at: place)) : numerals
        return isCrossed ? [.shape(ShapeItem(.rectangle(covered), fill: style.colours.background))] : []
    }

    /// From the end of the mark to the label.
    private func offset(of set: Set) -> Double {
        style.spaces.label + set.radius + (set.label.isBeyondOpenEnd || hasOpenBars ? style.spaces.openEnd : 0)
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

    /// - Parameter gap: between two marks; nil for the gap between bars.
    private func bands(under set: Set, in space: PlotSpace, right: Double, gap: Double? = nil) -> Range<Int> {
        // In a lane a label is no wider than it.
        guard set.label.lane == .whole else { return 0..<0 }
        let left = left(of: set, in: space, right: right) - space.frame.minX
        let gap = (gap ?? space.bands.step - space.bands.bar) / 2
        let first = Int(((left + gap) / space.bands.step).rounded(.down))
        let last = Int(((left + set.block.width - gap) / space.bands.step).rounded(.down))
        let lower = max(0, min(first, set.label.band))
        return lower..<max(min(ends.count, max(last, set.label.band) + 1), lower)
    }
}
