import CairoRendering
import Foundation
import Publishing
import Scenes
import TestSupport
import Testing

/// The figures as drawings for the web, as a browser shows them.
@Suite struct DrawingTests {
    /// What a drawing may be off its picture where it is farthest from it, by the measure of `Chromium.differences`.
    ///
    /// Measured with Chromium 156: the figures of central Syria are off by 4 to 6, and by 9 where a digit of Noto Serif
    /// is 30 pixels high; with one of the mistakes below by 14 to 163.
    private static let tolerance = 11.5

    @Test(arguments: try Repository.styles())
    func looksInABrowserAsItIsPainted(_ style: String) throws {
        let figures = try Self.figures(in: style)
        #expect(figures.count == 8)
        let spoilt = figures.flatMap { figure in Mistake.allCases.compactMap { $0.made(in: figure) } }
        #expect(spoilt.count >= 2 * figures.count)
        let differences = try Chromium.differences(of: figures + spoilt)
        for (pair, difference) in zip(figures, differences) {
            #expect(difference <= Self.tolerance, "\(pair.name) is off by \(difference)")
        }
        for (pair, difference) in zip(spoilt, differences.dropFirst(figures.count)) {
            #expect(difference > Self.tolerance, "\(pair.name) goes unseen, off by \(difference)")
        }
    }

    /// Scripts, spacings, lines and groups that these figures do not have.
    @Test func looksAlikeWhateverASceneHolds() throws {
        let pair = try Sample().pair()
        let spoilt = try #require(Mistake.shortestMoved.made(in: pair))
        let differences = try Chromium.differences(of: [pair, spoilt])
        #expect(differences[0] <= Self.tolerance && differences[1] > Self.tolerance, "\(differences)")
    }

    @Test(arguments: try Repository.styles())
    func isSmallAndRefersToNothingOutside(_ style: String) throws {
        for figure in try Self.figures(in: style) {
            let drawing = String(decoding: figure.drawing, as: UTF8.self)
            #expect(drawing.utf8.count < 60_000, "\(figure.name): \(drawing.utf8.count) bytes")
            let rest = drawing.replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "")
            for word in ["http", "<script", "<image", "<style", "href", "@import", "<!", "<?", "data:"] {
                #expect(!rest.contains(word), "\(figure.name) has \(word)")
            }
            for match in drawing.matches(of: #/url\(([^)]*)\)/#) { #expect(match.1.hasPrefix("#figure-\(figure.name)-clip-")) }
        }
    }

