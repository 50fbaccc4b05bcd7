package import Claims
package import Diagnostics
import Figures
package import Statistics

/// Reads the data of a report: what figures and claims are made from.
///
/// - Parameter month: the one that is reported on; nil for the newest of the table.
/// - Returns: nil for a language that there are no words for, and a table without months; not to be drawn from where there are errors.
package func readEvidence(
    _ source: ReportSource, monthly: [SourceFile], incidents: [SourceFile], month: Month?, problems: Problems
) -> Evidence? {
    guard let language = ReportLanguage.language(for: source.language.value) else { return nil }
    var diagnostics = Messages()
    let names = ProvinceNames(
        provinces: source.provinces.map(\.value), aliases: source.aliases, total: source.total.value)
    let table = StatisticsTable.read(monthly, measures: source.measures, provinces: names, diagnostics: &diagnostics)
    let incidents = Incident.read(incidents, provinces: names, diagnostics: &diagnostics)
    problems.add(contentsOf: diagnostics)
    guard let month = month ?? table.months?.upperBound else { return nil }
    let data = FigureData(
        table: table, measures: source.measures, provinces: source.provinces.map(\.value), total: source.total.value,
        place: source.place.value, month: month, wording: language.wording, incidents: incidents,
        provinceNoun: source.provinceNoun)
    return Evidence(data: data, names: names, incidents: incidents, phrasebook: language.phrasebook, settings: source.phrases)
}

/// Lets what the author wrote meet the data and the style: no default is left open, every figure has its values, every claim is
/// judged. Of a report without an instalment that is what stays the same each month.
///
/// - Parameters:
///   - month: the one that the instalment's file is named after; nil for the newest of the data, where there is no instalment.
///   - evidence: what `readEvidence` made of the same files.
/// - Returns: without a report, and with every error of all files, where one has an error.
package func resolve(
    _ source: ReportSource, _ files: ReportFiles, month: Month?, evidence: Evidence?, problems: Problems
) -> Resolution {
    let isRead = !problems.diagnostics.containErrors
    let month = month ?? evidence?.data.month
    let instalment = month.flatMap { month in files.instalment.flatMap { readInstalment($0, month: month, problems: problems) } }
    let style = readStyle(of: source, files, problems: problems)
    guard let month, let evidence, let language = ReportLanguage.language(for: source.language.value), (instalment == nil) == (files.instalment == nil)
    else { return Resolution(style: style) }
    let isWhole = files.monthly.count == source.monthlyFiles.count && !source.monthlyFiles.isEmpty && isRead
    let table = evidence.data.table
    // Where the table could not be read whole, a month may be in the part that is missing.
    let named = instalment?.month ?? Located(month, at: source.title.span)
    let hasMonth = !isWhole || checkMonth(named, in: table, problems: problems)
    if isWhole { for month in source.figures.compactMap(\.month) { _ = checkMonth(month, in: table, problems: problems) } }

    // A claim is not held against data that could not be read, or that are not there.
    let isSound = isRead && hasMonth
    var claims = isSound ? ClaimCheck(evidence, notClaims: instalment?.notClaims ?? [], problems: problems) : nil
    let figures: [PlacedFigure]
    if let instalment {
        figures = placedFigures(source, instalment, data: evidence.data, style: style?.figures ?? .unset, claims: &claims, problems: problems)
    } else {
        figures = source.figures.compactMap { figure in
            resolved(
                figure, number: nil, data: evidence.data, source: source, style: style?.figures ?? .unset, claims: &claims, problems: problems)
        }
    }
    let residuals = isSound ? Residuals(source, evidence) : nil
    // A figure with a month of its own has what does not add up in that.
    var ofMonths = [month: residuals]
    let ofFigures = figures.map { figure -> Residuals? in
        guard isSound else { return nil }
        if let known = ofMonths[figure.month] { return known }
        let residuals = Residuals(source, evidence.about(figure.month))
        ofMonths[figure.month] = residuals
        return residuals
    }
    if source.refusesResiduals {
        problems.add(contentsOf: residuals?.errors ?? [])
        for (figure, own) in zip(figures, ofFigures) where figure.month != month { problems.add(contentsOf: own?.errors(concerning: figure) ?? []) }
    }
    var settled = instalment
    if let instalment {
        settled?.standfirst = claims?.settled(instalment.standfirst) ?? instalment.standfirst
        settled?.prose = claims?.settled(instalment.prose) ?? instalment.prose
        claims?.checkNotClaims()
    }
    var resolution = Resolution(style: style, ledger: claims?.ledger, residuals: residuals)
    guard let settled, let style, residuals != nil, !problems.diagnostics.containErrors else { return resolution }
    resolution.report = Report(
        source: source, instalment: settled, language: language, style: style, evidence: evidence,
        figures: zip(figures, ofFigures).map { $1?.noted(on: $0) ?? $0 })
    return resolution
}

