import Figures
import Scenes
import TestSupport
import Testing

@Suite struct FigureTests {
    private func kind(_ values: String = "3 5 4") throws -> any FigureKind {
        try ColumnChart(
            OptionValues(["measure": .measures([Fixtures.attacks]), "months": .number(3)]),
            data: Fixtures.data([(Fixtures.attacks, "Total", values)]))
    }

    @Test func everythingStandsAtTheLeftEdge() throws {
        let scene = Fixtures.scene(try kind("3 - 4"))
        for name in ["title", "notes"] {
            let texts = scene.texts.filter { $0.groups == [name] }
            #expect(!texts.isEmpty)
            for text in texts where !text.item.text.hasPrefix(" ") { #expect(text.box.minX == 0) }
        }
        #expect(scene.texts.filter { $0.groups == ["notes"] }.map(\.item.text).contains("Source:"))
    }

    @Test func ordersItsParts() throws {
        let names = Fixtures.scene(try kind()).items.map { item in
            if case .group(let group) = item { group.name } else { "?" }
        }
        #expect(names == ["title", "plot", "notes"])
    }

    @Test func keepsToTheHeightThatIsAsked() throws {
        let content = Fixtures.figure(try kind()).arranged(
            width: 300, height: 260, style: FixtureStyle.style, measurer: FixedWidthMeasurer())
        #expect(abs(content.height - 260) < 0.01)
    }

    @Test func leavesOutWhatItDoesNotHave() throws {
        var figure = Fixtures.figure(try kind())
        figure.number = nil
        figure.title = nil
        figure.subtitle = nil
        figure.notes = []
        figure.source = nil
        let style = FixtureStyle.style
        let content = figure.arranged(width: 300, height: nil, style: style, measurer: FixedWidthMeasurer())
        let plot = style.spaces.height + style.spaces.heightShare * 300
        #expect(content.height == plot + style.lines.top + style.spaces.afterTopRule)
    }

    @Test func tablesAreCountedApart() throws {
        #expect(Fixtures.figure(try kind()).label == "Figure 1")
        let table = try MeasureTable(OptionValues([:]), data: Fixtures.data([(Fixtures.attacks, "Total", "1")]))
        #expect(Fixtures.figure(table).label == "Table 1")
    }
}
