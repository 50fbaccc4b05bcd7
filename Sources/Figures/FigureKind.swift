package import Scenes
package import Statistics

/// A sort of figure: columns, bars, a table.
///
/// A kind says what is drawn of which values; `Guides` draws axes, labels, titles and sources for all kinds. To add one,
/// write a file in `Kinds` and put its type into `figureKinds`.
package protocol FigureKind: Sendable {
    /// The word for it in a report.
    static var keyword: String { get }

    /// One sentence for the reference: what it shows.
    static var summary: String { get }

    /// Which count its numbers belong to.
    static var numbering: FigureNumbering { get }

    /// What the author can set, besides what all figures have.
    static var options: [FigureOption] { get }

    /// Takes what it draws out of the data. Says what is wrong with the options as `FigureProblem`s, all of them.
    init(_ options: OptionValues, data: FigureData) throws(FigureProblems)

    /// Measure, unit, place and period, for a figure whose author gives no subtitle.
    var subtitle: String { get }

    /// What must be said of the values as drawn in a style, whose symbols are explained: missing ones, minimum counts,
    /// ranges. A sentence each.
    func remarks(in style: FigureStyle) -> [String]

    /// "Column chart of … where …": kind, measure, place, period, range, extremes and the month of the brief.
    var alternativeText: String { get }

    /// The measures of which it shows every province in the month of the brief, so that a reader may add them up.
    var breakdowns: [Measure] { get }

    /// The values drawn, for `NAME.csv`.
    var values: ValueTable { get }

    /// Whether nothing that it would draw is known.
    var isEmpty: Bool { get }

    /// Marks and guides, ready to be set into a frame.
    func content(in style: FigureStyle) -> any FigureContent
}

extension FigureKind {
    package static var numbering: FigureNumbering { .figure }
    package var breakdowns: [Measure] { [] }
    package var isEmpty: Bool { !values.hasValues }
}

/// A kind that is one plot.
package protocol PlotKind: FigureKind {
    var wording: Wording { get }

    func plot(in style: FigureStyle) -> Plot

    /// What its lines and grounds mean, the same of each panel.
    func remarksOnLook(in style: FigureStyle) -> [String]

    /// Whether it can be a panel of small multiples, each of a province: it then has an option `province`.
    static var standsInPanels: Bool { get }
}

extension PlotKind {
    package static var standsInPanels: Bool { options.contains { $0.name == "province" } }

    package func remarksOnLook(in style: FigureStyle) -> [String] { [] }

    package func content(in style: FigureStyle) -> any FigureContent {
        PlotContent(plot(in: style), style: style, wording: wording)
    }
}

/// Figures and tables are counted apart: "Figure 1", "Table 1"; a panel of key figures is not counted.
package enum FigureNumbering: Hashable, Sendable {
    case figure, table, uncounted
}

/// What stands in a figure between its subtitle and its notes.
package protocol FigureContent {
    /// Set into `width` points. `height` is what the page or the author would like it to be; a content that sizes itself
    /// by what it holds (a table) may need another. The items' origin is the top left of the content.
    func arranged(width: Double, height: Double, measurer: any TextMeasurer) -> ArrangedContent

    /// The same with what the author writes into it, where it has places for that.
    func annotated(_ annotations: Annotations) -> any FigureContent

    /// What of it has no place.
    func strangers(among annotations: Annotations) -> [Annotations.Stranger]
}

extension FigureContent {
    package func annotated(_ annotations: Annotations) -> any FigureContent { self }
    package func strangers(among annotations: Annotations) -> [Annotations.Stranger] { annotations.strangersToAll }
}

/// A content with its place taken: items from (0, 0), as wide as it was asked to be.
package struct ArrangedContent: Hashable, Sendable {
    package var height: Double
    package var items: [SceneItem]
    /// What it says, in the order of reading. Its contents are numbered from 0.
    package var structure: [StructureElement]
    package var shortfall: Shortfall

    package init(height: Double, items: [SceneItem], structure: [StructureElement] = [], shortfall: Shortfall = Shortfall()) {
        self.height = height
        self.items = items
        self.structure = structure
        self.shortfall = shortfall
    }
}

/// Values as a table of text, the header first.
package struct ValueTable: Hashable, Sendable {
    package var header: [String]
    package var rows: [[String]]

    package init(header: [String], rows: [[String]]) {
        self.header = header
        self.rows = rows
    }

    /// Whether a value in it is known: of months, provinces and days alone nothing is.
    fileprivate var hasValues: Bool {
        let columns = header.indices.filter { !Self.keys.contains(header[$0]) }
        // What is missing is empty or has its sign: "[c]".
        return rows.contains { row in columns.contains { row.indices.contains($0) && !row[$0].isEmpty && !row[$0].hasPrefix("[") } }
    }

    private static let keys: Set = ["month", "province", "date"]
}

/// What the options of a figure may draw from.
package struct FigureData: Sendable {
    package var table: StatisticsTable
    /// In the report's order.
    package var measures: [Measure]
    /// In the report's order, without the total.
    package var provinces: [String]
    /// The name of the report's own overall row: "Total".
    package var total: String
    /// What the total is of: "central Syria".
    package var place: String
    /// The month of the brief, or that of a figure that has one of its own.
    package var month: Month
    package var wording: Wording
    /// Those of all months.
    package var incidents: [Incident]
    /// What the provinces are called.
    package var provinceNoun: Noun

    package init(
        table: StatisticsTable, measures: [Measure], provinces: [String], total: String, place: String, month: Month,
        wording: Wording, incidents: [Incident] = [], provinceNoun: Noun? = nil
    ) {
        self.table = table
        self.measures = measures
        self.provinces = provinces
        self.total = total
        self.place = place
        self.month = month
        self.wording = wording
        self.incidents = incidents
        self.provinceNoun = provinceNoun ?? wording.province
    }
}

/// What is wrong with the options of a figure.
package struct FigureProblems: Error, Hashable, Sendable {
    package struct Problem: Hashable, Sendable {
        /// The option at fault; nil for the figure as a whole.
        package var option: String?
        package var message: String
        package var hint: String?

        package init(option: String?, _ message: String, hint: String? = nil) {
            self.option = option
            self.message = message
            self.hint = hint
        }
    }

    package var problems: [Problem]

    package init(_ problems: [Problem]) {
        self.problems = problems
    }
}
