import Glibc

/// The values at which an axis is labelled: round numbers at equal distances, or, on a logarithmic scale, at equal ratios
/// as nearly as round numbers have them.
package struct Ticks: Hashable, Sendable {
    /// Two at least, the lowest first.
    package let values: [Double]

    /// From the first tick to the last.
    package let domain: Domain

    /// Ticks around the values of a chart whose marks start at zero: three to six, zero among them, and none of the
    /// values outside.
    ///
    /// - Parameter values: any, also none; what is not finite, or beyond `greatest`, is passed over.
    /// - Parameter wholeNumbers: whether a tick may only be a whole number, as for counts.
    /// - Parameter counts: how many.
    package init(around values: [Double], wholeNumbers: Bool, counts: ClosedRange<Int> = counts) {
        self.init(
            over: Self.placeable(values) + [0],
            rules: TickRules(
                counts: counts, isLoose: true, wholeNumbers: wholeNumbers, containsZero: true, keepsSign: true,
                mostSkipped: 1))
    }

    /// Ticks around the values of a chart whose lines need not start at zero: three to six, and none of the values outside.
    /// None is negative where no value is.
    ///
    /// - Parameter values: any; as around zero where there are none.
    /// - Parameter wholeNumbers: whether a tick may only be a whole number, as for counts.
    package init(spanning values: [Double], wholeNumbers: Bool) {
        let values = Self.placeable(values)
        self.init(
            over: values.isEmpty ? [0] : values,
            rules: TickRules(
                counts: Self.counts, isLoose: true, wholeNumbers: wholeNumbers, keepsSign: true, mostSkipped: 2))
    }

    private init(over values: [Double], rules: TickRules) {
        let (lowest, highest) = (values.min() ?? 0, values.max() ?? 0)
        // Values that are all the same, or too near to each other for labels to tell them apart, stand amid some room.
        let reach = max(lowest.magnitude, highest.magnitude)
        let isFlat = highest - lowest <= reach * Self.leastSpan
        let room = !isFlat ? 0 : reach == 0 ? 1 : max(rules.wholeNumbers ? 1 : 0, reach * Self.room)
        let lower = lowest < 0 ? lowest - room : max(0, lowest - room)
        let upper = highest < 0 ? min(0, highest + room) : highest + room
        let data = Domain(lower, upper) ?? .unit
        self.init(extendedWilkinson(data, target: Self.target, rules: rules))
    }

    /// - Parameter values: two at least, the lowest first.
    init(_ values: [Double]) {
        let domain = values.first.flatMap { first in values.last.flatMap { Domain(first, $0) } }
        self.values = domain == nil ? [0, 1] : values
        self.domain = domain ?? .unit
    }

    /// How many decimals the labels need, all alike.
    package var decimals: Int {
        for places in 0..<6 where values.allSatisfy({ Self.isWhole($0 * pow(10, Double(places))) }) { return places }
        return 6
    }

    private static func isWhole(_ value: Double) -> Bool { abs(value - value.rounded()) < 1e-6 }

    static func placeable(_ values: [Double]) -> [Double] { values.filter { $0.magnitude < greatest } }

    /// What is as large or larger is no count of anything, and no label has room for its digits.
    static let greatest = 1e15

    package static let counts = 3...6
    /// Of the counts up to 1000 three in four then get steps of 1, 2, 10, 20, 100 or 200; at 5, one in four gets 25 or 250.
    private static let target = 5.5
    /// As a share of the values: labels of more digits than this would be needed between them.
    private static let leastSpan = 1e-9
    /// Above and below values that are all the same, as a share of them.
    private static let room = 0.1
}
