package import Scenes

/// A scene as a picture that is sharp at any size and whose words are text: SVG 1.1, and of CSS what sets digits.
///
/// It refers to nothing outside itself: links are left out, as no browser follows them where a picture is an `<img>`. Its
/// identifiers begin with the scene's name, so that pictures of several names can stand in one page.
package struct SVGWriter: Hashable, Sendable {
    package var title: String
    /// What a reader who does not see the picture is told.
    package var description: String
    /// Of the title and the description; BCP 47.
    package var language: String
    /// How wide it is shown where nothing else is said, in pixels of CSS. The height follows.
    package var width: Double

    package init(title: String, description: String, language: String, width: Double) {
        self.title = title
        self.description = description
        self.language = language
        self.width = width
    }

    package func bytes(of scene: Scene) -> [UInt8] {
        let name = "figure-" + identifier(scene.name)
        var font = commonFont(of: scene.items)
        font.language = language
        let root = startTag(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"), ("width", decimal(width)),
                ("height", decimal(width * scene.size.height / scene.size.width)),
                ("viewBox", "0 0 \(decimal(scene.size.width)) \(decimal(scene.size.height))"), ("role", "img"),
                ("aria-labelledby", name + "-title"), ("aria-describedby", name + "-description"),
                // Nothing of the page around it: lines have no fill, joins are Cairo’s, letters stand where they were measured.
                ("fill", "none"), ("stroke-miterlimit", "10"), ("text-rendering", "geometricPrecision"), ("direction", "ltr"),
            ] + properties(of: font))
        var drawing = Drawing(name: name, font: font)
        let ground = SceneItem.shape(ShapeItem(.rectangle(Rect(scene.size)), fill: scene.background))
        let lines = [
            root, element("title", [("id", name + "-title")], text: title),
            element("desc", [("id", name + "-description")], text: description),
        ] + drawing.elements(of: [ground] + scene.items) + ["</svg>", ""]
        return Array(lines.joined(separator: "\n").utf8)
    }
}

/// The items of a scene as elements, one a line.
private struct Drawing {
    /// Begins every identifier.
    let name: String
    /// What the texts are set in that say nothing else.
    let font: Font
    private var clips = 0

    init(name: String, font: Font) {
        self.name = name
        self.font = font
    }

    mutating func elements(of items: [SceneItem]) -> [String] {
        var lines: [String] = []
        for item in items {
            switch item {
            case .shape(let shape): lines += elements(of: shape)
            case .text(let text): lines += elements(of: text)
            case .group(let group): lines += elements(of: group)
            case .link: break
            }
        }
        return lines
    }

    /// A group that neither moves nor clips is no more than what it holds.
    private mutating func elements(of group: GroupItem) -> [String] {
        var lines: [String] = []
        var attributes: [(name: String, value: String?)] = []
        let (x, y) = (decimal(group.offset.x), decimal(group.offset.y))
        if x != "0" || y != "0" { attributes.append(("transform", "translate(\(x) \(y))")) }
        if let clip = group.clip {
            clips += 1
            let id = "\(name)-clip-\(clips)"
            attributes.append(("clip-path", "url(#\(id))"))
            lines.append(startTag("clipPath", [("id", id)]) + emptyElement("path", [("d", data(of: clip))]) + "</clipPath>")
        }
        let inner = elements(of: group.items)
        if attributes.isEmpty || inner.isEmpty { return inner }
        return lines + [startTag("g", attributes)] + inner + ["</g>"]
    }

    private func elements(of shape: ShapeItem) -> [String] {
        guard shape.fill != nil || shape.stroke != nil, !shape.path.elements.isEmpty else { return [] }
        let stroke = shape.stroke
        // Dashes and gaps of no length are a whole line.
        let dash = stroke.flatMap { $0.dash.contains { $0 > 0 } ? $0.dash.map { decimal($0) }.joined(separator: " ") : nil }
        let round = stroke?.cap == .round ? "round" : nil
        return [
            emptyElement(
                "path",
                [
                    ("d", data(of: shape.path)), ("fill", shape.fill?.hex), ("stroke", stroke?.colour.hex),
                    ("stroke-width", stroke.map { decimal($0.width) }), ("stroke-dasharray", dash), ("stroke-linecap", round),
                    ("stroke-linejoin", round),
                ])
        ]
    }

