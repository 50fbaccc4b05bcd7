import Claims
package import Diagnostics
import Figures
import Markup
import Statistics

/// Reads `report.yaml`; nil, and errors, where nothing can be made of it.
package func readReport(_ file: SourceFile, problems: Problems) -> ReportSource? {
    let (node, diagnostics) = readYAML(file)
    problems.add(contentsOf: diagnostics)
    guard let node, let fields = Fields(node, .report, problems: problems) else { return nil }
    return ReportReader(file: file, fields: fields, problems: problems).read()
}

private struct ReportReader {
    let file: SourceFile
    let fields: Fields
    let problems: Problems

    func read() -> ReportSource? {
        let start = file.whole.beginning
        let title = fields.requiredText("title", at: start)?.typeset
        let publisher = fields.requiredText("publisher", at: start)?.typeset
        let data = fields.required("data", at: start).flatMap { Fields($0, .data, problems: problems) }
        let monthly = data.map { paths($0, "monthly") } ?? []
        if let data, monthly.isEmpty, let node = data.required("monthly"), case .sequence(let nodes) = node.content, nodes.isEmpty {
            problems.error(node.span, "\"monthly\" names no file", hint: "write the path of the monthly table: data/monthly.csv")
        }
        let (total, order, aliases, nouns) = provinces()
        let measures = self.measures(at: start)
        let keys = ReportNames(measures: measures.map(\.measure), provinces: order.map(\.value), total: total.value)
        let figures = fields.entries("figures").compactMap { FigureReader(problems: problems, names: keys).read(name: $0.key, $0.value) }
        let language = self.language(at: start)
        let paper = fields.choice("paper", Style.Paper.allCases.map(\.rawValue)).flatMap(Style.Paper.init)
        guard let title, let publisher else { return nil }

        let series = fields.text("series")?.typeset ?? title
        let place = fields.text("place")?.typeset ?? total
        let source = fields.text("source")?.withAddresses
        let about = fields.text("about")?.withAddresses
        var texts = [title, publisher, series, place] + order + measures.flatMap(\.texts)
        texts += nouns + [source, about].compactMap { $0 }
        for figure in figures {
            texts += (figure.title + (figure.subtitle ?? []) + figure.notes.joined()).texts + [figure.source].compactMap { $0 }
        }
        for text in texts where text.span.text.utf8.count >= 4 && text.mayHoldClaims {
            problems.error(text.span, "a claim cannot stand here", hint: "titles, subtitles and notes of figures, the standfirst and the prose can make claims")
        }
        return ReportSource(
            title: title, series: series, publisher: publisher, language: language, place: place,
            style: style(at: start), paper: paper, isForPress: fields.flag("press") ?? false, source: source, about: about, monthlyFiles: monthly,
            incidentFiles: data.map { paths($0, "incidents") } ?? [], total: total, provinces: order,
            provinceNoun: nouns.count == 2 ? Noun(singular: nouns[0].value, plural: nouns[1].value) : nil, aliases: aliases,
            measures: measures.map(\.measure), tallies: measures.compactMap { measure in measure.tally.map { (measure.measure, $0) } },
            refusesResiduals: fields.choice("residual", ["note", "error"]) == "error", phrases: phrases(), figures: figures, figureNames: Set(fields.entries("figures").map(\.key.value)), texts: texts)
    }

