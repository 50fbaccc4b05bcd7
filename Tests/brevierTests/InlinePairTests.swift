import Diagnostics
import TestSupport
import Testing

@testable import brevier

/// Each kind of words within each other: what Markdown can nest is printed, read out in order and leads where it should; what it
/// cannot is told.
@Suite struct InlinePairTests {
    private struct Kind: Sendable {
        var name: String
        /// Around other words; nil for what holds none.
        var around: (@Sendable (String) -> String)?
        /// By itself, as a part of others.
        var alone: String
        /// What is printed of it.
        var printed: String
        var isLink = false
    }

    private static let kinds: [Kind] = [
        Kind(name: "code", alone: "`code`", printed: "code"),
        Kind(name: "emphasis", around: { "*\($0)*" }, alone: "*slanted*", printed: "slanted"),
        Kind(name: "strong", around: { "**\($0)**" }, alone: "**heavy**", printed: "heavy"),
        Kind(name: "link", around: { "[\($0)](https://records.example/full)" }, alone: "[linked](https://records.example)", printed: "linked", isLink: true),
        Kind(name: "automatic link", alone: "<https://a.example>", printed: "https://a.example", isLink: true),
        Kind(name: "claim", around: { "[\($0)](=attacks)" }, alone: "[five](=attacks)", printed: "five", isLink: true),
        Kind(name: "language", around: { "[\($0)](lang:fr)" }, alone: "[réfugiés](lang:fr)", printed: "réfugiés", isLink: true),
        Kind(name: "language from the right", around: { "[حمص \($0) حلب](lang:ar)" }, alone: "[حمص](lang:ar)", printed: "حمص", isLink: true),
        Kind(name: "figure", around: { "[\($0)](#by-month)" }, alone: "[the months](#by-month)", printed: "the months", isLink: true),
        Kind(name: "figure's label", alone: "[](#by-month)", printed: "Figure\u{A0}1", isLink: true),
        Kind(name: "note", alone: "[^count]", printed: "1"),
        Kind(name: "subscript", around: { "H~\($0)~" }, alone: "H~2~O", printed: "H2O"),
        Kind(name: "superscript", around: { "km^\($0)^" }, alone: "m^3^", printed: "m3"),
    ]

    private static let pairs = kinds.filter { $0.around != nil }.flatMap { outer in kinds.map { (outer, $0) } }

    /// What is small holds no blanks, and a claim must be true.
    private static func words(_ outer: Kind, _ inner: Kind, _ number: Int) -> (written: String, read: String) {
        if outer.name == "claim" {
            switch inner.name {
            case "code": return ("`five`", "five")
            case "note": return ("five\(inner.alone)", "five")
            default: return (inner.around?("five") ?? inner.alone, "five")
            }
        }
        if outer.name.hasSuffix("script") { return ("x\(inner.alone)", "x\(inner.printed)") }
        return ("w\(number) \(inner.alone) z\(number)", "w\(number) \(inner.printed)")
    }

    private static func markdown(_ outer: Kind, _ inner: Kind, _ number: Int) -> String {
        return "From " + (outer.around?(words(outer, inner, number).written) ?? "") + " on.\n\n"
    }

    /// Of three documents: the pairs in the text, in headings, lists and quotations, and in notes.
    @Test func whatCanBeNestedIsPrintedAndConforms() throws {
        let nested = Self.pairs.enumerated().filter { !($1.0.isLink && $1.1.isLink) && $1.0.name != $1.1.name && !($1.0.name == "claim" && $1.1.name.hasSuffix("script")) }
        let texts = nested.map { Self.markdown($1.0, $1.1, $0) }
        let plain = texts.joined()
        let places = texts.enumerated().map { index, text in
            switch index % 3 {
            case 0 where !text.contains("[^"): "## \(text)"
            case 1: "- \(text)"
            default: "> \(text)"
            }
        }.joined()
        let notes = nested.map { "Words.[^n\($0.offset)]\n\n" }.joined()
            + zip(nested, texts).map { "[^n\($0.offset)]: \($1)" }.joined()
        var proofs: [PDFProof] = []
        for prose in [plain, places, notes] {
            let report = try SmallReport(claims: false)
            try report.change("report/2024-01.md", "The north had three.", to: prose)
            let pdf = try StructuredPDF(rendering: report)
            proofs.append(pdf.proof)
            for link in pdf.elements where link.role == "Link" {
                #expect(!link.annotations.isEmpty, "a link without an area")
                #expect(!link.elements.contains { element in element.all.contains { $0.role == "Link" } }, "a link within a link")
                for annotation in link.annotations {
                    #expect(pdf.parent(try #require(annotation["StructParent"].integer)).reference == link.object.reference)
                }
            }
            // Two areas of a line that touch are one.
            for page in pdf.pages {
                let boxes = page["Annots"].items.map { ($0["A"]["URI"].words, $0["Rect"].items.compactMap(\.number)) }
                for (one, other) in zip(boxes, boxes.dropFirst()) where one.0 == "https://records.example/full" && one.0 == other.0 {
                    #expect(abs(one.1[2] - other.1[0]) > 0.1 || abs(one.1[1] - other.1[1]) > 4, "\(one) and \(other)")
                }
            }
            let spoken = try pdf.proof.spokenText()
            for (index, pair) in nested {
                let words = Self.words(pair.0, pair.1, index).read
                let found = spoken.replacing("\u{A0}", with: " ").contains(words.replacing("\u{A0}", with: " "))
                #expect(found || pair.1.name == "note" || pair.1.printed == "حمص", "\(pair.0.name) around \(pair.1.name): “\(words)”")
            }
        }
        let complaints = try complaints(about: proofs)
        #expect(complaints.isEmpty, "\(complaints)")
    }

    /// A link within a link is none to Markdown, which would print the outer one's brackets.
    @Test func aLinkWithinALinkIsTold() throws {
        for (index, (outer, inner)) in Self.pairs.enumerated() where outer.isLink && inner.isLink {
            let report = try SmallReport(claims: false)
            try report.change("report/2024-01.md", "The north had three.", to: Self.markdown(outer, inner, index))
            let messages = try report.messages()
            #expect(messages.contains("this is not read as a link") || messages.contains("a link stands within another"), "\(outer.name) around \(inner.name): \(messages)")
        }
    }
}
