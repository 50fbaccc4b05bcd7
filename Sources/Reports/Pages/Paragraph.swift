package import Figures
package import Scenes

/// Finds where words may be hyphenated: bytes of the word, each with letters before and after.
package typealias HyphenationPoints = (String) -> [Int]

/// A stretch of a paragraph that looks one way.
package struct Run {
    package var text: String
    package var style: TextStyle
    /// Points above the baseline, for the marks of footnotes.
    package var rise = 0.0
    package var link: Destination?
    /// The index of the footnote that this run refers to.
    package var footnote: Int?

    package init(
        _ text: String, _ style: TextStyle, rise: Double = 0, link: Destination? = nil, footnote: Int? = nil
    ) {
        self.text = text
        self.style = style
        self.rise = rise
        self.link = link
        self.footnote = footnote
    }
}

/// Where a link leads; places in the brief are known only when all pages are made.
package enum Destination: Hashable, Sendable {
    case address(String)
    /// The note itself, by its index.
    case footnote(Int)
    case figure(Int)
    /// Back to where the note is referred to.
    case reference(Int)
}

/// A line of a paragraph, set: items from its left edge, and a baseline at y = 0.
package struct SetLine {
    package var items: [SceneItem] = []
    package var links: [(area: Rect, destination: Destination)] = []
    /// Footnotes that are referred to in it, and where the marks stand.
    package var footnotes: [(index: Int, x: Double)] = []
}