    private func language(at start: Span) -> Located<String> {
        guard let language = fields.text("language") else { return Located("en", at: start) }
        let parts = language.value.split(separator: "-", omittingEmptySubsequences: false)
        let isTag = parts.allSatisfy { part in
            (1...8).contains(part.utf8.count) && part.utf8.allSatisfy { $0 < 0x80 && ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39) }
        }
        if !isTag || parts[0].utf8.count < 2 {
            problems.error(language.span, "\"\(language.value)\" is not a language", hint: "write a tag of BCP 47: en, en-GB, fr")
        } else if ReportLanguage.language(for: language.value) == nil {
            problems.error(
                language.span, "Brevier has no words for a brief in \"\(language.value)\"",
                hint: "languages: \(ReportLanguage.all.map(\.tag).joined(separator: ", "))")
        }
        return language
    }

    private func style(at start: Span) -> Located<String> {
        fields.text("style") ?? Located("house", at: start)
    }

    /// Paths that stay within the report's folder.
    private func paths(_ fields: Fields, _ name: String) -> [Located<String>] {
        fields.texts(name).filter { path in
            let parts = path.value.split(separator: "/", omittingEmptySubsequences: false)
            guard !path.value.isEmpty, !path.value.hasPrefix("/"), !parts.contains(".."), !path.value.contains("\0") else {
                problems.error(
                    path.span, "the path \"\(path.value)\" leads out of the report’s folder",
                    hint: "put the file into the report’s folder and write its path from there")
                return false
            }
            return true
        }
    }

    // MARK: Provinces

    private func provinces() -> (total: Located<String>, order: [Located<String>], aliases: [String: String], nouns: [Located<String>]) {
        let start = file.whole.beginning
        guard let node = fields.node("provinces"), let fields = Fields(node, .provinces, problems: problems) else {
            return (Located("Total", at: start), [], [:], [])
        }
        let total = fields.text("total") ?? Located("Total", at: start)
        _ = fields.required("order")
        let order = fields.texts("order")
        var known: [String: Located<String>] = [total.value: total]
        for province in order {
            if let earlier = known.updateValue(province, forKey: province.value) {
                problems.error(
                    province.span, "the province \"\(province.value)\" is named twice",
                    facts: ["the first stands at \(earlier.span.place)"], hint: "remove one of them")
            }
        }
        var aliases: [String: String] = [:]
        for (province, node) in fields.entries("aliases") {
            guard known[province.value] != nil else {
                problems.error(
                    province.span, "aliases of an unknown province \"\(province.value)\"",
                    hint: suggestion(for: province.value, among: order.map(\.value), called: "provinces"))
                continue
            }
            guard case .sequence(let nodes) = node.content else {
                problems.error(node.span.beginning, "the aliases of a province are not a list", hint: "write [\(node.span.text)]")
                continue
            }
            for alias in nodes.compactMap({ problems.text($0, "aliases") }) {
                if let other = aliases[alias.value] ?? known[alias.value]?.value, other != province.value {
                    problems.error(alias.span, "\"\(alias.value)\" already means \(other)", hint: "remove one of them")
                }
                aliases[alias.value] = province.value
            }
        }
        return (total, order, aliases, nouns(fields))
    }

    /// What one province is called and what several are; both, or none.
    private func nouns(_ fields: Fields) -> [Located<String>] {
        let words = ["singular", "plural"]
        guard words.contains(where: { fields.node($0) != nil }) else { return [] }
        let nouns = words.compactMap { fields.requiredText($0) }
        for noun in nouns where !noun.value.contains(where: \.isLetter) {
            problems.error(noun.span, "\"\(noun.value)\" is no word for a province", hint: "write what one is called, singular: sector, and what several are, plural: sectors")
        }
        return nouns
    }

    // MARK: Phrases

    private func phrases() -> PhraseSettings {
        var settings = PhraseSettings()
        guard let node = fields.node("phrases"), let fields = Fields(node, .phrases, problems: problems) else { return settings }
        for word in PhraseSettings.words {
            guard let number = fields.number(word.name) else { continue }
            if word.range.contains(number.value) {
                settings[keyPath: word.path] = number.value
            } else {
                let ends = [word.range.lowerBound, word.range.upperBound].map { Quantity(.exact($0)).cell }
                problems.error(number.span, "\"\(word.name)\" cannot be \(number.span.text)", hint: "a number from \(ends[0]) to \(ends[1])")
            }
        }
        return settings
    }

    // MARK: Measures

    private func measures(at start: Span) -> [(measure: Measure, tally: IncidentTally?, texts: [Located<String>])] {
        guard fields.required("measures", at: start) != nil else { return [] }
        return fields.entries("measures").compactMap { key, node in
            guard let fields = Fields(node, .measure, problems: problems) else { return nil }
            let name = fields.requiredText("name", at: key.span)?.typeset
            let singular = fields.requiredText("singular", at: key.span)
            let plural = fields.requiredText("plural", at: key.span)
            let unit = fields.text("unit")
            let floor = fields.flag("floor") ?? false
            let definition = fields.text("definition")?.typeset
            let tally = fields.choice("incidents", IncidentTally.words.map(\.word))
            if ["month", "province", "measure", "value"].contains(key.value) {
                problems.error(
                    key.span, "a measure cannot be called \"\(key.value)\": the table has a column of that name",
                    hint: "give it and its column another name")
            }
            guard let name, let singular, let plural else { return nil }
            let measure = Measure(
                key: key.value, name: name.value, unit: unit?.value ?? plural.value, singular: singular.value,
                plural: plural.value, counting: floor ? .floor : .count, definition: definition?.value ?? "")
            return (measure, IncidentTally.words.first { $0.word == tally }?.tally, [name, singular, plural] + [unit, definition].compactMap { $0 })
        }
    }
}
