import Glibc

extension Ticks {
    /// Ticks around the values of a logarithmic scale: powers of ten, every second or third where there are many; of three
    /// decades or fewer also 2 and 5 times the powers, or 3 times where that would be too many; of values that lie close
    /// together all whole multiples. Two to seven, none of the values outside.
    ///
    /// - Parameter values: what is zero, negative, not finite or beyond 10⁻¹⁵ and 10¹⁵ is passed over, for it has no place
    ///   on such a scale; from 1 to 10 where nothing is left.
    package init(logarithmic values: [Double]) {
        let values = Self.placeable(values).filter { $0 > 1 / Self.greatest }
        let (lowest, highest) = (values.min() ?? 1, values.max() ?? 10)
        func multiples(_ factors: [Double], everyDecades decades: Int = 1) -> [Double] {
            Self.multiples(of: factors, everyDecades: decades, from: lowest, to: highest)
        }
        let powers = multiples([1])
        if powers.count >= Self.fewestPowers {
            self.init((1...6).lazy.map { multiples([1], everyDecades: $0) }.first { $0.count <= Self.most } ?? powers)
        } else {
            let halves = multiples([1, 2, 5])
            self.init(
                halves.count > Self.most ? multiples([1, 3]) : halves.count > 2 ? halves : multiples([1, 2, 3, 4, 5, 6, 7, 8, 9]))
        }
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

    private static let fewestPowers = 5
    private static let most = 7
}
