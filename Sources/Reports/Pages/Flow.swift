package import Scenes

/// What runs through the columns, in the author's order.
package enum FlowItem {
    case line(FlowLine)
    /// A figure is wanted here, by its index.
    case figure(Int)
}

/// A line on its way into a column.
package struct FlowLine {
    package var content: SetLine
    /// From the column's left edge.
    package var x = 0.0
    /// A multiple of the grid, but for code.
    package var height: Double
    /// From the line's top to its baseline.
    package var baseline: Double
    /// Dropped at the head of a column; a multiple of the grid, but for code.
    package var spaceBefore = 0.0
    /// To the next line, at least.
    package var spaceAfter = 0.0
    /// What code stands on, off the grid; the line after it stands on the grid again.
    package var ground: Ground?
    /// Whether the next line must stand in the same column.
    package var keepsWithNext = false
    package var bookmark: (title: String, level: Int)?
}

/// A figure as wide as it will stand, with the place that it takes on the grid.
package struct FigureBox {
    package enum Width: Sendable { case column, page }

    package var name: String
    package var width: Width
    package var items: [SceneItem]
    package var height: Double

    package init(name: String, width: Width, items: [SceneItem], height: Double) {
        self.name = name
        self.width = width
        self.items = items
        self.height = height
    }
}

/// A footnote, set to the width of a column: its lines from the top, and what stands above the first of them where the note goes
/// on in another column.
package struct NoteBox {
    package var lines: [FlowLine]
    package var continued: FlowLine?

    /// How high some of its lines are.
    package func height(of part: NotePart) -> Double {
        lines[part.lines].reduce(part.lines.lowerBound > 0 ? continued?.height ?? 0 : 0) { $0 + $1.height }
    }
}

/// Lines of a note that stand in one column: all of them, but where no column takes so many.
package struct NotePart: Hashable, Sendable {
    /// Of the note.
    package var index: Int
    package var lines: Range<Int>
}

/// How far the flow has been set.
package struct Cursor {
    /// The next item.
    package var item = 0
    /// Figures of a column's width that did not fit where they were wanted, in order.
    package var waiting: [Int] = []
    /// The first figure of the page's width that waits for the next page: those that come after it wait too, since figures
    /// stand in the order of their numbers.
    package var held: Int?
    /// What is left of notes that go on in the next column, in order.
    package var notesLeft: [NotePart] = []
    /// Notes that were parted: where they are referred to again they are not said again.
    package var partedNotes: Set<Int> = []

    package init() {}
}

/// A column, filled.
package struct Column {
    package enum Piece {
        case line(FlowLine)
        case figure(Int)
    }

    /// Each piece and its top, from the top of the column.
    package var pieces: [(top: Double, piece: Piece)] = []
    package var notes: [NotePart] = []
    /// Figures of the page's width that are wanted here.
    package var wanted: [Int] = []
    /// How high it is filled, without notes.
    package var height = 0.0
    package var end = Cursor()

    /// Whether nothing stands in it at all.
    package var isEmpty: Bool { pieces.isEmpty && notes.isEmpty }

    /// Whether nothing stands yet beneath a heading, or another line that keeps with the next.
    fileprivate var endsWithHeading: Bool { if case .line(let line) = pieces.last?.piece { line.keepsWithNext } else { false } }
}

