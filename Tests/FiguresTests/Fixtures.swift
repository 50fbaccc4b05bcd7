import Diagnostics
import Figures
import Scenes
import Statistics
import TestSupport
import Testing

/// Data, figures and what is asked of their scenes, for the tests of kinds.
enum Fixtures {
    static let attacks = Measure(key: "attacks", name: "Attacks", singular: "attack", plural: "attacks", counting: .floor)
    static let killed = Measure(key: "killed", name: "People killed", unit: "people", singular: "person killed", plural: "people killed")
    /// Of the unit of `killed`, so that the two can be added up.
    static let wounded = Measure(
        key: "wounded", name: "People wounded", unit: "people", singular: "person wounded", plural: "people wounded")
    static let longName = Measure(
        key: "long", name: "Improvised explosive devices found before they went off along the road",
        singular: "device", plural: "devices")

    static let month = month("2024-01")

    static func month(_ text: String) -> Month {
        guard let month = Month(text) else { preconditionFailure("a fixture has a misspelt month") }
        return month
    }

    /// Months up to January 2024, one for each word: "14 >=3 - 10..16 33[p]"; "-" is not in the table.
    ///
    /// - Parameter series: by measure and province.
    static func data(
        _ series: [(measure: Measure, province: String, values: String)], provinces: [String] = ["Homs", "Hama"],
        shuffledWith generator: SeededGenerator? = nil
    ) -> FigureData {
        var cells: [(StatisticsTable.Key, StatisticsTable.Cell)] = []
        for (measure, province, values) in series {
            let words = values.split(separator: " ")
            for (index, word) in words.enumerated() where word != "-" {
                let month = month.advanced(by: index - words.count + 1)
                cells.append((.init(measure: measure.key, province: province, month: month), .init(quantity(word))))
            }
        }
        if var generator { cells.shuffle(using: &generator) }
        var measures: [Measure] = []
        for one in series where !measures.contains(one.measure) { measures.append(one.measure) }
        return FigureData(
            table: StatisticsTable(Dictionary(uniqueKeysWithValues: cells)), measures: measures, provinces: provinces,
            total: "Total", place: "the region", month: month, wording: .english)
    }

    /// The same with incidents: rows of date, province, kind and whether it was claimed.
    static func data(_ data: FigureData, incidents rows: [String]) -> FigureData {
        var diagnostics = Messages()
        let text = (["date,province,kind,claimed"] + rows).joined(separator: "\n") + "\n"
        let names = ProvinceNames(provinces: data.provinces, aliases: [:], total: data.total)
        var data = data
        data.incidents = Incident.read([SourceFile(path: "incidents.csv", text: text)], provinces: names, diagnostics: &diagnostics)
        precondition(diagnostics.isEmpty, "a fixture has a misspelt incident: \(diagnostics.map(\.formatted))")
        return data
    }

    static let veryLongName = "The governorate with the longest name of all that are known"
    static let arabicNames = ["حمص", "دير الزور", "الرقة"]

    /// One measure of the whole, its last value that of the month of the brief.
    static func data(_ measure: Measure, _ values: String, until month: Month) -> FigureData {
        var cells: [StatisticsTable.Key: StatisticsTable.Cell] = [:]
        let words = values.split(separator: " ")
        for (index, word) in words.enumerated() where word != "-" {
            let at = month.advanced(by: index - words.count + 1)
            cells[.init(measure: measure.key, province: "Total", month: at)] = .init(quantity(word))
        }
        var data = data([(measure, "Total", "-")])
        data.table = StatisticsTable(cells)
        data.month = month
        return data
    }

    static func quantity(_ word: Substring) -> Quantity {
        guard let quantity = try? Quantity(cell: word) else { preconditionFailure("a fixture has a misspelt quantity") }
        return quantity
    }

    static func figure(_ kind: any FigureKind, title: String = "A title says what is found") -> Figure {
        Figure(
            name: "figure", number: 1, title: title, subtitle: kind.subtitle,
            notes: kind.remarks(in: FixtureStyle.style), source: "the tests.", alternativeText: kind.alternativeText,
            kind: kind, wording: .english)
    }

    static func scene(_ kind: any FigureKind, width: Double = 240) -> Scene {
        let style = FixtureStyle.style
        let content = figure(kind).arranged(width: width, height: nil, style: style, measurer: FixedWidthMeasurer())
        return Scene(
            name: type(of: kind).keyword, size: Size(width: width, height: content.height),
            background: style.colours.background, items: content.items)
    }

    static func shortfall(of kind: any FigureKind, width: Double) -> Shortfall {
        figure(kind).arranged(width: width, height: nil, style: FixtureStyle.style, measurer: FixedWidthMeasurer()).shortfall
    }

    /// The plot alone: furniture has its own golden.
    static func plot(_ kind: any FigureKind, width: Double = 240, height: Double = 120, _ annotations: Annotations = .none) -> Scene {
        let style = FixtureStyle.style
        let content = kind.content(in: style).annotated(annotations)
            .arranged(width: width, height: height, measurer: FixedWidthMeasurer())
        return Scene(
            name: type(of: kind).keyword, size: Size(width: width, height: content.height),
            background: style.colours.background, items: content.items)
    }
}

