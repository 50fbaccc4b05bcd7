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
        /// Where its line comes down; nil for a period.
        var line: Double?

        var words: ClosedRange<Double> { left...left + block.width }
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
        notes.sort { ($0.bands.lowerBound, $0.isPeriod ? 0 : 1) < ($1.bands.lowerBound, $1.isPeriod ? 0 : 1) }
        place(from: left, to: right, step: step)
        let count = notes.reduce(0) { max($0, $1.row + 1) }
        rowHeights = (0..<count).map { row in notes.filter { $0.row == row }.map(\.block.height).max() ?? 0 }
    }

    /// Words stand after their line, and before it where the right edge, or words that do so, would not leave them room.
    ///
    /// Those after their lines are placed from the last, those before from the first: a line then comes down beside the
    /// words in the rows nearer to the plot.
    private mutating func place(from left: Double, to right: Double, step: Double) {
        var flipped: [Int] = []
        for index in notes.indices.reversed() {
            let width = notes[index].block.width
            let start = left + Double(notes[index].bands.lowerBound) * step
            guard !notes[index].isPeriod else {
                notes[index].left = max(left, min(start, right - width))
                continue
            }
            notes[index].line = start
            let next = flipped.last.map { notes[$0].left } ?? .infinity
            let isFlipped = start + style.spaces.tick + width > right || start > next
            if isFlipped { flipped.append(index) }
            notes[index].left = isFlipped ? max(left, start - style.spaces.tick - width) : start + style.spaces.tick
        }
        var placed: [Note] = []
        for index in flipped.reversed() + notes.indices.reversed().filter({ !flipped.contains($0) }) {
            notes[index].row = Self.row(for: notes[index], among: placed, apart: style.spaces.tick * 2)
            placed.append(notes[index])
        }
    }

    /// The lowest row in which words meet no other, and lines run through none.
    private static func row(for note: Note, among placed: [Note], apart space: Double) -> Int {
        let wide = note.left - space...note.words.upperBound + space
        func isFree(_ row: Int) -> Bool {
            placed.allSatisfy { other in
                if other.row == row { return !other.words.overlaps(wide) }
                if other.row < row { return note.line.map { !other.words.contains($0) } ?? true }
                return other.line.map { !note.words.contains($0) } ?? true
            }
        }
        let rows = (placed.map(\.row).max() ?? -1) + 1
        return (0..<rows).first(where: isFree) ?? rows
    }

    /// Grounds, which lie behind everything.
    func grounds(in space: PlotSpace) -> [SceneItem] {
        notes.filter(\.isPeriod).map { note in
            .shape(ShapeItem(.rectangle(area(note, space)), fill: style.colours.shade))
        }
    }

    /// Lines of events, and all words.
    ///
    /// - Parameter top: of the rows.
    func items(in space: PlotSpace, top: Double) -> [SceneItem] {
        let bottom = top + rowHeights.reduce(0, +)
        return notes.flatMap { note -> [SceneItem] in
            // The first row is the lowest.
            let y = bottom - rowHeights[...note.row].reduce(0, +)
            let words = note.block.items(at: Point(x: note.left, y: y))
            guard !note.isPeriod else { return words }
            let x = area(note, space).minX
            let line = Path.line(from: Point(x: x, y: y + style.spaces.tick / 2), to: Point(x: x, y: space.frame.maxY))
            return [.shape(ShapeItem(line, stroke: style.stroke(of: .reference)))] + words
        }
    }

    private func area(_ note: Note, _ space: PlotSpace) -> Rect {
        let step = space.bands.step
        let ends = Double(note.bands.lowerBound) * step...Double(note.bands.upperBound + 1) * step
        return space.rect(along: ends, up: 0...space.frame.height)
    }
}
