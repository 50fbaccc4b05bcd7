import Statistics
import TestSupport
import Testing

@Suite struct ArithmeticTests {
    @Test(arguments: [
        ("14", "5", "19", "9"), (">=14", "5", ">=19", ">=9"), ("14", ">=5", ">=19", "<=9"), (">=14", ">=5", ">=19", ""),
        ("<=14", ">=5", "", "<=9"), ("<=14", "<=5", "<=19", ""), ("10..16", "5", "15..21", "5..11"), ("10..16", ">=5", ">=15", "<=11"),
        ("10..16", "1..2", "11..18", "8..15"), ("~40", "5", "~45", "~35"), ("~40", "10..16", "~53", "~27"), ("~40", ">=5", "", ""),
        ("", "5", "", ""), ("5", "[x]", "", ""), ("[x]", "[x]", "[x]", "[x]"), ("[x]", "[z]", "", ""), ("0", "0", "0", "0"),
        ("14 [r]", "5 [p]", "19 [r] [p]", "9 [r] [p]"),
    ])
    func addsAndSubtracts(left: String, right: String, sum: String, difference: String) throws {
        let left = try quantity(left)
        let right = try quantity(right)
        #expect((left + right).cell == sum)
        #expect((left - right).cell == difference)
    }

    /// Whatever the numbers are within two intervals, their sum, difference and quotient are within the results.
    @Test func resultsHoldEveryPossibleNumber() throws {
        var random = SeededGenerator(seed: 14)
        func somewhere(in interval: Interval) -> Double {
            let lower = interval.lower.isFinite ? interval.lower : interval.upper - 50
            let upper = interval.upper.isFinite ? interval.upper : interval.lower + 50
            return Double.random(in: lower...upper, using: &random)
        }
        var checked = 0
        for _ in 0..<3000 {
            guard let left = Quantity.random(using: &random).interval, let right = Quantity.random(using: &random).interval else { continue }
            let one = somewhere(in: left)
            let other = somewhere(in: right)
            func holds(_ interval: Interval?, _ number: Double) -> Bool {
                guard let interval else { return true }
                let slack = 1e-9 * max(1, number.magnitude)
                return interval.lower - slack <= number && number <= interval.upper + slack
            }
            #expect(holds(left + right, one + other))
            #expect(holds(left - right, one - other))
            if let quotient = left / right {
                #expect(holds(quotient, one / other))
                checked += 1
            }
        }
        #expect(checked > 500)
    }

    @Test(arguments: [
        ("33", 33.0, 33.0), (">=33", 33, 33), ("<=24", 24, 24), ("10..16", 10, 16), ("~40", 40, 40), ("", nil, nil), ("[x]", nil, nil),
    ] as [(String, Double?, Double?)])
    func saysWhereAMarkStands(cell: String, number: Double?, upper: Double?) throws {
        #expect(try quantity(cell).number == number)
        #expect(try quantity(cell).upperNumber == upper)
    }

    @Test func refusesIntervalsThatSayNothing() {
        #expect(Interval(-.infinity, .infinity) == nil)
        #expect(Interval(2, 1) == nil)
        #expect(Interval(.nan, 1) == nil)
        #expect(Interval(.infinity, .infinity) == nil)
        #expect(Interval(1, 2)?.contains(2) == true && Interval(1, 2)?.contains(2.1) == false)
        #expect(Interval(3, 3)?.number == 3 && Interval(3, 4)?.number == nil)
    }

    @Test func sharesStayWithinTheirWhole() throws {
        func share(_ part: String, _ whole: String) throws -> Interval? { try quantity(part).share(of: try quantity(whole)) }
        #expect(try share("14", "33") == Interval(14.0 / 33, 14.0 / 33))
        #expect(try share(">=14", "33") == Interval(14.0 / 33, 1))
        #expect(try share("14", ">=33") == Interval(0, 14.0 / 33))
        #expect(try share("<=14", "28") == Interval(0, 0.5))
        #expect(try share("40", "33") == Interval(40.0 / 33, 40.0 / 33))
        #expect(try share("~7", "14") == Interval(0.5, 0.5, isEstimate: true))
        #expect(try share("0", "33") == Interval(0, 0))
        #expect(try share("0", "0") == nil)
        #expect(try share("5", "<=33") == nil)
        #expect(try share("", "33") == nil)
        #expect(try share("5", "") == nil)
    }

    @Test func sumsOnlyWhatIsAllThere() throws {
        #expect(try ["1", "2", ">=3"].map(quantity).sum().cell == ">=6")
        #expect(try ["1", "", "3"].map(quantity).sum() == .unknown)
        #expect(try ["[x]", "1", "3"].map(quantity).sum().isMissing)
        #expect([Quantity]().sum() == .unknown)
    }

    @Test func readsFloorsAsMinimums() throws {
        #expect(attacks.meaning(of: try quantity("33 [p]")) == (try quantity(">=33 [p]")))
        #expect(attacks.meaning(of: try quantity("10..16")) == (try quantity("10..16")))
        #expect(attacks.meaning(of: try quantity("<=4")) == (try quantity("<=4")))
        #expect(attacks.meaning(of: .unknown) == .unknown)
        #expect(killed.meaning(of: try quantity("33")) == (try quantity("33")))
    }
}
