package import Claims
package import Diagnostics
package import Figures
package import Statistics

/// A report as its author wrote it: `report.yaml`, read and checked, with nothing filled in from elsewhere.
package struct ReportSource: Sendable {
    package var title: Located<String>
    package var series: Located<String>
    package var publisher: Located<String>
    package var language: Located<String>
    package var place: Located<String>
    /// The name of a style; its place is that of the whole file where the author names none.
    package var style: Located<String>
    package var paper: Style.Paper?
    /// Whether the edition for the press is made each time.
    package var isForPress: Bool
    package var source: Located<String>?
    package var about: Located<String>?
    package var monthlyFiles: [Located<String>]
    package var incidentFiles: [Located<String>]
    package var total: Located<String>
    package var provinces: [Located<String>]
    /// What the provinces are called; nil for the language's own word.
    package var provinceNoun: Noun?
    /// Another spelling, and the province that it means.
    package var aliases: [String: String]
    package var measures: [Measure]
    /// What of the incidents a measure counts, in the order of the measures.
    package var tallies: [(measure: Measure, tally: IncidentTally)]
    /// Whether what does not add up is an error.
    package var refusesResiduals: Bool
    package var phrases: PhraseSettings
    /// Those that could be read.
    package var figures: [FigureSource]
    /// The names of all, also of those that could not: of them enough has been said.
    package var figureNames: Set<String>
    /// All that will be printed, for the check that a font has each character.
    package var texts: [Located<String>]
}

/// A figure as its author wrote it.
package struct FigureSource: Sendable {
    package var name: Located<String>
    package var kind: any FigureKind.Type
    /// With its claims, as subtitle and notes; empty where each instalment writes its own.
    package var title: [Inline]
    package var subtitle: [Inline]?
    package var notes: [[Inline]]
    package var source: Located<String>?
    package var alternativeText: Located<[Inline]>?
    /// The one that it is about; nil for that of the brief.
    package var month: Located<Month>?
    package var width: FigureBox.Width
    /// Points.
    package var height: Located<Double>?
    package var options: OptionValues
    /// Where each option is written.
    package var optionPlaces: [String: Span]
    package var annotations: Annotations
    /// Where each is written, by its text.
    package var annotationPlaces: [String: Span]
}
