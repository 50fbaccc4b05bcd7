package import Scenes
import Statistics

/// A plot set into a frame: room for the guides first, then scales, grid, marks, labels, and last what the author points out.
package struct PlotContent: FigureContent {
    let plot: Plot
    let style: FigureStyle
    let wording: Wording
    private var annotations = Annotations.none

    package init(_ plot: Plot, style: FigureStyle, wording: Wording) {
        self.plot = plot
        self.style = style
        self.wording = wording
    }

    package func annotated(_ annotations: Annotations) -> any FigureContent {
        var content = self
        content.annotations = annotations
        return content
    }

    package func strangers(among annotations: Annotations) -> [Annotations.Stranger] { annotations.strangers(to: plot) }

    package func arranged(width: Double, height: Double, measurer: any TextMeasurer) -> ArrangedContent {
        let drawing = PlotDrawing(plot, annotations, width: width, height: height, style: style, wording: wording, measurer: measurer)
        // Sentences that found no room among the marks have some made above them.
        let whole = drawing.homeless.isEmpty
            ? drawing
            : PlotDrawing(
                plot, annotations, width: width, height: height, headroom: drawing.neededHeadroom, style: style, wording: wording,
                measurer: measurer)
        return ArrangedContent(
            height: whole.height,
            items: whole.groups.filter { !$0.items.isEmpty }.map { .group(GroupItem($0.name, leaf: .content(picture), items: $0.items)) },
            structure: [
                StructureElement(
                    .figure, attribute: .area(Rect(x: 0, y: 0, width: width, height: whole.height)), children: [.content(picture)])
            ],
            shortfall: whole.shortfall)
    }
}

/// To a reader who does not see it a plot is one thing, with an alternative text.
let picture = ContentID(0)

/// A plot in its place: the guides around it, and what is drawn.
struct PlotDrawing {
    private let plot: Plot
    private let style: FigureStyle
    private let measurer: any TextMeasurer
    private let width: Double

    private let key: Key
    private let direct: DirectLabels
    private let valueAxis: ValueAxis
    private let bandAxis: BandAxis
    /// Under a grid, whose values are bands too.
    private let crossAxis: BandAxis?
    private let notes: TimeNotes
    private let hasAxis: Bool
    private let labels: ValueLabels

    private let panel: PanelGuides?

    let space: PlotSpace
    let height: Double
    /// Where the scale of the values begins in the frame, and where it ends.
    let scale: ClosedRange<Double>
    /// What labels of lines take right of the plot.
    var rightWidth: Double { direct.rightWidth }
    private(set) var groups: [(name: String, items: [SceneItem])] = []
    private(set) var shortfall = Shortfall()
    /// Call-outs without room.
    private(set) var homeless: [String] = []

