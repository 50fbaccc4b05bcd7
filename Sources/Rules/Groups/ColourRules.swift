import Figures
import Scenes

let colourRules: [Rule] = [
    Rule(
        "R-categories", "a plot has four colours at most besides greys and the accent",
        why: "Of more, none is remembered on the way from its name to its mark.", check: .figure(categories)),
    Rule(
        "R-colour-alone", isNeverBroken: true, "each colour is explained in words, in the key or at its marks",
        why: "A colour that is only seen says nothing to who does not see it.", check: .figure(colourAlone)),
    Rule(
        "R-mark-contrast", "marks have a contrast of 3 to 1 with the ground", why: "A mark that fades into the paper is a missing value (WCAG 2.2, 1.4.11).",
        check: .figure(markContrast)),
    Rule(
        "R-neighbours", "marks that touch have a contrast of 3 to 1, or a line between them",
        why: "Two shades side by side run into one in a copy.", check: .figure(neighbours)),
    Rule(
        "R-red-green", "red and green do not stand for two things in one figure",
        why: "One man in twelve cannot rely on the difference.", check: .figure(redAndGreen)),
    Rule(
        "R-colour-vision",
        "two colours of a plot stay apart without red or green cones and in greyscale (a CIEDE2000 of 11; 10 in lightness), or the marks differ in dash, hatching or width",
        why: "A chart is copied without colours, and read by people who see fewer of them.", check: .figure(colourVision)),
]

private func categories(_ subject: FigureSubject) -> [Finding] {
    subject.plots.compactMap { plot in
        let colours = subject.categories(of: plot)
        guard colours.count > subject.profile.mostCategories else { return nil }
        return Finding(
            "the plot has \(colours.count) colours for categories: \(list(colours))",
            hint: "show one of them against grey, or make a plot for each")
    }
}

private func colourAlone(_ subject: FigureSubject) -> [Finding] {
    // Panels may share a key, which then stands outside them.
    let keys = subject.scene.shapes.filter { $0.groups.contains("key") || $0.groups.contains("labels") }.flatMap { [$0.item.fill, $0.item.stroke?.colour] }
    let words = ["labels", "key"].flatMap(subject.texts(in:)).map(\.item.colour)
    let named = Set(keys.compactMap { $0 } + words)
    return subject.plots.compactMap { plot in
        let unnamed = subject.categories(of: plot).filter { !named.contains($0) }
        return unnamed.isEmpty ? nil : Finding("nothing says what \(list(unnamed)) stands for", hint: "label the marks, or give the plot a key")
    }
}

private func markContrast(_ subject: FigureSubject) -> [Finding] {
    subject.plots.flatMap { plot -> [Finding] in
        let ground = plot.ground
        let faint = Set((plot.looks(in: "marks") + plot.looks(in: "key")).map(\.colour)).filter { $0 != ground && $0.contrast(with: ground) < leastContrast }
        return faint.sorted { $0.hex < $1.hex }.map { colour in
            Finding(
                "marks in \(colour.hex) have a contrast of \(short(colour.contrast(with: ground))) with the ground, less than \(short(leastContrast))",
                hint: "#949494 is about the lightest grey that does on white")
        }
    }
}

private func neighbours(_ subject: FigureSubject) -> [Finding] {
    subject.plots.flatMap { plot -> [Finding] in
        let ground = plot.ground
        let lines = plot.shapes("marks").filter { $0.item.fill == ground || $0.item.fill == nil && $0.item.stroke != nil }
        // What is thinner than a line has no side by which it touches.
        let marks = plot.shapes("marks").filter { min($0.bounds.width, $0.bounds.height) >= 1 && $0.item.fill != nil && $0.item.path.rectangle != nil && $0.item.stroke?.colour != ground }.sorted { ($0.bounds.minX, $0.order) < ($1.bounds.minX, $1.order) }
        var told: Set<Set<Colour>> = []
        var findings: [Finding] = []
        for (index, mark) in marks.enumerated() {
            for other in marks[(index + 1)...] {
                if other.bounds.minX > mark.bounds.maxX + gap { break }
                guard let one = mark.item.fill, let two = other.item.fill, one != two, one.contrast(with: two) < leastContrast,
                    let edge = mark.bounds.edge(to: other.bounds), !plot.isLabelled(mark) || !plot.isLabelled(other),
                    !lines.contains(where: { $0.order > max(mark.order, other.order) && $0.bounds.liesAlong(edge) }), told.insert([one, two]).inserted
                else { continue }
                findings.append(Finding("marks in \(list([one, two])) touch, with a contrast of \(short(one.contrast(with: two)))", hint: "part them by a line of the ground"))
            }
        }
        return findings
    }
}

