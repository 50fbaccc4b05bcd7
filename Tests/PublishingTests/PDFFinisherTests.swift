import Foundation
import Publishing
import Scenes
import Testing

@Suite struct PDFFinisherTests {
    private let properties = Document.Properties(
        title: "Central Syria — “January”", authors: ["A. Author", "Ḥasan"], subject: "", keywords: ["one", "two"],
        language: "en-GB", published: "2024-02-12")

    @Test func isSoundAndSaysWhatItWasTold() throws {
        let folder = try ScratchFolder()
        try folder.write(try PDFFinisher(program: "Brevier 1").finish(painted(), of: document(properties)), to: "a.pdf")
        let check = try run("qpdf", "--check", "\(folder.path)/a.pdf")
        #expect(check.status == 0, "\(String(decoding: check.output, as: UTF8.self))")

        let information = String(decoding: try run("pdfinfo", "\(folder.path)/a.pdf").output, as: UTF8.self)
        for line in ["Title:           Central Syria — “January”", "Author:          A. Author, Ḥasan", "Keywords:        one, two",
            "Creator:         Brevier 1", "Producer:        Brevier 1", "Pages:           1"]
        {
            #expect(information.contains(line), "\(line) in \(information)")
        }
        #expect(!information.contains("cairo"))
        #expect(!information.contains("Subject:"))

        let file = try plain("\(folder.path)/a.pdf", in: folder)
        #expect(file.contains("/Lang (en-GB)"))
        #expect(file.contains("/DisplayDocTitle true"))
        #expect(file.contains("/HideToolbar true"), "what was there stays")
        #expect(file.contains("/CreationDate (D:20240212000000Z)"))
        #expect(file.contains("0 0 m 100 100 l S"), "the page is as it was painted")
    }

    @Test func givesTheSameBytesEachTime() throws {
        let finisher = PDFFinisher(program: "Brevier 1")
        #expect(try finisher.finish(painted(), of: document(properties)) == finisher.finish(painted(), of: document(properties)))
        var other = properties
        other.title = "Another"
        #expect(try finisher.finish(painted(), of: document(properties)) != finisher.finish(painted(), of: document(other)))
    }

    @Test(arguments: ["", "2024", "2024-2-12", "12 February 2024", "２０２４-02-12"])
    func aDateThatIsNoneIsLeftOut(date: String) throws {
        let folder = try ScratchFolder()
        var properties = properties
        properties.published = date
        try folder.write(try PDFFinisher(program: "B").finish(painted(), of: document(properties)), to: "a.pdf")
        #expect(try !plain("\(folder.path)/a.pdf", in: folder).contains("Date"))
    }

    /// Cairo lists a number for each link's structure and writes no object of it.
    @Test func anObjectThatWasNeverWrittenIsNull() throws {
        let folder = try ScratchFolder()
        try folder.write(try PDFFinisher(program: "B").finish(painted(unwritten: 2), of: document(properties)), to: "a.pdf")
        let check = try run("qpdf", "--check", "\(folder.path)/a.pdf")
        #expect(check.status == 0, "\(String(decoding: check.output, as: UTF8.self))")
        #expect(try plain("\(folder.path)/a.pdf", in: folder).contains("0 0 m 100 100 l S"))
    }

    @Test func refusesWhatIsNoSoundPDF() {
        let finisher = PDFFinisher(program: "B")
        for bytes in [[], Array("not a PDF".utf8), Array(painted().dropLast(60))] {
            #expect {
                try finisher.finish(bytes, of: document(properties))
            } throws: { error in
                guard case PDFError.unreadable(let words)? = error as? PDFError else { return false }
                return !words.isEmpty
            }
        }
    }

    /// A press prints inks alone: what is painted in another colour than the code of one never gets through.
    @Test(arguments: [
        ("0 0 1 rg", nil), ("0 .5 1 rg", "0.0 0.5 1.0"), ("1 1 1 RG", "1.0 1.0 1.0"), ("0 g", "g"), ("0 0 0 1 k", "k"), ("/Cs1 cs", "cs"),
        ("/x1 Do", "Do"), ("/sh1 sh", "sh"), ("BI /W 1 ID \u{0} EI", "BI"),
    ])
    func refusesAColourThatIsNoInk(_ content: String, _ told: String?) throws {
        var document = document(properties)
        let ink = Colour(screen: .init(red: 0, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 1))
        document.pages[0].items = [.shape(ShapeItem(.rectangle(Rect(x: 0, y: 0, width: 1, height: 1)), fill: ink))]
        let (finisher, condition) = (PDFFinisher(program: "B"), PrintingCondition(name: "FOGRA39"))
        let result = Result { try finisher.finish(painted(content + " 0 0 m 100 100 l S"), of: PressEdition(document), for: condition) }
        switch told {
        case nil: #expect(throws: Never.self) { try result.get() }
        case let told?: #expect(throws: PDFError.unreadable("page-1 has a colour that is no ink: \(told)")) { try result.get() }
        }
    }

    /// A page on which nothing has a meaning.
    private func document(_ properties: Document.Properties) -> Document {
        Document(
            properties: properties,
            pages: [
                Scene(
                    name: "page-1", size: Size(width: 200, height: 200),
                    background: Colour(
                        screen: .init(red: 1, green: 1, blue: 1), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 0)),
                    items: [])
            ],
            bookmarks: [])
    }

    /// With every object in clear text.
    private func plain(_ path: String, in folder: ScratchFolder) throws -> String {
        let (output, status) = try run("qpdf", "--qdf", "--object-streams=disable", path, "\(folder.path)/plain.pdf")
        #expect(status == 0, "\(String(decoding: output, as: UTF8.self))")
        return String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/plain.pdf")), as: UTF8.self)
    }

    /// A PDF of one page with a line on it, and properties that a machine would write.
    ///
    /// - Parameter unwritten: how many objects more the table lists, at the place of the first.
    private func painted(_ content: String = "0 0 m 100 100 l S", unwritten: Int = 0) -> [UInt8] {
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /HideToolbar true >> >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /PieceInfo 6 0 R /Contents 4 0 R /Resources << >> >>",
            "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
            "<< /Producer (cairo 1.16.0) /CreationDate (D:19990101000000Z) /Subject (old) >>",
        ]
        var text = "%PDF-1.5\n"
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let offset = String(text.utf8.count)
            table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let count = objects.count + 1 + unwritten
        table = table.replacing("0 \(objects.count + 1)\n", with: "0 \(count)\n", maxReplacements: 1)
        for _ in 0..<unwritten { table += "0000000009 00000 n \n" }
        let start = text.utf8.count
        text += table + "trailer\n<< /Size \(count) /Root 1 0 R /Info 5 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }
}
