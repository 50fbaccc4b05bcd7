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

/// A footnote, set to the width of a column: its lines from the top.
package struct NoteBox {
    package var lines: [FlowLine]
    package var height: Double { lines.reduce(0) { $0 + $1.height } }
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
    package var notes: [Int] = []
    /// Figures of the page's width that are wanted here.
    package var wanted: [Int] = []
    /// How high it is filled, without notes.
    package var height = 0.0
    package var end = Cursor()

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

    /// The notes of a column with those that a line refers to, and those that these refer to in their turn.
    private func notes(of column: Column, and line: FlowLine) -> [Int] {
        var all = column.notes
        var wanted = line.content.footnotes.map(\.index)[...]
        while let index = wanted.popFirst() {
            guard !all.contains(index) else { continue }
            all.append(index)
            wanted += notes[index].lines.flatMap { $0.content.footnotes.map(\.index) }
        }
        return all
    }

    /// The place that the notes of a column take.
    package func height(ofNotes indices: [Int]) -> Double {
        indices.isEmpty ? 0 : indices.reduce(noteOverhead) { $0 + notes[$1].height }
    }

    package func isAtEnd(_ cursor: Cursor) -> Bool { cursor.item >= items.count && cursor.waiting.isEmpty }

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
                guard place(line, in: &column, height: height) else {
                    if let legal { return legal }
                    // Nowhere to break. A higher column on a later page may hold what belongs together; where this one is as
                    // high as any, lines are parted, and an empty column takes a line, so that the flow moves on.
                    guard height >= fullHeight - grid else { return empty }
                    if column.pieces.isEmpty {
                        append(line, to: &column)
                        column.end.item += 1
                    }
                    return column
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
        let notes = notes(of: column, and: line)
        let needed = top(of: line, in: column) + line.height + self.height(ofNotes: notes)
        guard needed <= height + tolerance else { return false }
        append(line, to: &column)
        return true
    }

    private func append(_ line: FlowLine, to column: inout Column) {
        let top = top(of: line, in: column)
        column.pieces.append((top, .line(line)))
        column.height = top + line.height
        column.notes = notes(of: column, and: line)
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

/// Heights are multiples of the grid; this much is lost in adding them up.
private let tolerance = 0.01