/// Fills columns with a flow: lines break where they may, figures that do not fit wait for the next column, notes stand
/// in the column that refers to them.
package struct ColumnFiller {
    package let items: [FlowItem]
    package let figures: [FigureBox]
    package let notes: [NoteBox]
    /// What notes take besides their lines: the rule and the space above it.
    package let noteOverhead: Double
    /// Between a figure and a text, above and below, at least.
    package let figureSpace: Double
    /// From baseline to baseline.
    package let grid: Double
    /// The height of a column that takes a whole page.
    package let fullHeight: Double

    package init(
        items: [FlowItem], figures: [FigureBox], notes: [NoteBox], noteOverhead: Double, figureSpace: Double, grid: Double, fullHeight: Double
    ) {
        self.items = items.partingLinesThatKeepTogether(higherThan: fullHeight)
        self.figures = figures
        self.notes = notes
        self.noteOverhead = noteOverhead
        self.figureSpace = figureSpace
        self.grid = grid
        self.fullHeight = fullHeight
    }

    /// The notes that a line refers to, and those that these refer to in their turn, as far as the column has none of them.
    private func newNotes(of line: FlowLine, in column: Column) -> [Int] {
        var found: [Int] = []
        var wanted = line.content.footnotes.map(\.index)[...]
        while let index = wanted.popFirst() {
            guard !found.contains(index), !column.end.partedNotes.contains(index), !column.notes.contains(where: { $0.index == index }) else { continue }
            found.append(index)
            wanted += notes[index].lines.flatMap { $0.content.footnotes.map(\.index) }
        }
        return found
    }

    private func whole(_ index: Int) -> NotePart { NotePart(index: index, lines: notes[index].lines.indices) }

    /// The place that the notes of a column take.
    package func height(ofNotes parts: [NotePart]) -> Double {
        parts.isEmpty ? 0 : parts.reduce(noteOverhead) { $0 + notes[$1.index].height(of: $1) }
    }

    package func isAtEnd(_ cursor: Cursor) -> Bool { cursor.item >= items.count && cursor.waiting.isEmpty && cursor.notesLeft.isEmpty }

    /// Columns side by side, each `height` points high.
    ///
    /// - Parameter deferred: figures of the page's width that will stand on a later page.
    package func columns(_ count: Int, from start: Cursor, height: Double, deferred: [Int] = []) -> [Column] {
        var columns: [Column] = []
        var cursor = start
        for _ in 0..<count {
            let column = self.column(from: cursor, height: height, deferred: deferred)
            cursor = column.end
            columns.append(column)
        }
        return columns
    }

    private func column(from start: Cursor, height: Double, deferred: [Int]) -> Column {
        var column = Column()
        column.end = start
        placeNotesLeft(in: &column, height: height)
        let empty = column
        placeWaiting(in: &column, height: height)
        // The state at the last place where the column may end.
        var legal = column.pieces.isEmpty ? nil : column
        filling: while column.end.item < items.count {
            switch items[column.end.item] {
            case .figure(let index):
                column.end.item += 1
                place(index, in: &column, height: height, deferred: deferred)
                if !column.endsWithHeading { legal = column }
            case .line(let line):
                if line.bookmark != nil, column.end.waiting.count > mostWaitingAtHeading { break filling }
                if !place(line, in: &column, height: height) {
                    if let legal { return legal }
                    // Nowhere to break: notes are parted rather than leaving the column empty.
                    let isParted = placePartingNotes(of: line, in: &column, height: height)
                    // A higher column on a later page may hold what belongs together; where this one is as
                    // high as any, lines are parted, and an empty column takes a line with as much of its notes as it holds, so
                    // that the flow moves on.
                    if !isParted {
                        guard height >= fullHeight - grid else { return empty }
                        guard column.isEmpty else { return column }
                        place(line, in: &column, parting: newNotes(of: line, in: column), height: height)
                    }
                }
                column.end.item += 1
                if !line.keepsWithNext { legal = column }
            }
        }
        // A heading whose figures wait goes with them.
        guard column.endsWithHeading, !column.end.waiting.isEmpty else { return column }
        return legal ?? (height >= fullHeight - grid ? column : empty)
    }

    private func mayPass(_ index: Int, _ cursor: Cursor) -> Bool { cursor.held.map { index < $0 } ?? true }

    private func placeWaiting(in column: inout Column, height: Double) {
        while let index = column.end.waiting.first, mayPass(index, column.end) {
            let space = column.pieces.isEmpty ? 0 : figureSpace
            guard column.height + space + figures[index].height + self.height(ofNotes: column.notes) <= height + tolerance else { return }
            column.end.waiting.removeFirst()
            append(index, to: &column)
        }
    }

    private func place(_ index: Int, in column: inout Column, height: Double, deferred: [Int]) {
        guard figures[index].width == .column else {
            column.wanted.append(index)
            if deferred.contains(index), column.end.held == nil { column.end.held = index }
            return
        }
        let space = column.pieces.isEmpty ? 0 : figureSpace
        let room = height - column.height - space - self.height(ofNotes: column.notes)
        if column.end.waiting.isEmpty, mayPass(index, column.end), figures[index].height <= room + tolerance {
            append(index, to: &column)
        } else {
            column.end.waiting.append(index)
        }
    }

    private func place(_ line: FlowLine, in column: inout Column, height: Double) -> Bool {
        let new = newNotes(of: line, in: column)
        // Notes stand in the order of their numbers: none begins before those that go on have ended.
        guard new.isEmpty || column.end.notesLeft.isEmpty else { return false }
        let notes = column.notes + new.map(whole)
        let needed = top(of: line, in: column) + line.height + self.height(ofNotes: notes)
        guard needed > height + tolerance else {
            append(line, to: &column)
            column.notes = notes
            return true
        }
        // What fits no column at all is parted in any that holds some of it.
        let isTooHigh = line.height + self.height(ofNotes: new.map(whole)) > fullHeight + tolerance
        return isTooHigh && placePartingNotes(of: line, in: &column, height: height)
    }

    private func append(_ line: FlowLine, to column: inout Column) {
        let top = top(of: line, in: column)
        column.pieces.append((top, .line(line)))
        column.height = top + line.height
    }

    // MARK: Notes that do not fit

    /// Sets a line with the beginning of its notes, where there is room for that; nothing where it has none.
    private func placePartingNotes(of line: FlowLine, in column: inout Column, height: Double) -> Bool {
        let new = newNotes(of: line, in: column)
        guard let first = new.first, column.end.notesLeft.isEmpty else { return false }
        let least = NotePart(index: first, lines: 0..<min(fewestNoteLines, notes[first].lines.count))
        let needed = top(of: line, in: column) + line.height + self.height(ofNotes: column.notes + [least])
        guard needed <= height + tolerance else { return false }
        place(line, in: &column, parting: new, height: height)
        return true
    }

    /// Sets a line, and of the notes that it refers to as much as fits beneath it; what is left goes on in the next column.
    private func place(_ line: FlowLine, in column: inout Column, parting new: [Int], height: Double) {
        append(line, to: &column)
        column.end.notesLeft = new.map(whole)
        takeNotesLeft(into: &column, room: roomBesideText(height, column))
        column.end.partedNotes.formUnion(column.end.notesLeft.map(\.index))
    }

    /// Goes on with the notes of the column before.
    private func placeNotesLeft(in column: inout Column, height: Double) {
        if !column.end.notesLeft.isEmpty { takeNotesLeft(into: &column, room: roomBesideText(height, column)) }
    }

    /// Where there is text still to come, room is left for some lines of it, so that a long note accompanies the text instead of
    /// interrupting it.
    private func roomBesideText(_ height: Double, _ column: Column) -> Double {
        let hasText = column.end.item < items.count || !column.end.waiting.isEmpty
        return hasText ? min(height - column.height, max(height - Double(linesBesideNotes) * grid, height / 2)) : height - column.height
    }

    private func takeNotesLeft(into column: inout Column, room: Double) {
        while let next = column.end.notesLeft.first {
            var part = NotePart(index: next.index, lines: next.lines.lowerBound..<next.lines.lowerBound)
            var isFull = false
            while part.lines.upperBound < next.lines.upperBound {
                let longer = NotePart(index: part.index, lines: part.lines.lowerBound..<part.lines.upperBound + 1)
                isFull = self.height(ofNotes: column.notes + [longer]) > room + tolerance
                if isFull { break }
                part = longer
            }
            if !part.lines.isEmpty { column.notes.append(part) }
            if isFull {
                column.end.notesLeft[0].lines = part.lines.upperBound..<next.lines.upperBound
                return
            }
            column.end.notesLeft.removeFirst()
        }
    }

    /// Sets a figure, and takes whole lines of the grid for it, so that the text beneath stays on its baselines, and
    /// figures that follow as many lines stand level in two columns.
    private func append(_ index: Int, to column: inout Column) {
        let above = column.pieces.isEmpty ? 0 : figureSpace
        column.pieces.append((column.height + above, .figure(index)))
        column.height = onGrid(column.height + above + figures[index].height + figureSpace)
    }

    private func top(of line: FlowLine, in column: Column) -> Double {
        // The space beneath a figure serves a heading as well.
        guard case .line(let last) = column.pieces.last?.piece else { return column.height }
        let top = column.height + max(last.spaceAfter, line.spaceBefore)
        return line.ground == nil ? onGrid(top) : top
    }

    private func onGrid(_ height: Double) -> Double { (height / grid - tolerance).rounded(.up) * grid }
}

