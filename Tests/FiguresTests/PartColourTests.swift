import Figures
import Rules
import Scenes
import Statistics
import TestSupport
import Testing

/// Which provinces a figure shows is the author's choice: each set of them must keep the rules about colours.
@Suite struct PartColourTests {
    private static let names = ["A", "B", "C", "D", "E"]
    private static let sets = (1..<1 << names.count).map { bits in names.indices.filter { bits >> $0 & 1 == 1 }.map { names[$0] } }

    private func broken(_ kind: any FigureKind) -> [String] {
        let subject = FigureSubject(
            Fixtures.figure(kind), Fixtures.scene(kind, width: 499), medium: .figure, style: FixtureStyle.style, profile: .newsroom,
            measures: [Fixtures.killed], measurer: FixedWidthMeasurer())
        return RuleRun(RuleSettings()).findings(in: [subject]).filter { ["R-colour-vision", "R-mark-contrast", "R-neighbours"].contains($0.rule.code) }
            .map { "\(type(of: kind).keyword): \($0.rule.code): \($0.finding.message)" }
    }

    @Test(arguments: sets.filter { (2...4).contains($0.count) }) func everySetIsToldApart(_ shown: [String]) throws {
        let values = Self.names.enumerated().map { place, name in
            (name, (0..<24).map { String(($0 * 7 + place * 11) % 23 + 2) }.joined(separator: " "))
        }
        let data = Fixtures.data(
            (values + [("Total", Array(repeating: "99", count: 24).joined(separator: " "))]).map { (Fixtures.killed, $0.0, $0.1) }, provinces: Self.names)
        let measure = OptionValues.Value.measures([Fixtures.killed])
        let parts = OptionValues(["measure": measure, "provinces": .provinces(shown)])
        let kinds: [any FigureKind] = [
            try AreaChart(parts, data: data), try StackedColumns(parts, data: data), try GroupedColumns(parts, data: data),
            try TrendChart(OptionValues(["measures": measure, "provinces": .provinces(shown)]), data: data),
            try SlopeChart(OptionValues(["measure": measure, "highlight": .provinces(shown)]), data: data),
            try SlopeChart(OptionValues(["measure": measure, "provinces": .provinces(shown)]), data: data),
        ]
        for kind in kinds { #expect(broken(kind) == []) }
    }
}
