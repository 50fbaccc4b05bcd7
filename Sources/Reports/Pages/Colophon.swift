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

    /// Set into `width` points.
    package func set(
        width: Double, style: PageStyle, contents: inout ContentNumbers, measurer: any TextMeasurer
    ) -> ColophonBox {
        let leading = style.colophon.leading
        var box = ColophonBox(lines: [], overhead: style.colophonGap + leading / 2, ruleTop: style.colophonGap)
        for part in parts {
            let content = contents.next()
            let label = TextItem(
                part.label, font: style.colophonHead.font, colour: style.colophonHead.colour, origin: Point(x: 0, y: leading),
                advance: measurer.advance(of: part.label, in: style.colophonHead.font), continuation: .word, content: content)
            let lines = Paragraph(runs(part.statements, content, style), measurer: measurer)
                .lines(width: width - style.colophonLabel, alignment: .left, measurer: measurer, hyphenation: nil)
            for (index, line) in lines.enumerated() {
                let words = SceneItem.group(GroupItem("line", offset: Point(x: style.colophonLabel, y: leading), items: line.items))
                box.lines.append(
                    ColophonBox.Line(
                        items: index == 0 ? [.text(label), words] : [words], label: label,
                        height: index == lines.count - 1 ? leading + leading / 3 : leading))
            }
            box.paragraphs.append(StructureElement(.paragraph, content))
        }
        return box
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

/// The colophon, set: its lines from the top, and what stands above them, a rule between two spaces.
package struct ColophonBox {
    package struct Line {
        /// From the line's top.
        package var items: [SceneItem]
        /// Of the part that it belongs to.
        package var label: TextItem
        package var height: Double
    }

    package var lines: [Line]
    package var overhead: Double
    package var ruleTop: Double
    fileprivate var paragraphs: [StructureElement] = []

    package init(lines: [Line], overhead: Double, ruleTop: Double) {
        self.lines = lines
        self.overhead = overhead
        self.ruleTop = ruleTop
    }

    package var structure: [StructureElement] { paragraphs.isEmpty ? [] : [StructureElement(.section, paragraphs)] }

    /// How high some of its lines are with what stands above them; nothing where there are none.
    package func height(of range: Range<Int>) -> Double { range.isEmpty ? 0 : lines[range].reduce(overhead) { $0 + $1.height } }

    package var height: Double { height(of: lines.indices) }

    /// The lines from `start` on that `room` points hold.
    package func lines(from start: Int, in room: Double) -> Range<Int> {
        var end = start
        var height = overhead
        while end < lines.count, height + lines[end].height <= room + 0.01 {
            height += lines[end].height
            end += 1
        }
        return start..<end
    }

    /// Some of its lines from (0, 0), `width` points wide. A part that goes on says again which it is, for the eye.
    package func items(of range: Range<Int>, width: Double, style: PageStyle) -> [SceneItem] {
        guard let first = range.first else { return [] }
        var items: [SceneItem] = [
            .shape(
                ShapeItem(
                    .line(from: Point(x: 0, y: ruleTop), to: Point(x: width, y: ruleTop)), stroke: Stroke(style.ruleColour, width: style.rule)))
        ]
        var y = overhead
        if lines[first].items.count == 1 {
            var label = lines[first].label
            label.content = nil
            label.origin.y += y
            items.append(.text(label))
        }
        for line in lines[range] {
            items += line.items.map { $0.moved(by: Point(x: 0, y: y)) }
            y += line.height
        }
        return items
    }
}
