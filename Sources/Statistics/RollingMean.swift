extension Series {
    /// The mean of each month and the months before it, `window` months in all.
    ///
    /// - Parameters:
    ///   - window: how many months, the month itself the last of them; less than 1 counts as 1.
    ///   - minimumKnown: how many of them need a value; all where nil. The mean is of those that have one.
    /// - Returns: as many months as this series, without cells: unknown where too few of the window's months have a value, so
    ///   always in the first `window − 1` unless `minimumKnown` is less. A window with a minimum in it has a minimum as mean.
    package func rollingMean(window: Int, minimumKnown: Int? = nil) -> Series {
        let window = max(1, window)
        let needed = min(window, max(1, minimumKnown ?? window))
        var mean = self
        for index in observations.indices {
            let first = max(0, index - window + 1)
            let known = observations[first...index].lazy.map(\.quantity).filter { !$0.isMissing }
            let quantity = known.count < needed ? .unknown : known.sum().divided(by: Double(known.count))
            mean.observations[index] = Observation(month: observations[index].month, quantity: quantity, source: nil)
        }
        return mean
    }
}

extension Quantity {
    /// - Parameter divisor: greater than zero.
    func divided(by divisor: Double) -> Quantity {
        Quantity(interval.flatMap { one in Interval(divisor, divisor).flatMap { one / $0 } }, marks: marks)
    }
}
