package import Claims
package import Figures
import Statistics

/// The words that a brief is printed with, besides the author's own: those of figures and those of pages.
package struct ReportLanguage: Sendable {
    /// BCP 47, without a region: "en".
    package var tag: String
    package var wording: Wording
    package var phrasebook: Phrasebook
    /// Day, month and year: "14 February 2024".
    var date: Phrase
    /// Authors and date, beneath the headline.
    var byline: Phrase
    /// A page and the number of pages.
    var folio: Phrase
    /// Where links lead: to the note of a number, and from it.
    var note: Phrase
    var backToText: Phrase
    /// Above the rest of a note that goes on in another column.
    var continued: String
    /// What is attached: the label of a figure and its title, and the claims.
    var dataOf: Phrase
    package var claims: String
    var publisher: String
    var source: String
    var about: String
    var measures: String

    /// Every language that Brevier can print a brief in.
    package static let all: [ReportLanguage] = [.english]

    /// The language of a tag, whatever its region; nil where there is none.
    package static func language(for tag: String) -> ReportLanguage? {
        let primary = tag.lowercased().prefix { $0 != "-" }
        return all.first { $0.tag == primary }
    }

    func date(_ day: Day) -> String {
        date(String(day.day), wording.name(of: day.month), String(day.month.year))
    }
}

extension ReportLanguage {
    /// What the values of a figure are called: "Data: Figure 1. Attacks reached 33".
    package func data(_ figure: Figure) -> String {
        dataOf([figure.label, figure.title ?? figure.name].compactMap { $0 }.joined(separator: ". "))
    }

    static let english = ReportLanguage(
        tag: "en", wording: .english, phrasebook: .english, date: "%1 %2 %3", byline: "%1 · %2", folio: "%1 of %2",
        note: "Note %1", backToText: "Back to where note %1 is referred to",
        continued: "continued", dataOf: "Data: %1", claims: "The claims of the text, with the figures that bear them out", publisher: "Published by",
        source: "Figures from", about: "About", measures: "Measures")
}
