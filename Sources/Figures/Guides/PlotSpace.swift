package import Scenes

/// Where bands and values lie on the page: the one place that knows whether the bars stand or lie.
package struct PlotSpace: Hashable, Sendable {
    package let direction: Plot.Direction
    package let frame: Rect
    package let bands: BandScale
    private let scale: ValueScale
    /// From the edge of the frame to the lowest value: room for labels below it.
    private let start: Double
    /// Between the plot and the labels of its bands, a row for the signs of missing values; 0 for none.
    package let strip: Double

    /// - Parameters:
    ///   - length: of the values' scale, in points; the frame may be longer, for labels beyond the last mark.
    ///   - start: where the scale begins in the frame.
    package init(
        direction: Plot.Direction, frame: Rect, count: Int, gap: Double, isSpanning: Bool = false, domain: Domain,
        isLogarithmic: Bool = false, length: Double, start: Double = 0, strip: Double = 0
    ) {
        self.strip = strip
        self.direction = direction
        self.frame = frame
        self.start = start
        bands = BandScale(count: count, length: direction == .vertical ? frame.width : frame.height, gap: gap, isSpanning: isSpanning)
        let logarithmic = isLogarithmic ? LogScale(domain, length: length) : nil
        scale = logarithmic.map(ValueScale.logarithmic) ?? .linear(LinearScale(domain, length: length))
    }

    /// A value in points from the edge of the frame.
    package func values(_ value: Double) -> Double { start + scale(value) }

    package var domain: Domain { scale.domain }
    package var length: Double { scale.length }
    /// Where bars begin: at zero, or at the end of the scale that is nearest to it.
    package var base: Double { max(domain.lower, min(0, domain.upper)) }

    /// - Parameter along: points in the direction of the bands, from the first.
    /// - Parameter up: points in the direction of the values, from the lowest.
    package func point(along: Double, up: Double) -> Point {
        switch direction {
        case .vertical: Point(x: frame.minX + along, y: frame.maxY - up)
        case .horizontal: Point(x: frame.minX + up, y: frame.minY + along)
        }
    }

    package func rect(along: ClosedRange<Double>, up: ClosedRange<Double>) -> Rect {
        let start = point(along: along.lowerBound, up: up.lowerBound)
        let end = point(along: along.upperBound, up: up.upperBound)
        return Rect(minX: start.x, minY: start.y, maxX: end.x, maxY: end.y)
    }

    /// Across all bands at a value.
    package func line(at value: Double) -> Path {
        let up = values(value)
        return .line(from: point(along: 0, up: up), to: point(along: bands.length, up: up))
    }

    /// The middle of a lane in points along the bands.
    package func centre(of band: Int, _ lane: Lane) -> Double { bands.centre(of: band) + lane.offset * bands.bar }

    /// What a lane covers in points along the bands.
    package func extent(of band: Int, _ lane: Lane) -> ClosedRange<Double> {
        let centre = centre(of: band, lane)
        let half = lane.thickness * bands.bar / 2
        return (centre - half)...(centre + half)
    }

    package func point(_ place: PlotPoint, _ lane: Lane = .whole) -> Point {
        point(along: centre(of: place.band, lane), up: values(place.value))
    }

    package func box(_ band: Int, _ lane: Lane, from: Double, to: Double) -> Rect {
        let (one, other) = (values(from), values(to))
        return rect(along: extent(of: band, lane), up: min(one, other)...max(one, other))
    }
}
