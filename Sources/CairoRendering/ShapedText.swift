internal import CPangoCairo

/// A text set in one line: which glyph stands where.
struct ShapedText {
    /// Glyphs of one font file, from left to right.
    struct Run {
        var font: PrintedFont
        /// Points.
        var size: Double
        var glyphs: [Glyph]
        var clusters: [Cluster]
        var fromRight: Bool
        /// The UTF-8 bytes that it sets.
        var bytes: Range<Int>
    }

    struct Glyph {
        var index: UInt
        /// Points from the beginning of the line, and down from the baseline.
        var x: Double
        var y: Double
        /// How many spaces stand left of it: each takes the line's word spacing.
        var spacesBefore: Int
    }

    /// Bytes and glyphs that belong together, in the order of the glyphs.
    struct Cluster {
        /// Where its bytes begin in the text.
        var start: Int
        var byteCount: Int
        var glyphCount: Int
        /// Points.
        var advance: Double
    }

    var runs: [Run] = []
    /// Points.
    var advance = 0.0
    /// Whether a character had no glyph in any font.
    var hasUnknown = false

    /// Where the pen stands before each byte and after the last, moving in the order of reading.
    ///
    /// Text from the right counts as if it were laid out from the left, so a part's width is always the difference
    /// between its ends.
    func positions(in text: String) -> [Double] {
        let bytes = Array(text.utf8)
        var widths = [Double](repeating: 0, count: bytes.count)
        var ends = [Int](repeating: 0, count: bytes.count)
        for run in runs {
            for cluster in run.clusters {
                widths[cluster.start] += cluster.advance
                ends[cluster.start] = cluster.start + cluster.byteCount
            }
        }
        var positions = [Double](repeating: advance, count: bytes.count + 1)
        var pen = 0.0
        var start = 0
        while start < bytes.count {
            let end = max(ends[start], start + 1)
            share(widths[start], from: pen, over: start..<end, of: bytes, into: &positions)
            pen = min(pen + widths[start], advance)
            start = end
        }
        return positions
    }

    /// Gives each letter in a cluster, a ligature say, the same part of its width; an accent stands with its letter.
    private func share(
        _ width: Double, from pen: Double, over range: Range<Int>, of bytes: [UInt8], into positions: inout [Double]
    ) {
        if range.count == 1 {
            positions[range.lowerBound] = pen
            return
        }
        let scalars = Array(String(decoding: bytes[range], as: UTF8.self).unicodeScalars)
        let begins = scalars.enumerated().map { $0.offset == 0 || !$0.element.properties.isGraphemeExtend }
        let part = width / Double(begins.count { $0 })
        var letter = -1.0
        var byte = range.lowerBound
        for (scalar, isLetter) in zip(scalars, begins) {
            if isLetter { letter += 1 }
            for _ in 0..<UTF8.width(scalar) where byte < range.upperBound {
                positions[byte] = min(pen + letter * part, advance)
                byte += 1
            }
        }
    }
}