private func readStyle(of source: ReportSource, _ files: ReportFiles, problems: Problems) -> Style? {
    if files.styles.isEmpty { return nil }
    do {
        return try readStyle(named: source.style.value, sheets: files.styles, language: source.language.value)
    } catch {
        problems.add(contentsOf: error.diagnostics)
        return nil
    }
}

/// Of a month that the table does not have nothing can be said: false, with an error.
private func checkMonth(_ month: Located<Month>, in table: StatisticsTable, problems: Problems) -> Bool {
    if table.hasRows(in: month.value) { return true }
    problems.error(
        month.span, "the data have nothing for \(month.value)",
        facts: table.months.map { ["the monthly table goes from \($0.lowerBound) to \($0.upperBound)"] } ?? [],
        hint: "add the month’s rows to the table, or correct the month")
    return false
}

// MARK: Figures

/// The figures that the prose places, in its order, numbered. The panel of key figures has no number: it is no exhibit.
private func placedFigures(
    _ source: ReportSource, _ instalment: Instalment, data: FigureData, style: FigureStyle,
    claims: inout ClaimCheck?, problems: Problems
) -> [PlacedFigure] {
    var placed: [PlacedFigure] = []
    var places: [String: Span] = [:]
    var numbers: [FigureNumbering: Int] = [:]
    let sources = Dictionary(source.figures.map { ($0.name.value, $0) }) { first, _ in first }
    for call in (instalment.prose.blocks + instalment.prose.notes.joined()).figures {
        let name = call.name
        if let first = places[name.value] {
            problems.error(
                name.span, "the figure \"\(name.value)\" is placed twice", facts: ["the first time at \(first.place)"],
                hint: "remove one of the two")
            continue
        }
        places[name.value] = name.span
        guard var figure = sources[name.value] else {
            if source.figureNames.contains(name.value) { continue }
            problems.error(
                name.span, "the report defines no figure \"\(name.value)\"",
                hint: suggestion(for: name.value, among: source.figures.map(\.name.value), called: "figures")
                    ?? "a figure is made from the data: define it under `figures` in report.yaml; other pictures cannot be placed")
            continue
        }
        if !call.title.isEmpty { figure.title = call.title }
        if figure.title.isEmpty {
            problems.error(
                name.span, "the figure \"\(name.value)\" has no title",
                hint: "write what it shows this month: ![Attacks rose to [33](=attacks)](\(name.value))")
        }
        var number: Int?
        let numbering = figure.kind.numbering
        if numbering != .uncounted {
            numbers[numbering, default: 0] += 1
            number = numbers[numbering]
        }
        if var resolved = resolved(figure, number: number, data: data, source: source, style: style, claims: &claims, problems: problems) {
            resolved.code = call.code
            placed.append(resolved)
            checkAlternativeText(figure.alternativeText?.span, of: resolved.figure, problems: problems)
        }
    }
    checkReferences(in: instalment.prose, to: placed, called: Set(places.keys), source: source, problems: problems)
    for figure in source.figures where places[figure.name.value] == nil {
        problems.warning(
            figure.name.span, "the figure \"\(figure.name.value)\" is never placed",
            hint: "place it in the instalment with ![](\(figure.name.value)), or take it out")
        // What is not printed claims nothing.
        var noClaims: ClaimCheck?
        _ = resolved(figure, number: nil, data: data, source: source, style: style, claims: &noClaims, problems: problems)
    }
    return placed
}

/// Who does not see a figure is told what it shows: an alternative text has words, its claims filled in.
///
/// - Parameter place: where the author wrote it; nil where it is made from the data.
private func checkAlternativeText(_ place: Span?, of figure: Figure, problems: Problems) {
    guard let place else { return }
    if !figure.alternativeText.contains(where: { $0.isLetter || $0.isNumber }) {
        problems.error(
            place, "the alternative text of the figure \"\(figure.name)\" has no words",
            hint: "say what the figure shows, or take `alt` out: the text is then made from the data")
    } else if figure.alternativeText.utf16.count > longestAlternativeText {
        problems.error(
            place, "the alternative text of the figure \"\(figure.name)\" is too long for a PDF",
            hint: "write \(longestAlternativeText) characters at most, and the rest as prose")
    }
}

