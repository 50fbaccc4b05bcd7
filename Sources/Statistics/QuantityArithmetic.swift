/// Arithmetic goes by the quantities as they are recorded. Where every figure of a measure is a minimum
/// (`Measure.Counting.floor`), a recorded `33` against a recorded `14` is 19 more, as a reader of the table compares them:
/// both were counted by the same rule. A minimum that a cell states itself (`>=33`) is one here too, and stays one.
extension Quantity {
    /// What the value can be; nil where it is missing. An estimate is taken at its number, and flagged.
    ///
    /// A maximum has no lower end: that a count is not below zero is nothing that a quantity knows.
    package var interval: Interval? {
        switch value {
        case .exact(let number): Interval(number, number)
        case .atLeast(let number): Interval(number, .infinity)
        case .atMost(let number): Interval(-.infinity, number)
        case .range(let lower, let upper): Interval(lower, upper)
        case .estimate(let number): Interval(number, number, isEstimate: true)
        case .missing: nil
        }
    }

    /// The quantity that says what an interval says.
    ///
    /// An estimate between two ends is their middle. An estimate with an open end is unknown, as is nil: no quantity can
    /// say "at least about".
    package init(_ interval: Interval?, marks: Marks = []) {
        guard let interval else {
            self.init(.missing(.unknown), marks: [])
            return
        }
        let isOpen = interval.lower == -.infinity || interval.upper == .infinity
        switch (interval.number, interval.isEstimate) {
        case (let number?, false): self.init(.exact(number), marks: marks)
        case (let number?, true): self.init(.estimate(number), marks: marks)
        case (nil, true) where isOpen: self = .unknown
        case (nil, true): self.init(.estimate((interval.lower + interval.upper) / 2), marks: marks)
        case (nil, false) where interval.upper == .infinity: self.init(.atLeast(interval.lower), marks: marks)
        case (nil, false) where interval.lower == -.infinity: self.init(.atMost(interval.upper), marks: marks)
        case (nil, false): self.init(.range(interval.lower, interval.upper), marks: marks)
        }
    }

    /// At least 14 and exactly 5 is at least 19; missing with anything is missing. The marks of both stay.
    package static func + (left: Quantity, right: Quantity) -> Quantity {
        combined(left, right) { $0 + $1 }
    }

    /// At least 14 less exactly 5 is at least 9; at least 14 less at least 5 is unknown. The marks of both stay.
    package static func - (left: Quantity, right: Quantity) -> Quantity {
        combined(left, right) { $0 - $1 }
    }

    /// This as a share of `whole`, 0.42 for 42 %; nil where either is missing, or the whole can be zero or less.
    package func share(of whole: Quantity) -> Interval? {
        guard let part = interval, let whole = whole.interval else { return nil }
        return part.share(of: whole)
    }

    private static func combined(
        _ left: Quantity, _ right: Quantity, by operation: (Interval, Interval) -> Interval?
    ) -> Quantity {
        switch (left.value, right.value) {
        case (.missing(let one), .missing(let other)): return Quantity(.missing(one == other ? one : .unknown))
        case (.missing, _), (_, .missing): return .unknown
        default: break
        }
        guard let one = left.interval, let other = right.interval else { return .unknown }
        return Quantity(operation(one, other), marks: left.marks.union(right.marks))
    }
}

extension Sequence<Quantity> {
    /// All together; missing where one of them is, unknown where there are none.
    package func sum() -> Quantity {
        var iterator = makeIterator()
        guard var sum = iterator.next() else { return .unknown }
        while let next = iterator.next() { sum = sum + next }
        return sum
    }
}

extension Measure {
    /// What a recorded figure says: the minimum `>=33` for a recorded `33` where all figures are minimums, itself otherwise.
    ///
    /// A cell that says more than a number (a range, a maximum, an estimate) is taken at its word.
    package func meaning(of recorded: Quantity) -> Quantity {
        guard counting == .floor, case .exact(let number) = recorded.value else { return recorded }
        return Quantity(.atLeast(number), marks: recorded.marks)
    }
}
