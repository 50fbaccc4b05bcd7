/// The words and the number formats of a language, as far as figures of more than one kind use them. Another language
/// is another value of this type.
package struct Wording: Hashable, Sendable {
    /// BCP 47.
    package var language: String

    // MARK: Months and numbers

    /// January first, twelve of each.
    package var monthNames: [String]
    package var shortMonthNames: [String]
    /// Monday first, seven.
    package var shortWeekdayNames: [String]
    /// A day, a month.
    package var dayOfMonth: Phrase
    /// Two numbers.
    package var span: Phrase
    /// A month, a year.
    package var monthAndYear: Phrase
    /// First and last, of months or of numbers.
    package var period: Phrase
    /// Between groups of three digits, from four digits on.
    package var groupSeparator: String
    package var decimalSeparator: String
    package var minus: String
    package var plus: String
    package var rangeDash: String
    package var atLeast: String
    package var atMost: String
    package var estimate: String
    package var percentSign: String

    // MARK: Lists and names

    package var listSeparator: String
    /// Before the last of a list.
    package var listEnd: String
    /// Before the last of a list in which a part has a separator or an "and" of its own.
    package var heavyListEnd: String
    /// Whether the name of a measure loses its capital within a sentence, as in English and not in German.
    package var lowersNames: Bool

    // MARK: Furniture

    /// A number.
    package var figure: Phrase
    package var table: Phrase
    package var source: String
    package var notes: String

    // MARK: What is shown

    /// What the rows of the table are, where the report does not say it.
    package var province: Noun

    /// Measures, place.
    package var monthly: Phrase
    /// Measures, place, what is laid through them.
    package var monthlyWith: Phrase
    /// Months of the window.
    package var theMean: Phrase
    /// Per cent of the months.
    package var theLoess: Phrase
    package var theLeastSquares, theTheilSen, smooth: String
    /// A measure, its unit.
    package var inUnit: Phrase
    /// A signed number.
    package var aMonth: Phrase
    /// From, to.
    package var slopeInterval: Phrase
    package var logarithmic: String
    /// Place.
    package var incidentsADay: Phrase
    /// Place, what one of the provinces is called.
    package var incidentsByProvince: Phrase
    /// Measure, place, what one of the provinces is called.
    package var byProvince: Phrase
    /// Measures, what one of the provinces is called: where the measures are not those of the report's place.
    package var byProvinceAlone: Phrase
    /// Measures, place, what one of the provinces is called.
    package var monthlyByProvince: Phrase
    /// Place.
    package var tableByMonth: Phrase
    /// Place, what one of the provinces is called.
    package var tableByProvince: Phrase
    /// Place, the month before.
    package var changeSince: Phrase
    package var minimumCounts: String
    /// As remarks call what is not drawn since it is not exact.
    package var withinBounds: String
    /// What is shown, its period.
    package var during: Phrase
    /// What is shown and a qualifier.
    package var qualified: Phrase
    /// Months of the window.
    package var mean: Phrase

    // MARK: Changes

    /// A signed number, the month before.
    package var change: Phrase
    package var noChange: Phrase
    package var unchanged: String
    package var notKnownFor: Phrase
    package var notComparable: Phrase

    // MARK: Remarks

    /// A symbol and where it stands.
    package var unknownIn: Phrase
    package var notAvailableIn: Phrase
    package var notApplicableIn: Phrase
    package var confidentialIn: Phrase
    /// A symbol.
    package var unknownHere: Phrase
    package var notAvailableHere: Phrase
    package var notApplicableHere: Phrase
    package var confidentialHere: Phrase
    /// How many of how many months.
    package var monthsOf: Phrase
    /// A subject and its places: "Attacks in March 2023".
    package var subjectIn: Phrase
    /// Where they stand.
    package var openBars: Phrase
    package var hatchedBars: Phrase
    package var whiskers: Phrase
    package var rangesIn: Phrase
    package var revised: Phrase
    package var provisional: Phrase
    package var breakInSeries: Phrase
    package var lowReliability: Phrase
    package var estimated: Phrase
    package var floorsIn: Phrase
    package var ceilingsIn: Phrase
    /// A symbol.
    package var symbolAtLeast: Phrase
    package var symbolAtMost: Phrase
    package var symbolEstimate: Phrase
    package var letterRevised: Phrase
    package var letterProvisional: Phrase
    package var letterBreak: Phrase
    package var letterReliability: Phrase
    /// Measures.
    package var minimumCountsOf: Phrase
    package var possibleMeans: String
    /// Months of the window.
    package var meanNeedsAll: Phrase
    /// A window, the mean.
    package var meanOf: Phrase
    /// Months; where no value is below zero, and where one is.
    package var sparklines, sparklinesBelowZero: Phrase
    /// A window.
    package var theMeanOf: Phrase
    /// A window.
    package var noMean: Phrase

    /// What the provinces add up to, the total, what the provinces are called.
    package var provincesAddUp: Phrase
    package var knownProvincesAddUp: Phrase
    /// What is described, the figure.
    package var describedOf: Phrase
    package var incidentsDescribed: Phrase
    /// The same, and the provinces in which they differ.
    package var incidentsDescribedBy: Phrase

    /// How many, their provinces.
    package var undated: Phrase
    /// Its province.
    package var oneUndated: Phrase
    package var otherKinds, kindNotKnown, claimed, notClaimed, claimNotKnown: String

    // MARK: Alternative texts

    /// How many.
    package var incidentCount: Phrase
    /// A number, its days.
    package var busiestDay: Phrase
    package var dayCount: Phrase
    /// A number.
    package var noFewerThan: Phrase
    package var oneOfUnknownDay: String
    /// How many.
    package var ofUnknownDays: Phrase

    /// The kind, what it shows, what is found.
    package var alternative: Phrase
    /// Between the parts of a finding.
    package var partSeparator: String
    /// The lowest and when, the highest and when.
    package var ranging: Phrase
    /// A value that all have.
    package var steady: Phrase
    package var noneKnown: String
    /// A month or a province, the value.
    package var valueIn: Phrase
    /// A measure, the value.
    package var valueOf: Phrase
    /// A month, a province or a measure.
    package var notKnown: Phrase
    /// Months or rows, measures.
    package var rowsAndColumns: Phrase
    /// What it is of, a finding.
    package var named: Phrase
    /// A value, its change; a place, what is written there.
    package var withChange: Phrase
    /// Places and what the author wrote there.
    package var marked: Phrase
    /// How many months.
    package var monthCount: Phrase
    package var monthsUnknown: Phrase
    package var monthsInBounds: Phrase
    package var oneMonthUnknown: String
    /// How many values.
    package var valuesUnknown: Phrase
    package var oneValueUnknown: String
}

/// A text of one figure kind, which stands in the file of that kind, in each language that it has been written in.
package struct LocalText: Sendable, ExpressibleByDictionaryLiteral {
    private let texts: [String: String]

    /// Languages without their region, and the text in each; English always.
    package init(dictionaryLiteral elements: (String, String)...) {
        texts = Dictionary(elements) { first, _ in first }
    }

    /// The text in the language of `wording`, or in English.
    package func callAsFunction(_ wording: Wording) -> String {
        let language = wording.language.prefix { $0 != "-" }
        return texts[String(language)] ?? texts["en"] ?? ""
    }

    /// The same with places to fill in.
    package func phrase(_ wording: Wording) -> Phrase { Phrase(stringLiteral: self(wording)) }
}