/// A PDF/A holds twice as many bytes, and a few more (ISO 19005-3, 6.1.13).
private let longestAlternativeText = 16_000

/// A reference leads to a figure of the brief, and one without words to a figure that has a number.
///
/// - Parameter called: the figures that the prose places, also those that could not be made.
private func checkReferences(in prose: Prose, to placed: [PlacedFigure], called: Set<String>, source: ReportSource, problems: Problems) {
    let figures = Dictionary(placed.map { ($0.figure.name, $0.figure) }) { first, _ in first }
    let known = Set(source.figures.map(\.name.value))
    let paragraphs = [prose.headline] + prose.blocks.paragraphs + prose.notes.flatMap(\.paragraphs)
    for (name, words) in paragraphs.flatMap(\.figureReferences) {
        if let figure = figures[name.value] {
            guard words.isEmpty, figure.label == nil else { continue }
            problems.error(name.span, "the figure \"\(name.value)\" has no number", hint: "write words for it: [the key figures](#\(name.value))")
        } else if !source.figureNames.contains(name.value) {
            problems.error(
                name.span, "the report defines no figure \"\(name.value)\"",
                hint: suggestion(for: name.value, among: placed.map(\.figure.name), called: "figures"))
        } else if !called.contains(name.value), known.contains(name.value) {
            problems.error(name.span, "the figure \"\(name.value)\" is not placed in this instalment", hint: "place it with ![](\(name.value))")
        }
    }
}

/// What an author writes into a figure, which has a place in it: what has passed is left out with a warning, anything else
/// that the figure does not show is an error.
private func annotationsShown(of figure: FigureSource, _ kind: any FigureKind, in style: FigureStyle, problems: Problems) -> Annotations {
    guard !figure.annotations.isEmpty else { return figure.annotations }
    let strangers = kind.content(in: style).strangers(among: figure.annotations)
    for stranger in strangers {
        guard let place = figure.annotationPlaces[stranger.text] else { continue }
        if stranger.past != nil {
            problems.warning(
                place, "the figure \"\(figure.name.value)\" no longer shows the time of \"\(stranger.text)\"",
                hint: "take it out, or show more months")
            continue
        }
        problems.error(
            place, "the figure \"\(figure.name.value)\" has no place for \"\(stranger.text)\"",
            facts: ["it is of the kind \(type(of: kind).keyword)"], hint: stranger.hint)
    }
    return figure.annotations.without(strangers)
}

private func resolved(
    _ figure: FigureSource, number: Int?, data: FigureData, source: ReportSource, style: FigureStyle,
    claims: inout ClaimCheck?, problems: Problems
) -> PlacedFigure? {
    let month = figure.month?.value ?? data.month
    // Of a month without data enough has been said.
    let hasMonth = data.table.hasRows(in: month)
    func words(_ text: [Inline]) -> String { (hasMonth ? claims?.settled(text, about: month) ?? text : text).printedText }
    let title = words(figure.title)
    let subtitle = figure.subtitle.map(words)
    let notes = figure.notes.map(words)
    let alternativeText = (figure.alternativeText?.value).map(words)
    var data = data
    data.month = month
    do {
        let kind = try figure.kind.init(figure.options, data: data)
        let annotations = annotationsShown(of: figure, kind, in: style, problems: problems)
        return PlacedFigure(
            figure: Figure(
                name: figure.name.value, number: number, title: title, subtitle: subtitle ?? kind.subtitle, notes: notes + kind.remarks(in: style), source: figure.source?.value ?? source.source?.value,
                alternativeText: alternativeText ?? kind.alternativeText(with: annotations, data.wording), kind: kind, wording: data.wording,
                annotations: annotations),
            month: data.month, width: figure.width, height: figure.height, code: [], place: figure.name.span,
            titlePlace: figure.title.place, subtitlePlace: figure.subtitle?.place, alternativeTextPlace: figure.alternativeText?.span)
    } catch {
        for problem in error.problems {
            let span = problem.option.flatMap { figure.optionPlaces[$0] } ?? figure.name.span
            problems.error(span, problem.message, hint: problem.hint)
        }
        return nil
    }
}
