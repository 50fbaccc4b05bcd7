import Diagnostics
import Figures
import Markup
import Statistics

/// The names that a figure's options may use.
struct ReportNames {
    let measures: [Measure]
    let provinces: [String]
    let total: String
}

/// Reads a figure of `report.yaml` by the words of all figures and of its kind.
struct FigureReader {
    let problems: Problems
    let names: ReportNames

    func read(name: Located<String>, _ node: YAMLNode) -> FigureSource? {
        if !isFileName(name.value) {
            problems.error(
                name.span, "\"\(name.value)\" cannot name a figure: files are named after it",
                hint: "use lower-case letters, digits and hyphens")
        }
        guard let kind = kind(of: node, name: name) else { return nil }
        guard let fields = Fields(node, .figure, others: kind.options.map(\.name), problems: problems) else { return nil }
        let read = self.options(of: kind, in: node, figure: name)
        guard let (options, places) = read else { return nil }
        let (annotations, annotationPlaces) = annotations(fields)
        let height = fields.number("height")
        if let height, !(20...2_000).contains(height.value) {
            problems.error(height.span, "a figure cannot be \(height.span.text) points high", hint: "from 20 to 2,000")
        }
        return FigureSource(
            name: name, kind: kind, title: fields.text("title")?.marked ?? [], subtitle: fields.text("subtitle")?.marked, notes: fields.texts("notes").map(\.marked),
            source: fields.text("source")?.withAddresses, alternativeText: fields.text("alt").map { Located($0.marked, at: $0.span) },
            month: fields.node("month").flatMap { problems.month($0, "month") },
            width: fields.choice("width", ["column", "page"]) == "page" ? .page : .column, height: height, options: options,
            optionPlaces: places, annotations: annotations, annotationPlaces: annotationPlaces)
    }

    private func isFileName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 80
            && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F }
    }

    private func kind(of node: YAMLNode, name: Located<String>) -> (any FigureKind.Type)? {
        guard case .mapping(let entries) = node.content else {
            problems.error(node.span.beginning, "the figure \"\(name.value)\" is not a mapping", hint: "write its kind and title beneath its name")
            return nil
        }
        guard let value = entries.first(where: { $0.key.value == "kind" })?.value else {
            problems.error(name.span, "the figure \"\(name.value)\" lacks its kind", hint: "add `kind:` \(keywords.joined(separator: ", "))")
            return nil
        }
        guard let keyword = problems.choice(value, "kind", keywords) else { return nil }
        return figureKinds.first { $0.keyword == keyword.value }
    }

    private var keywords: [String] { figureKinds.map { $0.keyword } }

    // MARK: Options

    /// The options and their places; nil where one has an error.
    private func options(
        of kind: any FigureKind.Type, in node: YAMLNode, figure: Located<String>
    ) -> (OptionValues, [String: Span])? {
        guard case .mapping(let entries) = node.content else { return nil }
        let before = problems.diagnostics.remarks
        var values: [String: OptionValues.Value] = [:]
        var places: [String: Span] = [:]
        for option in kind.options {
            guard let (key, value) = entries.first(where: { $0.key.value == option.name }) else {
                if option.standard == nil {
                    problems.error(
                        figure.span, "a figure of kind \(kind.keyword) lacks \"\(option.name)\"",
                        hint: "add `\(option.name):` \(option.what)")
                }
                continue
            }
            places[option.name] = value.span.range.isEmpty ? key.span : value.span
            values[option.name] = self.value(of: option, value)
        }
        return problems.diagnostics.remarks == before ? (OptionValues(values), places) : nil
    }

    private func value(of option: FigureOption, _ node: YAMLNode) -> OptionValues.Value? {
        switch option.shape {
        case .measure:
            return measure(node, option.name).map { .measures([$0]) }
        case .measures(let count):
            let nodes = list(node)
            guard count.contains(nodes.count) else {
                problems.error(
                    node.span.beginning, "\"\(option.name)\" has \(nodes.count) measures, not \(count.lowerBound) to \(count.upperBound)",
                    hint: "write a list: [\(names.measures.prefix(2).map(\.key).joined(separator: ", "))]")
                return nil
            }
            return .measures(nodes.compactMap { measure($0, option.name) })
        case .province:
            return province(node, option.name).map { .provinces([$0]) }
        case .provinces:
            return .provinces(list(node).compactMap { province($0, option.name) })
        case .number(let range):
            return problems.wholeNumber(node, option.name, in: range).map { .number($0.value) }
        case .choice(let words):
            return problems.choice(node, option.name, words).map { .word($0.value) }
        case .flag:
            return problems.flag(node, option.name).map { .flag($0.value) }
        case .period:
            return problems.period(node, option.name).map { .period($0.value) }
        case .month:
            return problems.month(node, option.name).map { .month($0.value) }
        }
    }

    private func list(_ node: YAMLNode) -> [YAMLNode] {
        if case .sequence(let nodes) = node.content { return nodes }
        return [node]
    }

    private func measure(_ node: YAMLNode, _ option: String) -> Measure? {
        guard let key = problems.text(node, option) else { return nil }
        if let measure = names.measures.first(where: { $0.key == key.value }) { return measure }
        problems.error(
            key.span, "the report has no measure \"\(key.value)\"",
            hint: suggestion(for: key.value, among: names.measures.map(\.key), called: "measures"))
        return nil
    }

    private func province(_ node: YAMLNode, _ option: String) -> String? {
        guard let name = problems.text(node, option) else { return nil }
        let known = names.provinces + [names.total]
        if known.contains(name.value) { return name.value }
        problems.error(
            name.span, "the report has no province \"\(name.value)\"",
            hint: suggestion(for: name.value, among: known, called: "provinces"))
        return nil
    }

    // MARK: Annotations

    private func annotations(_ fields: Fields) -> (Annotations, places: [String: Span]) {
        var annotations = Annotations()
        var places: [String: Span] = [:]
        func words(_ text: Located<String>) -> String {
            let words = text.typeset.value
            if places[words] == nil { places[words] = text.span }
            return words
        }
        annotations.periods = entries(of: "periods", .period, in: fields).compactMap { entry in
            guard let months = entry.required("months").flatMap({ problems.period($0, "months") }), let text = entry.requiredText("text") else { return nil }
            return .init(months.value, words(text))
        }
        annotations.events = entries(of: "events", .event, in: fields).compactMap { entry in
            guard let month = entry.required("month").flatMap({ problems.month($0, "month") }), let text = entry.requiredText("text") else { return nil }
            return .init(month.value, words(text))
        }
        annotations.callOuts = entries(of: "call-outs", .callOut, in: fields).compactMap { entry in
            guard let node = entry.required("at"), let text = entry.requiredText("text"), let target = target(node) else { return nil }
            let panel = entry.node("in").flatMap { province($0, "in") }
            return .init(target, in: panel, words(text))
        }
        return (annotations, places)
    }

    private func entries(of name: String, _ vocabulary: Vocabulary, in fields: Fields) -> [Fields] {
        guard let node = fields.node(name) else { return [] }
        return list(node).compactMap { Fields($0, vocabulary, problems: problems) }
    }

    private func target(_ node: YAMLNode) -> Annotations.CallOut.Target? {
        if case .scalar(let text, _) = node.content, let month = Month(text) { return .month(month) }
        return province(node, "at").map { .province($0) }
    }
}
