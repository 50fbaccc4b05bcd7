import Claims
import Figures
import Foundation
import Rules
import TestSupport
import Testing

@testable import Reports

/// The reference pages hold every word that the program reads, with what it says of it, and no other.
@Suite(.serialized) struct ReferenceTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func documentsEveryWordOfReports() throws {
        try expectReference("reports/README.md", Vocabulary.ofReports)
    }

    @Test func documentsEveryWordOfStyles() throws {
        try expectReference("styles/README.md", Vocabulary.ofStyles)
    }

    @Test func documentsEveryKind() throws {
        let page = try String(contentsOf: Self.root.appendingPathComponent("reports/README.md"), encoding: .utf8)
        for kind in figureKinds {
            #expect(page.contains("**`\(kind.keyword)`** \(kind.summary)"), "reports/README.md does not say what \(kind.keyword) shows")
        }
    }

    @Test func documentsEveryPhrase() throws {
        let book = Phrasebook.english
        // As an author writes it: without the tags, which are the program's own.
        func shown(_ pattern: String) -> String {
            "`\(pattern.replacing(#/ ?#[A-Za-z]+/#, with: "").replacing("|", with: "\\|"))`"
        }
        let rules = book.forms.map { "| `\($0.example)` | \($0.sort.rawValue) | \($0.rule) |" }
        let forms = book.forms.map { "| \($0.sort.rawValue) | \($0.patterns.map(shown).joined(separator: "<br>")) |" }
        let parts = book.sharedParts.map { "| `<\($0.name)>` | \($0.rows.map(shown).joined(separator: ", ")) |" }
        let table = ["| example | rule | it is borne out where |", "| --- | --- | --- |"] + rules
            + [
                "", "Each may be written in these ways: `(…)` may be missing, `[a\\|b]` is one of several, `{n}`, `{share}`, `{month}` and the like stand",
                "for what is read, and `<…>` for what several phrases share.", "", "| rule | how it is written |", "| --- | --- |",
            ] + forms + ["", "| shared | how it is written |", "| --- | --- |"] + parts
        try expectPart("reports/README.md", "phrases", table.joined(separator: "\n") + "\n")
        try expectPart("reports/README.md", "qualifiers", book.qualifiers.map { "- \($0)\n" }.joined())
    }

    @Test func documentsEveryRule() throws {
        let rows = rules.map { "| `\($0.code)` | \($0.what) | \($0.why) | \($0.isNeverBroken ? "**error**" : "warning") |" }
        try expectPart("styles/README.md", "rules", (["| code | what it asks for | why | if it is broken |", "| --- | --- | --- | --- |"] + rows).joined(separator: "\n") + "\n")
        let profiles = RuleProfile.all.map { profile in
            "| `\(profile.name)` | \(profile.what) | \(profile.longestTitle) | \(profile.mostCategories) | "
                + "\(profile.fewestBarsForAxis == 0 ? "never" : "fewer than \(profile.fewestBarsForAxis)") | \(profile.linesMayStartAnywhere ? "anywhere" : "at zero") |"
        }
        let head = ["| profile | what it is for | words of a title | colours | bars without an axis | lines begin |", "| --- | --- | --- | --- | --- | --- |"]
        try expectPart("styles/README.md", "profiles", (head + profiles).joined(separator: "\n") + "\n")
    }

    /// A part of a page between two comments; `UPDATE_GOLDENS=1` writes it there.
    private func expectPart(_ path: String, _ name: String, _ text: String) throws {
        let file = Self.root.appendingPathComponent(path)
        var page = try String(contentsOf: file, encoding: .utf8)
        let begin = "<!-- \(name) -->\n"
        guard let start = page.range(of: begin), let stop = page.range(of: "<!-- end -->", range: start.upperBound..<page.endIndex) else {
            Issue.record("\(path) has no place for \(name): add \(begin)<!-- end -->")
            return
        }
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            page.replaceSubrange(start.upperBound..<stop.lowerBound, with: text)
            try page.write(to: file, atomically: true, encoding: .utf8)
        } else {
            #expect(String(page[start.upperBound..<stop.lowerBound]) == text, "\(path) is out of date on \(name)")
        }
    }

    /// Each vocabulary stands in a part of its own.
    private func expectReference(_ path: String, _ vocabularies: [Vocabulary]) throws {
        for vocabulary in vocabularies {
            try expectPart(path, "words of \(vocabulary.place.replacingOccurrences(of: "`", with: ""))", table(of: vocabulary))
        }
        let page = try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
        let places = page.components(separatedBy: "<!-- words of ").count - 1
        #expect(places == vocabularies.count, "\(path) has tables that the program does not know")
    }

    private func table(of vocabulary: Vocabulary) -> String {
        guard !vocabulary.words.isEmpty else { return "It has no options.\n" }
        let rows = vocabulary.words.map { word in
            let unit = word.unit.isEmpty ? "" : ", in \(word.unit)"
            return "| `\(word.name)` | \(word.what) | \(word.form)\(unit) | \(word.standard ?? "must be written") |"
        }
        return (["| word | what it says | what is written | if it is not |", "| --- | --- | --- | --- |"] + rows)
            .joined(separator: "\n") + "\n"
    }
}
