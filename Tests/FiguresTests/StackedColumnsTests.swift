import Figures
import Scenes
import Statistics
import Testing

@Suite struct StackedColumnsTests {
    private let wounded = Fixtures.wounded

    /// Provinces of one measure; the total is one of the rows.
    private func chart(
        _ rows: [(String, String)], of measure: Measure = Fixtures.killed, shown: [String]? = nil, more: [String: OptionValues.Value] = [:]
    ) throws -> StackedColumns {
        let provinces = rows.map(\.0).filter { $0 != "Total" }
        let months = rows[0].1.split(separator: " ").count
        var options: [String: OptionValues.Value] = [
            "measure": .measures([measure]), "provinces": .provinces(shown ?? provinces), "months": .number(months),
        ]
        options.merge(more) { $1 }
        return try StackedColumns(
            OptionValues(options), data: Fixtures.data(rows.map { (measure, $0.0, $0.1) }, provinces: provinces))
    }

    private func chart(measures rows: [(Measure, String)]) throws -> StackedColumns {
        try StackedColumns(
            OptionValues(["measures": .measures(rows.map(\.0)), "months": .number(rows[0].1.split(separator: " ").count)]),
            data: Fixtures.data(rows.map { ($0.0, "Total", $0.1) }))
    }

    private func labels(_ kind: StackedColumns, width: Double = 400) -> [String] {
        Fixtures.plot(kind, width: width).texts.filter { $0.groups == ["labels"] }.map(\.item.text)
    }

    private let rows = [("Homs", "4 - 9"), ("Hama", "2 3 4"), ("Total", "8 7 13")]

    @Test func typical() throws { expectGolden(Fixtures.plot(try chart(rows)), "stacked.txt") }
    @Test func measures() throws {
        expectGolden(Fixtures.plot(try chart(measures: [(Fixtures.killed, "4 9 3"), (wounded, "8 - 12")])), "stacked-measures.txt")
    }
    @Test func onePoint() throws { expectGolden(Fixtures.plot(try chart([("Homs", "4"), ("Hama", "2")])), "stacked-one.txt") }
    @Test func allZero() throws { expectGolden(Fixtures.plot(try chart([("Homs", "0 0"), ("Hama", "0 0")])), "stacked-zero.txt") }
    @Test func allUnknown() throws { expectGolden(Fixtures.plot(try chart([("Homs", "- -"), ("Hama", "- -")])), "stacked-unknown.txt") }
    @Test func negative() throws { expectGolden(Fixtures.plot(try chart([("Homs", "-4 3"), ("Hama", "2 -1")])), "stacked-negative.txt") }
    @Test func longNames() throws {
        let names = ["The governorate with the longest name of all that are known", "Another one of almost the same length"]
        expectGolden(Fixtures.plot(try chart([(names[0], "4 5"), (names[1], "1 2")])), "stacked-long.txt")
    }
    @Test func arabicNames() throws { expectGolden(Fixtures.plot(try chart([("حمص", "4 5"), ("دير الزور", "1 2")])), "stacked-arabic.txt") }

    @Test func sixtyMonths() throws {
        let values = (0..<60).map { $0 % 7 == 2 ? "-" : String($0 % 11) }.joined(separator: " ")
        let kind = try chart([("Homs", values), ("Hama", values), ("Total", values)])
        for width in [240.0, 499] { expectTidy(Fixtures.scene(kind, width: width), "60 months, \(width)") }
        #expect(labels(kind).contains("4"), "the month of the brief has its total")
    }

    @Test func partsStandInTheirOrderAndTheRestOnTop() throws {
        let scene = Fixtures.plot(try chart([("Homs", "4"), ("Hama", "2"), ("Total", "10")]), width: 400)
        let bars = scene.bars
        #expect(bars.count == 3)
        #expect(zip(bars, bars.dropFirst()).allSatisfy { $0.minY >= $1.maxY - 0.01 }, "from the base up")
        #expect(abs((bars[2].height + FixtureStyle.style.lines.ring) / bars[0].height - 1) < 1e-9, "four of ten, with its outline")
        #expect(scene.dump.contains("stroke #8e959b"), "the rest is open and grey")
        #expect(labels(try chart([("Homs", "4"), ("Hama", "2"), ("Total", "10")])) == ["10", "Other or not known", "2 Hama", "4 Homs"])
    }

