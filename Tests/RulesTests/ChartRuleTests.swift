import Figures
import Scenes
import TestSupport
import Testing

@testable import Rules

/// Axes, grids, keys and colours.
@Suite struct ChartRuleTests {
    private func broken(_ spoil: (inout Sample) -> Void) -> [String] {
        var sample = Sample()
        spoil(&sample)
        return sample.broken
    }

    private func messages(_ spoil: (inout Sample) -> Void) -> [String] {
        var sample = Sample()
        spoil(&sample)
        return sample.messages
    }

    /// A plot with an axis at its left: its marks begin at 40.
    private func withAxis(_ ticks: [(String, Double)], grid: Stroke? = Stroke(gridGrey, width: 0.5)) -> Sample {
        var sample = Sample()
        let look = sample.style.texts.axis
        sample.profile = .statisticsOffice
        sample.marks = [
            box(40, 130, 20, 30, fill: grey), box(80, 100, 20, 60, fill: grey), box(120, 70, 20, 90, fill: accent),
            line((40, 160), (150, 160), 0.75, ink),
        ]
        sample.labels = [label("11", 50, 127), label("22", 90, 97), label("33", 130, 67)]
        sample.axis = [text("Nov", look, 42, 176), text("Dec", look, 82, 176), text("Jan", look, 122, 176)]
        for (tick, y) in ticks {
            if let grid, y < 160 { sample.axis.append(.shape(ShapeItem(.line(from: Point(x: 40, y: y), to: Point(x: 150, y: y)), stroke: grid))) }
            sample.axis.append(text(tick, look, 10, y + 2))
        }
        // What the grid runs through stands on a piece of the ground.
        sample.labels = sample.labels.flatMap { item -> [SceneItem] in
            guard case .text(let text) = item else { return [item] }
            return [box(text.origin.x, text.origin.y - 6, 9, 6.5, fill: white), item]
        }
        return sample
    }

    private let ticks = [("0", 160.0), ("20", 105.5), ("40", 51)]

    @Test func anAxisFromZeroIsSound() {
        let sample = withAxis(ticks)
        #expect(sample.broken.isEmpty, "\(sample.messages)")
        #expect(ValueTicks(sample.subject.plots[0], .english).left.map(\.value) == [0, 20, 40])
        #expect(sample.subject.plots[0].gridLines.count == 2)
    }

    @Test func barsBeginAtZero() {
        let sample = withAxis([("10", 160), ("20", 105.5), ("40", 51)])
        #expect(sample.broken == ["R-zero-bars"] && sample.messages == ["the scale of the bars begins at 10"])
    }

