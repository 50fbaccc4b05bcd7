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
    /// Where the colophon begins or goes on, and which of its lines stand here.
    package var colophon: (top: Double, lines: Range<Int>)?
    /// Whether nothing comes after it.
    package var isLast = false
}

/// Why a brief has no pages.
package enum LayoutProblem: Error, Hashable, Sendable {
    /// It has more of them than anyone prints.
    case tooManyPages(limit: Int)
    /// What comes next in the flow finds no place on any page: a fault of the program.
    case stuck(item: Int)
}

/// Makes pages of a flow: figures of the page's width at the head or the foot, columns between, balanced on the last.
package struct PageMaker {
    package let filler: ColumnFiller
    package let columnCount: Int
    /// The height of the text area, and of the opening that takes the first page's head.
    package let height: Double
    package let openingHeight: Double
    package let colophon: ColophonBox

    /// No brief has so many pages; a program that makes them has lost its way.
    package static let mostPages = 10_000

    private var grid: Double { filler.grid }

    /// The place that the colophon takes at the foot of the last page; none where it is higher than a page, and is parted.
    private var colophonHeight: Double { colophon.height <= height + tolerance ? colophon.height : 0 }

    package func pages() throws(LayoutProblem) -> [PageLayout] {
        var pages: [PageLayout] = []
        var cursor = Cursor()
        var waiting: [Int] = []
        var isAtEnd = false
        while !isAtEnd {
            guard pages.count < Self.mostPages else { throw .tooManyPages(limit: Self.mostPages) }
            let isFirst = pages.isEmpty
            let before = (cursor, waiting)
            var page = page(from: &cursor, waiting: &waiting, top: isFirst ? openingHeight : 0)
            page.isFirst = isFirst
            isAtEnd = page.isLast
            // The first page may be all opening; another one takes something of what is left.
            let isIdle = before.0.item == cursor.item && before.0.waiting == cursor.waiting && before.0.notesLeft == cursor.notesLeft && before.1 == waiting
            guard isFirst || isAtEnd || !isIdle else { throw .stuck(item: cursor.item) }
            pages.append(page)
        }
        let rest = restOfColophon(after: &pages[pages.count - 1])
        return pages + rest
    }

    /// The pages of a colophon that is higher than one: it begins beneath the text, where there is room for some of it.
    private func restOfColophon(after last: inout PageLayout) -> [PageLayout] {
        guard colophonHeight < colophon.height else { return [] }
        let bottom = max(last.columnsTop + last.columnsHeight, last.figures.map { $0.top + filler.figures[$0.figure].height }.max() ?? 0)
        var lines = colophon.lines(from: 0, in: height - bottom)
        if lines.count < fewestLines { lines = 0..<0 }
        if !lines.isEmpty { last.colophon = (height - colophon.height(of: lines), lines) }
        var pages: [PageLayout] = []
        while lines.upperBound < colophon.lines.count, pages.count < Self.mostPages {
            lines = colophon.lines(from: lines.upperBound, in: height)
            // A page holds twelve lines of the body at least; of the colophon it holds one.
            if lines.isEmpty { lines = lines.lowerBound..<lines.lowerBound + 1 }
            var page = PageLayout()
            page.colophon = (0, lines)
            pages.append(page)
        }
        last.isLast = pages.isEmpty
        if !pages.isEmpty { pages[pages.count - 1].isLast = true }
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
                let shorter = fill(from: cursor, top: top + colophonHeight, feet: [], deferred: deferred)
                if shorter.contains(where: { !$0.isEmpty }) { columns = shorter }
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
        isNext(figure, cursor) && fill(before: figure, cursor, waiting: waiting, top: top, feet: []).allSatisfy(\.isEmpty)
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
        page.isLast = true
        if colophonHeight > 0 { page.colophon = (height - colophonHeight, colophon.lines.indices) }
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

/// Heights are added up; this much is lost.
private let tolerance = 0.01
