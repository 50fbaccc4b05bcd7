/// The months of a series with the largest and the smallest value on record.
package struct Extremes: Hashable, Sendable {
    /// Those with the largest recorded number (`Quantity.number`), in order: several where they tie.
    package let largest: [Series.Observation]
    /// Those with the smallest, in order.
    package let smallest: [Series.Observation]
    /// Whether no other month with a value can be as large: false where a month of `>=14` stands beside one of 20.
    package let largestIsCertain: Bool
    package let smallestIsCertain: Bool
    /// The months that the comparison knows nothing of, in order.
    package let missingMonths: [Month]
}

extension Series {
    /// The largest and the smallest among the months that have a value; nil where none has.
    package var extremes: Extremes? {
        let known = known
        let numbers = known.compactMap(\.quantity.number)
        guard let most = numbers.max(), let least = numbers.min() else { return nil }
        return Extremes(
            largest: known.filter { $0.quantity.number == most },
            smallest: known.filter { $0.quantity.number == least },
            largestIsCertain: areCertain(known, at: most) { other, these in other.upper < these.lower },
            smallestIsCertain: areCertain(known, at: least) { other, these in other.lower > these.upper },
            missingMonths: missingMonths)
    }
}

/// Whether the observations with a number are surely alone there: equal to each other, and all others beyond them.
private func areCertain(
    _ observations: [Series.Observation], at number: Double, isBeyond: (_ other: Interval, _ these: Interval) -> Bool
) -> Bool {
    let these = observations.filter { $0.quantity.number == number }.compactMap(\.quantity.interval)
    let others = observations.filter { $0.quantity.number != number }.compactMap(\.quantity.interval)
    guard these.count == 1 || these.allSatisfy({ $0.number != nil }) else { return false }
    return others.allSatisfy { other in these.allSatisfy { isBeyond(other, $0) } }
}
