/// Places values of a domain along a length in points, from 0 for the lowest.
package struct LinearScale: Hashable, Sendable {
    package let domain: Domain
    package let length: Double

    package init(_ domain: Domain, length: Double) {
        self.domain = domain
        self.length = length
    }

    package func callAsFunction(_ value: Double) -> Double {
        (value - domain.lower) / domain.length * length
    }

    /// The value at a place; the other way round.
    package func value(at place: Double) -> Double {
        domain.lower + place / length * domain.length
    }
}
