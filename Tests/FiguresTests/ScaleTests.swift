import Figures
import TestSupport
import Testing

@Suite struct ScaleTests {
    @Test func domainsRefuseWhatIsEmptyOrNotANumber() {
        #expect(Domain(1, 1) == nil)
        #expect(Domain(2, 1) == nil)
        #expect(Domain(.nan, 1) == nil)
        #expect(Domain(0, .nan) == nil)
        #expect(Domain(0, .infinity) == nil)
        #expect(Domain(-.greatestFiniteMagnitude, .greatestFiniteMagnitude) == nil)
        #expect(Domain(0, 1)?.length == 1)
    }

    @Test(arguments: 0..<200) func linearScalesAreMonotoneAndInvertible(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let lower = Double.random(in: -1e4...1e4, using: &random)
        let domain = try #require(Domain(lower, lower + Double.random(in: 1e-3...1e4, using: &random)))
        let scale = LinearScale(domain, length: Double.random(in: 1...800, using: &random))
        let values = (0..<20).map { _ in Double.random(in: domain.lower...domain.upper, using: &random) }.sorted()
        for (low, high) in zip(values, values.dropFirst()) { #expect(scale(low) <= scale(high)) }
        for value in values { #expect(abs(scale.value(at: scale(value)) - value) < domain.length * 1e-9) }
        #expect(scale(domain.lower) == 0)
        #expect(abs(scale(domain.upper) - scale.length) < 1e-9)
    }

    @Test(arguments: 0..<200) func logScalesAreMonotoneAndInvertible(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let lower = Double.random(in: 1e-6...1e4, using: &random)
        let domain = try #require(Domain(lower, lower * Double.random(in: 1.01...1e6, using: &random)))
        let scale = try #require(LogScale(domain, length: Double.random(in: 1...800, using: &random)))
        let values = (0..<20).map { _ in Double.random(in: domain.lower...domain.upper, using: &random) }.sorted()
        for (low, high) in zip(values, values.dropFirst()) { #expect(scale(low) <= scale(high)) }
        for value in values { #expect(abs(scale.value(at: scale(value)) - value) < value * 1e-9) }
        #expect(scale(domain.lower) == 0)
        #expect(abs(scale(domain.upper) - scale.length) < 1e-9)
        // Equal ratios, equal lengths.
        let middle = (domain.lower * domain.upper).squareRoot()
        #expect(abs(scale(middle) - scale.length / 2) < 1e-6)
        let chosen = ValueScale.logarithmic(scale)
        #expect(chosen(middle) == scale(middle) && chosen.value(at: 1) == scale.value(at: 1))
    }

    @Test func logScalesRefuseZeroAndLess() throws {
        for lower in [0.0, -1] {
            let domain = try #require(Domain(lower, 10))
            #expect(LogScale(domain, length: 100) == nil)
        }
        let domain = try #require(Domain(1, 100))
        let scale = try #require(LogScale(domain, length: 100))
        #expect(scale(10) == 50)
        #expect(scale(0) == -.infinity && scale(-5) == -.infinity)
        let linear = LinearScale(domain, length: 100)
        #expect(ValueScale.linear(linear)(10) == linear(10) && ValueScale.linear(linear).value(at: 7) == linear.value(at: 7))
        #expect(ValueScale.linear(linear).domain == ValueScale.logarithmic(scale).domain)
        #expect(ValueScale.linear(linear).length == ValueScale.logarithmic(scale).length)
    }

    @Test(arguments: 1..<40) func bandsShareTheLengthOut(count: Int) {
        let scale = BandScale(count: count, length: 300, gap: 0.5)
        #expect(abs(scale.bar * 1.5 * Double(count) - 300) < 1e-9)
        for band in 0..<count { #expect(scale.band(at: scale.centre(of: band)) == band) }
        #expect(scale.band(at: -1) == nil)
        #expect(scale.band(at: 300) == nil)
    }
}
