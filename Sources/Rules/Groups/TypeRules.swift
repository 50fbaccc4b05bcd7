import Figures
import Scenes

let typeRules: [Rule] = [
    Rule(
        "R-text-small", "nothing is set under 6.5 points, and nothing in a picture under 11 pixels",
        why: "Smaller type is lost in print and on a telephone.", check: .scene(smallTexts)),
    Rule(
        "R-text-sizes", "a figure has four sizes of type at most", why: "More sizes are an accident, not an order.",
        check: .figure(sizes)),
    Rule(
        "R-tabular", "numerals on axes and in tables are as wide as each other",
        why: "Digits beneath each other are then compared by their place.", check: .figure(tabular)),
    Rule(
        "R-text-contrast", "a text has a contrast of 4.5 to 1 with what is behind it",
        why: "Less is not read in a dim room or by old eyes (WCAG 2.2, 1.4.3).", check: .scene(contrast)),
]

private func smallTexts(_ subject: SceneSubject) -> [Finding] {
    let unit: (scale: Double, least: Double, name: String) =
        if case .picture(let scale) = subject.medium { (scale, leastPixels, "pixels") } else { (1, leastPoints, "points") }
    let small = subject.texts.filter { $0.item.font.size * unit.scale < unit.least - 0.001 && !$0.item.text.trimmed.isEmpty }
    guard let smallest = small.min(by: { $0.item.font.size < $1.item.font.size }) else { return [] }
    return [
        Finding(
            "a text is set in \(short(smallest.item.font.size * unit.scale)) \(unit.name)", example: smallest.quoted,
            hint: "\(short(unit.least)) \(unit.name) at least: give the style a larger size, or the figure more room")
    ]
}

private func sizes(_ subject: FigureSubject) -> [Finding] {
    // The sign of a missing value is a mark, as large as its bar allows; code beneath a figure is of the page.
    let texts = subject.scene.texts.filter { !$0.groups.contains("marks") && !$0.groups.contains("code") }
    let sizes = Set(texts.map { ($0.item.font.size * 10).rounded() / 10 }).sorted()
    guard sizes.count > mostSizes else { return [] }
    return [
        Finding("the figure has \(sizes.count) sizes of type: \(sizes.map(short).joined(separator: ", ")) points", hint: "give roles of the style the same size")
    ]
}

private func tabular(_ subject: FigureSubject) -> [Finding] {
    let numbers = (subject.texts(in: "axis") + subject.texts(in: "cells")).filter { text in
        text.item.font.numerals == .proportional && subject.wording.value(of: text.item.text) != nil
    }
    return numbers.first.map { [Finding("numbers have proportional numerals", example: $0.quoted, hint: "write `numerals: tabular` for axes and cells in the style")] } ?? []
}

private func contrast(_ subject: SceneSubject) -> [Finding] {
    var told: Set<[Colour]> = []
    var findings: [Finding] = []
    for text in subject.texts where !text.item.text.trimmed.isEmpty {
        for ground in subject.grounds(of: text) where text.item.colour.contrast(with: ground) < leastContrast {
            guard told.insert([text.item.colour, ground]).inserted else { continue }
            findings.append(
                Finding(
                    "text in \(text.item.colour.hex) on \(ground.hex) has a contrast of \(short(text.item.colour.contrast(with: ground))), less than \(short(leastContrast))",
                    example: text.quoted,
                    hint: "give the style a \(text.item.colour.luminance < ground.luminance ? "darker" : "lighter") colour for it"))
        }
    }
    return findings
}

private let leastPoints = 6.5
private let leastPixels = 11.0
private let mostSizes = 4
private let leastContrast = 4.5
