import Foundation
import TestSupport
import Testing

/// The PDF of central Syria as other programs see it: its structure, its links, and its words in their order.
@Suite struct BriefTests {
    private static let made = Result { () throws -> TemporaryFolder in try brief() }

    private static func brief(_ rewrite: (String) -> String = { $0 }) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.copy(Brevier.centralSyria, to: "central-syria")
        try folder.write(rewrite(try folder.text(of: "central-syria/report.yaml")), to: "central-syria/report.yaml")
        let run = try Brevier.run([
            "render", folder.path + "/central-syria", "--styles", Repository.root + "/styles", "--to", folder.path, "--only", "pdf",
        ])
        guard run.status == 0 else { throw ProgramFailure(run.end) }
        return folder
    }

    private let pdf: String
    private let markdown: String
    private let yaml: String

    init() throws {
        pdf = try Self.made.get().path + "/brief.pdf"
        markdown = try Repository.text(of: "reports/central-syria/2024-01.md")
        yaml = try Repository.text(of: "reports/central-syria/report.yaml")
    }

    // MARK: Structure

    @Test func isSound() throws {
        let text = try output(of: "qpdf", ["--check", pdf])
        #expect(text.contains("No syntax or stream encoding errors found"))
        #expect(!text.contains("WARNING"))
    }

    @Test func embedsItsFontsAsSubsets() throws {
        for style in try Repository.styles() {
            let brief = try Self.brief { $0.settingStyle(style) }
            let fonts = try output(of: "pdffonts", [brief.path + "/brief.pdf"]).split(separator: "\n").dropFirst(2)
            #expect(!fonts.isEmpty)
            for font in fonts {
                #expect(font.contains("TrueType") && !font.contains("Type 3"), "\(style): \(font)")
                #expect(font.split(separator: " ").suffix(5).prefix(3) == ["yes", "yes", "yes"], "\(style): \(font)")
                #expect(font.prefix(7).wholeMatch(of: try Regex("[A-Z]{6}\\+")) != nil, "\(style): \(font)")
            }
        }
    }

    @Test func holdsNoPicture() throws {
        #expect(try output(of: "pdfimages", ["-list", pdf]).split(separator: "\n").count == 2)
    }

    @Test func tellsWhatItIs() throws {
        let information = try output(of: "pdfinfo", ["-isodates", pdf])
        for line in [
            "Title:           Attacks in central Syria more than doubled in January – Central Syria Monthly, January 2024",
            "Author:          Brevier’s authors", "Creator:         Brevier", "Producer:        Brevier",
            "CreationDate:    2024-02-14T00:00:00Z", "ModDate:         2024-02-14T00:00:00Z", "Encrypted:       no",
            "JavaScript:      no", "Page size:       595.28 x 841.89 pts (A4)",
        ] {
            #expect(information.contains(line + "\n"), "no \(line) in \(information)")
        }
        let catalogue = try PDFObjects(pdf).catalogue
        #expect(catalogue["/Lang"] as? String == "u:en-GB")
        #expect((catalogue["/ViewerPreferences"] as? [String: Any])?["/DisplayDocTitle"] as? Bool == true)
    }

    @Test func takesTheAuthorsPaper() throws {
        let brief = try Self.brief { $0.replacing("\npaper: A4\n", with: "\npaper: Letter\n") }
        #expect(try output(of: "pdfinfo", [brief.path + "/brief.pdf"]).contains("Page size:       612 x 792 pts (letter)\n"))
    }

    @Test func hasABookmarkForEachHeading() throws {
        let headings = markdown.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
        let bookmarks = try PDFObjects(pdf).bookmarks
        #expect(bookmarks.map(\.title) == headings)
        // Each on the page that has the heading.
        for bookmark in bookmarks {
            let page = try text(["-raw", "-f", String(bookmark.page), "-l", String(bookmark.page)])
            #expect(page.split(separator: "\n").contains { $0 == bookmark.title }, "\(bookmark)")
        }
    }

    // MARK: Links

    @Test func leadsToEachAddress() throws {
        let addresses = markdown.matches(of: try Regex(#"\]\((https?://[^)]+)\)"#, as: (Substring, Substring).self)).map { String($0.1) }
        #expect(addresses.count >= 4)
        let links = try PDFObjects(pdf).links
        #expect(Set(links.compactMap(\.address)) == Set(addresses))
        // In the order of the text; one for each line that a link runs over.
        var seen: [String] = []
        for address in links.compactMap(\.address) where seen.last != address { seen.append(address) }
        #expect(seen == addresses)
    }

    @Test func notesAndTheirMarksLeadToEachOther() throws {
        let count = markdown.split(separator: "\n").count { $0.hasPrefix("[^") }
        #expect(count == 2)
        let inner = try PDFObjects(pdf).links.filter { $0.place != nil }
        // References to figures lead one way.
        let references = inner.filter { link in
            guard let place = link.place else { return false }
            return !inner.contains { leads($0, to: link) && $0.page == place.page }
        }
        #expect(references.count <= inner.count - 2 * count)
        let notes = inner.filter { link in !references.contains { $0.place == link.place && $0.top == link.top } }
        #expect(notes.count == 2 * count)
        for link in notes {
            let place = try #require(link.place, "\(link) leads nowhere")
            // Where it leads there is a link that leads back to it: to the head of its line.
            let back = inner.filter { $0.page == place.page && place.y - $0.top > -4 && place.y - $0.top < 14 }
            #expect(back.contains { leads($0, to: link) }, "nothing leads back to \(link)")
        }
    }

    private func leads(_ link: PDFObjects.Link, to other: PDFObjects.Link) -> Bool {
        guard let end = link.place, end.page == other.page, link.top != other.top else { return false }
        return end.y - other.top > -4 && end.y - other.top < 14
    }

    @Test func referencesLeadToTheirFigures() throws {
        let references = markdown.matches(of: try Regex(#"\[\]\(#([^)]+)\)"#, as: (Substring, Substring).self)).map { String($0.1) }
        #expect(!references.isEmpty)
        let (links, labels) = (try PDFObjects(pdf).links, try labels())
        for reference in references {
            let label = try #require(labels[reference])
            // The page where the figure stands begins a line with its label, and a link leads there.
            let pages = try Set(links.filter { $0.words == label }.compactMap(\.place?.page)).filter { page in
                try text(["-raw", "-f", String(page), "-l", String(page)]).split(separator: "\n").contains { $0 == label }
            }
            #expect(!pages.isEmpty, "nothing leads to \(label)")
        }
    }

    /// The label of each figure that has a number, by the order in which the Markdown places them.
    private func labels() throws -> [String: String] {
        var counts: [String: Int] = [:]
        var labels: [String: String] = [:]
        for match in markdown.matches(of: try Regex(#"(?m)^!\[.*\]\(([a-z0-9-]+)\)$"#, as: (Substring, Substring).self)) {
            let kind = yaml.firstMatch(of: try Regex("\n  \(match.1):\n    kind: ([a-z]+)\n", as: (Substring, Substring).self))?.1
            guard let kind, kind != "numbers" else { continue }
            let noun = kind == "table" ? "Table" : "Figure"
            counts[noun, default: 0] += 1
            labels[String(match.1)] = "\(noun) \(counts[noun, default: 0])"
        }
        return labels
    }

    /// Named places: page, and points from its foot.

    // MARK: Words

    private func text(_ options: [String] = []) throws -> String {
        try output(of: "pdftotext", options + ["-nopgbrk", pdf, "-"])
    }

    private func words(_ text: some StringProtocol) -> [String] { text.split { $0.isWhitespace }.map { String($0) } }

    /// The paragraphs as they are printed, by the Markdown itself: links by their words, notes by their numbers.
    private func paragraphs() throws -> (prose: [String], notes: [String]) {
        let body = try #require(markdown.components(separatedBy: "\n---\n").last)
        let link = try Regex(#"\[([^\]\[^]+)\]\((?:<[^>]*>|[^()]|\([^()]*\))+\)"#, as: (Substring, Substring).self)
        let reference = try Regex(#"\[\]\(#([^)]+)\)"#, as: (Substring, Substring).self)
        let labels = try labels()
        let mark = try Regex(#"\[\^([^\]]+)\](?!:)"#, as: (Substring, Substring).self)
        var numbers: [String: Int] = [:]
        for match in body.matches(of: mark) where numbers[String(match.1)] == nil { numbers[String(match.1)] = numbers.count + 1 }
        let blocks = body.components(separatedBy: "\n\n").flatMap { block in
            block.hasPrefix("- ") ? block.split(separator: "\n").map { String($0.dropFirst(2)) } : [block.replacing("\n", with: " ")]
        }
        let printed = blocks.filter { !$0.hasPrefix("#") && !$0.hasPrefix("![") && !$0.allSatisfy(\.isWhitespace) }.map { block in
            block.replacing(reference) { labels[String($0.output.1)] ?? "" }.replacing(link) { $0.output.1 }.replacing(mark) { "\(numbers[String($0.output.1)] ?? 0)" }
        }
        return (printed.filter { !$0.hasPrefix("[^") }, printed.filter { $0.hasPrefix("[^") }.compactMap { $0.components(separatedBy: "]: ").last })
    }

    /// As extracted, a word that is broken over two lines made whole. What a hyphen at a line end hides is whether the word
    /// has one of its own: hyphens are left out on both sides.
    private func unbroken(_ text: String) -> String {
        text.replacing("\u{AD}\n\n", with: "").replacing("\u{AD}\n", with: "").replacing("-\n\n", with: "").replacing("-\n", with: "").replacing("–\n", with: "–").replacing("-", with: "")
    }

    /// As the pages tell them, `-raw`, paragraph follows paragraph. Where pdftotext finds the columns by itself each part of a
    /// paragraph is whole; which column comes first it guesses, and a figure at the head of one can mislead it.
    @Test(arguments: [[], ["-raw"]])
    func givesItsParagraphsInOrder(_ options: [String]) throws {
        let extracted = words(unbroken(try text(options)))
        let isOrdered = options == ["-raw"]
        var start = 0
        var breaks = 0
        let (prose, notes) = try paragraphs()
        #expect(prose.count > 12 && notes.count == 2)
        for paragraph in prose {
            let found = try #require(find(words(unbroken(paragraph)), in: extracted, from: start, ordered: isOrdered), "“\(paragraph)”")
            if isOrdered { start = found.start }
            breaks += found.breaks
        }
        // Only columns part a paragraph: two a page.
        let pages = try text().matches(of: try Regex(" of [0-9]+\n")).count
        #expect(breaks < 2 * pages)
        for note in notes { #expect(find(words(unbroken(note)), in: extracted, from: 0) != nil, "“\(note)”") }
    }

    /// Where words follow each other, with at most two breaks in which other words stand; nil where they do not.
    private func find(_ wanted: [String], in words: [String], from start: Int, ordered: Bool = true) -> (start: Int, breaks: Int)? {
        /// How many breaks the words from `index` on need, the first of them at `position`; nil for too many.
        func breaks(_ index: Int, at position: Int, left: Int) -> Int? {
            var (index, position) = (index, position)
            while index < wanted.count, position < words.count, words[position] == wanted[index] { (index, position) = (index + 1, position + 1) }
            guard index < wanted.count else { return 0 }
            guard left > 0 else { return nil }
            // On after the break: two words that go on, or the last one.
            let rest = Array(wanted[index..<min(index + 2, wanted.count)])
            return ((ordered ? position : 0)..<words.count)
                .filter { words[$0..<min($0 + rest.count, words.count)].elementsEqual(rest) }
                .compactMap { breaks(index, at: $0, left: left - 1) }.min().map { $0 + 1 }
        }
        for first in start..<words.count where words[first] == wanted[0] && (wanted.count < 2 || words[min(first + 1, words.count - 1)] == wanted[1]) {
            if let count = breaks(0, at: first, left: 2) { return (first, count) }
        }
        return nil
    }

    @Test func seesWordsThatAreMissingOrOutOfOrder() {
        let words = ["a", "b", "c", "x", "d", "e", "f"]
        #expect(find(["a", "b", "c"], in: words, from: 0)?.breaks == 0)
        #expect(find(["b", "c", "d", "e"], in: words, from: 0)?.breaks == 1)
        #expect(find(["b", "c", "e", "d"], in: words, from: 0) == nil)
        #expect(find(["a", "b", "z"], in: words, from: 0) == nil)
        #expect(find(["a", "bc"], in: words, from: 0) == nil)
        #expect(find(["a", "b"], in: words, from: 1) == nil)
    }

    @Test func hyphensStandAtLineEndsOnly() throws {
        let lines = try text(["-raw"]).split(separator: "\n")
        let known = Set(words(unbroken(markdown + yaml).replacing(try Regex(#"[^\p{L}\p{N}\s]"#), with: " ")))
        var broken = 0
        for (line, next) in zip(lines, lines.dropFirst()) {
            #expect(!line.dropLast().contains("\u{AD}") && !line.contains("\u{2010}"))
            for word in words(line).dropLast() where word.contains("-") {
                #expect(markdown.contains(word.trimmingCharacters(in: .punctuationCharacters)) || yaml.contains(word.trimmingCharacters(in: .punctuationCharacters)), "“\(word)” within “\(line)”")
            }
            guard line.hasSuffix("\u{AD}"), let start = words(line).last, let end = words(next).first else { continue }
            broken += 1
            let word = (start + end).filter { $0.isLetter || $0.isNumber || $0 == "’" }.split(separator: "’").first.map(String.init) ?? ""
            #expect(known.contains(word), "“\(start)\(end)” is no word of the report")
        }
        #expect(broken > 4)
    }

    @Test func printsEachTitleAndEachNumberOfAPage() throws {
        let all = words(try text(["-raw"])).joined(separator: " ")
        let claim = try Regex(#"\[([^\]\[]+)\]\(=[^)]*\)"#, as: (Substring, Substring).self)
        let figures = markdown.split(separator: "\n").filter { $0.hasPrefix("![") }.compactMap { $0.replacing(claim) { $0.output.1 }.components(separatedBy: "](").first }
        #expect(figures.count >= 8)
        for title in figures.map({ $0.dropFirst(2) }) { #expect(all.contains(title), "\(title)") }
        let count = try #require(try output(of: "pdfinfo", [pdf]).split(separator: "\n").first { $0.hasPrefix("Pages:") }?.split(separator: " ").last.flatMap { Int($0) })
        #expect(count >= 3)
        for page in 1...count {
            let text = try text(["-raw", "-f", String(page), "-l", String(page)])
            #expect(text.split(separator: "\n").contains { $0 == "\(page) of \(count)" }, "page \(page)")
            // The masthead stands on the first page, a running head on all others.
            #expect(text.contains("Central Syria Monthly January 2024\n"), "page \(page)")
        }
    }
}

/// A PDF as qpdf reads it.
private struct PDFObjects {
    struct Link: CustomStringConvertible {
        var page: Int
        /// Points from the foot of the page.
        var top: Double
        var address: String?
        var place: Place?
        /// What a reader is told of it.
        var words: String
        var description: String { "the link to \(address ?? place.map { "page \($0.page)" } ?? "nothing") on page \(page), \(top) points up" }
    }

    /// Points from the foot of a page.
    struct Place: Equatable {
        var page: Int
        var x: Double
        var y: Double
    }

    private let objects: [String: Any]
    private let outlines: [[String: Any]]
    private let pages: [String]

    init(_ path: String) throws {
        let json = try output(of: "qpdf", ["--json=2", "--json-key=qpdf", "--json-key=pages", "--json-key=outlines", "--json-stream-data=none", path])
        let value = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let parts = try #require(value["qpdf"] as? [[String: Any]])
        objects = parts[1]
        outlines = value["outlines"] as? [[String: Any]] ?? []
        pages = (value["pages"] as? [[String: Any]] ?? []).compactMap { $0["object"] as? String }
    }

    private func resolved(_ value: Any?) -> Any? {
        guard let name = value as? String, name.hasSuffix(" R"), let object = objects["obj:\(name)"] as? [String: Any] else { return value }
        return object["value"]
    }

    var catalogue: [String: Any] {
        let trailer = (objects["trailer"] as? [String: Any])?["value"] as? [String: Any]
        var catalogue = resolved(trailer?["/Root"]) as? [String: Any] ?? [:]
        catalogue["/ViewerPreferences"] = resolved(catalogue["/ViewerPreferences"])
        return catalogue
    }

    var bookmarks: [(title: String, page: Int)] {
        outlines.map { ($0["title"] as? String ?? "", $0["destpageposfrom1"] as? Int ?? 0) }
    }

    var links: [Link] {
        pages.enumerated().flatMap { index, name -> [Link] in
            let page = resolved(name) as? [String: Any]
            let annotations = resolved(page?["/Annots"]) as? [Any] ?? []
            return annotations.compactMap { resolved($0) as? [String: Any] }.map { annotation in
                let rect = (resolved(annotation["/Rect"]) as? [Any] ?? []).compactMap { $0 as? Double }
                let address = (resolved(annotation["/A"]) as? [String: Any])?["/URI"] as? String
                let ends = resolved(annotation["/Dest"]) as? [Any] ?? []
                let place = (ends.first as? String).flatMap(pages.firstIndex).map { page in
                    Place(page: page + 1, x: ends[2] as? Double ?? .nan, y: ends[3] as? Double ?? .nan)
                }
                return Link(
                    page: index + 1, top: rect.count == 4 ? max(rect[1], rect[3]) : 0, address: address.map { String($0.dropFirst(2)) },
                    place: place, words: String((annotation["/Contents"] as? String ?? "").dropFirst(2)))
            }
        }
    }
}
