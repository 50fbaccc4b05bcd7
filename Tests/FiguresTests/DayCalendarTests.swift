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
        #expect(counts(chart).compactMap { Int($0) }.reduce(0, +) == 1)
        #expect(
            chart.remarks(in: FixtureStyle.style) == [
                "Incidents described: 2 of 33.", "One incident without a known day is not shown: Hama.",
            ])
    }

    @Test func aMonthWithoutIncidentsHasNone() throws {
        let chart = try chart(["2023-12-02,Homs,raid,"])
        #expect(Set(counts(chart)) == ["0"])
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
