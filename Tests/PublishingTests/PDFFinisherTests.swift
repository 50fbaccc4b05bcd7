import Foundation
import Scenes
import TestSupport
import Testing

@testable import Publishing

/// What the finisher says of a document, around pages that another program painted.
@Suite struct PDFFinisherTests {
    private let properties = Document.Properties(
        title: "Central Syria — “January”", authors: ["A. Author", "Ḥasan"], subject: "", keywords: ["one", "two"],
        language: "en-GB", published: "2024-02-12")
    private let finisher = PDFFinisher(program: "Brevier 1")

    @Test func isSoundAndSaysWhatItWasTold() throws {
        let proof = try PDFProof(finisher.finish(paintedByHand(), of: ScreenEdition(document(properties))))
        _ = try output(of: "qpdf", ["--check", proof.path])
        let information = try output(of: "pdfinfo", [proof.path])
        for line in ["Title:           Central Syria — “January”", "Author:          A. Author, Ḥasan", "Keywords:        one, two",
            "Creator:         Brevier 1", "Producer:        Brevier 1", "Pages:           1"]
        {
            #expect(information.contains(line), "\(line) in \(information)")
        }
        let trailer = try proof.trailer()
        #expect(trailer["Root"]["Lang"].words == "en-GB")
        #expect(trailer["Root"]["ViewerPreferences"]["DisplayDocTitle"].isTrue)
        #expect(trailer["Info"].keys == ["Author", "CreationDate", "Creator", "Keywords", "ModDate", "Producer", "Title"], "nothing that the painter said")
        #expect(trailer["Info"]["CreationDate"].words == "D:20240212000000Z")
        #expect(trailer["Root"].pages.map(\.keys) == [["Contents", "MediaBox", "Parent", "Resources", "StructParents", "Tabs", "Type"]])
        #expect(try proof.contentStreams().first?.operations.map(\.name) == ["rg", "BMC", "re", "f", "EMC"])
    }

    @Test func givesTheSameBytesEachTime() throws {
        func finished(_ properties: Document.Properties) throws -> [UInt8] {
            try finisher.finish(paintedByHand(), of: ScreenEdition(document(properties)))
        }
        #expect(try finished(properties) == finished(properties))
        var other = properties
        other.title = "Another"
        #expect(try finished(properties) != finished(other))
    }

    @Test(arguments: ["", "2024", "2024-2-12", "12 February 2024", "２０２４-02-12"])
    func aDateThatIsNoneIsLeftOut(date: String) throws {
        var properties = properties
        properties.published = date
        let information = try PDFProof(finisher.finish(paintedByHand(), of: ScreenEdition(document(properties)))).trailer()["Info"]
        #expect(!information.keys.contains { $0.hasSuffix("Date") })
    }

    // MARK: What another program may write in another way

    /// A painter may list numbers that no object has, and objects in any order.
    @Test func anObjectThatWasNeverWrittenMeansNothing() throws {
        var painted = HandPaintedPDF()
        painted.page += " /PieceInfo 99 0 R"
        painted.resources = "/Font << /f 98 0 R >>"
        painted.unwritten = 2
        let proof = try PDFProof(finisher.finish(painted.bytes, of: ScreenEdition(document(properties))))
        _ = try output(of: "qpdf", ["--check", proof.path])
        #expect(try proof.trailer()["Root"].pages.first?["Resources"]["Font"]["f"].isThere == false)
    }

    @Test func resourcesAreTakenFromWhereverTheyStand() throws {
        let font = "<< /Type /Font /Subtype /CIDFontType2 >>"
        for (page, tree) in [("/Resources 6 0 R", ""), ("/Resources << /Font << /f 7 0 R >> >>", ""), ("", "/Resources 6 0 R")] {
            var painted = HandPaintedPDF()
            (painted.pageResources, painted.tree) = (page, tree)
            painted.others = ["<< /Font << /f 7 0 R >> >>", font]
            let pages = try PDFProof(finisher.finish(painted.bytes, of: ScreenEdition(document(properties)))).trailer()["Root"].pages
            let found = try #require(pages.first)["Resources"]["Font"]["f"]
            #expect(found["Type"].name == "Font" && found["CIDToGIDMap"].name == "Identity", "\(page)\(tree)")
        }
    }

    @Test func aGlyphMapThatIsThereStays() throws {
        var painted = HandPaintedPDF()
        painted.pageResources = "/Resources << /Font << /f 6 0 R >> >>"
        painted.others = ["<< /Subtype /CIDFontType2 /CIDToGIDMap 7 0 R >>", HandPaintedPDF.stream("\u{0}\u{1}")]
        let pages = try PDFProof(finisher.finish(painted.bytes, of: ScreenEdition(document(properties)))).trailer()["Root"].pages
        #expect(pages.first?["Resources"]["Font"]["f"]["CIDToGIDMap"].bytes == [0, 1])
    }