    /// - Parameters:
    ///   - headroom: above the plot, for call-outs.
    ///   - panel: what is settled by others beside this plot, which then is as high as `height` above the labels of its bands.
    init(
        _ plot: Plot, _ annotations: Annotations, width: Double, height: Double, headroom: Double = 0, panel: PanelGuides? = nil,
        style: FigureStyle, wording: Wording, measurer: any TextMeasurer
    ) {
        self.panel = panel
        self.style = style
        self.measurer = measurer
        self.width = width
        let references = plot.references.compactMap { reference in
            reference.text.map { Plot.DirectLabel(value: reference.value, text: $0, role: .reference) }
        }
        // A panel is narrow, and its labels are short; between two columns of labels a line needs less room.
        let share = panel != nil ? 2 : plot.isSpanning ? 1.25 : 1
        func beside(_ labels: [Plot.DirectLabel]) -> DirectLabels {
            DirectLabels(labels, width: width, height: height, share: share, style: style, measurer: measurer)
        }
        let names = beside(plot.directLabels + references)
        let isNamed = !plot.hasSpareKey || names.isShort(within: height)
        direct = isNamed ? names : beside(references)
        key = Key(plot.hasSpareKey && isNamed ? [] : plot.key, width: width, style: style, measurer: measurer)
        let labelled = ValueLabels(plot, style: style, measurer: measurer)
        let isEveryBarLabelled = labelled.allFit(width: width - direct.leftWidth - direct.rightWidth)
        // Those of the last column stand beside it already.
        let named = isNamed && plot.hasSpareKey ? plot.bands.count - 1 : nil
        let chosen = labelled.chosen(all: panel == nil && isEveryBarLabelled, named: named)
        hasAxis =
            switch plot.values {
            case _ where panel != nil: panel?.hasNumbers ?? false
            case .ticks(_, .always): true
            case .places(let places, _): !places.isEmpty
            case .ticks(_, .never), .bands: false
            case .ticks(_, .unlessAllLabelled): !isEveryBarLabelled
            }
        let isUpright = plot.direction == .vertical
        valueAxis = ValueAxis(
            plot.values, isLogarithmic: plot.isLogarithmic, unit: plot.unit, direction: plot.direction, style: style, wording: wording,
            measurer: measurer)
        bandAxis = BandAxis(
            plot.bands, isBeside: !isUpright, width: width, style: style, wording: wording, measurer: measurer)
        crossAxis =
            if case .bands(let bands) = plot.values {
                BandAxis(bands, isBeside: false, width: width, style: style, wording: wording, measurer: measurer)
            } else { nil }
        // Room for the guides.
        // Marks at the edges of a plot are half outside.
        let edge = isUpright && plot.isSpanning ? style.spaces.direct : 0
        let left = isUpright ? max(edge, (hasAxis ? valueAxis.extent : 0) + direct.leftWidth) : bandAxis.width
        let right = isUpright ? max(edge, direct.rightWidth, panel?.right ?? 0) : (hasAxis ? valueAxis.overhang : 0)
        let count = Double(max(1, plot.bands.count))
        let free = max(1, width - left - right)
        // Few columns keep to the left; lines go to their labels.
        let isPacked = (plot.directLabels.isEmpty || plot.isOfBars) && !plot.isSpanning && panel == nil
        let used = isUpright && isPacked ? min(free, style.spaces.band * count) : free
        self.plot = plot.withSigns(
            in: BandScale(count: plot.bands.count, length: used, gap: style.spaces.barGap, isSpanning: plot.isSpanning),
            isThinned: isUpright && panel?.hasStrip != false, style, measurer)
        let hasStrip = panel?.hasStrip ?? (isUpright && self.plot.missing == .belowPlot && self.plot.hasMissing)
        let strip = hasStrip ? style.spaces.label + measurer.metrics(of: style.texts.value.font).capHeight : 0
        notes = TimeNotes(
            annotations, on: plot, from: left, to: left + used, hasWords: panel?.hasWords ?? true, style: style, measurer: measurer)
        // So do the words beside the highest line.
        let overhang = edge > 0 ? style.texts.direct.leading / 2 : isUpright && (hasAxis || panel != nil) ? valueAxis.overhang : 0
        let words = notes.height
        let headroom = panel?.above.map { $0 - words } ?? headroom
        let top = key.height + words + headroom + overhang
        let below =
            switch plot.direction {
            case .vertical: strip + (panel?.hasBandLabels == false ? 0 : bandAxis.height(step: used / count))
            case .horizontal: crossAxis?.height(step: used / Double(Self.crossCount(plot))) ?? (hasAxis ? valueAxis.extent : 0)
            }
        let row = max(style.spaces.row * plot.rowShare, bandAxis.highest + style.spaces.tick)
        // More labels of lines than there is room for make it higher.
        let upright = panel == nil ? max(height, direct.height) - top - below : height - top - strip
        let plotHeight = isUpright ? max(0, upright) : row * Double(plot.bands.count)
        let frame = Rect(x: left, y: top, width: used, height: plotHeight)
        self.height = top + plotHeight + below
        let labels = chosen.keptOffZero(in: frame, right: direct.isEmpty ? width : frame.maxX)
        self.labels = labels
        let room = labels.room(in: frame, right: direct.isEmpty ? width : frame.maxX)
        scale = panel?.scale ?? room.start...(room.start + room.length)
        space = PlotSpace(
            direction: plot.direction, frame: frame, count: plot.bands.count, gap: plot.isGrid ? 0 : style.spaces.barGap,
            isSpanning: plot.isSpanning, domain: plot.values.domain, isLogarithmic: plot.isLogarithmic, 
            length: scale.upperBound - scale.lowerBound, start: scale.lowerBound, strip: strip)

        draw(annotations, headroom: headroom)
        addShortfalls(asked: height)
    }

