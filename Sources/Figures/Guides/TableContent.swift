package import Scenes

/// A table: names at the left, values right-aligned in columns, heads at their foot.
package struct TableContent: FigureContent {
    package enum Role: Hashable, Sendable {
        case plain
        /// The month of the brief.
        case focus
        /// Set apart from the rows above.
        case total
    }

    package struct Cell: Hashable, Sendable {
        package var text: String
        /// Beside the value, out of the line of the numerals: "r".
        package var letters: String
        package var isMissing: Bool
        /// Left of the value.
        package var graphic: Graphic?

        package enum Graphic: Hashable, Sendable {
            /// From one share of the column's scale to another.
            case bar(from: Double, to: Double)
            case sparkline(Sparkline)
        }

        package init(_ text: String, letters: String = "", isMissing: Bool = false, graphic: Graphic? = nil) {
            self.text = text
            self.letters = letters
            self.isMissing = isMissing
            self.graphic = graphic
        }
    }

    package struct Row: Hashable, Sendable {
        package var name: String
        package var role: Role
        package var cells: [Cell]

        package init(_ name: String, role: Role, cells: [Cell]) {
            self.name = name
            self.role = role
            self.cells = cells
        }
    }

    let heads: [String]
    let rows: [Row]
    let style: FigureStyle

    /// - Parameter rows: each with a cell for each head.
    package init(heads: [String], rows: [Row], style: FigureStyle) {
        self.heads = heads
        self.rows = rows
        self.style = style
    }

    package func arranged(width: Double, height: Double, measurer: any TextMeasurer) -> ArrangedContent {
        let rows = rows.map { SetRow($0, nameWidth: width * style.spaces.nameShare, style: style, measurer: measurer) }
        let columns = Columns(heads: heads, rows: rows, width: width, style: style, measurer: measurer)
        var rules: [SceneItem] = []
        func rule(at y: Double, isStrong: Bool) {
            let stroke =
                isStrong
                ? Stroke(style.colours.strongRule, width: style.lines.strongRule)
                : Stroke(style.colours.rule, width: style.lines.rule)
            let path = Path.line(from: Point(x: 0, y: y), to: Point(x: columns.tableWidth, y: y))
            rules.append(.shape(ShapeItem(path, stroke: stroke)))
        }

        let headBlocks = zip(heads, columns.widths).map {
            TextBlock($0, style.texts.head, width: $1, alignment: .right, measurer: measurer)
        }
        let headHeight = headBlocks.map(\.height).max() ?? 0
        var contents = ContentNumbers()
        // Above the names there is nothing.
        var headCells = [StructureElement(.cell)]
        var headItems: [SceneItem] = []
        for (block, left) in zip(headBlocks, columns.lefts) {
            let content = contents.next()
            headItems += block.items(at: Point(x: left, y: headHeight - block.height), content: content)
            headCells.append(StructureElement(.headCell, attribute: .columnHead, children: [.content(content)]))
        }
        var y = headHeight + style.spaces.afterHead
        rule(at: y, isStrong: true)

        var rowItems: [SceneItem] = []
        var graphics: [SceneItem] = []
        var tableRows: [StructureElement] = []
        for (index, row) in rows.enumerated() {
            if index > 0 { rule(at: y, isStrong: row.role == .total) }
            y += style.spaces.cell
            let name = contents.next()
            rowItems += row.name.items(at: Point(x: 0, y: y), content: name)
            var rowCells = [StructureElement(.headCell, attribute: .rowHead, children: [.content(name)])]
            // Values stand on the first line of their name.
            let baseline = y + row.name.firstBaseline
            for (column, cell) in row.cells.enumerated() where columns.widths.indices.contains(column) {
                let right = columns.lefts[column] + columns.widths[column] - columns.letterWidths[column]
                let content = contents.next()
                rowItems += cell.value.items(
                    at: Point(x: right - cell.value.width, y: baseline - cell.value.firstBaseline), content: content)
                rowItems += cell.letters.items(at: Point(x: right, y: baseline - cell.letters.firstBaseline), content: content)
                rowCells.append(StructureElement(.cell, content))
                if let graphic = cell.graphic {
                    let end = right - columns.valueWidths[column] - (columns.valueWidths[column] > 0 ? style.spaces.label : 0)
                    let capital = measurer.metrics(of: style.texts.cell.font).capHeight
                    let bar = Rect(minX: columns.lefts[column], minY: baseline - capital, maxX: end, maxY: baseline)
                    let line = Rect(minX: bar.minX, minY: y, maxX: end, maxY: y + style.texts.cell.leading)
                    graphics += draw(graphic, bar: bar, line: line, isFocus: row.role == .focus)
                }
            }
            tableRows.append(StructureElement(.tableRow, rowCells))
            y += row.height + style.spaces.cell
        }
        rule(at: y, isStrong: true)
        let groups = [("heads", headItems), ("rules", rules), ("graphics", graphics), ("cells", rowItems)]
        let table = StructureElement(
            .table,
            [
                StructureElement(.tableHead, [StructureElement(.tableRow, headCells)]),
                StructureElement(.tableBody, tableRows),
            ])
        return ArrangedContent(
            height: y, items: groups.filter { !$0.1.isEmpty }.map { .group(GroupItem($0.0, items: $0.1)) }, structure: [table],
            shortfall: rows.reduce(columns.shortfall) { shortfall, row in
                shortfall.union(Shortfall(width: row.name.neededWidth.map { $0 / style.spaces.nameShare }))
            })
    }
}

