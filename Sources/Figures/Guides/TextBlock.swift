package import Scenes

/// Text in one look.
package struct TextRun: Hashable, Sendable {
    package var text: String
    package var style: TextStyle

    package init(_ text: String, _ style: TextStyle) {
        self.text = text
        self.style = style
    }
}

/// Text broken into lines, with its top left at (0, 0).
package struct TextBlock: Hashable, Sendable {
    package enum Alignment: Hashable, Sendable { case left, centre, right }

    package private(set) var items: [SceneItem] = []
    /// Of the widest line.
    package private(set) var width = 0.0
    package private(set) var height = 0.0
    /// From the top to the baseline of the first line.
    package private(set) var firstBaseline = 0.0

    /// Sets runs after each other, a line when it is full. Where runs meet there is no space but what they hold.
    ///
    /// - Parameter width: of the block, which lines never exceed; nil for a single line.
    /// - Parameter alignment: of the lines within `width`; in a single line within its own width.
    package init(
        _ runs: [TextRun], width limit: Double? = nil, alignment: Alignment = .left, measurer: any TextMeasurer
    ) {
        let lines = Self.broken(runs, width: limit ?? .infinity, measurer: measurer)
        width = lines.map(\.width).max() ?? 0
        let available = limit ?? width
        for line in lines {
            var x: Double
            switch alignment {
            case .left: x = 0
            case .centre: x = (available - line.width) / 2
            case .right: x = available - line.width
            }
            let leading = line.runs.map(\.run.style.leading).max() ?? 0
            let baseline = height + (line.runs.map { Self.baseline(of: $0.run.style, measurer) }.max() ?? 0)
            if items.isEmpty { firstBaseline = baseline }
            for (run, advance) in line.runs {
                items.append(
                    .text(
                        TextItem(
                            run.text, font: run.style.font, colour: run.style.colour,
                            origin: Point(x: x, y: baseline), advance: advance)))
                x += advance
            }
            height += leading
        }
    }

    package init(
        _ text: String, _ style: TextStyle, width: Double? = nil, alignment: Alignment = .left,
        measurer: any TextMeasurer
    ) {
        self.init([TextRun(text, style)], width: width, alignment: alignment, measurer: measurer)
    }

    /// From the top of a line to its baseline: the font in the middle of its leading.
    package static func baseline(of style: TextStyle, _ measurer: any TextMeasurer) -> Double {
        let metrics = measurer.metrics(of: style.font)
        return (style.leading + metrics.ascent - metrics.descent) / 2
    }

    /// Broken into as few lines as `width` allows, and these made as even as that goes: for titles.
    package static func balanced(
        _ text: String, _ style: TextStyle, width: Double, measurer: any TextMeasurer
    ) -> TextBlock {
        var best = TextBlock(text, style, width: width, measurer: measurer)
        guard best.height > style.leading else { return best }
        var (tooNarrow, wide) = (width / 2, width)
        for _ in 0..<balancingSteps {
            let middle = (tooNarrow + wide) / 2
            let block = TextBlock(text, style, width: middle, measurer: measurer)
            if block.height > best.height {
                tooNarrow = middle
            } else {
                (best, wide) = (block, middle)
            }
        }
        return best
    }

    /// The items moved to where the block stands.
    package func items(at place: Point) -> [SceneItem] {
        items.map { item in
            guard case .text(var text) = item else { return item }
            text.origin = text.origin + place
            return .text(text)
        }
    }

    package func box(at place: Point) -> Rect { Rect(x: place.x, y: place.y, width: width, height: height) }
}

// MARK: Breaking

extension TextBlock {
    private struct Line {
        var runs: [(run: TextRun, advance: Double)] = []
        var width: Double { runs.reduce(0) { $0 + $1.advance } }
    }

    /// Greedily: as many words in a line as it holds, and a word that is too long for any line is cut.
    private static func broken(_ runs: [TextRun], width: Double, measurer: any TextMeasurer) -> [Line] {
        var lines = [Line()]
        var used = 0.0
        for run in runs where !run.text.isEmpty {
            let positions = measurer.positions(in: run.text, font: run.style.font)
            let bytes = Array(run.text.utf8)
            var start = 0
            while start < bytes.count {
                var end = lastByte(from: start, bytes, positions, within: width - used)
                if end == start {
                    if used > 0 {
                        lines.append(Line())
                        used = 0
                        while start < bytes.count, bytes[start] == space { start += 1 }
                        continue
                    }
                    end = cut(run.text, from: start, positions, within: width)
                }
                let isLast = end == bytes.count
                var trimmed = end
                while !isLast, trimmed > start, bytes[trimmed - 1] == space { trimmed -= 1 }
                let text = String(decoding: bytes[start..<trimmed], as: UTF8.self)
                let advance = measurer.advance(of: text, in: run.style.font)
                lines[lines.count - 1].runs.append((TextRun(text, run.style), advance))
                used += advance
                start = end
                if !isLast {
                    while start < bytes.count, bytes[start] == space { start += 1 }
                    lines.append(Line())
                    used = 0
                }
            }
        }
        return lines.filter { !$0.runs.isEmpty }
    }

    /// The end of the last word from `start` that ends within `width`; `start` where none does.
    private static func lastByte(from start: Int, _ bytes: [UInt8], _ positions: [Double], within width: Double) -> Int {
        let limit = positions[start] + width + tolerance
        if positions[bytes.count] <= limit { return bytes.count }
        var end = start
        for index in (start + 1)..<bytes.count where bytes[index] == space || isBreakAfterHyphen(bytes, index) {
            if positions[index] > limit { break }
            end = index
        }
        return end
    }

    /// Before the letter that follows a hyphen within a word.
    private static func isBreakAfterHyphen(_ bytes: [UInt8], _ index: Int) -> Bool {
        index > 1 && bytes[index - 1] == UInt8(ascii: "-") && isLetter(bytes[index]) && isLetter(bytes[index - 2])
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) }

    /// After as many characters as fit, one at least.
    private static func cut(_ text: String, from start: Int, _ positions: [Double], within width: Double) -> Int {
        var index = text.utf8.index(text.utf8.startIndex, offsetBy: start)
        var end = start
        while index < text.endIndex {
            index = text.index(after: index)
            let next = text.utf8.distance(from: text.utf8.startIndex, to: index)
            if end > start, positions[next] - positions[start] > width + tolerance { break }
            end = next
        }
        return end
    }

    /// Each halves the distance to the narrowest width; the sixth moves less than a letter.
    private static let balancingSteps = 6
    private static let space = UInt8(ascii: " ")
    /// Less than a hundredth of a point is rounding, not width.
    private static let tolerance = 0.005
}
