import Figures
import Foundation
import Reports
import Scenes
import TestSupport
import Testing

/// What the styles of this repository promise.
@Suite struct StyleTests {
    @Test(arguments: try Repository.styles())
    func rendersCentralSyriaWithoutAWord(_ style: String) throws {
        let (folder, styles) = (try TemporaryFolder(), try Brevier.smallStyles())
        try folder.copy(Brevier.centralSyria, to: "central-syria")
        try folder.write(try folder.text(of: "central-syria/report.yaml").settingStyle(style), to: "central-syria/report.yaml")
        let run = try Brevier.run(["render", folder.path + "/central-syria", "--styles", styles.path, "--to", folder.path + "/out"])
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.end)")
        let files = try contents(of: folder.path + "/out")
        #expect(files.keys.count { $0.hasPrefix("pages/") } >= 3 && files.keys.count { $0.hasSuffix("@2x.png") } >= 6)
    }

    /// Small files, which no style has too many colours for.
    @Test(arguments: try Repository.styles())
    func picturesHaveAPaletteAndTheirWidth(_ style: String) throws {
        let folder = try TemporaryFolder()
        try folder.copy(Brevier.centralSyria, to: "central-syria")
        try folder.write(try folder.text(of: "central-syria/report.yaml").settingStyle(style), to: "central-syria/report.yaml")
        let run = try Brevier.run([
            "render", folder.path + "/central-syria", "--styles", Repository.root + "/styles", "--only", "pages,figures", "--to", folder.path + "/out",
        ])
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.end)")
        let pictures = try contents(of: folder.path + "/out").filter { $0.key.hasSuffix(".png") }
        #expect(pictures.count >= 19)
        for (path, bytes) in pictures {
            // Of the header, which stands first: the width, bits a pixel and the sort of colours, 3 for a palette.
            let width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
            #expect(width == (path.hasPrefix("pages/") ? 1240 : path.hasSuffix("@2x.png") ? 1200 : 600), "\(path)")
            #expect(bytes[24] == 8 && bytes[25] == 3, "\(path)")
            // The larger picture of a figure is the smaller one, each pixel four.
            guard let other = pictures[path.replacing(".png", with: "@2x.png")] else { continue }
            func height(_ bytes: [UInt8]) -> Int { bytes[20..<24].reduce(0) { $0 << 8 | Int($1) } }
            #expect(height(other) == 2 * height(bytes), "\(path)")
        }
    }

    @Test func stylesDifferInLooksAlone() throws {
        let reports = try ArrangedReport.all()
        let house = try #require(reports.first { $0.name.hasSuffix(" in house") })
        for other in reports where other.report.style.name != "house" && other.folder == house.folder {
            #expect(other.report.style != house.report.style)
            #expect(other.document.properties == house.document.properties)
            #expect(other.report.figures.map { $0.figure.kind.values.csv } == house.report.figures.map { $0.figure.kind.values.csv })
            #expect(other.report.figures.map(\.figure.alternativeText) == house.report.figures.map(\.figure.alternativeText))
            #expect(other.document.bookmarks.map(\.title) == house.document.bookmarks.map(\.title))
        }
    }

    /// Black and its tints, on the screen and on the press.
    @Test func monoPrintsInOneColour() throws {
        let mono = try ArrangedReport.all().filter { $0.report.style.name == "mono" }
        #expect(!mono.isEmpty)
        var tints: Set<String> = []
        for walk in mono.flatMap(\.walks) {
            let colours = [walk.scene.background] + walk.texts.map(\.item.colour)
                + walk.shapes.flatMap { [$0.item.fill, $0.item.stroke?.colour].compactMap { $0 } }
            for colour in colours where tints.insert(colour.hex).inserted {
                #expect(colour.screen.red == colour.screen.green && colour.screen.green == colour.screen.blue, "\(colour.hex)")
                #expect(colour.press.cyan == 0 && colour.press.magenta == 0 && colour.press.yellow == 0, "\(colour.hex)")
            }
        }
        #expect(tints.count > 2)
    }

    /// What differs on the screen differs in print, in the same order of lightness.
    @Test(arguments: try Repository.styles())
    func pressFollowsTheScreen(_ name: String) throws {
        let report = try #require(try ArrangedReport.all().first { $0.report.style.name == name })
        let style = report.report.style
        let all = FigureStyle.words.flatMap { word -> [Colour] in
            switch word.property {
            case .colour(let path): [style.figures[keyPath: path]]
            case .colours(let path): style.figures[keyPath: path]
            case .text(let path): [style.figures[keyPath: path].colour]
            case .number, .numbers, .symbol: []
            }
        }
        for colour in all {
            let inks = colour.press.cyan + colour.press.magenta + colour.press.yellow + colour.press.black
            #expect(inks <= 3, "more ink than paper takes: \(colour.hex)")
            #expect((colour.luminance > 0.98) == (inks == 0), "\(colour.hex)")
        }
    }

    /// Of any two that meet in a figure: parts, of which each set can, and what columns and waterfalls set off.
    @Test(arguments: try Repository.styles())
    func coloursOfAFigureAreToldApart(_ name: String) throws {
        let style = try #require(try ArrangedReport.all().first { $0.report.style.name == name }).report.style.figures
        let parts = style.colours.parts.indices.map { MarkRole.part($0) }
        #expect(parts.count > 4)
        for roles in [parts, [.focus, .other], [.focus, .previous], [.focus, .fall], [.focus, .faint]] as [[MarkRole]] {
            for separation in roles.map(style.colour).separations {
                for (vision, difference) in separation.differences {
                    #expect(difference >= (vision == .greyscale ? 10 : 11), "\(separation.first.hex), \(separation.second.hex), \(vision)")
                }
            }
        }
    }

    /// A map of values has its numbers, or their minus, for a copy in grey; whatever has hues has two that every eye tells apart.
    @Test(arguments: try Repository.styles())
    func classesAboveAndBelowZeroAreToldApart(_ name: String) throws {
        let style = try #require(try ArrangedReport.all().first { $0.report.style.name == name }).report.style.figures
        for count in 1...3 {
            let above = (0..<count).map { style.colour(of: .step($0, of: count)) }
            let below = (0..<count).map { style.colour(of: .below($0, of: count)) }
            for ramp in [above, below] {
                #expect(zip(ramp, ramp.dropFirst()).allSatisfy { ColourVision.greyscale.difference($0, $1) >= 14 && $0.luminance > $1.luminance })
            }
            for colour in above + below {
                let role = above.firstIndex(of: colour).map { MarkRole.step($0, of: count) } ?? .below(below.firstIndex(of: colour) ?? 0, of: count)
                #expect(style.look(style.texts.value, on: role).colour.contrast(with: colour) >= 4.5, "\(colour.hex)")
            }
            let hasHues = above.contains { $0.screen.red != $0.screen.blue }
            for one in above {
                for other in below {
                    for vision in ColourVision.allCases where hasHues ? vision != .greyscale : vision == .greyscale {
                        #expect(vision.difference(one, other) >= (hasHues ? 11 : 5), "\(one.hex), \(other.hex), \(vision)")
                    }
                }
            }
        }
    }

    /// Nothing of a look is in Swift: a style that changes every colour changes every colour.
    @Test func everyColourComesFromTheStyle() throws {
        let report = try SmallReport()
        try FileManager.default.removeItem(atPath: report.folder + "/styles")
        var text = try Repository.text(of: "styles/house.yaml")
        text.replace(try Regex(##"screen: "#[0-9a-f]{6}""##), with: "screen: \"#123456\"")
        text.replace(try Regex(#"press: \[[0-9, ]+\]"#), with: "press: [1, 2, 3, 4]")
        try report.write(Array(text.utf8), to: "styles/house.yaml")
        let dump = try report.dump()
        let colours = Set(dump.matches(of: try Regex("#[0-9a-f]{6}")).map { String($0.output[0].substring ?? "") })
        #expect(colours == ["#123456"])
    }

    /// And every size of type.
    @Test func everySizeComesFromTheStyle() throws {
        let report = try SmallReport()
        try FileManager.default.removeItem(atPath: report.folder + "/styles")
        var text = try Repository.text(of: "styles/house.yaml")
        text.replace(try Regex("size: [0-9.]+"), with: "size: 7.25")
        try report.write(Array(text.utf8), to: "styles/house.yaml")
        let sizes = Set(try report.dump().split(separator: "\n").filter { $0.contains("text \"") }.compactMap { line in
            line.firstMatch(of: #/wide [-0-9.]+(?: spaced [-0-9.]+)? ([0-9.]+) /#).map { String($0.1) }
        })
        #expect(sizes == ["7.25"])
    }
}
