import Statistics

/// The numbers that a bound lets through.
struct Allowance {
    var lower = -Double.infinity
    var upper = Double.infinity
    var includesEnds = (lower: true, upper: true)

    /// What a number is of: how near is near depends on it.
    enum Scale {
        case number, share, multiple
    }

    init(_ bound: Bound, _ amount: Amount, _ scale: Scale, settings: PhraseSettings) {
        let value = amount.value
        // Of a small share a tenth is near; of a large one, so many points.
        func width(_ share: Double) -> Double { scale == .share ? min(share / 2, abs(value) * share) : abs(value) * share }
        switch bound {
        case .rounded:
            let half = scale == .multiple ? abs(value) * settings.multiple : amount.isFraction ? min(settings.fraction, abs(value) * settings.about) : amount.halfUnit
            (lower, upper) = (value - half, value + half)
        case .exactly: (lower, upper) = (value, value)
        case .atLeast: lower = value
        case .atMost: upper = value
        case .moreThan: (lower, includesEnds.lower) = (value, false)
        case .fewerThan: (upper, includesEnds.upper) = (value, false)
        case .about: (lower, upper) = (value - width(settings.about), value + width(settings.about))
        case .nearly: (lower, upper, includesEnds.upper) = (value - width(settings.near), value, false)
        case .justOver: (lower, upper, includesEnds.lower) = (value, value + width(settings.near), false)
        }
    }

    /// Whether a number is let through.
    func holds(of number: Interval?) -> Verdict { holds(of: number, inUnitsOf: Interval(1)) }

    /// Whether a number is let through when counted in units of another: twice, a quarter more.
    func holds(of number: Interval?, inUnitsOf unit: Interval?) -> Verdict {
        var verdict = Verdict.borneOut
        if lower.isFinite {
            let end = unit?.scaled(by: lower)
            verdict = verdict && (includesEnds.lower ? number >= end : number > end)
        }
        if upper.isFinite {
            let end = unit?.scaled(by: upper)
            verdict = verdict && (includesEnds.upper ? number <= end : number < end)
        }
        return verdict
    }

    /// The same of a change by so much: 1.25 for a quarter more, 0.75 for a quarter less.
    func changed(_ direction: Change.Direction) -> Allowance {
        var changed = self
        if direction == .rise {
            (changed.lower, changed.upper) = (1 + lower, 1 + upper)
        } else {
            (changed.lower, changed.upper) = (1 - upper, 1 - lower)
            changed.includesEnds = (includesEnds.upper, includesEnds.lower)
        }
        return changed
    }
}

extension Bound {
    /// Whether it speaks of what a figure means, so that a minimum is open upwards, and not of what is recorded.
    var isOfMeaning: Bool {
        switch self {
        case .exactly, .atLeast, .atMost, .moreThan, .fewerThan: true
        case .rounded, .about, .nearly, .justOver: false
        }
    }
}
