import Figures
import Glibc
import TestSupport
import Testing

/// What the authors of extended Wilkinson labelling get: `extended(lower, upper, target, only.loose = isLoose)` of the R
/// package labeling 0.4.2 under R 4.2.2.
private let published: [(lower: Double, upper: Double, target: Double, isLoose: Bool, labels: [Double])] = [
    (8.1, 14.1, 4, false, [8, 10, 12, 14]),
    (0, 33, 4, false, [0, 10, 20, 30]),
    (0, 33, 5, true, [0, 10, 20, 30, 40]),
    (0, 33, 7, false, [0, 5, 10, 15, 20, 25, 30, 35]),
    (-12, 25, 4, false, [-10, 0, 10, 20]),
    (-12, 25, 4, true, [-15, -5, 5, 15, 25]),
    (-12, 25, 5, true, [-15, -10, -5, 0, 5, 10, 15, 20, 25]),
    (0, 0.4, 4, false, [0, 0.1, 0.2, 0.3, 0.4]),
    (0, 1, 4, true, [0, 0.5, 1]),
    (-98, 18, 4, false, [-100, -50, 0]),
    (-98, 18, 5, false, [-100, -75, -50, -25, 0, 25]),
    (-98, 18, 7, true, [-100, -80, -60, -40, -20, 0, 20]),
    (13.5, 81.3, 4, false, [20, 40, 60, 80]),
    (13.5, 81.3, 4, true, [0, 30, 60, 90]),
    (13.5, 81.3, 5, true, [10, 30, 50, 70, 90]),
    (0.0012, 0.0089, 4, true, [0, 0.003, 0.006, 0.009]),
    (0.0012, 0.0089, 5, false, [0.001, 0.003, 0.005, 0.007, 0.009]),
    (100, 987_654, 5, true, [0, 250_000, 500_000, 750_000, 1_000_000]),
    (-1, 200, 4, false, [0, 50, 100, 150, 200]),
    (-1, 200, 4, true, [-50, 0, 50, 100, 150, 200]),
    (119, 178, 4, false, [120, 140, 160, 180]),
    (119, 178, 5, true, [110, 120, 130, 140, 150, 160, 170, 180]),
    (1000, 1001, 5, false, [1000, 1000.25, 1000.5, 1000.75, 1001]),
    (-0.3, 0.7, 4, true, [-0.4, 0, 0.4, 0.8]),
    (1e6, 3.2e6, 4, true, [800_000, 1_600_000, 2_400_000, 3_200_000]),
    (0, 247, 7, true, [0, 50, 100, 150, 200, 250]),
    (17, 23, 4, false, [17, 19, 21, 23]),
]

@Suite struct TickTests {
    // MARK: Extended Wilkinson

    @Test(arguments: published.indices) func labelsAreThoseOfTheAuthors(index: Int) throws {
        let example = published[index]
        let data = try #require(Domain(example.lower, example.upper))
        #expect(extendedWilkinson(data, target: example.target, rules: TickRules(isLoose: example.isLoose)) == example.labels)
    }

    @Test func labelsKeepTheirRules() throws {
        let data = try #require(Domain(-12, 25))
        #expect(extendedWilkinson(data, target: 5, rules: TickRules(counts: 2...3)).count == 3)
        #expect(extendedWilkinson(data, target: 4, rules: TickRules(isLoose: true, containsZero: true)).contains(0))
        let positive = try #require(Domain(0.4, 2.6))
        #expect(extendedWilkinson(positive, target: 4, rules: TickRules(wholeNumbers: true)) == [0, 1, 2, 3])
        // No two labels include both ends and zero between them.
        let rules = TickRules(counts: 2...2, isLoose: true, containsZero: true)
        #expect(extendedWilkinson(data, target: 4, rules: rules).isEmpty)
    }

    // MARK: Linear ticks

