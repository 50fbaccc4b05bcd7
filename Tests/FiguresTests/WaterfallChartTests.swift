import Figures
import Scenes
import Statistics
import Testing

@Suite struct WaterfallChartTests {
    private func chart(_ values: [(String, String)], _ options: [String: OptionValues.Value] = [:], total: String) throws -> WaterfallChart {
        try WaterfallChart(
            OptionValues(["measure": .measures([Fixtures.killed])].merging(options) { $1 }),
            data: Fixtures.data((values + [("Total", total)]).map { (Fixtures.killed, $0.0, $0.1) }, provinces: values.map(\.0)))
    }

    @Test func typical() throws {
        expectGolden(Fixtures.plot(try chart([("Hama", "4 2"), ("Homs", "5 14"), ("Raqqa", "- 3")], total: "12 20")), "waterfall.txt")
    }
    @Test func onePoint() throws { expectGolden(Fixtures.plot(try chart([("Homs", "5 14")], total: "5 14")), "waterfall-one.txt") }
    @Test func allZero() throws { expectGolden(Fixtures.plot(try chart([("Homs", "0 0"), ("Hama", "0 0")], total: "0 0")), "waterfall-zero.txt") }
    @Test func allUnknown() throws {
        expectGolden(Fixtures.plot(try chart([("Homs", "- -"), ("Hama", "- -")], total: "12 20")), "waterfall-unknown.txt")
    }
    @Test func negative() throws {
        expectGolden(Fixtures.plot(try chart([("Homs", "-3 -12"), ("Hama", "8 4")], total: "5 -8")), "waterfall-negative.txt")
    }
    @Test func longAndArabicNames() throws {
        let name = "The governorate with the longest name of all that are known"
        expectGolden(Fixtures.plot(try chart([(name, "15 25"), ("حمص", "1 1"), ("دير الزور", "7 3")], total: "23 29")), "waterfall-names.txt")
    }

    private func steps(_ chart: WaterfallChart) -> [String] {
        let plot = chart.plot(in: FixtureStyle.style)
        guard case .names(let names) = plot.bands else { return [] }
        return plot.labels.map { label in
            let words = label.parts.map { part in switch part { case .value(let text), .focus(let text), .change(let text): text } }
            return "\(names[label.band]) \(words.joined())"
        }
    }

    @Test func stepsLeadFromThenToNow() throws {
        let chart = try chart([("A", "9 2"), ("B", "1 1"), ("C", "2 9"), ("D", "1 3")], total: "15 18")
        #expect(steps(chart) == ["December 2023 15", "C +7", "D +2", "B 0", "A −7", "Not in the provinces given +1", "January 2024 18"])
        #expect(bars(chart) == [[0, 15], [15, 22], [22, 24], [24, 17], [17, 18], [0, 18]])
        #expect(chart.remarks(in: FixtureStyle.style) == ["The provinces’ changes add up to +2; the total changed by +3."])
    }

    /// Nothing stands on a step in its row: it is as long as its number, however small.
    @Test func stepsAreAsLongAsTheirNumbers() throws {
        let bars = Fixtures.plot(try chart([("A", "10 40"), ("B", "10 11"), ("C", "80 78")], total: "100 129")).bars
        let units = zip(bars, [100.0, 30, 1, 2, 129]).map { $0.width / $1 }
        #expect(bars.count == 5 && units.dropFirst().dropLast().allSatisfy { abs($0 - units[1]) < 1e-9 })
    }

    @Test func provincesThatExplainAllLeaveNoRest() throws {
        let chart = try chart([("A", "0.1 0.4"), ("B", "0.2 0.4")], total: "0.3 0.8")
        #expect(steps(chart) == ["December 2023 0.3", "A +0.3", "B +0.2", "January 2024 0.8"])
        #expect(chart.remarks(in: FixtureStyle.style).isEmpty)
    }

    private func bars(_ chart: WaterfallChart) -> [[Double]] {
        chart.plot(in: FixtureStyle.style).marks.compactMap { mark in
            if case .bar(_, _, let from, let value, _, _) = mark { [from, value] } else { nil }
        }
    }

