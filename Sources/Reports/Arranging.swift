import Diagnostics
import Figures
import Rules
package import Scenes
import Statistics

/// The pages of a report, arranged.
///
/// - Parameter hyphenation: nil for a language without a dictionary.
/// - Returns: nil, and errors, where a figure does not fit a page.
package func arrangePages(
    of report: Report, measurer: any TextMeasurer, hyphenation: HyphenationPoints?, problems: Problems
) -> Document? {
    Arranger(report: report, measurer: measurer, hyphenation: hyphenation, problems: problems).document()
}

/// A figure by itself, arranged for its picture. Where the author gives it a height its plot is as high as on the page, whatever
/// more lines the words around it take. Where its words need more width than a picture has it takes what it needs, which is no more than
/// it has on the page, and the picture shows it smaller: nothing in it is cut.
package func arrangePicture(of figure: PlacedFigure, in report: Report, measurer: any TextMeasurer) -> Scene {
    let images = report.style.images
    let padding = images.figurePadding
    let page = report.width(of: figure)
    func arranged(_ width: Double) -> ArrangedContent {
        figure.figure.arranged(width: width, height: figure.height?.value, asWideAs: page, style: report.style.figures, measurer: measurer)
    }
    var width = images.figurePoints - 2 * padding
    var content = arranged(width)
    // What is needed of another width may be more: the shares of a narrower one were smaller.
    for least in [content.shortfall.width, page].compactMap({ $0 }) where content.shortfall.width != nil && width < page {
        width = min(least, page)
        content = arranged(width)
    }
    return Scene(
        name: figure.figure.name, size: Size(width: width + 2 * padding, height: content.height + 2 * padding),
        background: report.style.page.background,
        items: [.group(GroupItem("figure \(figure.figure.name)", offset: Point(x: padding, y: padding), items: content.items))])
}

private struct Arranger {
    let report: Report
    let measurer: any TextMeasurer
    let hyphenation: HyphenationPoints?
    let problems: Problems

    private var style: PageStyle { report.style.page }
    private var language: ReportLanguage { report.language }
    private var month: String { language.wording.month(report.month) }
    private var width: Double { report.textWidth }
    private var height: Double { report.paper.height - style.marginTop - style.marginBottom }

    func document() -> Document? {
        let columnWidth = style.columnWidth(in: width)
        guard style.columns >= 1, columnWidth >= 60, height >= 12 * style.body.leading, style.body.leading > 0 else {
            problems.error(
                report.source.style.span, "the style \"\(report.style.name)\" leaves no room for text on \(paperName)",
                hint: "give it narrower margins, fewer columns or a larger paper")
            return nil
        }
        var contents = ContentNumbers()
        var figures: [FigureBox] = []
        var references: [String: FigureReference] = [:]
        for (index, placed) in report.figures.enumerated() {
            let content = arranged(placed, contents: &contents)
            figures.append(FigureBox(name: placed.figure.name, width: placed.width, items: content.items, height: content.height))
            references[placed.figure.name] = FigureReference(index: index, label: placed.figure.label, structure: content.structure)
        }
        guard !problems.diagnostics.containErrors else { return nil }

        let prose = report.instalment.prose
        var setter = ProseSetter(
            style: style, measurer: measurer, hyphenation: hyphenation, figures: references, noteCount: prose.notes.count,
            continued: language.continued, contents: contents)
        let notes = prose.notes.enumerated().map { setter.note($0, $1, width: columnWidth) }
        let flow = setter.flow(prose.blocks, width: columnWidth)
        let filler = ColumnFiller(
            items: flow.items, figures: figures, notes: notes,
            noteOverhead: style.noteGap + style.note.leading / 2, figureSpace: style.figureSpace,
            grid: style.body.leading, fullHeight: height)
        let (opening, highest) = self.opening.arranged(width: width, style: style, setter: &setter, measurer: measurer)
        let runningHead = RunningHead(series: report.source.series.value, month: month, width: width, style: style, measurer: measurer)
        checkRoom(of: opening, highest, runningHead)
        guard !problems.diagnostics.containErrors else { return nil }
        let colophon = self.colophon.set(width: width, style: style, contents: &setter.contents, measurer: measurer)
        let pageMaker = PageMaker(
            filler: filler, columnCount: Int(style.columns.rounded()), height: height, openingHeight: opening.height, colophon: colophon)
        let layouts: [PageLayout]
        do {
            layouts = try pageMaker.pages()
        } catch {
            tell(error, flow.items)
            return nil
        }
        let maker = SceneMaker(
            style: style, paper: report.paper, layouts: layouts, figures: figures, notes: notes,
            noteOverhead: filler.noteOverhead, opening: opening, colophon: colophon, measurer: measurer,
            folio: { language.folio(String($0), String($1)) },
            runningHead: runningHead, describe: description)
        let (scenes, bookmarks) = maker.pages()
        return Document(
            properties: properties, pages: scenes, bookmarks: bookmarks,
            structure: StructureElement(.document, opening.structure + inSections(flow.structure) + colophon.structure))
    }

    private func tell(_ problem: LayoutProblem, _ items: [FlowItem]) {
        let place = report.instalment.month.span.beginning
        switch problem {
        case .tooManyPages(let limit):
            problems.error(place, "the brief has more than \(limit) pages", hint: "part the text into several instalments")
        case .stuck(let item):
            let words = items.dropFirst(item).lazy.compactMap { item -> String? in
                guard case .line(let line) = item else { return nil }
                return line.content.items.compactMap { if case .text(let text) = $0 { text.text } else { nil } }.joined()
            }.first { !$0.isEmpty } ?? ""
            problems.error(
                place, "the text finds no place on any page from here on: “\(words)”", hint: "shorten what stands there, or give the style a larger page")
        }
    }

