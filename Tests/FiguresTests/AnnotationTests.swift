import Figures
import Scenes
import Statistics
import TestSupport
import Testing

/// What an author writes into a plot.
@Suite struct AnnotationTests {
    private func scene(
        _ annotations: Annotations, values: String = "17 11 19 3 14 33 8 2 9 21 20 15", width: Double = 360, height: Double = 160
    ) throws -> Scene {
        let count = values.split(separator: " ").count
        let kind = try ColumnChart(
            OptionValues(["measure": .measures([Fixtures.attacks]), "months": .number(count)]),
            data: Fixtures.data([(Fixtures.attacks, "Total", values)]))
        let style = FixtureStyle.style
        let content = kind.content(in: style).annotated(annotations).arranged(width: width, height: height, measurer: FixedWidthMeasurer())
        return Scene(name: "annotated", size: Size(width: width, height: content.height), background: style.colours.background, items: content.items)
    }

    private func words(_ scene: Scene) -> [PlacedText] { scene.texts.filter { $0.groups == ["annotations"] } }

    /// Annotations keep off every bar, each other and all labels.
    private func expectClear(_ scene: Scene, location: SourceLocation = #_sourceLocation) {
        expectTidy(scene, "annotations", location: location)
        for text in words(scene) {
            for bar in scene.bars where bar.intersection(text.box) != nil {
                Issue.record("“\(text.item.text)” stands over a bar", sourceLocation: location)
            }
        }
    }

    @Test func whatIsTooWideForItsPlotIsTooNarrowNotTooLow() throws {
        let word = String(repeating: "unbreakable", count: 4)
        let kind = try ColumnChart(
            OptionValues(["measure": .measures([Fixtures.attacks]), "months": .number(3)]),
            data: Fixtures.data([(Fixtures.attacks, "Total", "17 11 19")]))
        let annotations = Annotations(callOuts: [.init(.month(Fixtures.month), word)])
        let content = kind.content(in: FixtureStyle.style).annotated(annotations).arranged(width: 100, height: 120, measurer: FixedWidthMeasurer())
        #expect(content.shortfall.width ?? 0 > 100 && content.shortfall.height == nil)
    }

    /// Areas leave no free room among the marks, and the words of an event stand where some would be made.
    @Test(arguments: ["2023-03", "2023-06", "2023-09", "2024-01"]) func aCallOutIsWrittenOrMissed(month: String) throws {
        let values = "17 11 19 3 14 33 8 2 9 21 20 15"
        let kind = try AreaChart(
            OptionValues(["measure": .measures([Fixtures.killed]), "provinces": .provinces(["Homs", "Hama"]), "months": .number(12)]),
            data: Fixtures.data([(Fixtures.killed, "Homs", values), (Fixtures.killed, "Hama", values)], provinces: ["Homs", "Hama"]))
        let annotations = Annotations(
            events: [.init(Fixtures.month("2023-07"), "A truce")], callOuts: [.init(.month(Fixtures.month(month)), "A half")])
        for width in [180.0, 240, 360] {
            let content = kind.content(in: FixtureStyle.style).annotated(annotations)
                .arranged(width: width, height: 120, measurer: FixedWidthMeasurer())
            let scene = Fixtures.plot(kind, width: width, annotations)
            #expect(words(scene).contains { $0.item.text == "A half" } || content.shortfall.height != nil, "\(month), \(width)")
        }
    }

    @Test func aPeriodIsAGroundFromItsFirstMonthToItsLast() throws {
        let scene = try scene(Annotations(periods: [.init(Fixtures.month("2023-03")...Fixtures.month("2023-05"), "Spring")]))
        expectClear(scene)
        let grounds = scene.shapes(in: "periods")
        #expect(grounds.count == 1)
        let bars = scene.bars
        #expect(grounds[0].minX < bars[1].minX && grounds[0].minX > bars[0].maxX)
        #expect(grounds[0].maxX > bars[3].maxX && grounds[0].maxX < bars[4].minX)
        #expect(words(scene).map(\.item.text) == ["Spring"])
    }

    @Test func aPeriodThatBeginsBeforeIsCutToTheMonthsShown() throws {
        let scene = try scene(Annotations(periods: [.init(Fixtures.month("2020-01")...Fixtures.month("2023-03"), "Before")]))
        let ground = try #require(scene.shapes(in: "periods").first)
        #expect(ground.minX <= scene.bars[0].minX && ground.maxX > scene.bars[1].maxX && ground.maxX < scene.bars[2].minX)
    }