    @Test func isCalledByItsLabelAndItsTitle() throws {
        let titles = try Self.figures(in: "house").map { figure in
            String(String(decoding: figure.drawing, as: UTF8.self).firstMatch(of: #/<title[^>]*>([^<]*)</#)?.1 ?? "")
        }
        #expect(titles.contains("Figure 2: Attacks reached 33, the most since April 2023"))
        #expect(titles.contains("Table 1: The 48 wounded in January are the most known since March 2023"))
        // The key figures are not counted.
        #expect(titles.contains("The number wounded more than tripled; attacks of high quality tripled"))
    }

    /// The figures of central Syria, each with its picture of twice the size.
    private static func figures(in style: String) throws -> [Chromium.Pair] { try made.get()[style] ?? [] }

    private static let made = Result { () throws -> [String: [Chromium.Pair]] in
        var made: [String: [Chromium.Pair]] = [:]
        for style in try Repository.styles() {
            let folder = try TemporaryFolder()
            try folder.copy(Brevier.centralSyria, to: "central-syria")
            try folder.write(try folder.text(of: "central-syria/report.yaml").settingStyle(style), to: "central-syria/report.yaml")
            let run = try Brevier.run([
                "render", folder.path + "/central-syria", "--styles", Repository.root + "/styles", "--only", "figures", "--to", folder.path + "/out",
            ])
            guard run.status == 0 else { throw ProgramFailure(run.end) }
            let files = try contents(of: folder.path + "/out/figures")
            made[style] = files.keys.filter { $0.hasSuffix(".svg") }.sorted().map { file in
                let name = String(file.dropLast(4))
                return Chromium.Pair(name: name, drawing: files[file] ?? [], picture: files[name + "@2x.png"] ?? [])
            }
        }
        return made
    }
}

/// A small mistake that a drawing could have.
private enum Mistake: CaseIterable {
    /// One bar in a paler tint.
    case bar
    /// The shortest of the texts, a digit mostly, three pixels to the right in a picture of 600.
    case shortestMoved
    case shortestLost

    /// The drawing with the mistake; nil where it has nothing of the kind.
    func made(in pair: Chromium.Pair) -> Chromium.Pair? {
        var drawing = String(decoding: pair.drawing, as: UTF8.self)
        switch self {
        case .bar:
            // The first is the ground.
            let fills = drawing.matches(of: #/<path d="[^"]*Z" fill="#([0-9a-f]{6})"/>/#).dropFirst().map(\.output.1)
            guard !fills.isEmpty else { return nil }
            let fill = fills[fills.count / 2]
            let paler = String(0x100_0000 + (Int(fill, radix: 16) ?? 0) + 0x1A_1A1A, radix: 16).dropFirst()
            drawing.replaceSubrange(fill.startIndex..<fill.endIndex, with: paler)
        case .shortestMoved:
            guard let x = shortestText(of: drawing)?.output.1 else { return nil }
            drawing.replaceSubrange(x.startIndex..<x.endIndex, with: String((Double(x) ?? 0) + 1.8))
        case .shortestLost:
            guard let text = shortestText(of: drawing) else { return nil }
            drawing.removeSubrange(text.range)
        }
        return Chromium.Pair(name: "\(pair.name), \(self)", drawing: Array(drawing.utf8), picture: pair.picture)
    }

    private func shortestText(of drawing: String) -> Regex<(Substring, Substring, Substring)>.Match? {
        drawing.matches(of: #/<text x="([-0-9.]+)"[^>]*>([^<]*)</text>/#).min { $0.output.2.count < $1.output.2.count }
    }
}

/// A scene with scripts, spacings, lines and groups of all sorts.
private struct Sample {
    private let fonts: FontBook
    private let ink = Colour(screen: .init(red: 0.1, green: 0.1, blue: 0.2), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 1))
    private let red = Colour(screen: .init(red: 0.8, green: 0.2, blue: 0.1), press: .init(cyan: 0, magenta: 1, yellow: 1, black: 0))

    init() throws {
        fonts = try FontBook(families: ["Lato", "Noto Sans Arabic", "Noto Serif"])
    }

    private var scene: Scene {
        var arabic = Font(families: ["Lato", "Noto Sans Arabic"], size: 14)
        let texts = [
            text("حمص ودير الزور", arabic, at: 20),
            text("33 هجوماً في حمص (14)", arabic, at: 45),
            text("Attacks in حمص and دير الزور, 33", arabic, at: 70),
            text("Ḥimṣ, “AVATAR” & fi, ffi: 1 < 2", Font(families: ["Lato"], size: 14, italic: true), at: 95),
            text("TRACKED OFFICE", Font(families: ["Lato"], size: 12, weight: .heavy, tracking: 2.5), at: 120),
            text("set wider between its words", Font(families: ["Noto Serif"], size: 12), at: 145, wordSpacing: 4),
            text("set tighter between its words", Font(families: ["Noto Serif"], size: 12, weight: .bold), at: 170, wordSpacing: -1.5),
            text("   after  spaces  ", Font(families: ["Lato"], size: 12), at: 195),
            text("111 177", Font(families: ["Lato"], size: 14, numerals: .tabular), at: 220),
            text("111 177", Font(families: ["Lato"], size: 14, weight: .black), at: 245),
        ]
        arabic.language = "ar"
        let area = Rect(x: 0, y: 0, width: 40, height: 60)
        let stripes = stride(from: -60.0, to: 40, by: 6).map { x in
            SceneItem.shape(ShapeItem(.line(from: Point(x: x, y: 60), to: Point(x: x + 60, y: 0)), stroke: Stroke(red, width: 2)))
        }
        let turns = Path.line([Point(x: 0, y: 100), Point(x: 20, y: 75), Point(x: 25, y: 110), Point(x: 45, y: 80)])
        let shapes: [SceneItem] = [
            .group(GroupItem("stripes", clip: .rectangle(area), items: stripes)),
            .group(GroupItem("round", offset: Point(x: 50, y: 0), clip: .circle(centre: Point(x: 20, y: 30), radius: 20), items: stripes)),
            .shape(ShapeItem(turns, stroke: Stroke(ink, width: 4, cap: .round))),
            .group(GroupItem("butt", offset: Point(x: 55, y: 0), items: [.shape(ShapeItem(turns, stroke: Stroke(ink, width: 4)))])),
            .shape(ShapeItem(.line([Point(x: 0, y: 130), Point(x: 100, y: 130)]), stroke: Stroke(ink, width: 2, dash: [6, 3]))),
            .shape(ShapeItem(.circle(centre: Point(x: 25, y: 160), radius: 15), fill: red, stroke: Stroke(ink, width: 3))),
            .link(LinkItem(area: area, target: .address("https://example.org/"))),
            text("من اليمين: Lato", arabic, at: 200),
            text("(33)", arabic, at: 225),
        ]
        return Scene(
            name: "sample", size: Size(width: 400, height: 260),
            background: Colour(screen: .init(red: 0.95, green: 0.97, blue: 1), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 0)),
            items: [.group(GroupItem("texts", offset: Point(x: 10, y: 0), items: texts)), .group(GroupItem("shapes", offset: Point(x: 280, y: 10), items: shapes))])
    }

    func pair() throws -> Chromium.Pair {
        let scene = scene
        let image = try Painter(fonts: fonts).pixels(of: scene, width: Int(scene.size.width) * 3, height: Int(scene.size.height) * 3)
        return Chromium.Pair(
            name: scene.name,
            drawing: SVGWriter(title: "Sample", description: "All sorts", language: "en", width: 400).bytes(of: scene),
            picture: try PNGEncoder().encode(width: image.width, height: image.height, pixels: image.bytes))
    }

    private func text(_ text: String, _ font: Font, at y: Double, wordSpacing: Double = 0) -> SceneItem {
        let advance = fonts.advance(of: text, in: font)
        return .text(TextItem(text, font: font, colour: ink, origin: Point(x: 0, y: y), advance: advance, wordSpacing: wordSpacing))
    }
}
