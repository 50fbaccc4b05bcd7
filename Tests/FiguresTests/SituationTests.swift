import Figures
import Scenes
import Statistics
import TestSupport
import Testing

/// Every kind in every situation that its data may bring, by what its options ask for: a new kind is tested here as soon as
/// it has its line in `figureKinds`.
@Suite struct SituationTests {
    enum Situation: String, CaseIterable, Sendable {
        case typical, onePoint = "one-point", allZero = "all-zero", allUnknown = "all-unknown", negative
        case manyMonths = "60-months", manyProvinces = "30-provinces", longNames = "long-names", arabicNames = "arabic-names"
    }

    static let all = figureKinds.indices.flatMap { kind in Situation.allCases.map { (kind, $0) } }

    @Test(arguments: all) func isAsItWas(_ kind: Int, _ situation: Situation) throws {
        let type = figureKinds[kind]
        let dump: String
        do throws(FigureProblems) {
            let figure = try type.init(options(of: type, situation), data: data(situation))
            dump = described(Fixtures.plot(figure, width: 320)) + remarks(figure)
        } catch {
            dump = error.problems.map { "problem with \($0.option ?? "the figure"): \($0.message); \($0.hint ?? "")\n" }.joined()
        }
        TestSupport.expectGolden(dump, "situation-\(type.keyword)-\(situation.rawValue).txt")
    }

    /// On paper and 320 pixels wide.
    @Test(arguments: all) func isTidy(_ kind: Int, _ situation: Situation) throws {
        let type = figureKinds[kind]
        guard let figure = try? type.init(options(of: type, situation), data: data(situation)) else { return }
        for width in [240.0, 499] {
            let style = FixtureStyle.style
            let content = Fixtures.figure(figure).arranged(width: width, height: nil, style: style, measurer: FixedWidthMeasurer())
            // What needs more room than it has says so, and the author is told.
            guard content.shortfall == Shortfall() else { continue }
            let scene = Scene(
                name: type.keyword, size: Size(width: width, height: content.height), background: style.colours.background, items: content.items)
            expectTidy(scene, "\(type.keyword), \(situation.rawValue), \(width) points")
        }
    }

