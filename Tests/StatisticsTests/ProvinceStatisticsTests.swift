import Diagnostics
import Statistics
import Testing

/// Published figures of central Syria, by month.
private let published = """
    month,province,attacks
    2020-08,Homs,12
    2020-08,Raqqa,9
    2020-08,Deir Ez Zor,10
    2020-08,Total,35
    2020-09,Hama,5
    2020-09,Raqqa,9
    2020-09,Aleppo,2
    2020-09,Deir Ez Zor,11
    2020-09,Total,32
    2022-01,Homs,3
    2022-01,Hama,2
    2022-01,Raqqa,2
    2022-01,Aleppo,0
    2022-01,Deir Ez Zor,11
    2022-01,Total,18
    2023-12,Homs,5
    2023-12,Hama,1
    2023-12,Raqqa,2
    2023-12,Aleppo,1
    2023-12,Deir Ez Zor,5
    2023-12,Total,14
    2024-01,Homs,14
    2024-01,Hama,5
    2024-01,Raqqa,5
    2024-01,Aleppo,1
    2024-01,Deir Ez Zor,8
    2024-01,Total,33
    2024-03,Total,69

    """

@Suite struct ProvinceStatisticsTests {
    private let table = readTable(published).table

    private func reconciliation(_ text: String) -> Reconciliation {
        table.reconciliation(of: attacks, provinces: names.provinces, total: names.total, month: month(text))
    }

    private func reconciliation(of cells: [String], total: String) -> Reconciliation {
        let rows = zip(names.provinces + ["Total"], cells + [total]).map { "2024-01,\($0),\($1)\n" }
        return readTable("month,province,attacks\n" + rows.joined()).table
            .reconciliation(of: attacks, provinces: names.provinces, total: names.total, month: month("2024-01"))
    }

    // MARK: Ranking

    @Test func ranksWithTiesInTheReportsOrder() {
        let ranking = table.ranking(of: attacks, in: names.provinces, month: month("2024-01"))
        #expect(ranking.places.map(\.province) == ["Homs", "Deir Ez Zor", "Hama", "Raqqa", "Aleppo"])
        #expect(ranking.places.map(\.rank) == [1, 2, 3, 3, 5])
        #expect(ranking.places.map(\.observation.quantity.cell) == ["14", "8", "5", "5", "1"])
        #expect(ranking.places[0].observation.source?.place == "data/monthly.csv:23:14")
        #expect(ranking.unranked.isEmpty)
    }

    @Test func ranksZerosAndNotTheUnknown() {
        let zero = table.ranking(of: attacks, in: names.provinces, month: month("2022-01"))
        #expect(zero.places.map(\.province) == ["Deir Ez Zor", "Homs", "Hama", "Raqqa", "Aleppo"])
        let gaps = table.ranking(of: attacks, in: names.provinces, month: month("2020-08"))
        #expect(gaps.places.map(\.province) == ["Homs", "Deir Ez Zor", "Raqqa"])
        #expect(gaps.unranked.map(\.province) == ["Hama", "Aleppo"])
        let none = table.ranking(of: attacks, in: names.provinces, month: month("2024-02"))
        #expect(none.places.isEmpty && none.unranked.count == 5)
    }

    // MARK: Reconciliation

    @Test(arguments: ["2022-01", "2023-12", "2024-01"])
    func agreesWhereThePublishedSumsDo(text: String) {
        let reconciliation = reconciliation(text)
        #expect(reconciliation.outcome == .agrees)
        #expect(reconciliation.residual == Quantity(.exact(0)))
        #expect(reconciliation.sum == reconciliation.total.quantity)
    }

    @Test func saysThatProvincesAddUpTo31Of35() {
        let reconciliation = reconciliation("2020-08")
        #expect(reconciliation.outcome == .incomplete)
        #expect(reconciliation.sum.cell == "31" && reconciliation.total.quantity.cell == "35" && reconciliation.residual.cell == "4")
        #expect(reconciliation.known == ["Homs", "Raqqa", "Deir Ez Zor"])
        #expect(reconciliation.missing == ["Hama", "Aleppo"])
        #expect(self.reconciliation("2020-09").residual.cell == "5")
    }

    @Test func knowsNothingWithoutTotalOrProvinces() {
        #expect(reconciliation("2024-03").outcome == .unknown)
        #expect(reconciliation("2024-03").missing == names.provinces)
        #expect(reconciliation(of: ["1", "2", "3", "4", "5"], total: "").outcome == .unknown)
    }

    @Test func tellsShortFromTooMuch() {
        #expect(reconciliation(of: ["1", "2", "3", "4", "5"], total: "16").outcome == .short)
        #expect(reconciliation(of: ["1", "2", "3", "4", "5"], total: "14").outcome == .exceeds)
        #expect(reconciliation(of: ["1", "2", "", "4", "5"], total: "11").outcome == .exceeds)
        #expect(reconciliation(of: ["1", "2", "", "4", "5"], total: "12").outcome == .incomplete)
        #expect(reconciliation(of: ["1", "2", "3", "4", ">=5"], total: "16").outcome == .agrees)
        #expect(reconciliation(of: ["1", "2", "3", "4", ">=5"], total: "16").sum.cell == ">=15")
        #expect(reconciliation(of: ["0", "0", "0", "0", "0"], total: "0").outcome == .agrees)
    }

    @Test func forgivesDecimalFractions() {
        #expect(reconciliation(of: ["0.1", "0.2", "0", "0", "0"], total: "0.3").outcome == .agrees)
        #expect(reconciliation(of: ["0.1", "0.2", "0", "0", "0"], total: "0.31").outcome == .short)
    }

    // MARK: Change

    @Test func comparesRecordedFloorsAsRecorded() {
        let change = table.change(of: attacks, in: "Total", from: month("2023-12"), to: month("2024-01"))
        #expect(change.difference == Interval(19, 19) && change.direction == .rise)
        #expect(change.later.source?.line == 28)
        #expect(table.change(of: attacks, in: "Total", from: month("2023-11"), to: month("2023-12")).difference == nil)
        let share = table.observation(of: attacks, in: "Homs", month: month("2024-01")).quantity
            .share(of: change.later.quantity)
        #expect(share?.number == 14.0 / 33)
    }
}
