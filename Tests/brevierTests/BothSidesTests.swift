import CairoRendering
import Figures
import Scenes
import TestSupport
import Testing

@testable import Reports
@testable import brevier

/// Text that is read from both sides stands where it belongs, and is read in its order.
@Suite struct BothSidesTests {
    private let book: FontBook
    private let style: TextStyle

    init() throws {
        let families = ["Noto Sans", "Noto Sans Arabic"]
        book = try FontBook(families: families)
        style = TextStyle(
            font: Font(families: families, size: 10),
            colour: Colour(screen: .init(red: 0, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 1)), leading: 12)
    }

    /// A run for each part: a language before a colon, `*` before it for emphasis.
    private func line(_ parts: String..., width: Double = 400, alignment: LineBreaker.Alignment = .left) -> [(text: String, x: Double, end: Double)] {
        let runs = parts.map { part -> Run in
            let isForeign = part.hasPrefix("ar:")
            var words = isForeign ? part.dropFirst(3) : part[...]
            var style = isForeign ? self.style.inLanguage("ar") : self.style
            if words.hasPrefix("*") {
                style = style.emphasised
                words = words.dropFirst()
            }
            var run = Run(String(words), style)
            if isForeign { run.language = "ar" }
            return run
        }
        let lines = Paragraph(runs, measurer: book).lines(width: width, alignment: alignment, measurer: book, hyphenation: nil)
        return lines.flatMap { line in
            line.items.compactMap { item in
                if case .text(let item) = item { (item.text, item.origin.x, item.origin.x + item.width) } else { nil }
            }
        }
    }

    /// The parts as they stand, from left to right.
    private func seen(_ parts: [(text: String, x: Double, end: Double)]) -> [String] { parts.sorted { $0.x < $1.x }.map(\.text) }

    @Test func partsOfAQuotationStandFromTheRight() {
        let parts = line("A ", "ar:حمص ", "ar:*حلب", "ar: حماة", " z.")
        #expect(parts.map(\.text) == ["A ", "حمص ", "حلب", " حماة", " z."])
        #expect(seen(parts) == ["A ", " حماة", "حلب", "حمص ", " z."])
        // Side by side, without gaps.
        for (one, next) in zip(parts.sorted { $0.x < $1.x }, parts.sorted { $0.x < $1.x }.dropFirst()) { #expect(abs(one.end - next.x) < 1e-9) }
    }

    /// A stop or a number between two words from the right stays between them; after the last it is of the sentence.
    @Test func whatStandsBetweenStaysBetween() {
        #expect(seen(line("A حمص. حلب z.")) == ["A ", "حمص. حلب", " z."])
        #expect(seen(line("A حمص 12 دمشق z.")) == ["A ", " دمشق", "12", "حمص ", " z."])
        #expect(seen(line("in حمص. Then")) == ["in ", "حمص", ". Then"])
        #expect(seen(line("in ", "ar:حمص.", " Then")) == ["in ", "حمص.", " Then"])
        #expect(seen(line("in ", "ar:حمص 2023", " (33)")) == ["in ", "2023", "حمص ", " (33)"])
    }

    /// A paragraph in a language from the right begins there, and its last line ends on the left.
    @Test func aParagraphOfItsOwnBeginsAtTheRight() {
        let words = "القسم الرئيسي من النص الطويل"
        for parts in [line("ar:" + words, width: 80), line(words, width: 80)] {
            #expect(parts.count > 1 && parts.allSatisfy { abs($0.end - 80) < 1e-6 })
            #expect(parts[parts.count - 1].x > 20)
        }
        // A single line stands where the lines of the text around begin, beside its mark in a list.
        #expect(line("ar:" + words)[0].x == 0 && line("in ", "ar:" + words)[0].x == 0)
    }

    @Test func linesAreFilledFromBothSides() {
        let words = String(repeating: "A sentence with حمص 12 دمشق and (حلب), then حماة. ", count: 6)
        let parts = line(words, width: 200, alignment: .justified)
        #expect(parts.allSatisfy { $0.x >= -1e-6 && $0.end <= 200 + 1e-6 })
        #expect(parts.map(\.text).joined().filter { $0 != " " } == words.filter { $0 != " " })
    }

    /// As the standard's own algorithm has it.
    @Test(arguments: [
        ("a ב c", [0, 0, 1, 0, 0]), ("a בא 12 ב.", [0, 0, 1, 1, 1, 2, 2, 1, 1, 0]), ("ا 1", [1, 1, 2]), ("a\u{2067}b\u{2069}ا", [0, 0, 2, 0, 1]), ("", []),
    ] as [(String, [UInt8])])
    func levels(_ text: String, levels: [UInt8]) {
        #expect(book.levels(of: text, from: text.hasPrefix("ا") ? .fromRight : .fromLeft) == levels)
    }

    /// What is read out and what is taken out, in the order of reading.
    @Test func isReadInItsOrder() throws {
        let sentences = [
            "One [حمص. حلب](lang:ar) z.", "Two حمص. حلب z.", "Three [حمص *دمشق 2023* حلب](lang:ar) z.", "Four حمص 12 دمشق numbers (حلب), ending in حماة.",
            "Five [القسم الرئيسي - عدد 5161، 18 يناير 2023](lang:ar) z.",
            "Six [" + String(repeating: "القسم الرئيسي ", count: 12) + "من النص](lang:ar).", String(repeating: "القسم الرئيسي ", count: 12) + "12.",
        ]
        let report = try SmallReport(claims: false)
        try report.change("report/2024-01.md", "The north had three.", to: sentences.joined(separator: "\n\n"))
        let pdf = try StructuredPDF(rendering: report)
        let spoken = try pdf.proof.spokenText()
        for sentence in sentences {
            let words = sentence.replacing(#/\[|\]\(lang:ar\)|\*/#, with: "")
            #expect(spoken.contains(words), "“\(words)” in “\(spoken)”")
        }
        let complaints = try complaints(about: [pdf.proof])
        #expect(complaints.isEmpty, "\(complaints)")
    }
}