    private static func crossCount(_ plot: Plot) -> Int {
        if case .bands(let bands) = plot.values { max(1, bands.count) } else { 1 }
    }

    /// Beside the plot the labels of bands and values would meet those of lines.
    private var labelsEnd: Double { direct.isEmpty ? width : space.frame.maxX }

    // MARK: What is drawn

    private mutating func draw(_ annotations: Annotations, headroom: Double) {
        let isUpright = plot.direction == .vertical
        let bottom = space.frame.maxY + space.strip
        var axis = hasAxis || panel != nil ? valueAxis.items(in: space, hasNumbers: hasAxis) : []
        if panel?.hasBandLabels != false {
            axis += isUpright
                ? bandAxis.items(under: AxisRow(bands: space.bands, left: space.frame.minX, edge: bottom, right: labelsEnd))
                : bandAxis.items(beside: space)
        }
        if let crossAxis {
            let row = BandScale(count: Self.crossCount(plot), length: space.frame.width, gap: 0)
            axis += crossAxis.items(under: AxisRow(bands: row, left: space.frame.minX, edge: bottom, right: width))
        }
        let drawing = MarkDrawing(space: space, style: style, measurer: measurer)
        var marks = plot.marks.flatMap(drawing.items)
        // What stands for values by its strength alone is told apart from bars.
        if plot.isGrid { marks = [.group(GroupItem("cells", items: marks))] }
        if !plot.isGrid, space.domain.contains(0), !plot.isLogarithmic {
            marks.append(.shape(ShapeItem(space.line(at: 0), stroke: Stroke(style.colours.zero, width: style.lines.zero))))
        }
        let breaks = plot.breaks.map { band -> SceneItem in
            let along = Double(band) * space.bands.step
            let path = Path.line(from: space.point(along: along, up: 0), to: space.point(along: along, up: space.frame.height))
            return .shape(ShapeItem(path, stroke: style.stroke(of: .reference)))
        }
        let references: [SceneItem] = plot.references.map { .shape(ShapeItem(space.line(at: $0.value), stroke: style.stroke(of: .reference))) }
        let grid = (hasAxis || panel != nil) && isUpright ? valueAxis.gridValues(in: space) : []
        // A label interrupts what a mean is held against as well.
        let placed = labels.placed(in: space, right: labelsEnd, grid: grid + (isUpright ? plot.references.map(\.value) : []))
        let texts = placed.flatMap(\.items) + direct.items(in: space, height: height)
        let events = notes.items(in: space, top: key.height, isCovered: plot.hasAreas, labels: placed.map(\.box))
        let callOuts = self.callOuts(annotations, marks: marks, texts: texts + events, boxes: placed.map(\.box), grid: grid, headroom: headroom)
        homeless = callOuts.homeless
        groups = [
            (plot.isGrid ? "ramp" : "key", key.items), ("periods", notes.grounds(in: space, top: key.height)), ("axis", axis), ("breaks", breaks), ("marks", marks),
            ("references", references), ("labels", texts), ("annotations", events + callOuts.items),
        ]
    }

