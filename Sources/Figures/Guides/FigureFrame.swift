import Scenes

/// What stands above and below the plot of every figure, all at its left edge.
struct FigureFrame {
    private var head: [SceneItem] = []
    private var headHeight = 0.0
    private var foot: [SceneItem] = []
    private var footHeight = 0.0
    /// What stands above and below, a paragraph each.
    private var caption: [StructureElement] = []
    private var remarks: [StructureElement] = []
    private var contents = ContentNumbers()
    private let spaces: FigureStyle.Spaces

    /// Of all but the plot.
    var height: Double { headHeight + (foot.isEmpty ? 0 : spaces.beforeNotes) + footHeight }

    init(_ figure: Figure, width: Double, style: FigureStyle, measurer: any TextMeasurer) {
        spaces = style.spaces
        if style.lines.top > 0 {
            let y = style.lines.top / 2
            head.append(
                .shape(
                    ShapeItem(
                        .line(from: Point(x: 0, y: y), to: Point(x: width, y: y)),
                        stroke: Stroke(style.colours.strongRule, width: style.lines.top))))
            headHeight = style.lines.top + spaces.afterTopRule
        }
        let above: [(String?, TextStyle, Double)] = [
            (figure.label, style.texts.number, spaces.afterNumber),
            (figure.title, style.texts.title, spaces.afterTitle),
            (figure.subtitle, style.texts.subtitle, 0),
        ]
        var hasText = false
        for (text, look, space) in above {
            guard let text, !text.isEmpty else { continue }
            let block =
                text == figure.title
                ? TextBlock.balanced(text, look, width: width, measurer: measurer)
                : TextBlock(text, look, width: width, measurer: measurer)
            let content = contents.next()
            head += block.items(at: Point(x: 0, y: headHeight), content: content)
            caption.append(StructureElement(.paragraph, content))
            headHeight += block.height + space
            hasText = true
        }
        if hasText { headHeight += spaces.afterSubtitle }

        let below: [(label: String, text: String)] = [
            (figure.wording.notes, figure.notes.joined(separator: " ")),
            (figure.wording.source, figure.source ?? ""),
        ]
        for (label, text) in below where !text.isEmpty {
            if footHeight > 0 { footHeight += spaces.betweenNotes }
            let runs = [TextRun(label, style.texts.notesLabel), TextRun(" " + text, style.texts.notes)]
            let block = TextBlock(runs, width: width, measurer: measurer)
            let content = contents.next()
            foot += block.items(at: Point(x: 0, y: footHeight), content: content)
            remarks.append(StructureElement(.paragraph, content))
            footHeight += block.height
        }
    }

    func around(_ content: ArrangedContent) -> ArrangedContent {
        var items: [SceneItem] = []
        if !head.isEmpty { items.append(.group(GroupItem("title", items: head))) }
        let plot = content.items.contentsRaised(by: contents.count)
        items.append(.group(GroupItem("plot", offset: Point(x: 0, y: headHeight), items: plot)))
        if !foot.isEmpty {
            let y = headHeight + content.height + spaces.beforeNotes
            items.append(.group(GroupItem("notes", offset: Point(x: 0, y: y), items: foot)))
        }
        return ArrangedContent(
            height: height + content.height, items: items,
            structure: structure(content.structure.map { $0.contentsRaised(by: contents.count) }),
            shortfall: content.shortfall.heightened(by: height))
    }

    /// A table has its caption within, a picture beside it: the alternative text of a picture stands for all that is in it.
    private func structure(_ content: [StructureElement]) -> [StructureElement] {
        guard !caption.isEmpty else { return content + remarks }
        let caption = StructureElement(.caption, self.caption)
        if content.count == 1, var table = content.first, table.role == .table {
            table.children.insert(.element(caption), at: 0)
            return [table] + remarks
        }
        return [caption] + content + remarks
    }
}
