import Figures
import Scenes
import Statistics
import TestSupport
import Testing

@Suite struct GroupedColumnsTests {
    private func chart(_ rows: [(String, String)], of measure: Measure = Fixtures.killed) throws -> GroupedColumns {
        try GroupedColumns(
            OptionValues([
                "measure": .measures([measure]), "provinces": .provinces(rows.map(\.0)),
                "months": .number(rows[0].1.split(separator: " ").count),
            ]), data: Fixtures.data(rows.map { (measure, $0.0, $0.1) }, provinces: rows.map(\.0)))
    }

    private func labels(_ kind: GroupedColumns, width: Double = 400) -> [String] {
        Fixtures.plot(kind, width: width).texts.filter { $0.groups == ["labels"] }.map(\.item.text)
    }

    @Test func typical() throws { expectGolden(Fixtures.plot(try chart([("Homs", "4 - 9"), ("Hama", "2 3 >=4")])), "grouped.txt") }
    @Test func onePoint() throws { expectGolden(Fixtures.plot(try chart([("Homs", "4"), ("Hama", "2")])), "grouped-one.txt") }
    @Test func allZero() throws { expectGolden(Fixtures.plot(try chart([("Homs", "0 0"), ("Hama", "0 0")])), "grouped-zero.txt") }
    @Test func allUnknown() throws { expectGolden(Fixtures.plot(try chart([("Homs", "- -"), ("Hama", "- -")])), "grouped-unknown.txt") }
    @Test func negative() throws { expectGolden(Fixtures.plot(try chart([("Homs", "-4 3"), ("Hama", "2 -1")])), "grouped-negative.txt") }
    @Test func longNames() throws {
        let names = ["The governorate with the longest name of all that are known", "Another one of almost the same length"]
        expectGolden(Fixtures.plot(try chart([(names[0], "4 5"), (names[1], "1 2")])), "grouped-long.txt")
    }
    @Test func arabicNames() throws { expectGolden(Fixtures.plot(try chart([("حمص", "4 5"), ("دير الزور", "1 2")])), "grouped-arabic.txt") }

    @Test func sixtyMonths() throws {
        let values = (0..<60).map { $0 % 7 == 3 ? "-" : String($0 % 11) }.joined(separator: " ")
        let kind = try chart([("A", values), ("B", values), ("C", values), ("D", values)])
        for width in [240.0, 499] {
            let scene = Fixtures.scene(kind, width: width)
            expectTidy(scene, "60 months, \(width)")
            // Too narrow for a sign in each lane: one for the month, which can be read.
            let signs = scene.texts.filter { $0.item.text == "×" && $0.groups.contains("marks") }
            #expect(signs.count == 9 && signs.allSatisfy { $0.item.font.size >= 6.5 })
        }
        #expect(kind.values.rows.count == 240)
    }

    @Test func partsStandSideBySideInTheirOrder() throws {
        let bars = Fixtures.plot(try chart([("A", "4"), ("B", "2"), ("C", "3")])).bars
        #expect(bars.count == 3)
        #expect(zip(bars, bars.dropFirst()).allSatisfy { $0.maxX < $1.minX }, "apart from each other")
        #expect(Set(bars.map(\.maxY)).count == 1)
        #expect(abs(bars[0].height - 2 * bars[1].height) < 0.01)
    }

    @Test func theKeyIsInTheOrderOfTheMarks() throws {
        let scene = Fixtures.plot(try chart([("A", "4"), ("B", "2"), ("C", "3")]))
        #expect(scene.texts.filter { $0.groups == ["key"] }.map(\.item.text) == ["A", "B", "C"])
    }

    @Test func unknownIsASignInItsPlaceAndZeroANumber() throws {
        let scene = Fixtures.plot(try chart([("A", "4 -"), ("B", "0 2")]))
        #expect(scene.bars.count == 2)
        #expect(scene.texts.filter { $0.item.text == "×" }.count == 1)
        #expect(scene.texts.filter { $0.groups == ["labels"] }.map(\.item.text).contains("0"))
    }

    @Test func ofAMonthAllAreLabelledOrNone() throws {
        #expect(labels(try chart([("A", "4 120"), ("B", "2 110")]), width: 400).contains("120"))
        let narrow = Array(repeating: "12000", count: 12).joined(separator: " ")
        #expect(labels(try chart([("A", narrow), ("B", narrow.replacing("2", with: "5"))]), width: 300).isEmpty)
    }