    private func callOuts(
        _ annotations: Annotations, marks: [SceneItem], texts: [SceneItem], boxes: [Rect], grid: [Double], headroom: Double
    ) -> CallOuts {
        let wanted = annotations.callOuts.compactMap { callOut in
            plot.point(of: callOut.target, base: space.base).map { (text: callOut.text, target: target($0, boxes)) }
        }
        guard !wanted.isEmpty else { return CallOuts([], in: space.frame, obstacles: Obstacles(), style: style, measurer: measurer) }
        var obstacles = Obstacles()
        obstacles.add(marks)
        obstacles.add(texts)
        let area = Rect(
            minX: space.frame.minX, minY: space.frame.minY - headroom + (headroom > 0 ? style.spaces.annotation : 0), maxX: labelsEnd, maxY: space.frame.maxY)
        let lines = grid.map { space.point(along: 0, up: space.values($0)).y }
        return CallOuts(wanted, in: area, obstacles: obstacles, lines: lines, style: style, measurer: measurer)
    }

    /// What a call-out points at: the label of a mark, or its end.
    private func target(_ point: PlotPoint, _ boxes: [Rect]) -> Rect {
        let end = space.point(point)
        let reach = style.spaces.label * 2 + style.spaces.openEnd
        return boxes.first { box in
            let near = box.inset(by: -reach)
            return plot.direction == .vertical
                ? box.minX <= end.x && end.x <= box.maxX && near.minY <= end.y && end.y <= near.maxY
                : box.minY <= end.y && end.y <= box.maxY && near.minX <= end.x && end.x <= near.maxX
        } ?? Rect(minX: end.x, minY: end.y, maxX: end.x, maxY: end.y)
    }

    /// What the words of annotations need above the plot.
    var above: Double { (panel?.above ?? notes.height) + neededHeadroom }

    /// What call-outs need that have no room among the marks.
    var neededHeadroom: Double { blocksOfHomeless.reduce(0) { $0 + $1.height + style.spaces.annotation * 2 } }

    private var blocksOfHomeless: [TextBlock] {
        let most = min(style.spaces.callout, labelsEnd - space.frame.minX)
        return homeless.map { TextBlock($0, style.texts.annotation, width: most, measurer: measurer) }
    }

    /// What would give sentences room that have none, not even above the marks.
    private var shortfallOfSentences: Shortfall {
        if homeless.isEmpty { return Shortfall() }
        if let needed = blocksOfHomeless.compactMap(\.neededWidth).max() { return Shortfall(width: width - (labelsEnd - space.frame.minX) + needed) }
        return Shortfall(height: height + neededHeadroom)
    }

    // MARK: Too little room

    private mutating func addShortfalls(asked: Double) {
        let labels = hasAxis && plot.direction == .vertical ? valueAxis.count : 0
        let least = max(leastScale, Double(labels - 1) * style.texts.axis.leading)
        let missing = max(0, least - space.length)
        var own: Shortfall
        switch plot.direction {
        case .vertical:
            let narrow = max(0, leastScale - space.frame.width)
            let lane = plot.narrowestLane * space.bands.bar
            // Bars side by side that no ground could part.
            let parted = lane < leastLane ? width * leastLane / max(lane, 0.01) : nil
            own = Shortfall(width: narrow > 0 ? width + narrow : parted, height: missing > 0 ? max(asked, height) + missing : nil)
        case .horizontal:
            own = Shortfall(width: missing > 0 ? width + missing : nil)
            if let needed = self.labels.neededWidth(in: space) { own = own.union(Shortfall(width: width - space.frame.width + needed)) }
        }
        if direct.height > self.height { own = own.union(Shortfall(height: direct.height)) }
        shortfall = [
            key.shortfall, direct.shortfall, own, shortfallOfSentences, bandAxis.shortfall(step: space.bands.step, beside: width - space.frame.width),
        ].reduce(Shortfall()) { $0.union($1) }
    }
}

/// Points: of bars side by side.
private let leastLane = 3.0
/// Points: on a shorter scale no value is told from another.
private let leastScale = 24.0
