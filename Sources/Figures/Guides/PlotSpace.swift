package import Scenes

/// Where bands and values lie on the page: the one place that knows whether the bars stand or lie.
package struct PlotSpace: Hashable, Sendable {
    package let direction: Plot.Direction
    package let frame: Rect
    package let bands: BandScale
    package let values: LinearScale
    /// Between the plot and the labels of its bands, a row for the signs of missing values; 0 for none.
    package let strip: Double

    /// - Parameter length: of the values' scale, in points; the frame may be longer, for labels beyond the last mark.
    package init(
        direction: Plot.Direction, frame: Rect, count: Int, gap: Double, domain: Domain, length: Double, strip: Double = 0
    ) {
        self.strip = strip
        self.direction = direction
        self.frame = frame
        bands = BandScale(count: count, length: direction == .vertical ? frame.width : frame.height, gap: gap)
        values = LinearScale(domain, length: length)
    }

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

    package func line(along: ClosedRange<Double>, value: Double) -> Path {
        let up = values(value)
        return .line(from: point(along: along.lowerBound, up: up), to: point(along: along.upperBound, up: up))
    }

    /// The middle of a lane in points along the bands.
    package func centre(of band: Int, _ lane: Lane) -> Double { bands.centre(of: band) + lane.offset * bands.bar }

    /// What a lane covers in points along the bands.
    package func extent(of band: Int, _ lane: Lane) -> ClosedRange<Double> {
        let centre = centre(of: band, lane)
        let half = lane.thickness * bands.bar / 2
        return (centre - half)...(centre + half)
    }

    package func point(_ place: PlotPoint) -> Point {
        point(along: bands.centre(of: place.band), up: values(place.value))
    }
}
