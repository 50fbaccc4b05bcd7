/// What a panel of small multiples takes from those beside it, so that all can be compared.
struct PanelGuides {
    /// Whether the numbers of the values stand beside it; the grid is always there.
    var hasNumbers: Bool
    /// Whether the labels of the bands stand below it.
    var hasBandLabels: Bool
    /// Whether there is a row for the signs of missing values.
    var hasStrip: Bool
    /// Whether the words of periods and events stand above it.
    var hasWords: Bool
    /// Above the plot, for words of annotations; nil where that is not settled yet.
    var above: Double?
    /// Right of the plot, for labels of lines.
    var right = 0.0
    /// Where the scale begins in the frame, and where it ends; nil where that is not settled yet.
    var scale: ClosedRange<Double>?

    /// The scale that all panels can have whose labels need these.
    static func scale(holding scales: [ClosedRange<Double>]) -> ClosedRange<Double>? {
        guard let start = scales.map(\.lowerBound).max(), let end = scales.map(\.upperBound).min() else { return nil }
        return start...max(start, end)
    }
}

extension Plot {
    /// The same values along the same scale in every plot, and their guides once for all: the key is taken out.
    static func aligned(_ plots: [Plot]) -> (plots: [Plot], key: [KeyEntry]) {
        let ticks = plots.compactMap { plot in if case .ticks(let ticks, _) = plot.values { ticks } else { nil } }
        let all = ticks.count == plots.count ? Ticks.holding(ticks) : nil
        let shared = plots.contains(where: \.isLogarithmic) ? all : all?.thinned
        var key: [KeyEntry] = []
        let aligned = plots.map { plot in
            var plot = plot
            if let shared { plot.values = .ticks(shared, .always) }
            let named = plot.directLabels.compactMap { label in label.name.map { KeyEntry(label.role, $0, .line) } }
            let references = plot.references.map { KeyEntry(.reference, $0.name, .line) }
            for entry in plot.key + named + references where !key.contains(entry) { key.append(entry) }
            plot.key = []
            // Beside each panel they would take the room of the panels.
            for index in plot.references.indices { plot.references[index].text = nil }
            // In a small plot what has no bar and no sign of a missing value is zero; the labels would stand on the signs.
            plot.labels.removeAll { label in
                guard label.value == 0, case .value = label.parts.first else { return false }
                return true
            }
            plot.directLabels = plot.directLabels.compactMap { label in
                guard label.name != nil || label.short != nil else { return label }
                return label.short.map { DirectLabel(value: label.value, text: $0, role: label.role, side: label.side) }
            }
            return plot
        }
        return (aligned, key)
    }

    var hasMissing: Bool { marks.contains(where: \.isMissing) }

    /// Whether a mark of it shows a value.
    var showsValues: Bool { marks.contains { !$0.isMissing } }
}

extension Ticks {
    /// Those among them that hold all others, or new ones that do; nil for none.
    static func holding(_ all: [Ticks]) -> Ticks? {
        guard let lower = all.map(\.domain.lower).min(), let upper = all.map(\.domain.upper).max() else { return nil }
        return all.first { $0.domain.lower <= lower && $0.domain.upper >= upper }
            ?? Ticks(spanning: [lower, upper], wholeNumbers: all.allSatisfy { $0.decimals == 0 })
    }

    /// Half as many where there are more than a small plot has room for: at double the distance, zero among them as before.
    var thinned: Ticks {
        guard values.count > Self.mostInPanel else { return self }
        let step = (values[1] - values[0]) * 2
        let (first, last) = ((domain.lower / step).rounded(.down), (domain.upper / step).rounded(.up))
        return Ticks((Int(first)...Int(last)).map { Double($0) * step })
    }

    private static let mostInPanel = 4
}