    @Test func anEventIsALineBeforeItsMonth() throws {
        let scene = try scene(Annotations(events: [.init(Fixtures.month("2023-06"), "A truce begins")]))
        expectClear(scene)
        let line = try #require(scene.shapes(in: "annotations").first)
        #expect(line.width == 0 && line.midX > scene.bars[3].maxX && line.midX < scene.bars[4].minX)
    }

    /// At the right edge the words stand left of their line; lines run through no words.
    @Test func eventsCloseToEachOtherHaveRowsOfTheirOwn() throws {
        let months = ["2023-09", "2023-10", "2023-11", "2023-12", "2024-01"]
        let scene = try scene(Annotations(events: months.map { .init(Fixtures.month($0), "Something happened in \($0)") }), height: 300)
        expectClear(scene)
        #expect(words(scene).count >= 5)
        for line in scene.shapes(in: "annotations") {
            for text in words(scene) {
                #expect(!(text.box.minX < line.midX && line.midX < text.box.maxX && line.minY < text.box.maxY - 1), "\(text.item.text)")
            }
        }
    }

    @Test func aCallOutFindsRoomNearItsMonth() throws {
        let scene = try scene(Annotations(callOuts: [.init(.month(Fixtures.month("2023-07")), "The worst month of the year")]))
        expectClear(scene)
        let bar = scene.bars[5]
        let nearest = words(scene).map { abs($0.box.midX - bar.midX) }.min() ?? .infinity
        #expect(nearest < 100)
    }

    /// Where bars fill the plot room is made above them, and no call-out is lost.
    @Test func callOutsWithoutRoomHaveItMade() throws {
        let full = Array(repeating: "50", count: 12).joined(separator: " ")
        let callOuts = ["2023-02", "2023-06", "2023-10"].map { Annotations.CallOut(.month(Fixtures.month($0)), "A long sentence about \($0) that needs two lines") }
        let scene = try scene(Annotations(callOuts: callOuts), values: full, height: 260)
        expectClear(scene)
        for callOut in callOuts {
            let first = callOut.text.split(separator: " ").dropFirst(4).first.map(String.init) ?? ""
            #expect(words(scene).contains { $0.item.text.contains(first) }, "\(callOut.text) is lost")
        }
    }

    @Test(arguments: 0..<30) func callOutsKeepOffEverything(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let values = (0..<12).map { _ in String(Int.random(in: 0...40, using: &random)) }.joined(separator: " ")
        let months = [1, 5, 9].map { Fixtures.month.advanced(by: -$0) }
        let scene = try scene(
            Annotations(
                periods: [.init(months[2]...months[1], "A period")], events: [.init(months[0], "An event")],
                callOuts: months.map { .init(.month($0), "A sentence about \($0)") }), values: values)
        expectClear(scene)
        #expect(words(scene).map(\.item.text).joined(separator: " ").contains("A period"))
    }

    @Test func aCallOutAtAProvinceStandsBesideItsBar() throws {
        let kind = try BarChart(
            OptionValues(["measure": .measures([Fixtures.killed])]),
            data: Fixtures.data([(Fixtures.killed, "Homs", "5 14"), (Fixtures.killed, "Hama", "1 2")]))
        let content = kind.content(in: FixtureStyle.style).annotated(Annotations(callOuts: [.init(.province("Hama"), "Few")]))
            .arranged(width: 300, height: 100, measurer: FixedWidthMeasurer())
        let scene = Scene(name: "bars", size: Size(width: 300, height: content.height), background: FixtureStyle.style.colours.background, items: content.items)
        expectClear(scene)
        let word = try #require(words(scene).first)
        let row = try #require(scene.texts.first { $0.item.text == "Hama" })
        #expect(abs(word.box.midY - row.box.midY) < 8)
    }

