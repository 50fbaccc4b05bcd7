package import Scenes

/// Key figures side by side, each under a line: a large number, its name and what has changed.
package struct PanelContent: FigureContent {
    package struct Entry: Hashable, Sendable {
        package var number: String
        package var isMissing: Bool
        package var name: String
        package var change: String
        /// The months before it; nil for none.
        package var sparkline: Sparkline?

        package init(number: String, isMissing: Bool, name: String, change: String, sparkline: Sparkline? = nil) {
            self.number = number
            self.isMissing = isMissing
            self.name = name
            self.change = change
            self.sparkline = sparkline
        }
    }

    let entries: [Entry]
    let style: FigureStyle

    package init(_ entries: [Entry], style: FigureStyle) {
        self.entries = entries
        self.style = style
    }

    package func arranged(width: Double, height: Double, measurer: any TextMeasurer) -> ArrangedContent {
        let spaces = style.spaces
        // No number is broken: longer ones make fewer columns.
        let widest = entries.map { TextBlock($0.number, style.texts.keyNumber, measurer: measurer).width }.max() ?? 0
        let fitting = Int((width + spaces.panelGap) / max(1, max(spaces.panelColumn, widest) + spaces.panelGap))
        let most = max(1, min(entries.count, fitting))
        // Rows of equal length, as far as that goes: four and two become three and three.
        let rows = (entries.count + most - 1) / most
        let columns = rows == 0 ? 1 : (entries.count + rows - 1) / rows
        let column = (width - spaces.panelGap * Double(columns - 1)) / Double(columns)

        var groups: [SceneItem] = []
        var y = 0.0
        for start in stride(from: 0, to: entries.count, by: columns) {
            if start > 0 { y += spaces.panelRow }
            let row = entries[start..<min(entries.count, start + columns)]
            let names = row.map { TextBlock($0.name, style.texts.keyName, width: column, measurer: measurer) }
            let nameHeight = names.map(\.height).max() ?? 0
            let changes = row.map { TextBlock($0.change, style.texts.keyChange, width: column, measurer: measurer) }
            let changeHeight = changes.map(\.height).max() ?? 0
            var height = 0.0
            for (index, entry) in row.enumerated() {
                let x = Double(index) * (column + spaces.panelGap)
                let (items, entryHeight) = arranged(
                    entry, name: names[index], nameHeight: nameHeight, change: changes[index], changeHeight: changeHeight, width: column,
                    content: ContentID(start + index), measurer: measurer)
                groups.append(.group(GroupItem("key figure", offset: Point(x: x, y: y), items: items)))
                height = max(height, entryHeight)
            }
            y += height
        }
        let paragraphs = entries.indices.map { StructureElement(.paragraph, ContentID($0)) }
        return ArrangedContent(
            height: y, items: groups, structure: [StructureElement(.division, paragraphs)],
            shortfall: Shortfall(width: widest > column ? widest * Double(columns) + spaces.panelGap * Double(columns - 1) : nil))
    }

    /// - Parameters:
    ///   - nameHeight: of the highest name in the row, so that the changes stand on one line.
    ///   - changeHeight: of the highest change, for what stands below.
    private func arranged(
        _ entry: Entry, name: TextBlock, nameHeight: Double, change: TextBlock, changeHeight: Double, width: Double, content: ContentID,
        measurer: any TextMeasurer
    ) -> (items: [SceneItem], height: Double) {
        let spaces = style.spaces
        let line = style.lines.strongRule / 2
        var items: [SceneItem] = [
            .shape(
                ShapeItem(
                    .line(from: Point(x: 0, y: line), to: Point(x: width, y: line)),
                    stroke: Stroke(style.colours.strongRule, width: style.lines.strongRule)))
        ]
        var y = style.lines.strongRule + spaces.afterPanelRule
        var look = style.texts.keyNumber
        if entry.isMissing { look.colour = style.colours.unknown }
        let number = TextBlock(entry.number, look, width: width, measurer: measurer)
        items += number.items(at: Point(x: 0, y: y), content: content, continuation: .word)
        y += number.height + spaces.afterKeyNumber
        items += name.items(at: Point(x: 0, y: y), content: content, continuation: .word)
        y += nameHeight
        items += change.items(at: Point(x: 0, y: y), content: content)
        guard let sparkline = entry.sparkline else { return (items, y + change.height) }
        y += changeHeight + spaces.label
        let box = Rect(x: 0, y: y, width: width, height: spaces.sparkline)
        items.append(.group(GroupItem("sparkline", items: sparkline.items(in: box, style: style))))
        return (items, y + spaces.sparkline)
    }
}
