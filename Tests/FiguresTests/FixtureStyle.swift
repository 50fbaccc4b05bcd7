import Figures
import Scenes

/// A style for tests, set word by word as a style file sets it.
enum FixtureStyle {
    static let style: FigureStyle = {
        var style = FigureStyle.unset
        for word in FigureStyle.words { set(word, in: &style) }
        return style
    }()

    /// The words that `style` gives a value.
    static let names: [String] = texts.map(\.name) + colours.map(\.name) + numbers.map(\.name) + ["second-dash", "reference-dash"] + lists.keys.sorted() + symbols.map(\.name)

    private static func set(_ word: StyleWord<FigureStyle>, in style: inout FigureStyle) {
        switch word.property {
        case .text(let path):
            guard let text = texts.first(where: { $0.name == word.name }) else { return }
            let numerals = Font.Numerals(rawValue: text.numerals) ?? .proportional
            style[keyPath: path] = TextStyle(
                font: Font(families: ["Lato"], size: text.size, weight: text.weight, numerals: numerals),
                colour: colour(text.colour), leading: text.leading)
        case .colour(let path):
            guard let named = colours.first(where: { $0.name == word.name }) else { return }
            style[keyPath: path] = colour(named.colour)
        case .number(let path):
            guard let number = numbers.first(where: { $0.name == word.name }) else { return }
            style[keyPath: path] = number.value
        case .numbers(let path):
            style[keyPath: path] = [4, 2]
        case .colours(let path):
            style[keyPath: path] = (lists[word.name] ?? []).map(colour)
        case .symbol(let path):
            guard let symbol = symbols.first(where: { $0.name == word.name }) else { return }
            style[keyPath: path] = symbol.text
        }
    }

    private static func colour(_ name: String) -> Colour {
        let hex = palette.first { $0.name == name }?.hex ?? 0
        let parts = [hex >> 16, hex >> 8 & 0xff, hex & 0xff].map { Double($0) / 255 }
        return Colour(
            screen: .init(red: parts[0], green: parts[1], blue: parts[2]),
            press: .init(cyan: 0, magenta: 0, yellow: 0, black: 1 - parts[1]))
    }

    private static let palette: [(name: String, hex: Int)] = [
        ("background", 0xffffff), ("accent", 0x12436d), ("text", 0x1f2328), ("muted", 0x5f6670), ("grey-mark", 0x8e959b), ("pale-mark", 0x8495a7), ("grid", 0xd9d9d9),
        ("rust", 0xb05c22), ("teal", 0x41a29a), ("plum", 0x913c50), ("night", 0x261c38), ("mist", 0xf0f2f4),
        ("step-1", 0xdfe7ef), ("step-2", 0xb4c7da), ("step-3", 0x7f9fbf), ("step-4", 0x45719a),
        ("below-1", 0xf5ddc8), ("below-2", 0xe6bd97), ("below-3", 0xc98f5b), ("below-4", 0x99591f), ("below-5", 0x5f3208),
    ]

    private static let texts: [(name: String, size: Double, leading: Double, weight: Font.Weight, numerals: String, colour: String)] = [
        ("number", 8, 10, .bold, "proportional", "accent"),
        ("title", 12, 14.5, .bold, "proportional", "text"),
        ("subtitle", 9.5, 12, .regular, "proportional", "muted"),
        ("notes", 8, 10, .regular, "proportional", "muted"),
        ("notes-label", 8, 10, .bold, "proportional", "muted"),
        ("axis", 8.5, 10.5, .regular, "tabular", "muted"),
        ("axis-focus", 8.5, 10.5, .bold, "tabular", "text"),
        ("name", 8.5, 10.5, .regular, "tabular", "text"),
        ("value", 8.5, 10.5, .regular, "tabular", "text"),
        ("value-focus", 8.5, 10.5, .bold, "tabular", "accent"),
        ("change", 8.5, 10.5, .regular, "tabular", "muted"),
        ("direct", 9.5, 11.5, .bold, "tabular", "muted"),
        ("key", 8.5, 10.5, .regular, "proportional", "text"),
        ("annotation", 8.5, 10.5, .regular, "proportional", "muted"),
        ("head", 8, 9.5, .bold, "proportional", "text"),
        ("cell", 8.5, 10.5, .regular, "tabular", "text"),
        ("cell-focus", 8.5, 10.5, .bold, "tabular", "accent"),
        ("total", 8.5, 10.5, .bold, "tabular", "text"),
        ("letter", 8, 10.5, .regular, "proportional", "muted"),
        ("key-number", 26, 29, .bold, "tabular", "accent"),
        ("key-name", 9.5, 11.5, .bold, "proportional", "text"),
        ("key-change", 8, 10.5, .regular, "proportional", "muted"),
    ]

