import Diagnostics
import Statistics
import Testing

@Suite struct SeriesTests {
    // MARK: Months

    @Test func findsMonthsAndKeepsGaps() throws {
        let series = try series(from: "2023-11", "", "14", "33")
        #expect(series.months == month("2023-11")...month("2024-01"))
        #expect(series[month("2024-01")].quantity == Quantity(.exact(33)))
        #expect(series[month("2024-02")] == Series.Observation(month: month("2024-02"), quantity: .unknown, source: nil))
        #expect(series[month("2023-10")].quantity == .unknown)
        #expect(series.known.map(\.month) == [month("2023-12"), month("2024-01")])
        #expect(series.missingMonths == [month("2023-11")])
        #expect(series.limited(to: month("2023-12")...month("2024-02")).cells == ["14", "33", ""])
    }

    @Test func sumsAYearOnlyWhenItIsWhole() throws {
        #expect(try series(from: "2023-01", "1", ">=2", "3").sum.cell == ">=6")
        #expect(try series(from: "2023-01", "1", "", "3").sum == .unknown)
        #expect(try series(from: "2023-01").sum == .unknown)
        #expect(try series(from: "2023-01").months == nil)
    }

    @Test func tellsCountsFromShares() throws {
        #expect(try series(from: "2023-01", "1", "", ">=2", "3..8").hasWholeNumbers)
        #expect(try !series(from: "2023-01", "1", "2.5").hasWholeNumbers)
        #expect(try !series(from: "2023-01", "1", "2..2.5").hasWholeNumbers)
        #expect(try series(from: "2023-01", "").hasWholeNumbers)
    }

    // MARK: Change

    @Test func comparesDecemberWithJanuary() throws {
        let change = try series(from: "2023-12", "14", "33").change(from: month("2023-12"), to: month("2024-01"))
        #expect(change.difference == Interval(19, 19))
        #expect(change.ratio == Interval(33.0 / 14, 33.0 / 14))
        #expect(change.direction == .rise)
    }

    @Test(arguments: [
        ("5", "5", Interval(0, 0), Change.Direction.unchanged), ("5", "1", Interval(-4, -4), .fall), ("0", "3", Interval(3, 3), .rise),
        ("5", ">=14", Interval(9, .infinity), .rise), (">=14", "5", Interval(-.infinity, -9), .fall), (">=14", ">=33", nil, nil),
        ("10..16", "12", Interval(-4, 2), nil), ("10..16", "16", Interval(0, 6), nil), ("~40", "33", Interval(-7, -7, isEstimate: true), .fall),
        ("", "33", nil, nil), ("33", "[c]", nil, nil),
    ])
    func comparesIntervals(earlier: String, later: String, difference: Interval?, direction: Change.Direction?) throws {
        let change = try series(from: "2023-12", earlier, later).change(from: month("2023-12"), to: month("2024-01"))
        #expect(change.difference == difference)
        #expect(change.direction == direction)
    }

    @Test func hasNoRatioToZeroOrTheUnknown() throws {
        let series = try series(from: "2023-10", "0", "3", "", "-2", "4", ">=6")
        let months = try #require(series.months)
        let ratios = zip(months.dropLast(), months.dropFirst()).map { series.change(from: $0, to: $1).ratio }
        #expect(ratios == [nil, nil, nil, nil, Interval(1.5, .infinity)])
    }

    @Test func knowsNoChangeBeforeTheFirstMonth() throws {
        let change = try series(from: "2024-01", "33").change(from: month("2023-12"), to: month("2024-01"))
        #expect(change.difference == nil && change.direction == nil && change.earlier.quantity == .unknown)
    }

    // MARK: Rolling mean

    @Test func meansTrailAndBreakAtGaps() throws {
        let series = try series(from: "2023-09", "11", "19", "", "14", "33", "1")
        #expect(series.rollingMean(window: 1).cells == ["11", "19", "", "14", "33", "1"])
        #expect(series.rollingMean(window: 2).cells == ["", "15", "", "", "23.5", "17"])
        #expect(series.rollingMean(window: 3).cells == ["", "", "", "", "", "16"])
        #expect(series.rollingMean(window: 3, minimumKnown: 2).cells == ["", "15", "15", "16.5", "23.5", "16"])
        #expect(series.rollingMean(window: 12).cells == ["", "", "", "", "", ""])
        #expect(series.rollingMean(window: 0).cells == series.cells)
        #expect(series.rollingMean(window: 2).observations.map(\.month) == series.observations.map(\.month))
    }

    @Test func meansKeepWhatTheirMonthsAre() throws {
        #expect(try series(from: "2023-01", ">=4", "8").rollingMean(window: 2).cells == ["", ">=6"])
        #expect(try series(from: "2023-01", "10..16", "8 [p]").rollingMean(window: 2).cells == ["", "9..12 [p]"])
        #expect(try series(from: "2023-01", ">=4", "<=8").rollingMean(window: 2).cells == ["", ""])
        #expect(try series(from: "2023-01", "0", "0").rollingMean(window: 2).cells == ["", "0"])
    }

    // MARK: Extremes

    @Test func findsExtremesWithTies() throws {
        let extremes = try #require(try series(from: "2023-09", "11", "", "33", "2", "33", "2").extremes)
        #expect(extremes.largest.map(\.month) == [month("2023-11"), month("2024-01")])
        #expect(extremes.smallest.map(\.month) == [month("2023-12"), month("2024-02")])
        #expect(extremes.largestIsCertain && extremes.smallestIsCertain)
        #expect(extremes.missingMonths == [month("2023-10")])
    }

    @Test func saysWhenAnExtremeIsNotCertain() throws {
        let open = try #require(try series(from: "2023-01", ">=14", "20", "3").extremes)
        #expect(open.largest.map(\.month) == [month("2023-02")] && !open.largestIsCertain)
        #expect(open.smallest.map(\.month) == [month("2023-03")] && open.smallestIsCertain)
        let above = try #require(try series(from: "2023-01", ">=33", "20").extremes)
        #expect(above.largestIsCertain && above.smallestIsCertain)
        let tied = try #require(try series(from: "2023-01", ">=20", "20").extremes)
        #expect(tied.largest.count == 2 && !tied.largestIsCertain)
    }

    @Test func findsExtremesOfOneMonthAndOfNone() throws {
        let one = try #require(try series(from: "2024-01", "0").extremes)
        #expect(one.largest == one.smallest && one.largest.count == 1 && one.largestIsCertain)
        #expect(try series(from: "2024-01", "", "[x]").extremes == nil)
        #expect(try series(from: "2024-01").extremes == nil)
    }
}
