import Figures
import Scenes
import Statistics
import Testing

@Suite struct TrendChartTests {
    private func chart(_ values: [(Measure, String)], months: Int? = nil, mean: Int = 0) throws -> TrendChart {
        let count = months ?? max(2, values[0].1.split(separator: " ").count)
        return try TrendChart(
            OptionValues(["measures": .measures(values.map(\.0)), "months": .number(count), "mean": .number(mean)]),
            data: Fixtures.data(values.map { ($0.0, "Total", $0.1) }))
    }

    private let two = [(Fixtures.attacks, "4 9 - 6 - 7"), (Fixtures.killed, "1 2 - 2 3 7")]

    @Test func typical() throws { expectGolden(Fixtures.plot(try chart(two)), "trend.txt") }
    @Test func onePoint() throws { expectGolden(Fixtures.plot(try chart([(Fixtures.attacks, "- 7")])), "trend-one.txt") }
    @Test func allZero() throws { expectGolden(Fixtures.plot(try chart([(Fixtures.attacks, "0 0 0")])), "trend-zero.txt") }
    @Test func allUnknown() throws { expectGolden(Fixtures.plot(try chart([(Fixtures.attacks, "- -")])), "trend-unknown.txt") }
    @Test func longNames() throws {
        expectGolden(Fixtures.plot(try chart([(Fixtures.longName, "4 5"), (Fixtures.killed, "4 5")])), "trend-long.txt")
    }

    @Test func negative() throws { expectGolden(Fixtures.plot(try chart([(Fixtures.killed, "4 -6 - 2 -3")])), "trend-negative.txt") }

    @Test func sixtyMonthsStayTidy() throws {
        let values = (0..<60).map { String($0 * 7 % 40) }.joined(separator: " ")
        for width in [240.0, 499] { expectTidy(Fixtures.scene(try chart([(Fixtures.attacks, values)]), width: width), "60 months") }
    }

    private func fitted(_ values: String, _ fit: String, measure: Measure = Fixtures.killed, options: [String: OptionValues.Value] = [:]) throws -> TrendChart {
        let all: [String: OptionValues.Value] = [
            "measures": .measures([measure]), "months": .number(values.split(separator: " ").count), "fit": .word(fit),
        ]
        return try TrendChart(OptionValues(all.merging(options) { $1 }), data: Fixtures.data([(measure, "Total", values)]))
    }

    /// The line through 1, 2, 3, 4 is itself; what is printed is its slope.
    @Test func aStraightLineHasItsSlopeAndIntervalStated() throws {
        let chart = try fitted("1 2 3 5", "line")
        expectGolden(Fixtures.plot(chart), "trend-line.txt")
        #expect(chart.subtitle == "People killed a month in the region and the straight line of least squares with its 95% interval, October 2023 to January 2024")
        #expect(chart.remarks(in: FixtureStyle.style) == ["The 95% interval of the slope is +0.55 to +2.05 a month."])
        #expect(chart.values.header == ["month", "province", "killed", "killed_line", "killed_line_low", "killed_line_high"])
        #expect(chart.values.rows.map { $0[3] } == ["0.8", "2.1", "3.4", "4.7"])
        #expect(Fixtures.plot(chart).texts.map(\.item.text).contains("+1.3 a month"))
    }

    @Test func theIntervalOfACountDoesNotReachBelowZero() throws {
        let scene = Fixtures.plot(try fitted("0 9 0 1", "line"))
        #expect(!scene.texts.contains { $0.item.text.hasPrefix("−") && $0.groups == ["axis"] })
    }

    @Test func theTheilSenLineIgnoresAMonthFarOff() throws {
        let chart = try fitted("1 2 90 4 5", "theil-sen")
        #expect(chart.values.rows.map { $0[3] } == ["2", "3", "4", "5", "6"])
        #expect(chart.remarks(in: FixtureStyle.style).count == 1)
    }

    @Test func aLOESSSmoothBreaksWhereAMonthIsMissing() throws {
        let chart = try fitted("1 2 3 - 5 6 7 8", "loess", options: ["span": .number(60)])
        #expect(chart.subtitle.contains("and a LOESS smooth over 60% of the months"))
        #expect(chart.values.header.last == "killed_loess")
        #expect(chart.values.rows.map { $0[3] } == ["1", "2", "3", "", "5", "6", "7", "8"])
        let strokes = Fixtures.plot(chart).dump.split(separator: "\n").filter { $0.contains("stroke #12436d 1.75") }
        #expect(strokes.count == 2)
    }

