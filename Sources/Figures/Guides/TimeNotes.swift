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
    var height: Double { rowHeights.isEmpty ? 0 : rowHeights.reduce(0, +) + style.spaces.label }

    /// - Parameters:
    ///   - left: the left edge of the plot.
    ///   - right: its right edge.
    ///   - hasWords: whether the words stand above it; otherwise they stand above a plot beside it.
    init(
        _ annotations: Annotations, on plot: Plot, from left: Double, to right: Double, hasWords: Bool, style: FigureStyle,
        measurer: any TextMeasurer
    ) {
        self.style = style
        let step = (right - left) / Double(max(1, plot.bands.count))
        // Words stand wholly on one side of an event's line.
        func block(_ text: String, share: Double) -> TextBlock {
            TextBlock(hasWords ? text : "", style.texts.annotation, width: min(style.spaces.callout, (right - left) * share), measurer: measurer)
        }
        for period in annotations.periods {
            guard let bands = plot.bands(of: period.months) else { continue }
            notes.append(Note(block: block(period.text, share: 1), bands: bands, isPeriod: true))
        }
        for event in annotations.events {
            guard let band = plot.band(of: event.month) else { continue }
            notes.append(Note(block: block(event.text, share: 0.5), bands: band...band, isPeriod: false))
        }
        let periods = notes.filter(\.isPeriod).sorted { $0.bands.lowerBound < $1.bands.lowerBound }
        let events = notes.filter { !$0.isPeriod }.sorted { $0.bands.lowerBound < $1.bands.lowerBound }
        let places = Places(left: left, right: right, step: step, gap: style.spaces.tick)
        // From the last on with the words after their lines, or from the first on with the words before: either way a line
        // comes down beside the words in the rows nearer to the plot.
        let attempts = [places.placed(events.reversed() + periods, allAfter: true), places.placed(events + periods, allAfter: false)]
        notes = (attempts.first { $0.isClear } ?? attempts[0]).notes
        let rows = (notes.map(\.row).max() ?? -1) + 1
        if hasWords { rowHeights = (0..<rows).map { row in notes.filter { $0.row == row }.map(\.block.height).max() ?? 0 } }
    }

    /// Finds rows and sides for words.
    private struct Places {
        let left, right, step, gap: Double

        /// - Parameter allAfter: whether words stand after their lines where there is room; otherwise before.
        func placed(_ notes: [Note], allAfter: Bool) -> (notes: [Note], isClear: Bool) {
            var placed: [Note] = []
            var isClear = true
            for note in notes {
                var note = note
                note.line = left + Double(note.bands.lowerBound) * step
                let width = note.block.width
                let clamped = max(left, min(note.isPeriod ? note.line : note.line + gap, right - width))
                let sides = allAfter ? [note.line + gap, note.line - gap - width] : [note.line - gap - width]
                let starts = note.isPeriod ? [clamped] : sides.filter { $0 >= left && $0 + width <= right }
                let free = (0...placed.count).lazy.compactMap { row in
                    starts.first { start in placed.allSatisfy { isFree(note, row, start, of: $0) } }.map { (row, $0) }
                }.first
                isClear = isClear && free != nil
                (note.row, note.left) = free ?? ((placed.map(\.row).max() ?? -1) + 1, clamped)
                placed.append(note)
            }
            return (placed, isClear)
        }

        /// Whether words in a row meet no others, and no line runs through words in the rows that it passes.
        private func isFree(_ note: Note, _ row: Int, _ start: Double, of other: Note) -> Bool {
            let (width, end) = (note.block.width, other.left + other.block.width)
            let isApart = other.left >= start + width + gap * 2 || end + gap * 2 <= start
            let itsLine = other.isPeriod || other.row < row || other.line <= start || other.line >= start + width
            let ownLine = note.isPeriod || row < other.row || note.line <= other.left || note.line >= end
            return (isApart || other.row != row) && itsLine && ownLine
        }
    }

    /// Grounds, which lie behind everything, up to their words.
    ///
    /// - Parameter top: of the rows.
    func grounds(in space: PlotSpace, top: Double) -> [SceneItem] {
        notes.filter(\.isPeriod).map { note in
            let area = area(note, space)
            let edge = rowHeights.isEmpty ? area.minY : top + rowHeights.reduce(0, +) + style.spaces.label / 2
            return .shape(ShapeItem(.rectangle(Rect(minX: area.minX, minY: edge, maxX: area.maxX, maxY: area.maxY)), fill: style.colours.shade))
        }
    }

    /// Lines of events, and all words.
    ///
    /// - Parameters:
    ///   - top: of the rows.
    ///   - isCovered: whether marks hide the grounds of periods, which then have lines at their ends.
    ///   - labels: of the marks, which lines stop at.
    func items(in space: PlotSpace, top: Double, isCovered: Bool, labels: [Rect]) -> [SceneItem] {
        let bottom = top + rowHeights.reduce(0, +)
        return notes.flatMap { note -> [SceneItem] in
            // The first row is the lowest.
            let y = bottom - rowHeights.prefix(note.row + 1).reduce(0, +)
            let words = note.block.items(at: Point(x: note.left, y: y))
            let area = area(note, space)
            let top = note.isPeriod || rowHeights.isEmpty ? space.frame.minY : y + style.spaces.tick / 2
            let lines = note.isPeriod ? (isCovered ? [area.minX, area.maxX] : []) : [area.minX]
            return lines.flatMap { line(at: $0, from: top, to: space.frame.maxY, around: labels) } + words
        }
    }

    private func line(at x: Double, from top: Double, to bottom: Double, around labels: [Rect]) -> [SceneItem] {
        var pieces: [(Double, Double)] = []
        var start = top
        for box in labels.filter({ $0.minX < x && x < $0.maxX }).sorted(by: { $0.minY < $1.minY }) {
            pieces.append((start, min(box.minY, bottom)))
            start = max(start, box.maxY)
        }
        return (pieces + [(start, bottom)]).filter { $0.0 < $0.1 }.map { from, to in
            .shape(ShapeItem(.line(from: Point(x: x, y: from), to: Point(x: x, y: to)), stroke: style.stroke(of: .reference)))
        }
    }

    private func area(_ note: Note, _ space: PlotSpace) -> Rect {
        let step = space.bands.step
        let ends = Double(note.bands.lowerBound) * step...Double(note.bands.upperBound + 1) * step
        return space.rect(along: ends, up: 0...space.frame.height)
    }
}
