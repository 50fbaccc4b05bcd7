package import Scenes

/// A chart or table with all that belongs to it, no default left open.
package struct Figure: Sendable {
    /// The name by which the report places it, and of its files.
    package var name: String
    /// Nil for one that is not counted: the panel of key figures.
    package var number: Int?
    /// The finding; nil for none.
    package var title: String?
    package var subtitle: String?
    /// A sentence each, without the word "Notes:".
    package var notes: [String]
    /// Without the word "Source:".
    package var source: String?
    package var alternativeText: String
    package var kind: any FigureKind
    package var wording: Wording
    package var annotations: Annotations

    package init(
        name: String, number: Int?, title: String?, subtitle: String?, notes: [String], source: String?,
        alternativeText: String, kind: any FigureKind, wording: Wording,
        annotations: Annotations = .none
    ) {
        self.name = name
        self.number = number
        self.title = title
        self.subtitle = subtitle
        self.notes = notes
        self.source = source
        self.alternativeText = alternativeText
        self.kind = kind
        self.wording = wording
        self.annotations = annotations
    }

    /// "Figure 1", "Table 2"; nil where it has no number.
    package var label: String? {
        number.flatMap { number in
            switch type(of: kind).numbering {
            case .figure: wording.figure(String(number))
            case .table: wording.table(String(number))
            case .uncounted: nil
            }
        }
    }

    /// The whole figure, as wide as `width`: what stands above the plot, the plot, notes and source.
    ///
    /// - Parameter height: of the whole figure; nil for the one that the style gives to a plot of this width. A figure
    ///   that is sized by what it holds may be higher or lower.
    /// - Parameter page: how wide it is where it has that height: its plot is as high here. Nil for `width`.
    /// - Returns: the groups "title", "plot" and "notes", from (0, 0), and one structure element, which has the figure's name
    ///   on what holds its values.
    package func arranged(
        width: Double, height: Double?, asWideAs page: Double? = nil, style: FigureStyle, measurer: any TextMeasurer
    ) -> ArrangedContent {
        let frame = FigureFrame(self, width: width, style: style, measurer: measurer)
        func frameHeight() -> Double { page.map { FigureFrame(self, width: $0, style: style, measurer: measurer).height } ?? frame.height }
        let plotHeight = height.map { max(0, $0 - frameHeight()) } ?? style.spaces.height + style.spaces.heightShare * width
        var content = kind.content(in: style).annotated(annotations).arranged(width: width, height: plotHeight, measurer: measurer)
        for index in content.structure.indices {
            content.structure[index].name = name
            if content.structure[index].role == .figure { content.structure[index].alternativeText = alternativeText }
        }
        var figure = frame.around(content)
        figure.structure = [StructureElement(.division, figure.structure)]
        return figure
    }
}
