/// A measured value, as exactly as it is known.
package struct Quantity: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        /// `33`
        case exact(Double)
        /// `>=33`
        case atLeast(Double)
        /// `<=24`
        case atMost(Double)
        /// `10..16`, both ends possible; the first is below the second.
        case range(Double, Double)
        /// `~40`
        case estimate(Double)
        /// Never zero: a value that is not there.
        case missing(Absence)
    }

    /// Why a value is missing.
    package enum Absence: String, Hashable, Sendable, CaseIterable {
        /// An empty cell, or no row at all.
        case unknown = ""
        case notAvailable = "[x]"
        case notApplicable = "[z]"
        case confidential = "[c]"
    }

    /// What is to be said of a value, after the shorthand of the UK's statistical service.
    package struct Marks: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        package static let revised = Marks(rawValue: 1)
        package static let provisional = Marks(rawValue: 2)
        package static let breakInSeries = Marks(rawValue: 4)
        package static let lowReliability = Marks(rawValue: 8)

        /// Each mark with the letter that stands for it in a cell.
        package static let letters: [(mark: Marks, letter: Character)] = [
            (.revised, "r"), (.provisional, "p"), (.breakInSeries, "b"), (.lowReliability, "u"),
        ]
    }

    package var value: Value
    package var marks: Marks

    package init(_ value: Value, marks: Marks = []) {
        self.value = value
        self.marks = marks
    }

    package static let unknown = Quantity(.missing(.unknown))

    package var isMissing: Bool {
        if case .missing = value { return true }
        return false
    }

    /// The number that a mark stands at: the value, the floor of a minimum, the ceiling of a maximum, the lower end of a
    /// range; nil where it is missing.
    package var number: Double? {
        switch value {
        case .exact(let number), .atLeast(let number), .atMost(let number), .estimate(let number): number
        case .range(let lower, _): lower
        case .missing: nil
        }
    }

    /// The far end of what a mark covers: the upper end of a range, `number` of anything else; nil where it is missing.
    package var upperNumber: Double? {
        if case .range(_, let upper) = value { return upper }
        return number
    }
}
