package import Claims
package import Diagnostics
package import Figures
import Scenes
package import Statistics

/// The texts of a report beside its own file, read but not yet understood.
package struct ReportFiles: Sendable {
    /// Nil for a report that has none yet.
    package var instalment: SourceFile?
    package var monthly: [SourceFile]
    package var incidents: [SourceFile]
    /// The style's own file first, then its base, then the base's base.
    package var styles: [SourceFile]

    package init(instalment: SourceFile?, monthly: [SourceFile], incidents: [SourceFile], styles: [SourceFile]) {
        self.instalment = instalment
        self.monthly = monthly
        self.incidents = incidents
        self.styles = styles
    }
}

/// A report with no default left open: what the author said has met what the data and the style say.
package struct Report: Sendable {
    package var source: ReportSource
    package var instalment: Instalment
    package var language: ReportLanguage
    package var style: Style
    package var evidence: Evidence
    /// In the order in which the prose places them.
    package var figures: [PlacedFigure]

    package var data: FigureData { evidence.data }
    package var month: Month { instalment.month.value }
}

/// What resolving gives: the report where nothing is wrong, and what can be said of its claims and data all the same.
package struct Resolution: Sendable {
    package var report: Report?
    package var style: Style?
    /// Nil where the data cannot be read, so that nothing is held against them.
    package var ledger: Ledger?
    package var residuals: Residuals?
}

/// A figure with its number, its values and its place in the prose.
package struct PlacedFigure: Sendable {
    package var figure: Figure
    /// The month that it is about.
    package var month: Month
    package var width: FigureBox.Width
    /// Points; nil for the style's own.
    package var height: Located<Double>?
    /// Code that stands beneath it.
    package var code: [Located<String>]
    /// Where it is named in `report.yaml`.
    package var place: Span
    /// Where its words are written; nil for those that are made from the data.
    package var titlePlace: Span?
    package var subtitlePlace: Span?
    package var alternativeTextPlace: Span?
}

extension Report {
    /// Points.
    var paper: Size { (source.paper ?? style.paper).size }
    /// Between the margins.
    var textWidth: Double { paper.width - style.page.marginLeft - style.page.marginRight }

    func width(of figure: PlacedFigure) -> Double {
        figure.width == .page ? textWidth : style.page.columnWidth(in: textWidth)
    }
}
