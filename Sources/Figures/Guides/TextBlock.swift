package import Scenes

/// Text broken into lines, with its top left at (0, 0).
package struct TextBlock: Hashable, Sendable {
    package enum Alignment: Hashable, Sendable { case left, centre, right }

    package private(set) var items: [SceneItem] = []
    /// Of the widest line.
    package private(set) var width = 0.0
    package private(set) var height = 0.0
    /// From the top to the baseline of the first line.
    package private(set) var firstBaseline = 0.0
    /// The width that keeps every word whole, where one is cut; nil where none is.
    package private(set) var neededWidth: Double?

    /// Sets runs after each other, a line when it is full. Where runs meet there is no space but what they hold.
    ///
    /// - Parameter width: of the block, which lines never exceed; nil for a single line.
    /// - Parameter alignment: of the lines within `width`; in a single line within its own width.
    package init(
        _ runs: [TextRun], width limit: Double? = nil, alignment: Alignment = .left, measurer: any TextMeasurer
    ) {
        self.init(runs, width: limit, alignment: alignment, breaking: .left, measurer: measurer)
    }

    package init(
        _ text: String, _ style: TextStyle, width: Double? = nil, alignment: Alignment = .left,
        measurer: any TextMeasurer
    ) {
        self.init([TextRun(text, style)], width: width, alignment: alignment, measurer: measurer)
    }

    /// Broken into lines as even as that goes, the last too: for titles.
    package static func balanced(
        _ text: String, _ style: TextStyle, width: Double, measurer: any TextMeasurer
    ) -> TextBlock {
        TextBlock([TextRun(text, style)], width: width, alignment: .left, breaking: .even, measurer: measurer)
    }

    private init(
        _ runs: [TextRun], width limit: Double?, alignment: Alignment, breaking: LineBreaker.Alignment,
        measurer: any TextMeasurer
    ) {
        let lines: [[MeasuredText.Piece]]
        (lines, neededWidth) = Self.lines(runs, width: limit, breaking: breaking, measurer: measurer)
        let widths = lines.map { $0.reduce(0) { $0 + $1.advance } }
        width = widths.max() ?? 0
        let available = limit ?? width
        for (line, lineWidth) in zip(lines, widths) {
            var x: Double
            switch alignment {
            case .left: x = 0
            case .centre: x = (available - lineWidth) / 2
            case .right: x = available - lineWidth
            }
            let styles = line.map { runs[$0.run].style }
            let baseline = height + (styles.map { Self.baseline(of: $0, measurer) }.max() ?? 0)
            if items.isEmpty { firstBaseline = baseline }
            for (piece, style) in zip(line, styles) {
                items.append(
                    .text(
                        TextItem(
                            piece.text, font: style.font, colour: style.colour, origin: Point(x: x, y: baseline),
                            advance: piece.advance, continuation: piece.continuation)))
                x += piece.advance
            }
            height += styles.map(\.leading).max() ?? 0
        }
    }

    private static func lines(
        _ runs: [TextRun], width: Double?, breaking: LineBreaker.Alignment, measurer: any TextMeasurer
    ) -> (pieces: [[MeasuredText.Piece]], neededWidth: Double?) {
        // Most texts of a figure are labels of a word or two.
        let whole = MeasuredText.unbroken(runs, measurer: measurer)
        if whole.isEmpty { return ([], nil) }
        guard let width, whole.reduce(0, { $0 + $1.advance }) > width + tolerance else { return ([whole], nil) }
        let text = MeasuredText(runs, measurer: measurer)
        let lines = text.lines(width: width, alignment: breaking)
        let widest = text.widestPart
        return (lines.map(text.pieces), widest > width + tolerance ? widest : nil)
    }

    /// Less than a hundredth of a point is rounding, not width.
    private static let tolerance = 0.005

    /// From the top of a line to its baseline: the font in the middle of its leading.
    package static func baseline(of style: TextStyle, _ measurer: any TextMeasurer) -> Double {
        let metrics = measurer.metrics(of: style.font)
        return (style.leading + metrics.ascent - metrics.descent) / 2
    }

    /// The items moved to where the block stands.
    ///
    /// - Parameters:
    ///   - content: what they are a part of.
    ///   - continuation: how the text goes on after the block.
    package func items(
        at place: Point, content: ContentID? = nil, continuation: TextItem.Continuation? = nil
    ) -> [SceneItem] {
        items.enumerated().map { index, item in
            guard case .text(var text) = item else { return item }
            text.origin = text.origin + place
            text.content = content
            if index == items.count - 1 { text.continuation = continuation }
            return .text(text)
        }
    }

    package func box(at place: Point) -> Rect { Rect(x: place.x, y: place.y, width: width, height: height) }
}
