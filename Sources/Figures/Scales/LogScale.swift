import Glibc

/// Places positive values of a domain along a length in points so that equal ratios have equal lengths, from 0 for the lowest.
package struct LogScale: Hashable, Sendable {
    package let domain: Domain
    package let length: Double

    /// Nil for a domain that is not above zero throughout.
    package init?(_ domain: Domain, length: Double) {
        guard domain.lower > 0 else { return nil }
        self.domain = domain
        self.length = length
    }

    /// - Parameter value: greater than zero; what is not has its place infinitely far down.
    package func callAsFunction(_ value: Double) -> Double {
        log(max(0, value) / domain.lower) / logRatio * length
    }

    /// The value at a place; the other way round.
    package func value(at place: Double) -> Double {
        domain.lower * exp(place / length * logRatio)
    }

    /// The logarithm of how many times the lowest value the highest is.
    private var logRatio: Double { log(domain.upper / domain.lower) }
}
