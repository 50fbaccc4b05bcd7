import CairoRendering
import Diagnostics
import FoundationXML
import Publishing
import Reports
import Scenes
import TestSupport
import Testing

@testable import brevier

/// What a style has printed around the page, and what becomes of what reaches over its edges.
@Suite struct PressSheetTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// - Parameter style: what a style says besides what the house style does.
    private func proof(_ style: String) throws -> PressProof {
        let report = try SmallReport(press: style)
        let run = try report.rendered(to: folder.path + "/out", asked: [.press])
        guard run.exitStatus == 0 else { throw ProgramFailure("\(run.problems.diagnostics)") }
        return try PressProof(folder.path + "/out/brief-press.pdf")
    }

    // MARK: The profile

    @Test func aProfileTravelsInTheFile() throws {
        let proof = try proof("press: {condition: FOGRA51, profile: press.icc, colour-bar: yes}")
        let check = try run("qpdf", ["--check", proof.pdf.path])
        #expect(check.status == 0 && !check.text.contains("WARNING"), "\(check.text)")
        #expect(try proof.remnantsOfTheScreen() == [])
        let intents = try #require(proof.value("/Root", "/OutputIntents") as? [[String: Any]])
        #expect(intents.count == 1 && intents[0]["/OutputConditionIdentifier"] as? String == "u:FOGRA51")
        #expect(intents[0]["/RegistryName"] as? String == "u:http://www.color.org")
        let profile = try #require(intents[0]["/DestOutputProfile"] as? String)
        #expect((proof.resolved(profile) as? [String: Any])?["/N"] as? Int == 4)
        let number = try #require(profile.split(separator: " ").first)
        #expect(try run("qpdf", ["--show-object=\(number)", "--filtered-stream-data", proof.pdf.path]).output == cmykProfile)
    }

    /// By its identifiers a printer knows which of two files he has.
    @Test func whatIsPrintedOtherwiseIsAnotherDocument() throws {
        let styles = [
            "paper: A4", "press: {condition: FOGRA51}", "press: {profile: press.icc}", "press: {colour-bar: yes}",
            "colours:\n  muted: {screen: \"#5f6670\", press: [0, 0, 0, 69]}", "paper: Letter",
        ]
        let identifiers = try styles.map { style in
            try proof(style).packet().nodes(forXPath: "//*[name()='xmpMM:DocumentID' or name()='xmpMM:InstanceID']").compactMap(\.stringValue)
        }
        #expect(identifiers.allSatisfy { $0.count == 2 })
        #expect(Set(identifiers).count == styles.count)
    }

    // MARK: Around the page

    @Test func theColourBarStandsBesideThePage() throws {
        let proof = try proof("press: {colour-bar: yes}")
        let bleed = try proof.box("/BleedBox", of: #require(try proof.pages().first))
        let plates = try proof.pdf.separations(ofPage: 1)
        var inks: Set<[Int]> = []
        for y in 0..<plates.height {
            for x in 0..<plates.width where !bleed.inset(by: -1).contains(pixel(x, y)) && ![bare, registration].contains(plates[x, y]) {
                #expect(y >= 2 && Double(y) < bleed.minY - 1 && abs(Double(x) - bleed.midX) < 70, "\(plates[x, y]) at \(x), \(y)")
                inks.insert(halves(plates[x, y]))
            }
        }
        let full = [[2, 0, 0, 0], [0, 2, 0, 0], [0, 0, 2, 0], [0, 0, 0, 2]]
        #expect(inks == Set(full + full.map { $0.map { $0 / 2 } } + [[2, 2, 0, 0], [2, 0, 2, 0], [0, 2, 2, 0]]))
    }

    /// Halves of full ink.
    private func halves(_ ink: Colour.Press) -> [Int] {
        [ink.cyan, ink.magenta, ink.yellow, ink.black].map { Int(($0 * 2).rounded()) }
    }

    @Test func aBackgroundFillsTheBleed() throws {
        let proof = try proof("colours:\n  paper: {screen: \"#fff4d6\", press: [0, 20, 40, 0]}")
        let bleed = try proof.box("/BleedBox", of: #require(try proof.pages().first))
        try expectEdge(of: .init(cyan: 0, magenta: 0.2, yellow: 0.4, black: 0), at: bleed, on: proof.pdf.separations(ofPage: 1))
        let contents = try proof.pdf.contentStreams().filter { $0.name.hasPrefix("page ") }
        #expect(contents.allSatisfy { content in content.operations.contains { $0.name == "k" && $0.operands == ["0", ".2", ".4", "0"] } })
    }

    @Test func whatReachesBeyondTheBleedIsCutOff() throws {
        let cyan = Colour.Press(cyan: 1, magenta: 0, yellow: 0, black: 0)
        let proof = try proof(of: [shape(Rect(Self.page).inset(by: -200), in: cyan)])
        let bleed = try proof.box("/BleedBox", of: #require(try proof.pages().first))
        try expectEdge(of: cyan, at: bleed, on: proof.pdf.separations(ofPage: 1))
    }

    // MARK: Inks

    /// They travel as codes through a program that knows none, and come back each as its own.
    @Test func manyColoursAreKeptApart() throws {
        func part(_ number: Int) -> Double { Double(number % 64) / 64 }
        let inks = (0..<32_768).map { number -> Colour.Press in
            .init(cyan: part(number), magenta: part(number / 64), yellow: part(number / 4096), black: 0.5)
        }
        let proof = try proof(of: inks.enumerated().map { number, ink in
            shape(Rect(x: Double(number % 256), y: Double(number / 256), width: 1, height: 1), in: ink)
        })
        let operations = try #require(try proof.pdf.contentStreams().first).operations
        #expect(operations.filter { $0.name == "k" }.map { $0.operands.joined(separator: " ") } == inks.map(\.operands))
        #expect(Set(inks.map(\.operands)).count == 32_768)
    }

    private static let page = Size(width: 300, height: 200)

    private func shape(_ area: Rect, in ink: Colour.Press) -> SceneItem {
        .shape(ShapeItem(.rectangle(area), fill: Colour(screen: .init(red: 0, green: 0, blue: 0), press: ink)))
    }

    private func proof(of items: [SceneItem]) throws -> PressProof {
        let white = Colour(screen: .init(red: 1, green: 1, blue: 1), press: bare)
        let edition = PressEdition(
            Document(
                properties: .init(title: "A", authors: [], subject: "", keywords: [], language: "en", published: "2024-02-12"),
                pages: [Scene(name: "page-1", size: Self.page, background: white, items: items)], bookmarks: []))
        let fonts = try FontBook(families: ["Lato"], folders: FontBook.systemFolders, caches: FontBook.systemCaches)
        let painted = try Painter(fonts: fonts).pdf(of: edition.pages.map(\.scene))
        try folder.write(try PDFFinisher(program: "Brevier").finish(painted, of: edition, for: PrintingCondition(name: "FOGRA39")), to: "a.pdf")
        return try PressProof(folder.path + "/a.pdf")
    }

    /// Ink up to the edge of a box, and beyond it none but the marks.
    private func expectEdge(of ink: Colour.Press, at box: Rect, on plates: Separations) throws {
        var (inside, missing, outside) = (0, 0, 0)
        for y in 0..<plates.height {
            for x in 0..<plates.width {
                let isInner = box.inset(by: 1).contains(pixel(x, y))
                if isInner, !box.inset(by: 4).contains(pixel(x, y)) {
                    inside += 1
                    if plates[x, y] != ink { missing += 1 }
                } else if !isInner, !box.inset(by: -1).contains(pixel(x, y)), ![bare, registration].contains(plates[x, y]) {
                    outside += 1
                }
            }
        }
        #expect(inside > 1000 && missing == 0 && outside == 0, "\(missing) of \(inside) pixels lack the ink, \(outside) outside have it")
    }

    private func pixel(_ x: Int, _ y: Int) -> Rect { Rect(x: Double(x), y: Double(y), width: 1, height: 1) }
}

private let bare = Colour.Press(cyan: 0, magenta: 0, yellow: 0, black: 0)
private let registration = Colour.Press(cyan: 1, magenta: 1, yellow: 1, black: 1)
