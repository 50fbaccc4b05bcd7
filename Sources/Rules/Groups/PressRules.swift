import Scenes

let pressRules: [Rule] = [
    Rule(
        "R-line-width", "lines are 0.25 points wide or more", why: "A press breaks thinner ones up.", check: .scene(lineWidth)),
    Rule(
        "R-black-ink", "black and grey text is printed in black ink alone",
        why: "Where plates are a little off, text of several inks has coloured edges.", check: .scene(blackInk)),
]

private func lineWidth(_ subject: SceneSubject) -> [Finding] {
    guard let thinnest = subject.strokes.map(\.stroke.width).min(), thinnest < leastWidth - 0.001 else { return [] }
    return [Finding("a line is \(short(thinnest)) points wide", hint: "set a width of \(short(leastWidth)) or more in the style")]
}

private func blackInk(_ subject: SceneSubject) -> [Finding] {
    var told: Set<Colour> = []
    return subject.texts.compactMap { text in
        let (screen, press) = (text.item.colour.screen, text.item.colour.press)
        let parts = [screen.red, screen.green, screen.blue]
        let isGrey = (parts.max() ?? 0) - (parts.min() ?? 0) < mostTint
        guard isGrey, press.cyan + press.magenta + press.yellow > 0, told.insert(text.item.colour).inserted else { return nil }
        return Finding("text in \(text.item.colour.hex) is printed in more than black ink", example: text.quoted, hint: "write its `press` as [0, 0, 0, …] in the style")
    }
}

private let leastWidth = 0.25
/// Between the parts of a screen colour, for it to be a grey.
private let mostTint = 0.07