    @Test func contentMayStandInParts() throws {
        var painted = HandPaintedPDF()
        painted.contents = "[4 0 R 6 0 R]"
        painted.others = [HandPaintedPDF.stream("0 0 1 rg 5 5 5 5 re f")]
        let streams = try PDFProof(finisher.finish(painted.bytes, of: ScreenEdition(document(properties)))).contentStreams()
        #expect(streams.first?.operations.map(\.name) == ["rg", "BMC", "re", "f", "re", "f", "EMC"])
    }

    @Test func lettersOfLigaturesAreSpelt() throws {
        var painted = HandPaintedPDF()
        painted.pageResources = "/Resources << /Font << /f << /ToUnicode 6 0 R >> /g << /ToUnicode 6 0 R >> >> >>"
        painted.others = [HandPaintedPDF.stream("<01> <fb01>")]
        let pages = try PDFProof(finisher.finish(painted.bytes, of: ScreenEdition(document(properties)))).trailer()["Root"].pages
        let fonts = try #require(pages.first)["Resources"]["Font"]
        #expect(fonts["f"]["ToUnicode"].bytes == Array("<01> <00660069>".utf8))
        #expect(fonts["g"]["ToUnicode"].reference == fonts["f"]["ToUnicode"].reference)
    }

    @Test func refusesWhatIsNoSoundPDF() {
        var damaged = HandPaintedPDF()
        damaged.contentEntries = "/Filter /FlateDecode"
        var filtered = HandPaintedPDF()
        filtered.contentEntries = "/Filter /LZWDecode"
        var without = HandPaintedPDF()
        without.contents = "9 0 R"
        let whole = HandPaintedPDF().bytes
        let cases: [(bytes: [UInt8], told: String)] = [
            ([], "it has no table of objects"), (Array("not a PDF".utf8), "it has no table of objects"), (whole.dropLast(60), "it has no table of objects"),
            (Array(String(decoding: whole, as: UTF8.self).replacing("xref\n0", with: "6 0 obj").utf8), "it has no table of objects"),
            (damaged.bytes, "a stream is damaged"), (filtered.bytes, "a stream is compressed in another way"), (without.bytes, "a stream is missing"),
        ]
        for (bytes, told) in cases {
            #expect(throws: PDFError.unreadable(told)) { try finisher.finish(bytes, of: ScreenEdition(document(properties))) }
        }
        var two = document(properties)
        two.pages.append(two.pages[0])
        #expect(throws: PDFError.unreadable("it has 1 pages, not 2")) { try finisher.finish(whole, of: ScreenEdition(two)) }
    }

    /// Whatever byte is another one, there is an error or a file: no crash, no hang.
    @Test func damageIsNoCrash() {
        let whole = HandPaintedPDF().bytes
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0...Int.random(in: 0...3, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            _ = try? finisher.finish(bytes, of: ScreenEdition(document(properties)))
        }
    }

