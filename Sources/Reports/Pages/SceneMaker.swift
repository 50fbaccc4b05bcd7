package import Figures
package import Scenes

/// Turns laid-out pages into scenes: the one pass that knows how many pages there are and where each note stands.
package struct SceneMaker {
    package let style: PageStyle
    package let paper: Size
    package let layouts: [PageLayout]
    package let figures: [FigureBox]
    package let notes: [NoteBox]
    package let noteOverhead: Double
    package let opening: ArrangedContent
    package let colophon: ColophonBox
    package let measurer: any TextMeasurer
    /// "2 of 4" for a page and the number of pages.
    package let folio: (Int, Int) -> String
    package let runningHead: RunningHead
    /// Where a link leads, in words.
    package let describe: (SetLine.Link) -> String

    /// The text area of each page.
    private var area: Rect {
        Rect(
            minX: style.marginLeft, minY: style.marginTop, maxX: paper.width - style.marginRight,
            maxY: paper.height - style.marginBottom)
    }

    private var columnWidth: Double { style.columnWidth(in: area.width) }

    /// The pages, and the headings in them as bookmarks.
    package func pages() -> (scenes: [Scene], bookmarks: [Document.Bookmark]) {
        let places = Places(self)
        let scenes = layouts.enumerated().map { index, layout in scene(layout, number: index + 1, places: places) }
        return (scenes, places.bookmarks)
    }

    private func scene(_ layout: PageLayout, number: Int, places: Places) -> Scene {
        var items: [SceneItem] = []
        if layout.isFirst {
            items.append(.group(GroupItem("opening", offset: Point(x: area.minX, y: area.minY), items: opening.items)))
        } else {
            items.append(runningHeadGroup)
        }
        let above = layout.figures.filter { $0.top < layout.columnsTop }
        let below = layout.figures.filter { $0.top >= layout.columnsTop }
        items += above.map { figureGroup($0.figure, at: Point(x: area.minX, y: area.minY + $0.top)) }
        for (index, column) in layout.columns.enumerated() where !column.isEmpty {
            items.append(columnGroup(column, at: ColumnPlace(page: number, index: index), layout: layout, places: places))
        }
        items += below.map { figureGroup($0.figure, at: Point(x: area.minX, y: area.minY + $0.top)) }
        if let part = layout.colophon, !part.lines.isEmpty {
            let lines = colophon.items(of: part.lines, width: area.width, style: style)
            items.append(.group(GroupItem("colophon", offset: Point(x: area.minX, y: area.minY + part.top), items: lines)))
        }
        items.append(folioGroup(number))
        return Scene(name: "page-\(number)", size: paper, background: style.background, items: items)
    }

    // MARK: Parts

    private func figureGroup(_ index: Int, at place: Point) -> SceneItem {
        .group(GroupItem("figure \(figures[index].name)", offset: place, items: figures[index].items))
    }

    private func columnGroup(_ column: Column, at columnPlace: ColumnPlace, layout: PageLayout, places: Places) -> SceneItem {
        let lines = column.pieces.compactMap { top, piece in if case .line(let line) = piece { (top: top, line: line) } else { nil } }
        var items = grounds(of: lines, in: style.codeGround)
        for (top, piece) in column.pieces {
            switch piece {
            case .line(let line): items.append(lineGroup(line, top: top, places: places))
            case .figure(let figure): items.append(figureGroup(figure, at: Point(x: 0, y: top)))
            }
        }
        items += noteItems(column, at: columnPlace, height: layout.columnsHeight, places: places)
        let place = Point(x: columnX(columnPlace.index), y: area.minY + layout.columnsTop)
        return .group(GroupItem("column \(columnPlace.index + 1)", offset: place, items: items))
    }

    private func lineGroup(_ line: FlowLine, top: Double, places: Places) -> SceneItem {
        let links = line.content.links.compactMap { link -> SceneItem? in
            places.target(of: link.destination).map {
                .link(LinkItem(area: link.area, target: $0, description: describe(link), content: link.content))
            }
        }
        return .group(
            GroupItem("line", offset: Point(x: line.x, y: top + line.baseline), items: line.content.items + links))
    }

    private func noteItems(_ column: Column, at place: ColumnPlace, height: Double, places: Places) -> [SceneItem] {
        guard !column.notes.isEmpty else { return [] }
        var y = height - column.notes.reduce(0) { $0 + notes[$1.index].height(of: $1) }
        let ruleY = y - (noteOverhead - style.noteGap)
        var items: [SceneItem] = [
            .shape(
                ShapeItem(
                    .line(from: Point(x: 0, y: ruleY), to: Point(x: min(style.noteRuleLength, columnWidth), y: ruleY)),
                    stroke: Stroke(style.ruleColour, width: style.noteRule)))
        ]
        for part in column.notes {
            let note = notes[part.index]
            let above = part.lines.lowerBound > 0 ? [note.continued].compactMap { $0 } : []
            var tops: [(top: Double, line: FlowLine)] = []
            for line in above + note.lines[part.lines] {
                tops.append((y, line))
                y += line.height
            }
            let lines = grounds(of: tops, in: style.codeGround) + tops.map { lineGroup($0.line, top: $0.top, places: places) }
            // What an earlier column has said is for the eye alone; its links are links all the same.
            let isRepeated = part.lines.lowerBound == 0 && places.firstColumn(ofNote: part.index) != place
            items += isRepeated ? [.group(GroupItem("note again", leaf: .artifact, items: lines))] : lines
        }
        return items
    }

    private var runningHeadGroup: SceneItem {
        let place = Point(x: area.minX, y: area.minY - style.runningHeadDistance)
        return .group(GroupItem("running head", leaf: .header, items: runningHead.items.map { $0.moved(by: place) }))
    }

    private func folioGroup(_ number: Int) -> SceneItem {
        let words = folio(number, layouts.count)
        let advance = measurer.advance(of: words, in: style.folio.font)
        let text = TextItem(
            words, font: style.folio.font, colour: style.folio.colour,
            origin: Point(x: area.maxX - advance, y: area.maxY + style.folioDistance), advance: advance)
        return .group(GroupItem("folio", leaf: .footer, items: [.text(text)]))
    }

    fileprivate func columnX(_ index: Int) -> Double {
        area.minX + Double(index) * (columnWidth + style.gutter)
    }

    fileprivate var origin: Point { Point(x: area.minX, y: area.minY) }
}

