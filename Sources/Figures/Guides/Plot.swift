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
        /// Short names that a reader can go on with: months of a year, days of a week. Some are left out where they would meet.
        case steps([String], focus: Int?)

        package var count: Int {
            switch self {
            case .months(let months, _): months.count
            case .names(let names): names.count
            case .steps(let names, _): names.count
            }
        }
    }

    /// What the values run along.
    package enum Values: Hashable, Sendable {
        /// Numbers.
        case ticks(Ticks, ValueAxis)
        /// Numbers at which something else is written: the days of a month.
        case places([Place], Domain)
        /// Bands of their own: the months of a map of values. A bar from 2 to 3 is the cell of the third.
        case bands(Bands)

        package struct Place: Hashable, Sendable {
            package var value: Double
            package var text: String

            package init(_ value: Double, _ text: String) {
                self.value = value
                self.text = text
            }
        }

        /// Numbers that have no axis, for every mark is labelled: from zero, or the lowest below it, to the highest.
        package static func unlabelled(_ ends: [Double]) -> Values {
            let ends = Ticks.placeable(ends) + [0]
            return .places([], Domain(ends.min() ?? 0, ends.max() ?? 1) ?? .unit)
        }

        package var domain: Domain {
            switch self {
            case .ticks(let ticks, _): ticks.domain
            case .places(_, let domain): domain
            case .bands(let bands): Domain(0, Double(max(1, bands.count))) ?? .unit
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

        package enum Place: Hashable, Sendable {
            /// Beyond the end of the mark, away from zero.
            case beyond
            /// Before the mark: at the lower of two ends.
            case before
            /// After the mark: at the higher of two ends, also below zero.
            case after
            /// Beside the end of a line that ends within the plot, on the far side.
            case beside
            /// Within a bar of this role that begins at a value, where it fits; nowhere else.
            case inside(from: Double, MarkRole)
            /// The same, at its beginning: the number of a day.
            case corner(from: Double, MarkRole)
        }

        package var band: Int
        package var lane: Lane
        /// Where the mark ends.
        package var value: Double
        package var parts: [Part]
        package var place: Place
        /// Whether the end of the mark stands out further than its value, as that of an open bar.
        package var isBeyondOpenEnd: Bool
        /// Whether it stands also in a plot that has not the room to label every bar.
        package var isEssential: Bool
        /// What stands within a cell where the values have no room.
        package var sign: String?
        /// Of two labels on either side of a mark what one of them says where the other has no room; empty for others.
        package var joined: [Part]

        package init(
            band: Int, lane: Lane = .whole, value: Double, parts: [Part], place: Place = .beyond, isBeyondOpenEnd: Bool = false,
            isEssential: Bool = true, sign: String? = nil, joined: [Part] = []
        ) {
            self.band = band
            self.lane = lane
            self.value = value
            self.parts = parts
            self.place = place
            self.isBeyondOpenEnd = isBeyondOpenEnd
            self.isEssential = isEssential
            self.sign = sign
            self.joined = joined
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
        package enum Side: Hashable, Sendable { case left, right }

        package var value: Double
        package var text: String
        package var role: MarkRole
        package var side: Side
        /// What the line is, for a key where there is no room to say it here.
        package var name: String?
        /// What stands here beside a key.
        package var short: String?
        /// Whether it is smaller and grey, beside others that matter more.
        package var isQuiet: Bool

        package init(
            value: Double, text: String, role: MarkRole, side: Side = .right, name: String? = nil, short: String? = nil, isQuiet: Bool = false
        ) {
            self.value = value
            self.text = text
            self.role = role
            self.side = side
            self.name = name
            self.short = short
            self.isQuiet = isQuiet
        }
    }

    package struct KeyEntry: Hashable, Sendable {
        package enum Sample: Hashable, Sendable {
            case box
            case line
            case dot(DotShape)
        }

        package var role: MarkRole
        package var text: String
        package var sample: Sample

        package init(_ role: MarkRole, _ text: String, _ sample: Sample = .box) {
            self.role = role
            self.text = text
            self.sample = sample
        }
    }

    /// A value that all bands are held against: a line through the plot and a text at its end.
    package struct Reference: Hashable, Sendable {
        package var value: Double
        /// Nil where a key says what the line is.
        package var text: String?
        /// What the value is, for a key.
        package var name: String

        package init(value: Double, text: String?, name: String) {
            self.value = value
            self.text = text
            self.name = name
        }
    }

    package var direction: Direction
    package var bands: Bands
    package var values: Values
    package var marks: [Mark]
    package var missing: MissingPlace
    /// In the order in which they are given room.
    package var labels: [Label] = []
    package var directLabels: [DirectLabel] = []
    /// Above the plot, in the order of the marks.
    package var key: [KeyEntry] = []
    /// Whether the key stands only where the direct labels, which say the same, have no room.
    package var hasSpareKey = false
    package var references: [Reference] = []
    /// Where the bands are months of the year: what the line of each year has at them, as far as it goes.
    package var years: [Int: [Double?]] = [:]
    /// The bands before which the counting changed.
    package var breaks: [Int] = []
    /// The height of a row of a horizontal plot, in rows of the style; its bars grow with it.
    package var rowShare = 1.0
    /// Whether the first and the last band lie at the edges of the plot, and not half a band within.
    package var isSpanning = false
    /// Whether bars fill their bands, as cells do.
    package var isGrid = false
    /// Whether equal ratios are equally long. Never with bars, which have no beginning then.
    package var isLogarithmic: Bool {
        get { isByRatios && !marks.contains { if case .bar = $0 { true } else { false } } }
        set { isByRatios = newValue }
    }
    private var isByRatios = false
    /// After the number of the last tick: "%".
    package var unit = ""

    package init(
        direction: Direction, bands: Bands, values: Values, marks: [Mark], missing: MissingPlace = .atZero,
        labels: [Label] = [], directLabels: [DirectLabel] = [], key: [KeyEntry] = []
    ) {
        self.direction = direction
        self.bands = bands
        self.values = values
        self.marks = marks
        self.missing = missing
        self.labels = labels
        self.directLabels = directLabels
        self.key = key
    }

    package init(
        direction: Direction, bands: Bands, ticks: Ticks, valueAxis: ValueAxis, marks: [Mark],
        missing: MissingPlace = .atZero, labels: [Label] = [], directLabels: [DirectLabel] = [], key: [KeyEntry] = []
    ) {
        self.init(
            direction: direction, bands: bands, values: .ticks(ticks, valueAxis), marks: marks, missing: missing, labels: labels,
            directLabels: directLabels, key: key)
    }
}
