import Foundation
import FoundationXML
import Reports
import Scenes
import TestSupport
import Testing

/// The edition for the press of every report in every style, as a printer's checks and plates see it.
@Suite struct PressTests {
    struct Edition: Sendable, CustomTestStringConvertible {
        var arranged: ArrangedReport
        /// What was rendered: `brief.pdf`, `brief-press.pdf`.
        var folder: TemporaryFolder
        /// Those of each page.
        var plates: [Separations]

        var testDescription: String { arranged.name }
        var path: String { folder.path + "/out/brief-press.pdf" }

        func proof() throws -> PressProof { try PressProof(path) }
    }

    private static let made = Result { () throws -> [Edition] in
        let small = try SmallReport()
        let reports = try ArrangedReport.all().map { ($0.folder, "\($0.report.month)", $0.report.style.name) }
            + Repository.styles().map { (small.report, "2024-01", $0) }
        return try reports.map { try edition(of: $0, month: $1, style: $2) }
    }

    private static func edition(of report: String, month: String, style: String) throws -> Edition {
        let folder = try TemporaryFolder()
        let copy = folder.path + "/report"
        try folder.copy(report, to: "report")
        try folder.write(try folder.text(of: "report/report.yaml").settingStyle(style), to: "report/report.yaml")
        let name = "\(report.split(separator: "/").last ?? "") \(month) in \(style)"
        let run = try Brevier.run([
            "render", copy, "--month", month, "--styles", Repository.root + "/styles", "--to", folder.path + "/out", "--only", "pdf,press",
        ])
        guard run.status == 0 else { throw ProgramFailure("\(name): \(run.end)") }
        let arranged = try ArrangedReport(reading: copy, month: month, named: name, folder: copy)
        let proof = PDFProof(folder.path + "/out/brief-press.pdf")
        return Edition(arranged: arranged, folder: folder, plates: try arranged.pages.indices.map { try proof.separations(ofPage: $0 + 1) })
    }

    static func editions() throws -> [Edition] { try made.get() }

    // MARK: The file

    @Test(arguments: try editions())
    func isSoundAndHoldsNothingForTheScreen(_ edition: Edition) throws {
        let check = try run("qpdf", ["--check", edition.path])
        #expect(check.status == 0 && check.text.contains("PDF Version: 1.6") && !check.text.contains("WARNING"), "\(check.text)")
        let proof = try edition.proof()
        #expect(try proof.remnantsOfTheScreen() == [])
        #expect(proof.names.contains("/DeviceCMYK"))
        let space = try #require(proof.resolved(try colourSpace(of: proof)) as? [Any])
        #expect(space.prefix(3).compactMap { $0 as? String } == ["/Separation", "/All", "/DeviceCMYK"])
    }

