import Glibc

/// Student’s distribution.
package struct StudentT: Hashable, Sendable {
    /// Greater than zero.
    package let degreesOfFreedom: Double

    package init(degreesOfFreedom: Double) {
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// How likely a number up to `t` is.
    package func cumulative(_ t: Double) -> Double {
        let (square, freedom) = (t * t, degreesOfFreedom)
        let tail = regularisedBeta(freedom / 2, 0.5, at: freedom / (freedom + square), complement: square / (freedom + square)) / 2
        return t < 0 ? tail : 1 - tail
    }

    /// The number that one up to it is as likely as `probability`; nil unless that lies between 0 and 1.
    package func quantile(_ probability: Double) -> Double? {
        quantileOfSymmetric(probability, cumulative)
    }

    /// How many standard errors an interval reaches to either side that covers the truth so often: 0.95 for 95 %.
    func reach(of confidence: Double) -> Double? { quantile((1 + confidence) / 2) }
}

/// The quantile of the standard normal distribution; nil unless the probability lies between 0 and 1.
package func normalQuantile(_ probability: Double) -> Double? {
    quantileOfSymmetric(probability) { erfc(-$0 / 2.0.squareRoot()) / 2 }
}

/// Halves what encloses the quantile until binary fractions have nothing between. Sought in the lower tail, where a
/// probability near 1 loses no digits.
private func quantileOfSymmetric(_ probability: Double, _ cumulative: (Double) -> Double) -> Double? {
    guard probability > 0, probability < 1 else { return nil }
    guard probability != 0.5 else { return 0 }
    guard probability < 0.5 else { return quantileOfSymmetric(1 - probability, cumulative).map { -$0 } }
    var (lower, upper) = (-1.0, 0.0)
    while cumulative(lower) > probability, lower > -1e300 { lower *= 2 }
    while case let middle = lower + (upper - lower) / 2, middle > lower, middle < upper {
        if cumulative(middle) < probability { lower = middle } else { upper = middle }
    }
    return upper
}

/// The regularised incomplete beta function, by its continued fraction (NIST Digital Library of Mathematical Functions,
/// 8.17.22).
///
/// - Parameter complement: 1 − x, given apart so that no digits are lost near 1.
private func regularisedBeta(_ a: Double, _ b: Double, at x: Double, complement: Double) -> Double {
    guard x > 0 else { return 0 }
    guard complement > 0 else { return 1 }
    // The fraction converges fast on this side of the mean.
    guard x <= (a + 1) / (a + b + 2) else { return 1 - regularisedBeta(b, a, at: complement, complement: x) }
    let front = exp(a * log(x) + b * log(complement) + lgamma(a + b).0 - lgamma(a).0 - lgamma(b).0) / a
    // Evaluated forwards, by Lentz’s method.
    var (fraction, numerator, denominator) = (1.0, 1.0, 0.0)
    for term in 0..<mostTerms {
        let m = Double(term / 2)
        let coefficient: Double =
            if term == 0 {
                1
            } else if term % 2 == 0 {
                m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            } else {
                -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            }
        denominator = 1 / nonzero(1 + coefficient * denominator)
        numerator = nonzero(1 + coefficient / numerator)
        fraction *= numerator * denominator
        if abs(1 - numerator * denominator) < precision { break }
    }
    return front * (fraction - 1)
}

/// Far more than the degrees of freedom of a series of months ask for.
private let mostTerms = 1000
private let precision = 1e-15

private func nonzero(_ number: Double) -> Double { abs(number) < 1e-300 ? 1e-300 : number }
