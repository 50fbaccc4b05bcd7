import Figures
import Rules
import Scenes
import Statistics
import TestSupport
import Testing

/// What holds for every kind over any data.
@Suite struct FigureInvariantTests {
    @Test(arguments: 0..<30) func figuresKeepEveryRule(seed: UInt64) throws {
        for kind in try Self.kinds(seed: seed) {
            for width in [240.0, 400, 499] {
                let scene = Fixtures.scene(kind, width: width)
                let comment = "\(type(of: kind).keyword), seed \(seed), \(width) points"
                expectTidy(scene, comment)
                // What has too little room says so, and is not printed.
                guard Fixtures.shortfall(of: kind, width: width) == Shortfall() else { continue }
                let subject = FigureSubject(
                    Fixtures.figure(kind), scene, medium: .figure, style: FixtureStyle.style, profile: .newsroom,
                    measures: [Fixtures.attacks, Fixtures.killed, Fixtures.longName], measurer: FixedWidthMeasurer())
                // The sign of a missing value is as small as its cell in a map of values: the rule is for the author, who can give it
                // more room.
                // Random data can be unknown altogether.
                for found in RuleRun(RuleSettings()).findings(in: [subject])
                where !(kind is HeatMap && found.finding.example == "“[x]”") && !(kind.isEmpty && found.rule.code == "R-empty") {
                    Issue.record("\(comment): \(found.rule.code): \(found.finding.message) \(found.finding.example)")
                }
            }
        }
    }

