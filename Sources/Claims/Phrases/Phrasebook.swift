import Figures

/// The phrases that claims can be made of in one language: data, so that another language is another value.
///
/// A pattern is a row of words with
/// - `(…)` for what may be missing, `[a|b]` for one of several,
/// - `<part>` for a part that several patterns share,
/// - `{n}` and other captures for what is read out of the phrase (`Capture`),
/// - `#tag` for what an alternative means.
package struct Phrasebook: Sendable {
    /// BCP 47, without a region.
    package var language: String
    package var forms: [Form]
    /// What several patterns share, by name.
    var parts: [String: [String]]
    /// What limits a claim to what is known, at the beginning or the end of a phrase.
    package var qualifiers: [String]
    /// The qualifier that is proposed.
    package var qualifier: String
    var words: Words
    var offers: Offers
    var sentences: Sentences

    /// A sort of phrase: how it is written, what it claims, an example with the destination that it is about.
    package struct Form: Sendable {
        package var sort: PhraseSort
        package var patterns: [String]
        package var rule: String
        package var example: String
    }

    /// Words that stand for numbers and times.
    struct Words: Sendable {
        var numbers: [String: Double]
        /// "hundred": multiplies what stands before it.
        var scales: [String: Double]
        /// Between the parts of a number: "one hundred and four".
        var numberJoins: Set<String>
        /// Between the days of "4 to 10 January".
        var dateJoins: Set<String>
        /// "a" in "a hundred" and "a third".
        var articles: Set<String>
        var ordinals: [String: Int]
        /// "rd" in "23rd".
        var ordinalEndings: [String]
        /// "thirds": the divisor.
        var fractions: [String: Double]
        /// Between the numbers of "two in five", and up to which second number they say a share and not two counts.
        var ratioJoins: [(words: [String], largest: Double)]
        /// What incidents are called after their number.
        var incidents: [String]
        var percents: [[String]]
        /// "doubled": how many times.
        var multiples: [String: Double]
        /// "halved": by how much it is divided.
        var divisors: [String: Double]
        var months: [String]
        var years: [String]
        /// The month before, from the month that a claim is about.
        var previousMonth: [[String]]
        var yearBefore: [[String]]
        /// At the end of a month's name: "December's".
        var possessive: String
        /// A count that is filled in, from zero on: "zero", "one".
        var spelt: [String]
    }

    /// Phrases that are made and not read: for figures that are filled in, for facts, and for what is true instead.
    struct Offers: Sendable {
        /// A number.
        var atLeast: Phrase
        var atMost: Phrase
        var about: Phrase
        /// Two numbers.
        var range: Phrase
        /// A number of hundredths.
        var percent: Phrase

        var rose: String
        var fell: String
        var unchanged: String
        /// A change and the month that it is counted from.
        var since: Phrase
        /// A change.
        var onYear: Phrase
        /// A number, or a share in words or per cent.
        var roseBy: Phrase
        var fellBy: Phrase
        /// By how many times, and how it is said of so many and of more.
        var multiples: [(times: Double, exactly: String, more: String)]
        var divisors: [(times: Double, exactly: String, more: String)]
        /// The fractions that read better than per cent, and how they are said.
        var fractions: [(share: Double, text: String)]
        var majority: String

        /// A month.
        var mostSince: Phrase
        var leastSince: Phrase
        var firstSince: Phrase
        var record: String
        var recordLow: String
        /// The same of the months that are known.
        var mostKnown: String
        var leastKnown: String
        /// A month.
        var onlyBehind: Phrase
        /// An ordinal.
        var roseInARow: Phrase
        var fellInARow: Phrase
        var zeroInARow: Phrase
        /// A number of months.
        var roseMonths: Phrase
        var fellMonths: Phrase
        var zeroMonths: Phrase
        var ordinals: [String]
        /// What one of the provinces is called.
        var mostOfProvinces: Phrase
        var leastOfProvinces: Phrase
        /// A province.
        var onlyBehindProvince: Phrase
        /// An ordinal, what one of the provinces is called.
        var nthOfProvinces: Phrase
        var aboveMean: String
        var belowMean: String
        /// A phrase and a qualifier.
        var qualified: Phrase
    }

    /// Sentences of facts. A measure’s name, a place, what is true of it, and its figures.
    struct Sentences: Sendable {
        /// Name, place, phrase, figure.
        var were: Phrase
        var moved: Phrase
        /// Name, place, phrase.
        var plain: Phrase
        /// Name, place, phrase, the figure before and this one.
        var fromTo: Phrase
        /// Place, share, name, part, whole.
        var accounted: Phrase
    }

    /// The parts, by name, for the reference.
    package var sharedParts: [(name: String, rows: [String])] { parts.sorted { $0.key < $1.key }.map { (name: $0.key, rows: $0.value) } }

    func isPercent(_ unit: String) -> Bool { words.percents.contains(Tokens(unit).words) }
}

/// What a phrase claims, by sort; each language writes them in its own way.
package enum PhraseSort: String, Hashable, Sendable, CaseIterable {
    // Numbers
    case number = "a number"
    case atLeast = "at least"
    case atMost = "at most"
    case moreThan = "more than"
    case fewerThan = "fewer than"
    case exactly
    case about
    case nearly
    case justOver = "just over"
    case between
    case none

    // Shares
    case share = "a share"
    case majority = "most of"
    case all = "all of"

    // Changes
    case rise
    case fall
    case unchanged
    case steady
    case changeTo = "rise or fall to a number"
    case changeFrom = "rise or fall from a number"
    case changeFromTo = "from one number to another"
    case difference = "rise or fall by a number"
    case relativeChange = "rise or fall by a share"
    case multiple = "a multiple"
    case divided = "a division"

    // Extremes
    case most = "the most since"
    case least = "the least since"
    case jointMost = "the joint most"
    case nthMost = "the second most"
    case first = "the first since"
    case onlyBehindMonth = "second only to a month"

    // Runs
    case run = "the third month in a row"
    case runOfMonths = "three months in a row"

    // Provinces
    case mostOfProvinces = "the most of any province"
    case leastOfProvinces = "the least of any province"
    case nthOfProvinces = "the second most of any province"
    case onlyBehindProvince = "second only to a province"
    case againstProvince = "more than in a province"

    // Means
    case aboveMean = "above the mean"
    case belowMean = "below the mean"
    case nearMean = "near the mean"
}
