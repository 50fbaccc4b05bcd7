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

        package init(_ text: String, letters: String = "", isMissing: Bool = false) {
            self.text = text
            self.letters = letters
            self.isMissing = isMissing
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
        let columns = Columns(self, width: width, measurer: measurer)
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
        let headItems = zip(headBlocks, columns.lefts).flatMap { $0.items(at: Point(x: $1, y: headHeight - $0.height)) }
        var y = headHeight + style.spaces.afterHead
        rule(at: y, isStrong: true)

        var rowItems: [SceneItem] = []
        for (index, row) in rows.enumerated() {
            if index > 0 { rule(at: y, isStrong: row.role == .total) }
            y += style.spaces.cell
            let name = TextBlock(row.name, look(of: row.role, isName: true), width: columns.nameWidth, measurer: measurer)
            rowItems += name.items(at: Point(x: 0, y: y))
            var height = name.height
            for (column, cell) in row.cells.enumerated() where columns.widths.indices.contains(column) {
                let block = block(cell, row.role, measurer)
                let right = columns.lefts[column] + columns.widths[column] - columns.letterWidths[column]
                // Values stand on the first line of their name.
                let place = Point(x: right - block.width, y: y + name.firstBaseline - block.firstBaseline)
                rowItems += block.items(at: place)
                if !cell.letters.isEmpty {
                    let letters = TextBlock(cell.letters, style.texts.letter, measurer: measurer)
                    rowItems += letters.items(at: Point(x: right, y: y + name.firstBaseline - letters.firstBaseline))
                }
                height = max(height, block.height)
            }
            y += height + style.spaces.cell
        }
        rule(at: y, isStrong: true)
        let groups = [("heads", headItems), ("rules", rules), ("cells", rowItems)]
        return ArrangedContent(
            height: y, items: groups.filter { !$0.1.isEmpty }.map { .group(GroupItem($0.0, items: $0.1)) })
    }

    fileprivate func block(_ cell: Cell, _ role: Role, _ measurer: any TextMeasurer) -> TextBlock {
        var look = look(of: role, isName: false)
        if cell.isMissing { look.colour = style.colours.unknown }
        return TextBlock(cell.text, look, measurer: measurer)
    }

    private func look(of role: Role, isName: Bool) -> TextStyle {
        switch role {
        case .plain: isName ? style.texts.name : style.texts.cell
        case .focus: style.texts.cellFocus
        case .total: style.texts.total
        }
    }
}

/// Where the columns of a table stand.
private struct Columns {
    var nameWidth: Double
    var widths: [Double]
    /// The room for letters at the right of each column.
    var letterWidths: [Double]
    var lefts: [Double] = []
    var tableWidth: Double

    /// Columns are alike, as wide as the style allows at most; where a word or a value is wider than its share, each has
    /// what it needs and a part of the rest.
    init(_ table: TableContent, width: Double, measurer: any TextMeasurer) {
        let (style, rows) = (table.style, table.rows)
        let count = table.heads.count
        let names = rows.map {
            TextBlock($0.name, style.texts.cellFocus, width: width * style.spaces.nameShare, measurer: measurer).width
        }
        nameWidth = names.max() ?? 0
        letterWidths = (0..<count).map { column in
            let cells = rows.filter { $0.cells.indices.contains(column) }.map { $0.cells[column] }
            return cells.map { measurer.advance(of: $0.letters, in: style.texts.letter.font) }.max() ?? 0
        }
        let letters = letterWidths
        let values = (0..<count).map { column in
            letters[column]
                + (rows.map { row in
                    row.cells.indices.contains(column) ? table.block(row.cells[column], row.role, measurer).width : 0
                }.max() ?? 0)
        }
        let words = zip(table.heads, values).map { head, value in
            head.split(separator: " ").reduce(value) {
                max($0, measurer.advance(of: String($1), in: style.texts.head.font))
            }
        }
        let available = width - nameWidth - style.spaces.column * Double(count)
        let share = min(style.spaces.columnMost, available / Double(max(1, count)))
        if words.allSatisfy({ $0 <= share }) {
            widths = words.map { _ in share }
        } else {
            let (allWords, allValues) = (words.reduce(0, +), values.reduce(0, +))
            if allWords <= available {
                let rest = (available - allWords) / Double(count)
                widths = words.map { min($0 + rest, max($0, style.spaces.columnMost)) }
            } else {
                // Values are never cut; words are, where no width is left for them.
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