/// Text of several looks, to be broken into lines.
package struct Paragraph {
    private let runs: [Run]
    private let bytes: [UInt8]
    /// Where each run begins in `bytes`, and the end.
    private let runStarts: [Int]
    /// The pen's position before each byte, and after the last.
    private let positions: [Double]

    package init(_ runs: [Run], measurer: any TextMeasurer) {
        self.runs = runs.filter { !$0.text.isEmpty }
        var bytes: [UInt8] = []
        var starts: [Int] = []
        var positions: [Double] = []
        var x = 0.0
        for run in self.runs {
            starts.append(bytes.count)
            bytes += Array(run.text.utf8)
            let inner = measurer.positions(in: run.text, font: run.style.font)
            positions += inner.dropLast().map { x + $0 }
            x += inner.last ?? 0
        }
        positions.append(x)
        self.bytes = bytes
        self.positions = positions
        runStarts = starts + [bytes.count]
    }

    /// Broken into lines of `width` points and set.
    ///
    /// - Parameter hyphenation: nil for none.
    package func lines(
        width: Double, indent: Double = 0, alignment: LineBreaker.Alignment, measurer: any TextMeasurer,
        hyphenation: HyphenationPoints?
    ) -> [SetLine] {
        let breaker = LineBreaker(width: width, indent: indent, alignment: alignment)
        let points = breakPoints(width: width, measurer: measurer, hyphenation: hyphenation)
        var lines: [SetLine] = []
        var start = 0
        for index in breaker.lines(points) {
            let point = points[index]
            let isFirst = lines.isEmpty
            let indented = isFirst ? indent : 0
            lines.append(
                setLine(
                    start..<max(start, point.end), hyphenated: point.sort == .hyphen, x: indented,
                    justifiedTo: alignment == .justified && point.sort != .forced ? width - indented : nil,
                    tightenedTo: alignment == .justified ? width - indented : nil, measurer: measurer))
            start = point.start
        }
        return lines
    }

    // MARK: Break points

    private func breakPoints(
        width: Double, measurer: any TextMeasurer, hyphenation: HyphenationPoints?
    ) -> [BreakPoint] {
        var points: [BreakPoint] = []
        var spaces = 0.0
        var wordStart = 0
        func add(_ sort: BreakPoint.Sort, end: Int, start: Int, spacesAfter: Double? = nil, hyphen: Double = 0) {
            points.append(
                BreakPoint(
                    sort: sort, end: end, start: start, endPosition: positions[end], startPosition: positions[start],
                    spacesBeforeEnd: spaces, spacesBeforeStart: spacesAfter ?? spaces, added: hyphen))
        }
        func addWord(_ range: Range<Int>) {
            addInner(of: range, width: width, measurer: measurer, hyphenation: hyphenation, add: add)
        }
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: " "):
                addWord(wordStart..<index)
                let own = positions[index + 1] - positions[index]
                if index > 0, bytes[index - 1] != UInt8(ascii: " ") {
                    add(.space, end: index, start: index + 1, spacesAfter: spaces + own)
                }
                spaces += own
                wordStart = index + 1
            case UInt8(ascii: "\n"):
                addWord(wordStart..<index)
                add(.forced, end: index, start: index + 1)
                wordStart = index + 1
            default: break
            }
        }
        addWord(wordStart..<bytes.count)
        if !bytes.isEmpty { add(.forced, end: bytes.count, start: bytes.count) }
        return points
    }

    /// The break points within a word: after dashes, at hyphenation points, and anywhere where no line could hold it.
    private func addInner(
        of word: Range<Int>, width: Double, measurer: any TextMeasurer, hyphenation: HyphenationPoints?,
        add: (BreakPoint.Sort, Int, Int, Double?, Double) -> Void
    ) {
        guard word.count > 1 else { return }
        let text = String(decoding: bytes[word], as: UTF8.self)
        var found: [Int: BreakPoint.Sort] = [:]
        var offset = word.lowerBound
        var previous: Character?
        for character in text {
            if let before = previous, offset - word.lowerBound > 1, isBreakable(after: before), character.isLetter || character.isNumber {
                found[offset] = .after
            }
            offset += character.utf8.count
            previous = character
        }
        if let hyphenation {
            for part in letters(in: word) {
                for point in hyphenation(String(decoding: bytes[part], as: UTF8.self)) where found[part.lowerBound + point] == nil {
                    found[part.lowerBound + point] = .hyphen
                }
            }
        }
        if positions[word.upperBound] - positions[word.lowerBound] > width {
            offset = word.lowerBound
            for character in text.dropLast() {
                offset += character.utf8.count
                if found[offset] == nil { found[offset] = .emergency }
            }
        }
        for offset in found.keys.sorted() {
            guard let sort = found[offset] else { continue }
            let hyphen = sort == .hyphen ? measurer.advance(of: "-", in: run(at: offset - 1).style.font) : 0
            add(sort, offset, offset, nil, hyphen)
        }
    }

    private func isBreakable(after character: Character) -> Bool {
        character == "-" || character == "–" || character == "—" || character == "/"
    }

    /// The stretches of letters in a word, without quotes, dashes and stops around them.
    private func letters(in word: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start: Int?
        for index in word {
            let byte = bytes[index]
            let isLetter = byte >= 0x80 || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
            if isLetter, start == nil { start = index }
            if !isLetter, let begun = start {
                parts.append(begun..<index)
                start = nil
            }
        }
        if let start { parts.append(start..<word.upperBound) }
        return parts.filter { $0.count > 4 }
    }

    private func run(at offset: Int) -> Run {
        runs[(runStarts.firstIndex { $0 > offset } ?? 1) - 1]
    }

    // MARK: Setting

    private func setLine(
        _ range: Range<Int>, hyphenated: Bool, x start: Double, justifiedTo full: Double?, tightenedTo limit: Double?,
        measurer: any TextMeasurer
    ) -> SetLine {
        var pieces: [(run: Run, text: String, advance: Double)] = []
        for (index, run) in runs.enumerated() {
            let part = range.clamped(to: runStarts[index]..<runStarts[index + 1])
            guard !part.isEmpty else { continue }
            var text = String(decoding: bytes[part], as: UTF8.self)
            if hyphenated, part.upperBound == range.upperBound { text += "-" }
            pieces.append((run, text, measurer.advance(of: text, in: run.style.font)))
        }
        let natural = pieces.reduce(0) { $0 + $1.advance }
        let spaces = pieces.reduce(0) { $0 + $1.text.utf8.count { $0 == UInt8(ascii: " ") } }
        var spacing = 0.0
        if spaces > 0 {
            if let full { spacing = (full - natural) / Double(spaces) }
            // A last line that is a little too long for its column is tightened like the others.
            else if let limit, natural > limit { spacing = (limit - natural) / Double(spaces) }
        }

        var line = SetLine()
        var x = start
        for piece in pieces {
            let item = TextItem(
                piece.text, font: piece.run.style.font, colour: piece.run.style.colour,
                origin: Point(x: x, y: -piece.run.rise), advance: piece.advance, wordSpacing: spacing)
            line.items.append(.text(item))
            if let footnote = piece.run.footnote { line.footnotes.append((footnote, x)) }
            if let destination = piece.run.link {
                let metrics = measurer.metrics(of: piece.run.style.font)
                let area = Rect(
                    minX: x, minY: -piece.run.rise - metrics.ascent, maxX: x + item.width,
                    maxY: -piece.run.rise + metrics.descent)
                line.links.append((area, destination))
            }
            x += item.width
        }
        return line
    }
}
