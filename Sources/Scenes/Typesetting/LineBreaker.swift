/// A tight line may give up this share of the width of its spaces.
private let shrinkOfSpace = 0.22

/// A loose line may gain this share of the width of its spaces before it counts as stretched in full (ratio 1).
private let stretchOfSpace = 0.5

/// A line stretched further than this ratio is refused while another way is found.
private let tolerance = 3.2

/// What a hyphen costs: as much as a line stretched by a half, and more where the line before ends in one too.
private let hyphenPenalty = 55.0
private let consecutiveHyphens = 15_000.0

/// What it costs to part a number from what it counts, or a month from its year.
private let partedNumber = 45.0

/// What it costs that a tight line stands next to a loose one.
private let unevenNeighbours = 2_500.0

/// What a last line costs that looks lost: one that holds less than a fifth of the width.
private let lostLastLine = 8_000.0
private let lostShare = 0.2

/// What it costs that a last line is the end of a broken word.
private let brokenLastWord = 40_000.0

/// Breaks a paragraph where the sum of its lines' badness is least: Knuth and Plass, "Breaking paragraphs into lines",
/// Software: Practice and Experience 11 (1981).
package struct LineBreaker: Sendable {
    package enum Alignment: Sendable {
        case justified
        /// Ragged on the right; lines of even length, but for the last.
        case left
        /// Ragged; the last line as long as the others, as titles are set.
        case even
    }

    /// Points; the first line may be shorter by its indent.
    package var width: Double
    package var indent: Double
    package var alignment: Alignment

    package init(width: Double, indent: Double = 0, alignment: Alignment) {
        self.width = width
        self.indent = indent
        self.alignment = alignment
    }

    /// The indices of the break points that end a line each; the last point always does.
    ///
    /// - Parameter points: in order, the last of them `forced`; empty for an empty paragraph.
    package func lines(_ points: [BreakPoint]) -> [Int] {
        solve(points, tolerance: tolerance) ?? solve(points, tolerance: .infinity) ?? []
    }

    /// A way to a break point: the best of those that end there with a line of one fitness.
    private struct Node {
        var point: Int
        var previous: Int
        var demerits: Double
        var fitness: Int
        var endsInHyphen: Bool
    }

    private func solve(_ points: [BreakPoint], tolerance: Double) -> [Int]? {
        var nodes = [Node(point: -1, previous: -1, demerits: 0, fitness: 1, endsInHyphen: false)]
        var active = [0]
        for (index, point) in points.enumerated() {
            // The best way to this point for each of four fitnesses: tight, normal, loose, very loose.
            var best: [(demerits: Double, previous: Int)?] = [nil, nil, nil, nil]
            var kept: [Int] = []
            for candidate in active {
                let node = nodes[candidate]
                let line = measured(from: node.point < 0 ? nil : points[node.point], to: point)
                let isLast = index == points.count - 1
                let ratio = self.ratio(of: line, forced: point.sort == .forced)
                if ratio >= -1 || (tolerance == .infinity && kept.isEmpty && active.last == candidate) {
                    if ratio <= tolerance {
                        let fitness = self.fitness(of: ratio)
                        var demerits = node.demerits + self.demerits(of: ratio, at: point, after: node)
                        if abs(fitness - node.fitness) > 1 { demerits += unevenNeighbours }
                        if isLast, node.point >= 0 { demerits += self.demerits(ofLast: line.natural) }
                        if isLast, node.endsInHyphen, line.spaces == 0 { demerits += brokenLastWord }
                        if demerits < best[fitness]?.demerits ?? .infinity { best[fitness] = (demerits, candidate) }
                    }
                }
                if ratio >= -1 { kept.append(candidate) }
            }
            // In the emergency the last way is kept though its line is too long: an overfull line is better than none.
            if kept.isEmpty, tolerance == .infinity, best.allSatisfy({ $0 == nil }), let last = active.last { kept = [last] }
            var reached: [Int] = []
            for (fitness, way) in best.enumerated() {
                guard let way else { continue }
                nodes.append(
                    Node(
                        point: index, previous: way.previous, demerits: way.demerits, fitness: fitness,
                        endsInHyphen: point.sort == .hyphen))
                reached.append(nodes.count - 1)
            }
            active = point.sort == .forced ? reached : kept + reached
            if active.isEmpty { return nil }
        }
        guard let end = active.min(by: { nodes[$0].demerits < nodes[$1].demerits }) else { return nil }
        var chosen: [Int] = []
        var at = end
        while nodes[at].point >= 0 {
            chosen.append(nodes[at].point)
            at = nodes[at].previous
        }
        return chosen.reversed()
    }

    /// Of a last line, by its width.
    private func demerits(ofLast width: Double) -> Double {
        switch alignment {
        case .justified, .left: width < self.width * lostShare ? lostLastLine : 0
        case .even: 0
        }
    }

    private func measured(from start: BreakPoint?, to end: BreakPoint) -> (natural: Double, spaces: Double, width: Double) {
        let natural = end.endPosition - (start?.startPosition ?? 0) + end.added
        let spaces = end.spacesBeforeEnd - (start?.spacesBeforeStart ?? 0)
        return (natural, spaces, start == nil ? width - indent : width)
    }

    /// How far a line is from its natural width: −1 shrunk in full, 0 natural, 1 stretched in full.
    private func ratio(of line: (natural: Double, spaces: Double, width: Double), forced: Bool) -> Double {
        let missing = line.width - line.natural
        switch alignment {
        case .left, .even:
            // A ragged line is measured against the room that a long word may leave: a quarter of the width.
            if missing < -0.01 { return -2 }
            return forced && alignment == .left ? 0 : missing / (line.width / 4)
        case .justified:
            if missing >= 0 {
                if forced { return 0 }
                return line.spaces > 0 ? missing / (line.spaces * stretchOfSpace) : (missing < 0.5 ? 0 : 1_000)
            }
            if line.spaces <= 0 { return missing > -0.01 ? 0 : -2 }
            return missing / (line.spaces * shrinkOfSpace)
        }
    }

    private func fitness(of ratio: Double) -> Int {
        if ratio < -0.5 { return 0 }
        if ratio <= 0.5 { return 1 }
        return ratio <= 1 ? 2 : 3
    }

    private func demerits(of ratio: Double, at point: BreakPoint, after node: Node) -> Double {
        let badness = 100 * abs(ratio * ratio * ratio)
        let penalty =
            switch point.sort {
            case .space, .forced: 0.0
            case .tie: partedNumber
            case .after: 15.0
            case .hyphen: hyphenPenalty
            case .emergency: 2_000.0
            }
        var demerits = (1 + badness + penalty) * (1 + badness + penalty)
        if point.sort == .hyphen, node.endsInHyphen { demerits += consecutiveHyphens }
        return demerits
    }
}
