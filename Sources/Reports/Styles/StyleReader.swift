package import Diagnostics
import Figures
import Markup
import Scenes
import Statistics

/// Reads a style, and the styles that it is based on, into one.
///
/// - Parameters:
///   - sheets: the style's own file first, then its base, then the base's base.
///   - language: of the texts that will be set, BCP 47.
/// - Throws: everything that is wrong in them.
package func readStyle(named name: String, sheets: [SourceFile], language: String) throws(Failure) -> Style {
    let problems = Problems()
    var layers: [Fields] = []
    for file in sheets {
        let (node, diagnostics) = readYAML(file)
        problems.add(contentsOf: diagnostics)
        if let node, let fields = Fields(node, .style, problems: problems) { layers.append(fields) }
    }
    let reader = StyleReader(layers: layers, language: language, problems: problems)
    return try problems.finish(layers.isEmpty ? nil : reader.style(named: name))
}

/// The name of the style that a style file is based on; nil for none.
package func baseOfStyle(in file: SourceFile) -> Located<String>? {
    guard let node = readYAML(file).0, case .mapping(let entries) = node.content,
        let base = entries.first(where: { $0.key.value == "base" })?.value, case .scalar(let name, _) = base.content
    else { return nil }
    return Located(name, at: base.span)
}

private struct StyleReader {
    /// The style itself first, what it is based on after it.
    let layers: [Fields]
    let language: String
    let problems: Problems

    private let families: [String: [Located<String>]]
    /// The roles of fonts, in the order in which they are first named.
    private let roles: [String]
    private let colours: [String: Colour]
    /// The roles of colours, also of those that could not be read: of them enough has been said.
    private let colourRoles: Set<String>

    init(layers: [Fields], language: String, problems: Problems) {
        self.layers = layers
        self.language = language
        self.problems = problems
        var families: [String: [Located<String>]] = [:]
        var roles: [String] = []
        var colours: [String: Colour] = [:]
        var colourRoles: Set<String> = []
        for layer in layers.reversed() {
            for (role, node) in layer.entries("fonts") {
                if let fields = Fields(node, .font, problems: problems), let family = fields.requiredText("family") {
                    let fallbacks = fields.entries("fallback").compactMap { problems.text($0.value, $0.key.value) }
                    families[role.value] = [family] + fallbacks
                    if !roles.contains(role.value) { roles.append(role.value) }
                }
            }
            for (role, node) in layer.entries("colours") {
                colourRoles.insert(role.value)
                if let fields = Fields(node, .colour, problems: problems) {
                    colours[role.value] = Self.colour(fields, problems: problems)
                }
            }
        }
        self.families = families
        self.roles = roles
        self.colours = colours
        self.colourRoles = colourRoles
    }

    func style(named name: String) -> Style {
        let papers = Style.Paper.allCases.map(\.rawValue)
        let paper = layers.lazy.compactMap { $0.choice("paper", papers) }.first
        return Style(
            name: name, paper: paper.flatMap(Style.Paper.init) ?? .a4, families: roles.flatMap { families[$0] ?? [] },
            page: section("page", PageStyle.words, into: PageStyle()),
            figures: section("figures", FigureStyle.words, into: FigureStyle.unset),
            images: section("images", ImageStyle.words, into: ImageStyle()), press: press(), rules: readRules(layers, problems: problems))
    }

    private func press() -> PressStyle {
        let layers = layers.compactMap { $0.node("press").flatMap { Fields($0, .press, problems: problems) } }
        func found<Value>(_ read: (Fields) -> Value?) -> Value? { layers.lazy.compactMap(read).first }
        var press = PressStyle()
        if let condition = found({ $0.text("condition") }).map(problems.line) {
            if condition.value.allSatisfy(\.isWhitespace) {
                problems.error(condition.span, "the printing condition has no name", hint: "ask the printer for it: FOGRA39, FOGRA51")
            }
            press.condition = condition.value
        }
        press.profile = found { $0.text("profile") }
        press.hasColourBar = found { $0.flag("colour-bar") } ?? false
        return press
    }

    private static func colour(_ fields: Fields, problems: Problems) -> Colour? {
        guard let screen = fields.requiredText("screen"), let press = fields.required("press") else { return nil }
        let digits = Array(screen.value.utf8.dropFirst())
        // A number may also begin with a sign.
        guard screen.value.hasPrefix("#"), digits.count == 6, screen.value.dropFirst().allSatisfy(\.isHexDigit),
            let value = Int(screen.value.dropFirst(), radix: 16)
        else {
            problems.error(screen.span, "\"\(screen.value)\" is not a colour", hint: "write six hexadecimal digits: \"#12436d\"")
            return nil
        }
        var inks: [Double] = []
        if case .sequence(let nodes) = press.content {
            inks = nodes.compactMap { problems.number($0, "press")?.value }
        }
        guard inks.count == 4, inks.allSatisfy((0...100).contains) else {
            problems.error(press.span.beginning, "\"press\" is not a colour", hint: "write four percentages: [cyan, magenta, yellow, black]")
            return nil
        }
        let parts = [value >> 16, value >> 8 & 0xFF, value & 0xFF]
        checkInks(inks, isGrey: parts.max()! - parts.min()! <= mostTint, at: press.span.beginning, problems: problems)
        return Colour(
            screen: .init(red: Double(parts[0]) / 255, green: Double(parts[1]) / 255, blue: Double(parts[2]) / 255),
            press: .init(cyan: inks[0] / 100, magenta: inks[1] / 100, yellow: inks[2] / 100, black: inks[3] / 100))
    }

