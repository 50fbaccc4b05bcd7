/// Shares a length out among bands of equal width, in each of which a bar stands between two halves of a gap.
package struct BandScale: Hashable, Sendable {
    package let count: Int
    package let length: Double
    /// The gap between two bars, as a share of a bar.
    package let gap: Double
    /// Whether the first and the last are centred on the two ends.
    package let isSpanning: Bool

    /// - Parameter count: 1 or more; fewer count as 1.
    package init(count: Int, length: Double, gap: Double, isSpanning: Bool = false) {
        self.count = max(1, count)
        self.length = length
        self.gap = gap
        self.isSpanning = isSpanning && count > 1
    }

    /// The width of a band in points, with its gap.
    package var step: Double { length / Double(count) }

    /// The width of a bar in points.
    package var bar: Double { step / (1 + gap) }

    package func centre(of band: Int) -> Double {
        isSpanning ? Double(band) * length / Double(count - 1) : (Double(band) + 0.5) * step
    }

    /// The band at a place; nil outside all.
    package func band(at place: Double) -> Int? {
        guard place >= 0, place < length else { return nil }
        return min(count - 1, Int(place / step))
    }
}
