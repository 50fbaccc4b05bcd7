import Figures
import Statistics

/// How a province compares with the others.
extension Rules {
    func rankOfProvinces(_ extreme: Extreme, _ rank: Int) throws(Mismatch) -> Finding {
        let (own, others) = try provinces()
        let values = others.map(\.recorded)
        let verdict: Verdict
        if rank == 1 {
            verdict = values.all { extreme == .most ? $0 < own.recorded : $0 > own.recorded }
        } else {
            verdict = values.count({ extreme == .most ? $0 > own.recorded : $0 < own.recorded }, is: rank - 1) && values.all { !($0 === own.recorded) }
        }
        return Finding(others.isEmpty ? .undecidable : verdict, shown: own.witnesses + others.flatMap(\.witnesses))
    }

    func onlyBehind(_ province: String) throws(Mismatch) -> Finding {
        let (own, others) = try provinces(without: province)
        let ahead = try reading(of: province)
        let verdict = ahead.recorded > own.recorded && others.map(\.recorded).all { $0 < own.recorded }
        return Finding(verdict, shown: own.witnesses + ahead.witnesses + others.flatMap(\.witnesses))
    }

    func against(_ province: String, _ direction: Change.Direction) throws(Mismatch) -> Finding {
        let (own, other) = (subject.reading(0), try reading(of: province))
        return Finding(Self.compare(own.recorded, other.recorded, direction), shown: own.witnesses + other.witnesses)
    }

    /// The claim's own province and the others, those that count.
    private func provinces(without left: String? = nil) throws(Mismatch) -> (own: Reading, others: [Reading]) {
        let cells = try ownCells()
        var others: [Reading] = []
        for province in evidence.data.provinces(of: [cells.series.measure]) where province != cells.series.province && province != left {
            let reading = try reading(of: province)
            if reading.recorded != nil || !isQualified { others.append(reading) }
        }
        return (subject.reading(0), others)
    }

    func reading(of province: String) throws(Mismatch) -> Reading {
        var cells = try ownCells()
        let measure = cells.series.measure
        guard province != cells.series.province else {
            throw Mismatch(message: "\(province) cannot be held against itself", hint: "name another \(evidence.data.provinceNoun.singular)")
        }
        cells.series = evidence.data.table.series(of: measure, in: province, months: cells.period.months)
        cells.name = evidence.name(of: measure, in: province)
        return subject.evaluation.reading(of: .cells(cells))
    }

    private func ownCells() throws(Mismatch) -> Expression.Cells {
        guard let cells = subject.expression.cells, cells.series.province != evidence.data.total else {
            throw Mismatch(
                message: "this is none of the \(evidence.data.provinceNoun.plural), and cannot be ranked among them",
                hint: "name one: attacks@\(evidence.data.provinces.first ?? "…")")
        }
        return cells
    }
}
