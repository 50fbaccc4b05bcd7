import Figures
import Scenes
import Statistics
import Testing

@Suite struct DayCalendarTests {
    private func chart(_ rows: [String], province: String? = nil, values: String = "33") throws -> DayCalendar {
        var options: [String: OptionValues.Value] = ["measure": .measures([Fixtures.killed])]
        if let province { options["province"] = .provinces([province]) }
        let data = Fixtures.data([(Fixtures.killed, "Total", values), (Fixtures.killed, "Homs", "14")])
        return try DayCalendar(OptionValues(options), data: Fixtures.data(data, incidents: rows))
    }

    private func counts(_ chart: DayCalendar) -> [String] { chart.values.rows.map { $0[1] } }

    @Test func typical() throws {
        let scene = Fixtures.plot(try chart(["2024-01-02,Homs,raid,yes", "2024-01-02,Hama,mine,no", "2024-01-31,Homs,raid,"]))
        expectTidy(scene, "a calendar")
        #expect(scene.bars.count == 31)
        let days = scene.texts.filter { $0.groups == ["labels"] }.map(\.item.text)
        var wanted = (1...31).map(String.init)
        wanted.insert("2", at: 2)
        #expect(days == wanted + ["1"])
    }

    /// January 2024 began on a Monday, February 2024 on a Thursday and had 29 days.
    @Test func daysStandUnderTheirWeekdays() throws {
        let plot = try chart(["2024-01-01,Homs,raid,"]).plot(in: FixtureStyle.style)
        #expect(plot.bands == .names(["1 Jan", "8 Jan", "15 Jan", "22 Jan", "29 Jan"]))
        #expect(plot.marks.first == .bar(band: 0, Lane(offset: 0, thickness: 0.94), from: 0, value: 1, .step(0, of: 2), .whole))
        var data = Fixtures.data(Fixtures.data([(Fixtures.killed, "Total", "1")]), incidents: ["2024-02-29,Homs,raid,"])
        data.month = Fixtures.month("2024-02")
        let leap = try DayCalendar(OptionValues([:]), data: data).plot(in: FixtureStyle.style)
        #expect(leap.bands == .names(["1 Feb", "5 Feb", "12 Feb", "19 Feb", "26 Feb"]))
        #expect(leap.marks.count == 29)
        #expect(leap.marks.last == .bar(band: 4, Lane(offset: 0, thickness: 0.94), from: 3, value: 4, .step(0, of: 2), .whole))
    }

    @Test func onlyTheMonthAndTheProvinceCount() throws {
        let rows = ["2024-01-02,Homs,raid,", "2024-01-02,Hama,raid,", "2023-12-02,Homs,raid,"]
        #expect(counts(try chart(rows))[1] == "2")
        #expect(counts(try chart(rows, province: "Homs"))[1] == "1")
    }

    @Test func incidentsWithoutADayAreSaidToBeMissing() throws {
        let chart = try chart(["2024-01-02,Homs,raid,", "2024-01,Hama,raid,"])
        #expect(counts(chart).prefix(31).compactMap { Int($0) }.reduce(0, +) == 1)
        #expect(chart.values.rows.dropFirst(31) == [["", "1"]], "a row of its own, without a day")
        #expect(
            chart.remarks(in: FixtureStyle.style) == [
                "Incidents described: 2 of 33.", "One incident without a known day is not shown: Hama.",
            ])
        #expect(chart.alternativeText.hasSuffix(": 2 incidents; one of an unknown day; most on a day: at least 1 (2 January)."))
        let none = try self.chart(["2024-01,Hama,raid,", "2024-01,Homs,raid,"])
        #expect(none.alternativeText.hasSuffix(": 2 incidents; 2 of unknown days."))
    }

    /// Nobody has written a row of it, which is not the same as that nothing happened.
    @Test func aMonthWithoutRowsIsUnknown() throws {
        let chart = try chart(["2023-12-02,Homs,raid,"])
        #expect(counts(chart) == Array(repeating: "", count: 31))
        #expect(chart.isEmpty)
        #expect(chart.alternativeText.hasSuffix(", January 2024: no figure is known."))
        #expect(chart.remarks(in: FixtureStyle.style) == ["× No figure known for January 2024."])
        let scene = Fixtures.plot(chart)
        expectTidy(scene, "an unknown month")
        #expect(scene.bars.isEmpty && scene.texts.count { $0.item.text == "×" } == 31)
        #expect(chart.plot(in: FixtureStyle.style).key.isEmpty)
    }

    /// Of a month with rows a province without one has none.
    @Test func aProvinceWithoutRowsInAKnownMonthHasNone() throws {
        let chart = try chart(["2024-01-02,Hama,raid,"], province: "Homs")
        #expect(Set(counts(chart)) == ["0"] && !chart.isEmpty)
        #expect(chart.alternativeText.hasSuffix(": 0 incidents."))
    }

    @Test func aReportWithoutIncidentsHasNoCalendar() throws {
        #expect(throws: FigureProblems([.init(option: nil, "the report has no incidents", hint: "name their file: `data: {incidents: data/incidents.csv}`")])) {
            try chart([])
        }
    }

    @Test func alternativeTextIsTrue() throws {
        #expect(
            try chart(["2024-01-02,Homs,raid,yes", "2024-01-02,Hama,mine,no", "2024-01-31,Homs,raid,"]).alternativeText
                == "Calendar of incidents described by day in the region, January 2024: 3 incidents; most on a day: 2 (2 January)."
        )
    }
}
