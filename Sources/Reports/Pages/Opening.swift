package import Figures
package import Scenes

/// What stands above the prose of the first page: masthead, headline, standfirst, authors and date.
package struct Opening {
    package var series: String
    package var issue: String
    package var headline: [Inline]
    package var standfirst: String
    package var byline: String

    package init(series: String, issue: String, headline: [Inline], standfirst: String, byline: String) {
        self.series = series
        self.issue = issue
        self.headline = headline
        self.standfirst = standfirst
        self.byline = byline
    }

    /// Set into `width` points, from (0, 0); the height includes the space to what follows.
    package func arranged(width: Double, style: PageStyle, setter: ProseSetter, measurer: any TextMeasurer) -> ArrangedContent {
        var items: [SceneItem] = [
            .shape(
                ShapeItem(
                    .rectangle(Rect(x: 0, y: 0, width: width, height: style.mastheadRule)), fill: style.mastheadColour))
        ]
        var y = style.mastheadRule + style.mastheadGap
        items.append(.text(line(series, style.series, x: 0, y: y, measurer)))
        let issueLine = line(issue, style.issue, x: 0, y: y, measurer)
        items.append(.text(line(issue, style.issue, x: width - issueLine.advance, y: y, measurer)))

        y += style.headlineGap
        y = set(setter.runs(headline, style.headline), width: width * style.headlineMeasure, y: y, style.headline, measurer, into: &items)
        if !standfirst.isEmpty {
            y += style.standfirstGap
            y = set([Run(standfirst, style.standfirst)], width: width * style.standfirstMeasure, y: y, style.standfirst, measurer, into: &items)
        }
        y += style.bylineGap
        items.append(.text(line(byline, style.byline, x: 0, y: y, measurer)))
        return ArrangedContent(height: y + style.openingGap, items: items)
    }

    /// Sets a paragraph from its first baseline; returns the last one.
    private func set(
        _ runs: [Run], width: Double, y first: Double, _ text: TextStyle, _ measurer: any TextMeasurer,
        into items: inout [SceneItem]
    ) -> Double {
        let lines = Paragraph(runs, measurer: measurer)
            .lines(width: width, alignment: .even, measurer: measurer, hyphenation: nil)
        var y = first
        for (index, line) in lines.enumerated() {
            if index > 0 { y += text.leading }
            items.append(.group(GroupItem("line", offset: Point(x: 0, y: y), items: line.items)))
        }
        return y
    }

    private func line(_ words: String, _ text: TextStyle, x: Double, y: Double, _ measurer: any TextMeasurer) -> TextItem {
        TextItem(
            words, font: text.font, colour: text.colour, origin: Point(x: x, y: y),
            advance: measurer.advance(of: words, in: text.font))
    }
}
