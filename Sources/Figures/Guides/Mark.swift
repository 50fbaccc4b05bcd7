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
    /// Monthly values behind their mean.
    case faint
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
}

/// What shows data, in the space of the data: a band and a value, not yet points.
package enum Mark: Hashable, Sendable {
    /// From zero to a value.
    case bar(band: Int, Lane, value: Double, MarkRole, BarLook)
    /// Over the values that are possible.
    case whisker(band: Int, Lane, from: Double, to: Double)
    /// Through the middles of bands that follow each other.
    case line([PlotPoint], MarkRole)
    case dot(PlotPoint, MarkRole)
    /// Where a value is not there: never a bar, never nothing.
    case missing(band: Int, Lane, Quantity.Absence)
}

package struct PlotPoint: Hashable, Sendable {
    package var band: Int
    package var value: Double

    package init(band: Int, value: Double) {
        self.band = band
        self.value = value
    }
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

extension Mark {
    /// The marks of a quantity as a bar: a bar to what is certain, a whisker over what is possible, or the sign that the
    /// value is missing.
    package static func bar(
        of quantity: Quantity, measure: Measure, band: Int, lane: Lane = .whole, role: MarkRole
    ) -> [Mark] {
        let isOpen = if case .atLeast = quantity.value { measure.counting != .floor } else { false }
        let look = BarLook(isOpen: isOpen, isHatched: quantity.marks.contains(.provisional))
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
}
