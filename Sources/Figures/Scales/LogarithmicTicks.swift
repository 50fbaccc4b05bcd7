import Glibc

extension Ticks {
    /// Ticks around the values of a logarithmic scale: powers of ten from four of them on, every second or third where
    /// there are many; of fewer decades also 2 and 5 times the powers, or 3 times; of values that lie close together all
    /// whole multiples. Two to seven, none of the values outside.
    ///
    /// - Parameter values: what is zero, negative, not finite or beyond 10⁻¹⁵ and 10¹⁵ is passed over, for it has no place
    ///   on such a scale; from 1 to 10 where nothing is left.
    package init(logarithmic values: [Double]) {
        let values = Self.placeable(values).filter { $0 > 1 / Self.greatest }
        let (lowest, highest) = (values.min() ?? 1, values.max() ?? 10)
        let powers = Self.multiples(of: [1], everyDecades: 1, from: lowest, to: highest)
        let candidates = powers.count >= Self.fewestPowers
            ? (1...6).map { Self.multiples(of: [1], everyDecades: $0, from: lowest, to: highest) }
            : [[1, 2, 5], [1, 3], Array(stride(from: 1, to: 10, by: 1))].map {
                Self.multiples(of: $0, everyDecades: 1, from: lowest, to: highest)
            }
        self.init(candidates.first { (3...Self.most).contains($0.count) } ?? candidates.last ?? powers)
    }

    /// From the last multiple of a power of ten that is not above `lowest` to the first that is not below `highest`, two
    /// at least.
    private static func multiples(
        of factors: [Double], everyDecades decades: Int, from lowest: Double, to highest: Double
    ) -> [Double] {
        let exponents = stride(from: (-18 / decades) * decades, through: 18, by: decades)
        let all = exponents.flatMap { exponent in factors.map { value($0, exponent) } }
        guard let first = all.lastIndex(where: { $0 <= lowest }), let last = all.firstIndex(where: { $0 >= highest }) else {
            return all
        }
        return Array(all[first...max(last, first + 1)])
    }

    /// Divided by a power of ten rather than multiplied by a fraction: 3 · 0.1 is not 0.3.
    private static func value(_ factor: Double, _ exponent: Int) -> Double {
        exponent < 0 ? factor / pow(10, Double(-exponent)) : factor * pow(10, Double(exponent))
    }

    private static let fewestPowers = 4
    private static let most = 7
}
