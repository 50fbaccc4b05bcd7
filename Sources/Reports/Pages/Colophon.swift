package import Figures
package import Scenes

/// What stands at the foot of the last page: who made the brief, from what.
package struct Colophon {
    /// What a part says, sentence by sentence; a term stands before a sentence that defines it.
    package struct Statement {
        package var term = ""
        package var text: String
    }

    /// Each part with the word before it.
    package var parts: [(label: String, statements: [Statement])]

    package init(parts: [(label: String, statements: [Statement])]) {
        self.parts = parts
            .map { ($0.label, $0.statements.filter { !$0.text.isEmpty }) }
            .filter { !$0.1.isEmpty }
    }

    /// Set into `width` points, from (0, 0); the height includes the space above, and is 0 where there is nothing to say.
    package func arranged(
        width: Double, style: PageStyle, contents: inout ContentNumbers, measurer: any TextMeasurer
    ) -> ArrangedContent {
        guard !parts.isEmpty else { return ArrangedContent(height: 0, items: []) }
        var y = style.colophonGap
        var items: [SceneItem] = [
            .shape(
                ShapeItem(
                    .line(from: Point(x: 0, y: y), to: Point(x: width, y: y)),
                    stroke: Stroke(style.ruleColour, width: style.rule)))
        ]
        var paragraphs: [StructureElement] = []
        let leading = style.colophon.leading
        y += leading / 2
        for part in parts {
            let content = contents.next()
            let label = TextItem(
                part.label, font: style.colophonHead.font, colour: style.colophonHead.colour,
                origin: Point(x: 0, y: y + leading), advance: measurer.advance(of: part.label, in: style.colophonHead.font),
                continuation: .word, content: content)
            items.append(.text(label))
            let lines = Paragraph(runs(part.statements, content, style), measurer: measurer)
                .lines(width: width - style.colophonLabel, alignment: .left, measurer: measurer, hyphenation: nil)
            for line in lines {
                y += leading
                items.append(.group(GroupItem("line", offset: Point(x: style.colophonLabel, y: y), items: line.items)))
            }
            y += leading / 3
            paragraphs.append(StructureElement(.paragraph, content))
        }
        return ArrangedContent(height: y, items: items, structure: [StructureElement(.section, paragraphs)])
    }

    private func runs(_ statements: [Statement], _ content: ContentID, _ style: PageStyle) -> [Run] {
        statements.enumerated().flatMap { index, statement -> [Run] in
            let space = index == 0 ? "" : " "
            let term = statement.term.isEmpty ? "" : statement.term + ":"
            return [
                Run(space, style.colophon, content: content), Run(term, style.colophonHead, content: content),
                Run((term.isEmpty ? "" : " ") + statement.text, style.colophon, content: content),
            ]
        }
    }
}
