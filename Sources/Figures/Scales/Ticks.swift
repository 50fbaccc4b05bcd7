import Glibc

/// The values at which an axis is labelled: round numbers at equal distances.
package struct Ticks: Hashable, Sendable {
    package let values: [Double]

    /// From the first tick to the last.
    package let domain: Domain

    /// Ticks around the values of a chart whose marks start at zero: three to six, zero among them, and none of the
    /// values outside.
    ///
    /// - Parameter values: any, also none; what is not finite is passed over.
    /// - Parameter wholeNumbers: whether a tick may only be a whole number, as for counts.
    package init(around values: [Double], wholeNumbers: Bool) {
        let finite = values.filter { $0.isFinite && abs($0) < 1e15 }
        let lowest = min(0, finite.min() ?? 0)
        let highest = max(0, finite.max() ?? 0)
        let span = highest == lowest ? 1 : max(highest - lowest, wholeNumbers ? 1 : 0)
        let magnitude = floor(log10(span / 5))
        var best: (step: Double, first: Double, count: Int)?
        for exponent in [magnitude, magnitude + 1] {
            for multiple in Self.multiples {
                let step = multiple * pow(10, exponent)
                guard !wholeNumbers || (step >= 1 && step == step.rounded()) else { continue }
                let first = floor(lowest / step + Self.noise)
                let last = max(ceil(highest / step - Self.noise), first + 2)
                let count = Int(last - first) + 1
                guard count <= 6, best == nil else { continue }
                best = (step, first, count)
            }
        }
        // A step is always found: the largest that is tried is two spans wide at least.
        let (step, first, count) = best ?? (span, -1, 3)
        let ticks = (0..<count).map { (first + Double($0)) * step }
        self.values = ticks
        domain = Domain(ticks[0], ticks[count - 1]) ?? .unit
    }

    /// How many decimals the labels need, all alike.
    package var decimals: Int {
        for places in 0..<6 where values.allSatisfy({ Self.isWhole($0 * pow(10, Double(places))) }) { return places }
        return 6
    }

    private static func isWhole(_ value: Double) -> Bool { abs(value - value.rounded()) < 1e-6 }

    private static let multiples = [1.0, 2, 2.5, 5]
    /// Below this share of a step a value counts as standing on the tick.
    private static let noise = 1e-9
}
