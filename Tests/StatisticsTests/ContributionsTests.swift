import Statistics
import Testing

@Suite struct ContributionsTests {
    /// Cells of December and January for Homs, Hama and Raqqa, and for the total.
    private func contributions(_ provinces: [(String, String)], total: (String, String)) -> Contributions {
        let named = zip(["Homs", "Hama", "Raqqa"], provinces) + [("Total", total)]
        let rows = named.map { "2023-12,\($0),\($1.0)\n2024-01,\($0),\($1.1)\n" }
        return readTable("month,province,attacks\n" + rows.joined()).table.contributions(
            to: "Total", of: attacks, provinces: ["Homs", "Hama", "Raqqa"], from: month("2023-12"), to: month("2024-01"))
    }

    @Test func sharesARiseOut() {
        let rise = contributions([("5", "14"), ("1", "5"), ("2", "5")], total: ("14", "33"))
        #expect(rise.known.map(\.province) == ["Homs", "Hama", "Raqqa"] && rise.unknown.isEmpty)
        #expect(rise.known.map(\.difference) == [Interval(9, 9), Interval(4, 4), Interval(3, 3)])
        #expect(rise.sum == Interval(16, 16) && rise.residual == Interval(3, 3) && rise.total.difference == Interval(19, 19))
        #expect(rise.known.map(\.share) == [9.0, 4, 3].map { Interval($0 / 19, $0 / 19) })
        #expect(rise.hasShares)
    }

    @Test func sharesAFallOutAlike() {
        let fall = contributions([("14", "5"), ("5", "1"), ("5", "5")], total: ("33", "14"))
        #expect(fall.known.map(\.difference) == [Interval(-9, -9), Interval(-4, -4), Interval(0, 0)])
        #expect(fall.residual == Interval(-6, -6))
        #expect(fall.known.map(\.share) == [9.0, 4, 0].map { Interval($0 / 19, $0 / 19) })
    }

    @Test func statesNoSharesWhereTheyMislead() {
        // One way and the other.
        #expect(!contributions([("5", "15"), ("4", "2"), ("2", "2")], total: ("11", "19")).hasShares)
        // The residual goes the other way.
        #expect(!contributions([("5", "15"), ("2", "4"), ("2", "2")], total: ("11", "19")).hasShares)
        // Nothing changed in all.
        let none = contributions([("5", "5"), ("2", "2"), ("2", "2")], total: ("11", "11"))
        #expect(!none.hasShares && none.residual == Interval(0, 0))
        // The total is unknown.
        let unknown = contributions([("5", "6"), ("2", "4"), ("2", "2")], total: ("11", ""))
        #expect(!unknown.hasShares && unknown.residual == nil && unknown.sum == Interval(3, 3))
        // It may have gone the other way.
        #expect(!contributions([("5", "4..9"), ("2", "4"), ("2", "2")], total: ("11", "19")).hasShares)
    }

    @Test func statesProvincesThatAreUnknown() {
        let partial = contributions([("5", "14"), ("", "5"), (">=2", ">=5")], total: ("14", "33"))
        #expect(partial.known.map(\.province) == ["Homs"] && partial.unknown.map(\.province) == ["Hama", "Raqqa"])
        #expect(partial.sum == Interval(9, 9) && partial.residual == Interval(10, 10) && !partial.hasShares)
        // All that is known is the total, and that is left.
        let nothing = contributions([("", "14"), ("", "5"), ("2", "")], total: ("14", "33"))
        #expect(nothing.known.isEmpty && nothing.sum == nil && nothing.residual == Interval(19, 19) && nothing.unknown.count == 3)
    }

    @Test func leavesRangesAndMinimumsToTheResidual() {
        let range = contributions([("5", "10..14"), ("1", "5"), ("2", ">=5")], total: ("14", ">=33"))
        #expect(range.bounded.map(\.difference) == [Interval(5, 9), Interval(3, .infinity)])
        #expect(range.known.map(\.province) == ["Hama"] && range.sum == Interval(4, 4))
        #expect(range.residual == Interval(15, .infinity))
        let bounded = contributions([("5", "10..14"), ("1", "5"), ("2", "5")], total: ("14", "33"))
        #expect(bounded.residual == Interval(12, 12) && !bounded.hasShares)
    }

    @Test func leavesNoResidualOfBinaryFractions() {
        let shares = contributions([("0.1", "0.2"), ("0.2", "0.4"), ("0", "0")], total: ("0.3", "0.6"))
        #expect(shares.residual == Interval(0, 0) && shares.hasShares)
    }
}