    @Test(arguments: 0..<300) func ticksAreFewRoundAndAroundTheValues(seed: UInt64) {
        let (values, isWhole, low) = Self.sample(seed)
        let ticks = Ticks(around: values, wholeNumbers: isWhole)
        expectSound(ticks, around: values, wholeNumbers: isWhole)
        #expect(ticks.values.contains(0))
        // At most half of the axis is empty, except where whole numbers leave no choice.
        let highest = max(0, values.max() ?? 0)
        if low == 0, highest >= 2 { #expect(ticks.domain.upper <= highest * 2) }
    }

    @Test(arguments: 0..<300) func ticksSpanTheValuesOfLines(seed: UInt64) throws {
        let (values, isWhole, _) = Self.sample(seed)
        let offset = [0.0, 100, 5000, -20_000][Int(seed / 7) % 4]
        let moved = values.map { $0 + offset }
        let ticks = Ticks(spanning: moved, wholeNumbers: isWhole)
        expectSound(ticks, around: moved, wholeNumbers: isWhole)
        let lowest = try #require(moved.min())
        let highest = try #require(moved.max())
        if lowest >= 0 { #expect(ticks.domain.lower >= 0) }
        if highest <= 0 { #expect(ticks.domain.upper <= 0) }
        // As much of the axis is filled as of one that starts at zero, or more.
        if highest - lowest >= 2 { #expect(ticks.domain.length <= (highest - lowest) * 2) }
    }

    @Test func ticksOfKnownData() {
        #expect(Ticks(around: [38, 33, 2], wholeNumbers: true).values == [0, 10, 20, 30, 40])
        #expect(Ticks(around: [33], wholeNumbers: true).values == [0, 10, 20, 30, 40])
        #expect(Ticks(around: [31], wholeNumbers: true).values == [0, 10, 20, 30, 40])
        #expect(Ticks(around: [14], wholeNumbers: true).values == [0, 5, 10, 15])
        #expect(Ticks(around: [97], wholeNumbers: true).values == [0, 20, 40, 60, 80, 100])
        #expect(Ticks(around: [0, 0], wholeNumbers: true).values == [0, 1, 2])
        #expect(Ticks(around: [], wholeNumbers: true).values == [0, 1, 2])
        #expect(Ticks(around: [.nan, .infinity, 1], wholeNumbers: true).values == [0, 1, 2])
        #expect(Ticks(around: [-12, 25], wholeNumbers: true).values == [-20, -10, 0, 10, 20, 30])
        #expect(Ticks(around: [-5], wholeNumbers: true).values == [-5, -4, -3, -2, -1, 0])
        #expect(Ticks(around: [1e14], wholeNumbers: true).values == [0, 2e13, 4e13, 6e13, 8e13, 1e14])
        #expect(Ticks(around: [0.4], wholeNumbers: false).values == [0, 0.1, 0.2, 0.3, 0.4])
        #expect(Ticks(around: [0.4], wholeNumbers: false).decimals == 1)
    }

    @Test func ticksOfKnownLines() {
        #expect(Ticks(spanning: [101, 133], wholeNumbers: true).values == [100, 110, 120, 130, 140])
        #expect(Ticks(spanning: [7, 9], wholeNumbers: true).values == [7, 8, 9])
        #expect(Ticks(spanning: [7, 9], wholeNumbers: false).values == [7, 7.5, 8, 8.5, 9])
        #expect(Ticks(spanning: [5], wholeNumbers: true).values == [4, 5, 6])
        #expect(Ticks(spanning: [0, 0], wholeNumbers: true).values == [0, 1, 2])
        #expect(Ticks(spanning: [], wholeNumbers: true).values == [0, 1, 2])
        #expect(Ticks(spanning: [-3], wholeNumbers: true).values == [-4, -3, -2])
        #expect(Ticks(spanning: [1e14, 1e14 + 1], wholeNumbers: true).domain.contains(1e14 + 1))
    }

    // MARK: Logarithmic ticks

    @Test(arguments: 0..<300) func logarithmicTicksAreFewAndAroundTheValues(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let decades = [0.1, 1, 2, 4, 12, 28][Int(seed) % 6]
        let values = (0..<Int.random(in: 1...12, using: &random)).map { _ in
            pow(10, Double.random(in: (-decades / 2)...(decades / 2), using: &random))
        }
        let ticks = Ticks(logarithmic: values)
        #expect((2...7).contains(ticks.values.count))
        #expect(values.allSatisfy(ticks.domain.contains))
        #expect(ticks.values.allSatisfy(ticks.domain.contains))
        #expect(zip(ticks.values, ticks.values.dropFirst()).allSatisfy { 0 < $0 && $0 < $1 })
        // Each is a digit and noughts.
        for tick in ticks.values {
            let digits = String(tick).prefix { $0 != "e" }.filter(\.isNumber)
            #expect(digits.filter { $0 != "0" }.count == 1, "\(tick)")
        }
    }

    @Test func logarithmicTicksOfKnownData() {
        #expect(Ticks(logarithmic: [2, 38]).values == [2, 5, 10, 20, 50])
        #expect(Ticks(logarithmic: [1, 100]).values == [1, 2, 5, 10, 20, 50, 100])
        #expect(Ticks(logarithmic: [3, 700]).values == [3, 10, 30, 100, 300, 1000])
        #expect(Ticks(logarithmic: [1, 1000]).values == [1, 3, 10, 30, 100, 300, 1000])
        #expect(Ticks(logarithmic: [0.6, 3000]).values == [0.1, 1, 10, 100, 1000, 10_000])
        #expect(Ticks(logarithmic: [0.03, 2400]).values == [0.01, 0.1, 1, 10, 100, 1000, 10_000])
        #expect(Ticks(logarithmic: [1e-3, 1e12]).values == [1e-3, 1, 1e3, 1e6, 1e9, 1e12])
        #expect(Ticks(logarithmic: [30, 45]).values == [30, 40, 50])
        #expect(Ticks(logarithmic: [7]).values == [7, 8])
        #expect(Ticks(logarithmic: []).values == [1, 2, 5, 10])
        #expect(Ticks(logarithmic: [0, -3, .nan, 20, 40]).values == [20, 30, 40])
    }

    // MARK: Support

    private static func sample(_ seed: UInt64) -> (values: [Double], isWhole: Bool, low: Double) {
        var random = SeededGenerator(seed: seed)
        let size = [1.0, 3, 10, 50, 1000, 250_000][Int(seed) % 6]
        let low = seed % 5 == 0 ? -size : 0
        let values = (0..<Int.random(in: 1...12, using: &random)).map { _ in Double.random(in: low...size, using: &random) }
        let isWhole = seed % 2 == 0
        return (isWhole ? values.map { $0.rounded() } : values, isWhole, low)
    }

    private func expectSound(_ ticks: Ticks, around values: [Double], wholeNumbers: Bool) {
        #expect((3...6).contains(ticks.values.count))
        #expect(ticks.values.allSatisfy(ticks.domain.contains))
        #expect(values.allSatisfy(ticks.domain.contains))
        let steps = zip(ticks.values, ticks.values.dropFirst()).map { $1 - $0 }
        #expect(steps.allSatisfy { abs($0 - steps[0]) < steps[0] * 1e-6 })
        if wholeNumbers { #expect(ticks.values.allSatisfy { $0 == $0.rounded() }) }
    }
}
