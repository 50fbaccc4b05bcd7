import Figures
import Scenes
import Statistics
import Testing

@Suite struct KeyNumbersTests {
    private func panel(_ values: [(Measure, String)]) throws -> KeyNumbers {
        try KeyNumbers(
            OptionValues(["measures": .measures(values.map(\.0))]),
            data: Fixtures.data(values.map { ($0.0, "Total", $0.1) }))
    }

    private let typicalValues = [(Fixtures.attacks, "14 33"), (Fixtures.killed, "- 1200")]

    @Test func typical() throws { expectGolden(Fixtures.scene(try panel(typicalValues)), "numbers.txt") }
    @Test func onePoint() throws { expectGolden(Fixtures.plot(try panel([(Fixtures.attacks, "33")])), "numbers-one.txt") }
    @Test func allZero() throws { expectGolden(Fixtures.plot(try panel([(Fixtures.attacks, "0 0")])), "numbers-zero.txt") }
    @Test func allUnknown() throws {
        expectGolden(Fixtures.plot(try panel([(Fixtures.attacks, "- -"), (Fixtures.killed, "3 -")])), "numbers-unknown.txt")
    }
    @Test func longName() throws {
        let series = [(Fixtures.longName, "5 2"), (Fixtures.killed, "5 5"), (Fixtures.attacks, "1 2")]
        expectGolden(Fixtures.plot(try panel(series)), "numbers-long.txt")
    }

    /// A number that is broken is another number.
    @Test(arguments: [120.0, 240, 499]) func numbersAreWhole(width: Double) throws {
        let measures = (0..<4).map { Measure(key: "m\($0)", name: "Measure \($0)", singular: "", plural: "") }
        let kind = try panel(measures.map { ($0, "1 1160460") })
        #expect(Fixtures.shortfall(of: kind, width: width) == Shortfall())
        #expect(Fixtures.plot(kind, width: width).texts.filter { $0.item.text == "1,160,460" }.count == 4)
        #expect(Fixtures.shortfall(of: kind, width: 60).width ?? 0 > 60)
    }

    @Test func marksAreSaidInTheNotes() throws {
        let kind = try panel([(Fixtures.attacks, "14 33[p]"), (Fixtures.killed, "3 5")])
        #expect(kind.remarks(in: FixtureStyle.style).first == "Provisional: attacks.")
    }

    @Test func rowsAreEven() throws {
        let names = (0..<4).map { Measure(key: "m\($0)", name: "Measure \($0)", singular: "", plural: "") }
        let scene = Fixtures.plot(try panel(names.map { ($0, "1 2") }), width: 260)
        // Three would fit into a row; four stand in two rows of two.
        let tops = Set(scene.texts.filter { $0.item.text == "2" }.map(\.box.minY))
        #expect(tops.count == 2)
        #expect(scene.texts.filter { $0.item.text == "2" }.count == 4)
    }

    @Test func changesAreInWords() throws {
        let texts = Fixtures.plot(try panel(typicalValues), width: 499).texts.map(\.item.text)
        #expect(texts.contains("+19 since December"))
        #expect(texts.contains("not known for December"))
        #expect(Fixtures.plot(try panel([(Fixtures.killed, "3 -")])).texts.map(\.item.text).contains("not known for January"))
    }

    @Test func smallLinesBreakAtGapsAndEndInADot() throws {
        let numbers = try KeyNumbers(
            OptionValues(["measures": .measures([Fixtures.killed]), "sparkline": .number(6)]),
            data: Fixtures.data([(Fixtures.killed, "Total", "4 8 - 2 6 9")]))
        expectGolden(Fixtures.plot(numbers), "numbers-sparkline.txt")
        #expect(Fixtures.plot(numbers).shapes(in: "sparkline").count == 4, "a ground line, two stretches, a dot")
        #expect(numbers.values.rows.count == 6)
        #expect(numbers.remarks(in: FixtureStyle.style) == ["Small lines show August 2023 to January 2024, each from zero to its highest month."])
    }

    @Test func alternativeTextIsTrue() throws {
        #expect(
            try panel(typicalValues).alternativeText
                == "Key figures of the region, January 2024: 33 attacks (+19 since December); 1,200 people killed (not known for December). Minimum counts: attacks."
        )
    }

    @Test func subtitleSaysPlaceMonthAndWhatItIsHeldAgainst() throws {
        #expect(try panel([(Fixtures.attacks, "1 2")]).subtitle == "The region, January 2024, and change since December 2023; minimum counts")
    }
}
