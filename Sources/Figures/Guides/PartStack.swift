import Glibc
import Statistics

/// The parts of a month one on the other, and what they are a whole of.
struct PartStack {
    struct Segment {
        /// Nil for what the parts leave over of the total.
        var part: Int?
        var from: Double
        var to: Double
        var isHatched: Bool

        var length: Double { abs(to - from) }
    }

    enum Whole: Hashable {
        /// The report's own.
        case total(Quantity)
        /// All parts together, made here.
        case sum(Quantity)
        /// The parts that are known together: at least so many.
        case floor(Quantity)
        case missing
    }

    /// From the base away from it, those above zero and those below; where nothing is there, none.
    private(set) var segments: [Segment] = []
    /// Over the values that are possible beyond a segment's end.
    private(set) var whiskers: [ClosedRange<Double>] = []
    private(set) var whole: Whole
    /// Whether it ends in a minimum.
    private(set) var isOpen: Bool
    /// Whether the parts are surely more than the total.
    private(set) var exceedsTotal = false
    /// Whether of the total no part is known.
    let isUndivided: Bool
    /// The first that is missing, for its sign.
    let absence: Quantity.Absence?

    /// - Parameters:
    ///   - total: the report's own; nil where the parts have none.
    ///   - areAll: whether there are no other parts than these.
    ///   - measure: by whose counting the whole is understood.
    init(_ parts: [Quantity], total: Quantity?, areAll: Bool, of measure: Measure) {
        let absences = parts.compactMap { if case .missing(let absence) = $0.value { absence } else { nil } }
        absence = absences.first
        isUndivided = total?.isMissing == false && absences.count == parts.count && absences.allSatisfy { $0 == .unknown }
        let known = parts.filter { !$0.isMissing }.map(\.asCount)
        let sum = known.sum()
        isOpen = false
        whole =
            switch (total.flatMap { $0.isMissing ? nil : $0 }, known.isEmpty, absences.isEmpty && areAll) {
            case (let total?, _, _): .total(total)
            case (nil, true, _): .missing
            case (nil, false, true): .sum(sum)
            case (nil, false, false): .floor(Quantity(sum.number.map { .atLeast($0) } ?? .missing(.unknown)))
            }
        for (index, quantity) in parts.enumerated() where !quantity.isMissing { add(quantity.asCount, part: index) }
        switch whole {
        case .total(let total): addRest(of: total, sum: sum, rounding: Self.rounding(of: known + [total]), measure)
        case .sum(let sum): isOpen = sum.isOpen(in: measure)
        case .floor: isOpen = true
        case .missing: break
        }
    }

    /// The number of the whole where parts lie on both sides of zero, and it is at the end of none; nil elsewhere.
    var net: Double? {
        guard height > 0, bottom < 0 else { return nil }
        return switch whole {
        case .total(let whole), .sum(let whole), .floor(let whole): whole.number
        case .missing: nil
        }
    }

    /// How far it reaches, whiskers included.
    var top: Double { max(height, whiskers.map(\.upperBound).max() ?? 0) }
    var bottom: Double { segments.reduce(0) { min($0, $1.to) } }
    private var height: Double { segments.reduce(0) { max($0, $1.to) } }

    /// Where two parts meet, both of which have a length.
    func joints(in band: Int) -> [PlotJoint] {
        let long = segments.filter { $0.to != $0.from }
        return long.indices.compactMap { index in
            long[..<index].last { $0.to == long[index].from }.map { inner in
                PlotJoint(band: band, value: inner.to, shorter: min(inner.length, long[index].length))
            }
        }
    }

    private mutating func add(_ quantity: Quantity, part: Int?) {
        guard let number = quantity.number else { return }
        let from = number < 0 ? bottom : height
        segments.append(Segment(part: part, from: from, to: from + number, isHatched: quantity.marks.contains(.provisional)))
        if case .range(let lower, let upper) = quantity.value { whiskers.append(from + lower...from + upper) }
    }

    /// What rounding can make of a sum: half of the last decimal of each. Whole numbers are counts, and are not rounded.
    private static func rounding(of quantities: [Quantity]) -> Double {
        let decimals = quantities.compactMap(\.number).map { $0.decimals }.max() ?? 0
        return decimals == 0 ? 0 : Double(quantities.count) * pow(10, -Double(decimals)) / 2
    }

    private mutating func addRest(of total: Quantity, sum: Quantity, rounding: Double, _ measure: Measure) {
        let total = total.asCount
        isOpen = total.isOpen(in: measure)
        guard let number = total.number else { return }
        let rest = number - (height + bottom)
        // What rounding leaves, and adding fractions in binary, is none.
        if rest > rounding + max(1, number.magnitude) * 1e-9 {
            segments.append(Segment(part: nil, from: height, to: height + rest, isHatched: total.marks.contains(.provisional)))
        }
        if let upper = total.upperNumber, upper > height { whiskers.append(height...upper) }
        if let parts = sum.interval, let whole = total.interval { exceedsTotal = parts.lower > whole.upper + rounding + max(1, number.magnitude) * 1e-9 }
    }
}

extension Quantity {
    /// At most so many of what is counted is from none to so many; below zero it stays what it is.
    fileprivate var asCount: Quantity {
        if case .atMost(let number) = value, number > 0 { Quantity(.range(0, number), marks: marks) } else { self }
    }
}
