import Claims
package import Diagnostics
import Figures
package import Statistics

/// What does not add up in the month of a brief: provinces to their total, incidents to the figures that count them.
package struct Residuals: Sendable {
    package struct Residual: Hashable, Sendable {
        package var measure: Measure
        /// What a note says of it, and what `check` lists.
        package var text: String
        /// The figure that is not reached.
        package var source: Span?
    }

    /// In the order of the measures: the provinces first, then the incidents.
    package let all: [Residual]

    init(_ source: ReportSource, _ evidence: Evidence) {
        let data = evidence.data
        all = data.measures.flatMap { measure in
            Self.provinces(of: measure, data)
                + (source.tallies.first { $0.measure.key == measure.key }.map { Self.incidents(of: measure, $0.tally, evidence) } ?? [])
        }
    }

    /// The figure, with a note on what does not add up in it.
    func noted(on placed: PlacedFigure) -> PlacedFigure {
        var placed = placed
        let measures = placed.figure.kind.breakdowns
        placed.figure.notes += concerning(placed).map { measures.count == 1 ? $0.text : placed.figure.wording.named($0.measure.name, $0.text) }
        return placed
    }

    private func concerning(_ placed: PlacedFigure) -> [Residual] {
        all.filter { residual in placed.figure.kind.breakdowns.contains { $0.key == residual.measure.key } }
    }

    /// The same as errors, for a report that allows none.
    var errors: [Diagnostic] { errors(of: all) }

    /// Those that the figure would have a note on.
    func errors(concerning placed: PlacedFigure) -> [Diagnostic] { errors(of: concerning(placed)) }

    private func errors(of residuals: [Residual]) -> [Diagnostic] {
        residuals.compactMap { residual in
            residual.source.map {
                .error(
                    $0, "\(residual.measure.key): \(residual.text)",
                    hint: "correct the data, or allow it: `residual: note` in report.yaml prints it under the figures concerned")
            }
        }
    }

    private static func provinces(of measure: Measure, _ data: FigureData) -> [Residual] {
        let sums = data.table.reconciliation(of: measure, provinces: data.provinces(of: [measure]), total: data.total, month: data.month)
        guard sums.outcome == .short || sums.outcome == .exceeds || sums.outcome == .incomplete && sums.residual.number != 0,
            let sum = data.wording.quantity(sums.sum, of: measure), let total = data.wording.quantity(sums.total.quantity, of: measure)
        else { return [] }
        // Which are not known is said of the figures themselves.
        let noun = data.provinceNoun.plural
        let text = sums.missing.isEmpty ? data.wording.provincesAddUp(sum, total, noun) : data.wording.knownProvincesAddUp(sum, total, noun)
        return [Residual(measure: measure, text: text, source: sums.total.source)]
    }

    private static func incidents(of measure: Measure, _ tally: IncidentTally, _ evidence: Evidence) -> [Residual] {
        let data = evidence.data
        func reconciliation(_ province: String?) -> IncidentReconciliation? {
            data.table.reconciliation(of: measure, by: tally, with: evidence.incidents, province: province, total: data.total, month: data.month)
        }
        func shares(_ sums: IncidentReconciliation) -> (String, String)? {
            guard let described = data.wording.quantity(Quantity(sums.described), of: measure),
                let figure = data.wording.quantity(sums.figure.quantity, of: measure)
            else { return nil }
            return (described, figure)
        }
        let short = data.provinces.compactMap { reconciliation($0) }.filter(\.disagrees)
        let parts = short.compactMap { sums in
            shares(sums).map { data.wording.subjectIn(data.wording.describedOf($0.0, $0.1), sums.province) }
        }
        guard let whole = reconciliation(nil), let (described, figure) = shares(whole) else { return [] }
        guard whole.disagrees || !parts.isEmpty else { return [] }
        let text = parts.isEmpty
            ? data.wording.incidentsDescribed(described, figure)
            : data.wording.incidentsDescribedBy(described, figure, data.wording.list(parts))
        return [Residual(measure: measure, text: text, source: whole.figure.source ?? short.first?.figure.source)]
    }
}