    /// A text as wide as it was measured: letters of another font are narrowed or widened to it.
    private func elements(of item: TextItem) -> [String] {
        // What takes no room on paper would take some here.
        let text = String(String.UnicodeScalarView(item.text.unicodeScalars.filter { $0.properties.generalCategory != .control }))
        guard text.contains(where: { $0 != " " }) else { return [] }
        let isSpaced = text.hasPrefix(" ") || text.hasSuffix(" ") || text.contains("  ")
        // Where reading begins on the right, the left end is the end.
        let fromRight = item.direction == .fromRight
        let width = item.width > 0 ? decimal(item.width) : nil
        let own = zip(properties(of: item.font), properties(of: font)).filter { $0.value != $1.value }.map(\.0)
        return [
            element(
                "text",
                [("x", decimal(item.origin.x)), ("y", decimal(item.origin.y)), ("fill", item.colour.hex)] + own + [
                    ("word-spacing", item.wordSpacing == 0 ? nil : decimal(item.wordSpacing)),
                    ("direction", fromRight ? "rtl" : nil), ("text-anchor", fromRight ? "end" : nil),
                    ("textLength", width), ("lengthAdjust", width.map { _ in "spacingAndGlyphs" }),
                    ("xml:space", isSpaced ? "preserve" : nil),
                ], text: text)
        ]
    }
}

// MARK: Fonts

/// The font of most texts, the first of them where there are several.
private func commonFont(of items: [SceneItem]) -> Font {
    let fonts = fonts(of: items)
    var counts: [Font: Int] = [:]
    for font in fonts { counts[font, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return fonts.first { counts[$0] == most } ?? Font(families: [], size: 10)
}

private func fonts(of items: [SceneItem]) -> [Font] {
    items.flatMap { item -> [Font] in
        switch item {
        case .text(let text): [text.font]
        case .group(let group): fonts(of: group.items)
        case .shape, .link: []
        }
    }
}

/// All that a font says, always in the same order: what a text shares with those around it is left out.
private func properties(of font: Font) -> [(name: String, value: String?)] {
    let numerals =
        switch font.numerals {
        case .proportional: "proportional-nums"
        case .tabular: "tabular-nums"
        }
    return [
        ("xml:lang", font.language),
        ("font-family", (font.families.map(quoted) + [genericFamily(like: font.families)]).joined(separator: ",")),
        ("font-size", decimal(font.size)), ("font-weight", String(font.weight.rawValue)),
        ("font-style", font.italic ? "italic" : "normal"), ("letter-spacing", decimal(font.tracking)),
        ("style", "font-variant-numeric:\(numerals)" + (font.ligatures ? "" : ";font-variant-ligatures:none")),
    ]
}

/// The letters that come nearest where none of the families is there, as far as their names tell.
private func genericFamily(like families: [String]) -> String {
    let words = (families.first ?? "").lowercased().split(separator: " ")
    if words.contains("mono") { return "monospace" }
    return words.contains("serif") && !words.contains("sans") ? "serif" : "sans-serif"
}

/// A name as a string of CSS.
private func quoted(_ name: String) -> String {
    "'" + name.unicodeScalars.map { scalar in
        switch scalar {
        case "'", "\\", "\0"..<" ": "\\\(String(scalar.value, radix: 16)) "
        default: String(scalar)
        }
    }.joined() + "'"
}

// MARK: Numbers

/// A path with lines along an axis by the coordinate that changes.
private func data(of path: Path) -> String {
    var data = ""
    var start: (x: String, y: String)?
    var pen: (x: String, y: String)?
    func pair(_ point: Point) -> (x: String, y: String) { (decimal(point.x), decimal(point.y)) }
    for element in path.elements {
        switch element {
        case .move(let point):
            pen = pair(point)
            start = pen
            data += "M\(decimal(point.x)) \(decimal(point.y))"
        case .line(let point):
            let end = pair(point)
            switch pen {
            case nil:
                start = end
                data += "M\(end.x) \(end.y)"
            case let pen? where pen.y == end.y: data += "H\(end.x)"
            case let pen? where pen.x == end.x: data += "V\(end.y)"
            case _?: data += "L\(end.x) \(end.y)"
            }
            pen = end
        case .curve(let point, let control1, let control2):
            let points = [control1, control2, point].map { "\(decimal($0.x)) \(decimal($0.y))" }
            if pen == nil {
                start = pair(control1)
                data += "M\(points[0])"
            }
            data += "C" + points.joined(separator: " ")
            pen = pair(point)
        case .close:
            if pen != nil { data += "Z" }
            pen = start
        }
    }
    return data
}