    @Test func whatLeadsNowhereIsRefused() {
        var document = document(properties)
        document.bookmarks = [.init(title: "Nowhere", level: 1, page: 0, position: .zero)]
        #expect(throws: PDFError.unwritable("the bookmark \"Nowhere\" leads to page 0 of 1")) {
            try finisher.finish(paintedByHand(), of: ScreenEdition(document))
        }
        document.bookmarks = []
        document.pages[0].items.append(.link(LinkItem(area: Rect(x: 0, y: 0, width: 5, height: 5), target: .place(page: 2, .zero))))
        #expect(throws: PDFError.unwritable("a link on page-1 leads to page 2 of 1")) {
            try finisher.finish(paintedByHand(), of: ScreenEdition(document))
        }
    }

    // MARK: Bookmarks

    @Test func bookmarksNest() throws {
        var document = document(properties)
        document.bookmarks = [("Rāqqa (centre)", 1), ("Attacks", 2), ("By day", 3), ("Deaths", 2), ("Homs", 1)].enumerated().map { index, bookmark in
            .init(title: bookmark.0, level: bookmark.1, page: 1, position: Point(x: 0, y: 10 * Double(index)))
        }
        let proof = try PDFProof(finisher.finish(paintedByHand(), of: ScreenEdition(document)))
        func titles(_ node: PDFObject) -> [String] {
            var (found, child, before): ([String], PDFObject, String?) = ([], node["First"], nil)
            while child.isThere {
                #expect(child["Parent"].reference == node.reference && child["Prev"].reference == before)
                found.append([child["Title"].words ?? "", titles(child).joined(separator: ", ")].filter { !$0.isEmpty }.joined(separator: ": "))
                if !child["Next"].isThere { #expect(node["Last"].reference == child.reference) }
                (child, before) = (child["Next"], child.reference)
            }
            return found
        }
        let root = try proof.trailer()["Root"]
        #expect(titles(root["Outlines"]) == ["Rāqqa (centre): Attacks: By day, Deaths", "Homs"])
        // The first level is open: four are seen.
        #expect(root["Outlines"]["Count"].integer == 4 && root["Outlines"]["First"]["Count"].integer == 2)
        #expect(root["Outlines"]["First"]["First"]["Count"].integer == -1)
        #expect(root["Outlines"]["Last"]["Dest"].items.map(\.number) == [nil, nil, 0, 160, 0])
        #expect(root["PageMode"].name == "UseOutlines")
        #expect(try output(of: "qpdf", ["--check", proof.path]).contains("No syntax or stream encoding errors found"))
    }

    // MARK: The press

    /// A press prints inks alone: what is painted in another colour than a code never gets through.
    @Test(arguments: [
        ("0 0 1 rg", nil), ("0 .5 1 rg", "0 .5 1 rg"), ("1 1 1 RG", "1 1 1 RG"), ("0 g", "0 g"), ("0 0 0 1 k", "0 0 0 1 k"), ("/Cs1 cs", "/Cs1 cs"),
        ("/x1 Do", "/x1 Do"), ("/sh1 sh", "/sh1 sh"), ("BI /W 1 ID \u{0} EI", "BI"),
    ])
    func refusesAColourThatIsNoCode(_ content: String, _ told: String?) throws {
        var painted = HandPaintedPDF()
        painted.content = content + " 0 0 m 100 100 l f"
        for result in [
            Result { try finisher.finish(painted.bytes, of: PressEdition(document(properties)), for: PrintingCondition(name: "FOGRA39")) },
            Result { try finisher.finish(painted.bytes, of: ScreenEdition(document(properties))) },
        ] {
            switch told {
            case nil: #expect(throws: Never.self) { try result.get() }
            case let told?: #expect(throws: PDFError.unreadable("page-1 has a colour that is no code: \(told)")) { try result.get() }
            }
        }
    }

    /// The identifier tells editions apart that differ in an ink, a word of the metadata or the condition.
    @Test func theIdentifierIsThatOfTheContent() throws {
        func identifier(_ change: (inout Document) -> Void, _ condition: String = "FOGRA39") throws -> String {
            var document = document(properties)
            change(&document)
            let proof = try PDFProof(finisher.finish(paintedByHand(), of: PressEdition(document), for: PrintingCondition(name: condition)))
            let packet = String(decoding: try proof.trailer()["Root"]["Metadata"].bytes ?? [], as: UTF8.self)
            return String(try #require(packet.firstMatch(of: /DocumentID>([^<]+)</)).output.1)
        }
        let identifiers = [
            try identifier { _ in }, try identifier { $0.properties.title = "Other" }, try identifier({ _ in }, "FOGRA51"),
            try identifier { document in
                document.pages[0].items = [.shape(ShapeItem(.rectangle(Rect(x: 0, y: 0, width: 1, height: 1)), fill: colour(0.5)))]
            },
        ]
        #expect(Set(identifiers).count == 4)
        #expect(try identifier { _ in } == identifiers[0])
    }

    // MARK: What is finished

    private func colour(_ black: Double) -> Colour {
        Colour(screen: .init(red: 0, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: black))
    }

    /// A page with a black box on it that is for the eye alone.
    private func document(_ properties: Document.Properties) -> Document {
        Document(
            properties: properties,
            pages: [
                Scene(
                    name: "page-1", size: Size(width: 200, height: 200),
                    background: Colour(
                        screen: .init(red: 1, green: 1, blue: 1), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 0)),
                    items: [.shape(ShapeItem(.rectangle(Rect(x: 0, y: 0, width: 1, height: 1)), fill: colour(1)))])
            ],
            bookmarks: [])
    }

    private func paintedByHand() -> [UInt8] { HandPaintedPDF().bytes }
}

/// A PDF of one page with a box on it in the first code, and properties that a machine would write.
struct HandPaintedPDF {
    /// Further entries of the page and of the root of the pages.
    var page = ""
    var tree = ""
    var pageResources: String?
    var resources = ""
    var contents = "4 0 R"
    var content = "0 0 1 rg 0 0 100 100 re f"
    var contentEntries = ""
    /// Objects from number 6 on.
    var others: [String] = []
    /// How many objects more the table lists, at the place of the first.
    var unwritten = 0

    static func stream(_ data: String, _ entries: String = "") -> String {
        "<< \(entries) /Length \(data.utf8.count) >>\nstream\n\(data)\nendstream"
    }

    var bytes: [UInt8] {
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /HideToolbar true >> >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 \(tree) >>",
            """
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents \(contents) /Group << /S /Transparency >> \(page)
            \(pageResources ?? "/Resources << \(resources) >>") >>
            """,
            Self.stream(content, contentEntries),
            "<< /Producer (cairo 1.16.0) /CreationDate (D:19990101000000Z) /Subject (old) >>",
        ] + others
        var text = "%PDF-1.4\n"
        let count = objects.count + 1 + unwritten
        var table = "xref\n0 \(count)\n0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let offset = String(text.utf8.count)
            table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        for _ in 0..<unwritten { table += "0000000009 00000 n \n" }
        let start = text.utf8.count
        text += table + "trailer\n<< /Size \(count) /Root 1 0 R /Info 5 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }
}
