import Scenes

/// Text beside figures of the page's width runs at least this many lines high in a column, or not at all.
private let fewestLines = 10

/// A page with everything in its place but what only the whole brief can tell: its number of how many.
package struct PageLayout {
    /// From the top of the text area, in points.
    package struct Placed {
        package var figure: Int
        package var top: Double
    }

    package var isFirst = false
    /// Figures of the page's width.
    package var figures: [Placed] = []
    /// Where the columns begin, and how high they are with their notes.
    package var columnsTop = 0.0
    package var columnsHeight = 0.0
    package var columns: [Column] = []
    /// Where the colophon begins, on the last page.
    package var colophonTop: Double?
}

/// Makes pages of a flow: figures of the page's width at the head or the foot, columns between, balanced on the last.
package struct PageMaker {
    package let filler: ColumnFiller
    package let columnCount: Int
    /// The height of the text area, and of the opening that takes the first page's head.
    package let height: Double
    package let openingHeight: Double
    package let colophonHeight: Double

    private var grid: Double { filler.grid }

    package func pages() -> [PageLayout] {
        var pages: [PageLayout] = []
        var cursor = Cursor()
        var waiting: [Int] = []
        repeat {
            let isFirst = pages.isEmpty
            var page = page(from: &cursor, waiting: &waiting, top: isFirst ? openingHeight : 0)
            page.isFirst = isFirst
            pages.append(page)
        } while pages[pages.count - 1].colophonTop == nil && pages.count < 10_000
        return pages
    }

    // MARK: One page

    private func page(from cursor: inout Cursor, waiting: inout [Int], top: Double) -> PageLayout {
        var page = PageLayout()
        var top = top
        if let figure = waiting.first, fits(figure, at: top), isNext(figure, cursor) {
            waiting.removeFirst()
            place(figure, at: &top, on: &page)
        }
        var feet: [Int] = []
        while let figure = waiting.first {
            if hasText(cursor), mayFollow(figure, cursor, waiting: waiting, top: top, feet: feet) {
                feet.append(figure)
            } else if feet.isEmpty, fits(figure, at: top), isAllBehind(figure, cursor, waiting: waiting, top: top) {
                place(figure, at: &top, on: &page)
            } else {
                break
            }
            waiting.removeFirst()
        }
        cursor.held = waiting.first
        if feet.isEmpty { leadingFigures(from: &cursor, waiting: &waiting, top: &top, page: &page) }

        var deferred: [Int] = waiting
        var columns = fill(from: cursor, top: top, feet: feet, deferred: deferred)
        while let figure = columns.flatMap(\.wanted).first(where: { !feet.contains($0) && !deferred.contains($0) }) {
            let tried = feet + [figure]
            if deferred.isEmpty, leavesText(top: top, feet: tried) {
                let again = fill(from: cursor, top: top, feet: tried, deferred: deferred)
                let isOvertaking = again.last?.end.waiting.contains { $0 < figure } ?? false
                if again.flatMap(\.wanted).contains(figure), !isOvertaking {
                    feet = tried
                    columns = again
                    continue
                }
            }
            deferred.append(figure)
            columns = fill(from: cursor, top: top, feet: feet, deferred: deferred)
        }

        let end = columns.last?.end ?? cursor
        if filler.isAtEnd(end), deferred.isEmpty {
            if let last = lastPage(page, from: cursor, top: top, feet: feet) {
                cursor = end
                return last
            }
            // Only the colophon does not fit. Some of the prose goes with it to the next page.
            if feet.isEmpty, leavesText(top: top + colophonHeight, feet: []) {
                columns = fill(from: cursor, top: top + colophonHeight, feet: [], deferred: deferred)
            }
        }
        return fullPage(page, columns, from: &cursor, waiting: &waiting, deferred: deferred, top: top, feet: feet)
    }

    /// Whether a figure of the page's width that waits has a place beneath what is left of the flow, with those before it above.
    private func mayFollow(_ figure: Int, _ cursor: Cursor, waiting: [Int], top: Double, feet: [Int]) -> Bool {
        guard leavesText(top: top, feet: feet + [figure]) else { return false }
        let columns = fill(before: figure, cursor, waiting: waiting, top: top, feet: feet + [figure])
        return columns.last?.end.waiting.allSatisfy { $0 > figure } ?? true
    }

    /// Whether no figure of a column's width waits that stands before one of the page's width.
    private func isNext(_ figure: Int, _ cursor: Cursor) -> Bool { cursor.waiting.allSatisfy { $0 > figure } }

    /// Whether nothing of the flow may stand before a figure of the page's width that waits.
    private func isAllBehind(_ figure: Int, _ cursor: Cursor, waiting: [Int], top: Double) -> Bool {
        isNext(figure, cursor) && fill(before: figure, cursor, waiting: waiting, top: top, feet: []).allSatisfy(\.pieces.isEmpty)
    }

    private func fill(before figure: Int, _ cursor: Cursor, waiting: [Int], top: Double, feet: [Int]) -> [Column] {
        var cursor = cursor
        cursor.held = figure
        return fill(from: cursor, top: top, feet: feet, deferred: waiting)
    }

    /// Figures that are wanted before any text of the page stand at its head.
    private func leadingFigures(
        from cursor: inout Cursor, waiting: inout [Int], top: inout Double, page: inout PageLayout
    ) {
        while waiting.isEmpty, cursor.item < filler.items.count, case .figure(let figure) = filler.items[cursor.item],
            filler.figures[figure].width == .page
        {
            cursor.item += 1
            if fits(figure, at: top) { place(figure, at: &top, on: &page) } else { waiting.append(figure) }
        }
    }

    /// A page that others follow. Where the prose ends on it, and only figures are left, its columns are balanced too.
    private func fullPage(
        _ page: PageLayout, _ filled: [Column], from cursor: inout Cursor, waiting: inout [Int], deferred: [Int],
        top: Double, feet: [Int]
    ) -> PageLayout {
        var page = page
        page.columnsTop = top
        page.columnsHeight = room(top: top, feet: feet)
        page.columns = filled
        let end = filled.last?.end ?? cursor
        if filler.isAtEnd(end),
            let balanced = balanced(from: cursor, most: page.columnsHeight, feet: feet, deferred: deferred)
        {
            page.columns = balanced.columns
            page.columnsHeight = balanced.height
        }
        place(feet, from: height - heightOfFeet(feet), on: &page)
        cursor = end
        waiting = deferred
        return page
    }

    /// The page as the last one, its columns balanced above their figures and the colophon; nil where that does not fit.
    private func lastPage(_ page: PageLayout, from cursor: Cursor, top: Double, feet: [Int]) -> PageLayout? {
        let most = height - top - heightOfFeet(feet) - colophonHeight
        guard let balanced = balanced(from: cursor, most: most, feet: feet, deferred: []) else { return nil }
        var page = page
        page.columnsTop = top
        page.columnsHeight = balanced.height
        page.columns = balanced.columns
        place(feet, from: top + balanced.height, on: &page)
        page.colophonTop = height - colophonHeight
        return page
    }

    /// All that is left of the flow in columns as low as can be; nil where it takes more than `most`.
    private func balanced(
        from cursor: Cursor, most: Double, feet: [Int], deferred: [Int]
    ) -> (columns: [Column], height: Double)? {
        var lines = 0.0
        while lines * grid <= most + 0.001 {
            let height = lines * grid
            let columns = filler.columns(columnCount, from: cursor, height: height, deferred: deferred)
            let fits = columns.allSatisfy { $0.height + filler.height(ofNotes: $0.notes) <= height + filler.figureSpace + grid }
            if fits, filler.isAtEnd(columns.last?.end ?? cursor),
                columns.flatMap(\.wanted).allSatisfy({ feet.contains($0) || deferred.contains($0) })
            {
                return (columns, height)
            }
            lines += 1
        }
        return nil
    }

    /// Figures of the page's width one beneath the other.
    private func place(_ feet: [Int], from top: Double, on page: inout PageLayout) {
        var y = top
        for figure in feet {
            y += filler.figureSpace
            page.figures.append(.init(figure: figure, top: y))
            y += filler.figures[figure].height
        }
    }

    // MARK: Heights

    private func hasText(_ cursor: Cursor) -> Bool { !filler.isAtEnd(cursor) }

    private func leavesText(top: Double, feet: [Int]) -> Bool {
        room(top: top, feet: feet) >= Double(fewestLines) * grid
    }

    private func place(_ figure: Int, at top: inout Double, on page: inout PageLayout) {
        page.figures.append(.init(figure: figure, top: top))
        top += ((filler.figures[figure].height + filler.figureSpace) / grid - 0.001).rounded(.up) * grid
    }

    private func fits(_ figure: Int, at top: Double) -> Bool {
        top + filler.figures[figure].height <= height + 0.01
    }

    private func heightOfFeet(_ feet: [Int]) -> Double {
        feet.reduce(0) { $0 + filler.figureSpace + filler.figures[$1].height }
    }

    /// The height that is left for columns: whole lines of the grid.
    private func room(top: Double, feet: [Int]) -> Double {
        ((height - top - heightOfFeet(feet)) / grid + 0.001).rounded(.down) * grid
    }

    private func fill(from cursor: Cursor, top: Double, feet: [Int], deferred: [Int]) -> [Column] {
        let room = room(top: top, feet: feet)
        guard leavesText(top: top, feet: feet) else {
            var empty = Column()
            empty.end = cursor
            return [Column](repeating: empty, count: columnCount)
        }
        return filler.columns(columnCount, from: cursor, height: room, deferred: deferred)
    }
}
