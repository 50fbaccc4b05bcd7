import Diagnostics
import Figures
import Markup
package import Scenes

/// Prose as it goes into columns, and as it is to be read.
package struct SetBlocks {
    package var items: [FlowItem] = []
    package var structure: [StructureElement] = []

    fileprivate mutating func append(_ other: SetBlocks) {
        items += other.items
        structure += other.structure
    }
}

/// A figure that prose can place and refer to.
package struct FigureReference {
    package var index: Int
    /// "Figure 1"; nil where it has no number.
    package var label: String?
    package var structure: [StructureElement]

    package init(index: Int, label: String?, structure: [StructureElement]) {
        self.index = index
        self.label = label
        self.structure = structure
    }
}

/// Sets prose into lines for a column, and numbers what it says.
package struct ProseSetter {
    package let style: PageStyle
    package let measurer: any TextMeasurer
    package let hyphenation: HyphenationPoints?
    package let figures: [String: FigureReference]
    /// Above a note that goes on in another column: "continued".
    private let continued: String
    /// From a note’s number to its text: as wide as the widest number asks.
    private let noteIndent: Double
    package var contents: ContentNumbers
    /// The notes that are set, by their indices; each is to be read after the block that refers to it first.
    private var notes: [StructureElement] = []
    /// The notes that each note refers to in its turn.
    private var furtherNotes: [[Int]] = []
    private var isSettingNote = false
    /// How many links there are so far.
    private var linkCount = 0
    private var readNotes: Set<Int> = []

    package init(
        style: PageStyle, measurer: any TextMeasurer, hyphenation: HyphenationPoints?, figures: [String: FigureReference],
        noteCount: Int, continued: String, contents: ContentNumbers
    ) {
        self.style = style
        self.measurer = measurer
        self.hyphenation = hyphenation
        self.figures = figures
        self.continued = continued
        noteIndent = indent(style.noteIndent, for: (0..<noteCount).map { String($0 + 1) }, in: style.noteMark.font, measurer)
        self.contents = contents
    }

    /// The baseline grid.
    private var grid: Double { style.body.leading }

    /// The blocks as lines and figures, `width` points wide. The notes that they refer to are set before.
    package mutating func flow(_ blocks: [Block], width: Double) -> SetBlocks {
        set(blocks, width: width, x: 0, text: style.body)
    }

    /// A footnote with its number.
    package mutating func note(_ index: Int, _ blocks: [Block], width: Double) -> NoteBox {
        isSettingNote = true
        defer { isSettingNote = false }
        let set = set(blocks, width: width - noteIndent, x: noteIndent, text: style.note)
        var lines = set.items.compactMap(\.line)
        for index in lines.indices { lines[index].spaceBefore = 0 }
        var label: [StructureElement] = []
        if !lines.isEmpty {
            let number = mark(of: index)
            lines[0].content.items.insert(.text(number), at: 0)
            lines[0].content.links.insert(
                SetLine.Link(
                    area: Rect(minX: number.origin.x, minY: -style.note.font.size, maxX: 0, maxY: 0), destination: .reference(index),
                    words: number.text, content: number.content), at: 0)
            label = [StructureElement(.label, [StructureElement(.link, children: number.content.map { [.content($0)] } ?? [])])]
        }
        notes.append(StructureElement(.note, name: "note-\(index + 1)", children: (label + set.structure).map(StructureElement.Child.element)))
        furtherNotes.append(blocks.paragraphs.flatMap(\.noteIndices))
        return NoteBox(lines: lines, continued: lines.isEmpty ? nil : continuation(of: index))
    }

    /// The number before a note.
    private mutating func mark(of index: Int) -> TextItem { mark(of: index, content: contents.next()) }

    private func mark(of index: Int, content: ContentID?) -> TextItem {
        let label = String(index + 1)
        return TextItem(
            label, font: style.noteMark.font, colour: style.noteMark.colour,
            origin: Point(x: -noteIndent, y: -style.noteMarkRise),
            advance: measurer.advance(of: label, in: style.noteMark.font), continuation: .word, content: content)
    }

    /// What stands above the rest of a note in another column: for the eye, since it is read as one.
    private func continuation(of index: Int) -> FlowLine {
        let text = style.note.emphasised
        let words = TextItem(
            continued, font: text.font, colour: text.colour, origin: .zero, advance: measurer.advance(of: continued, in: text.font))
        return flowLine(SetLine(items: [.text(mark(of: index, content: nil)), .text(words)]), text: style.note, x: noteIndent)
    }

    // MARK: Blocks

    private mutating func set(_ blocks: [Block], width: Double, x: Double, text: TextStyle) -> SetBlocks {
        var result = SetBlocks()
        var followsParagraph = false
        var followsLine = false
        for block in blocks {
            let before = result.items.count
            switch block {
            case .paragraph(let inlines):
                let indent = followsParagraph ? style.paragraphIndent : 0
                result.append(paragraph(inlines, width: width, x: x, indent: indent, text: text))
            case .heading(let level, let inlines):
                result.append(heading(level: level, inlines, width: width, x: x))
            case .list(let list):
                result.append(self.list(list, width: width, x: x, text: text))
            case .quote(let blocks):
                let inset = style.listIndent
                let inner = set(blocks, width: width - 2 * inset, x: x + inset, text: text.emphasised)
                result.append(SetBlocks(items: inner.items, structure: [StructureElement(.quotation, inner.structure)]))
            case .figure(let call):
                guard let figure = figures[call.name.value] else { continue }
                result.append(SetBlocks(items: [.figure(figure.index)], structure: figure.structure))
            case .code(let lines):
                // A single line says what the code is.
                if followsLine, case .line(var line)? = result.items.last {
                    line.keepsWithNext = true
                    result.items[result.items.count - 1] = .line(line)
                }
                let code = CodeBlock(lines: lines, style: style, measurer: measurer).set(width: width, x: x, contents: &contents)
                result.append(SetBlocks(items: code.lines.map(FlowItem.line), structure: [code.structure]))
            case .pause:
                result.items.append(.line(FlowLine(content: pauseRule(width: width), x: x, height: grid, baseline: grid / 2)))
            }
            // A figure floats: the paragraph after it continues the one before.
            if case .figure = block { continue }
            if case .paragraph = block { followsParagraph = true } else { followsParagraph = false }
            followsLine = followsParagraph && result.items.count == before + 1
        }
        return result
    }

    /// A short rule in the middle.
    private func pauseRule(width: Double) -> SetLine {
        let length = min(style.noteRuleLength, width)
        let path = Path.line(from: Point(x: (width - length) / 2, y: 0), to: Point(x: (width + length) / 2, y: 0))
        return SetLine(items: [.shape(ShapeItem(path, stroke: Stroke(style.ruleColour, width: style.noteRule)))])
    }

    private mutating func paragraph(
        _ inlines: [Inline], width: Double, x: Double, indent: Double, text: TextStyle
    ) -> SetBlocks {
        let words = self.words(inlines, text)
        let lines = Paragraph(words.runs, measurer: measurer)
            .lines(width: width, indent: indent, alignment: .justified, measurer: measurer, hyphenation: hyphenation)
        let items = lines.enumerated().map { index, line -> FlowItem in
            var flowLine = flowLine(line, text: text, x: x)
            flowLine.keepsWithNext = keepsTogether(index, of: lines.count)
            return .line(flowLine)
        }
        return SetBlocks(items: items, structure: [StructureElement(.paragraph, children: words.children)] + newNotes(in: inlines))
    }

    private mutating func heading(level: Int, _ inlines: [Inline], width: Double, x: Double) -> SetBlocks {
        let text = level <= 2 ? style.sectionHeading : style.subsectionHeading
        let words = self.words(inlines, text)
        let lines = Paragraph(words.runs, measurer: measurer)
            .lines(width: width, alignment: .even, measurer: measurer, hyphenation: nil)
        let space = style.headingSpace.isEmpty ? 0 : style.headingSpace[min(level - 2, style.headingSpace.count - 1)]
        let items = lines.enumerated().map { index, line -> FlowItem in
            var flowLine = flowLine(line, text: text, x: x)
            flowLine.keepsWithNext = true
            if index == 0 {
                flowLine.spaceBefore = space * grid
                flowLine.bookmark = (inlines.plainText, level - 1)
            }
            return .line(flowLine)
        }
        let element = StructureElement(level <= 2 ? .heading2 : .heading3, children: words.children)
        return SetBlocks(items: items, structure: [element] + newNotes(in: inlines))
    }

    private mutating func list(_ list: ProseList, width: Double, x: Double, text: TextStyle) -> SetBlocks {
        let marks = list.items.indices.map { number in list.start.map { "\($0 + number)." } ?? style.bullet }
        let inset = indent(style.listIndent, for: marks, in: text.font, measurer)
        var result = SetBlocks()
        for (mark, blocks) in zip(marks, list.items) {
            var label: [StructureElement] = []
            var item = set(blocks, width: width - inset, x: x + inset, text: text)
            if case .line(var first)? = item.items.first {
                let content = contents.next()
                let text = TextItem(
                    mark, font: text.font, colour: text.colour, origin: Point(x: -inset, y: 0),
                    advance: measurer.advance(of: mark, in: text.font), continuation: .word, content: content)
                first.content.items.insert(.text(text), at: 0)
                item.items[0] = .line(first)
                label = [StructureElement(.label, content)]
            }
            result.items += item.items
            result.structure.append(StructureElement(.listItem, label + [StructureElement(.listBody, item.structure)]))
        }
        result.structure = [
            StructureElement(
                .list, attribute: list.start == nil ? .bulleted : .numbered, children: result.structure.map(StructureElement.Child.element))
        ]
        return result
    }

    /// The notes that the text refers to for the first time, and those that they refer to in their turn.
    private mutating func newNotes(in inlines: [Inline]) -> [StructureElement] {
        var found: [StructureElement] = []
        var wanted = isSettingNote ? [] : inlines.noteIndices[...]
        while let index = wanted.popFirst() {
            guard notes.indices.contains(index), readNotes.insert(index).inserted else { continue }
            found.append(notes[index])
            wanted += furtherNotes[index]
        }
        return found
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

    // MARK: Words

    /// Words as they look and as they are to be read.
    package struct Words {
        package fileprivate(set) var runs: [Run] = []
        package fileprivate(set) var children: [StructureElement.Child] = []
        /// The content that goes on; nil before the first and after an element.
        fileprivate var content: ContentID?

        fileprivate mutating func append(_ element: StructureElement, _ words: Words) {
            runs += words.runs
            guard !words.children.isEmpty else { return }
            children.append(.element(element))
            content = nil
        }
    }

    package mutating func words(_ inlines: [Inline], _ text: TextStyle) -> Words { words(inlines, text, link: nil) }

    private mutating func words(_ inlines: [Inline], _ text: TextStyle, link: Link?) -> Words {
        var words = Words()
        add(inlines, text, link: link, to: &words)
        return words
    }

    /// Words that are no prose.
    package mutating func words(_ plain: String, _ text: TextStyle) -> Words {
        var words = Words()
        add(Run(plain, text), to: &words)
        return words
    }

    private mutating func add(_ inlines: [Inline], _ text: TextStyle, link: Link?, to words: inout Words) {
        for inline in inlines {
            switch inline {
            case .text(let string): add(Run(string.value, text, link: link), to: &words)
            case .lineBreak: add(Run("\n", text), to: &words)
            case .code(let string):
                var run = Run(string.value, style.code(within: text), link: link)
                run.isHyphenated = false
                var inner = Words()
                add(run, to: &inner)
                words.append(StructureElement(.code, children: inner.children), inner)
            case .emphasis(let inner): add(inner, text.emphasised, link: link, to: &words)
            case .strong(let inner): add(inner, text.strong, link: link, to: &words)
            case .claim(_, let inner): add(inner, text, link: link, to: &words)
            case .shifted(let shift, let inner):
                var inner = self.words(inner, text.shifted, link: link)
                let rise = text.font.size * shift.rise
                for index in inner.runs.indices { inner.runs[index].rise += rise }
                words.append(StructureElement(.span, attribute: .shifted(rise), children: inner.children), inner)
            case .language(let tag, let inner):
                var inner = self.words(inner, text.inLanguage(tag), link: link)
                for index in inner.runs.indices { inner.runs[index].language = tag }
                words.append(StructureElement(.span, language: tag, children: inner.children), inner)
            case .link(let address, let inner):
                addLink(.address(address), inner, text, to: &words)
            case .figure(let name, let inner):
                guard let figure = figures[name.value] else {
                    add(inner, text, link: link, to: &words)
                    continue
                }
                // A no-break space: the number stays with its word.
                let label = figure.label.map { String($0.map { $0 == " " ? "\u{A0}" : $0 }) } ?? ""
                addLink(.figure(figure.index), inner.isEmpty ? [.text(name.map { _ in label })] : inner, text, to: &words)
            case .note(let index):
                addLink(toNote: index, to: &words)
            }
        }
    }

    /// A link over words. The notes that they refer to are links of their own between its parts: no link stands in another.
    private mutating func addLink(_ destination: Destination, _ inlines: [Inline], _ text: TextStyle, to words: inout Words) {
        for part in inlines.partedAtNotes {
            if case .note(let index)? = part.first {
                addLink(toNote: index, to: &words)
            } else {
                let inner = self.words(part, text.coloured(style.linkColour), link: link(to: destination, over: part.plainText))
                words.append(StructureElement(.link, children: inner.children), inner)
            }
        }
    }

    /// A reference to a note.
    private mutating func addLink(toNote index: Int, to words: inout Words) {
        let mark = String(index + 1)
        var inner = Words()
        add(Run(mark, style.noteMark, rise: style.noteMarkRise, link: link(to: .footnote(index), over: mark), footnote: index), to: &inner)
        words.append(StructureElement(.reference, [StructureElement(.link, children: inner.children)]), inner)
    }

    private mutating func link(to destination: Destination, over words: String) -> Link {
        linkCount += 1
        return Link(destination: destination, words: words, number: linkCount)
    }

    private mutating func add(_ run: Run, to words: inout Words) {
        guard !run.text.isEmpty else { return }
        let content = words.content ?? contents.next()
        if words.content == nil { words.children.append(.content(content)) }
        words.content = content
        var run = run
        run.content = content
        words.runs.append(run)
    }
}

extension MarkdownShift {
    /// Of the size of the text around.
    fileprivate var rise: Double {
        switch self {
        case .below: -0.16
        case .above: 0.34
        }
    }
}

/// From marks to the text beside them: as the style has it, or as far as the widest mark asks, with a space after it.
private func indent(_ usual: Double, for marks: [String], in font: Font, _ measurer: any TextMeasurer) -> Double {
    let widest = marks.max { $0.utf8.count < $1.utf8.count }.map { longest in
        // Digits are of one width in most faces; of as many letters any may be the widest.
        marks.filter { $0.utf8.count == longest.utf8.count }.reduce(0) { max($0, measurer.advance(of: $1, in: font)) }
    }
    return widest.map { max(usual, $0 + measurer.advance(of: " ", in: font)) } ?? usual
}

extension FlowItem {
    fileprivate var line: FlowLine? {
        if case .line(let line) = self { return line }
        return nil
    }
}
