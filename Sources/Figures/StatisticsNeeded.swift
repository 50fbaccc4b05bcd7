package import Statistics

/// How much a quantity has changed, as exactly as the two are known.
package enum Change: Hashable, Sendable {
    case exact(Double)
    case atLeast(Double)
    case atMost(Double)

    /// The change from one quantity of a measure to another; nil where either is missing or nothing can be said of it.
    ///
    /// In a measure whose every figure is a minimum, the change is that of the figures as counted.
    package init?(from before: Quantity, to now: Quantity, of measure: Measure) {
        guard let first = before.number, let last = now.number else { return nil }
        let isFloor = measure.counting == .floor
        switch (before.value, now.value) {
        case (.exact, .exact): self = .exact(last - first)
        case (.exact, .atLeast), (.atLeast, .exact), (.atLeast, .atLeast):
            if isFloor {
                self = .exact(last - first)
            } else if case .exact = before.value {
                self = .atLeast(last - first)
            } else if case .exact = now.value {
                self = .atMost(last - first)
            } else {
                return nil
            }
        default: return nil
        }
    }
}

extension Series {
    /// The mean of each month and those before it, `window` months in all.
    ///
    /// - Parameter window: 2 or more.
    /// - Returns: as many as there are observations; nil for the first `window − 1`, and where a month of the window is
    ///   missing.
    package func rollingMean(over window: Int) -> [Double?] {
        let numbers = observations.map(\.quantity.number)
        return numbers.indices.map { index in
            guard index >= window - 1 else { return nil }
            var sum = 0.0
            for number in numbers[(index - window + 1)...index] {
                guard let number else { return nil }
                sum += number
            }
            return sum / Double(window)
        }
    }

    /// The lowest and the highest that are known, each the latest of its value; nil where nothing is known.
    package var extremes: (lowest: Observation, highest: Observation)? {
        var found: (lowest: Observation, highest: Observation)?
        for observation in observations {
            guard let number = observation.quantity.number else { continue }
            guard let before = found, let low = before.lowest.quantity.number, let high = before.highest.quantity.number else {
                found = (observation, observation)
                continue
            }
            found = (number <= low ? observation : before.lowest, number >= high ? observation : before.highest)
        }
        return found
    }
}

extension Quantity {
    /// The largest value that it may stand for, as far as it is drawn: the upper end of a range; nil where missing.
    package var upperNumber: Double? {
        if case .range(_, let upper) = value { return upper }
        return number
    }

    /// As the table writes it: "33", ">=33", "10..16", "14 [r]"; nothing for an unknown one.
    package var asWritten: String {
        let number =
            switch value {
            case .exact(let value): Self.plain(value)
            case .atLeast(let value): ">=" + Self.plain(value)
            case .atMost(let value): "<=" + Self.plain(value)
            case .range(let lower, let upper): Self.plain(lower) + ".." + Self.plain(upper)
            case .estimate(let value): "~" + Self.plain(value)
            case .missing(let absence): absence.rawValue
            }
        let letters = Marks.letters.filter { marks.contains($0.mark) }.map { " [\($0.letter)]" }
        return number + letters.joined()
    }

    private static func plain(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
}

extension Series {
    /// Whether no value that is known has a fraction, as counts have none.
    package var hasWholeNumbers: Bool {
        observations.allSatisfy { observation in
            [observation.quantity.number, observation.quantity.upperNumber].allSatisfy { $0.map { $0 == $0.rounded() } ?? true }
        }
    }
}
