import Statistics
import Testing

@Suite struct YearsTests {
    // MARK: Cumulative

    private func sums(of measure: Measure = killed, isCount: Bool = true, _ cells: String...) throws -> [String] {
        let observations = try cells.enumerated().map {
            Series.Observation(month: month("2023-01").advanced(by: $0), quantity: try quantity($1), source: nil)
        }
        return Series(measure: measure, province: "Homs", observations: observations).cumulative(isCount: isCount).cells
    }

    @Test func sumsMonthByMonth() throws {
        for isCount in [true, false] {
            #expect(try sums(isCount: isCount, "3", "0", "5") == ["3", "3", "8"])
            #expect(try sums(isCount: isCount, "3", ">=2", "5") == ["3", ">=5", ">=10"])
            #expect(try sums(isCount: isCount, "3", "10..16", "5 [p]") == ["3", "13..19", "18..24 [p]"])
            #expect(try sums(isCount: isCount, "3", "~40", "5") == ["3", "~43", "~48"])
            #expect(try sums(isCount: isCount).isEmpty)
        }
    }

    @Test func aSumOfCountsThatLacksAMonthIsAMinimum() throws {
        #expect(try sums("3", "", "5", "1") == ["3", ">=3", ">=8", ">=9"])
        #expect(try sums("", "[c]", "5 [r]", "1") == ["", "[c]", ">=5 [r]", ">=6 [r]"])
        #expect(try sums("3", "<=5", "1") == ["3", "3..8", "4..9"])
        #expect(try sums("~40", "", "1") == ["~40", ">=40", ">=41"])
    }

    @Test func otherwiseNothingIsKnownFromAMissingMonthOn() throws {
        #expect(try sums(isCount: false, "3", "", "5", "1") == ["3", "", "", ""])
        #expect(try sums(isCount: false, "[c]", "5") == ["[c]", ""])
        #expect(try sums(isCount: false, ">=3", "<=5", "1") == [">=3", "", ""])
    }

    @Test func minimumCountsAddUpAsTheyAreRecorded() throws {
        #expect(try sums(of: attacks, "3", ">=2", "5") == ["3", "5", "10"])
        #expect(try sums(of: attacks, "3", "", "5") == ["3", ">=3", ">=8"])
    }

    // MARK: Years

    @Test func cutsCalendarYears() throws {
        let series = try series(from: "2022-11", "7", "9", "1", "2")
        #expect(series.years == 2022...2023)
        #expect(series.year(2023).cells == ["1", "2"] + [String](repeating: "", count: 10))
        #expect(series.year(2022).observations.first?.month == month("2022-01"))
        #expect(series.year(2023, through: 2).cells == ["1", "2"])
        #expect(series.year(2023, through: 0).cells.isEmpty && series.year(0).cells.isEmpty)
        #expect(series.limited(to: month("2023-01")...month("2023-01")).years == 2023...2023)
    }

    // MARK: Seasons

    /// Januaries from 2020 on, with twelve months between them that do not matter.
    private func januaries(_ cells: String...) throws -> SeasonalComparison {
        var observations: [Series.Observation] = []
        for (year, cell) in cells.enumerated() {
            for offset in 0..<(year == cells.count - 1 ? 1 : 12) {
                observations.append(Series.Observation(
                    month: month("2020-01").advanced(by: year * 12 + offset),
                    quantity: offset == 0 ? try quantity(cell) : Quantity(.exact(1000)), source: nil))
            }
        }
        let series = Series(measure: attacks, province: "Homs", observations: observations)
        return series.seasonalComparison(month("2020-01").advanced(by: (cells.count - 1) * 12))
    }

    @Test func comparesWithTheSameMonthOfEarlierYears() throws {
        let comparison = try januaries("18", "35", "", "14", "33")
        #expect(comparison.earlier.map(\.month.description) == ["2020-01", "2021-01", "2022-01", "2023-01"])
        #expect(comparison.known.count == 3 && comparison.missingMonths == [month("2022-01")])
        #expect(comparison.mean.cell == "22.333333333333332")
        #expect(comparison.range == Interval(14, 35))
        #expect(comparison.rank == 2...2)
        #expect(comparison.now.quantity == Quantity(.exact(33)))
    }

    @Test func keepsWhatIsNotCertain() throws {
        #expect(try januaries("20", ">=18", "19").mean.cell == ">=19")
        #expect(try januaries("20", ">=18", "19").range == Interval(18, .infinity))
        #expect(try januaries("20", ">=18", "19").rank == 2...3)
        #expect(try januaries("20", "10..16", "12").rank == 2...3)
        #expect(try januaries("20", "10..16", "12").range == Interval(10, 20))
        #expect(try januaries("~20", "10", "15").range == Interval(10, 20, isEstimate: true))
        #expect(try januaries("20", "20", "20").rank == 1...1)
        #expect(try januaries("<=20", ">=20", "20").range == nil)
    }

    @Test func knowsNothingOfSeasonsWithoutYears() throws {
        let first = try januaries("33")
        #expect(first.earlier.isEmpty && first.mean == .unknown && first.range == nil && first.rank == 1...1)
        let unknown = try januaries("", "[x]", "33")
        #expect(unknown.mean == .unknown && unknown.range == nil && unknown.rank == 1...1)
        #expect(try januaries("14", "").rank == nil)
        #expect(try januaries("14", "").mean.cell == "14")
    }
}
