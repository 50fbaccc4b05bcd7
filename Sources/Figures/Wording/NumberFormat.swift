import Glibc
package import Statistics

extension Wording {
    /// A number as it is printed: thousands separated, the language's decimal mark, U+2212 before a negative one.
    ///
    /// - Parameter decimals: how many, also where they are zeros; nil for as many as the number has, three at most.
    /// - Returns: "–" for what is not a number, which no figure has.
    package func number(_ number: Double, decimals: Int? = nil) -> String {
        guard number.isFinite, abs(number) < 1e15 else { return rangeDash }
        let places = decimals ?? number.decimals
        let power = pow(10, Double(places))
        let scaled = (abs(number) * power).rounded()
        let whole = Int(scaled / power)
        var text = grouped(whole)
        if places > 0 {
            let rest = String(Int(scaled) - whole * Int(power))
            text += decimalSeparator + String(repeating: "0", count: places - rest.count) + rest
        }
        return number < 0 && scaled > 0 ? minus + text : text
    }

    /// A number that was computed, to one decimal at most: "12.4".
    package func rounded(_ number: Double) -> String {
        // Of hundreds no tenth is read.
        let tenths = number.magnitude < 100 ? (number * 10).rounded() / 10 : number.rounded()
        return self.number(tenths, decimals: tenths == tenths.rounded() ? 0 : 1)
    }

    /// A share of 1 as whole per cent: "42%"; a little is not nothing, and nearly all not all: "<1%", ">99%".
    package func percent(_ share: Double) -> String {
        let rounded = (share * 100).rounded()
        if share > 0, rounded == 0 { return "<" + number(1) + percentSign }
        if share < 1, rounded == 100 { return ">" + number(99) + percentSign }
        return number(rounded) + percentSign
    }

    /// "+19", "−3", "0".
    package func signed(_ change: Double) -> String {
        change > 0 ? plus + number(change) : number(change)
    }

    /// A quantity as a figure prints it: "33", "≥33", "≤24", "10–16", "~40"; nil where it is missing.
    ///
    /// A measure whose every figure is a minimum says so once, in the subtitle, and its figures go without "≥".
    package func quantity(_ quantity: Quantity, of measure: Measure) -> String? {
        switch quantity.value {
        case .exact(let value): number(value)
        case .atLeast(let value): measure.counting == .floor ? number(value) : atLeast + number(value)
        case .atMost(let value): atMost + number(value)
        case .range(let lower, let upper): number(lower) + rangeDash + number(upper)
        case .estimate(let value): estimate + number(value)
        case .missing: nil
        }
    }

    private func grouped(_ whole: Int) -> String {
        var groups: [String] = []
        var rest = whole
        while rest >= 1000 {
            let group = String(rest % 1000)
            groups.append(String(repeating: "0", count: 3 - group.count) + group)
            rest /= 1000
        }
        groups.append(String(rest))
        return groups.reversed().joined(separator: groupSeparator)
    }
}

extension Double {
    /// How many decimals it is written with, three at most.
    var decimals: Int {
        var power = 1.0
        for places in 0..<3 {
            let scaled = self * power
            // A thousandth of the last place is noise of binary fractions, not a digit.
            if abs(scaled - scaled.rounded()) < 1e-3 { return places }
            power *= 10
        }
        return 3
    }
}
