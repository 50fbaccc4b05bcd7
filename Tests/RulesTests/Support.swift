import Figures
import Scenes
import Statistics
import TestSupport

@testable import Rules

/// A figure that keeps every rule, drawn by hand, which a test can spoil in one place: three columns for three months.
struct Sample {
    var title: String? = "Attacks rose to 33"
    var subtitle: String? = "Attacks a month in the valley, November 2023 to January 2024"
    var notes: [String] = []
    var source: String? = "the desk’s own records"
    var alternativeText = "Column chart of attacks a month in the valley: from 11 (November) to 33 (January)."
    var values = ValueTable(
        header: ["month", "province", "attacks"],
        rows: [["2023-11", "Total", "11"], ["2023-12", "Total", "22"], ["2024-01", "Total", "33"]])
    var measures = [Measure(key: "attacks", name: "Attacks", unit: "attacks", singular: "attack", plural: "attacks", counting: .count, definition: "")]
    var style = Sample.style
    var profile = RuleProfile.newsroom
    var medium = Medium.figure

    var head: [SceneItem] = [
        text("Attacks rose to 33", style.texts.title, 0, 20), text("Attacks a month in the valley", style.texts.subtitle, 0, 36),
    ]
    var key: [SceneItem] = []
    var axis: [SceneItem] = [text("Nov", style.texts.axis, 2, 176), text("Dec", style.texts.axis, 42, 176), text("Jan", style.texts.axis, 82, 176)]
    var marks: [SceneItem] = [
        box(0, 130, 20, 30, fill: grey), box(40, 100, 20, 60, fill: grey), box(80, 70, 20, 90, fill: accent),
        line((0, 160), (110, 160), 0.75, ink),
    ]
    var annotations: [SceneItem] = []
    var labels: [SceneItem] = [label("11", 10, 127), label("22", 50, 97), label("33", 90, 67)]
    var foot: [SceneItem] = [text("Source: the desk’s own records", style.texts.notes, 0, 195)]

    var items: [SceneItem] {
        let plot = [("key", key), ("axis", axis), ("marks", marks), ("labels", labels), ("annotations", annotations)].filter { !$0.1.isEmpty }
        return [
            .group(GroupItem("title", items: head)),
            .group(GroupItem("plot", items: plot.map { .group(GroupItem($0.0, items: $0.1)) })),
            .group(GroupItem("notes", items: foot)),
        ]
    }

    var subject: FigureSubject {
        let figure = Figure(
            name: "sample", number: 1, title: title, subtitle: subtitle, notes: notes, source: source, alternativeText: alternativeText,
            kind: SampleKind(values), wording: .english)
        return FigureSubject(
            figure, Scene(name: "sample", size: Size(width: 240, height: 200), background: style.colours.background, items: items),
            medium: medium, style: style, profile: profile, measures: measures, measurer: FixedWidthMeasurer())
    }

    /// The codes of the rules that it breaks, each once, and their messages.
    var broken: [String] { findings.map(\.rule.code).reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
    var messages: [String] { findings.map { $0.finding.message + ($0.finding.example.isEmpty ? "" : ": " + $0.finding.example) } }

    private var findings: [RuleFinding] { RuleRun(RuleSettings(profile: profile)).findings(in: [subject]) }
}

/// What a rule can know of a kind.
struct SampleKind: FigureKind {
    static let keyword = "sample"
    static let summary = ""
    static let options: [FigureOption] = []
    let values: ValueTable
    let subtitle = "Attacks a month in the valley, November 2023 to January 2024"
    let alternativeText = ""

    init(_ values: ValueTable) { self.values = values }
    init(_ options: OptionValues, data: FigureData) throws(FigureProblems) { self.init(ValueTable(header: [], rows: [])) }
    func remarks(in style: FigureStyle) -> [String] { [] }
    func content(in style: FigureStyle) -> any FigureContent { PanelContent([], style: style) }
}

// MARK: Looks

let ink = colour(0x1F2328)
let muted = colour(0x5F6670)
let grey = colour(0x868D94)
let accent = colour(0x12436D)
let gridGrey = colour(0xD9D9D9)
let white = colour(0xFFFFFF)

func colour(_ rgb: Int, press: Colour.Press = .init(cyan: 0, magenta: 0, yellow: 0, black: 1)) -> Colour {
    Colour(screen: .init(red: Double(rgb >> 16) / 255, green: Double(rgb >> 8 & 255) / 255, blue: Double(rgb & 255) / 255), press: press)
}

func look(_ size: Double, _ colour: Colour = ink, weight: Font.Weight = .regular, numerals: Font.Numerals = .tabular) -> TextStyle {
    TextStyle(font: Font(families: ["Lato"], size: size, weight: weight, numerals: numerals), colour: colour, leading: size * 1.25)
}

extension Sample {
    static let style: FigureStyle = {
        var style = FigureStyle.unset
        style.texts.title = look(12, weight: .bold)
        style.texts.subtitle = look(9.5, muted)
        style.texts.axis = look(8.5, muted)
        style.texts.value = look(8.5)
        style.texts.notes = look(8, muted)
        style.colours.background = white
        style.colours.accent = accent
        style.symbols.unknown = "×"
        return style
    }()
}

// MARK: Items

func text(_ text: String, _ style: TextStyle, _ x: Double, _ y: Double) -> SceneItem {
    .text(TextItem(text, font: style.font, colour: style.colour, origin: Point(x: x, y: y), advance: FixedWidthMeasurer().advance(of: text, in: style.font)))
}

/// Over the middle of a bar.
func label(_ label: String, _ x: Double, _ y: Double, _ style: TextStyle = Sample.style.texts.value) -> SceneItem {
    text(label, style, x - FixedWidthMeasurer().advance(of: label, in: style.font) / 2, y)
}

func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: Colour, stroke: Stroke? = nil) -> SceneItem {
    .shape(ShapeItem(.rectangle(Rect(x: x, y: y, width: width, height: height)), fill: fill, stroke: stroke))
}

func line(_ start: (Double, Double), _ end: (Double, Double), _ width: Double, _ colour: Colour, dash: [Double] = []) -> SceneItem {
    polyline([start, end], width, colour, dash: dash)
}

func polyline(_ points: [(Double, Double)], _ width: Double, _ colour: Colour, dash: [Double] = []) -> SceneItem {
    .shape(ShapeItem(.line(points.map { Point(x: $0.0, y: $0.1) }), stroke: Stroke(colour, width: width, dash: dash)))
}
