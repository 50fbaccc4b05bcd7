import Scenes
import Statistics

/// Periods as grounds behind a plot of months, events as lines through it, with their words in rows above it.
struct TimeNotes {
    private struct Note {
        var block: TextBlock
        /// The bands from whose first edge to whose last edge it reaches; an event is at the first edge.
        var bands: ClosedRange<Int>
        var isPeriod: Bool
        var row = 0
        var left = 0.0
        /// Where an event's line runs.
        var line = 0.0
    }

    private var notes: [Note] = []
    private let style: FigureStyle
    private var rowHeights: [Double] = []

    /// What the words take above the plot, with the space below.
    var height: Double { notes.isEmpty ? 0 : rowHeights.reduce(0, +) + style.spaces.label }

    /// - Parameter frame: the left and the right edge of the plot.
    init(
        _ annotations: Annotations, bands: Plot.Bands, from left: Double, to right: Double, style: FigureStyle,
        measurer: any TextMeasurer
    ) {
        self.style = style
        guard case .months(let months, _) = bands, let first = months.first else { return }
        let step = (right - left) / Double(months.count)
        let most = min(style.spaces.callout, (right - left) / 2)
        func block(_ text: String) -> TextBlock { TextBlock(text, style.texts.annotation, width: most, measurer: measurer) }
        for period in annotations.periods where period.months.overlaps(first...months[months.count - 1]) {
            let lower = max(0, first.distance(to: period.months.lowerBound))
            let upper = min(months.count - 1, first.distance(to: period.months.upperBound))
            notes.append(Note(block: block(period.text), bands: lower...upper, isPeriod: true))
        }
        for event in annotations.events {
            guard let band = months.firstIndex(of: event.month) else { continue }
            notes.append(Note(block: block(event.text), bands: band...band, isPeriod: false))
        }
        // Events from the last on, so that the line of none runs through the words of another; then periods.
        notes = notes.filter { !$0.isPeriod }.sorted { $0.bands.lowerBound > $1.bands.lowerBound }
            + notes.filter(\.isPeriod).sorted { $0.bands.lowerBound < $1.bands.lowerBound }
        for index in notes.indices { place(index, step: step, from: left, to: right) }
        let rows = (notes.map(\.row).max() ?? -1) + 1
        rowHeights = (0..<rows).map { row in notes.filter { $0.row == row }.map(\.block.height).max() ?? 0 }
    }

    /// Puts words into the lowest row in which they meet no others and no line: right of their line, or left of it.
    private mutating func place(_ index: Int, step: Double, from left: Double, to right: Double) {
        let note = notes[index]
        let (line, width, gap) = (left + Double(note.bands.lowerBound) * step, note.block.width, style.spaces.tick)
        let clamped = max(left, min(note.isPeriod ? line : line + gap, right - width))
        let sides = note.isPeriod ? [clamped] : [line + gap, line - gap - width].filter { $0 >= left && $0 + width <= right }
        let placed = notes[..<index]
        func isFree(_ row: Int, _ start: Double) -> Bool {
            placed.allSatisfy { other in
                let isApart = other.left >= start + width + gap * 2 || other.left + other.block.width + gap * 2 <= start
                let crosses = other.isPeriod || other.row < row || other.line <= start || other.line >= start + width
                return (isApart || other.row != row) && crosses
            }
        }
        let free = (0...placed.count).lazy.compactMap { row in sides.first { isFree(row, $0) }.map { (row, $0) } }.first
        (notes[index].row, notes[index].left) = free ?? ((placed.map(\.row).max() ?? -1) + 1, clamped)
        notes[index].line = line
    }

    /// Grounds, which lie behind everything.
    func grounds(in space: PlotSpace) -> [SceneItem] {
        notes.filter(\.isPeriod).map { note in
            .shape(ShapeItem(.rectangle(area(note, space)), fill: style.colours.shade))
        }
    }

    /// Lines of events, and all words.
    ///
    /// - Parameters:
    ///   - top: of the rows.
    ///   - isCovered: whether marks hide the grounds of periods, which then have lines at their ends.
    func items(in space: PlotSpace, top: Double, isCovered: Bool) -> [SceneItem] {
        let bottom = top + rowHeights.reduce(0, +)
        return notes.flatMap { note -> [SceneItem] in
            // The first row is the lowest.
            let y = bottom - rowHeights[...note.row].reduce(0, +)
            let words = note.block.items(at: Point(x: note.left, y: y))
            let area = area(note, space)
            let top = note.isPeriod ? space.frame.minY : y + style.spaces.tick / 2
            let lines = note.isPeriod ? (isCovered ? [area.minX, area.maxX] : []) : [area.minX]
            return lines.map { x in
                let line = Path.line(from: Point(x: x, y: top), to: Point(x: x, y: space.frame.maxY))
                return .shape(ShapeItem(line, stroke: style.stroke(of: .reference)))
            } + words
        }
    }

    private func area(_ note: Note, _ space: PlotSpace) -> Rect {
        let step = space.bands.step
        let ends = Double(note.bands.lowerBound) * step...Double(note.bands.upperBound + 1) * step
        return space.rect(along: ends, up: 0...space.frame.height)
    }
}
