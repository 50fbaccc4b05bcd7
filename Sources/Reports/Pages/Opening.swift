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

    /// What it is made of, and what an author can shorten.
    package enum Part: Sendable { case series, headline, standfirst, byline }

    /// Set into `width` points, from (0, 0); the height includes the space to what follows.
    ///
    /// - Returns: also which part is the highest.
    package func arranged(
        width: Double, style: PageStyle, setter: inout ProseSetter, measurer: any TextMeasurer
    ) -> (content: ArrangedContent, highest: Part) {
        var items: [SceneItem] = [
            .shape(
                ShapeItem(
                    .rectangle(Rect(x: 0, y: 0, width: width, height: style.mastheadRule)), fill: style.mastheadColour))
        ]
        var structure: [StructureElement] = []
        var highest = (part: Part.headline, height: 0.0)
        /// From its first baseline; returns the last one.
        func add(
            _ part: Part, _ words: ProseSetter.Words, _ role: StructureElement.Role, _ text: TextStyle, width: Double,
            _ alignment: LineBreaker.Alignment, y first: Double
        ) -> Double {
            let lines = Paragraph(words.runs, measurer: measurer)
                .lines(width: width, alignment: alignment, measurer: measurer, hyphenation: nil)
            var y = first
            for (index, line) in lines.enumerated() {
                if index > 0 { y += text.leading }
                items.append(.group(GroupItem("line", offset: Point(x: 0, y: y), items: line.items + line.addressLinks)))
            }
            structure.append(StructureElement(role, children: words.children))
            if y - first > highest.height { highest = (part, y - first) }
            return y
        }

        var y = style.mastheadRule + style.mastheadGap
        let issueAdvance = measurer.advance(of: issue, in: style.issue.font)
        let issueContent = setter.contents.next()
        let seriesEnd = add(
            .series, setter.words(series, style.series), .paragraph, style.series, width: width - issueAdvance - style.gutter, .left, y: y)
        items.append(
            .text(
                TextItem(
                    issue, font: style.issue.font, colour: style.issue.colour, origin: Point(x: width - issueAdvance, y: y), advance: issueAdvance,
                    content: issueContent)))
        structure.append(StructureElement(.paragraph, issueContent))
        y = add(
            .headline, setter.words(headline, style.headline), .heading1, style.headline, width: width * style.headlineMeasure, .even,
            y: seriesEnd + style.headlineGap)
        if !standfirst.isEmpty {
            y = add(
                .standfirst, setter.words(standfirst, style.standfirst), .paragraph, style.standfirst, width: width * style.standfirstMeasure,
                .even, y: y + style.standfirstGap)
        }
        y = add(.byline, setter.words(byline, style.byline), .paragraph, style.byline, width: width, .left, y: y + style.bylineGap)
        return (ArrangedContent(height: y + style.openingGap, items: items, structure: structure), highest.part)
    }
}