extension PageStyle {
    /// The width of one column where all of them share `width` points.
    package func columnWidth(in width: Double) -> Double {
        let count = columns.rounded()
        return (width - (count - 1) * gutter) / count
    }
}

/// A column of all pages.
private struct ColumnPlace: Hashable {
    var page: Int
    /// Within its page.
    var index: Int
}

/// Where headings, notes and references to them stand in the finished pages.
private struct Places {
    private(set) var bookmarks: [Document.Bookmark] = []
    private var figures: [Int: (page: Int, point: Point)] = [:]
    /// A note stands in each column that refers to it; here, in the first.
    private var notes: [Int: (column: ColumnPlace, point: Point)] = [:]
    private var references: [Int: (page: Int, point: Point)] = [:]

    init(_ maker: SceneMaker) {
        for (pageIndex, layout) in maker.layouts.enumerated() {
            for placed in layout.figures {
                figures[placed.figure] = (pageIndex + 1, Point(x: maker.origin.x, y: maker.origin.y + placed.top))
            }
            for (index, column) in layout.columns.enumerated() {
                let origin = Point(x: maker.columnX(index), y: maker.origin.y + layout.columnsTop)
                for (top, piece) in column.pieces {
                    let point = Point(x: origin.x, y: origin.y + top)
                    if case .figure(let figure) = piece { figures[figure] = (pageIndex + 1, point) }
                    guard case .line(let line) = piece else { continue }
                    if let bookmark = line.bookmark {
                        bookmarks.append(
                            .init(title: bookmark.title, level: bookmark.level, page: pageIndex + 1, position: point))
                    }
                    for reference in line.content.footnotes where references[reference.index] == nil {
                        references[reference.index] = (pageIndex + 1, point)
                    }
                }
                var y = origin.y + layout.columnsHeight - column.notes.reduce(0) { $0 + maker.notes[$1.index].height(of: $1) }
                for part in column.notes {
                    let note = maker.notes[part.index]
                    for reference in note.lines[part.lines].flatMap(\.content.footnotes) where references[reference.index] == nil {
                        references[reference.index] = (pageIndex + 1, Point(x: origin.x, y: y))
                    }
                    if notes[part.index] == nil { notes[part.index] = (ColumnPlace(page: pageIndex + 1, index: index), Point(x: origin.x, y: y)) }
                    y += note.height(of: part)
                }
            }
        }
    }

    func firstColumn(ofNote index: Int) -> ColumnPlace? { notes[index]?.column }

    func target(of destination: Destination) -> LinkItem.Target? {
        switch destination {
        case .address(let address): .address(address)
        case .figure(let index): figures[index].map { .place(page: $0.page, $0.point) }
        case .footnote(let index): notes[index].map { .place(page: $0.column.page, $0.point) }
        case .reference(let index): references[index].map { .place(page: $0.page, $0.point) }
        }
    }
}