    private static func checkInks(_ inks: [Double], isGrey: Bool, at place: Span, problems: Problems) {
        let total = Quantity(.exact(inks.reduce(0, +))).cell
        if inks.reduce(0, +) > mostInk {
            problems.error(place, "the inks add up to \(total) per cent", hint: "300 at most: more does not dry")
        } else if isGrey, inks.count(where: { $0 > 0 }) > 1 {
            problems.error(
                place, "a grey is printed in more than black ink",
                hint: "write [0, 0, 0, …]: where plates are a little off, several inks show coloured edges")
        }
    }

    // MARK: Sections

    /// Each word of a section from the first layer that has it; one that none has is an error.
    private func section<Root>(_ name: String, _ words: [StyleWord<Root>], into unset: Root) -> Root {
        let vocabulary = Vocabulary.section(name, words)
        let sections = layers.compactMap { layer in
            layer.node(name).flatMap { Fields($0, vocabulary, problems: problems) }
        }
        var root = unset
        for word in words {
            let nodes = sections.compactMap { $0.node(word.name) }
            guard let node = nodes.first else {
                if let place = sections.first?.span ?? layers.first?.span {
                    problems.error(
                        place.beginning, "the style lacks \"\(word.name)\" in `\(name)`", hint: "add `\(word.name):` \(word.what)")
                }
                continue
            }
            switch word.property {
            case .number(let path):
                if let number = number(node, word.name, in: word.range) { root[keyPath: path] = number }
            case .numbers(let path):
                guard case .sequence(let nodes) = node.content else {
                    problems.error(node.span.beginning, "\"\(word.name)\" is not a list of numbers")
                    continue
                }
                root[keyPath: path] = nodes.compactMap { number($0, word.name, in: word.range) }
            case .colour(let path):
                if let role = problems.text(node, word.name) { root[keyPath: path] = colour(role) ?? .unset }
            case .colours(let path):
                guard case .sequence(let nodes) = node.content, !nodes.isEmpty else {
                    problems.error(node.span.beginning, "\"\(word.name)\" is not a list of colours")
                    continue
                }
                root[keyPath: path] = nodes.compactMap { problems.text($0, word.name) }.map { colour($0) ?? .unset }
            case .symbol(let path):
                if let symbol = problems.text(node, word.name).map(problems.line) { root[keyPath: path] = symbol.value }
            case .text(let path):
                root[keyPath: path] = text(nodes) ?? .unset
            }
        }
        return root
    }

    private func number(_ node: YAMLNode, _ name: String, in range: ClosedRange<Double>) -> Double? {
        problems.number(node, name).flatMap { self.number($0, name, in: range) }
    }

    private func number(_ number: Located<Double>, _ name: String, in range: ClosedRange<Double>) -> Double? {
        if range.contains(number.value) { return number.value }
        func plain(_ end: Double) -> String { end == end.rounded() ? String(Int(end)) : String(end) }
        problems.error(
            number.span, "\"\(name)\" cannot be \(number.span.text)", hint: "from \(plain(range.lowerBound)) to \(plain(range.upperBound))")
        return nil
    }

    private func colour(_ role: Located<String>) -> Colour? {
        if let colour = colours[role.value] { return colour }
        guard !colourRoles.contains(role.value) else { return nil }
        problems.error(
            role.span, "the style has no colour \"\(role.value)\"",
            hint: suggestion(for: role.value, among: colours.keys.sorted(), called: "colours"))
        return nil
    }

    /// The look of a text, attribute by attribute from the first layer that gives it.
    private func text(_ nodes: [YAMLNode]) -> TextStyle? {
        let layers = nodes.compactMap { Fields($0, .text, problems: problems) }
        guard let first = layers.first else { return nil }
        func found<Value>(_ read: (Fields) -> Value?) -> Value? { layers.lazy.compactMap(read).first }

        guard let writtenSize = found({ $0.number("size") }), let writtenLeading = found({ $0.number("leading") }) else {
            problems.error(first.span.beginning, "a text lacks its size or leading", hint: "{size: 9.5, leading: 13}")
            return nil
        }
        let tracking = found { $0.number("tracking") }.map { number($0, "tracking", in: -0.5...2) } ?? 0
        guard let size = number(writtenSize, "size", in: 1...400), let leading = number(writtenLeading, "leading", in: 1...1_000),
            let tracking
        else { return nil }
        let family = found { $0.text("family") } ?? Located("text", at: first.span.beginning)
        let families = self.families[family.value]
        if families == nil {
            problems.error(
                family.span, "the style has no font \"\(family.value)\"",
                hint: suggestion(for: family.value, among: roles, called: "fonts"))
        }
        let weights = Font.Weight.allCases.map { "\($0)" }
        let weight = found { $0.choice("weight", weights) }.flatMap { name in Font.Weight.allCases.first { "\($0)" == name } }
        let numerals = found { $0.choice("numerals", ["proportional", "tabular"]) }.flatMap(Font.Numerals.init)
        let role = found { $0.text("colour") } ?? Located("ink", at: first.span.beginning)
        return TextStyle(
            font: Font(
                families: families?.map(\.value) ?? [], size: size, weight: weight ?? .regular, italic: found { $0.flag("italic") } ?? false,
                numerals: numerals ?? .proportional, tracking: tracking * size,
                language: language),
            colour: colour(role) ?? .unset, leading: leading)
    }
}

/// Per cent of all four inks, which paper takes and dries.
private let mostInk = 300.0

/// How far the parts of a screen colour may be from each other, of 255, for it to be a grey.
private let mostTint = 18
