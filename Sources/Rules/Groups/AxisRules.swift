import Figures
import Scenes
import Statistics

let axisRules: [Rule] = [
    Rule(
        "R-zero-bars", isNeverBroken: true, "bars start at zero and are as long as their values",
        why: "The eye compares lengths: a bar that is cut lies about the difference.", check: .figure(zeroOfBars)),
    Rule(
        "R-zero-lines", "lines start at zero, but by the profile of statistics offices",
        why: "A scale that begins elsewhere makes a small change look large.", check: .figure(zeroOfLines)),
    Rule(
        "R-one-scale", isNeverBroken: true, "a plot has one scale of values", why: "Where two scales cross is a choice, not a fact.",
        check: .figure(oneScale)),
    Rule(
        "R-whole-ticks", "counts have ticks at whole numbers", why: "There is no half an attack.", check: .figure(wholeTicks)),
    Rule(
        "R-few-bars", "fewer than ten bars stand without grid and value axis, but by the profile of statistics offices",
        why: "A number at each bar says it all, and says it exactly.", check: .figure(fewBars)),
    Rule(
        "R-last-month", "the last month is labelled", why: "It is the one that the brief is about.", check: .figure(lastMonth)),
]

private func zeroOfBars(_ subject: FigureSubject) -> [Finding] {
    subject.plots.flatMap { plot -> [Finding] in
        guard !plot.bars.isEmpty else { return [] }
        let ticks = ValueTicks(plot, subject.wording)
        if let least = ticks.all.min(by: { $0.value < $1.value }), least.value > 0 {
            return [Finding("the scale of the bars begins at \(least.text)", hint: "begin it at zero")]
        }
        return plot.unequalBars(subject.wording).map {
            [Finding("the bars of “\($0.0)” and “\($0.1)” are not as long as their values", hint: "begin all of them at zero, and break none")]
        } ?? []
    }
}

private func zeroOfLines(_ subject: FigureSubject) -> [Finding] {
    guard !subject.profile.linesMayStartAnywhere else { return [] }
    return subject.plots.compactMap { plot in
        let ticks = ValueTicks(plot, subject.wording)
        // Where equal ratios are equally high there is no zero.
        guard !plot.lines.isEmpty, !ticks.areRatios, let least = ticks.all.min(by: { $0.value < $1.value }), least.value > 0
        else { return nil }
        return Finding("the scale of the lines begins at \(least.text)", hint: "begin it at zero, or choose `profile: statistics-office` in the style")
    }
}

private func oneScale(_ subject: FigureSubject) -> [Finding] {
    subject.plots.compactMap { plot in
        let ticks = ValueTicks(plot, subject.wording)
        let isDouble = !ticks.left.isEmpty && !ticks.right.isEmpty && ticks.left.map(\.value) != ticks.right.map(\.value)
        return isDouble ? Finding("the plot has a scale at either side", hint: "draw two plots") : nil
    }
}

private func wholeTicks(_ subject: FigureSubject) -> [Finding] {
    let cells = subject.values.cells
    guard !cells.isEmpty, cells.allSatisfy({ $0.isMissing || $0.isWhole }) else { return [] }
    return subject.plots.compactMap { plot in
        ValueTicks(plot, subject.wording).all.first { $0.value != $0.value.rounded() }
            .map { Finding("there is a tick at \($0.text), and every value is a whole number", hint: "put ticks at whole numbers") }
    }
}

private func fewBars(_ subject: FigureSubject) -> [Finding] {
    let count = subject.values.cells.count
    guard count > 0, count < subject.profile.fewestBarsForAxis, subject.plots.count == 1, let plot = subject.plots.first, !plot.bars.isEmpty,
        !ValueTicks(plot, subject.wording).all.isEmpty || !plot.gridLines.isEmpty,
        // Several bars of a month may be too narrow for their numbers: then an axis must say them.
        plot.texts("labels").count(where: { text in plot.area.map { $0.minX <= text.ink.midX && text.ink.midX <= $0.maxX } ?? true }) >= count
    else { return [] }
    return [Finding("\(count) bars have an axis of values", hint: "give the figure room to label each bar: `width: page`")]
}

private func lastMonth(_ subject: FigureSubject) -> [Finding] {
    guard let month = subject.values.lastMonth else { return [] }
    let wording = subject.wording
    let name = wording.shortName(of: month)
    return subject.plots.compactMap { plot in
        // Where years are compared month by month no year stands below the months, and the last is always December.
        guard plot.texts("axis").contains(where: { $0.item.text == String(month.year) }) else { return nil }
        let months = plot.texts("axis").filter { wording.shortMonthNames.contains($0.item.text) }
        guard let last = months.max(by: { $0.ink.midX < $1.ink.midX }), last.item.text != name else { return nil }
        return Finding("the last label of the months is \(last.item.text), not \(name)", hint: "label the months back from the last")
    }
}

extension PlotPart {
    /// Two labels whose bars have another proportion than their numbers; nil where all agree, and where bars are stacked
    /// or labelled otherwise than with their values.
    fileprivate func unequalBars(_ wording: Wording) -> (String, String)? {
        let boxes = bars.map(\.bounds)
        guard let isVertical = areVertical(boxes), let area else { return nil }
        // A label at the edge may have been moved inwards, over another bar.
        let inner = texts("labels").filter { !isVertical || $0.ink.minX > area.minX + edge && $0.ink.maxX < area.maxX - edge }
        let labels = inner.compactMap { text in wording.value(of: text.item.text).map { (text, $0) } }.filter { $0.1 > 0 }
        var measured: [(text: String, unit: Double, length: Double)] = []
        for (text, value) in labels {
            // A label stands in the middle of its bar; one that does not may be that of another.
            let (x, y) = (text.ink.midX, (text.ink.minY + text.core.maxY) / 2)
            let here = boxes.filter { abs((isVertical ? $0.midX - x : $0.midY - y)) < centred }
            guard here.count == 1, let box = here.first else { continue }
            let length = isVertical ? box.height : box.width
            measured.append((text.item.text, length / value, length))
        }
        guard let longest = measured.max(by: { $0.length < $1.length }) else { return nil }
        // A rounded number may stand for a bar a little longer.
        return measured.first { abs($0.unit - longest.unit) * $0.length / $0.unit > max(1, 0.02 * longest.length) }
            .map { ($0.text, longest.text) }
    }

    /// Whether bars stand or lie, by the edge that all have in common; nil where there is none, and where they share the other
    /// one too, as the parts of one bar and the cells of one row do.
    private func areVertical(_ boxes: [Rect]) -> Bool? {
        func isShared(_ edge: (Rect) -> Double) -> Bool {
            guard let first = boxes.first else { return false }
            return boxes.allSatisfy { abs(edge($0) - edge(first)) < 0.01 }
        }
        guard boxes.count > 1 else { return nil }
        if isShared(\.maxY) { return isShared(\.minY) ? nil : true }
        return isShared(\.minX) && !isShared(\.maxX) ? false : nil
    }
}

/// Points.
private let centred = 0.5
private let edge = 1.0