    @Test(arguments: ["loess", "line", "theil-sen"]) func nothingKnownHasNoFit(fit: String) throws {
        let chart = try fitted("- - -", fit)
        expectTidy(Fixtures.scene(chart), fit)
        #expect(chart.values.rows.allSatisfy { $0[3].isEmpty })
        #expect(!Fixtures.plot(chart).dump.contains("stroke #12436d 1.75"))
    }

    @Test func aMeanAndAFitAreOneTooMany() {
        #expect(throws: FigureProblems([.init(option: "fit", "a chart has either a rolling mean or a fit", hint: "take `mean` or `fit` out")])) {
            try fitted("1 2 3", "line", options: ["mean": .number(3)])
        }
    }

    @Test func onALogarithmicScaleEqualRatiosAreEquallyHigh() throws {
        let chart = try fitted("1 10 100", "none", options: ["scale": .word("log")])
        #expect(chart.subtitle.hasSuffix(", logarithmic scale"))
        let ticks = Fixtures.plot(chart).texts.filter { $0.groups == ["axis"] && ["1", "10", "100"].contains($0.item.text) }.map(\.box.midY)
        #expect(ticks.count == 3 && abs((ticks[0] - ticks[1]) - (ticks[1] - ticks[2])) < 0.01)
    }

    @Test func aLogarithmicScaleHasNoZero() {
        #expect(throws: FigureProblems.self) { try fitted("1 0 100", "none", options: ["scale": .word("log")]) }
    }

    @Test func theMeanOfAWindowIsALineWithItsValue() throws {
        let window = Fixtures.month("2023-11")...Fixtures.month("2023-12")
        let chart = try fitted("1 2 5 9", "none", options: ["reference": .period(window)])
        let scene = Fixtures.plot(chart)
        #expect(scene.texts.map(\.item.text).joined(separator: " ").contains("mean of November to December 2023: 3.5"))
        #expect(scene.shapes(in: "references").count == 1)
        let unknown = try fitted("1 - 5 9", "none", options: ["reference": .period(window)])
        #expect(Fixtures.plot(unknown).shapes(in: "references").isEmpty)
        #expect(unknown.remarks(in: FixtureStyle.style).last == "No mean of November to December 2023 is drawn, for not all its months are known.")
    }

    @Test func aProvisionalMonthIsAnOpenDotAndABreakALine() throws {
        let scene = Fixtures.plot(try chart([(Fixtures.killed, "4 5 9[b] 8 7[p]")]))
        #expect(scene.shapes(in: "breaks").count == 1)
        #expect(scene.dump.contains("fill #ffffff stroke #12436d 1"))
        #expect(scene.dump.split(separator: "\n").filter { $0.contains("stroke #12436d 1.75") }.count == 2)
    }

    @Test func linesBreakAtGaps() throws {
        let scene = Fixtures.plot(try chart([(Fixtures.attacks, "4 9 - 6 - 7 8")]))
        #expect(scene.dump.split(separator: "\n").filter { $0.contains("stroke #12436d 1.75") }.count == 2)
        // The month between two gaps, and the month of the brief.
        #expect(scene.dump.split(separator: "\n").filter { $0.contains("fill #12436d") }.count == 2)
        #expect(scene.texts.filter { $0.item.text == "×" }.count == 2)
    }

    @Test func theMeanReadsMonthsBeforeTheFirst() throws {
        let chart = try chart([(Fixtures.attacks, "3 3 3 6 9")], months: 3, mean: 3)
        #expect(chart.values.header == ["month", "province", "attacks", "attacks_mean_3"])
        #expect(chart.values.rows.map(\.last) == ["3", "4", "6"])
        #expect(chart.subtitle == "Attacks a month in the region and the mean over 3 months, November 2023 to January 2024; minimum counts")
        #expect(chart.remarks(in: FixtureStyle.style).isEmpty)
    }

    @Test func aMeanAboveAllMonthsShownStaysInThePlot() throws {
        let scene = Fixtures.plot(try chart([(Fixtures.attacks, "90 90 1 2")], months: 2, mean: 3))
        #expect(scene.texts.map(\.item.text).contains("75"))
        expectTidy(scene, "a high mean")
    }

    @Test func theMeanOfMinimumsIsOne() throws {
        let chart = try chart([(Fixtures.killed, ">=3 4..8 2")], mean: 2)
        #expect(chart.values.rows.map(\.last) == ["", ">=3.5", "3..5"])
        #expect(Fixtures.plot(chart).dump.contains("stroke #12436d"))
    }

    @Test func theMeanIsBrokenWhereAMonthIsMissing() throws {
        let chart = try chart([(Fixtures.attacks, "3 3 - 6 9 3")], mean: 2)
        #expect(chart.values.rows.map(\.last) == ["", "3", "", "", "7.5", "6"])
        #expect(chart.remarks(in: FixtureStyle.style).last == "The mean is drawn where all 2 months are known.")
    }

    @Test func remarksSayWhichLineMissesWhat() throws {
        #expect(
            try chart(two).remarks(in: FixtureStyle.style) == [
                "× No figure known for attacks in October and December 2023, and people killed in October 2023.",
                "Minimum counts: attacks.",
            ])
    }

    @Test func remarksOnBoundsNameTheirLine() throws {
        let lines = [(Fixtures.killed, "4 - >=5"), (Fixtures.longName, "4 - 2")]
        let remarks = try chart(lines).remarks(in: FixtureStyle.style)
        #expect(remarks.last == "Minimum counts: people killed in January 2024.")
    }

    @Test func labelsOfEqualEndsStandApart() throws {
        expectTidy(Fixtures.plot(try chart(two)), "equal ends")
        let labels = Fixtures.plot(try chart(two)).texts.filter { $0.groups == ["labels"] }
        #expect(labels.map(\.item.text) == ["7 attacks", "7 people", "killed"])
    }

    private func chart(provinces rows: [(String, String)], mean: Int = 0, more: [String: OptionValues.Value] = [:]) throws -> TrendChart {
        var options: [String: OptionValues.Value] = [
            "measures": .measures([Fixtures.killed]), "provinces": .provinces(rows.map(\.0)), "mean": .number(mean),
            "months": .number(max(2, rows[0].1.split(separator: " ").count)),
        ]
        options.merge(more) { $1 }
        let provinces = rows.map(\.0).filter { $0 != "Total" }
        return try TrendChart(OptionValues(options), data: Fixtures.data(rows.map { (Fixtures.killed, $0.0, $0.1) }, provinces: provinces))
    }

    @Test func provinces() throws {
        expectGolden(Fixtures.plot(try chart(provinces: [("حمص", "4 9 - 6"), ("دير الزور", "1 2 2 3")])), "trend-provinces.txt")
    }

    @Test func provincesHaveTheirColoursAndNames() throws {
        let kind = try chart(provinces: [("Hama", "1 2"), ("Homs", "4 -"), ("Total", "6 8")], mean: 2)
        #expect(kind.subtitle == "People killed a month in Hama, Homs and the region and the mean over 2 months, December 2023 to January 2024")
        #expect(kind.values.header == ["month", "province", "killed", "killed_mean_2"])
        #expect(kind.values.rows.map { $0.suffix(2).joined(separator: ",") } == ["1,", "4,", "6,", "2,1.5", ",", "8,7"])
        let plain = try chart(provinces: [("Hama", "1 2"), ("Homs", "4 5"), ("Total", "6 8")])
        let dump = Fixtures.plot(plain, width: 400).dump
        for colour in ["#12436d 1.75", "#b05c22 1.75", "#8e959b 0.75"] { #expect(dump.contains("stroke \(colour)"), "\(colour)") }
        let labels = Fixtures.plot(plain, width: 400).texts.filter { $0.groups == ["labels"] }.map(\.item.text)
        #expect(labels == ["8 Total", "5 Homs", "2 Hama"])
        #expect(plain.alternativeText.contains(": Hama: from 1 (December 2023) to 2 (January 2024); Homs: from 4"))
    }

    @Test func problemsHaveAWayOut() throws {
        #expect(throws: FigureProblems.self) { try chart(provinces: (0..<5).map { ("P\($0)", "1 2") }) }
        #expect(throws: FigureProblems.self) { try chart(provinces: [("A", "1 2"), ("B", "1 2")], more: ["province": .provinces(["A"])]) }
        #expect(throws: FigureProblems.self) {
            try chart(provinces: [("A", "1 2"), ("B", "1 2")], more: ["measures": .measures([Fixtures.killed, Fixtures.attacks])])
        }
    }

    @Test func alternativeTextIsTrue() throws {
        #expect(
            try chart(two).alternativeText
                == "Line chart of attacks and people killed a month in the region, August 2023 to January 2024: attacks: from 4 (August 2023) to 9 (September 2023); 7 in January 2024; 2 months not known; people killed: from 1 (August 2023) to 7 (January 2024); one month not known. Minimum counts: attacks."
        )
    }
}