    @Test func whatAPlotDoesNotShowIsAStranger() {
        let annotations = Annotations(
            periods: [.init(Fixtures.month("2020-01")...Fixtures.month("2020-02"), "early")], events: [.init(Fixtures.month("2023-12"), "known")],
            callOuts: [.init(.province("Homs"), "elsewhere")])
        func strangers(_ bands: Plot.Bands) -> [String] {
            annotations.strangers(to: Plot(direction: .vertical, bands: bands, values: .unlabelled([]), marks: [])).map(\.text)
        }
        #expect(strangers(.months([Fixtures.month("2023-12"), Fixtures.month("2024-01")], focus: Fixtures.month)) == ["early", "elsewhere"])
        let shown = Plot(
            direction: .vertical, bands: .months([Fixtures.month("2023-12"), Fixtures.month("2024-01")], focus: Fixtures.month),
            values: .unlabelled([]), marks: [])
        #expect(annotations.strangers(to: shown).map(\.past) == [Fixtures.month("2020-02"), nil])
        // What says the same of a month that is shown stays.
        var twice = annotations
        twice.events.append(.init(Fixtures.month("2021-05"), "known"))
        #expect(twice.without(twice.strangers(to: shown)) == Annotations(events: annotations.events, callOuts: annotations.callOuts))
        #expect(strangers(.names(["Homs"])) == ["early", "known"])
        #expect(strangers(.steps(["Mon"], focus: nil)) == ["early", "known", "elsewhere"])
    }

    @Test func linesOfEventsStopAtLabels() throws {
        // The label of the highest is wider than its column.
        let scene = try scene(
            Annotations(events: [.init(Fixtures.month("2023-07"), "Truce")]), values: "100 200 100 200 100 3300 100 200 100 200 100 150", width: 200)
        let labels = scene.texts.filter { $0.groups == ["labels"] }.map(\.box)
        let lines = scene.shapes(in: "annotations")
        #expect(!lines.isEmpty)
        for line in lines {
            let crossed = labels.filter { label in
                label.minX < line.midX && line.midX < label.maxX && line.minY < label.midY && label.midY < line.maxY
            }
            #expect(crossed.isEmpty)
        }
    }

    // MARK: Months of several years

    private func years(_ annotations: Annotations, of kind: any PlotKind.Type = FocusChart.self) throws -> (plot: Plot, scene: Scene) {
        let values = "1 2 3 4 5 6 7 8 9 10 11 12 21 22 23 24 25 26 27 28 29 30 31 32 41 42 43 44"
        let data = Fixtures.data(Fixtures.attacks, values, until: Fixtures.month("2024-04"))
        let chart = try kind.init(OptionValues(["measure": .measures([Fixtures.attacks]), "years": .number(2)]), data: data)
        return (chart.plot(in: FixtureStyle.style), Fixtures.plot(chart, width: 400, height: 200, annotations))
    }

    @Test func aCallOutPointsAtTheLineOfItsYear() throws {
        let plot = try years(.none).plot
        func value(_ month: String) -> Double? { plot.point(of: .month(Fixtures.month(month)))?.value }
        #expect(["2022-03", "2023-03", "2024-03"].map(value) == [3, 23, 43])
        // Not drawn, and not yet there.
        #expect(["2021-03", "2024-05"].map(value) == [nil, nil])
        let sums = try years(.none, of: CumulativeChart.self).plot
        #expect(sums.point(of: .month(Fixtures.month("2022-03")))?.value == 6)
    }

    @Test func aPeriodStandsInTheLatestYearThatIsDrawn() throws {
        let plot = try years(.none).plot
        func bands(_ first: String, _ last: String) -> ClosedRange<Int>? { plot.bands(of: Fixtures.month(first)...Fixtures.month(last)) }
        #expect(bands("2022-03", "2022-05") == 2...4)
        #expect(bands("2023-11", "2024-02") == 0...1)
        #expect(bands("2020-01", "2021-12") == nil)
        // The year is not over, and its months have their places.
        #expect(bands("2024-06", "2025-02") == 5...11)
    }

    @Test func yearsHaveGroundsLinesAndSentences() throws {
        let march = Fixtures.month("2024-03")
        let scene = try years(
            Annotations(periods: [.init(march...march, "Spring")], events: [.init(Fixtures.month("2023-09"), "Truce")], callOuts: [.init(.month(march), "Most")])
        ).scene
        expectTidy(scene, "years")
        #expect(words(scene).map(\.item.text).sorted() == ["Most", "Spring", "Truce"])
        #expect(scene.shapes(in: "periods").count == 1)
    }

    // MARK: Panels

