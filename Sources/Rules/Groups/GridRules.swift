import Figures
import Scenes

let gridRules: [Rule] = [
    Rule(
        "R-grid-direction", "grid lines run in one direction", why: "A lattice is looked at instead of the marks.",
        check: .figure(direction)),
    Rule(
        "R-grid-line", "grid lines are 0.25 to 0.75 points wide", why: "Thinner ones break up in print, wider ones compete with the marks.",
        check: .figure(width)),
    Rule(
        "R-grid-colour", "grid lines are a light grey, between #cbcbcb and #d9d9d9 in lightness",
        why: "They are to be found when they are looked for, and not before.", check: .figure(colour)),
]

private func direction(_ subject: FigureSubject) -> [Finding] {
    subject.plots.compactMap { plot in
        let lines = plot.gridLines.map(\.line)
        let isLattice = lines.contains(where: \.isHorizontal) && lines.contains(where: \.isVertical)
        return isLattice ? Finding("the grid runs in both directions", hint: "keep the lines across the values") : nil
    }
}

private func width(_ subject: FigureSubject) -> [Finding] {
    subject.plots.compactMap { plot in
        plot.gridLines.map(\.stroke.width).first { !widths.contains($0) }
            .map { Finding("grid lines are \(short($0)) points wide", hint: "set `grid-line: 0.5` in the style") }
    }
}

private func colour(_ subject: FigureSubject) -> [Finding] {
    subject.plots.compactMap { plot in
        plot.gridLines.map(\.stroke.colour).first { !lightnesses.contains($0.lab.lightness) || $0.lab.chroma > mostChroma }
            .map { Finding("grid lines are \($0.hex)", hint: "set `grid` in the style to a grey between #cbcbcb and #d9d9d9") }
    }
}

private let widths = 0.25...0.75
/// Of #cbcbcb and #d9d9d9 in CIELAB, with a little room for rounding.
private let lightnesses = 81.5...86.9
/// A grey may lean a little towards the colours of its style.
private let mostChroma = 5.0
