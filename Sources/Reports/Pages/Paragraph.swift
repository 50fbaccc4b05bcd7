package import Scenes

/// A stretch of a paragraph that looks one way.
package struct Run {
    package var text: String
    package var style: TextStyle
    /// Points above the baseline, for the marks of footnotes.
    package var rise = 0.0
    package var link: Destination?
    /// The index of the footnote that this run refers to.
    package var footnote: Int?
    package var content: ContentID?
    /// BCP 47, where it is not that of the brief.
    package var language: String?
    /// Whether its words may be hyphenated, where they are those of the brief's language.
    package var isHyphenated = true

    package init(
        _ text: String, _ style: TextStyle, rise: Double = 0, link: Destination? = nil, footnote: Int? = nil,
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
    }

    package var items: [SceneItem] = []
    package var links: [Link] = []
    /// Footnotes that are referred to in it, and where the marks stand.
    package var footnotes: [(index: Int, x: Double)] = []
}

/// Prose of several looks, to be broken into lines and set.
package struct Paragraph {
    private let runs: [Run]
    private let text: MeasuredText

    package init(_ runs: [Run], measurer: any TextMeasurer) {
        self.runs = Self.joined(runs)
        text = MeasuredText(
            self.runs.map { TextRun($0.text, $0.style, isHyphenated: $0.isHyphenated && $0.language == nil) }, measurer: measurer)
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
            let pieces = text.pieces(of: line)
            let x = index == 0 ? indent : 0
            let spacing = alignment == .justified ? wordSpacing(of: pieces, in: width - x, isLast: line.ending == .forced) : 0
            return set(pieces, x: x, wordSpacing: spacing, measurer: measurer)
        }
    }

    /// What each space gains, so that the line fills its width; a last line only gives up what is too much.
    private func wordSpacing(of pieces: [MeasuredText.Piece], in width: Double, isLast: Bool) -> Double {
        let missing = width - pieces.reduce(0) { $0 + $1.advance }
        let spaces = pieces.reduce(0) { $0 + $1.text.utf8.count { $0 == UInt8(ascii: " ") } }
        return spaces == 0 || (isLast && missing > 0) ? 0 : missing / Double(spaces)
    }

    private func set(
        _ pieces: [MeasuredText.Piece], x start: Double, wordSpacing: Double, measurer: any TextMeasurer
    ) -> SetLine {
        var line = SetLine()
        var x = start
        for piece in pieces {
            let run = runs[piece.run]
            let item = TextItem(
                piece.text, font: run.style.font, colour: run.style.colour, origin: Point(x: x, y: -run.rise),
                advance: piece.advance, wordSpacing: wordSpacing, continuation: piece.continuation, content: run.content)
            line.items.append(.text(item))
            if let footnote = run.footnote { line.footnotes.append((footnote, x)) }
            if let destination = run.link {
                let metrics = measurer.metrics(of: run.style.font)
                let area = Rect(
                    minX: x, minY: -run.rise - metrics.ascent, maxX: x + item.width, maxY: -run.rise + metrics.descent)
                let link = SetLine.Link(area: area, destination: destination, words: run.text, content: run.content)
                if let last = line.links.last, last.destination == destination, last.content == run.content {
                    line.links[line.links.count - 1].area = last.area.union(area)
                } else {
                    line.links.append(link)
                }
            }
            x += item.width
        }
        return line
    }
}