    @Test func panelsShareGroundsAndHaveTheirOwnSentences() throws {
        let data = Fixtures.data(["Homs", "Hama", "Raqqa"].map { (Fixtures.killed, $0, "1 2 3 4 5 6 7 8") }, provinces: ["Homs", "Hama", "Raqqa"])
        let kind = try SmallMultiples(OptionValues(["measure": .measures([Fixtures.killed]), "months": .number(8)]), data: data)
        let month = Fixtures.month("2023-09")
        var annotations = Annotations(
            periods: [.init(month...month.advanced(by: 1), "Spring")], events: [.init(month.advanced(by: 3), "Truce")],
            callOuts: [.init(.month(month), in: "Hama", "Least")])
        let scene = Fixtures.plot(kind, width: 420, height: 160, annotations)
        func count(_ name: String) -> Int { scene.texts.count { $0.item.text == name } }
        // One row: the words stand once.
        #expect([count("Spring"), count("Truce"), count("Least")] == [1, 1, 1])
        #expect(scene.shapes(in: "periods").count == 3)
        let least = try #require(scene.texts.first { $0.item.text == "Least" })
        let hama = try #require(scene.texts.first { $0.item.text == "Hama" })
        #expect(abs(least.box.minX - hama.box.minX) < 120)
        let content = kind.content(in: FixtureStyle.style)
        #expect(content.strangers(among: annotations).isEmpty)
        annotations.callOuts = [.init(.month(month), "Of no panel"), .init(.month(Fixtures.month("2020-01")), in: "Homs", "Early")]
        annotations.periods = [.init(Fixtures.month("2020-01")...Fixtures.month("2020-02"), "Long ago")]
        #expect(content.strangers(among: annotations).map(\.text) == ["Of no panel", "Long ago", "Early"])
        // Elsewhere there are no panels.
        #expect(try years(.none).plot.bands.count == 12)
        let elsewhere = Annotations(callOuts: [.init(.month(Fixtures.month("2024-03")), in: "Homs", "Words")])
        #expect(elsewhere.strangers(to: try years(.none).plot).map(\.hint) == ["the figure has no panels: leave `in` out, or choose the kind multiples"])
    }

    @Test func aMeanIsNamedOnceForAllPanels() throws {
        let data = Fixtures.data([("Homs", "1 2 3 4"), ("Hama", "5 6 - 8")].map { (Fixtures.killed, $0.0, $0.1) }, provinces: ["Homs", "Hama"])
        func multiples(_ reference: ClosedRange<Month>?) throws -> SmallMultiples {
            try SmallMultiples(
                OptionValues(["measure": .measures([Fixtures.killed]), "months": .number(4), "reference": reference.map { .period($0) }].compactMapValues { $0 }),
                data: data)
        }
        let months = Fixtures.month("2023-10")...Fixtures.month("2023-12")
        let kind = try multiples(months)
        let scene = Fixtures.plot(kind, width: 300, height: 140)
        #expect(scene.texts.filter { $0.item.text.hasPrefix("Mean") }.map(\.groups) == [["key"]])
        #expect(!scene.texts.contains { $0.item.text.hasPrefix("mean") })
        #expect(kind.remarks(in: FixtureStyle.style).contains("No mean of October to December 2023 is drawn for Hama, for not all its months are known."))
        // The panels are as wide as without it.
        func lastLabel(_ kind: SmallMultiples) -> Double? { Fixtures.plot(kind, width: 300, height: 140).texts.map(\.box.maxX).max() }
        #expect(lastLabel(kind) == lastLabel(try multiples(nil)))
    }

    // MARK: Alternative texts

    @Test func alternativeTextsSayWhatTheAuthorWrote() throws {
        let month = Fixtures.month("2023-09")
        let annotations = Annotations(
            periods: [.init(month...month.advanced(by: 1), "Spring")], events: [.init(month, "Truce")],
            callOuts: [.init(.month(month), in: "Hama", "Least"), .init(.province("Homs"), "Most")])
        let kind = try BarChart(OptionValues(["measure": .measures([Fixtures.killed])]), data: Fixtures.data(Fixtures.killed, "1 2", until: Fixtures.month))
        #expect(
            kind.alternativeText(with: annotations, .english)
                == kind.alternativeText + " Marked: September to October 2023 (Spring), September 2023 (Truce), September 2023 in Hama (Least) and Homs (Most).")
        #expect(kind.alternativeText(with: .none, .english) == kind.alternativeText)
    }
}
