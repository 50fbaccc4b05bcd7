/// Text of several looks, measured as one endless line, to be cut into lines.
///
/// Measuring is the larger part of arranging. So each run is shaped once to find where lines end, and then the lines that
/// were chosen, as they will be painted: a letter at the end of a line may stand otherwise than before a space.
package struct MeasuredText {
    package let runs: [TextRun]
    let measurer: any TextMeasurer
    let bytes: [UInt8]
    /// Where each run begins in `bytes`, and the end.
    private let runStarts: [Int]
    /// The pen's position before each byte, and after the last.
    let positions: [Double]

    package init(_ runs: [TextRun], measurer: any TextMeasurer) {
        var bytes: [UInt8] = []
        var starts: [Int] = []
        var positions: [Double] = []
        var x = 0.0
        for run in runs {
            starts.append(bytes.count)
            bytes += Array(run.text.utf8)
            let inner = measurer.positions(in: run.text, font: run.style.font)
            positions += inner.dropLast().map { x + $0 }
            x += inner.last ?? 0
        }
        self.runs = runs
        self.measurer = measurer
        self.bytes = bytes
        self.positions = positions + [x]
        runStarts = starts + [bytes.count]
    }

    /// A stretch of the text that stands on one line.
    package struct Line: Hashable, Sendable {
        /// Bytes, without the spaces around.
        package var range: Range<Int>
        /// Why it ends where it does.
        package var ending: BreakPoint.Sort
        /// How the text goes on in the next line; nil for the last.
        package var continuation: TextItem.Continuation?
    }

    /// The part of a line that is in one run, as it is printed.
    package struct Piece: Hashable, Sendable {
        /// The index of the run.
        package var run: Int
        package var text: String
        package var font: Font
        /// Points.
        package var advance: Double
        package var continuation: TextItem.Continuation?
        /// As Unicode's annex 9 has it: odd where it runs from the right.
        package var level: UInt8 = 0
    }

    /// All runs on one line, without a search for breaks; none for an empty text.
    package static func unbroken(_ runs: [TextRun], measurer: any TextMeasurer) -> [Piece] {
        runs.enumerated().filter { !$1.text.isEmpty }.map { index, run in
            let text = withoutSoftHyphens(run.text)
            return Piece(run: index, text: text, font: run.style.font, advance: measurer.advance(of: text, in: run.style.font))
        }
    }

    /// Where the lines of a column end.
    ///
    /// - Parameters:
    ///   - width: of the column, which only a character that is wider exceeds, or a justified line by what its spaces give.
    ///   - indent: by how much the first line is shorter.
    ///   - hyphenation: nil for none.
    /// - Returns: none for an empty text.
    package func lines(
        width: Double, indent: Double = 0, alignment: LineBreaker.Alignment, hyphenation: HyphenationPoints? = nil
    ) -> [Line] {
        let points = breakPoints(width: width, hyphenation: hyphenation)
        var start = 0
        return LineBreaker(width: width, indent: indent, alignment: alignment).lines(points).map { index in
            let point = points[index]
            defer { start = point.start }
            return Line(
                range: start..<max(start, point.end), ending: point.sort,
                continuation: index == points.count - 1 ? nil : point.sort.continuation)
        }
    }

    /// What a line is made of, run by run, and the hyphen that its end needs; soft hyphens are not of it.
    package func pieces(of line: Line) -> [Piece] { pieces(of: line, levels: []) }

    /// The same, each piece of one level.
    ///
    /// - Parameter levels: of each byte; empty where all are the same.
    package func pieces(of line: Line, levels: [UInt8]) -> [Piece] {
        var pieces: [Piece] = []
        for run in runs.indices {
            let part = line.range.clamped(to: runStarts[run]..<runStarts[run + 1])
            var start = part.lowerBound
            while start < part.upperBound {
                let level = levels.isEmpty ? 0 : levels[start]
                let end = levels.isEmpty ? part.upperBound : levels[start..<part.upperBound].firstIndex { $0 != level } ?? part.upperBound
                let text = withoutSoftHyphens(String(decoding: bytes[start..<end], as: UTF8.self))
                if !text.isEmpty { pieces.append(piece(text, run, level)) }
                start = end
            }
        }
        guard let last = pieces.last else { return pieces }
        if line.ending == .hyphen { pieces.append(piece(hyphen, last.run, last.level)) }
        pieces[pieces.count - 1].continuation = line.continuation
        return pieces
    }

    private func piece(_ text: String, _ run: Int, _ level: UInt8) -> Piece {
        var font = runs[run].style.font
        // Signs alone take the side of the text around.
        if level % 2 == 1, Direction(of: text, in: Direction(ofLanguage: font.language)) == .fromLeft { font.language = languageOfSigns }
        return Piece(run: run, text: text, font: font, advance: measurer.advance(of: text, in: font), level: level)
    }

    /// The width of the widest part that stays on one line however narrow the column is, as a word does.
    package var widestPart: Double {
        var start = 0.0
        return breakPoints(width: .infinity, hyphenation: nil).reduce(0) { widest, point in
            defer { start = point.startPosition }
            return max(widest, point.endPosition - start)
        }
    }

    func isHyphenated(at offset: Int) -> Bool {
        runs.allSatisfy(\.isHyphenated) || runs[max(0, (runStarts.firstIndex { $0 > offset } ?? 1) - 1)].isHyphenated
    }

    /// The width of the hyphen that is added to a word.
    ///
    /// - Parameter offset: of the byte after it.
    func hyphenWidth(before offset: Int) -> Double {
        let run = (runStarts.firstIndex { $0 >= offset } ?? 1) - 1
        return measurer.advance(of: hyphen, in: runs[run].style.font)
    }
}

extension BreakPoint.Sort {
    fileprivate var continuation: TextItem.Continuation? {
        switch self {
        case .space, .tie, .forced: .word
        case .hyphen: .restOfWord
        case .after, .emergency: nil
        }
    }
}

private let hyphen = "-"
/// No language, and one that is read from the right.
private let languageOfSigns = "und-Arab"

/// What the author has set for line ends alone is not printed where none is.
private func withoutSoftHyphens(_ text: String) -> String {
    guard text.utf8.contains(0xC2) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{AD}" }))
}