/// A section begins when so many of the figures before it at most still wait for a place: what follows it would be far from them.
private let mostWaitingAtHeading = 1

/// Fewer lines of a note do not begin in a column.
private let fewestNoteLines = 2

/// How many lines of text a note that goes on leaves room for in a column.
private let linesBesideNotes = 12

/// Heights are multiples of the grid; this much is lost in adding them up.
private let tolerance = 0.01

extension [FlowItem] {
    /// Lines that all keep with the next may be parted where together they are higher than any column, but for the first and the
    /// last of them, which stand beside others.
    fileprivate func partingLinesThatKeepTogether(higherThan fullHeight: Double) -> [FlowItem] {
        var items = self
        var start = 0
        var height = 0.0
        for index in indices {
            guard case .line(let line) = self[index] else {
                (start, height) = (index + 1, 0)
                continue
            }
            height += line.height
            if line.keepsWithNext { continue }
            if height > fullHeight { items.partLines(in: start + linesAtEnds - 1..<index - linesAtEnds) }
            (start, height) = (index + 1, 0)
        }
        if height > fullHeight, start < count { items.partLines(in: start + linesAtEnds - 1..<count - linesAtEnds) }
        return items
    }

    private mutating func partLines(in range: Range<Int>) {
        for index in range {
            guard case .line(var line) = self[index] else { continue }
            line.keepsWithNext = false
            self[index] = .line(line)
        }
    }
}

/// How many lines stand together at each end of what is parted.
private let linesAtEnds = 2
