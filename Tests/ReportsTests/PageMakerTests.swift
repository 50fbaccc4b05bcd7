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

    private func pages(
        _ flow: RandomFlow, columns: Int = 2, height: Double = 300, opening: Double = 70, colophon: [Double] = [30]
    ) throws -> [PageLayout] {
        let label = TextItem("About", font: Font(families: ["A"], size: 8), colour: Colour(screen: .init(red: 0, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 1)), origin: .zero, advance: 20)
        return try PageMaker(
            filler: flow.filler(grid: grid), columnCount: columns, height: height, openingHeight: opening,
            colophon: ColophonBox(lines: colophon.map { .init(items: [], label: label, height: $0) }, overhead: 10, ruleTop: 5)
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
    func placesEverythingOnceInOrder(seed: UInt64) throws {
        let flow = RandomFlow(seed: seed, grid: grid, widths: [.column, .page])
        let pages = try pages(flow)
        #expect(pages.flatMap(\.columns).flatMap(lines).count == flow.marks.count)
        #expect(pages.flatMap(placedFigures).sorted() == Array(flow.figures.indices))
        #expect(pages.flatMap(\.columns).flatMap(\.notes).map(\.index) == Array(flow.notes.indices))
        #expect(pages.last?.colophon?.lines == 0..<1 && pages.last?.isLast == true)
    }

    @Test(arguments: (1...60).map(UInt64.init))
    func leavesNoWidowNoOrphanAndNoHeadingAtTheFoot(seed: UInt64) throws {
        let flow = RandomFlow(seed: seed, grid: grid, widths: [.column, .page])
        var next = 0
        for column in try pages(flow).flatMap(\.columns) {
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
    func staysWithinThePage(seed: UInt64) throws {
        let flow = RandomFlow(seed: seed, grid: grid, widths: [.column, .page])
        let filler = flow.filler(grid: grid)
        for page in try pages(flow) {
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
    func setsFiguresOnOrAfterThePageThatWantsThem(seed: UInt64) throws {
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
        for page in try pages(flow) {
            seen += page.columns.flatMap(lines).count
            for figure in placedFigures(page) { #expect((lineBefore[figure] ?? 0) <= seen) }
        }
    }

    /// On one page a figure of a column may stand above a later one of the page's width, and beside it; but no page has a
    /// figure that belongs before one of an earlier page.
    @Test(arguments: (1...60).map(UInt64.init))
    func keepsFiguresInOrderFromPageToPage(seed: UInt64) throws {
        let flow = RandomFlow(seed: seed, grid: grid, widths: [.column, .page])
        var last = -1
        for page in try pages(flow) {
            let figures = placedFigures(page)
            #expect(figures.allSatisfy { $0 > last })
            last = max(last, figures.max() ?? -1)
            let head = page.figures.filter { $0.top < page.columnsTop }.map(\.figure)
            #expect(figures.starts(with: head) && head.allSatisfy { $0 <= figures.min() ?? 0 || head.contains($0 - 1) })
        }
    }

    @Test(arguments: (1...60).map(UInt64.init))
    func sectionsStayNearTheFiguresBeforeThem(seed: UInt64) throws {
        let flow = RandomFlow(seed: seed, grid: grid, widths: [.column])
        // Where each figure is wanted, and how many there are before each heading, by the lines before.
        var wanted: [Int] = []
        var lineCount = 0
        for item in flow.items { if case .figure = item { wanted.append(lineCount) } else { lineCount += 1 } }
        var placed = 0
        lineCount = 0
        for piece in try pages(flow).flatMap(\.columns).flatMap(\.pieces) {
            switch piece.piece {
            case .figure: placed += 1
            case .line(let line):
                if line.bookmark != nil { #expect(wanted.count { $0 <= lineCount } - placed <= 1, "a heading far from figures") }
                lineCount += 1
            }
        }
    }

    /// Were its figure to stand on the next page, the heading would be alone at the foot of this one.
    @Test func aHeadingGoesWithTheFigureBeneathIt() throws {
        var flow = RandomFlow(seed: 1, grid: grid, widths: [.column])
        var heading = FlowLine(content: SetLine(), height: grid, baseline: 8)
        heading.keepsWithNext = true
        heading.bookmark = ("Tables", 2)
        flow.items = (0..<40).map { _ in .line(FlowLine(content: SetLine(), height: grid, baseline: 8)) } + [.line(heading), .figure(0)]
        flow.figures = [FigureBox(name: "table", width: .column, items: [], height: 150)]
        for column in try pages(flow).flatMap(\.columns) {
            if case .line(let line)? = column.pieces.last?.piece { #expect(line.bookmark == nil) }
        }
    }

    /// The second heading waits for the figures of the first, which does not stay behind alone.
    @Test func headingsOfFiguresAloneStandAboveThem() throws {
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
        for column in try pages(flow).flatMap(\.columns) {
            if case .line(let line)? = column.pieces.last?.piece { #expect(line.bookmark == nil) }
        }
    }

    @Test func balancesTheLastPage() throws {
        var flow = RandomFlow(seed: 1, grid: grid, widths: [.column])
        flow.items = (0..<20).map { _ in .line(FlowLine(content: SetLine(), height: grid, baseline: 8)) }
        flow.figures = []
        let last = try pages(flow)
        #expect(last.count == 1)
        #expect(last[0].columns.map { lines($0).count } == [10, 10])
    }

    @Test func opensWithALeadingFigureOfThePagesWidth() throws {
        var flow = RandomFlow(seed: 1, grid: grid, widths: [.page])
        flow.items = [.figure(0)] + (0..<30).map { _ in .line(FlowLine(content: SetLine(), height: grid, baseline: 8)) }
        flow.figures = [FigureBox(name: "key", width: .page, items: [], height: 50)]
        let first = try pages(flow)[0]
        #expect(first.figures.map(\.top) == [70])
        #expect(first.columnsTop == 130)
    }

    @Test func takesProseAlongWithAColophonThatDoesNotFit() throws {
        var flow = RandomFlow(seed: 1, grid: grid, widths: [.page])
        flow.figures = []
        flow.items = (0..<46).map { _ in .line(FlowLine(content: SetLine(), height: grid, baseline: 8)) }
        let pages = try pages(flow)
        #expect(pages.count == 2)
        #expect(pages[1].colophon?.top == 260)
        #expect(pages[1].columns.map { lines($0).count } == [4, 4])
    }

    // MARK: What fits no column

    /// Headings, notes and notes of notes of any height, some of them higher than a page; each line has a number of its own as its x.
    private static func giants(seed: UInt64) -> (items: [FlowItem], figures: [FigureBox], notes: [NoteBox], colophon: [Double]) {
        var random = SeededGenerator(seed: seed)
        var items: [FlowItem] = []
        var figures: [FigureBox] = []
        var notes: [NoteBox] = []
        func size(_ random: inout SeededGenerator) -> Int { Int.random(in: 1...(Int.random(in: 0..<4, using: &random) == 0 ? 120 : 6), using: &random) }
        func note(_ random: inout SeededGenerator, depth: Int) -> Int {
            let index = notes.count
            let continued = FlowLine(content: SetLine(), height: 8, baseline: 6)
            notes.append(NoteBox(lines: [], continued: continued))
            var lines = (0..<size(&random)).map { FlowLine(content: SetLine(), x: Double(index * 1000 + $0), height: 8, baseline: 6) }
            if depth < 2, Int.random(in: 0..<4, using: &random) == 0 {
                lines[Int.random(in: lines.indices, using: &random)].content.footnotes = [(note(&random, depth: depth + 1), 0)]
            }
            notes[index].lines = lines
            return index
        }
        for _ in 0..<Int.random(in: 3...20, using: &random) {
            let isHeading = Int.random(in: 0..<3, using: &random) == 0
            let count = size(&random)
            for index in 0..<count {
                var line = FlowLine(content: SetLine(), x: Double(items.count), height: 10, baseline: 8)
                line.keepsWithNext = isHeading || keepsTogether(index, of: count)
                if isHeading, index == 0 { line.bookmark = ("A heading", 1) }
                while Int.random(in: 0..<12, using: &random) == 0 { line.content.footnotes.append((note(&random, depth: 0), 0)) }
                items.append(.line(line))
            }
            if seed % 2 == 0, Int.random(in: 0..<2, using: &random) == 0 {
                items.append(.figure(figures.count))
                let width = Bool.random(using: &random) ? FigureBox.Width.column : .page
                figures.append(FigureBox(name: "f\(figures.count)", width: width, items: [], height: Double.random(in: 30...290, using: &random)))
            }
        }
        return (items, figures, notes, (0..<size(&random)).map { _ in 8 })
    }

    @Test(arguments: (1...200).map(UInt64.init))
    func whatFitsNoColumnIsPartedAndNothingIsLost(seed: UInt64) throws {
        let (items, figures, notes, colophon) = Self.giants(seed: seed)
        let filler = ColumnFiller(items: items, figures: figures, notes: notes, noteOverhead: 9, figureSpace: 10, grid: 10, fullHeight: 300)
        let label = TextItem("About", font: Font(families: ["A"], size: 8), colour: Colour(screen: .init(red: 0, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 1)), origin: .zero, advance: 20)
        let box = ColophonBox(lines: colophon.map { .init(items: [], label: label, height: $0) }, overhead: 10, ruleTop: 5)
        let pages = try PageMaker(filler: filler, columnCount: 2, height: 300, openingHeight: 70, colophon: box).pages()
        let columns = pages.flatMap(\.columns)
        let numbers = items.indices.filter { if case .line = items[$0] { true } else { false } }
        #expect(columns.flatMap(lines).map(\.x) == numbers.map(Double.init), "each line once, in order")
        #expect(pages.flatMap(placedFigures).sorted() == Array(figures.indices), "each figure once")
        // What was said in an earlier column is said again, whole, in one that refers to it.
        var said: [Int: Int] = [:]
        for part in columns.flatMap(\.notes) {
            let before = said[part.index] ?? 0
            #expect(part.lines.lowerBound == before || part.lines == notes[part.index].lines.indices, "note \(part.index) goes on where it stopped")
            said[part.index] = max(before, part.lines.upperBound)
        }
        #expect(notes.indices.allSatisfy { said[$0] == notes[$0].lines.count }, "each note whole")
        #expect(pages.compactMap(\.colophon?.lines).flatMap { Array($0) } == Array(colophon.indices), "the colophon once, in order")
        #expect(pages.map(\.isLast) == pages.indices.map { $0 == pages.count - 1 })
        for page in pages {
            for column in page.columns where !column.isEmpty {
                var bottom = 0.0
                for (top, piece) in column.pieces {
                    #expect(top >= bottom - 0.01, "two pieces overlap")
                    switch piece {
                    case .line(let line): bottom = top + line.height
                    case .figure(let index): bottom = top + figures[index].height
                    }
                }
                #expect(
                    page.columnsTop + bottom + filler.height(ofNotes: column.notes) <= 300.01,
                    "\(column.pieces.count) pieces down to \(bottom) and \(column.notes), from \(page.columnsTop) to \(page.columnsHeight)")
                if let part = page.colophon { #expect(page.columnsTop + page.columnsHeight <= part.top + 0.01) }
            }
            if let part = page.colophon { #expect(part.top + box.height(of: part.lines) <= 300.01) }
        }
    }

    @Test func moreThanTheMostPagesAreAnError() {
        let items = (0..<600_000).map { FlowItem.line(FlowLine(content: SetLine(), x: Double($0), height: 10, baseline: 8)) }
        let filler = ColumnFiller(items: items, figures: [], notes: [], noteOverhead: 9, figureSpace: 10, grid: 10, fullHeight: 300)
        #expect(throws: LayoutProblem.tooManyPages(limit: 10_000)) {
            try PageMaker(filler: filler, columnCount: 1, height: 300, openingHeight: 0, colophon: ColophonBox(lines: [], overhead: 0, ruleTop: 0)).pages()
        }
    }
}
