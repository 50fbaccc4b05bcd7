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
        /// Whose, where a figure has a panel for each province.
        package var panel: String?
        package var text: String

        package init(_ target: Target, in panel: String? = nil, _ text: String) {
            self.target = target
            self.panel = panel
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

extension Annotations {
    /// Something that a figure has no place for.
    package struct Stranger: Hashable, Sendable {
        /// As the author wrote it.
        package var text: String
        /// What would have a place.
        package var hint: String
        /// The month that it is about, where all months shown come after it: each month some go. Nil otherwise.
        package var past: Month?
    }

    /// Those that a plot has no place for.
    package func strangers(to plot: Plot) -> [Stranger] {
        func stranger(_ text: String, _ month: Month?) -> Stranger {
            Stranger(text: text, hint: plot.placesToName, past: month.flatMap { plot.isAfter($0) ? $0 : nil })
        }
        let foreign =
            periods.filter { plot.bands(of: $0.months) == nil }.map { stranger($0.text, $0.months.upperBound) }
            + events.filter { plot.band(of: $0.month) == nil }.map { stranger($0.text, $0.month) }
            + callOuts.filter { $0.panel == nil && plot.point(of: $0.target) == nil }.map { callOut in
                if case .month(let month) = callOut.target { stranger(callOut.text, month) } else { stranger(callOut.text, nil) }
            }
        return foreign
            + callOuts.filter { $0.panel != nil }.map {
                Stranger(text: $0.text, hint: "the figure has no panels: leave `in` out, or choose the kind multiples")
            }
    }

    /// All of them, for a figure without a plot.
    var strangersToAll: [Stranger] {
        (periods.map(\.text) + events.map(\.text) + callOuts.map(\.text)).map {
            Stranger(text: $0, hint: "choose a kind that draws months or provinces, or take it out")
        }
    }

    /// All but what has passed.
    package func without(_ strangers: [Stranger]) -> Annotations {
        func isPast(_ text: String, _ month: Month) -> Bool { strangers.contains { $0.text == text && $0.past == month } }
        var others = self
        others.periods.removeAll { isPast($0.text, $0.months.upperBound) }
        others.events.removeAll { isPast($0.text, $0.month) }
        others.callOuts.removeAll { if case .month(let month) = $0.target { isPast($0.text, month) } else { false } }
        return others
    }

    /// Those of one panel.
    func inPanel(of province: String) -> Annotations {
        var own = self
        own.callOuts = callOuts.filter { $0.panel == province }.map { CallOut($0.target, $0.text) }
        return own
    }

    /// "Marked: April to June 2023 (Offensive) and July 2023 (The most of all)."; nil for none.
    func sentence(_ wording: Wording) -> String? {
        let places =
            periods.map { (wording.window($0.months), $0.text) } + events.map { (wording.month($0.month), $0.text) }
            + callOuts.map { callOut in
                let place = switch callOut.target {
                case .month(let month): wording.month(month)
                case .province(let province): province
                }
                return (callOut.panel.map { wording.subjectIn(place, $0) } ?? place, callOut.text)
            }
        return places.isEmpty ? nil : wording.marked(wording.list(places.map { wording.withChange($0.0, $0.1) }))
    }
}

extension FigureKind {
    /// With what the author writes into the figure.
    package func alternativeText(with annotations: Annotations, _ wording: Wording) -> String {
        [alternativeText, annotations.sentence(wording)].compactMap { $0 }.joined(separator: " ")
    }
}
