package import Scenes

/// A stretch of a paragraph that looks one way.
package struct Run {
    package var text: String
    package var style: TextStyle
    /// Points above the baseline, for the marks of footnotes.
    package var rise = 0.0
    package var link: Link?
    /// The index of the footnote that this run refers to.
    package var footnote: Int?
    package var content: ContentID?
    /// BCP 47, where it is not that of the brief.
    package var language: String?
    /// Whether its words may be hyphenated, where they are those of the brief's language.
    package var isHyphenated = true

    package init(
        _ text: String, _ style: TextStyle, rise: Double = 0, link: Link? = nil, footnote: Int? = nil,
        content: ContentID? = nil
    ) {
        self.text = text
        self.style = style
        self.rise = rise
        self.link = link
        self.footnote = footnote
        self.content = content
    }
}

/// A link, which may be over runs of several looks.
package struct Link: Hashable, Sendable {
    package var destination: Destination
    /// All that it is over.
    package var words: String
    /// Tells it from another beside it that leads to the same place.
    package var number: Int
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
    package struct Link {
        package var area: Rect
        package var destination: Destination
        /// The words that it lies over.
        package var words: String
        package var content: ContentID?
        /// Tells it from another beside it that leads to the same place.
        package var number: Int?

        /// Its words and its address, which are often the same.
        package func words(at address: String) -> String { words == address ? address : "\(words), \(address)" }
    }

    package var items: [SceneItem] = []
    package var links: [Link] = []

    /// Those of its links that lead out of the brief: where the others lead is known only when all pages are made.
    package var addressLinks: [SceneItem] {
        links.compactMap { link in
            guard case .address(let address) = link.destination else { return nil }
            return .link(LinkItem(area: link.area, target: .address(address), description: link.words(at: address), content: link.content))
        }
    }

    /// Footnotes that are referred to in it, and where the marks stand.
    package var footnotes: [(index: Int, x: Double)] = []
}

/// Prose of several looks, to be broken into lines and set.
package struct Paragraph {
    private let runs: [Run]
    private let text: MeasuredText
    /// The side on which it begins, and the level of each of its bytes.
    private let direction: Direction
    private let levels: [UInt8]

    package init(_ runs: [Run], measurer: any TextMeasurer) {
        self.runs = Self.joined(runs)
        text = MeasuredText(
            self.runs.map { run in
                TextRun(
                    run.text, run.style, isHyphenated: run.isHyphenated && run.language == nil, language: run.language, isMark: run.footnote != nil)
            }, measurer: measurer)
        direction = text.direction
        levels = text.levels(from: direction)
    }

    /// Runs that look alike and follow each other are one: letters are fitted to each other within a run only, and where
    /// the author ends a line in the source is no reason to fit them otherwise.
    private static func joined(_ runs: [Run]) -> [Run] {
        var joined: [Run] = []
        for run in runs where !run.text.isEmpty {
            if let last = joined.last, last.style == run.style, last.rise == run.rise, last.link == run.link, last.content == run.content, last.language == run.language,
                last.footnote == nil, run.footnote == nil
            {
                joined[joined.count - 1].text += run.text
            } else {
                joined.append(run)
            }
        }
        return joined
    }

    /// Broken into lines of `width` points and set.
    ///
    /// - Parameter hyphenation: nil for none.
    package func lines(
        width: Double, indent: Double = 0, alignment: LineBreaker.Alignment, measurer: any TextMeasurer,
        hyphenation: HyphenationPoints?
    ) -> [SetLine] {
        let lines = text.lines(width: width, indent: indent, alignment: alignment, hyphenation: hyphenation)
        return lines.enumerated().map { index, line in
            let pieces = text.pieces(of: line, levels: levels)
            let room = width - (index == 0 ? indent : 0)
            let spacing = alignment == .justified ? wordSpacing(of: pieces, in: room, isLast: line.ending == .forced) : 0
            let advance = pieces.reduce(0) { $0 + $1.advance + spacing * Double($1.spaces) }
            let x = beginsAtRight(lines.count) ? room - advance : width - room
            return set(pieces, x: x, wordSpacing: spacing, measurer: measurer)
        }
    }

    /// Whether its lines begin on the right: in a text from the left, a single line stands where the others begin.
    private func beginsAtRight(_ lineCount: Int) -> Bool {
        let around = runs.first { $0.language == nil }.map { Direction(ofLanguage: $0.style.font.language) } ?? .fromLeft
        return direction == .fromRight && (around == .fromRight || lineCount > 1)
    }

    /// What each space gains, so that the line fills its width; a last line only gives up what is too much, and one that could
    /// be filled by gaps alone, between long addresses say, stays ragged.
    private func wordSpacing(of pieces: [MeasuredText.Piece], in width: Double, isLast: Bool) -> Double {
        let missing = width - pieces.reduce(0) { $0 + $1.advance }
        let spaces = pieces.reduce(0) { $0 + $1.spaces }
        guard spaces > 0, !isLast || missing < 0 else { return 0 }
        let spacing = missing / Double(spaces)
        return spacing > widestGain * (pieces.first.map { runs[$0.run].style.font.size } ?? 0) ? 0 : spacing
    }

    /// The items in the order of reading, each where it belongs.
    private func set(
        _ pieces: [MeasuredText.Piece], x start: Double, wordSpacing: Double, measurer: any TextMeasurer
    ) -> SetLine {
        var items = pieces.map { piece in
            let run = runs[piece.run]
            return TextItem(
                piece.text, font: piece.font, colour: run.style.colour, origin: Point(x: start, y: -run.rise),
                advance: piece.advance, wordSpacing: wordSpacing, continuation: piece.continuation, content: run.content)
        }
        var x = start
        for index in MeasuredText.visualOrder(pieces) {
            items[index].origin.x = x
            x += items[index].width
        }
        var line = SetLine(items: items.map(SceneItem.text))
        for (piece, item) in zip(pieces, items) {
            let run = runs[piece.run]
            if let footnote = run.footnote { line.footnotes.append((footnote, item.origin.x)) }
            guard let link = run.link else { continue }
            let metrics = measurer.metrics(of: run.style.font)
            let area = Rect(
                minX: item.origin.x, minY: item.origin.y - metrics.ascent, maxX: item.origin.x + item.width,
                maxY: item.origin.y + metrics.descent)
            // Where text is read from both sides, the words of a link may stand apart.
            if let last = line.links.last, last.number == link.number, last.area.minX - area.maxX < 0.01, area.minX - last.area.maxX < 0.01 {
                line.links[line.links.count - 1].area = last.area.union(area)
            } else {
                line.links.append(
                    SetLine.Link(
                        area: area, destination: link.destination, words: link.words, content: run.content, number: link.number))
            }
        }
        return line
    }
}

/// By how much a space may grow, of the font's size: four times its own width.
private let widestGain = 1.0

extension MeasuredText.Piece {
    fileprivate var spaces: Int { text.utf8.count { $0 == UInt8(ascii: " ") } }
}
