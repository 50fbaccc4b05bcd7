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

    /// A line for each year, and its number where there is room: for every year, or every second, counted from the last.
    private mutating func addYears(_ months: [Month], _ row: AxisRow, _ style: FigureStyle, _ measurer: any TextMeasurer) {
        let top = row.edge + AxisLabels.height(style: style)
        let stroke = Stroke(style.colours.zero, width: style.lines.grid)
        // Between the lines of two years there is some ground, also where bands touch.
        let gap = max(row.bands.step - row.bands.bar, style.lines.grid * 4)
        var years: [Year] = []
        for (index, month) in months.enumerated() {
            let end = row.left + Double(index + 1) * row.bands.step - gap / 2
            if years.last?.number == month.year {
                years[years.count - 1].end = end
            } else {
                let start = row.left + Double(index) * row.bands.step + gap / 2
                years.append(Year(number: month.year, start: start, end: end, block: TextBlock(String(month.year), style.texts.axis, measurer: measurer)))
            }
        }
        let distance = (1...max(1, years.count)).first { distance in
            Self.places(of: years, every: distance, row).isApart(by: style.spaces.tick)
        }
        let places = Self.places(of: years, every: distance ?? max(1, years.count), row)
        for (index, year) in years.enumerated() {
            let line = Path.line(from: Point(x: year.start, y: top), to: Point(x: year.end, y: top))
            items.append(.shape(ShapeItem(line, stroke: stroke)))
            guard let place = places.first(where: { $0.index == index }) else { continue }
            items += year.block.items(at: Point(x: place.left, y: top + style.spaces.tickLength))
        }
    }

    private struct Year {
        var number: Int
        var start, end: Double
        var block: TextBlock
    }

    fileprivate struct Place {
        var index: Int
        var left, width: Double
    }

    /// Where the numbers of every so many years stand: at the beginning of their lines.
    private static func places(of years: [Year], every distance: Int, _ row: AxisRow) -> [Place] {
        var places = years.indices.filter { (years.count - 1 - $0) % distance == 0 }.map { index in
            Place(index: index, left: max(0, min(years[index].start, row.right - years[index].block.width)), width: years[index].block.width)
        }
        // The first year, cut to its last months, begins under the labels of the value axis.
        if let first = places.first, places.count > 1, first.left + first.width > places[1].left {
            places[0].left = max(0, places[1].left - first.width - leastSpace)
        }
        return places
    }

    /// Whole parts of a year. A month that comes once a year says no more than the year beneath it: then the last stands alone.
    private static let distances = [1, 2, 3, 4, 6]
}

extension [MonthAxis.Place] {
    fileprivate func isApart(by space: Double) -> Bool {
        zip(self, dropFirst()).allSatisfy { $0.left + $0.width + space <= $1.left }
    }
}

/// Points between the numbers of two years that are pushed together.
private let leastSpace = 4.0