    /// Joints lie over the parts, half on each, and take a tenth of a thin one at most.
    @Test(arguments: ["1 2 97", "0.5 0.25 200", "30 0 70", "40 40 40"]) func partsAreAsLongAsTheirValues(_ values: String) throws {
        let numbers = values.split(separator: " ").compactMap { Double($0) }
        let rows = zip(["A", "B", "C"], values.split(separator: " ").map(String.init)).map { ($0, $1) }
        let scene = Fixtures.plot(try chart(rows), width: 400)
        let bars = scene.bars
        let long = numbers.filter { $0 > 0 }
        let unit = bars.map(\.height).reduce(0, +) / numbers.reduce(0, +)
        #expect(bars.count == long.count && scene.joints.count == long.count - 1)
        for (bar, number) in zip(bars, long) { #expect(abs(bar.height - number * unit) < 1e-9) }
        for (lower, upper) in zip(bars, bars.dropFirst()) { #expect(abs(lower.minY - upper.maxY) < 1e-9) }
        for (index, joint) in scene.joints.enumerated() {
            let shorter = min(bars[index].height, bars[index + 1].height)
            #expect(abs(joint.midY - bars[index].minY) < 1e-9 && joint.width == bars[index].width)
            #expect(abs(joint.height - min(FixtureStyle.style.lines.separator, shorter / 10)) < 1e-9)
        }
    }

    /// What the parts come to stands at its value, which no part ends at.
    @Test func aTotalOfPartsOnBothSidesOfZeroIsARing() throws {
        let kind = try chart([("In", "60 90"), ("Out", "-90 -20"), ("Total", "-30 70")])
        let rings = kind.plot(in: FixtureStyle.style).marks.compactMap { mark -> PlotPoint? in
            if case .dot(let point, .rest, .ring, _) = mark { point } else { nil }
        }
        #expect(rings == [PlotPoint(band: 0, value: -30), PlotPoint(band: 1, value: 70)])
        let wholes = kind.plot(in: FixtureStyle.style).labels.filter { $0.place == .beyond }
        #expect(wholes.map(\.value) == [90, -90], "on the side of the total")
        #expect(kind.remarks(in: FixtureStyle.style) == ["Parts lie on both sides of zero, and a ring is at what they come to, in December 2023 and January 2024."])
        #expect(try chart([("In", "60"), ("Out", "20"), ("Total", "80")]).remarks(in: FixtureStyle.style).isEmpty)
    }

    /// A hundred per cent of three thirds lacks nothing.
    @Test func whatRoundingLeavesIsNoPart() throws {
        let thirds = try chart([("A", "33.3"), ("B", "33.3"), ("C", "33.3"), ("Total", "100")])
        #expect(Fixtures.plot(thirds).bars.count == 3)
        #expect(Fixtures.plot(try chart([("A", "33.3"), ("B", "33.3"), ("C", "33.1"), ("Total", "100")])).bars.count == 4)
        #expect(Fixtures.plot(try chart([("A", "33"), ("B", "33"), ("C", "33"), ("Total", "100")])).bars.count == 4, "counts are not rounded")
    }

    @Test func theKeyIsInTheOrderOfTheMarks() throws {
        // In the last month a part is not known, so that it cannot be named beside it.
        let scene = Fixtures.plot(try chart([("Homs", "4 1"), ("Hama", "2 -"), ("Total", "10 9")]), width: 400)
        #expect(scene.texts.filter { $0.groups == ["key"] }.map(\.item.text) == ["Other or not known", "Hama", "Homs"])
    }

    @Test func aPartNotKnownIsInTheRestAndHasASign() throws {
        let kind = try chart([("Homs", "4"), ("Hama", "-"), ("Total", "10")])
        #expect(Fixtures.plot(kind).texts.map(\.item.text).filter { $0 == "×" }.count == 1)
        #expect(labels(kind) == ["10", "4"])
        #expect(kind.remarks(in: FixtureStyle.style) == ["× No figure known for Hama in January 2024."])
    }

    /// The other provinces may have had some too.
    @Test func withoutATotalSomeOfTheProvincesAreAMinimum() throws {
        let rows = [("Homs", "4 5"), ("Hama", "3 2"), ("Raqqa", "1 -")]
        let kind = try StackedColumns(
            OptionValues(["measure": .measures([Fixtures.killed]), "provinces": .provinces(["Homs", "Hama"]), "months": .number(2)]),
            data: Fixtures.data(rows.map { (Fixtures.killed, $0.0, $0.1) }, provinces: rows.map(\.0)))
        #expect(labels(kind).contains("≥7"))
        #expect(kind.remarks(in: FixtureStyle.style) == ["Columns open at their end lack a part that is not known: December 2023 and January 2024."])
    }

    @Test func whatIsKnownAsAWholeOnlyIsSaidToBe() throws {
        let kind = try chart([("Homs", "- 4"), ("Hama", "- 2"), ("Total", "9 6")])
        #expect(kind.remarks(in: FixtureStyle.style) == ["× Only the total is known for December 2023."])
    }

    @Test func withoutATotalTheSumIsAMinimumWhereAPartIsNotKnown() throws {
        let kind = try chart([("Homs", "4 5"), ("Hama", "- 2")])
        #expect(labels(kind) == ["7", "≥4", "4", "2 Hama", "5 Homs"])
        #expect(
            kind.remarks(in: FixtureStyle.style) == [
                "× No figure known for Hama in December 2023.",
                "Columns open at their end lack a part that is not known: December 2023.",
                "No total is known for January 2024: the column is the sum of the provinces.",
            ])
        #expect(kind.values.rows.suffix(2) == [["2023-12", "sum", ">=4"], ["2024-01", "sum", "7"]])
    }

    @Test func theSumOfMinimumCountsThatLacksAPartIsStillLess() throws {
        #expect(labels(try chart([("Homs", "4"), ("Hama", "-")], of: Fixtures.attacks)) == ["≥4", "4"])
        #expect(labels(try chart([("Homs", "4"), ("Hama", "1")], of: Fixtures.attacks)) == ["5", "1 Hama", "4 Homs"])
    }

    @Test func aMonthOfWhichOnlyTheTotalIsKnownIsGreyWithASign() throws {
        let scene = Fixtures.plot(try chart([("Homs", "4 -"), ("Hama", "2 -"), ("Total", "10 9")]), width: 400)
        #expect(scene.bars.count == 4)
        #expect(scene.texts.filter { $0.item.text == "×" }.count == 1)
    }

    @Test func moreThanTheTotalIsSaid() throws {
        let kind = try chart([("Homs", "8"), ("Hama", "4"), ("Total", "10")])
        #expect(Fixtures.plot(kind).bars.count == 2)
        #expect(kind.remarks(in: FixtureStyle.style) == ["The provinces add up to more than the total in January 2024."])
        #expect(labels(kind).first == "10")
    }

    @Test func boundsAreWhiskers() throws {
        let kind = try chart([("Homs", "4..6"), ("Hama", "2"), ("Total", "10..14")])
        #expect(labels(kind).contains("10–14"))
        #expect(Fixtures.plot(kind).dump.split(separator: "\n").filter { $0.contains("stroke #1f2328 0.75") }.count == 3, "two, and the zero line")
        #expect(
            kind.remarks(in: FixtureStyle.style) == [
                "Thin lines span the possible values: Homs and Total in January 2024."
            ])
    }