    @Test func barsAreAsLongAsTheirValues() {
        #expect(messages { $0.marks[0] = box(0, 145, 20, 15, fill: grey) } == ["the bars of “11” and “33” are not as long as their values"])
        #expect(broken { $0.marks[0] = box(0, 145, 20, 15, fill: grey) } == ["R-zero-bars"])
        // Nor does one at the edge, which may have been moved there.
        #expect(broken { sample in
            sample.marks = [box(0, 130, 20, 30, fill: grey), box(40, 100, 20, 60, fill: grey), box(80, 70, 20, 90, fill: accent)]
            sample.labels = [label("11", 10, 127), label("5,000", 90, 67)]
        } == [])
        // A label that stands over no single bar tells nothing.
        #expect(broken { $0.labels[0] = label("5", 13, 127) } == [])
    }

    @Test func barsThatLieAreAsLongAsTheirValues() {
        func lying(_ lengths: [Double]) -> [String] {
            broken { sample in
                sample.axis = []
                sample.marks = lengths.enumerated().map { box(40, 60 + 30 * Double($0), $1, 12, fill: grey) }
                sample.labels = zip(["10", "20"], lengths).enumerated().map { index, bar in
                    text(bar.0, sample.style.texts.value, 43 + bar.1, 66 + 30 * Double(index) + 0.35 * 8.5)
                }
            }
        }
        #expect(lying([50, 100]) == [])
        #expect(lying([80, 100]) == ["R-zero-bars"])
    }

    /// What is stacked, and what has its value in colour, is not measured by its length.
    @Test func partsAndCellsAreNoBars() {
        let shades = [accent, colour(0x868D94)]
        #expect(!broken { sample in
            sample.axis = []
            sample.marks = [box(40, 60, 30, 20, fill: shades[0]), box(40, 81, 30, 70, fill: shades[1])]
            sample.labels = [label("22", 55, 72.975, look(8.5, white)), label("90", 55, 118.975)]
        }.contains("R-zero-bars"))
        #expect(!broken { sample in
            sample.axis = []
            sample.marks = [.group(GroupItem("cells", items: [box(40, 60, 30, 20, fill: shades[0]), box(71, 60, 30, 20, fill: shades[1])]))]
            sample.labels = [label("3", 55, 72.975, look(8.5, white)), label("90", 86, 72.975)]
        }.contains("R-zero-bars"))
    }

    private func lines(from least: String) -> Sample {
        var sample = withAxis([(least, 160), ("20", 105.5), ("40", 51)])
        sample.marks = [polyline([(50, 130), (90, 100), (130, 75)], 1.75, accent), line((40, 160), (150, 160), 0.75, ink)]
        sample.labels = [text("33", look(8.5, accent), 155, 76)]
        return sample
    }

    @Test func linesBeginAtZeroInANewsroom() {
        var sample = lines(from: "10")
        #expect(sample.broken == [])
        sample.profile = .newsroom
        #expect(sample.broken == ["R-zero-lines"])
        sample = lines(from: "0")
        sample.profile = .newsroom
        #expect(sample.broken == [])
    }

    @Test func aPlotHasOneScale() {
        var sample = withAxis(ticks)
        let look = sample.style.texts.axis
        sample.axis += [text("0", look, 160, 162), text("500", look, 160, 53)]
        #expect(sample.broken == ["R-one-scale"])
        // The same scale at either side is one.
        sample = withAxis(ticks)
        sample.axis += ticks.map { text($0.0, look, 160, $0.1 + 2) }
        #expect(sample.broken == [])
    }

    @Test func countsHaveWholeTicks() {
        var sample = withAxis([("0", 160), ("12.5", 125.9), ("40", 51)])
        #expect(sample.broken == ["R-whole-ticks"])
        sample.values.rows[0][2] = "11.4"
        #expect(sample.broken == [])
    }

    @Test func fewBarsHaveNoAxisInANewsroom() {
        var sample = withAxis(ticks)
        sample.profile = .newsroom
        #expect(sample.broken == ["R-few-bars"] && sample.messages == ["3 bars have an axis of values"])
        sample.values.rows = (1...12).map { ["2023-" + ($0 < 10 ? "0" : "") + "\($0)", "Total", "3"] }
        sample.values.rows[11][0] = "2024-01"
        #expect(sample.broken == [])
    }

    @Test func theLastMonthIsLabelled() {
        func withoutLast(_ sample: inout Sample) {
            sample.axis.removeLast()
            sample.axis.append(text("2024", sample.style.texts.axis, 82, 188))
        }
        #expect(messages { withoutLast(&$0) } == ["the last label of the months is Dec, not Jan"])
        #expect(broken { withoutLast(&$0) } == ["R-last-month"])
        #expect(broken { $0.axis.removeFirst() } == [])
        // Years that are compared month by month end with December.
        #expect(broken { $0.axis.removeLast() } == [])
    }

    // MARK: Grid

    @Test func aGridRunsOneWay() {
        var sample = withAxis(ticks)
        sample.axis.append(line((110, 51), (110, 160), 0.5, gridGrey))
        #expect(sample.broken == ["R-grid-direction"])
        // Marks as flat as the line at zero make no grid of the ticks beside it.
        sample = withAxis(ticks)
        sample.marks = [line((40, 160), (150, 160), 2, ink)]
        sample.labels = []
        sample.axis += [line((110, 160), (110, 163), 0.5, ink), line((140, 160), (140, 163), 0.5, ink)]
        #expect(!sample.broken.contains("R-grid-direction") && !sample.broken.contains("R-grid-colour") && sample.subject.plots[0].gridLines.count == 2)
        // Ticks at months are short, and lines of years lie below.
        sample = withAxis(ticks)
        sample.axis += [line((110, 160), (110, 163), 0.5, ink), line((40, 180), (150, 180), 0.5, ink)]
        #expect(sample.broken == [])
    }

    @Test func aGridIsThinAndLight() {
        #expect(withAxis(ticks, grid: Stroke(gridGrey, width: 1)).messages == ["grid lines are 1 points wide"])
        #expect(withAxis(ticks, grid: Stroke(gridGrey, width: 1)).broken == ["R-grid-line"])
        #expect(withAxis(ticks, grid: Stroke(colour(0xA0A0A0), width: 0.5)).broken == ["R-grid-colour"])
        #expect(withAxis(ticks, grid: Stroke(colour(0xF0F0F0), width: 0.5)).broken == ["R-grid-colour"])
        #expect(withAxis(ticks, grid: Stroke(colour(0xC0D8F0), width: 0.5)).broken == ["R-grid-colour"])
        #expect(withAxis(ticks, grid: Stroke(colour(0xCBCBCB), width: 0.5)).broken == [])
    }

    // MARK: Keys

    private func keyed(_ fill: Colour, y: Double) -> [SceneItem] { [box(0, y - 6, 6, 6, fill: fill), text("January", look(8.5), 10, y)] }

    @Test func linesAreLabelledAtTheirEnds() {
        var sample = lines(from: "0")
        sample.head = []
        sample.key = keyed(accent, y: 25)
        #expect(sample.broken == ["R-direct-labels"])
        #expect(broken { $0.key = keyed(accent, y: 50) } == [])
    }

    @Test func aKeyStandsNearItsPlot() {
        #expect(messages { sample in
            sample.head = []
            sample.key = keyed(accent, y: 10)
        } == ["the key stands 49 points away from its plot"])
        #expect(broken { sample in
            sample.head = []
            sample.key = keyed(accent, y: 30)
        } == [])
        // What is written above the marks is a part of the plot.
        #expect(broken { sample in
            sample.head = []
            sample.key = keyed(accent, y: 10)
            sample.annotations = [text("An event", look(8.5), 40, 30), text("Another", look(8.5), 60, 45)]
        } == [])
    }

    // MARK: Colours

    private let palette = [colour(0x12436D), colour(0x28A197), colour(0x801650), colour(0xF46A25), colour(0x3D3D3D), colour(0xA285D1), colour(0x6B5B00)]

    /// A bar of each colour, each with its word in the colour of the bar.
    private func coloured(_ colours: [Colour], apart: Double = 10, y: Double = 100) -> Sample {
        var sample = Sample()
        sample.axis = []
        sample.marks = colours.enumerated().map { box(Double($0) * (20 + apart), y, 20, 60, fill: $1) }
        sample.labels = []
        sample.key = colours.enumerated().map { box(Double($0) * 30, 60, 6, 6, fill: $1) }
        return sample
    }

    @Test func categoriesAreFour() {
        #expect(coloured(Array(palette.prefix(5))).broken.contains("R-categories") == false)
        let many = coloured(palette)
        #expect(many.broken.contains("R-categories"))
        #expect(many.messages.contains { $0.hasPrefix("the plot has 5 colours for categories") })
    }

    @Test func aColourIsExplained() {
        var sample = coloured([accent, palette[1]])
        #expect(sample.broken == [])
        sample.key = []
        #expect(sample.broken == ["R-colour-alone"] && sample.messages == ["nothing says what #28a197 stands for"])
        // A word in its colour says it, and a number within the mark needs no colour.
        var labelled = sample
        labelled.labels = [label("North", 40, 95, look(8.5, colour(0x28A197)))]
        #expect(!labelled.broken.contains("R-colour-alone"))
        sample.labels = [label("20", 40, 130, look(8.5, ink))]
        #expect(sample.broken == [])
    }

    @Test func paleMarksAreSeen() {
        #expect(messages { $0.marks[0] = box(0, 130, 20, 30, fill: colour(0xBFBFBF)) } == ["marks in #bfbfbf have a contrast of 1.84 with the ground, less than 3"])
        #expect(broken { $0.marks[0] = box(0, 130, 20, 30, fill: colour(0xBFBFBF)) } == ["R-mark-contrast"])
        #expect(broken { sample in
            sample.marks[0] = box(0, 130, 20, 30, fill: colour(0x949494))
            sample.marks[1] = box(40, 100, 20, 60, fill: colour(0x949494))
        } == [])
    }

    @Test func neighboursDifferOrStandApart() {
        let pair = [accent, colour(0x5F6670)]
        #expect(coloured(pair, apart: 0).broken == ["R-neighbours"])
        #expect(coloured(pair, apart: 0.5).broken == [])
        #expect(coloured([accent, colour(0xA0A0A0)], apart: 0).broken.contains("R-neighbours") == false)
        var parted = coloured(pair, apart: 0)
        parted.marks = parted.marks.map { item in
            guard case .shape(var shape) = item else { return item }
            shape.stroke = Stroke(white, width: 0.75)
            return .shape(shape)
        }
        #expect(parted.broken == [])
        // A line of the ground that is laid over both parts them too, however thin, and so does the line at zero.
        for joint in [box(19.95, 100, 0.1, 60, fill: white), line((20, 100), (20, 160), 0.75, ink)] {
            var joined = coloured(pair, apart: 0)
            joined.marks.append(joint)
            #expect(joined.broken == [])
        }
        // Not one beside them, beneath them, or along a part of the edge.
        var loose = coloured(pair, apart: 0)
        loose.marks.insert(box(19.95, 100, 0.1, 60, fill: white), at: 0)
        loose.marks += [box(30, 100, 0.1, 60, fill: white), box(19.95, 100, 0.1, 20, fill: white)]
        #expect(loose.broken == ["R-neighbours"])
    }

    @Test func redAndGreenAreNotPaired() {
        #expect(coloured([colour(0xC0392B), colour(0x1E7B34)]).broken.contains("R-red-green"))
        #expect(!coloured([colour(0xF46A25), colour(0x12436D)]).broken.contains("R-red-green"))
    }

    @Test func coloursSurviveOtherEyes() {
        // Of one lightness: apart for the usual eye, not without one sort of cones, nor in a copy.
        let alike = coloured([colour(0xB25A3C), colour(0x7A7A28)])
        #expect(alike.broken == ["R-colour-vision"])
        #expect(alike.messages.count == 1 && alike.messages[0].hasPrefix("#7a7a28 and #b25a3c are hardly told apart in "))
        #expect(coloured([accent, grey]).broken == [])
        #expect(coloured([colour(0x5F6670), colour(0x6A7078)]).broken == ["R-colour-vision"])
    }

    @Test func dashesTellLinesApart() {
        func pair(_ dash: [Double], _ width: Double = 1.75) -> [String] {
            var sample = lines(from: "0")
            let other = colour(0x1A4A70)
            sample.marks.insert(polyline([(50, 150), (90, 140), (130, 145)], width, other, dash: dash), at: 1)
            sample.labels.append(text("5", look(8.5, other), 155, 147))
            return sample.broken
        }
        #expect(pair([]) == ["R-colour-vision"])
        #expect(pair([4, 2]) == [])
        #expect(pair([], 0.75) == [])
    }

    /// Each panel is a plot: a colour need not be told from that of another.
    @Test func panelsStandByThemselves() {
        #expect(panels([colour(0x5F6670), colour(0x6A7078)]) == [])
    }

    /// A key outside the panels is a key of each.
    @Test func panelsShareAKey() {
        let violet = colour(0x801650)
        #expect(panels([violet, accent]) == ["R-colour-alone"])
        #expect(panels([violet, accent], key: [box(0, 60, 6, 6, fill: violet)]) == [])
    }

    private func panels(_ fills: [Colour], key: [SceneItem] = []) -> [String] {
        let sample = Sample()
        let panels = fills.enumerated().map { index, fill in
            SceneItem.group(
                GroupItem("panel", offset: Point(x: 60 * Double(index), y: 0), items: [.group(GroupItem("marks", items: [box(0, 100, 20, 60, fill: fill)]))]))
        }
        let items: [SceneItem] = [.group(GroupItem("plot", items: [.group(GroupItem("key", items: key))] + panels))]
        let subject = FigureSubject(
            sample.subject.figure, Scene(name: "panels", size: Size(width: 200, height: 200), background: white, items: items), medium: .figure,
            style: sample.style, profile: .newsroom, measures: sample.measures, measurer: FixedWidthMeasurer())
        #expect(subject.plots.count == fills.count)
        return RuleRun(RuleSettings()).findings(in: [subject]).map(\.rule.code)
    }
}
