import Scenes
import Statistics

/// Months under a vertical plot, and under them a line and a number for each year.
///
/// Labels are left out at equal distances where they would meet, counted from the last month, which always has its own.
struct MonthAxis {
    private(set) var items: [SceneItem] = []

    /// With the space between the plot and the labels.
    static func height(style: FigureStyle) -> Double {
        style.spaces.axis + 2 * style.texts.axis.leading + style.spaces.tickLength
    }

    init(
        _ months: [Month], focus: Month, space: PlotSpace, right: Double, style: FigureStyle, wording: Wording,
        measurer: any TextMeasurer
    ) {
        guard !months.isEmpty else { return }
        let edge = space.frame.maxY + space.strip
        let top = edge + style.spaces.axis
        let labels = Self.thinned(
            months.enumerated().map { band, month in
                let look = month == focus ? style.texts.axisFocus : style.texts.axis
                let block = TextBlock(wording.shortName(of: month), look, measurer: measurer)
                let centre = space.point(along: space.bands.centre(of: band), up: 0).x
                return Label(block: block, centre: centre, left: Self.left(block.width, centre, space, right))
            }, apart: style.spaces.tick)
        let stroke = Stroke(style.colours.zero, width: style.lines.grid)
        if labels.count < months.count {
            for label in labels {
                let start = Point(x: label.centre, y: edge)
                let end = Point(x: label.centre, y: start.y + style.spaces.tickLength)
                items.append(.shape(ShapeItem(.line(from: start, to: end), stroke: stroke)))
            }
        }
        items += labels.flatMap { $0.block.items(at: Point(x: $0.left, y: top)) }
        addYears(months, top: top + style.texts.axis.leading, space, right, style, stroke, measurer)
    }

    private struct Label {
        var block: TextBlock
        var centre: Double
        var left: Double
    }

    /// Centred, but within the plot and the figure.
    private static func left(_ width: Double, _ centre: Double, _ space: PlotSpace, _ right: Double) -> Double {
        max(space.frame.minX, min(centre - width / 2, right - width))
    }

    private static func thinned(_ labels: [Label], apart space: Double) -> [Label] {
        for distance in distances {
            let chosen = labels.indices.filter { (labels.count - 1 - $0) % distance == 0 }.map { labels[$0] }
            let isClear = zip(chosen, chosen.dropFirst()).allSatisfy { $0.left + $0.block.width + space <= $1.left }
            if isClear { return chosen }
        }
        return labels.suffix(1)
    }

    private mutating func addYears(
        _ months: [Month], top: Double, _ space: PlotSpace, _ right: Double, _ style: FigureStyle, _ stroke: Stroke,
        _ measurer: any TextMeasurer
    ) {
        var limit = Double.infinity
        var years: [[SceneItem]] = []
        var end = months.count
        // From the last year, which is the one that must be there.
        while end > 0 {
            let year = months[end - 1].year
            let start = months[..<end].firstIndex { $0.year == year } ?? 0
            let gap = space.bands.step - space.bands.bar
            let left = space.frame.minX + Double(start) * space.bands.step + gap / 2
            let lineEnd = space.frame.minX + Double(end) * space.bands.step - gap / 2
            let block = TextBlock(String(year), style.texts.axis, measurer: measurer)
            // A year too short for its number has it at its end, if it is the last.
            var x = block.width <= lineEnd - left || end < months.count ? left : max(0, min(left, right - block.width))
            // And the first year, cut to its last months, begins under the labels of the value axis.
            if start == 0 { x = max(0, min(x, limit - style.spaces.tick - block.width)) }
            // A line without a number would say nothing.
            if x + block.width + style.spaces.tick <= limit {
                let line = Path.line(from: Point(x: left, y: top), to: Point(x: lineEnd, y: top))
                years.append(
                    [.shape(ShapeItem(line, stroke: stroke))] + block.items(at: Point(x: x, y: top + style.spaces.tickLength)))
                limit = x
            }
            end = start
        }
        items += years.reversed().flatMap { $0 }
    }

    /// Months between two labels: whole parts of a year, so that the same months are labelled each year.
    private static let distances = [1, 2, 3, 4, 6, 12, 24, 36, 60]
}