    @Test func sumsOfMeasuresAreSaidToBeSums() throws {
        let kind = try chart(measures: [(Fixtures.killed, "4 9"), (wounded, "8 1")])
        #expect(kind.remarks(in: FixtureStyle.style) == ["The numbers above the columns are sums of their parts."])
        #expect(kind.values.header == ["month", "province", "killed", "wounded", "sum"])
        #expect(kind.values.rows.map(\.last) == ["12", "10"])
        #expect(kind.subtitle == "People killed and people wounded a month in the region, December 2023 to January 2024")
    }

    @Test func insideLabelsAreAllThereOrNoneIs() throws {
        let few = try chart([("Homs", "4 1000"), ("Hama", "200 300"), ("Total", "300 1500")])
        #expect(Set(labels(few, width: 400)).isSuperset(of: ["200", "1,500"]))
        let many = Array(repeating: "1000", count: 24).joined(separator: " ")
        let texts = labels(try chart([("Homs", many), ("Hama", many), ("Total", many)]), width: 400)
        #expect(texts.count <= 4, "\(texts)")
    }

    @Test func referencesPeriodsEventsAndCallOutsHaveTheirPlace() throws {
        let months = "6 7 8 6 7 8 9 3 4 12"
        let period = Fixtures.month("2023-04")...Fixtures.month("2023-06")
        let kind = try chart([("Homs", months), ("Hama", months), ("Total", months)], more: ["reference": .period(period)])
        let annotations = Annotations(
            periods: [.init(period, "Spring")], events: [.init(Fixtures.month("2023-09"), "An event with a text")],
            callOuts: [.init(.month(Fixtures.month("2023-11")), "The least")])
        let scene = Fixtures.plot(kind, width: 400, height: 180, annotations)
        expectTidy(scene, "annotations")
        let texts = scene.texts.map(\.item.text)
        for text in ["Spring", "An event with a text", "The least"] { #expect(texts.contains(text)) }
        #expect(texts.joined(separator: " ").contains("mean of April to June 2023: 7"))
    }

    @Test func problemsHaveAWayOut() throws {
        func problem(_ options: [String: OptionValues.Value], provinces: Int = 6) -> String? {
            let names = (0..<provinces).map { "P\($0)" }
            do throws(FigureProblems) {
                _ = try StackedColumns(OptionValues(options), data: Fixtures.data([(Fixtures.killed, "Total", "1")], provinces: names))
                return nil
            } catch {
                return error.problems.map { [$0.option, $0.message, $0.hint].compactMap { $0 }.joined(separator: ": ") }.joined()
            }
        }
        let measure = OptionValues.Value.measures([Fixtures.killed])
        #expect(problem(["measure": measure], provinces: 30) == "30 provinces cannot be told apart in one figure: name up to four in `provinces`, or use `multiples`")
        #expect(problem([:])?.hasPrefix("neither `measure` nor `measures` is set") == true)
        #expect(problem(["measure": measure, "measures": measure])?.hasPrefix("measure: both") == true)
        #expect(problem(["measure": measure, "provinces": .provinces(["P1", "Total"])])?.hasPrefix("provinces: the total") == true)
        #expect(problem(["measure": measure, "provinces": .provinces(["P1"])])?.hasPrefix("provinces: one province") == true)
        #expect(problem(["measure": measure, "provinces": .provinces(["P1", "P1"])])?.hasPrefix("provinces: a province is named twice") == true)
        #expect(problem(["measure": measure, "province": .provinces(["P1"])])?.hasPrefix("province: one measure of one") == true)
        #expect(problem(["measures": .measures([Fixtures.killed, Fixtures.attacks])])?.hasPrefix("measures: measures of different units") == true)
        #expect(problem(["measures": .measures([Fixtures.killed, Fixtures.killed])])?.hasPrefix("measures: a measure is named twice") == true)
        #expect(problem(["measures": .measures([Fixtures.killed, wounded]), "provinces": .provinces(["P1"])])?.hasPrefix("provinces: several") == true)
        #expect(problem(["measure": measure], provinces: 4) == nil)
    }

    @Test func alternativeTextIsTrue() throws {
        #expect(
            try chart(rows).alternativeText
                == "Stacked column chart of people killed a month in the region by province, November 2023 to January 2024: Homs: from 4 (November 2023) to 9 (January 2024); one month not known; Hama: from 2 (November 2023) to 4 (January 2024); Total: from 7 (December 2023) to 13 (January 2024)."
        )
    }
}
