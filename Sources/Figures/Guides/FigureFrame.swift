import Scenes

/// What stands above and below the plot of every figure, all at its left edge.
struct FigureFrame {
    private var head: [SceneItem] = []
    private var headHeight = 0.0
    private var foot: [SceneItem] = []
    private var footHeight = 0.0
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
            head += block.items(at: Point(x: 0, y: headHeight))
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
            foot += block.items(at: Point(x: 0, y: footHeight))
            footHeight += block.height
        }
    }

    func around(_ content: ArrangedContent) -> ArrangedContent {
        var items: [SceneItem] = []
        if !head.isEmpty { items.append(.group(GroupItem("title", items: head))) }
        items.append(.group(GroupItem("plot", offset: Point(x: 0, y: headHeight), items: content.items)))
        if !foot.isEmpty {
            let y = headHeight + content.height + spaces.beforeNotes
            items.append(.group(GroupItem("notes", offset: Point(x: 0, y: y), items: foot)))
        }
        return ArrangedContent(
            height: height + content.height, items: items, shortfall: content.shortfall.heightened(by: height))
    }
}
