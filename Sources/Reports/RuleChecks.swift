import Diagnostics
import Figures
import Rules
package import Scenes

/// Holds the finished figures and pages of a report against the rules: what breaks one is a warning, or an error where the
/// rule is never broken.
///
/// - Parameter isRendering: whether only what is never broken counts, and what loses words.
package func checkRules(of report: Report, document: Document, measurer: any TextMeasurer, isRendering: Bool, problems: Problems) {
    let check = RuleCheck(report: report, document: document, measurer: measurer)
    problems.adding { check.tell(&$0, isRendering: isRendering) }
}

private struct RuleCheck {
    let report: Report
    let document: Document
    let measurer: any TextMeasurer
    /// The figures as they stand on the pages, by the names of their groups.
    private let placed: [String: GroupItem]

    init(report: Report, document: Document, measurer: any TextMeasurer) {
        self.report = report
        self.document = document
        self.measurer = measurer
        let outer = document.pages.flatMap(\.items.groups)
        let groups = outer + outer.filter { $0.name.hasPrefix("column ") }.flatMap(\.items.groups)
        placed = Dictionary(groups.filter { $0.name.hasPrefix("figure ") }.map { ($0.name, $0) }) { first, _ in first }
    }

    private var prose: Prose { report.instalment.prose }

    func tell(_ messages: inout Messages, isRendering: Bool) {
        let run = RuleRun(report.style.rules, isRendering: isRendering)
        // A rendering asks of no more than the figure on its page.
        let inFigures = report.figures.flatMap { run.findings(in: subjects(of: $0, withPicture: !isRendering)) }
        let findings = inFigures + run.findings(in: brief, measurer: measurer)
        // What is the style's is alike in many figures, and told once.
        struct Kind: Hashable {
            var code: String
            var message: String
            var part: Finding.Part
        }
        var groups: [(first: RuleFinding, others: [RuleFinding])] = []
        var indices: [Kind: Int] = [:]
        for finding in findings {
            let kind = Kind(code: finding.rule.code, message: finding.finding.message, part: finding.finding.part)
            if let index = indices[kind] {
                groups[index].others.append(finding)
            } else {
                indices[kind] = groups.count
                groups.append((finding, []))
            }
        }
        for (first, others) in groups { messages.append(severity(of: first.rule), diagnostic(of: first, and: others)) }
    }

    private func severity(of rule: Rule) -> Diagnostic.Severity { rule.isNeverBroken ? .error : .warning }

    // MARK: What is looked at

    /// A figure as it stands on its page, and as its picture shows it.
    private func subjects(of figure: PlacedFigure, withPicture: Bool) -> [FigureSubject] {
        var scenes: [(Scene, Medium)] = []
        if let group = placed["figure \(figure.figure.name)"] {
            // How high it is does not matter here: what is below it is the page's.
            let size = Size(width: report.width(of: figure), height: report.paper.height)
            scenes.append((Scene(name: group.name, size: size, background: report.style.page.background, items: group.items), .figure))
        }
        if withPicture {
            let picture = arrangePicture(of: figure, in: report, measurer: measurer)
            scenes.append((picture, .picture(pixelsPerPoint: report.style.images.figureWidth / picture.size.width)))
        }
        return scenes.map { scene, medium in
            FigureSubject(
                figure.figure, scene, medium: medium, style: report.style.figures, profile: report.style.rules.profile,
                measures: report.source.measures, measurer: measurer)
        }
    }

    private var brief: BriefSubject {
        BriefSubject(
            document, body: report.style.page.body, columnCount: Int(report.style.page.columns.rounded()),
            figures: report.figures.map { .init(name: $0.figure.name, label: $0.figure.label) }, measurer: measurer)
    }

    // MARK: What is told

    private func diagnostic(of first: RuleFinding, and others: [RuleFinding]) -> Diagnostic {
        let (rule, finding) = (first.rule, first.finding)
        var facts: [String] = []
        if case .figure(_, .picture) = first.place { facts.append("in its picture, not on its page") }
        if case .page(let page) = first.place { facts.append("on page \(page)") }
        let elsewhere = others.map(\.place).filter { $0 != first.place }
        if !elsewhere.isEmpty { facts.append("also \(list(elsewhere))") }
        facts.append("why: \(rule.why)")
        return Diagnostic(
            severity(of: rule), at: place(of: first),
            finding.message + (finding.example.isEmpty ? "" : ": " + finding.example), rule: rule.code, facts: facts, hint: finding.hint)
    }

    /// "in by-month and by-province", "on page 2".
    private func list(_ places: [RuleFinding.Place]) -> String {
        var names: [String] = []
        var seen: Set<String> = []
        for place in places {
            let name =
                switch place {
                case .figure(let name, _): "in \(name)"
                case .page(let page): "on page \(page)"
                case .brief: "elsewhere"
                }
            if seen.insert(name).inserted { names.append(name) }
        }
        return names.joined(separator: ", ")
    }

    private func place(of found: RuleFinding) -> Diagnostic.Place {
        switch found.place {
        case .figure(let name, _):
            guard let placed = report.figures.first(where: { $0.figure.name == name }) else { break }
            let place =
                switch found.finding.part {
                case .title: placed.titlePlace
                case .subtitle: placed.subtitlePlace
                case .alternativeText: placed.alternativeTextPlace
                case .whole, .source, .words: nil as Span?
                }
            return .span(place ?? placed.place)
        case .page, .brief:
            if case .words(let words) = found.finding.part { return place(of: words) }
        }
        return .span(report.source.style.span.beginning)
    }

    /// Where a line of the prose is written, as far as its words tell; the instalment as a whole where they do not.
    private func place(of words: String) -> Diagnostic.Place {
        if let call = prose.blocks.figures.first(where: { $0.name.value == words }) { return .span(call.name.span) }
        // The first and the last may be parts of words.
        var inner = words.split(separator: " ")
        if inner.count > 3 { inner = Array(inner.dropFirst().dropLast()) }
        let wanted = inner.joined(separator: " ")
        let text = prose.blocks.texts.first { $0.value.split(separator: " ").joined(separator: " ").contains(wanted) }
        return text.map { .span($0.span) } ?? .file(report.instalment.month.span.file.path)
    }
}

extension [SceneItem] {
    fileprivate var groups: [GroupItem] {
        compactMap { if case .group(let group) = $0 { group } else { nil } }
    }
}
