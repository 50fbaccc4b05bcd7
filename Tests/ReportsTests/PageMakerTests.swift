@testable import Reports
import Scenes
import TestSupport
import Testing

@Suite struct PageMakerTests {
    private let grid = 10.0

    /// A flow of paragraphs, headings and figures, the same for the same seed.
    private struct RandomFlow {
        var items: [FlowItem] = []
        var figures: [FigureBox] = []
        var notes: [NoteBox] = []
        /// For each line its paragraph and its place in it; headings have the paragraph −1.
        var marks: [(paragraph: Int, index: Int, count: Int)] = []

        init(seed: UInt64, grid: Double, widths: [FigureBox.Width]) {
            var random = SeededGenerator(seed: seed)
            for paragraph in 0..<Int.random(in: 10...40, using: &random) {
                if Int.random(in: 0..<5, using: &random) == 0 {
                    var line = FlowLine(content: SetLine(), height: grid, baseline: 8)
                    line.keepsWithNext = true
                    line.spaceBefore = grid
                    line.bookmark = ("A heading", 2)
                    items.append(.line(line))
                    marks.append((-1, 0, 1))
                }
                let count = Int.random(in: 1...12, using: &random)
                for index in 0..<count {
                    var line = FlowLine(content: SetLine(), height: grid, baseline: 8)
                    let after = count - 1 - index
                    line.keepsWithNext = after > 0 && (index == 0 || after == 1)
                    if Int.random(in: 0..<60, using: &random) == 0 {
                        line.content.footnotes = [(notes.count, 0)]
                        notes.append(NoteBox(lines: [FlowLine(content: SetLine(), height: 8, baseline: 6)]))
                    }
                    items.append(.line(line))
                    marks.append((paragraph, index, count))
                }
                if Int.random(in: 0..<6, using: &random) == 0 {
                    items.append(.figure(figures.count))
                    figures.append(
                        FigureBox(
                            name: "f\(figures.count)", width: widths.randomElement(using: &random) ?? .column, items: [],
                            height: Double.random(in: 30...150, using: &random)))
                }
            }
        }

        func filler(grid: Double) -> ColumnFiller {
            ColumnFiller(items: items, figures: figures, notes: notes, noteOverhead: 9, figureSpace: grid, grid: grid, fullHeight: 300)
        }
    }

    private func pages(_ flow: RandomFlow, columns: Int = 2, height: Double = 300, opening: Double = 70) -> [PageLayout] {
        PageMaker(
            filler: flow.filler(grid: grid), columnCount: columns, height: height, openingHeight: opening, colophonHeight: 40
        ).pages()
    }

    private func lines(_ column: Column) -> [FlowLine] {
        column.pieces.compactMap { if case .line(let line) = $0.piece { line } else { nil } }
    }

    private func placedFigures(_ page: PageLayout) -> [Int] {
        page.figures.map(\.figure)
            + page.columns.flatMap { $0.pieces.compactMap { if case .figure(let index) = $0.piece { index } else { nil } } }
    }

    @Test(arguments: (1...60).map(UInt64.init))
    func placesEverythingOnceInOrder(seed: UInt64) {
        let flow = RandomFlow(seed: seed, grid: grid, widths: [.column, .page])
        let pages = pages(flow)
        #expect(pages.flatMap(\.columns).flatMap(lines).count == flow.marks.count)
        #expect(pages.flatMap(placedFigures).sorted() == Array(flow.figures.indices))
        #expect(pages.flatMap(\.columns).flatMap(\.notes) == Array(flow.notes.indices))
        #expect(pages.last?.colophonTop != nil)
    }