extension TableContent {
    /// - Parameters:
    ///   - bar: the room of a bar, as high as the capitals.
    ///   - line: that of a line of months, as high as the row.
    fileprivate func draw(_ graphic: Cell.Graphic, bar box: Rect, line: Rect, isFocus: Bool) -> [SceneItem] {
        switch graphic {
        case .bar(let from, let to):
            let bar = Rect(minX: box.minX + from * box.width, minY: box.minY, maxX: box.minX + to * box.width, maxY: box.maxY)
            return bar.width > 0 ? [.shape(ShapeItem(.rectangle(bar), fill: isFocus ? style.colours.accent : style.colours.other))] : []
        case .sparkline(let sparkline): return sparkline.items(in: line, style: style)
        }
    }
}

/// A row whose texts are measured.
private struct SetRow {
    struct Cell {
        var value: TextBlock
        var letters: TextBlock
        var graphic: TableContent.Cell.Graphic?
    }

    let role: TableContent.Role
    let name: TextBlock
    let cells: [Cell]
    var height: Double { cells.reduce(name.height) { max($0, $1.value.height) } }

    init(_ row: TableContent.Row, nameWidth: Double, style: FigureStyle, measurer: any TextMeasurer) {
        role = row.role
        let (nameLook, look) = style.looks(of: row.role)
        name = TextBlock(row.name, nameLook, width: nameWidth, measurer: measurer)
        cells = row.cells.map { cell in
            var look = look
            if cell.isMissing { look.colour = style.colours.unknown }
            return Cell(
                value: TextBlock(cell.text, look, measurer: measurer),
                letters: TextBlock(cell.letters, style.texts.letter, measurer: measurer), graphic: cell.graphic)
        }
    }
}

extension FigureStyle {
    /// Of the name of a row and of its values.
    fileprivate func looks(of role: TableContent.Role) -> (name: TextStyle, value: TextStyle) {
        switch role {
        case .plain: (texts.name, texts.cell)
        case .focus: (texts.cellFocus, texts.cellFocus)
        case .total: (texts.total, texts.total)
        }
    }
}

/// Where the columns of a table stand.
private struct Columns {
    var widths: [Double]
    /// The room for letters at the right of each column.
    var letterWidths: [Double]
    /// Of the widest value of each column.
    var valueWidths: [Double]
    var lefts: [Double] = []
    var tableWidth: Double
    let shortfall: Shortfall

    /// Columns are alike, as wide as the style allows at most; where a word or a value is wider than its share, each has
    /// what it needs and a part of the rest.
    init(heads: [String], rows: [SetRow], width: Double, style: FigureStyle, measurer: any TextMeasurer) {
        func widest(_ width: (SetRow.Cell) -> Double, in column: Int) -> Double {
            rows.reduce(0) { $1.cells.indices.contains(column) ? max($0, width($1.cells[column])) : $0 }
        }
        let nameWidth = rows.map(\.name.width).max() ?? 0
        let letters = heads.indices.map { widest(\.letters.width, in: $0) }
        let numbers = heads.indices.map { widest(\.value.width, in: $0) }
        let graphics = heads.indices.map { widest({ $0.graphic == nil ? 0 : style.spaces.cellBar + style.spaces.label }, in: $0) }
        let values = heads.indices.map { numbers[$0] + letters[$0] + graphics[$0] }
        let words = zip(heads, values).map { head, value in
            max(value, MeasuredText([TextRun(head, style.texts.head)], measurer: measurer).widestPart)
        }
        letterWidths = letters
        valueWidths = numbers
        let available = width - nameWidth - style.spaces.column * Double(heads.count)
        let allWords = words.reduce(0, +)
        shortfall = Shortfall(width: allWords > available ? width - available + allWords : nil)
        let share = min(style.spaces.columnMost, available / Double(max(1, heads.count)))
        if words.allSatisfy({ $0 <= share }) {
            widths = words.map { _ in share }
        } else {
            if allWords <= available {
                let rest = (available - allWords) / Double(heads.count)
                widths = words.map { min($0 + rest, max($0, style.spaces.columnMost)) }
            } else {
                // Values are never cut; words are, where no width is left for them.
                let allValues = values.reduce(0, +)
                let part = allWords > allValues ? max(0, available - allValues) / (allWords - allValues) : 0
                widths = zip(values, words).map { $0 + ($1 - $0) * part }
            }
        }
        var x = nameWidth
        for column in widths {
            x += style.spaces.column
            lefts.append(x)
            x += column
        }
        tableWidth = x
    }
}
