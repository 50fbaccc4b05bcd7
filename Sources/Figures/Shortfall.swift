/// What a content would need that was given too small a place: words are cut in it, or its marks have no room.
///
/// It is arranged nevertheless, so that all figures of a brief can be looked at before the author is told.
package struct Shortfall: Hashable, Sendable {
    /// Points that would do; nil where there is enough.
    package private(set) var width: Double?
    package private(set) var height: Double?

    package init(width: Double? = nil, height: Double? = nil) {
        self.width = width.map(Self.bounded)
        self.height = height.map(Self.bounded)
    }

    /// A share of nothing would ask for endless room.
    private static func bounded(_ length: Double) -> Double { length < most ? length : most }

    /// Points; no paper is as large.
    private static let most = 100_000.0

    /// The larger need of both, in each direction.
    package func union(_ other: Shortfall) -> Shortfall {
        Shortfall(width: Self.larger(width, other.width), height: Self.larger(height, other.height))
    }

    /// The same within something that is higher by so many points.
    package func heightened(by points: Double) -> Shortfall {
        Shortfall(width: width, height: height.map { $0 + points })
    }

    private static func larger(_ one: Double?, _ other: Double?) -> Double? {
        [one, other].compactMap { $0 }.max()
    }
}
