import Statistics

/// What the destination of a claim names: `attacks@Homs[-1]`, `share(attacks@Homs, attacks)`.
package indirect enum Expression: Hashable, Sendable {
    case number(Double)
    case cells(Cells)
    case incidents(IncidentCount)
    case negative(Expression)
    case operation(Operator, Expression, Expression)
    case function(Function, [Expression])

    package enum Operator: String, Hashable, Sendable {
        case plus = "+", minus = "-", times = "*", over = "/"
    }

    package enum Function: String, Hashable, Sendable, CaseIterable {
        case share, mean, max, min, sum
    }

    /// A measure in a province over a period, with its whole history.
    package struct Cells: Hashable, Sendable {
        /// From the first month of the table to the month of the brief.
        var series: Series
        var period: Period
        /// "attacks in Hama".
        var name: String

        /// By what it is of: the series follows from that.
        package static func == (left: Cells, right: Cells) -> Bool {
            left.series.measure.key == right.series.measure.key && left.series.province == right.series.province
                && left.period == right.period
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(series.measure.key)
            hasher.combine(series.province)
            hasher.combine(period)
        }
    }

    /// The first quantity in it, by which its months are counted.
    var leading: Leading? {
        switch self {
        case .number: nil
        case .cells(let cells): Leading(period: cells.period, cells: cells)
        case .incidents(let count): Leading(period: count.period, cells: nil)
        case .negative(let inner): inner.leading
        case .operation(_, let left, let right): left.leading ?? right.leading
        case .function(_, let parts): parts.lazy.compactMap(\.leading).first
        }
    }

    struct Leading {
        var period: Period
        var cells: Cells?
    }

    /// The cells that it is, where it is nothing but cells.
    var cells: Cells? {
        if case .cells(let cells) = self { return cells }
        return nil
    }
}

/// A destination: a quantity, or a comparison of two.
package enum Destination: Hashable, Sendable {
    case quantity(Expression)
    case comparison(Expression, Relation, Expression)

    package enum Relation: String, Hashable, Sendable, CaseIterable {
        case less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">=", equal = "=", unequal = "!="
    }
}
