import Diagnostics
import Figures
package import Scenes

/// A paragraph is broken between columns only so that this many of its lines stand together on each side.
private let linesTogether = 2

/// Sets prose into lines for a column.
package struct ProseSetter {
    package let style: PageStyle
    package let measurer: any TextMeasurer
    package let hyphenation: HyphenationPoints?
    /// The index of a figure by its name, and "Figure 1" where it has a number.
    package let figures: [String: (index: Int, label: String?)]

    /// The baseline grid.
    private var grid: Double { style.body.leading }

    /// The blocks as lines and figures, `width` points wide.
    package func flow(_ blocks: [Block], width: Double) -> [FlowItem] {
        set(blocks, width: width, x: 0, text: style.body)
    }

    /// A footnote with its number.
    package func note(_ index: Int, _ blocks: [Block], width: Double) -> NoteBox {
        let indent = style.noteIndent
        var lines = set(blocks, width: width - indent, x: indent, text: style.note).compactMap(\.line)
        for index in lines.indices { lines[index].spaceBefore = 0 }
        if !lines.isEmpty {
            let number = mark(of: index)
            lines[0].content.items.insert(.text(number), at: 0)
            lines[0].content.links.insert(
                (Rect(minX: number.origin.x, minY: -style.note.font.size, maxX: 0, maxY: 0), .reference(index)), at: 0)
        }
        return NoteBox(lines: lines)
    }

    /// The number before a note.
    private func mark(of index: Int) -> TextItem {
        let label = String(index + 1)
        return TextItem(
            label, font: style.noteMark.font, colour: style.noteMark.colour,
            origin: Point(x: -style.noteIndent, y: -style.noteMarkRise),
            advance: measurer.advance(of: label, in: style.noteMark.font))
    }

    // MARK: Blocks

    private func set(_ blocks: [Block], width: Double, x: Double, text: TextStyle) -> [FlowItem] {
        var items: [FlowItem] = []
        var followsParagraph = false
        for block in blocks {
            switch block {
            case .paragraph(let inlines):
                let indent = followsParagraph ? style.paragraphIndent : 0
                items += paragraph(inlines, width: width, x: x, indent: indent, text: text)
            case .heading(let level, let inlines):
                items += heading(level: level, inlines, width: width, x: x)
            case .list(let list):
                items += self.list(list, width: width, x: x, text: text)
            case .quote(let blocks):
                let inset = style.listIndent
                items += set(blocks, width: width - 2 * inset, x: x + inset, text: text.emphasised)
            case .figure(let call):
                if let figure = figures[call.name.value] { items.append(.figure(figure.index)) }
            case .pause:
                items.append(.line(FlowLine(content: SetLine(), height: grid, baseline: 0)))
            }
            // A figure floats: the paragraph after it continues the one before.
            if case .figure = block { continue }
            if case .paragraph = block { followsParagraph = true } else { followsParagraph = false }
        }
        return items
    }

    private func paragraph(
        _ inlines: [Inline], width: Double, x: Double, indent: Double, text: TextStyle
    ) -> [FlowItem] {
        let lines = Paragraph(runs(inlines, text), measurer: measurer)
            .lines(width: width, indent: indent, alignment: .justified, measurer: measurer, hyphenation: hyphenation)
        return lines.enumerated().map { index, line in
            var flowLine = flowLine(line, text: text, x: x)
            let after = lines.count - 1 - index
            flowLine.keepsWithNext = after > 0 && (index + 1 < linesTogether || after < linesTogether)
            return .line(flowLine)
        }
    }

    private func heading(level: Int, _ inlines: [Inline], width: Double, x: Double) -> [FlowItem] {
        let text = level <= 2 ? style.sectionHeading : style.subsectionHeading
        let lines = Paragraph(runs(inlines, text), measurer: measurer)
            .lines(width: width, alignment: .even, measurer: measurer, hyphenation: nil)
        let space = style.headingSpace.isEmpty ? 0 : style.headingSpace[min(level - 2, style.headingSpace.count - 1)]
        return lines.enumerated().map { index, line in
            var flowLine = flowLine(line, text: text, x: x)
            flowLine.keepsWithNext = true
            if index == 0 {
                flowLine.spaceBefore = space * grid
                flowLine.bookmark = (inlines.plainText, level - 1)
            }
            return .line(flowLine)
        }
    }

    private func list(_ list: ProseList, width: Double, x: Double, text: TextStyle) -> [FlowItem] {
        let inset = style.listIndent
        var items: [FlowItem] = []
        for (number, blocks) in list.items.enumerated() {
            let mark = list.start.map { "\($0 + number)." } ?? style.bullet
            var lines = set(blocks, width: width - inset, x: x + inset, text: text)
            if case .line(var first)? = lines.first {
                let item = TextItem(
                    mark, font: text.font, colour: text.colour, origin: Point(x: -inset, y: 0),
                    advance: measurer.advance(of: mark, in: text.font))
                first.content.items.insert(.text(item), at: 0)
                lines[0] = .line(first)
            }
            items += lines
        }
        return items
    }

    /// A line as high as the grid asks; only notes, which stand apart at the foot, keep a leading of their own.
    private func flowLine(_ line: SetLine, text: TextStyle, x: Double) -> FlowLine {
        let isNote = text.leading < grid
        let height = isNote ? text.leading : (text.leading / grid).rounded(.up) * grid
        let metrics = measurer.metrics(of: isNote ? text.font : style.body.font)
        let lowest = isNote ? height : grid
        // The baseline stands where that of a line of prose would, so that all columns share one grid.
        return FlowLine(
            content: line, x: x, height: height,
            baseline: height - lowest + (lowest + metrics.ascent - metrics.descent) / 2)
    }

    // MARK: Runs

    package func runs(_ inlines: [Inline], _ text: TextStyle, link: Destination? = nil) -> [Run] {
        inlines.flatMap { inline -> [Run] in
            switch inline {
            case .text(let words): [Run(words.value, text, link: link)]
            case .emphasis(let inner): runs(inner, text.emphasised, link: link)
            case .strong(let inner): runs(inner, text.strong, link: link)
            case .link(let address, let inner):
                runs(inner, text.coloured(style.linkColour), link: .address(address))
            case .figure(let name, let words):
                figureReference(name.value, words, text)
            case .claim(_, let words): runs(words, text, link: link)
            case .note(let index):
                [Run(String(index + 1), style.noteMark, rise: style.noteMarkRise, link: .footnote(index), footnote: index)]
            case .lineBreak: [Run("\n", text)]
            }
        }
    }
}

extension ProseSetter {
    private func figureReference(_ name: String, _ words: [Inline], _ text: TextStyle) -> [Run] {
        guard let figure = figures[name] else { return runs(words, text) }
        let linked = text.coloured(style.linkColour)
        guard words.isEmpty else { return runs(words, linked, link: .figure(figure.index)) }
        // A no-break space: the number stays with its word.
        let label = figure.label.map { String($0.map { $0 == " " ? "\u{A0}" : $0 }) } ?? ""
        return [Run(label, linked, link: .figure(figure.index))]
    }
}

extension FlowItem {
    fileprivate var line: FlowLine? {
        if case .line(let line) = self { return line }
        return nil
    }
}