    @Test(arguments: 0..<20) func everyPrintedNumberIsAQuantityOrATick(seed: UInt64) throws {
        for kind in try Self.kinds(seed: seed) {
            let wording = Wording.english
            let values = kind.values
            var allowed = Set(
                values.rows.flatMap { row in row.dropFirst(2).map { Self.printed($0) } }.filter { !$0.isEmpty })
            // Changes are those of two rows of the values.
            let numbers = values.rows.flatMap { $0.dropFirst(2) }.flatMap { Self.ends($0) }
            if let before = values.rows.dropLast().last, let now = values.rows.last {
                for (first, second) in zip(now, before).dropFirst(2) {
                    for one in Self.ends(first) { for other in Self.ends(second) { allowed.insert(wording.signed(one - other)) } }
                }
            }
            if values.rows.count <= 6 {
                for first in numbers { for second in numbers { allowed.insert(wording.signed(first - second)) } }
            }
            // Classes go by the lower ends alone.
            let lower = values.rows.flatMap { $0.dropFirst(2) }.compactMap { Self.ends($0).first }
            for tick in Ticks(around: numbers, wholeNumbers: true).values + Ticks(around: lower, wholeNumbers: true).values {
                // A class of whole numbers begins after the tick that closes the one below.
                allowed.formUnion([wording.number(tick), wording.number(tick + 1)])
            }
            // A panel has ticks at double the distance.
            let ticks = Ticks(around: numbers, wholeNumbers: true).values
            for place in 0...3 { allowed.insert(wording.number((ticks[1] - ticks[0]) * 2 * Double(place))) }
            // A step between two totals.
            for number in numbers { allowed.insert(wording.signed(number)) }
            // How many are added.
            allowed.insert("2")
            // The window of the mean.
            allowed.insert("3")
            // Shares have an axis of their own, and stacks one that is as long as their parts together.
            let hasOwnAxis = kind is AreaChart || kind is StackedColumns
            for year in 2020...2024 { allowed.insert(String(year)) }
            let scene = Fixtures.scene(kind, width: 499)
            for text in scene.texts where text.groups.first == "plot" && !(hasOwnAxis && text.groups.contains("axis")) {
                for word in text.item.text.split(whereSeparator: { (["key", "ramp"].contains(text.groups.last) ? " ():–" : " ():").contains($0) }) where word.contains(where: \.isNumber) {
                    if word.hasSuffix("%") {
                        #expect(kind is AreaChart, "\(type(of: kind).keyword) has no shares: \(word)")
                        continue
                    }
                    let number = word.drop { "≥≤~".contains($0) }
                    #expect(
                        allowed.contains(String(word)) || allowed.contains(String(number)),
                        "\(type(of: kind).keyword), seed \(seed): “\(word)” is from nowhere")
                }
            }
        }
    }

    @Test(arguments: 0..<5) func theOrderOfRowsChangesNothing(seed: UInt64) throws {
        let plain = try Self.kinds(seed: seed)
        let shuffled = try Self.kinds(seed: seed, shuffledWith: SeededGenerator(seed: seed + 1000))
        for (one, other) in zip(plain, shuffled) {
            #expect(Fixtures.scene(one).dump == Fixtures.scene(other).dump)
            #expect(one.alternativeText == other.alternativeText)
            #expect(one.values == other.values)
        }
    }

    /// One of each kind, over random quantities of every sort, names and lengths.
    private static func kinds(seed: UInt64, shuffledWith shuffle: SeededGenerator? = nil) throws -> [any FigureKind] {
        var random = SeededGenerator(seed: seed)
        let highest = [5, 40, 300, 2999][Int(seed) % 4]
        let months = Int.random(in: 1...40, using: &random)
        let provinces = ["Homs", "Deir Ez Zor", "A province whose name needs more than a line"].prefix(
            Int.random(in: 1...3, using: &random))
        func words() -> String {
            (0..<months + 24).map { _ in
                let (low, high) = (Int.random(in: 0...highest, using: &random), Int.random(in: 1...highest, using: &random))
                let mark = ["", "", "", "", "[r]", "[p]", "[u]"].randomElement(using: &random) ?? ""
                switch Int.random(in: 0..<16, using: &random) {
                case 0, 1, 2: return "-"
                case 3: return ">=\(low)\(mark)"
                case 4: return "<=\(high)"
                case 5: return "\(low)..\(low + high)"
                case 6: return "~\(low)"
                case 7: return "[x]"
                case 8: return "0"
                default: return "\(low)\(mark)"
                }
            }.joined(separator: " ")
        }
        let measures = [Fixtures.attacks, Fixtures.killed, Fixtures.longName]
        let series = (measures + [Fixtures.wounded]).flatMap { measure in
            (provinces + ["Total"]).map { (measure: measure, province: $0, values: words()) }
        }
        let data = Fixtures.data(series, provinces: Array(provinces), shuffledWith: shuffle)
        let measure = measures[Int(seed) % 3]
        // Provinces where there are several, and otherwise measures that can be added up.
        let parts: [String: OptionValues.Value] = [
            provinces.count > 1 ? "measure" : "measures": .measures(provinces.count > 1 ? [measure] : [Fixtures.killed, Fixtures.wounded]),
            "months": .number(months),
        ]
        return [
            try StackedColumns(OptionValues(parts), data: data),
            try GroupedColumns(OptionValues(parts), data: data),
            try AreaChart(OptionValues(parts), data: data),
            try FocusChart(OptionValues(["measure": .measures([measure]), "years": .number(Int(seed) % 4)]), data: data),
            try CumulativeChart(OptionValues(["measure": .measures([measure]), "years": .number(Int(seed) % 4)]), data: data),
            try TrendChart(
                OptionValues([
                    "measures": .measures([measure]), "provinces": .provinces(Array(provinces) + ["Total"]), "months": .number(max(2, months)),
                ]), data: data),
            try ColumnChart(OptionValues(["measure": .measures([measure]), "months": .number(months)]), data: data),
            try TrendChart(
                OptionValues([
                    "measures": .measures(Array(measures.suffix(Int(seed % 2) + 1))), "months": .number(max(2, months)),
                    "mean": .number([0, 3][Int(seed / 2) % 2]),
                ]), data: data),
            try BarChart(OptionValues(["measure": .measures([measure]), "previous": .flag(seed % 3 != 0)]), data: data),
            try BarChart(OptionValues(["measure": .measures([measure]), "top": .number(1), "order": .word("report")]), data: data),
            try DumbbellChart(OptionValues(["measure": .measures([measure]), "order": .word(["value", "change", "report"][Int(seed % 3)])]), data: data),
            try SlopeChart(OptionValues(["measure": .measures([measure])]), data: data),
            try SmallMultiples(OptionValues(["measure": .measures([measure]), "months": .number(months)]), data: data),
            try SmallMultiples(
                OptionValues([
                    "of": .word(TrendChart.keyword), "measures": .measures(Array(measures.suffix(Int(seed % 2) + 1))), "months": .number(max(2, months)),
                ]), data: data),
            try MeasureTable(
                OptionValues([
                    "rows": .word(seed % 2 == 0 ? "months" : "provinces"), "months": .number(min(months, 20)), "measures": .measures(measures),
                ]),
                data: data),
            try KeyNumbers(OptionValues(["measures": .measures(measures), "sparkline": .number(Int(seed % 2) * 12)]), data: data),
            try HeatMap(OptionValues(["measure": .measures([measure]), "months": .number(max(2, months))]), data: data),
        ]
            // Without a total for both months there is none.
            + [try? WaterfallChart(OptionValues(["measure": .measures([measure])]), data: data)].compactMap { $0 }
    }

    /// What is printed of a value of the table of values.
    private static func printed(_ written: String) -> String {
        let value = written.split(separator: " ").first.map(String.init) ?? ""
        let numbers = ends(value).map { Wording.english.number($0) }
        return numbers.joined(separator: "–")
    }

    private static func ends(_ written: String) -> [Double] {
        let value = written.prefix { $0 != " " }.drop { "<>=~".contains($0) }
        return value.replacing("..", with: " ").split(separator: " ").compactMap { Double($0) }
    }
}