    @Test(arguments: (1...60).map(UInt64.init))
    func leavesNoWidowNoOrphanAndNoHeadingAtTheFoot(seed: UInt64) {
        let flow = RandomFlow(seed: seed, grid: grid, widths: [.column, .page])
        var next = 0
        for column in pages(flow).flatMap(\.columns) {
            let lines = lines(column)
            guard !lines.isEmpty else { continue }
            let first = flow.marks[next]
            let last = flow.marks[next + lines.count - 1]
            next += lines.count
            #expect(last.paragraph >= 0, "a heading at the foot of a column")
            if last.paragraph >= 0, last.index < last.count - 1 { #expect(last.index > 0, "an orphan") }
            if first.index > 0 { #expect(first.index < first.count - 1, "a widow") }
        }
    }

    @Test(arguments: (1...60).map(UInt64.init))
    func staysWithinThePage(seed: UInt64) {
        let flow = RandomFlow(seed: seed, grid: grid, widths: [.column, .page])
        let filler = flow.filler(grid: grid)
        for page in pages(flow) {
            for column in page.columns where !column.pieces.isEmpty {
                var bottom = 0.0
                for (top, piece) in column.pieces {
                    #expect(top >= bottom - 0.01, "two pieces overlap")
                    switch piece {
                    case .line(let line): bottom = top + line.height
                    case .figure(let index): bottom = top + flow.figures[index].height
                    }
                }
                #expect(page.columnsTop + bottom + filler.height(ofNotes: column.notes) <= 300.01)
            }
            for placed in page.figures { #expect(placed.top + flow.figures[placed.figure].height <= 300.01) }
        }
    }

    @Test(arguments: (1...40).map(UInt64.init))
    func setsFiguresOnOrAfterThePageThatWantsThem(seed: UInt64) {
        let flow = RandomFlow(seed: seed, grid: grid, widths: [.column, .page])
        var lineBefore: [Int: Int] = [:]
        var count = 0
        for item in flow.items {
            switch item {
            case .line: count += 1
            case .figure(let index): lineBefore[index] = count
            }
        }
        var seen = 0
        for page in pages(flow) {
            seen += page.columns.flatMap(lines).count
            for figure in placedFigures(page) { #expect((lineBefore[figure] ?? 0) <= seen) }
        }
    }

    /// On one page a figure of a column may stand above a later one of the page's width, and beside it; but no page has a
    /// figure that belongs before one of an earlier page.
    @Test(arguments: (1...60).map(UInt64.init))
    func keepsFiguresInOrderFromPageToPage(seed: UInt64) {
        let flow = RandomFlow(seed: seed, grid: grid, widths: [.column, .page])
        var last = -1
        for page in pages(flow) {
            let figures = placedFigures(page)
            #expect(figures.allSatisfy { $0 > last })
            last = max(last, figures.max() ?? -1)
            let head = page.figures.filter { $0.top < page.columnsTop }.map(\.figure)
            #expect(figures.starts(with: head) && head.allSatisfy { $0 <= figures.min() ?? 0 || head.contains($0 - 1) })
        }
    }

    @Test(arguments: (1...60).map(UInt64.init))
    func sectionsStayNearTheFiguresBeforeThem(seed: UInt64) {
        let flow = RandomFlow(seed: seed, grid: grid, widths: [.column])
        // Where each figure is wanted, and how many there are before each heading, by the lines before.
        var wanted: [Int] = []
        var lineCount = 0
        for item in flow.items { if case .figure = item { wanted.append(lineCount) } else { lineCount += 1 } }
        var placed = 0
        lineCount = 0
        for piece in pages(flow).flatMap(\.columns).flatMap(\.pieces) {
            switch piece.piece {
            case .figure: placed += 1
            case .line(let line):
                if line.bookmark != nil { #expect(wanted.count { $0 <= lineCount } - placed <= 1, "a heading far from figures") }
                lineCount += 1
            }
        }
    }

    /// Were its figure to stand on the next page, the heading would be alone at the foot of this one.
    @Test func aHeadingGoesWithTheFigureBeneathIt() {
        var flow = RandomFlow(seed: 1, grid: grid, widths: [.column])
        var heading = FlowLine(content: SetLine(), height: grid, baseline: 8)
        heading.keepsWithNext = true
        heading.bookmark = ("Tables", 2)
        flow.items = (0..<40).map { _ in .line(FlowLine(content: SetLine(), height: grid, baseline: 8)) } + [.line(heading), .figure(0)]
        flow.figures = [FigureBox(name: "table", width: .column, items: [], height: 150)]
        for column in pages(flow).flatMap(\.columns) {
            if case .line(let line)? = column.pieces.last?.piece { #expect(line.bookmark == nil) }
        }
    }

    /// The second heading waits for the figures of the first, which does not stay behind alone.
    @Test func headingsOfFiguresAloneStandAboveThem() {
        var flow = RandomFlow(seed: 1, grid: grid, widths: [.column])
        func heading(_ title: String) -> FlowItem {
            var line = FlowLine(content: SetLine(), height: grid, baseline: 8)
            line.keepsWithNext = true
            line.bookmark = (title, 2)
            return .line(line)
        }
        flow.items = (0..<18).map { _ in .line(FlowLine(content: SetLine(), height: grid, baseline: 8)) }
            + [heading("First"), .figure(0), .figure(1), heading("Second"), .figure(2)]
        flow.figures = (0..<3).map { FigureBox(name: "f\($0)", width: .column, items: [], height: 120) }
        for column in pages(flow).flatMap(\.columns) {
            if case .line(let line)? = column.pieces.last?.piece { #expect(line.bookmark == nil) }
        }
    }

    @Test func balancesTheLastPage() {
        var flow = RandomFlow(seed: 1, grid: grid, widths: [.column])
        flow.items = (0..<20).map { _ in .line(FlowLine(content: SetLine(), height: grid, baseline: 8)) }
        flow.figures = []
        let last = pages(flow)
        #expect(last.count == 1)
        #expect(last[0].columns.map { lines($0).count } == [10, 10])
    }

    @Test func opensWithALeadingFigureOfThePagesWidth() {
        var flow = RandomFlow(seed: 1, grid: grid, widths: [.page])
        flow.items = [.figure(0)] + (0..<30).map { _ in .line(FlowLine(content: SetLine(), height: grid, baseline: 8)) }
        flow.figures = [FigureBox(name: "key", width: .page, items: [], height: 50)]
        let first = pages(flow)[0]
        #expect(first.figures.map(\.top) == [70])
        #expect(first.columnsTop == 130)
    }

    @Test func takesProseAlongWithAColophonThatDoesNotFit() {
        var flow = RandomFlow(seed: 1, grid: grid, widths: [.page])
        flow.figures = []
        flow.items = (0..<46).map { _ in .line(FlowLine(content: SetLine(), height: grid, baseline: 8)) }
        let pages = pages(flow)
        #expect(pages.count == 2)
        #expect(pages[1].colophonTop == 260)
        #expect(pages[1].columns.map { lines($0).count } == [4, 4])
    }
}