    /// "10" beside "10" would be read as one number, and one of them alone as a month of which only that is known.
    @Test(arguments: [2, 3, 4]) func labelsOfAMonthStandApartOrNotAtAll(lanes: Int) throws {
        for values in ["10 10 10", "7 8 9", "1000 999 1001", "10 9 0", "0 0 0", "5 0 12", "-3 4 -5"] {
            let words = values.split(separator: " ").map(String.init)
            for months in 2...9 {
                let rows = (0..<lanes).map { lane in ("P\(lane)", (0..<months).map { words[(lane + $0 / 3) % 3] }.joined(separator: " ")) }
                let kind = try chart(rows)
                for width in stride(from: 100.0, through: 499, by: 19) {
                    let scene = Fixtures.plot(kind, width: width)
                    let labels = scene.texts.filter { $0.groups == ["labels"] }
                    let space = FixedWidthMeasurer().advance(of: " ", in: FixtureStyle.style.texts.value.font)
                    for (index, label) in labels.enumerated() {
                        for other in labels[(index + 1)...] where other.box.minY < label.box.maxY - 2.5 && other.box.maxY - 2.5 > label.box.minY {
                            let gap = max(other.box.minX - label.box.maxX, label.box.minX - other.box.maxX)
                            #expect(gap >= space - 1e-6, "\(values), \(lanes) by \(months) at \(width)")
                        }
                    }
                    // Of the month of the brief all are there, or none but zeros.
                    let last = rows.map { $0.1.split(separator: " ").last.map(String.init) ?? "" }.filter { $0 != "0" }.map { $0.replacing("-", with: "−") }
                    let bold = labels.filter { $0.item.font.weight == .bold && $0.item.text != "0" }.map { $0.item.text.replacing(",", with: "") }
                    #expect(bold.isEmpty || bold.sorted() == last.sorted(), "\(values), \(lanes) by \(months) at \(width)")
                }
            }
        }
    }

    @Test func noLabelStandsOverAnotherColumn() throws {
        for width in stride(from: 120.0, through: 499, by: 20) {
            let scene = Fixtures.plot(try chart([("A", "1 400 3 10"), ("B", "300 2 0 1000"), ("C", "7 80 - 900")]), width: width)
            for label in scene.texts where label.groups == ["labels"] {
                for bar in scene.bars { #expect(bar.intersection(label.box) == nil, "“\(label.item.text)” at \(width)") }
            }
        }
    }

    @Test func remarksSayWhere() throws {
        #expect(
            try chart([("A", "4 -"), ("B", ">=1 2[p]")]).remarks(in: FixtureStyle.style) == [
                "× No figure known for A in January 2024.", "Bars open at their end are minimum counts: B in December 2023.",
                "Hatched bars are provisional: B in January 2024.",
            ])
        #expect(try chart([("A", "4 -"), ("B", "3 -")]).remarks(in: FixtureStyle.style) == ["× No figure known for January 2024."])
    }

    @Test func callOutsPointAtTheirMonth() throws {
        let kind = try chart([("A", "4 5 6 7"), ("B", "1 9 2 3")])
        let annotations = Annotations(
            periods: [.init(Fixtures.month("2023-10")...Fixtures.month("2023-11"), "Autumn")],
            events: [.init(Fixtures.month("2023-12"), "An event")], callOuts: [.init(.month(Fixtures.month("2023-11")), "The most")])
        let scene = Fixtures.plot(kind, width: 300, height: 160, annotations)
        expectTidy(scene, "annotations")
        #expect(Set(scene.texts.map(\.item.text)).isSuperset(of: ["Autumn", "An event", "The most"]))
    }

    @Test func measuresOfDifferentUnitsMayStandSideBySide() throws {
        let kind = try GroupedColumns(
            OptionValues(["measures": .measures([Fixtures.attacks, Fixtures.killed]), "months": .number(2)]),
            data: Fixtures.data([(Fixtures.attacks, "Total", "4 5"), (Fixtures.killed, "Total", "1 2")]))
        #expect(kind.subtitle == "Attacks and people killed a month in the region, December 2023 to January 2024")
        #expect(kind.remarks(in: FixtureStyle.style) == ["Minimum counts: attacks."])
        #expect(
            kind.alternativeText
                == "Grouped column chart of attacks and people killed a month in the region, December 2023 to January 2024: attacks: from 4 (December 2023) to 5 (January 2024); people killed: from 1 (December 2023) to 2 (January 2024). Minimum counts: attacks."
        )
    }
}