private func redAndGreen(_ subject: FigureSubject) -> [Finding] {
    subject.plots.compactMap { plot in
        let strong = Set((plot.looks(in: "marks") + plot.looks(in: "key")).map(\.colour)).filter { $0.lab.chroma > strongChroma }.sorted { $0.hex < $1.hex }
        guard let red = strong.first(where: { $0.lab.hue < 60 || $0.lab.hue > 340 }), let green = strong.first(where: { (115...185).contains($0.lab.hue) })
        else { return nil }
        return Finding("red \(red.hex) and green \(green.hex) stand for two things", hint: "take blue and orange")
    }
}

private func colourVision(_ subject: FigureSubject) -> [Finding] {
    subject.plots.flatMap { plot -> [Finding] in
        let ground = plot.ground
        let looks = (plot.looks(in: "marks") + plot.looks(in: "key")).filter { $0.colour != ground }
        let palette = Set(looks.map(\.colour)).sorted { $0.hex < $1.hex }
        return palette.separations.compactMap { separation in
            let near = separation.differences.filter { $0.difference < ($0.vision == .greyscale ? leastLightness : leastDifference) }
            guard let worst = near.min(by: { $0.difference < $1.difference }) else { return nil }
            let isToldByColourAlone = looks.contains { one in
                one.colour == separation.first && looks.contains { $0.colour == separation.second && $0.isLike(one) }
            }
            guard isToldByColourAlone else { return nil }
            return Finding(
                "\(list([separation.first, separation.second])) are hardly told apart in \(worst.vision.rawValue): they differ by \(short(worst.difference))",
                hint: "make one of them darker, or let the marks differ in dash or hatching")
        }
    }
}

private let leastContrast = 3.0
/// Points: less is no gap in print.
private let gap = 0.25
/// CIEDE2000: beside each other colours differ from about 1, across a chart from about 10.
private let leastDifference = 11.0
/// Of CIELAB.
private let leastLightness = 10.0
/// Less is a grey that leans towards a colour.
private let greyChroma = 12.0
private let strongChroma = 25.0

private func list(_ colours: [Colour]) -> String {
    let names = colours.map(\.hex)
    return names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
}

extension FigureSubject {
    /// The colours of the marks that stand for something: neither greys, nor the accent, nor the ground.
    fileprivate func categories(of plot: PlotPart) -> [Colour] {
        let others = [style.colours.accent, plot.ground]
        return Set(plot.looks(in: "marks").map(\.colour)).filter { !others.contains($0) && $0.lab.chroma > greyChroma }.sorted { $0.hex < $1.hex }
    }
}

/// How a mark is told from others.
private struct MarkLook {
    enum Sort { case fill, hatching, line }

    var colour: Colour
    var sort: Sort
    /// Of a line.
    var width: Double
    var dash: [Double]

    /// Whether only the colour tells it from another.
    func isLike(_ other: MarkLook) -> Bool {
        guard sort == other.sort else { return false }
        guard sort == .line else { return true }
        return dash == other.dash && max(width, other.width) < 1.5 * min(width, other.width)
    }
}

extension PlotPart {
    /// The marks of data in a group, without those that print their value within: there the number tells them apart.
    fileprivate func looks(in group: String) -> [MarkLook] {
        // Cells are told apart by strength, which the ramp above them explains; a range only surrounds the line in it.
        let shapes = shapes(group).filter { !$0.groups.contains("cells") && !$0.groups.contains("range") }
        let hatchings = shapes.filter { $0.groups.contains("hatching") }
        let lines = group == "marks" ? lines : shapes.filter { $0.item.fill == nil && !$0.groups.contains("hatching") }
        let fills = shapes.filter { $0.item.fill != nil && !isLabelled($0) }
        return fills.compactMap { shape in shape.item.fill.map { MarkLook(colour: $0, sort: .fill, width: 0, dash: []) } }
            + hatchings.compactMap { shape in shape.item.stroke.map { MarkLook(colour: $0.colour, sort: .hatching, width: 0, dash: []) } }
            + lines.compactMap { shape in shape.item.stroke.map { MarkLook(colour: $0.colour, sort: .line, width: $0.width, dash: $0.dash) } }
    }

    fileprivate func isLabelled(_ shape: SceneWalk.Shape) -> Bool {
        texts.contains { $0.order > shape.order && shape.bounds.contains($0.core) }
    }
}

extension Rect {
    /// Where it touches another along an edge, not only at a corner; nil where it does not.
    fileprivate func edge(to other: Rect) -> Rect? {
        guard let shared = inset(by: -gap / 2).intersection(other.inset(by: -gap / 2)), max(shared.width, shared.height) > 2 * gap else { return nil }
        return shared
    }

    /// Whether it covers the middle of an edge from end to end.
    fileprivate func liesAlong(_ edge: Rect) -> Bool {
        edge.width > edge.height
            ? minX <= edge.minX + gap && maxX >= edge.maxX - gap && minY <= edge.midY && maxY >= edge.midY
            : minY <= edge.minY + gap && maxY >= edge.maxY - gap && minX <= edge.midX && maxX >= edge.midX
    }
}
