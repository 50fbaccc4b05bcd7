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

    @Test(arguments: 0..<300) func ticksAreFewRoundAndAroundTheValues(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let size = [1.0, 3, 10, 50, 1000, 250_000][Int(seed) % 6]
        let low = seed % 5 == 0 ? -size : 0
        var values = (0..<Int.random(in: 1...12, using: &random)).map { _ in Double.random(in: low...size, using: &random) }
        let isWhole = seed % 2 == 0
        if isWhole { values = values.map { $0.rounded() } }
        let ticks = Ticks(around: values, wholeNumbers: isWhole)
        #expect((3...6).contains(ticks.values.count))
        #expect(ticks.values.contains(0))
        #expect(ticks.values.allSatisfy(ticks.domain.contains))
        #expect(values.allSatisfy(ticks.domain.contains))
        let steps = zip(ticks.values, ticks.values.dropFirst()).map { $1 - $0 }
        #expect(steps.allSatisfy { abs($0 - steps[0]) < steps[0] * 1e-6 })
        if isWhole { #expect(ticks.values.allSatisfy { $0 == $0.rounded() }) }
        // At most half of the axis is empty, except where whole numbers leave no choice.
        let highest = max(0, values.max() ?? 0)
        if low == 0, highest >= 2 { #expect(ticks.domain.upper <= highest * 2) }
    }

    @Test func ticksOfKnownData() {
        #expect(Ticks(around: [38, 33, 2], wholeNumbers: true).values == [0, 10, 20, 30, 40])
        #expect(Ticks(around: [0, 0], wholeNumbers: true).values == [0, 1, 2])
        #expect(Ticks(around: [], wholeNumbers: true).values == [0, 1, 2])
        #expect(Ticks(around: [.nan, .infinity, 1], wholeNumbers: true).values == [0, 1, 2])
        #expect(Ticks(around: [-12, 25], wholeNumbers: true).values == [-20, -10, 0, 10, 20, 30])
        #expect(Ticks(around: [0.4], wholeNumbers: false).decimals == 1)
    }

    @Test(arguments: 1..<40) func bandsShareTheLengthOut(count: Int) {
        let scale = BandScale(count: count, length: 300, gap: 0.5)
        #expect(abs(scale.bar * 1.5 * Double(count) - 300) < 1e-9)
        for band in 0..<count { #expect(scale.band(at: scale.centre(of: band)) == band) }
        #expect(scale.band(at: -1) == nil)
        #expect(scale.band(at: 300) == nil)
    }
}
