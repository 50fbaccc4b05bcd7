import Figures
import Scenes
import Statistics
import Testing

@Suite struct StripPlotTests {
    private func chart(_ rows: [String], provinces: [String] = ["Homs", "Hama"], by: String = "kind") throws -> StripPlot {
        let data = Fixtures.data([(Fixtures.killed, "Total", "33")], provinces: provinces)
        return try StripPlot(OptionValues(["by": .word(by)]), data: Fixtures.data(data, incidents: rows))
    }

    private let rows = [
        "2024-01-02,Homs,raid,yes", "2024-01-02,Homs,mine,no", "2024-01-09,Hama,raid,", "2024-01-31,Homs,raid,yes",
    ]

    @Test func typical() throws { expectGolden(Fixtures.scene(try chart(rows)), "strip.txt") }
    @Test func onePoint() throws { expectGolden(Fixtures.plot(try chart(["2024-01-15,Homs,raid,"])), "strip-one.txt") }
    @Test func noneInTheMonth() throws { expectGolden(Fixtures.plot(try chart(["2023-12-15,Homs,raid,"])), "strip-none.txt") }
    @Test func longNames() throws {
        expectGolden(
            Fixtures.plot(try chart(["2024-01-15,\(Fixtures.veryLongName),raid,"], provinces: [Fixtures.veryLongName, "Homs"])), "strip-long.txt")
    }
    @Test func arabicNames() throws {
        let rows = Fixtures.arabicNames.map { "2024-01-15,\($0),raid," }
        expectGolden(Fixtures.plot(try chart(rows, provinces: Fixtures.arabicNames)), "strip-arabic.txt")
    }

    @Test func thirtyProvincesStayTidy() throws {
        let provinces = (1...30).map { "Province \($0)" }
        let rows = provinces.enumerated().map { "2024-01-\($0 < 9 ? "0" : "")\($0 + 1),\($1),raid," }
        expectTidy(Fixtures.scene(try chart(rows, provinces: provinces), width: 240), "30 provinces")
    }

    /// Dots of a day stand clear of each other and within their row, however many they are.
    @Test(arguments: [1, 2, 5, 12]) func dotsOfADayStandApart(count: Int) throws {
        let rows = (0..<count).map { _ in "2024-01-06,Homs,raid," } + ["2024-01-06,Hama,raid,"]
        let scene = Fixtures.plot(try chart(rows))
        let dots = scene.discs
        #expect(dots.count == count + 1)
        for (index, dot) in dots.enumerated() {
            for other in dots[(index + 1)...] { #expect(dot.intersection(other) == nil) }
        }
        let names = scene.texts.filter { $0.groups == ["axis"] && ["Homs", "Hama"].contains($0.item.text) }.map(\.box.midY)
        for dot in dots.prefix(count) { #expect(abs(dot.midY - names[0]) < abs(dot.midY - names[1])) }
    }

    @Test func moreThanFourSortsAreGathered() throws {
        let rows = ["raid", "raid", "mine", "mine", "clash", "ambush", "capture"].map { "2024-01-03,Homs,\($0)," }
        let key = try chart(rows).plot(in: FixtureStyle.style).key
        #expect(key.map(\.text) == ["Mine", "Raid", "Ambush", "Other"])
        #expect(Set(key.map(\.sample)).count == 4, "each has a shape of its own")
    }

    @Test func claimsAreTold() throws {
        let key = try chart(rows, by: "claimed").plot(in: FixtureStyle.style).key
        #expect(key.map(\.text) == ["Claimed", "Claim not known", "Not claimed"])
        #expect(try chart(rows, by: "nothing").plot(in: FixtureStyle.style).key.isEmpty)
    }

    @Test func everyIncidentIsAValue() throws {
        #expect(try chart(rows).values.rows.count == 4)
        let chart = try chart(rows + ["2024-01,Homs,raid,no"])
        #expect(chart.remarks(in: FixtureStyle.style) == ["One incident without a known day is not shown: Homs."])
        #expect(chart.values.rows.count == 5 && chart.values.rows.last == ["", "Homs", "raid", "no"])
    }

    /// None is lost from the counts for want of a day.
    @Test func incidentsWithoutADayAreCounted() throws {
        let rows = ["2024-01-02,Homs,raid,", "2024-01,Homs,raid,", "2024-01,Hama,mine,"]
        let chart = try chart(rows)
        #expect(chart.alternativeText.hasSuffix(": 2 in Homs (one of an unknown day) and 1 in Hama (one of an unknown day); 2 raid and 1 mine."))
        #expect(!chart.isEmpty)
        #expect(try self.chart(["2024-01,Homs,raid,"]).isEmpty, "there is nothing that it could draw")
    }

    @Test func aMonthWithoutRowsIsUnknown() throws {
        let chart = try chart(["2023-12-15,Homs,raid,", "2023-12-16,Hama,raid,"])
        #expect(chart.isEmpty && chart.values.rows.isEmpty)
        #expect(chart.alternativeText.hasSuffix(", January 2024: no figure is known."))
        #expect(chart.remarks(in: FixtureStyle.style) == ["× No figure known for January 2024."])
        #expect(Fixtures.plot(chart).texts.count { $0.item.text == "×" } == 2, "one for each province")
    }

    @Test func alternativeTextIsTrue() throws {
        #expect(
            try chart(rows).alternativeText
                == "Strip plot of incidents described by day and province in the region, January 2024: 3 in Homs and 1 in Hama; 3 raid and 1 mine."
        )
    }
}
