import Figures
import Scenes

let keyRules: [Rule] = [
    Rule(
        "R-direct-labels", isNeverBroken: true, "lines are labelled at their ends, not in a key",
        why: "To go from a line to a key and back is to read the chart twice.", check: .figure(direct)),
    Rule(
        "R-key-near", "a key stands beside its plot", why: "Who must look for it forgets what for.", check: .figure(near)),
]

private func direct(_ subject: FigureSubject) -> [Finding] {
    // Panels may share a key.
    guard subject.plots.count == 1, let plot = subject.plots.first else { return [] }
    let lines = Set(plot.lines.compactMap { $0.item.stroke?.colour })
    let keys = Set(plot.shapes("key").flatMap { [$0.item.fill, $0.item.stroke?.colour] }.compactMap { $0 })
    return lines.isDisjoint(with: keys) ? [] : [Finding("lines are explained in a key", hint: "label each at its end")]
}

private func near(_ subject: FigureSubject) -> [Finding] {
    subject.plots.compactMap { plot in
        guard let key = bounds(plot.texts("key").map(\.ink)),
            // The words of events stand above the marks, and are a part of the plot.
            let plotted = bounds(["axis", "marks", "labels", "annotations"].flatMap { plot.shapes($0).map(\.bounds) + plot.texts($0).map(\.ink) })
        else { return nil }
        let apart = max(plotted.minY - key.maxY, key.minY - plotted.maxY, plotted.minX - key.maxX, key.minX - plotted.maxX)
        return apart > furthest ? Finding("the key stands \(Int(apart.rounded())) points away from its plot", hint: "set a smaller `after-key` in the style") : nil
    }
}

/// Points.
private let furthest = 36.0
