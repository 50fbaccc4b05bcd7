import Scenes
import Statistics

/// A line of months as small as a word, from zero to its highest value, its last month a dot.
package struct Sparkline: Hashable, Sendable {
    /// Nil where a month is not known, which breaks the line.
    package var values: [Double?]

    package init(_ values: [Double?]) {
        self.values = values
    }

    /// What the notes say of such lines.
    static func remark(on lines: [Sparkline], _ months: ClosedRange<Month>, _ wording: Wording) -> String {
        let isBelowZero = lines.contains { line in line.values.contains { $0.map { $0 < 0 } ?? false } }
        return (isBelowZero ? wording.sparklinesBelowZero : wording.sparklines)(wording.months(months))
    }

    func items(in box: Rect, style: FigureStyle) -> [SceneItem] {
        let known = values.compactMap { $0 }
        guard let domain = Domain(min(0, known.min() ?? 0), max(0, known.max() ?? 0)) ?? (known.isEmpty ? nil : .unit) else { return [] }
        let radius = style.spaces.dot
        let scale = LinearScale(domain, length: max(0, box.height - 2 * radius))
        let step = values.count > 1 ? (box.width - 2 * radius) / Double(values.count - 1) : 0
        func point(_ index: Int, _ value: Double) -> Point {
            Point(x: box.minX + radius + Double(index) * step, y: box.maxY - radius - scale(value))
        }
        let base = point(0, 0).y
        var items: [SceneItem] = [
            .shape(
                ShapeItem(
                    .line(from: Point(x: box.minX, y: base), to: Point(x: box.maxX, y: base)),
                    stroke: Stroke(style.colours.grid, width: style.lines.grid)))
        ]
        var run: [Point] = []
        func end() {
            if run.count > 1 { items.append(.shape(ShapeItem(.line(run), stroke: Stroke(style.colours.other, width: style.lines.faint * 1.5, cap: .round)))) }
            if run.count == 1 { items.append(.shape(ShapeItem(.circle(centre: run[0], radius: radius / 2), fill: style.colours.other))) }
            run = []
        }
        for (index, value) in values.enumerated() {
            if let value { run.append(point(index, value)) } else { end() }
        }
        end()
        if let last = values.last ?? nil {
            items.append(.shape(ShapeItem(.circle(centre: point(values.count - 1, last), radius: radius), fill: style.colours.accent)))
        }
        return items
    }
}
