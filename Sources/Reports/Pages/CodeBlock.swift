import Diagnostics
import Figures
import Scenes

/// A block of code: its lines stand on a ground of their own, with every space, and are broken only where they do not fit.
struct CodeBlock {
    let lines: [Located<String>]
    let style: PageStyle
    let measurer: any TextMeasurer

    private var text: TextStyle { style.code.verbatim }

    /// The lines as they go into a column `width` points wide, `x` from its edge, and as they are read: a content each.
    func set(width: Double, x: Double, contents: inout ContentNumbers) -> (lines: [FlowLine], structure: StructureElement) {
        let metrics = measurer.metrics(of: text.font)
        var set: [FlowLine] = []
        var read: [StructureElement.Child] = []
        for line in lines {
            let isBlank = line.value.allSatisfy(\.isWhitespace)
            let content = isBlank ? nil : contents.next()
            if let content { read.append(.content(content)) }
            for part in isBlank ? [Part(text: "", x: 0)] : parts(of: line.value, width: width - 2 * style.codeInset) {
                let item = TextItem(
                    part.text, font: text.font, colour: text.colour, origin: Point(x: part.x, y: 0),
                    advance: measurer.advance(of: part.text, in: text.font), continuation: part.endsInWord ? nil : .word, content: content)
                set.append(
                    FlowLine(
                        content: SetLine(items: isBlank ? [] : [.text(item)]), x: x + style.codeInset, height: text.leading,
                        baseline: (text.leading + metrics.ascent - metrics.descent) / 2, ground: .init(minX: x, maxX: x + width)))
            }
        }
        for index in set.indices { set[index].keepsWithNext = keepsTogether(index, of: set.count) }
        if !set.isEmpty {
            set[0].spaceBefore = style.codeSpace
            set[0].height += style.codeInset
            set[0].baseline += style.codeInset
            set[set.count - 1].height += style.codeInset
            set[set.count - 1].spaceAfter = style.codeSpace
        }
        return (set, StructureElement(.paragraph, [StructureElement(.code, children: read)]))
    }

    /// The same by itself, from (0, 0), with the space above it.
    func arranged(width: Double, contents: inout ContentNumbers) -> ArrangedContent {
        let (lines, structure) = set(width: width, x: 0, contents: &contents)
        var y = style.codeSpace
        let placed = lines.map { line in
            defer { y += line.height }
            return (top: y, line: line)
        }
        let items = placed.map { top, line in
            SceneItem.group(GroupItem("line", offset: Point(x: line.x, y: top + line.baseline), items: line.content.items))
        }
        return ArrangedContent(height: y, items: grounds(of: placed, in: style.codeGround) + items, structure: [structure])
    }

    // MARK: Lines that do not fit

    private struct Part {
        var text: String
        var x: Double
        /// Whether the rest of its word stands in the next line.
        var endsInWord = false
    }

    /// A line, or what it is broken into: after a space, and within a word where there is none. What is left hangs.
    private func parts(of line: String, width: Double) -> [Part] {
        let positions = measurer.positions(in: line, font: text.font)
        let indentation = line.utf8.prefix { $0 == UInt8(ascii: " ") }.count
        let hang = min(positions[indentation] + style.codeHang, width / 2)
        var parts: [Part] = []
        var start = line.startIndex
        var x = 0.0
        func offset(_ index: String.Index) -> Int { line.utf8.distance(from: line.startIndex, to: index) }
        while positions[line.utf8.count] - positions[offset(start)] > width - x + tolerance {
            var end = line.index(after: start)
            var lastSpace: String.Index?
            var index = start
            while index < line.endIndex, positions[offset(line.index(after: index))] - positions[offset(start)] <= width - x + tolerance {
                index = line.index(after: index)
                end = index
                if index < line.endIndex, line[index] == " ", offset(index) > indentation { lastSpace = index }
            }
            let stop = lastSpace ?? end
            let text = String(line[start..<stop]).trimmedAtEnd
            // An indent that fills the line has nothing to show.
            if !text.isEmpty { parts.append(Part(text: text, x: x, endsInWord: lastSpace == nil)) }
            start = line[stop...].firstIndex { $0 != " " } ?? line.endIndex
            x = hang
        }
        if start < line.endIndex { parts.append(Part(text: String(line[start...]).trimmedAtEnd, x: x)) }
        return parts
    }
}

extension FlowLine {
    /// How far the ground reaches that the line stands on, from the column's left edge.
    package struct Ground: Hashable, Sendable {
        package var minX: Double
        package var maxX: Double
    }
}

/// One ground for lines that follow each other.
func grounds(of lines: [(top: Double, line: FlowLine)], in colour: Colour) -> [SceneItem] {
    var areas: [Rect] = []
    for (top, line) in lines {
        guard let ground = line.ground else { continue }
        let area = Rect(minX: ground.minX, minY: top, maxX: ground.maxX, maxY: top + line.height)
        if let last = areas.last, abs(last.maxY - area.minY) < tolerance, last.minX == area.minX {
            areas[areas.count - 1] = last.union(area)
        } else {
            areas.append(area)
        }
    }
    return areas.map { .shape(ShapeItem(.rectangle($0), fill: colour)) }
}

/// Whether a line may not be parted from the next one, so that enough lines stand together on each side of a break.
func keepsTogether(_ index: Int, of count: Int) -> Bool {
    let after = count - 1 - index
    return after > 0 && (index + 1 < linesTogether || after < linesTogether)
}

/// A paragraph or a block of code is broken between columns only so that this many of its lines stand together on each side.
private let linesTogether = 2

/// Points that are lost in adding up widths and heights.
private let tolerance = 0.01

extension String {
    fileprivate var trimmedAtEnd: String { String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]) }
}
