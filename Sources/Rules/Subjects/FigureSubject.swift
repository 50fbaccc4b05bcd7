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
        plots = PlotPart.all(in: self.scene.walk)
    }

    var wording: Wording { figure.wording }

    /// The texts of a group and of the groups in it: "title", "plot", "notes", "axis".
    func texts(in group: String) -> [SceneWalk.Text] { scene.texts.filter { $0.groups.contains(group) } }

    /// What is said beside the plot.
    var saying: String { ([figure.subtitle ?? ""] + figure.notes).joined(separator: " ") }
}
