import Claims
package import Figures
import Rules
import Statistics

/// A word that an author can write before a colon.
package struct Word: Hashable, Sendable {
    package var name: String
    /// What is written after it: "text", "yes or no", "list of texts".
    package var form: String
    /// What it says; a sentence without its full stop.
    package var what: String
    /// "points", "months"; empty for none.
    package var unit: String
    /// What holds when it is not written; nil where it must be.
    package var standard: String?

    package init(_ name: String, _ form: String, _ what: String, unit: String = "", standard: String?) {
        self.name = name
        self.form = form
        self.what = what
        self.unit = unit
        self.standard = standard
    }
}

/// The words that may stand in one place of a file. What is read is read by these, and the reference is held to them.
package struct Vocabulary: Hashable, Sendable {
    /// Where the words stand: "a figure", "the front matter of an instalment".
    package var place: String
    package var words: [Word]

    package init(place: String, words: [Word]) {
        self.place = place
        self.words = words
    }

    package func word(_ name: String) -> Word? { words.first { $0.name == name } }
}

extension Vocabulary {
    package static let report = Vocabulary(
        place: "report.yaml",
        words: [
            Word("title", "text", "the report’s name, the same each month", standard: nil),
            Word("series", "text", "what the masthead prints above the headline", standard: "the title"),
            Word("publisher", "text", "who publishes", standard: nil),
            Word("language", "BCP 47 tag", "the language of the prose: it decides on hyphenation", standard: "en"),
            Word("place", "text", "what the total is of, as subtitles say it", standard: "the name of the total row"),
            Word("style", "name", "a file in `styles/`, without `.yaml`", standard: "house"),
            Word("paper", "A4 or Letter", "the size of the page", standard: "the style’s"),
            Word("source", "text", "where the figures come from, for figures that do not say it themselves", standard: "none"),
            Word("about", "text", "the colophon: who made it, how it may be used", standard: "none"),
            Word("data", "mapping", "the files with the figures", standard: nil),
            Word("provinces", "mapping", "the rows of the monthly table", standard: "no provinces"),
            Word("measures", "mapping of key to measure", "the columns of the monthly table, in the order of the report", standard: nil),
            Word("phrases", "mapping", "how far from its words a claim may be", standard: "as below"),
            Word("press", "yes or no", "whether the edition for the press is made each time", standard: "no"),
            Word("residual", "note or error", "what it is that provinces or incidents do not add up to a figure of the month", standard: "note"),
            Word("figures", "mapping of name to figure", "the figures that an instalment can place", standard: "none"),
        ])

    package static let data = Vocabulary(
        place: "`data`",
        words: [
            Word("monthly", "path, or list of paths", "the monthly table: CSV, wide or long", standard: nil),
            Word("incidents", "path, or list of paths", "files with one incident a row", standard: "none"),
        ])

    package static let provinces = Vocabulary(
        place: "`provinces`",
        words: [
            Word("total", "text", "the row that holds the report’s own overall figure", standard: "Total"),
            Word("order", "list of texts", "the provinces in their natural order", standard: nil),
            Word("singular", "text", "what one of them is called in texts that are made from the data: sector", standard: "province"),
            Word("plural", "text", "what several are called: sectors", standard: "provinces"),
            Word("aliases", "mapping of province to list", "other spellings that the data may use", standard: "none"),
        ])

    package static let measure = Vocabulary(
        place: "a measure",
        words: [
            Word("name", "text", "what is counted, as labels and subtitles say it", standard: nil),
            Word("unit", "text", "what the numbers are numbers of", standard: "the plural"),
            Word("singular", "text", "what one is: attack", standard: nil),
            Word("plural", "text", "what several are: attacks", standard: nil),
            Word("floor", "yes or no", "whether each figure is a minimum, “at least”", standard: "no"),
            Word("incidents", IncidentTally.words.map(\.word).joined(separator: ", "), "what of the incidents it counts, so that they are held against it", standard: "nothing"),
            Word("definition", "text", "what is counted and what is not, in a sentence", standard: "none"),
        ])

