package import Figures
package import Scenes

/// What stands above the prose of the first page: masthead, headline, standfirst, authors and date.
package struct Opening {
    package var series: String
    package var issue: String
    package var headline: [Inline]
    package var standfirst: [Inline]
    package var byline: String

    package init(series: String, issue: String, headline: [Inline], standfirst: [Inline], byline: String) {
        self.series = series
        self.issue = issue
        self.headline = headline
        self.standfirst = standfirst
        self.byline = byline
    }

    /// Set into `width` points, from (0, 0); the height includes the space to what follows.
    package func arranged(width: Double, style: PageStyle, setter: inout ProseSetter, measurer: any TextMeasurer) -> ArrangedContent {
        var items: [SceneItem] = [
            .shape(
                ShapeItem(
                    .rectangle(Rect(x: 0, y: 0, width: width, height: style.mastheadRule)), fill: style.mastheadColour))
        ]
        var structure: [StructureElement] = []
        func add(_ words: String, _ text: TextStyle, atRight: Bool = false, y: Double) {
            let content = setter.contents.next()
            let advance = measurer.advance(of: words, in: text.font)
            let origin = Point(x: atRight ? width - advance : 0, y: y)
            items.append(.text(TextItem(words, font: text.font, colour: text.colour, origin: origin, advance: advance, content: content)))
            structure.append(StructureElement(.paragraph, content))
        }
        /// From its first baseline; returns the last one.
        func add(_ words: [Inline], _ role: StructureElement.Role, _ text: TextStyle, width: Double, y first: Double) -> Double {
            let words = setter.words(words, text)
            let lines = Paragraph(words.runs, measurer: measurer)
                .lines(width: width, alignment: .even, measurer: measurer, hyphenation: nil)
            var y = first
            for (index, line) in lines.enumerated() {
                if index > 0 { y += text.leading }
                items.append(.group(GroupItem("line", offset: Point(x: 0, y: y), items: line.items)))
            }
            structure.append(StructureElement(role, children: words.children))
            return y
        }

        var y = style.mastheadRule + style.mastheadGap
        add(series, style.series, y: y)
        add(issue, style.issue, atRight: true, y: y)
        y = add(headline, .heading1, style.headline, width: width * style.headlineMeasure, y: y + style.headlineGap)
        if !standfirst.isEmpty {
            y = add(standfirst, .paragraph, style.standfirst, width: width * style.standfirstMeasure, y: y + style.standfirstGap)
        }
        y += style.bylineGap
        add(byline, style.byline, y: y)
        return ArrangedContent(height: y + style.openingGap, items: items, structure: structure)
    }
}
