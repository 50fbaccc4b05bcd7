package import Statistics

/// A chart before it has a size: bands in one direction, values in the other, marks and labels in the space of the data.
///
/// A kind makes it; `PlotContent` draws axes, marks and labels, whichever way the bands run.
package struct Plot: Hashable, Sendable {
    /// Which way the bars grow. A horizontal plot is the vertical one transposed.
    package enum Direction: Hashable, Sendable { case vertical, horizontal }

    package enum Bands: Hashable, Sendable {
        /// In order, without a hole; the focus is the month of the brief.
        case months([Month], focus: Month)
        /// From left to right or from the top down.
        case names([String])

        package var count: Int {
            switch self {
            case .months(let months, _): months.count
            case .names(let names): names.count
            }
        }
    }

    /// A text at the end of a mark.
    package struct Label: Hashable, Sendable {
        package enum Part: Hashable, Sendable {
            case value(String)
            case focus(String)
            case change(String)
        }

        package var band: Int
        package var lane: Lane
        /// Where the mark ends.
        package var value: Double
        package var parts: [Part]
        /// Whether the end of the mark stands out further than its value, as that of an open bar.
        package var isBeyondOpenEnd: Bool
        /// Whether it stands also in a plot that has not the room to label every bar.
        package var isEssential: Bool

        package init(
            band: Int, lane: Lane = .whole, value: Double, parts: [Part], isBeyondOpenEnd: Bool = false,
            isEssential: Bool = true
        ) {
            self.band = band
            self.lane = lane
            self.value = value
            self.parts = parts
            self.isBeyondOpenEnd = isBeyondOpenEnd
            self.isEssential = isEssential
        }
    }

    /// When the values have an axis and a grid.
    package enum ValueAxis: Hashable, Sendable {
        case always
        /// Only where there is no room to label every bar.
        case unlessAllLabelled
        case never
    }

    /// Where the sign of a missing value stands.
    package enum MissingPlace: Hashable, Sendable {
        /// Where its bar would begin.
        case atZero
        /// In a row of its own between the plot and the names of the bands, out of the way of lines.
        case belowPlot
    }

    /// A text beside the end of a line.
    package struct DirectLabel: Hashable, Sendable {
        package var value: Double
        package var text: String
        package var role: MarkRole

        package init(value: Double, text: String, role: MarkRole) {
            self.value = value
            self.text = text
            self.role = role
        }
    }

    package struct KeyEntry: Hashable, Sendable {
        package var role: MarkRole
        package var text: String

        package init(_ role: MarkRole, _ text: String) {
            self.role = role
            self.text = text
        }
    }

    package var direction: Direction
    package var bands: Bands
    package var ticks: Ticks
    package var valueAxis: ValueAxis
    package var marks: [Mark]
    package var missing: MissingPlace
    package var labels: [Label] = []
    package var directLabels: [DirectLabel] = []
    /// Above the plot, in the order of the marks.
    package var key: [KeyEntry] = []

    package init(
        direction: Direction, bands: Bands, ticks: Ticks, valueAxis: ValueAxis, marks: [Mark],
        missing: MissingPlace = .atZero, labels: [Label] = [], directLabels: [DirectLabel] = [], key: [KeyEntry] = []
    ) {
        self.direction = direction
        self.bands = bands
        self.ticks = ticks
        self.valueAxis = valueAxis
        self.marks = marks
        self.missing = missing
        self.labels = labels
        self.directLabels = directLabels
        self.key = key
    }
}