    private static let colours: [(name: String, colour: String)] = [
        ("background", "background"),
        ("accent", "accent"),
        ("other", "grey-mark"),
        ("previous", "grey-mark"),
        ("second", "muted"),
        ("faint", "grey-mark"),
        ("unknown", "muted"),
        ("rest", "grey-mark"),
        ("fall", "rust"),
        ("ribbon", "step-1"),
        ("reference", "muted"),
        ("shade", "mist"),
        ("grid", "grid"),
        ("zero", "text"),
        ("rule", "grid"),
        ("strong-rule", "text"),
    ]

    private static let lists = [
        "parts": ["accent", "rust", "teal", "plum", "night"], "steps": ["step-1", "step-2", "step-3", "step-4", "accent"],
        "steps-below": ["below-1", "below-2", "below-3", "below-4", "below-5"],
    ]

    private static let numbers: [(name: String, value: Double)] = [
        ("top-line", 0.75),
        ("grid-line", 0.5),
        ("zero-line", 0.75),
        ("rule-line", 0.35),
        ("strong-rule-line", 0.75),
        ("trend-line", 1.75),
        ("faint-line", 0.75),
        ("whisker-line", 0.75),
        ("open-end-line", 0.75),
        ("hatch-line", 0.6),
        ("separator-line", 0.75),
        ("ring-line", 1.25),
        ("reference-line", 0.75),
        ("leader-line", 0.5),
        ("after-top-line", 5),
        ("after-number", 1),
        ("after-title", 2),
        ("after-subtitle", 8),
        ("before-notes", 7),
        ("between-notes", 2),
        ("height", 78),
        ("height-share", 0.26),
        ("band", 52),
        ("row", 23),
        ("bar-gap", 0.5),
        ("previous-bar", 0.55),
        ("previous-gap", 0.1),
        ("label-space", 3),
        ("axis-space", 4),
        ("tick-space", 4),
        ("tick-length", 3),
        ("name-space", 8),
        ("direct-space", 6),
        ("name-share", 0.4),
        ("direct-share", 0.26),
        ("dot", 1.4),
        ("end-dot", 2.4),
        ("whisker-cap", 4),
        ("open-end", 4),
        ("hatch", 3),
        ("swatch", 6),
        ("after-swatch", 4),
        ("between-keys", 12),
        ("after-key", 7),
        ("callout-width", 110),
        ("annotation-space", 4),
        ("panel-aside", 16),
        ("panel-below", 14),
        ("column-space", 8),
        ("column-most", 78),
        ("cell-space", 2.75),
        ("after-head", 3),
        ("cell-bar", 34),
        ("sparkline", 18),
        ("panel-column", 70),
        ("panel-gap", 10),
        ("panel-row", 14),
        ("after-panel-rule", 3),
        ("after-key-number", 0),
    ]

    private static let symbols: [(name: String, text: String)] = [
        ("unknown-symbol", "×"),
        ("not-available-symbol", "[x]"),
        ("not-applicable-symbol", "[z]"),
        ("confidential-symbol", "[c]"),
        ("revised-letter", "r"),
        ("provisional-letter", "p"),
        ("break-letter", "b"),
        ("reliability-letter", "u"),
    ]
}
