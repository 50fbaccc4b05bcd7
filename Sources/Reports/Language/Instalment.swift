package import Diagnostics
package import Statistics
import Markup

/// One month of a report: its front matter and its prose.
package struct Instalment: Sendable {
    package var month: Located<Month>
    package var published: Located<Day>
    package var authors: [Located<String>]
    /// Empty for none.
    package var standfirst: [Inline]
    /// Texts whose numbers claim nothing.
    package var notClaims: [Located<String>]
    package var prose: Prose
}

/// Reads an instalment; nil, and errors, where its front matter cannot be understood.
///
/// - Parameter month: the one that the file is named after.
package func readInstalment(_ file: SourceFile, month: Month, problems: Problems) -> Instalment? {
    let parts = splitFrontMatter(file)
    problems.add(contentsOf: parts.diagnostics)
    let prose = ProseReader(problems: problems).read(file, range: parts.body)
    guard let yaml = parts.yaml else {
        if parts.diagnostics.isEmpty {
            problems.error(
                file.whole.beginning, "the instalment has no front matter",
                hint: "begin the file with `---`, `month: \(month)`, `published:`, `authors:` and `---`")
        }
        return nil
    }
    let (node, diagnostics) = readYAML(file, range: yaml)
    problems.add(contentsOf: diagnostics)
    guard let node, let fields = Fields(node, .instalment, problems: problems) else { return nil }

    let stated = fields.required("month").flatMap { problems.month($0, "month") }
    if let stated, stated.value != month {
        problems.error(
            stated.span, "the front matter is of \(stated.value), the file is named after \(month)",
            hint: "rename the file to \(stated.value).md, or correct the month")
    }
    let date = fields.requiredText("published")
    let published = date.flatMap { date in
        Day(date.value).map { Located($0, at: date.span) }
    }
    if let date, published == nil {
        problems.error(date.span, "\"\(date.value)\" is not a date", hint: Month.hintOfYear(in: date.value) ?? "write year, month and day: 2024-02-14")
    }
    _ = fields.required("authors")
    let authors = fields.texts("authors").map(\.typeset)
    let standfirst = fields.text("standfirst")?.marked ?? []
    guard let stated, let published else { return nil }
    return Instalment(month: stated, published: published, authors: authors, standfirst: standfirst, notClaims: fields.texts("not-claims"),
        prose: prose)
}