    package static let figure = Vocabulary(
        place: "a figure",
        words: [
            Word("kind", "one of the kinds below", "what sort of figure it is", standard: nil),
            Word("title", "text", "what the figure shows to be so, in 15 words or fewer, where the instalment does not say it", standard: "the instalment’s"),
            Word("subtitle", "text", "measure, unit, place and period", standard: "made from the data"),
            Word("notes", "text, or list of texts", "what the reader must know besides", standard: "none"),
            Word("source", "text", "where the figures come from", standard: "the report’s"),
            Word("alt", "text", "the alternative text", standard: "made from the data"),
            Word("month", "month, 2024-01", "the month that the figure and its words are about", standard: "that of the brief"),
            Word("width", "column or page", "how wide it stands on the page", standard: "column"),
            Word("periods", "list of periods", "months that are set off by a ground", standard: "none"),
            Word("events", "list of events", "months at which a line says what happened", standard: "none"),
            Word("call-outs", "list of call-outs", "sentences that point at a month or a province", standard: "none"),
            Word("height", "number", "the height of the figure, where its kind leaves a choice", unit: "points", standard: "the style’s"),
        ])

    package static let period = Vocabulary(
        place: "a period of a figure",
        words: [
            Word("months", "period, 2023-02..2023-05", "from its first month to its last", standard: nil),
            Word("text", "text", "what it is called", standard: nil),
        ])

    package static let event = Vocabulary(
        place: "an event of a figure",
        words: [
            Word("month", "month, 2023-04", "the month that it begins", standard: nil),
            Word("text", "text", "what happened", standard: nil),
        ])

    package static let callOut = Vocabulary(
        place: "a call-out of a figure",
        words: [
            Word("at", "month or province", "what it points at", standard: nil),
            Word("in", "province", "in whose panel, in a figure of the kind multiples", standard: "none"),
            Word("text", "text", "the sentence", standard: nil),
        ])

    package static let instalment = Vocabulary(
        place: "the front matter of an instalment",
        words: [
            Word("month", "month, 2024-01", "the month that the brief is about; the file is named after it", standard: nil),
            Word("published", "date, 2024-02-14", "the date of publication", standard: nil),
            Word("authors", "text, or list of texts", "who wrote it", standard: nil),
            Word("standfirst", "text", "a sentence or two beneath the headline", standard: "none"),
            Word("not-claims", "list of texts", "texts whose numbers claim nothing: “Unit 404”", standard: "none"),
        ])

    package static let phrases = Vocabulary(
        place: "`phrases`",
        words: PhraseSettings.words.map { word in
            Word(word.name, "number, \(Quantity(.exact(word.range.lowerBound)).cell) to \(Quantity(.exact(word.range.upperBound)).cell)", word.what, standard: Quantity(.exact(PhraseSettings()[keyPath: word.path])).cell)
        })

    package static let style = Vocabulary(
        place: "a style",
        words: [
            Word("base", "name", "the style that holds where this one says nothing", standard: "none"),
            Word("paper", "A4 or Letter", "the size of the page", standard: "A4"),
            Word("fonts", "mapping of role to font", "families by role: `{family: Lato, fallback: {Arab: Noto Sans Arabic}}`", standard: nil),
            Word("colours", "mapping of role to colour", "colours by role: `{screen: \"#12436d\", press: [100, 60, 0, 30]}`", standard: nil),
            Word("page", "mapping", "the page: grid, texts, rules", standard: nil),
            Word("figures", "mapping", "the furniture and the marks of figures", standard: nil),
            Word("images", "mapping", "the pictures that are made besides the PDF", standard: nil),
            Word("press", "mapping", "how the edition for the press is printed", standard: "as below"),
            Word("rules", "mapping", "what finished figures and pages are held against", standard: "all rules, by the profile of newsrooms"),
        ])

