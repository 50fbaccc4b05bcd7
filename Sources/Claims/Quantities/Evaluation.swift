import Diagnostics
import Statistics

/// Reads the data for an expression, as it stands or some months earlier.
struct Evaluation {
    /// How far from an estimate the truth may lie, as a share of it.
    let estimateWidth: Double

    /// - Parameter shift: months by which every quantity in it is moved; negative for earlier.
    func reading(of expression: Expression, shift: Int = 0) -> Reading {
        switch expression {
        case .number(let number):
            let interval = Interval(number)
            return Reading(recorded: interval, meant: interval)
        case .cells(let cells):
            return cells.series.months == nil ? .unknown : sum(values(of: cells, shift: shift))
        case .incidents(let count):
            return count.reading(shift: shift)
        case .negative(let inner):
            return map(reading(of: inner, shift: shift)) { $0.scaled(by: -1) }
        case .operation(let sign, let left, let right):
            return combined(reading(of: left, shift: shift), reading(of: right, shift: shift)) { left, right in
                switch sign {
                case .plus: left + right
                case .minus: left - right
                case .times: left * right
                case .over: left / right
                }
            }
        case .function(let function, let parts):
            return value(of: function, parts, shift: shift)
        }
    }

    /// The recorded figure alone: what comparisons over many months ask for.
    func recorded(_ expression: Expression, shift: Int) -> Interval? {
        if let cells = expression.cells, cells.period.length == 1 {
            return interval(cells.series[cells.period.months.lowerBound.advanced(by: shift)].quantity)
        }
        return reading(of: expression, shift: shift).recorded
    }

    /// The figures that are read for it: less work than a reading where only they are asked for.
    func witnesses(of expression: Expression, shift: Int) -> [Witness] {
        guard let cells = expression.cells, cells.period.length == 1 else { return reading(of: expression, shift: shift).witnesses }
        return [witness(of: cells, cells.period.months.lowerBound.advanced(by: shift))]
    }

    private func witness(of cells: Expression.Cells, _ month: Month) -> Witness {
        let observation = cells.series[month]
        return Witness(subject: cells.name, period: Period(month...month), quantity: observation.quantity, cell: observation.source)
    }

    // MARK: Functions

    private func value(of function: Expression.Function, _ parts: [Expression], shift: Int) -> Reading {
        if function == .share {
            guard parts.count == 2 else { return .unknown }
            return combined(reading(of: parts[0], shift: shift), reading(of: parts[1], shift: shift)) { $0.share(of: $1) }
        }
        let values = parts.flatMap { part in
            // The months of a period are so many values, not their sum.
            part.cells.map { self.values(of: $0, shift: shift) } ?? [reading(of: part, shift: shift)]
        }
        switch function {
        case .mean: return map(sum(values)) { $0.scaled(by: 1 / Double(max(1, values.count))) }
        case .max: return extreme(of: values, max)
        case .min: return extreme(of: values, min)
        case .sum, .share: return sum(values)
        }
    }

    private func extreme(of values: [Reading], _ choose: (Double, Double) -> Double) -> Reading {
        values.dropFirst().reduce(values.first ?? .unknown) { chosen, next in
            combined(chosen, next) { Interval(choose($0.lower, $1.lower), choose($0.upper, $1.upper)) }
        }
    }

    // MARK: Arithmetic

    private func values(of cells: Expression.Cells, shift: Int) -> [Reading] {
        cells.period.advanced(by: shift).months.map { month in
            let witness = witness(of: cells, month)
            return Reading(
                recorded: interval(witness.quantity), meant: interval(cells.series.measure.meaning(of: witness.quantity)),
                witnesses: [witness])
        }
    }

    private func interval(_ quantity: Quantity) -> Interval? { quantity.interval(estimatesWithin: estimateWidth) }

    private func sum(_ values: [Reading]) -> Reading {
        guard var sum = values.first else { return .unknown }
        for value in values.dropFirst() {
            sum.recorded = both(sum.recorded, value.recorded, +)
            sum.meant = both(sum.meant, value.meant, +)
            sum.witnesses += value.witnesses
        }
        return sum
    }

    private func map(_ reading: Reading, _ change: (Interval) -> Interval?) -> Reading {
        Reading(
            recorded: reading.recorded.flatMap(change), meant: reading.meant.flatMap(change), witnesses: reading.witnesses)
    }

    private func combined(_ left: Reading, _ right: Reading, _ operation: (Interval, Interval) -> Interval?) -> Reading {
        Reading(
            recorded: both(left.recorded, right.recorded, operation), meant: both(left.meant, right.meant, operation),
            witnesses: left.witnesses + right.witnesses)
    }

    private func both(_ left: Interval?, _ right: Interval?, _ operation: (Interval, Interval) -> Interval?) -> Interval? {
        guard let left, let right else { return nil }
        return operation(left, right)
    }
}
