/// The order in which text stands on a line that is read from both sides (Unicode annex 9).
extension MeasuredText {
    /// The side on which its lines begin: that of the language around, and of its letters where they all run from the right; of
    /// what is of other languages alone, theirs.
    package var direction: Direction {
        let lettered = runs.filter { run in !run.isMark && run.text.unicodeScalars.contains(where: \.properties.isAlphabetic) }
        let language = (lettered.first { $0.language == nil } ?? lettered.first ?? runs.first).map { Direction(ofLanguage: $0.style.font.language) }
        return Direction(of: runs.map(\.text).joined(), in: language ?? .fromLeft)
    }

    /// The level of each byte; empty where all runs from the left.
    package func levels(from direction: Direction) -> [UInt8] {
        guard direction == .fromRight || runs.contains(where: \.mayRunFromRight) else { return [] }
        // What is quoted in a language from the other side is put there as a whole.
        var text = String.UnicodeScalarView()
        var widths: [Int] = []
        var inner: String?
        func add(_ scalar: Unicode.Scalar, width: Int) {
            text.append(scalar)
            widths.append(width)
        }
        for run in runs where !run.text.isEmpty {
            let language = run.language.flatMap { Direction(ofLanguage: $0) == direction ? nil : $0 }
            if language != inner {
                if inner != nil { add(Direction.popIsolate, width: 0) }
                if let language { add(Direction(ofLanguage: language).isolate, width: 0) }
                inner = language
            }
            // A mark counts as an object; a line end would end the paragraph.
            for scalar in run.text.unicodeScalars {
                add(run.isMark ? "\u{FFFC}" : scalar == "\n" ? " " : scalar, width: UTF8.width(scalar))
            }
        }
        if inner != nil { add(Direction.popIsolate, width: 0) }
        return zip(measurer.levels(of: String(text), from: direction), widths).flatMap { level, width in
            [UInt8](repeating: level, count: width)
        }
    }

    /// The indices of pieces as they stand, from left to right: each stretch of a level or a higher one turned round, the
    /// highest first.
    package static func visualOrder(_ pieces: [Piece]) -> [Int] {
        var order = Array(pieces.indices)
        var level = pieces.map(\.level).max() ?? 0
        while level > 0 {
            var start = 0
            while start < order.count {
                guard pieces[order[start]].level >= level else {
                    start += 1
                    continue
                }
                let end = order[start...].firstIndex { pieces[$0].level < level } ?? order.count
                order[start..<end].reverse()
                start = end
            }
            level -= 1
        }
        return order
    }
}

extension TextRun {
    fileprivate var mayRunFromRight: Bool {
        Scenes.mayRunFromRight(text) || language.map { Direction(ofLanguage: $0) == .fromRight } ?? false
    }
}
