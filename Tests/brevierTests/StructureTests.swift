import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reports
@testable import brevier

/// What a screen reader has of a brief: its structure, and how it hangs together with pages and links.
@Suite struct StructureTests {
    private static let full = Result { () throws -> StructuredPDF in
        try StructuredPDF(rendering: try SmallReport.full())
    }

    private let pdf: StructuredPDF

    init() throws { pdf = try Self.full.get() }

    // MARK: As a whole

    @Test func ofASmallBrief() throws {
        let small = try StructuredPDF(rendering: try SmallReport())
        expectGolden(try small.proof.comparableStructure(), "structure-small.txt")
    }

    /// Two goldens, to be read one after the other: what is said, and its elements with their attributes.
    @Test func ofABriefWithEverything() throws {
        let text = try pdf.proof.comparableStructure().split(separator: "\n", omittingEmptySubsequences: false)
        let middle = try #require(text.firstIndex { $0.contains("\"The provinces\"") })
        expectGolden(text[..<middle].joined(separator: "\n") + "\n", "structure-full-1.txt")
        expectGolden(text[middle...].joined(separator: "\n"), "structure-full-2.txt")
    }

    @Test func conforms() throws {
        let complaints = try complaints(about: [pdf.proof])
        #expect(complaints.isEmpty, "\(complaints)")
    }

    /// Columns, pages and floating figures make no difference: notes aside, the text is read as it is written.
    @Test func isReadInTheOrderOfTheMarkdown() throws {
        for report in try ArrangedReport.all() {
            let proof = try PDFProof(report.pdf())
            let read = compact(try proof.spokenText())
            var place = read.startIndex
            for words in report.report.instalment.prose.blocks.spoken.map(compact) where !words.isEmpty {
                let found = try #require(read[place...].range(of: words), "“\(words)” does not follow in \(report.name)")
                place = found.upperBound
            }
        }
    }