    package static let press = Vocabulary(
        place: "`press` of a style",
        words: [
            Word("condition", "text", "the printing condition, by its name in the registry of the ICC: paper, inks and press", standard: "FOGRA39"),
            Word("profile", "file name", "the condition’s ICC profile in `styles/`, which is put into the file", standard: "none: the condition is named alone"),
            Word("colour-bar", "yes or no", "whether a strip of colours stands beside the page", standard: "no"),
        ])

    package static let rules = Vocabulary(
        place: "`rules` of a style",
        words: [
            Word("profile", RuleProfile.all.map(\.name).joined(separator: " or "), "what rules measure by, where those who publish disagree", standard: RuleProfile.newsroom.name),
            Word("off", "mapping of code to reason", "rules that do not hold for this style, each with the reason why", standard: "none"),
        ])

    package static let font = Vocabulary(
        place: "a font of a style",
        words: [
            Word("family", "text", "the family, as it is installed", standard: nil),
            Word("fallback", "mapping of script to family", "families for scripts that the first one lacks, by ISO 15924 code", standard: "none"),
        ])

    package static let colour = Vocabulary(
        place: "a colour of a style",
        words: [
            Word("screen", "#rrggbb", "the value on screen, sRGB", standard: nil),
            Word("press", "list of four numbers", "cyan, magenta, yellow and black", unit: "percent", standard: nil),
        ])

    package static let text = Vocabulary(
        place: "a text of a style",
        words: [
            Word("family", "role of a font", "which of the style’s fonts", standard: "text"),
            Word("size", "number", "the size of the font", unit: "points", standard: nil),
            Word("leading", "number", "from baseline to baseline", unit: "points", standard: nil),
            Word("weight", "thin, light, regular, medium, semibold, bold, heavy or black", "the weight", standard: "regular"),
            Word("italic", "yes or no", "whether it slants", standard: "no"),
            Word("numerals", "proportional or tabular", "whether all digits are as wide as each other", standard: "proportional"),
            Word("tracking", "number", "space added after each character", unit: "em", standard: "0"),
            Word("colour", "role of a colour", "which of the style’s colours", standard: "ink"),
        ])

    /// The words of a style's section, out of the table that it is read by.
    package static func section<Root>(_ name: String, _ words: [StyleWord<Root>]) -> Vocabulary {
        Vocabulary(
            place: "`\(name)` of a style",
            words: words.map { Word($0.name, $0.form, $0.what, unit: $0.unit, standard: nil) })
    }

    /// The options of a kind of figure, besides what all figures have.
    package static func options(of kind: any FigureKind.Type) -> Vocabulary {
        Vocabulary(
            place: "a figure of kind \(kind.keyword)",
            words: kind.options.map { Word($0.name, $0.shape.form, $0.what, unit: $0.unit, standard: $0.standard) })
    }

    /// Each place of a report and of a style that has words, in the order of the reference.
    package static var ofReports: [Vocabulary] {
        [.report, .data, .provinces, .measure, .phrases, .figure, .period, .event, .callOut] + figureKinds.map { options(of: $0) } + [.instalment]
    }

    package static var ofStyles: [Vocabulary] {
        [
            .style, .font, .colour, .text, section("page", PageStyle.words), section("figures", FigureStyle.words),
            section("images", ImageStyle.words), .press, .rules,
        ]
    }
}

extension FigureOption.Shape {
    /// How the reference says what may be written.
    package var form: String {
        switch self {
        case .measure: "key of a measure"
        case .measures(let count): "list of \(count.lowerBound) to \(count.upperBound) keys of measures"
        case .province: "province, or the total"
        case .provinces: "list of provinces"
        case .number(let range): "whole number, \(range.lowerBound) to \(range.upperBound)"
        case .choice(let words): words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
        case .flag: "yes or no"
        case .month: "month, 2024-01"
        case .period: "period, 2023-01..2023-12"
        }
    }
}

extension StyleWord {
    package var form: String {
        switch property {
        case .number: "number"
        case .numbers: "list of numbers"
        case .colours: "list of colours"
        case .colour: "role of a colour"
        case .text: "text"
        case .symbol: "characters"
        }
    }
}
