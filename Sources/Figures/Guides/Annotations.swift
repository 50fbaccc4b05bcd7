package import Statistics

/// What the author writes into a plot: whichever kind it is, the words find their place by its bands.
package struct Annotations: Hashable, Sendable {
    /// Months that are set off by a ground: an offensive, a lockdown.
    package struct Period: Hashable, Sendable {
        package var months: ClosedRange<Month>
        package var text: String

        package init(_ months: ClosedRange<Month>, _ text: String) {
            self.months = months
            self.text = text
        }
    }

    /// A line at a month from which on something is different.
    package struct Event: Hashable, Sendable {
        package var month: Month
        package var text: String

        package init(_ month: Month, _ text: String) {
            self.month = month
            self.text = text
        }
    }

    /// A sentence that points at a mark.
    package struct CallOut: Hashable, Sendable {
        package enum Target: Hashable, Sendable {
            case month(Month)
            case province(String)
        }

        package var target: Target
        package var text: String

        package init(_ target: Target, _ text: String) {
            self.target = target
            self.text = text
        }
    }

    package var periods: [Period]
    package var events: [Event]
    package var callOuts: [CallOut]

    package init(periods: [Period] = [], events: [Event] = [], callOuts: [CallOut] = []) {
        self.periods = periods
        self.events = events
        self.callOuts = callOuts
    }

    package static let none = Annotations()

    package var isEmpty: Bool { self == .none }
}

extension Annotations.CallOut.Target {
    /// The band that it is about; nil where the plot has none.
    func band(in bands: Plot.Bands) -> Int? {
        switch (self, bands) {
        case (.month(let month), .months(let months, _)): months.firstIndex(of: month)
        case (.province(let province), .names(let names)): names.firstIndex(of: province)
        default: nil
        }
    }
}

extension Annotations {
    /// Those that a plot with these bands has no place for, as the author wrote them.
    package func strangers(to bands: Plot.Bands) -> [String] {
        let months: [Month] = if case .months(let months, _) = bands { months } else { [] }
        let foreign: [(String, Bool)] =
            periods.map { period in (period.text, !months.contains { period.months.contains($0) }) }
            + events.map { ($0.text, !months.contains($0.month)) }
            + callOuts.map { ($0.text, $0.target.band(in: bands) == nil) }
        return foreign.filter(\.1).map(\.0)
    }
}
