import Glibc

/// What the labels of an axis must be, whatever their score.
package struct TickRules: Hashable, Sendable {
    /// How many there are; from 2.
    package var counts: ClosedRange<Int>
    /// Whether none of the data may lie beyond the first or the last label.
    package var isLoose: Bool
    package var wholeNumbers: Bool
    /// Whether zero is one of them.
    package var containsZero: Bool
    /// Whether there is no negative label where no value is negative, and no positive one where none is positive.
    package var keepsSign: Bool
    /// How far apart the labels may be among the multiples of a nice number: 1 for all of them, 2 for every second as well.
    package var mostSkipped: Int

    /// - Parameter counts: more than fifty labels are not looked for.
    /// - Parameter mostSkipped: beyond 12 labels score under −2, where also the authors’ own programs give up.
    package init(
        counts: ClosedRange<Int> = 2...50, isLoose: Bool = false, wholeNumbers: Bool = false, containsZero: Bool = false,
        keepsSign: Bool = false, mostSkipped: Int = 12
    ) {
        self.counts = counts
        self.isLoose = isLoose
        self.wholeNumbers = wholeNumbers
        self.containsZero = containsZero
        self.keepsSign = keepsSign
        self.mostSkipped = max(1, mostSkipped)
    }
}

/// The labels of an axis that score best by how simple they are, how well they cover the data, and how dense they stand:
/// Talbot, Lin and Hanrahan, “An Extension of Wilkinson’s Algorithm for Positioning Tick Labels on Axes”, InfoVis 2010.
///
/// Of legibility, the paper’s fourth criterion, all labels have the same: orientation, size and format never change here.
///
/// - Parameter data: from the lowest value to the highest.
/// - Parameter target: how many labels are wanted; they are as many only where those score best.
/// - Returns: at equal distances, the lowest first; none where nothing keeps the rules.
package func extendedWilkinson(_ data: Domain, target: Double, rules: TickRules = TickRules()) -> [Double] {
    var search = LabelSearch(data: data, target: max(2, target), rules: rules)
    for skip in 1...rules.mostSkipped {
        for index in preferredSteps.indices { search.tryCounts(of: index, skip: skip) }
    }
    return search.best?.values ?? []
}

/// The numbers whose multiples make steps, the nicest first: Q of the paper.
private let preferredSteps = [1, 5, 2, 2.5, 4, 3]
/// What the paper found by optimisation.
private let weights = (simplicity: 0.25, coverage: 0.2, density: 0.5, legibility: 0.05)
/// A step so many times what the data reach leaves no more to choose.
private let widestStep = 100.0

/// Labels as whole multiples of `preferredSteps[index] · 10^exponent`, each `skip` of them from the last.
private struct Labelling {
    let index: Int
    let skip: Int
    let exponent: Int
    let start: Int
    let count: Int

    /// Divided by a power of ten rather than multiplied by a fraction: 3 · 0.1 is not 0.3.
    func value(_ label: Int) -> Double {
        let multiple = Double(start + label * skip) * preferredSteps[index]
        return exponent < 0 ? multiple / pow(10, Double(-exponent)) : multiple * pow(10, Double(exponent))
    }

    var values: [Double] { (0..<count).map(value) }
    var first: Double { value(0) }
    var last: Double { value(count - 1) }
    var containsZero: Bool { start <= 0 && start + (count - 1) * skip >= 0 && start % skip == 0 }

    var simplicity: Double { Self.simplicityBound(of: index, skip: skip) - (containsZero ? 0 : 1) }

    static func simplicityBound(of index: Int, skip: Int) -> Double {
        2 - Double(index) / Double(preferredSteps.count - 1) - Double(skip)
    }
}

private struct LabelSearch {
    let data: Domain
    let target: Double
    let rules: TickRules
    private(set) var best: Labelling?
    private var bestScore = -Double.infinity

    init(data: Domain, target: Double, rules: TickRules) {
        self.data = data
        self.target = target
        self.rules = rules
    }

    /// Whether labels that are no better than this by each criterion can still be the best.
    func canImprove(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Bool {
        score(simplicity, coverage, density) >= bestScore
    }

    private func score(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Double {
        weights.simplicity * simplicity + weights.coverage * coverage + weights.density * density + weights.legibility
    }

    mutating func tryCounts(of index: Int, skip: Int) {
        let simplicity = Labelling.simplicityBound(of: index, skip: skip)
        for count in rules.counts where count >= 2 && canImprove(simplicity, 1, densityBound(of: count)) {
            tryExponents(of: index, skip: skip, count: count)
        }
    }

    private mutating func tryExponents(of index: Int, skip: Int, count: Int) {
        let simplicity = Labelling.simplicityBound(of: index, skip: skip)
        let reach = max(data.upper.magnitude, data.lower.magnitude, rules.wholeNumbers ? 1 : 0)
        var exponent = Int(ceil(log10(data.length / Double(count + 1) / Double(skip) / preferredSteps[index])))
        while true {
            let step = preferredSteps[index] * pow(10, Double(exponent)) * Double(skip)
            let coverage = coverageBound(of: step * Double(count - 1))
            guard step <= widestStep * reach, canImprove(simplicity, coverage, densityBound(of: count)) else { return }
            if !rules.wholeNumbers || step.isWhole {
                let lowest = (Int(floor(data.upper / step)) - (count - 1)) * skip
                let highest = Int(ceil(data.lower / step)) * skip
                for start in stride(from: lowest, through: highest, by: rules.containsZero ? skip : 1) {
                    weigh(Labelling(index: index, skip: skip, exponent: exponent, start: start, count: count))
                }
            }
            exponent += 1
        }
    }

    private mutating func weigh(_ labels: Labelling) {
        let (first, last) = (labels.first, labels.last)
        let isAllowed = (!rules.isLoose || (first <= data.lower && last >= data.upper))
            && (!rules.wholeNumbers || first.isWhole) && (!rules.containsZero || labels.containsZero)
            && (!rules.keepsSign || ((first >= 0 || data.lower < 0) && (last <= 0 || data.upper > 0)))
        guard isAllowed else { return }
        let score = score(labels.simplicity, coverage(first, last), density(of: labels.count, first, last))
        guard score > bestScore else { return }
        (best, bestScore) = (labels, score)
    }

    // MARK: The criteria

    private func coverage(_ first: Double, _ last: Double) -> Double {
        let (below, above) = ((data.lower - first) / data.length, (data.upper - last) / data.length)
        return 1 - 0.5 * (below * below + above * above) / 0.01
    }

    private func coverageBound(of span: Double) -> Double {
        let half = max(0, span / data.length - 1) / 2
        return 1 - half * half / 0.01
    }

    private func density(of count: Int, _ first: Double, _ last: Double) -> Double {
        let density = Double(count - 1) / (last - first)
        let wanted = (target - 1) / (max(last, data.upper) - min(first, data.lower))
        return 2 - max(density / wanted, wanted / density)
    }

    private func densityBound(of count: Int) -> Double {
        Double(count) >= target ? 2 - Double(count - 1) / (target - 1) : 1
    }
}

extension Double {
    fileprivate var isWhole: Bool { self == rounded() }
}