    private func compact(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "-" && $0 != "\u{AD}" } }

    // MARK: Elements

    @Test func headingsGoDownLevelByLevel() throws {
        let levels = pdf.elements.map(\.role).filter { $0.first == "H" }.compactMap { Int($0.dropFirst()) }
        #expect(levels == [1, 2, 3, 2])
        #expect(pdf.elements.count { $0.role == "H1" } == 1)
    }

    @Test func figuresHaveAlternativeTextsAndAreas() throws {
        let figures = pdf.elements.filter { $0.role == "Figure" }
        #expect(figures.count == 3)
        #expect(figures.contains { $0.object["Alt"].words == "Bars for the north and the south; the north’s is longer." })
        for figure in figures {
            #expect(figure.object["Alt"].words?.isEmpty == false)
            let box = figure.object["A"]["BBox"].items.compactMap(\.number)
            let page = try #require(pdf.pages.first { $0.reference == figure.marks.first?.page })
            let paper = page["MediaBox"].items.compactMap(\.number)
            try #require(box.count == 4 && paper.count == 4)
            #expect(box[0] < box[2] && box[1] < box[3])
            #expect(box[0] >= paper[0] && box[1] >= paper[1] && box[2] <= paper[2] && box[3] <= paper[3])
        }
    }

    @Test func headCellsSayWhatTheyHead() {
        let heads = pdf.elements.filter { $0.role == "TH" }
        #expect(heads.map { $0.object["A"]["Scope"].name } == ["Column", "Column", "Row", "Row"])
    }

    @Test func notesHaveNamesOfTheirOwn() {
        let notes = pdf.elements.filter { $0.role == "Note" }.map { $0.object["ID"].words ?? "" }
        #expect(notes == ["note-1", "note-2"])
        let names = pdf.root["IDTree"].pairs("Names")
        #expect(names.compactMap(\.key.words) == names.compactMap(\.key.words).sorted())
        for (name, element) in names { #expect(element["ID"].words == name.words) }
        #expect(Set(names.compactMap(\.key.words)).isSuperset(of: notes))
    }

    /// Each is printed once and read once, also where they refer to each other.
    @Test func notesOfNotesFollowThem() throws {
        let report = try SmallReport(claims: false)
        try report.change(
            "report/2024-01.md", "The north had three.", to: "Words.[^a]\n\n[^a]: A first note.[^b]\n\n[^b]: The last note.[^a]\n\n")
        let pdf = try StructuredPDF(rendering: report)
        #expect(pdf.elements.filter { $0.role == "Note" }.map { $0.object["ID"].words } == ["note-1", "note-2", "note-3"])
        let (spoken, printed) = (try pdf.proof.spokenText(), try pdf.proof.text())
        for words in ["A first note.", "The last note."] {
            #expect(spoken.ranges(of: words).count == 1 && printed.ranges(of: words).count == 1)
        }
        #expect(pdf.elements.filter { $0.role == "Link" }.allSatisfy { !$0.annotations.isEmpty })
    }

    @Test func referencesStandInParagraphs() {
        let references = pdf.elements.filter { $0.role == "Reference" }
        #expect(references.count == 3)
        for reference in references {
            #expect(reference.object["P"]["S"].name == "P")
            #expect(reference.elements.map(\.role) == ["Link"])
        }
    }

    @Test func wordsOfOtherLanguagesSayWhich() {
        let spans = pdf.elements.filter { $0.role == "Span" }
        #expect(spans.map { $0.object["Lang"].words } == ["fr", "ar", "fr"])
    }

    @Test func codeStandsInParagraphs() {
        let code = pdf.elements.filter { $0.role == "Code" }
        #expect(code.map(\.marks.count) == [1, 3, 2])
        for element in code { #expect(element.object["P"]["S"].name == "P" && element.elements.isEmpty) }
    }

    /// Line by line, with the spaces before it; pdftotext keeps to the layout.
    @Test func codeIsTakenOutAsItIsWritten() throws {
        let text = try output(of: "pdftotext", ["-layout", "-nopgbrk", pdf.proof.path, "-"])
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        func column(of words: String) throws -> Int {
            let line = try #require(lines.first { $0.contains(words) }, "“\(words)” is not there")
            return line.distance(from: line.startIndex, to: line.range(of: words)?.lowerBound ?? line.startIndex)
        }
        let first = try column(of: "2024-01,North,3,")
        #expect(try column(of: "2024-01,South,\"2\",") > first)
        #expect(try column(of: "2024-01,Total,5,6") == first)
        let spoken = try pdf.proof.spokenText()
        #expect(spoken.contains("2024-01,North,3,   2024-01,South,\"2\", 2024-01,Total,5,6"))
    }

    @Test func listsSayHowTheyAreMarked() {
        let lists = pdf.elements.filter { $0.role == "L" }
        #expect(lists.map { $0.object["A"]["ListNumbering"].name } == ["Disc", "Decimal"])
        for list in lists {
            #expect(list.elements.map(\.role) == ["LI", "LI"])
            for item in list.elements { #expect(item.elements.map(\.role) == ["Lbl", "LBody"]) }
        }
    }

    // MARK: Ways there and back

    @Test func eachLinkHasAreasAndEachAreaItsLink() throws {
        let links = pdf.elements.filter { $0.role == "Link" }
        for link in links {
            #expect(!link.annotations.isEmpty && !link.marks.isEmpty)
            for annotation in link.annotations {
                #expect(annotation["Subtype"].name == "Link" && annotation["Contents"].words?.isEmpty == false)
                let key = try #require(annotation["StructParent"].integer)
                #expect(pdf.parent(key).reference == link.object.reference)
            }
        }
        #expect(links.contains { $0.annotations.count > 2 }, "no link goes over lines")
        let onPages = pdf.pages.flatMap { $0["Annots"].items.map(\.reference) }
        #expect(onPages.count == Set(onPages).count)
        #expect(Set(onPages) == Set(links.flatMap { $0.annotations.map(\.reference) }))
    }

    @Test func eachMarkHasOneElementAndThePageKnowsIt() throws {
        var owners: [StructuredPDF.Mark: String] = [:]
        for element in pdf.elements {
            for mark in element.marks { #expect(owners.updateValue(element.object.reference ?? "", forKey: mark) == nil) }
        }
        var count = 0
        for (page, stream) in zip(pdf.pages, try pdf.proof.contentStreams()) {
            let numbers = stream.operations.filter { $0.name == "BDC" && $0.operands.contains("/MCID") }
                .compactMap { $0.operands.firstIndex(of: "/MCID").map { $0 + 1 }.flatMap($0.operands.element).flatMap { Int($0) } }
            #expect(numbers == Array(numbers.indices))
            let parents = pdf.parent(try #require(page["StructParents"].integer)).items
            #expect(parents.count == numbers.count)
            for (number, parent) in zip(numbers, parents) {
                #expect(parent["Type"].name == "StructElem")
                #expect(owners[.init(page: page.reference ?? "", number: number)] == parent.reference)
            }
            count += numbers.count
        }
        #expect(owners.count == count && count > 50)
    }

    @Test func pagesAndCatalogueTellReadersHowToGo() throws {
        let catalogue = try pdf.proof.trailer()["Root"]
        #expect(catalogue["Lang"].words == "en-GB")
        #expect(catalogue["MarkInfo"]["Marked"].isTrue)
        #expect(catalogue["ViewerPreferences"]["DisplayDocTitle"].isTrue)
        #expect(pdf.pages.allSatisfy { $0["Tabs"].name == "S" })
        #expect(catalogue["PageLabels"].pairs("Nums").first?.value["S"].name == "D")
        var titles: [String?] = []
        var bookmark = catalogue["Outlines"]["First"]
        while bookmark.isThere {
            titles.append(bookmark["Title"].words)
            bookmark = bookmark["Next"]
        }
        #expect(titles == ["The provinces", "The months"])
    }
}

/// A PDF with the elements of its structure.
struct StructuredPDF: Sendable {
    /// A stretch of a page's content.
    struct Mark: Hashable {
        var page: String
        var number: Int
    }

    struct Element: Sendable {
        var object: PDFObject
        var elements: [Element] = []
        var marks: [Mark] = []
        var annotations: [PDFObject] = []

        var role: String { object["S"].name ?? "" }

        init(_ object: PDFObject) {
            self.object = object
            for child in object["K"].list {
                if let number = child.integer {
                    marks.append(Mark(page: object["Pg"].reference ?? "", number: number))
                } else if child["Type"].name == "MCR" {
                    marks.append(Mark(page: child["Pg"].reference ?? "", number: child["MCID"].integer ?? -1))
                } else if child["Type"].name == "OBJR" {
                    annotations.append(child["Obj"])
                } else {
                    elements.append(Element(child))
                }
            }
        }

        /// The element and all within it, in the order of reading.
        var all: [Element] { [self] + elements.flatMap(\.all) }
    }

    let proof: PDFProof
    let root: PDFObject
    let pages: [PDFObject]
    let elements: [Element]
    private let parents: [Int: PDFObject]

    init(_ proof: PDFProof) throws {
        self.proof = proof
        let catalogue = try proof.trailer()["Root"]
        root = catalogue["StructTreeRoot"]
        pages = catalogue.pages
        elements = root["K"].list.flatMap { Element($0).all }
        parents = Dictionary(uniqueKeysWithValues: root["ParentTree"].pairs("Nums").map { ($0.key.integer ?? -1, $0.value) })
    }

    init(rendering report: SmallReport) throws {
        let folder = try TemporaryFolder()
        let run = try report.rendered(to: folder.path)
        guard run.exitStatus == 0 else { throw ProgramFailure(run.problems.diagnostics.map(\.formatted).joined(separator: "\n")) }
        try self.init(PDFProof(try folder.bytes(of: "brief.pdf")))
    }

    /// Whose an annotation is, or the marks of a page.
    func parent(_ key: Int) -> PDFObject { parents[key] ?? root["Nothing"] }
}

extension PDFProof {
    /// The structure with what is said, links without the numbers of their objects.
    fileprivate func comparableStructure() throws -> String { try structureText().replacing(/Object \d+ 0/, with: "Object") }

    /// All that is read out, without what it is.
    func spokenText() throws -> String {
        try structureText().split(separator: "\n").map { $0.drop { $0 == " " } }
            .filter { $0.hasPrefix("\"") && $0.hasSuffix("\"") }.map { $0.dropFirst().dropLast() }.joined()
    }
}

extension [String] {
    fileprivate func element(_ index: Int) -> String? { indices.contains(index) ? self[index] : nil }
}

extension [Block] {
    /// The words of each text, without what is made of them: the numbers of notes, the labels of figures.
    fileprivate var spoken: [String] { paragraphs.flatMap(\.spoken) }
}

extension [Inline] {
    fileprivate var spoken: [String] {
        flatMap { inline -> [String] in
            switch inline {
            case .text(let text), .code(let text): [text.value]
            case .emphasis(let inner), .strong(let inner), .shifted(_, let inner), .link(_, let inner), .language(_, let inner), .figure(_, let inner), .claim(_, let inner):
                inner.spoken
            case .note, .lineBreak: []
            }
        }
    }
}