/// A text of a scene with its place in the whole, and the groups that it is in.
struct PlacedText {
    var item: TextItem
    var groups: [String]
    /// From the height of capitals to the descent.
    var box: Rect
}

extension Scene {
    var texts: [PlacedText] {
        let measurer = FixedWidthMeasurer()
        func collect(_ items: [SceneItem], _ offset: Point, _ groups: [String]) -> [PlacedText] {
            items.flatMap { item -> [PlacedText] in
                switch item {
                case .group(let group): return collect(group.items, offset + group.offset, groups + [group.name])
                case .text(let text):
                    let origin = text.origin + offset
                    let metrics = measurer.metrics(of: text.font)
                    let box = Rect(
                        minX: origin.x, minY: origin.y - metrics.capHeight, maxX: origin.x + text.width,
                        maxY: origin.y + metrics.descent)
                    return [PlacedText(item: text, groups: groups, box: box)]
                case .shape, .link: return []
                }
            }
        }
        return collect(items, .zero, [])
    }

    /// Filled boxes in the marks, without those of grounds behind labels.
    var bars: [Rect] { boxes { $0.fill != self.background || $0.stroke != nil } }

    /// Lines of the ground where bars meet.
    var joints: [Rect] { boxes { $0.fill == self.background && $0.stroke == nil } }

    private func boxes(where matches: @escaping (ShapeItem) -> Bool) -> [Rect] {
        func collect(_ items: [SceneItem], _ offset: Point, _ isMarks: Bool) -> [Rect] {
            items.flatMap { item -> [Rect] in
                switch item {
                case .group(let group): return collect(group.items, offset + group.offset, isMarks || group.name == "marks")
                case .shape(let shape):
                    guard isMarks, shape.fill != nil, matches(shape), let bounds = shape.path.bounds, shape.path == .rectangle(bounds) else {
                        return []
                    }
                    return [bounds.moved(by: offset)]
                case .text, .link: return []
                }
            }
        }
        return collect(items, .zero, false)
    }
}

extension Scene {
    /// Filled rings of straight lines that are no boxes, in the marks.
    var rings: [(corners: [Point], fill: Colour)] {
        func collect(_ items: [SceneItem]) -> [(corners: [Point], fill: Colour)] {
            items.flatMap { item -> [(corners: [Point], fill: Colour)] in
                switch item {
                case .group(let group): return ["ramp", "key", "axis"].contains(group.name) ? [] : collect(group.items)
                case .shape(let shape):
                    guard let fill = shape.fill, shape.path.elements.last == .close, shape.path.bounds.map({ shape.path != .rectangle($0) }) ?? false else { return [] }
                    let corners = shape.path.elements.compactMap { element -> Point? in
                        switch element {
                        case .move(let point), .line(let point): point
                        case .curve, .close: nil
                        }
                    }
                    return [(corners, fill)]
                case .text, .link: return []
                }
            }
        }
        return collect(items)
    }

    /// The boxes of the shapes in a group.
    func shapes(in group: String) -> [Rect] { shapes { groups, _ in groups.contains(group) } }

    /// The boxes of filled shapes with curves: discs.
    var discs: [Rect] {
        shapes { groups, shape in
            groups.contains("marks") && shape.path.elements.contains { if case .curve = $0 { true } else { false } }
        }
    }

    private func shapes(where matches: ([String], ShapeItem) -> Bool) -> [Rect] {
        func collect(_ items: [SceneItem], _ offset: Point, _ groups: [String]) -> [Rect] {
            items.flatMap { item -> [Rect] in
                switch item {
                case .group(let group): return collect(group.items, offset + group.offset, groups + [group.name])
                case .shape(let shape): return matches(groups, shape) ? shape.path.bounds.map { [$0.moved(by: offset)] } ?? [] : []
                case .text, .link: return []
                }
            }
        }
        return collect(items, .zero, [])
    }
}

/// Nothing leaves the frame, and no two texts meet.
func expectTidy(_ scene: Scene, _ comment: String, location: SourceLocation = #_sourceLocation) {
    let frame = Rect(scene.size)
    let texts = scene.texts
    for text in texts where !frame.contains(text.box, tolerance: 0.01) {
        Issue.record("\(comment): “\(text.item.text)” leaves the frame: \(text.box) in \(frame)", sourceLocation: location)
    }
    for (index, text) in texts.enumerated() {
        for other in texts[(index + 1)...] {
            guard let shared = text.box.intersection(other.box), shared.width > 0.01, shared.height > 0.01 else { continue }
            Issue.record(
                "\(comment): “\(text.item.text)” and “\(other.item.text)” meet: \(text.box), \(other.box)",
                sourceLocation: location)
        }
    }
}

/// Compares a scene with its golden, which is to stay short enough to be read.
func expectGolden(_ scene: Scene, _ name: String, path: String = #filePath, location: SourceLocation = #_sourceLocation) {
    let dump = scene.dump
    #expect(dump.split(separator: "\n").count < 60, "a golden is read by people", sourceLocation: location)
    TestSupport.expectGolden(dump, name, path: path, location: location)
}
