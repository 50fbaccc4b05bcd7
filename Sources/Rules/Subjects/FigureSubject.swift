package import Figures
package import Scenes
package import Statistics

/// A figure with its scene: what it says and how it is drawn.
package struct FigureSubject: Sendable {
    package let figure: Figure
    package let style: FigureStyle
    package let profile: RuleProfile
    package let scene: SceneSubject
    /// Those of the report's measures that it shows.
    let measures: [Measure]
    let values: DrawnValues
    /// The plots in it: one, or one for each panel; none in a table.
    let plots: [PlotPart]

    /// - Parameters:
    ///   - scene: the figure, from its top left.
    ///   - measures: of the report.
    package init(
        _ figure: Figure, _ scene: Scene, medium: Medium, style: FigureStyle, profile: RuleProfile, measures: [Measure],
        measurer: any TextMeasurer
    ) {
        self.figure = figure
        self.style = style
        self.profile = profile
        self.scene = SceneSubject(SceneWalk(scene, measurer: measurer), medium: medium)
        let header = figure.kind.values.header
        self.measures = measures.filter { header.contains($0.key) }
        values = DrawnValues(figure.kind.values, measures: self.measures)
        plots = PlotPart.all(in: scene.items, of: scene, measurer: measurer)
    }

    var wording: Wording { figure.wording }

    /// The texts of a group and of the groups in it: "title", "plot", "notes", "axis".
    func texts(in group: String) -> [SceneWalk.Text] { scene.texts.filter { $0.groups.contains(group) } }

    /// What is said beside the plot.
    var saying: String { ([figure.subtitle ?? ""] + figure.notes).joined(separator: " ") }
}

/// A plot with its guides, which are found by the names of their groups: "key", "axis", "marks", "labels".
struct PlotPart: Sendable {
    let walk: SceneWalk

    /// Each group that has a group "marks" of its own.
    static func all(in items: [SceneItem], of scene: Scene, measurer: any TextMeasurer) -> [PlotPart] {
        items.flatMap { item -> [PlotPart] in
            guard case .group(let group) = item else { return [] }
            let isPlot = group.items.contains { if case .group(let inner) = $0 { inner.name == "marks" } else { false } }
            guard isPlot else { return all(in: group.items, of: scene, measurer: measurer) }
            return [PlotPart(walk: SceneWalk(Scene(name: group.name, size: scene.size, background: scene.background, items: group.items), measurer: measurer))]
        }
    }

    func texts(_ group: String) -> [SceneWalk.Text] { walk.texts.filter { $0.groups.contains(group) } }
    func shapes(_ group: String) -> [SceneWalk.Shape] { walk.shapes.filter { $0.groups.contains(group) } }

    /// What the marks cover.
    var area: Rect? { bounds(shapes("marks").map(\.bounds)) }

    /// Filled boxes among the marks; the cells of a heat map are none.
    var bars: [SceneWalk.Shape] {
        shapes("marks").filter { $0.item.fill != nil && $0.item.path.rectangle != nil && !$0.groups.contains("cells") }
    }

    /// Open lines among the marks that turn: not the line at zero, no whisker, no side of an open bar.
    var lines: [SceneWalk.Shape] {
        shapes("marks").filter { shape in
            shape.item.fill == nil && shape.item.stroke != nil && !shape.groups.contains("hatching")
                && shape.item.path.segments.contains { !$0.isHorizontal && !$0.isVertical }
        }
    }

    /// Straight lines of the axis that run along half the plot or more.
    var gridLines: [(line: Segment, stroke: Stroke)] {
        guard let area else { return [] }
        return shapes("axis").flatMap { shape -> [(Segment, Stroke)] in
            guard let stroke = shape.item.stroke else { return [] }
            return shape.item.path.moved(by: shape.offset).segments.compactMap { segment in
                // Beneath the marks are the lines of years and the like.
                guard min(segment.start.y, segment.end.y) < area.maxY - 0.5 else { return nil }
                let isLong =
                    segment.isHorizontal
                    ? abs(segment.end.x - segment.start.x) > area.width / 2 : abs(segment.end.y - segment.start.y) > area.height / 2
                return isLong ? (segment, stroke) : nil
            }
        }
    }
}

/// The box around all; nil for none.
func bounds(_ boxes: [Rect]) -> Rect? { boxes.dropFirst().reduce(boxes.first) { $0?.union($1) } }