    /// Only data without a whole are refused, by the kind that takes a whole apart; and more parts than can be told apart.
    @Test func fewSituationsAreRefused() {
        let refused = Self.all.filter { kind, situation in
            (try? figureKinds[kind].init(options(of: figureKinds[kind], situation), data: data(situation))) == nil
        }
        #expect(refused.allSatisfy { switch figureKinds[$0.0].keyword {
            case WaterfallChart.keyword: [.allUnknown, .onePoint].contains($0.1)
            case StackedColumns.keyword, GroupedColumns.keyword, AreaChart.keyword: $0.1 == .manyProvinces
            default: false
            }
        }, "\(refused.map { (figureKinds[$0.0].keyword, $0.1) })")
    }

    // MARK: Data

    private func data(_ situation: Situation) -> FigureData {
        let names: [String]
        switch situation {
        case .longNames: names = [Fixtures.veryLongName, "Another governorate with a name that needs more than a line", "Homs"]
        case .arabicNames: names = Fixtures.arabicNames
        case .manyProvinces: names = (1...30).map { "Province \($0)" }
        default: names = ["Homs", "Hama", "Raqqa"]
        }
        var measures = [Fixtures.killed, Fixtures.attacks]
        if situation == .longNames { measures[0] = Fixtures.longName }
        if situation == .arabicNames { measures[0].name = "القتلى" }
        let months = situation == .manyMonths ? 72 : 24
        var series: [(measure: Measure, province: String, values: String)] = []
        for (place, measure) in measures.enumerated() {
            let rows = names.indices.map { row in (0..<months).map { value(situation, $0 - months + 1, row, place) } }
            series += zip(names, rows).map { (measure, $0, $1.joined(separator: " ")) }
            let totals = (0..<months).map { month in total(of: rows.map { $0[month] }) }
            series.append((measure, "Total", totals.joined(separator: " ")))
        }
        let incidents = names.prefix(5).enumerated().flatMap { index, name in
            ["2024-01-0\(index + 1),\(name),raid,yes", "2024-01-2\(index),\(name),mine,no", "2024-01-2\(index),\(name),clash,"]
        }
        return Fixtures.data(Fixtures.data(series, provinces: names), incidents: incidents)
    }

    /// Of a month, 0 for the month of the brief and −1 for the one before.
    private func value(_ situation: Situation, _ month: Int, _ row: Int, _ measure: Int) -> String {
        let number = (month * month * 3 + month * 7 + row * 11 + measure * 5 + 1000) % 37
        switch situation {
        case .onePoint: return month == 0 && row == 0 ? "14" : "-"
        case .allZero: return "0"
        case .allUnknown: return "-"
        case .negative: return String(number - 18)
        case .manyMonths where row == 1 && (-41 ... -36).contains(month), .manyMonths where row == 2 && month == -20: return "-"
        case .typical where month == -3 && row == 1: return "-"
        case .typical where month == -5 && row == 2: return "4..9"
        default: return String(number)
        }
    }

    /// What the provinces add up to; unknown where one of them is.
    private func total(of values: [String]) -> String {
        let numbers = values.compactMap { Int($0) }
        return numbers.count == values.count ? String(numbers.reduce(0, +)) : "-"
    }

    // MARK: Options

    /// What a kind must have, and months and provinces where it takes some.
    private func options(of kind: any FigureKind.Type, _ situation: Situation) -> OptionValues {
        var values: [String: OptionValues.Value] = [:]
        let measures = data(situation).measures
        for option in kind.options {
            switch option.shape {
            case .measure where option.standard == nil: values[option.name] = .measures([measures[0]])
            case .measures(let count) where option.standard == nil: values[option.name] = .measures(Array(measures.prefix(max(1, count.lowerBound))))
            case .number(let range) where option.name == "months": values[option.name] = .number(min(range.upperBound, situation == .manyMonths ? 60 : 12))
            case .choice(let words) where option.standard == nil: values[option.name] = .word(words[0])
            default: continue
            }
        }
        if kind.keyword == SmallMultiples.keyword { values = values.filter { ["of", "measure", "months"].contains($0.key) } }
        return OptionValues(values.merging(asked(of: kind, measures, situation)) { $1 })
    }

    /// Where a kind could show several things the one with most in it.
    private func asked(of kind: any FigureKind.Type, _ measures: [Measure], _ situation: Situation) -> [String: OptionValues.Value] {
        switch kind.keyword {
        case "table": ["rows": .word(situation == .manyMonths ? "months" : "provinces"), "measures": .measures(measures), "cell-bars": .measures([measures[0]])]
        case SmallMultiples.keyword: ["measure": .measures([measures[0]])]
        case "numbers": ["measures": .measures(measures), "sparkline": .number(12)]
        case "stacked", "grouped", "area": ["measure": .measures([measures[0]])]
        default: [:]
        }
    }

    // MARK: As text

    private func remarks(_ figure: any FigureKind) -> String {
        figure.remarks(in: FixtureStyle.style).map { "remark: \($0)\n" }.joined()
    }

    /// The dump, or where that is more than people read what is in each group.
    private func described(_ scene: Scene) -> String {
        let dump = scene.dump
        guard dump.split(separator: "\n").count >= 60 else { return dump }
        var lines = ["scene \(scene.name) \(scene.size.width) × \((scene.size.height * 100).rounded() / 100)"]
        func describe(_ items: [SceneItem], _ indent: String) {
            var shapes = 0
            var texts: [String] = []
            for item in items {
                switch item {
                case .shape: shapes += 1
                case .text(let text): texts.append(text.text)
                case .group(let group):
                    lines.append("\(indent)\(group.name)")
                    describe(group.items, indent + "  ")
                case .link: break
                }
            }
            if shapes > 0 { lines.append("\(indent)\(shapes) shapes") }
            if !texts.isEmpty { lines.append("\(indent)texts \(texts.joined(separator: " · "))") }
        }
        describe(scene.items, "  ")
        return lines.joined(separator: "\n") + "\n"
    }
}
