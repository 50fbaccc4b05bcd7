package import Statistics

/// The months that a quantity is of: one, or several that are added up.
package struct Period: Hashable, Sendable {
    package let months: ClosedRange<Month>

    package init(_ months: ClosedRange<Month>) {
        self.months = months
    }

    /// How many months.
    var length: Int { months.lowerBound.distance(to: months.upperBound) + 1 }

    /// Whether it is a year from January to December.
    var isYear: Bool { months.lowerBound.month == 1 && length == 12 }

    func advanced(by count: Int) -> Period {
        Period(months.lowerBound.advanced(by: count)...months.upperBound.advanced(by: count))
    }
}
