import Diagnostics
import Statistics
import TestSupport
import Testing

private let wide = """
    month,province,attacks,killed
    2023-12,Homs,5,
    2023-12,Total,14,19
    2024-01,Homs,14,
    2024-01,Deir Ez Zor,8,
    2024-01,Total,>=33,31 [r]

    """

@Suite struct TableReaderTests {
    private let measures = [attacks, killed]

    private func cells(_ table: StatisticsTable) -> [String] {
        guard let months = table.months else { return [] }
        return measures.flatMap { measure in
            (names.provinces + [names.total]).map { province in
                "\(measure.key) \(province): " + table.series(of: measure, in: province, months: months).cells.joined(separator: ",")
            }
        }
    }

    @Test func readsAWideTable() {
        let (table, messages) = readTable(wide, measures: measures)
        #expect(messages == "")
        #expect(table.months == month("2023-12")...month("2024-01"))
        #expect(
            cells(table) == [
                "attacks Homs: 5,14", "attacks Hama: ,", "attacks Raqqa: ,", "attacks Aleppo: ,", "attacks Deir Ez Zor: ,8",
                "attacks Total: 14,>=33", "killed Homs: ,", "killed Hama: ,", "killed Raqqa: ,", "killed Aleppo: ,",
                "killed Deir Ez Zor: ,", "killed Total: 19,31 [r]",
            ])
        #expect(table.observation(of: killed, in: "Total", month: month("2024-01")).source?.place == "data/monthly.csv:6:20")
        #expect(table.observation(of: killed, in: "Homs", month: month("2024-01")).source?.place == "data/monthly.csv:4:17")
        #expect(table.observation(of: killed, in: "Hama", month: month("2024-01")).source == nil)
    }

    @Test(arguments: [
        wide.split(separator: "\n").joined(separator: "\r\n"), "\u{FEFF}" + wide, wide + "\n\n,,,\n",
        "province,killed,month,attacks\nTotal,19,2023-12,14\nTotal,31 [r],2024-01,≥33\nHoms,,2024-01,14\nDeir ez-Zor,,2024-01,8\nHoms,,2023-12,5",
        """
        month,province,measure,value
        2024-01,Total,killed,31 [r]
        2023-12,Homs,attacks,5
        2024-01, Homs ,attacks,14
        2023-12,Total,attacks,14
        2024-01,Deir ez-Zor,attacks,8
        "2024-01","Total","attacks",">=33"
        2023-12,Total,killed,19
        """,
    ])
    func readsTheSameTableInEveryForm(text: String) {
        let (table, messages) = readTable(text, measures: measures)
        #expect(messages == "")
        #expect(cells(table) == cells(readTable(wide, measures: measures).table))
    }

    @Test func readsOneTableFromSeveralFiles() {
        let (table, messages) = readTable(
            "month,attacks\n2023-12,14\n2024-01,>=33\n", "month,province,killed\n2023-12,Total,19\n2024-01,Total,31 [r]\n",
            "month,province,measure,value\n2023-12,Homs,attacks,5\n2024-01,Homs,attacks,14\n2024-01,Deir Ez Zor,attacks,8\n",
            measures: measures)
        #expect(messages == "")
        #expect(cells(table) == cells(readTable(wide, measures: measures).table))
    }

    @Test func keepsMonthsWithoutRowsAsUnknown() {
        let (table, _) = readTable("month,attacks\n2023-09,11\n2024-01,0\n")
        let months = month("2023-09")...month("2024-01")
        #expect(table.months == months)
        #expect(table.series(of: attacks, in: "Total", months: months).cells == ["11", "", "", "", "0"])
    }

    @Test func readsBackEveryTable() {
        var random = SeededGenerator(seed: 2024)
        for _ in 0..<60 {
            let first = month("2020-05").advanced(by: Int.random(in: 0..<30, using: &random))
            var rows: [(long: [String], wide: String)] = []
            for offset in 0..<Int.random(in: 1...8, using: &random) {
                for province in names.provinces + [names.total] where Bool.random(using: &random) {
                    let cells = measures.map { _ in Quantity.random(using: &random).cell }
                    let place = "\(first.advanced(by: offset)),\(province)"
                    rows.append((
                        zip(measures, cells).map { "\(place),\($0.key),\($1)" }, "\(place),\(cells.joined(separator: ","))"
                    ))
                }
            }
            guard !rows.isEmpty else { continue }
            let ordered = ["month,province,attacks,killed"] + rows.map(\.wide)
            let shuffled = ["month,province,measure,value"] + rows.flatMap(\.long).shuffled(using: &random)
            let one = readTable(ordered.joined(separator: "\n"), measures: measures)
            let other = readTable(shuffled.joined(separator: "\r\n"), measures: measures)
            #expect(one.messages == "" && other.messages == "")
            #expect(cells(one.table) == cells(other.table))
            let written = Set(cells(one.table).joined(separator: ",").split { ",:".contains($0) }.map { $0.drop { $0 == " " } })
            #expect(rows.allSatisfy { $0.wide.split(separator: ",").dropFirst(2).allSatisfy { written.contains($0) } })
        }
    }
}
