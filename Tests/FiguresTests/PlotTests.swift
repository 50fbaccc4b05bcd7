import Figures
import Scenes
import Statistics
import TestSupport
import Testing

@Suite struct PlotTests {
    private func space(_ direction: Plot.Direction) throws -> PlotSpace {
        let domain = try #require(Domain(0, 50))
        return PlotSpace(
            direction: direction, frame: Rect(x: 0, y: 0, width: 200, height: 200), count: 4, gap: 0.5, domain: domain,
            length: 180)
    }

    /// What stands at (x, y) in a vertical plot lies at (200 − y, x) in the horizontal one.
    private func transposed(_ item: SceneItem) -> SceneItem {
        func turned(_ point: Point) -> Point { Point(x: 200 - point.y, y: point.x) }
        guard case .shape(var shape) = item else { return item }
        shape.path.elements = shape.path.elements.map { element in
            switch element {
            case .move(let place): .move(turned(place))
            case .line(let place): .line(turned(place))
            case .curve(let place, let first, let second):
                .curve(turned(place), control1: turned(first), control2: turned(second))
            case .close: .close
            }
        }
        return .shape(shape)
    }

    private func described(_ items: [SceneItem]) -> [String] {
        items.map { item in
            guard case .shape(let shape) = item, let bounds = shape.path.bounds else { return "?" }
            let numbers = [bounds.minX, bounds.minY, bounds.maxX, bounds.maxY].map { ($0 * 1000).rounded() / 1000 }
            return "\(numbers) \(shape.fill?.hex ?? "") \(shape.stroke?.width ?? 0)"
        }
    }

    @Test func lyingIsStandingTransposed() throws {
        let marks: [Mark] = [
            .bar(band: 0, .whole, value: 33, .focus, .whole),
            .bar(band: 1, Lane(offset: -0.2, thickness: 0.6), value: 14, .previous, .openEnded),
            .whisker(band: 2, .whole, from: 10, to: 19),
            .line([PlotPoint(band: 0, value: 3), PlotPoint(band: 1, value: 40)], .second),
            .dot(PlotPoint(band: 3, value: 7), .focus),
        ]
        let (standing, lying) = (try space(.vertical), try space(.horizontal))
        let measurer = FixedWidthMeasurer()
        for mark in marks {
            let vertical = MarkDrawing(space: standing, style: FixtureStyle.style, measurer: measurer).items(of: mark)
            let horizontal = MarkDrawing(space: lying, style: FixtureStyle.style, measurer: measurer).items(of: mark)
            #expect(!vertical.isEmpty)
            #expect(described(vertical.map(transposed)) == described(horizontal))
        }
    }

    /// A whole plot: the bars of the horizontal one are as long for their values, and every guide keeps to the frame.
    @Test(arguments: [Plot.Direction.vertical, .horizontal]) func bothWaysHaveAllGuides(direction: Plot.Direction) {
        let plot = Plot(
            direction: direction, bands: .names(["Homs", "A place with a long name"]),
            ticks: Ticks(around: [10, 20], wholeNumbers: true), valueAxis: .always,
            marks: [
                .bar(band: 0, .whole, value: 10, .other, .whole), .bar(band: 1, .whole, value: 20, .focus, .whole),
            ],
            labels: [.init(band: 1, value: 20, parts: [.focus("20")])], key: [.init(.focus, "this"), .init(.other, "that")])
        let content = PlotContent(plot, style: FixtureStyle.style, wording: .english)
            .arranged(width: 240, height: 140, measurer: FixedWidthMeasurer())
        let scene = Scene(
            name: "plot", size: Size(width: 240, height: content.height), background: FixtureStyle.style.colours.background,
            items: content.items)
        expectTidy(scene, "\(direction)")
        let lengths = scene.bars.map { direction == .vertical ? $0.height : $0.width }
        #expect(lengths.count == 2)
        #expect(abs(lengths[1] - 2 * lengths[0]) < 0.01)
        let printed = scene.texts.map(\.item.text)
        for tick in [0.0, 10, 20] { #expect(printed.contains(Wording.english.number(tick))) }
    }

    @Test func barsBeginAtZeroAlsoBelowIt() throws {
        let domain = try #require(Domain(-10, 10))
        let space = PlotSpace(
            direction: .vertical, frame: Rect(x: 0, y: 0, width: 10, height: 100), count: 1, gap: 0, domain: domain,
            length: 100)
        let items = MarkDrawing(space: space, style: FixtureStyle.style, measurer: FixedWidthMeasurer())
            .items(of: .bar(band: 0, .whole, value: -5, .other, .whole))
        #expect(described(items).first?.hasPrefix("[0.0, 50.0, 10.0, 75.0]") == true)
    }

    @Test func barsAreNeverLogarithmic() {
        var plot = Plot(
            direction: .vertical, bands: .names(["A"]), values: .unlabelled([10]), marks: [.dot(PlotPoint(band: 0, value: 10), .focus)])
        plot.isLogarithmic = true
        #expect(plot.isLogarithmic)
        plot.marks.append(.bar(band: 0, .whole, value: 10, .focus, .whole))
        #expect(!plot.isLogarithmic)
    }

    @Test func spanningBandsLieAtTheEdges() {
        let scale = BandScale(count: 3, length: 100, gap: 0.5, isSpanning: true)
        #expect((0..<3).map { scale.centre(of: $0) } == [0, 50, 100])
        #expect(BandScale(count: 1, length: 100, gap: 0.5, isSpanning: true).centre(of: 0) == 50)
    }

    @Test func unlabelledValuesBeginAtZero() {
        #expect(Plot.Values.unlabelled([3, 14]).domain == Domain(0, 14))
        #expect(Plot.Values.unlabelled([-3, 14]).domain == Domain(-3, 14))
        #expect(Plot.Values.unlabelled([0, 0]).domain == .unit)
    }
}