    /// Beside totals of a thousand each of them would be a sliver.
    @Test func smallStepsStandAlone() throws {
        let chart = try chart([("A", "400 409"), ("B", "300 297")], total: "1000 1005")
        #expect(steps(chart) == ["December 2023 1,000", "A +9", "B −3", "Not in the provinces given −1", "January 2024 1,005 (+5)"])
        #expect(bars(chart) == [[0, 9], [9, 6], [6, 5]])
        #expect(
            chart.remarks(in: FixtureStyle.style).first
                == "Bars show the changes alone, each of which is less than a twentieth of the larger total; the totals have no bars.")
        expectGolden(Fixtures.plot(chart), "waterfall-changes.txt")
        let fall = try self.chart([("A", "400 391"), ("B", "300 297")], total: "1000 988")
        #expect(steps(fall) == ["December 2023 1,000", "B −3", "A −9", "January 2024 988 (−12)"])
        #expect(bars(fall) == [[0, -3], [-3, -12]])
        for width in [240.0, 499] { expectTidy(Fixtures.scene(fall, width: width), "\(width)") }
    }

    /// Of the larger total, and of the largest step, be it known within bounds only.
    @Test func aTwentiethIsNoSliver() throws {
        #expect(bars(try chart([("A", "400 450")], total: "950 1000")).first == [0, 950])
        #expect(bars(try chart([("A", "400 449")], total: "951 1000")) == [[0, 49]])
        #expect(bars(try chart([("A", "400 351")], total: "1000 951")) == [[0, -49]])
        #expect(bars(try chart([("A", "400 449"), ("B", "100 120..151")], total: "951 1000")).first == [0, 951])
        #expect(bars(try chart([("A", "400 400")], total: "1000 1000")) == [[0, 1000], [0, 1000]])
    }

    @Test func unknownProvincesAreStatedAndNotZero() throws {
        let chart = try chart([("A", "9 2"), ("B", "- 1"), ("C", "2..5 9")], total: "15 18")
        #expect(steps(chart) == ["December 2023 15", "A −7", "C +4 to +7", "Elsewhere or not known +10", "January 2024 18"])
        let plot = chart.plot(in: FixtureStyle.style)
        #expect(plot.marks.contains(.missing(band: 2, .whole, .unknown)) || plot.marks.contains(.missing(band: 3, .whole, .unknown)))
        #expect(chart.remarks(in: FixtureStyle.style).contains("× No figure known for B in December 2023."))
        #expect(chart.remarks(in: FixtureStyle.style).contains("The provinces’ changes that are known add up to −7; the total changed by +3."))
        #expect(chart.alternativeText.hasSuffix("elsewhere or not known: +10; B not known."))
    }

    @Test func anUnknownTotalIsAnErrorWithAWayOut() throws {
        let problems = #expect(throws: FigureProblems.self) { try chart([("A", "1 2 3 4")], total: "3 5 - 7") }
        #expect(problems?.problems.first?.option == "since")
        #expect(problems?.problems.first?.hint?.contains("since: 2023-11") == true)
        let now = #expect(throws: FigureProblems.self) { try chart([("A", "1 2")], total: "3 4..6") }
        #expect(now?.problems.first?.option == "total")
        #expect(now?.problems.first?.message.contains("4–6") == true)
    }

    @Test func aProvinceCanBeTheWhole() throws {
        let chart = try chart([("A", "1 2"), ("B", "3 7")], ["total": .provinces(["B"])], total: "9 9")
        #expect(steps(chart) == ["December 2023 3", "A +1", "Not in the provinces given +3", "January 2024 7"])
        #expect(chart.subtitle == "Change in people killed in B by province, December 2023 to January 2024")
    }

    @Test func thirtyProvincesAreTidy() throws {
        let values = (1...30).map { ("Province \($0)", $0 % 7 == 0 ? "- 1" : "\($0 * 7 % 31) \($0 * 11 % 29)") }
        for width in [240.0, 499] { expectTidy(Fixtures.scene(try chart(values, total: "400 440"), width: width), "\(width)") }
    }
}
