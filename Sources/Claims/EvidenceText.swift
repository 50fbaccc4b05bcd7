import Diagnostics
import Figures
import Statistics

/// What was read, as a message says it.
extension Judge {
    /// "attacks in Hama: 5 in January 2024, 4 in December 2023 (data/monthly.csv:86, :79)", a line a quantity.
    func describe(_ witnesses: [Witness]) -> [String] { evidence.describe(witnesses) }
}

/// More figures than this are counted, not listed.
private let mostFigures = 8

extension Evidence {
    func describe(_ witnesses: [Witness]) -> [String] {
        var subjects: [(name: String, witnesses: [Witness])] = []
        for witness in witnesses {
            if let index = subjects.firstIndex(where: { $0.name == witness.subject }) {
                if !subjects[index].witnesses.contains(where: { $0.period == witness.period }) { subjects[index].witnesses.append(witness) }
            } else {
                subjects.append((witness.subject, [witness]))
            }
        }
        return subjects.map { subject in
            let known = subject.witnesses.filter { !$0.quantity.isMissing }
            let missing = subject.witnesses.filter(\.quantity.isMissing)
            var parts = known.prefix(mostFigures).map { "\(text($0.quantity)) in \(text($0.period))" }
            if known.count > mostFigures { parts.append("and \(known.count - mostFigures) others") }
            var line = subject.name + ": " + parts.joined(separator: ", ")
            let sources = known.prefix(mostFigures).flatMap { $0.sources.count > 2 ? [] : $0.sources }.references
            if !sources.isEmpty { line += " (\(sources))" }
            if !missing.isEmpty {
                let months = missing.count > mostFigures ? "\(missing.count) months" : data.wording.list(missing.map(\.period.months.lowerBound).sorted())
                line += (known.isEmpty ? "" : "; ") + "not known in \(months)"
            }
            return line
        }
    }

    /// As messages say it, with a floor called one.
    private func text(_ quantity: Quantity) -> String {
        let wording = data.wording
        return switch quantity.value {
        case .exact(let number): wording.number(number)
        case .atLeast(let number): "at least \(wording.number(number))"
        case .atMost(let number): "at most \(wording.number(number))"
        case .range(let lower, let upper): "\(wording.number(lower)) to \(wording.number(upper))"
        case .estimate(let number): "about \(wording.number(number))"
        case .missing: "not known"
        }
    }

    private func text(_ period: Period) -> String { data.wording.months(period.months) }
}

extension [Span] {
    /// "data/monthly.csv:86, :79": the file once for those that follow in it.
    var references: String {
        var parts: [String] = []
        var last: SourceFile?
        for span in self {
            parts.append(last === span.file ? ":\(span.line)" : "\(span.file.path):\(span.line)")
            last = span.file
        }
        return parts.joined(separator: ", ")
    }
}