    private func colourSpace(of proof: PressProof) throws -> Any? {
        let resources = proof.resolved(try #require(try proof.pages().first)["/Resources"]) as? [String: Any]
        let spaces = proof.resolved(resources?["/ColorSpace"]) as? [String: Any]
        #expect(spaces?.keys.sorted() == ["/All"])
        return spaces?["/All"]
    }

    @Test(arguments: try editions())
    func tellsItsSheet(_ edition: Edition) throws {
        let (proof, pages) = (try edition.proof(), edition.arranged.document.pages)
        #expect(try proof.pages().count == pages.count)
        for (page, scene) in zip(try proof.pages(), pages) {
            let (trim, bleed, media) = (try proof.box("/TrimBox", of: page), try proof.box("/BleedBox", of: page), try proof.box("/MediaBox", of: page))
            #expect(isNear(trim, Rect(scene.size).moved(by: Point(x: margin, y: margin))))
            #expect(isNear(bleed, trim.inset(by: -3 * millimetre)))
            #expect(isNear(media, trim.inset(by: -margin)))
            #expect(page["/CropBox"] == nil && page["/ArtBox"] == nil)
        }
    }

    @Test(arguments: try editions())
    func saysWhatItIsInBothWays(_ edition: Edition) throws {
        let proof = try edition.proof()
        let packet = try proof.packet()
        func said(_ name: String) throws -> String { try packet.nodes(forXPath: "//*[name()='\(name)']").compactMap(\.stringValue).joined(separator: ", ") }

        // The styles have no profile, without which it is none.
        #expect(try said("pdfxid:GTS_PDFXVersion") == "")
        #expect(try said("xmpMM:RenditionClass") == "default" && said("xmpMM:VersionID") == "1")
        for name in ["xmpMM:DocumentID", "xmpMM:InstanceID"] {
            #expect(try said(name).wholeMatch(of: #/uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/#) != nil)
        }
        let properties = edition.arranged.document.properties
        #expect(proof.information("/Title") == properties.title && !properties.title.isEmpty)
        #expect(proof.information("/Trapped") == "/False")
        let pairs = [
            ("/Title", "dc:title"), ("/Author", "dc:creator"), ("/Subject", "dc:description"), ("/Keywords", "pdf:Keywords"),
            ("/Creator", "xmp:CreatorTool"), ("/Producer", "pdf:Producer"),
        ]
        for (key, name) in pairs {
            let words = try said(name)
            #expect(!words.isEmpty && proof.information(key) == words, "\(key)")
        }
        #expect(try "/" + said("pdf:Trapped") == "/False")
        for (key, name) in [("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")] {
            #expect(proof.information(key) == "D:\(properties.published.replacing("-", with: ""))000000Z")
            #expect(try said(name) == properties.published + "T00:00:00Z")
        }
        #expect((proof.value("/ID") as? [Any])?.count == 2)
    }

    @Test(arguments: try editions())
    func namesItsPrintingCondition(_ edition: Edition) throws {
        let intents = try #require(try edition.proof().value("/Root", "/OutputIntents") as? [[String: Any]])
        #expect(intents.count == 1)
        #expect(intents[0]["/S"] as? String == "/GTS_PDFX" && intents[0]["/Type"] as? String == "/OutputIntent")
        #expect(intents[0]["/OutputConditionIdentifier"] as? String == "u:FOGRA39" && intents[0]["/Info"] as? String == "u:FOGRA39")
        #expect(intents[0]["/RegistryName"] as? String == "u:http://www.color.org")
        #expect(intents[0]["/DestOutputProfile"] == nil)
    }

    // MARK: The page

    /// Words and where they stand, as on the screen but for the margin.
    @Test(arguments: try editions())
    func readsAsTheEditionForTheScreen(_ edition: Edition) throws {
        let (screen, press) = (PDFProof(edition.folder.path + "/out/brief.pdf"), try edition.proof().pdf)
        func plain(_ text: String) -> String { text.replacing("\u{AD}", with: "-") }
        // Which of two columns is read first is a guess of the reader's, which may turn with the margin.
        func inOrder(_ words: [PDFProof.Word], above margin: Double) -> [PDFProof.Word] {
            func line(_ word: PDFProof.Word) -> Double { ((word.box.minY - margin) / 2).rounded() }
            return words.sorted { ($0.page, plain($0.text), line($0), $0.box.minX) < ($1.page, plain($1.text), line($1), $1.box.minX) }
        }
        let (shown, printed) = (inOrder(try screen.words(), above: 0), inOrder(try press.words(), above: margin))
        #expect(shown.count == printed.count && shown.count > 50)
        for (shown, printed) in zip(shown, printed) {
            #expect(plain(shown.text) == printed.text && shown.page == printed.page)
            #expect(isNear(printed.box, shown.box.moved(by: Point(x: margin, y: margin))), "\(shown.text)")
        }
        #expect(try plain(screen.text(["-raw"])) == press.text(["-raw"]))
    }

    @Test(arguments: try editions())
    func paintsWithTheInksOfTheStyleInLinesThatHold(_ edition: Edition) throws {
        let proof = try edition.proof()
        let contents = try proof.pdf.contentStreams().filter { $0.name.hasPrefix("page ") }
        #expect(contents.count == edition.arranged.pages.count)
        for (content, walk) in zip(contents, edition.arranged.pages) {
            let height = walk.scene.size.height + 2 * margin
            let painting = try PressProof.painting(of: content, height: height)
            #expect(painting.textInks == Set(walk.texts.map(\.item.colour.press.operands)), "\(content.name)")
            #expect(painting.textInks.contains("0 0 0 1"))
            #expect(painting.lineWidths.allSatisfy { $0 >= 0.25 - 1e-6 } && painting.lineWidths.contains(0.25))
            let trim = Rect(walk.scene.size).moved(by: Point(x: margin, y: margin))
            expectCropMarks(painting.marks, around: trim)
        }
    }

    private func expectCropMarks(_ marks: [(from: Point, to: Point)], around trim: Rect) {
        let bleed = trim.inset(by: -3 * millimetre)
        #expect(marks.count == 8)
        var places: Set<String> = []
        for (from, to) in marks {
            let isUpright = from.x == to.x
            let across = isUpright ? [trim.minX, trim.maxX] : [trim.minY, trim.maxY]
            let edge = across.firstIndex { isNear($0, isUpright ? from.x : from.y) }
            let (near, far) = isUpright ? (from.y, to.y) : (from.x, to.x)
            let ends = isUpright ? (bleed.minY, bleed.maxY) : (bleed.minX, bleed.maxX)
            #expect(edge != nil && (isUpright || from.y == to.y), "\(from) to \(to) is in line with no edge")
            #expect(isNear(near, ends.0) && far < near || isNear(near, ends.1) && far > near, "\(from) to \(to) is not outside the bleed")
            places.insert("\(isUpright) \(edge ?? -1) \(far < near)")
        }
        #expect(places.count == 8)
    }

    // MARK: The plates

    @Test(arguments: try editions())
    func marksEachPlateAndKeepsInkWithinBounds(_ edition: Edition) throws {
        for (walk, plates) in zip(edition.arranged.pages, edition.plates) {
            let trim = Rect(walk.scene.size).moved(by: Point(x: margin, y: margin))
            let bleed = trim.inset(by: -3 * millimetre)
            // Halfway between the bleed and the end of a mark, a pixel to each side.
            let (heads, sides) = ([bleed.minY - 7, bleed.maxY + 7], [bleed.minX - 7, bleed.maxX + 7])
            let places = [trim.minX, trim.maxX].flatMap { x in heads.map { Point(x: x, y: $0) } }
                + [trim.minY, trim.maxY].flatMap { y in sides.map { Point(x: $0, y: y) } }
            for place in places {
                let around = (-1...1).flatMap { x in (-1...1).map { y in plates[Int(place.x) + x, Int(place.y) + y] } }
                #expect(around.contains(registration) && around.contains(bare), "no mark at \(place)")
            }
            // Beyond the bleed nothing but the marks; what all plates print is nowhere else.
            var marked = 0
            let inner = bleed.inset(by: -1)
            for y in 0..<plates.height {
                let isBeside = Double(y) >= inner.minY && Double(y + 1) <= inner.maxY
                let columns = isBeside ? [0..<Int(inner.minX.rounded(.up)), Int(inner.maxX)..<plates.width] : [0..<plates.width]
                for x in columns.joined() {
                    let inks = plates[x, y]
                    if inks == registration { marked += 1 } else { #expect(inks == bare, "\(inks) at \(x), \(y)") }
                }
            }
            let edges = (plates.mixtures[registration] ?? 0) - marked
            #expect(marked > 80 && edges <= 16, "\(edges) pixels of all inks are no marks")
            #expect(plates.mixtures.keys.allSatisfy { $0.total <= 3 || $0 == registration })
        }
    }

    /// Plates that are a little off would show coloured edges.
    @Test(arguments: try editions())
    func printsBlackTextInBlackAlone(_ edition: Edition) throws {
        var looked = 0
        for (walk, plates) in zip(edition.arranged.pages, edition.plates) {
            for text in walk.texts where text.item.colour.press == black {
                let area = text.ink.moved(by: Point(x: margin, y: margin)).inset(by: 1)
                guard area.width > 4, text.item.font == edition.arranged.report.style.page.body.font else { continue }
                var (dark, coloured) = (0, 0)
                for y in Int(area.minY)...Int(area.maxY) {
                    for x in Int(area.minX)...Int(area.maxX) {
                        let inks = plates[x, y]
                        if inks == black { dark += 1 }
                        if inks.cyan + inks.magenta + inks.yellow > 0 { coloured += 1 }
                    }
                }
                #expect(dark > 0 && coloured == 0, "“\(text.item.text)”: \(dark) pixels in black, \(coloured) in other inks")
                looked += 1
            }
        }
        #expect(looked > 2)
    }
}

private let millimetre = 72 / 25.4
/// From the edge of the sheet to the edge of the page.
private let margin = 9 * millimetre

private let bare = Colour.Press(cyan: 0, magenta: 0, yellow: 0, black: 0)
private let black = Colour.Press(cyan: 0, magenta: 0, yellow: 0, black: 1)
private let registration = Colour.Press(cyan: 1, magenta: 1, yellow: 1, black: 1)

/// Places in a PDF have two decimals.
private func isNear(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= 0.011 }

private func isNear(_ one: Rect, _ other: Rect) -> Bool {
    isNear(one.minX, other.minX) && isNear(one.minY, other.minY) && isNear(one.maxX, other.maxX) && isNear(one.maxY, other.maxY)
}
