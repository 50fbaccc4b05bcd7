import Scenes
import Statistics

/// Months under bands, and under them a line and a number for each year.
struct MonthAxis {
    private(set) var items: [SceneItem]

    /// With the space between the plot and the labels.
    static func height(style: FigureStyle) -> Double {
        AxisLabels.height(style: style) + style.texts.axis.leading + style.spaces.tickLength
    }

    init(
        _ months: [Month], focus: Month, row: AxisRow, style: FigureStyle, wording: Wording, measurer: any TextMeasurer
    ) {
        items = AxisLabels(
            months.map { wording.shortName(of: $0) }, focus: months.firstIndex(of: focus), row: row, distances: Self.distances,
            style: style, measurer: measurer
        ).items
        addYears(months, row, style, measurer)
    }

    private mutating func addYears(_ months: [Month], _ row: AxisRow, _ style: FigureStyle, _ measurer: any TextMeasurer) {
        let top = row.edge + AxisLabels.height(style: style)
        let stroke = Stroke(style.colours.zero, width: style.lines.grid)
        let gap = row.bands.step - row.bands.bar
        var limit = Double.infinity
        var years: [[SceneItem]] = []
        var end = months.count
        // From the last year, which is the one that must be there.
        while end > 0 {
            let year = months[end - 1].year
            let start = months[..<end].firstIndex { $0.year == year } ?? 0
            let left = row.left + Double(start) * row.bands.step + gap / 2
            let lineEnd = row.left + Double(end) * row.bands.step - gap / 2
            let block = TextBlock(String(year), style.texts.axis, measurer: measurer)
            // A year too short for its number has it at its end, if it is the last.
            var x = block.width <= lineEnd - left || end < months.count ? left : max(0, min(left, row.right - block.width))
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

    /// Whole parts of a year.
    private static let distances = [1, 2, 3, 4, 6, 12, 24, 36, 60]
}
