/// The provinces by the size of a measure in a month.
package struct Ranking: Hashable, Sendable {
    package struct Place: Hashable, Sendable {
        package let province: String
        /// From 1; provinces that tie share it, and the next one counts them: 1, 2, 2, 4.
        package let rank: Int
        package let observation: Series.Observation
    }

    package struct Unranked: Hashable, Sendable {
        package let province: String
        package let observation: Series.Observation
    }

    package let measure: Measure
    package let month: Month
    /// By recorded number (`Quantity.number`), the largest first; ties in the report's order.
    package let places: [Place]
    /// The provinces without a value, in the report's order. They are not zero, and not last.
    package let unranked: [Unranked]
}

extension StatisticsTable {
    /// The provinces by what a measure has in a month.
    ///
    /// - Parameter provinces: in the report's order; a name given twice is ranked twice.
    package func ranking(of measure: Measure, in provinces: [String], month: Month) -> Ranking {
        let entries = provinces.map { ($0, observation(of: measure, in: $0, month: month)) }
        let known = entries.enumerated().compactMap { index, entry in
            entry.1.quantity.number.map { (number: $0, index: index, province: entry.0, observation: entry.1) }
        }
        let sorted = known.sorted { $0.number != $1.number ? $0.number > $1.number : $0.index < $1.index }
        var places: [Ranking.Place] = []
        for (index, entry) in sorted.enumerated() {
            let ties = index > 0 && sorted[index - 1].number == entry.number
            let rank = ties ? places[index - 1].rank : index + 1
            places.append(Ranking.Place(province: entry.province, rank: rank, observation: entry.observation))
        }
        return Ranking(
            measure: measure, month: month, places: places,
            unranked: entries.filter(\.1.quantity.isMissing).map { Ranking.Unranked(province: $0.0, observation: $0.1) })
    }
}
