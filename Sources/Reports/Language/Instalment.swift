package import Diagnostics
package import Statistics
import Markup

/// One month of a report: its front matter and its prose.
package struct Instalment: Sendable {
    package var month: Located<Month>
    package var published: Located<PublicationDate>
    package var authors: [Located<String>]
    package var standfirst: Located<String>?
    package var prose: Prose
}

/// The day on which a brief is published.
package struct PublicationDate: Hashable, Sendable, CustomStringConvertible {
    package var month: Month
    package var day: Int

    /// Reads `2024-02-14`; nil for anything else and for days that the calendar does not have.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].utf8.count == 2, let month = Month("\(parts[0])-\(parts[1])"),
            let day = Int(parts[2]), (1...month.dayCount).contains(day)
        else { return nil }
        self.month = month
        self.day = day
    }

    /// `2024-02-14`.
    package var description: String { "\(month)-\(day < 10 ? "0" : "")\(day)" }
}

extension Month {
    /// 28 to 31, by the Gregorian calendar.
    fileprivate var dayCount: Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
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
        PublicationDate(date.value).map { Located($0, at: date.span) }
    }
    if let date, published == nil {
        problems.error(date.span, "\"\(date.value)\" is not a date", hint: "write year, month and day: 2024-02-14")
    }
    _ = fields.required("authors")
    let authors = fields.texts("authors")
    let standfirst = fields.text("standfirst")
    guard let stated, let published else { return nil }
    return Instalment(month: stated, published: published, authors: authors, standfirst: standfirst, prose: prose)
}
