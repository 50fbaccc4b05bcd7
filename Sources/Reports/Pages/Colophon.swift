package import Figures
package import Scenes

/// What stands at the foot of the last page: who made the brief, from what.
package struct Colophon {
    /// Each part with the word before it.
    package var parts: [(label: String, text: String)]

    package init(parts: [(label: String, text: String)]) {
        self.parts = parts.filter { !$0.text.isEmpty }
    }

    /// Set into `width` points, from (0, 0); the height includes the space above, and is 0 where there is nothing to say.
    package func arranged(width: Double, style: PageStyle, measurer: any TextMeasurer) -> ArrangedContent {
        guard !parts.isEmpty else { return ArrangedContent(height: 0, items: []) }
        var y = style.colophonGap
        var items: [SceneItem] = [
            .shape(
                ShapeItem(
                    .line(from: Point(x: 0, y: y), to: Point(x: width, y: y)),
                    stroke: Stroke(style.ruleColour, width: style.rule)))
        ]
        let leading = style.colophon.leading
        y += leading / 2
        for part in parts {
            let label = TextItem(
                part.label, font: style.colophonHead.font, colour: style.colophonHead.colour,
                origin: Point(x: 0, y: y + leading), advance: measurer.advance(of: part.label, in: style.colophonHead.font))
            items.append(.text(label))
            let lines = Paragraph([Run(part.text, style.colophon)], measurer: measurer)
                .lines(width: width - style.colophonLabel, alignment: .left, measurer: measurer, hyphenation: nil)
            for line in lines {
                y += leading
                items.append(.group(GroupItem("line", offset: Point(x: style.colophonLabel, y: y), items: line.items)))
            }
            y += leading / 3
        }
        return ArrangedContent(height: y, items: items)
    }
}
