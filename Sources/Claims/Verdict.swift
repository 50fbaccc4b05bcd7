import Statistics

/// What the data say of a claim: the truth values of a logic in which not everything is known (Kleene, 1938).
///
/// A connective is decided as soon as what is known decides it, so more knowledge never turns a decided verdict round.
package enum Verdict: String, Hashable, Sendable, CaseIterable {
    case borneOut = "borne out"
    case contradicted
    case undecidable

    init(_ isTrue: Bool) {
        self = isTrue ? .borneOut : .contradicted
    }

    static prefix func ! (verdict: Verdict) -> Verdict {
        switch verdict {
        case .borneOut: .contradicted
        case .contradicted: .borneOut
        case .undecidable: .undecidable
        }
    }

    static func && (left: Verdict, right: @autoclosure () -> Verdict) -> Verdict {
        if left == .contradicted { return left }
        let right = right()
        if right == .contradicted { return right }
        return left == .borneOut ? right : left
    }

    static func || (left: Verdict, right: @autoclosure () -> Verdict) -> Verdict {
        !(!left && !right())
    }
}

extension Sequence {
    /// Whether it holds of all; borne out where there are none.
    func all(_ holds: (Element) -> Verdict) -> Verdict {
        var verdict = Verdict.borneOut
        for element in self {
            verdict = verdict && holds(element)
            if verdict == .contradicted { break }
        }
        return verdict
    }

    /// Whether it holds of one of them at least; contradicted where there are none.
    func any(_ holds: (Element) -> Verdict) -> Verdict { !all { !holds($0) } }
}

/// Two numbers this near to each other, as a share of the larger, are one: what arithmetic in binary fractions leaves.
private let tolerance = 1e-9

private func isLess(_ left: Double, _ right: Double) -> Bool {
    guard left < right else { return false }
    guard left.isFinite, right.isFinite else { return true }
    return right - left > tolerance * max(1, abs(left), abs(right))
}

/// Comparisons of what two quantities can be; undecidable where one of them is not known at all.
extension Interval? {
    static func < (left: Interval?, right: Interval?) -> Verdict {
        guard let left, let right else { return .undecidable }
        if isLess(left.upper, right.lower) { return .borneOut }
        return isLess(left.lower, right.upper) ? .undecidable : .contradicted
    }

    static func > (left: Interval?, right: Interval?) -> Verdict { right < left }
    static func >= (left: Interval?, right: Interval?) -> Verdict { !(left < right) }
    static func <= (left: Interval?, right: Interval?) -> Verdict { !(right < left) }

    /// Whether both are the same number.
    static func === (left: Interval?, right: Interval?) -> Verdict {
        guard let left, let right else { return .undecidable }
        if isLess(left.upper, right.lower) || isLess(right.upper, left.lower) { return .contradicted }
        let isOne = !isLess(left.lower, left.upper) && !isLess(right.lower, right.upper)
        return isOne ? .borneOut : .undecidable
    }

    /// Whether it lies between two ends, both included.
    func isWithin(_ ends: ClosedRange<Double>) -> Verdict {
        self >= Interval(ends.lowerBound) && self <= Interval(ends.upperBound)
    }
}

extension Interval {
    /// One number; nil for what is none.
    init?(_ number: Double) {
        self.init(number, number)
    }

    func scaled(by factor: Double) -> Interval? {
        Interval(factor).flatMap { self * $0 }
    }
}
