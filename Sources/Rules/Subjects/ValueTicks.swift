import Figures
import Scenes

/// The numbers along the values of a plot, as a reader finds them: beside the marks, or beneath them where the marks lie.
struct ValueTicks {
    struct Tick {
        var text: String
        var value: Double
        /// Where along the values.
        var place: Double
    }

    var left: [Tick] = []
    var right: [Tick] = []
    /// None where months run there.
    var below: [Tick] = []

    var all: [Tick] { left + right + below }

    /// Whether equal ratios are equally far apart: then steps between values grow with them.
    var areRatios: Bool {
        let values = all.map(\.value).sorted()
        let steps = zip(values.dropFirst(), values).map { $0 - $1 }
        guard let least = steps.min(), let most = steps.max(), let lowest = values.first else { return false }
        return lowest > 0 && most > least * 2
    }

    init(_ plot: PlotPart, _ wording: Wording) {
        guard let area = plot.area else { return }
        let texts = plot.texts("axis")
        let hasMonths = texts.contains { wording.shortMonthNames.contains($0.item.text) || wording.monthNames.contains($0.item.text) }
        for text in texts {
            guard let value = wording.value(of: text.item.text) else { continue }
            let isBeside = text.core.midY < area.maxY + 2
            if isBeside, text.ink.maxX <= area.minX {
                left.append(Tick(text: text.item.text, value: value, place: text.core.midY))
            } else if isBeside, text.ink.minX >= area.maxX {
                right.append(Tick(text: text.item.text, value: value, place: text.core.midY))
            } else if !isBeside, !hasMonths {
                below.append(Tick(text: text.item.text, value: value, place: text.core.midX))
            }
        }
        // A number by itself is no scale.
        if left.count < 2 { left = [] }
        if right.count < 2 { right = [] }
        if below.count < 2 { below = [] }
    }
}

extension Wording {
    /// The number that a text is, as this language writes it; nil for any other text.
    func value(of text: String) -> Double? {
        var rest = Substring(text)
        var digits = ""
        if rest.hasPrefix(minus) {
            digits = "-"
            rest = rest.dropFirst(minus.count)
        }
        while let first = rest.first {
            if first.isASCII, first.isNumber {
                digits.append(first)
                rest.removeFirst()
            } else if !groupSeparator.isEmpty, rest.hasPrefix(groupSeparator) {
                rest = rest.dropFirst(groupSeparator.count)
            } else if rest.hasPrefix(decimalSeparator) {
                digits.append(".")
                rest = rest.dropFirst(decimalSeparator.count)
            } else {
                return nil
            }
        }
        return Double(digits)
    }
}
