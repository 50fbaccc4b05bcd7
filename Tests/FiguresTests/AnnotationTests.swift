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
        let bands = Plot.Bands.months([Fixtures.month("2023-12"), Fixtures.month("2024-01")], focus: Fixtures.month)
        #expect(annotations.strangers(to: bands) == ["early", "elsewhere"])
        #expect(annotations.strangers(to: .names(["Homs"])) == ["early", "known"])
    }
}
