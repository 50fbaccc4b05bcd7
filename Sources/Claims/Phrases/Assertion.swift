package import Statistics

/// What a phrase claims of the quantity that it is about.
package enum Assertion: Hashable, Sendable {
    case amount(Bound, Amount)
    case between(Double, Double)
    case none
    /// A part of a whole.
    case share(Bound, Amount)
    case majority
    case all
    /// Nil for neither: the same figure.
    case change(Change.Direction, Base)
    case steady(Base)
    /// The earlier figure, this one, and the way from one to the other, as far as they are said.
    case changeBetween(Amount?, Amount?, Bound, Change.Direction?, Base)
    case difference(Change.Direction, Bound, Amount, Base)
    case relativeChange(Change.Direction, Bound, Amount, Base)
    case multiple(Bound, Double, Base)
    case divided(Bound, Double, Base)
    case extreme(Extreme, Reach, rank: Int, isJoint: Bool)
    case first(Reach)
    case onlyBehind(Month, Reach)
    case run(Run, Int, isExact: Bool)
    case rankOfProvinces(Extreme, Int)
    case onlyBehindProvince(String)
    case againstProvince(String, Change.Direction)
    case mean(Change.Direction, Window)
}

extension Assertion {
    /// What a change is counted from; nil for what is no change.
    var base: Base? {
        switch self {
        case .change(_, let base), .steady(let base), .changeBetween(_, _, _, _, let base), .difference(_, _, _, let base),
            .relativeChange(_, _, _, let base), .multiple(_, _, let base), .divided(_, _, let base): base
        case .amount, .between, .none, .share, .majority, .all, .extreme, .first, .onlyBehind, .run, .rankOfProvinces, .onlyBehindProvince,
            .againstProvince, .mean: nil
        }
    }
}

/// How a number bounds a figure.
package enum Bound: String, Hashable, Sendable, CaseIterable {
    /// As it is written out.
    case rounded
    case exactly, atLeast, atMost, moreThan, fewerThan, about, nearly, justOver
}

/// A number as a phrase writes it.
package struct Amount: Hashable, Sendable {
    package var value: Double
    /// Half of the last place that is written out.
    package var halfUnit: Double
    /// "a third", not "33 per cent".
    package var isFraction = false
}

/// What a change is counted from.
package enum Base: Hashable, Sendable {
    /// The period before, as long.
    case previous
    case yearBefore
    case month(Month)
    /// An earlier year, of a quantity of a year.
    case year(Int)
    /// Another province in the same months.
    case province(String)
}

package enum Extreme: Hashable, Sendable {
    case most, least
}

/// The months that an extreme is one of.
package enum Reach: Hashable, Sendable {
    case sinceMonth(Month)
    case sinceYear(Int)
    /// Months, this one the last.
    case span(Int)
    case thisYear
    /// A year, which the month itself is in or is held against.
    case year(Int, isOwn: Bool)
    case record
}

/// What lasts for months.
package enum Run: Hashable, Sendable {
    case rises, falls
    /// As the last change.
    case sameChanges
    case zeros
}

/// The months of a mean.
package enum Window: Hashable, Sendable {
    /// So many months, the one before this the last.
    case last(Int)
    case year(Int)
    case since(Month)
}

/// A phrase that was understood.
package struct Statement: Hashable, Sendable {
    package var sort: PhraseSort
    package var assertion: Assertion
    /// Whether it says that only what is known counts.
    package var isQualified: Bool
}
