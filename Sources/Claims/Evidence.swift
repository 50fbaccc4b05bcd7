package import Figures
package import Statistics

/// All that claims are judged by: the data of a report up to the month of the brief, and the language they are written in.
package struct Evidence: Sendable {
    package var data: FigureData
    package var names: ProvinceNames
    package var incidents: [Incident]
    package var phrasebook: Phrasebook
    package var settings: PhraseSettings

    package init(
        data: FigureData, names: ProvinceNames, incidents: [Incident], phrasebook: Phrasebook,
        settings: PhraseSettings = PhraseSettings()
    ) {
        self.data = data
        self.names = names
        self.incidents = incidents
        self.phrasebook = phrasebook
        self.settings = settings
    }

    /// The same for a figure with a month of its own: what it says is judged by that.
    package func about(_ month: Month) -> Evidence {
        var evidence = self
        evidence.data.month = month
        return evidence
    }

    /// From the first month of the table to that of the brief, which reads nothing after it.
    var months: ClosedRange<Month> {
        min(data.table.months?.lowerBound ?? data.month, data.month)...data.month
    }

    /// Of a measure in a province, or in the total, as far as claims may look back.
    func history(of measure: Measure, in province: String) -> Series {
        data.table.series(of: measure, in: province, months: months)
    }

    /// "attacks in Hama".
    func name(of measure: Measure, in province: String) -> String {
        "\(data.wording.inSentence(measure.name)) in \(data.name(of: province))"
    }
}

/// What the phrases allow: the numbers of a report's `phrases`.
package struct PhraseSettings: Hashable, Sendable {
    /// How far a multiple may be from the one that is named, as a share of it: "doubled" is 1.95 to 2.05 times.
    package var multiple = 0.025
    /// How far a share may be from the fraction that is named: "a third" is 30.8 to 35.8 %.
    package var fraction = 0.025
    /// How much may change under "remained steady", as a share of the earlier figure.
    package var steady = 0.05
    /// How far a figure may be from a number that is "about" it, as a share of the number.
    package var about = 0.1
    /// How near "nearly" and "just over" are, as a share of the number or of the multiple, and in points of a share ten times.
    package var near = 0.1
    /// Up to this number a figure that is filled in is spelt out.
    package var spelt = 9.0

    package init() {}

    package struct Word: Sendable {
        package let name: String
        /// What it sets; a sentence without its full stop.
        package let what: String
        package let path: any WritableKeyPath<PhraseSettings, Double> & Sendable
        package let range: ClosedRange<Double>

        init(_ name: String, _ what: String, _ path: any WritableKeyPath<PhraseSettings, Double> & Sendable, _ range: ClosedRange<Double>) {
            self.name = name
            self.what = what
            self.path = path
            self.range = range
        }
    }

    /// The words for them in a report, in the order of the reference.
    package static let words: [Word] = [
        Word("multiple", "how far from the multiple that is named a figure may be, as a share of it: “doubled” is 1.95 to 2.05 times", \.multiple, 0...0.25),
        Word("fraction", "how far from the fraction that is named a share may be: “a third” is 30.8 to 35.8 per cent", \.fraction, 0...0.1),
        Word("steady", "how much may change under “remained steady”, as a share of the earlier figure", \.steady, 0...0.5),
        Word("about", "how far from the number after “about” a figure may be, as a share of it", \.about, 0...0.5),
        Word("near", "how near “nearly” and “just over” are, as a share of the number", \.near, 0...0.5),
        Word("spelt", "up to which number a figure that is filled in is spelt out", \.spelt, 0...20),
    ]
}