    private func description(of link: SetLine.Link) -> String {
        switch link.destination {
        case .address(let address): link.words(at: address)
        case .figure(let index): report.figures[index].figure.label ?? report.figures[index].figure.title ?? link.words
        case .footnote(let index): language.note(String(index + 1))
        case .reference(let index): language.backToText(String(index + 1))
        }
    }

    private var paperName: String { (report.source.paper ?? report.style.paper).rawValue }

    // MARK: Figures

    private func arranged(_ placed: PlacedFigure, contents: inout ContentNumbers) -> ArrangedContent {
        let width = report.width(of: placed)
        var content = placed.figure.arranged(
            width: width, height: placed.height?.value, style: report.style.figures, measurer: measurer)
        checkRoom(of: placed, content, width: width)
        let offset = contents.take(content.structure.reduce(0) { $0 + $1.contentCount })
        content.items = content.items.contentsRaised(by: offset)
        content.structure = content.structure.map { $0.contentsRaised(by: offset) }
        if !placed.code.isEmpty {
            let code = CodeBlock(lines: placed.code, style: style, measurer: measurer).arranged(width: width, contents: &contents)
            content.items.append(.group(GroupItem("code", offset: Point(x: 0, y: content.height), items: code.items)))
            content.structure += code.structure
            content.height += code.height
        }
        if content.height > height {
            problems.error(
                placed.height?.span ?? placed.place,
                "the figure \"\(placed.figure.name)\" does not fit its page: it is \(Int(content.height.rounded(.up))) points high, the page has \(Int(height))",
                hint: "give it a smaller height, fewer rows or `width: page`")
        }
        return content
    }

    /// Words that would be cut and marks without room are told, not printed.
    private func checkRoom(of placed: PlacedFigure, _ content: ArrangedContent, width: Double) {
        let name = placed.figure.name
        if let needed = content.shortfall.width {
            problems.error(
                placed.place,
                "the figure \"\(name)\" is too narrow: it needs \(points(needed)) points for its words, and has \(Int(width))",
                hint: placed.width == .column
                    ? "give it `width: page`, fewer months or measures, or shorter names" : "give it fewer months or measures, or shorter names")
        }
        if let needed = content.shortfall.height {
            problems.error(
                placed.height?.span ?? placed.place, "the figure \"\(name)\" is too low: it needs \(points(needed)) points",
                hint: "give it a height of \(points(needed)) or more, or none")
        }
    }

    private func points(_ length: Double) -> Int { Int(length.rounded(.up)) }

    // MARK: Around the prose

    /// What stands above the prose must leave room for it, and stay on the paper.
    private func checkRoom(of opening: ArrangedContent, _ highest: Opening.Part, _ runningHead: RunningHead) {
        if opening.height > height {
            let (name, place): (String, Span?) =
                switch highest {
                case .series: ("title of the report", report.source.series.span)
                case .headline: ("headline", headline.place)
                case .standfirst: ("standfirst", report.instalment.standfirst.place)
                case .byline: ("list of authors", report.instalment.authors.first?.span)
                }
            problems.error(
                place ?? report.instalment.month.span,
                "the \(name) is too long: what stands above the prose is \(points(opening.height)) points high, the page has \(Int(height))",
                hint: "shorten it")
        }
        let room = style.marginTop - style.runningHeadDistance - edgeWithoutText
        if runningHead.height > room {
            problems.error(
                report.source.series.span,
                "the title of the report is too long: at the head of each page it is \(points(runningHead.height)) points high, and the margin has room for \(Int(room))",
                hint: "shorten it, or give the style a larger margin")
        }
    }

    private var headline: [Inline] {
        report.instalment.prose.headline.isEmpty ? [.text(report.source.title)] : report.instalment.prose.headline
    }

    private var opening: Opening {
        let authors = language.wording.list(report.instalment.authors.map(\.value))
        return Opening(
            series: report.source.series.value, issue: month, headline: headline,
            standfirst: report.instalment.standfirst,
            byline: language.byline(authors, language.date(report.instalment.published.value)))
    }

    private var colophon: Colophon {
        let source = report.source
        return Colophon(parts: [
            (
                language.publisher,
                [.init(text: source.publisher.value + ", " + language.date(report.instalment.published.value))]
            ),
            (language.source, [.init(text: source.source?.value ?? "")]),
            (language.measures, source.measures.map { .init(term: $0.name, text: $0.definition) }),
            (language.about, [.init(text: source.about?.value ?? "")]),
        ])
    }

    private var properties: Document.Properties {
        Document.Properties(
            title: "\(headline.plainText) – \(report.source.series.value), \(month)",
            authors: report.instalment.authors.map(\.value), subject: report.instalment.standfirst.isEmpty ? report.source.title.value : report.instalment.standfirst.plainText,
            keywords: [report.source.title.value] + report.source.provinces.map(\.value),
            language: report.source.language.value, published: report.instalment.published.value.description)
    }
}

/// Blocks under their headings: a section begins at each heading of the second level, and one within it at each of the third.
private func inSections(_ blocks: [StructureElement]) -> [StructureElement] {
    func parted(_ blocks: ArraySlice<StructureElement>, by heading: StructureElement.Role) -> [StructureElement] {
        let starts = blocks.indices.filter { blocks[$0].role == heading }
        let sections = zip(starts, starts.dropFirst() + [blocks.endIndex]).map { start, end in
            let inner = heading == .heading2 ? parted(blocks[start..<end], by: .heading3) : Array(blocks[start..<end])
            return StructureElement(.section, inner)
        }
        return blocks[..<(starts.first ?? blocks.endIndex)] + sections
    }
    return parted(blocks[...], by: .heading2)
}
