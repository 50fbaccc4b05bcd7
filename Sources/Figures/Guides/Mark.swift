package import Statistics

/// What part a mark plays, from which the style makes its colour.
package enum MarkRole: Hashable, Sendable {
    /// The month of the brief, or the first line.
    case focus
    case other
    /// The month before.
    case previous
    /// The second line.
    case second
    /// Monthly values behind their mean, and earlier years behind this one.
    case faint
    /// One of several parts, measures or provinces, by its slot in the style's list of colours.
    case part(Int)
    /// What the parts leave over.
    case rest
    /// One of the classes of a map of values, the lowest first, by its share of the style's list.
    case step(Int, of: Int)
    /// The same below zero, the nearest to it first.
    case below(Int, of: Int)
    /// Zero on such a map.
    case ground
    /// What makes a total fall.
    case fall
    /// Around a line, where it may lie.
    case ribbon
    /// What a mark is held against: a mean, a fitted line's end.
    case reference
}

extension MarkRole {
    var isPart: Bool { if case .part = self { true } else { false } }
}

/// A part of a band's bar, for marks that stand side by side: shares of the bar, 0 for its middle.
package struct Lane: Hashable, Sendable {
    package var offset: Double
    package var thickness: Double

    package init(offset: Double, thickness: Double) {
        self.offset = offset
        self.thickness = thickness
    }

    package static let whole = Lane(offset: 0, thickness: 1)

    /// The bar shared out among so many, from the first.
    ///
    /// - Parameter gap: between two of them, as a share of one.
    package static func side(_ index: Int, of count: Int, gap: Double = 0) -> Lane {
        let count = Double(max(1, count))
        let thickness = 1 / (count + gap * (count - 1))
        return Lane(offset: (Double(index) * (1 + gap) + 0.5) * thickness - 0.5, thickness: thickness)
    }
}

/// What shows data, in the space of the data: a band and a value, not yet points.
package enum Mark: Hashable, Sendable {
    /// From a value, zero if none is given, to another.
    case bar(band: Int, Lane, from: Double = 0, value: Double, MarkRole, BarLook)
    /// From one dot to another: a line, since what is no amount has no bar.
    case span(band: Int, from: Double, to: Double, MarkRole)
    /// Over the values that are possible.
    case whisker(band: Int, Lane, from: Double, to: Double)
    /// Through the middles of bands.
    case line([PlotPoint], MarkRole, LineLook = .whole)
    case dot(PlotPoint, MarkRole, DotShape = .disc, lane: Lane = .whole)
    /// Between two lines over bands that follow each other.
    case area([PlotRange], MarkRole)
    /// A line of the ground where bars of a band or areas meet: at one place over a bar, at several along an area.
    case joint([PlotJoint])
    /// From the end of one band's bar to the next.
    case connector(from: Int, to: Int, value: Double)
    /// Where a value is not there: never a bar, never nothing. In the middle of a cell where a value says so.
    case missing(band: Int, Lane, Quantity.Absence, at: Double? = nil)
    /// The same for bands closer than signs are wide: below the plot a line under each run of them, with one sign where that has room.
    case missingRuns([MissingRun])
}

package struct PlotPoint: Hashable, Sendable {
    package var band: Int
    package var value: Double

    package init(band: Int, value: Double) {
        self.band = band
        self.value = value
    }
}

package struct PlotRange: Hashable, Sendable {
    package var band: Int
    package var low: Double
    package var high: Double

    package init(band: Int, low: Double, high: Double) {
        self.band = band
        self.low = low
        self.high = high
    }
}

/// Where two parts meet that lie on each other.
package struct PlotJoint: Hashable, Sendable {
    package var band: Int
    package var value: Double
    /// How long the shorter of the two is, in values.
    package var shorter: Double

    package init(band: Int, value: Double, shorter: Double) {
        self.band = band
        self.value = value
        self.shorter = shorter
    }
}

/// Bands that follow each other, none of which has a value.
package struct MissingRun: Hashable, Sendable {
    package var bands: ClosedRange<Int>
    package var absence: Quantity.Absence
}

package enum DotShape: Hashable, Sendable, CaseIterable {
    case disc, square, triangle, diamond
    /// Open: provisional, or not the one that matters.
    case ring
}

package enum BarLook: Hashable, Sendable {
    case whole
    /// A minimum: its sides stand out beyond its end.
    case openEnded
    /// Provisional.
    case hatched
    case hatchedOpenEnded

    package init(isOpen: Bool, isHatched: Bool) {
        self =
            switch (isOpen, isHatched) {
            case (false, false): .whole
            case (true, false): .openEnded
            case (false, true): .hatched
            case (true, true): .hatchedOpenEnded
            }
    }

    var isOpen: Bool { self == .openEnded || self == .hatchedOpenEnded }
    var isHatched: Bool { self == .hatched || self == .hatchedOpenEnded }
}

package enum LineLook: Hashable, Sendable {
    case whole
    /// A minimum.
    case dashed
}

extension Mark {
    /// The marks of a quantity as a bar: a bar to what is certain, a whisker over what is possible, or the sign that the
    /// value is missing.
    package static func bar(
        of quantity: Quantity, measure: Measure, band: Int, lane: Lane = .whole, role: MarkRole
    ) -> [Mark] {
        let look = BarLook(isOpen: quantity.isOpen(in: measure), isHatched: quantity.marks.contains(.provisional))
        switch quantity.value {
        case .exact(let value), .atLeast(let value), .estimate(let value):
            return [.bar(band: band, lane, value: value, role, look)]
        case .atMost(let value):
            return [.whisker(band: band, lane, from: 0, to: value)]
        case .range(let lower, let upper):
            return [.bar(band: band, lane, value: lower, role, look), .whisker(band: band, lane, from: lower, to: upper)]
        case .missing(let absence):
            return [.missing(band: band, lane, absence)]
        }
    }

    /// The marks of a series as a line: through values that follow each other, a dot for a value between two gaps and for a
    /// provisional one; whiskers span ranges. Where the counting changed the line is broken.
    package static func line(of series: Series, _ role: MarkRole) -> [Mark] {
        var marks: [Mark] = []
        var run: [PlotPoint] = []
        func end() {
            if run.count > 1 { marks.append(.line(run, role)) }
            if run.count == 1 { marks.append(.dot(run[0], role)) }
            run = []
        }
        for (band, observation) in series.observations.enumerated() {
            let quantity = observation.quantity
            guard let value = quantity.number else {
                end()
                continue
            }
            if quantity.marks.contains(.breakInSeries) { end() }
            run.append(PlotPoint(band: band, value: value))
        }
        end()
        for (band, observation) in series.observations.enumerated() {
            let quantity = observation.quantity
            if case .range(let lower, let upper) = quantity.value { marks.append(.whisker(band: band, .whole, from: lower, to: upper)) }
            if quantity.marks.contains(.provisional), let value = quantity.number {
                marks.append(.dot(PlotPoint(band: band, value: value), role, .ring))
            }
        }
        return marks
    }
}

extension Quantity {
    /// Whether it is a minimum that is drawn as one: of a measure whose every figure is, the subtitle says so.
    package func isOpen(in measure: Measure) -> Bool {
        if case .atLeast = value { measure.counting != .floor } else { false }
    }
}

extension Mark {
    var isArea: Bool { if case .area = self { true } else { false } }

    var isMissing: Bool {
        switch self {
        case .missing, .missingRuns: true
        case .bar, .span, .whisker, .line, .dot, .area, .joint, .connector: false
        }
    }
}
