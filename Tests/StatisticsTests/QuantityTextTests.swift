import Statistics
import TestSupport
import Testing

@Suite struct QuantityTextTests {
    @Test(arguments: [
        ("33", Quantity(.exact(33))), ("0", Quantity(.exact(0))), ("4.5", Quantity(.exact(4.5))), ("-3", Quantity(.exact(-3))),
        ("−3", Quantity(.exact(-3))), ("-0", Quantity(.exact(0))), ("007", Quantity(.exact(7))), ("  33 ", Quantity(.exact(33))),
        (">=33", Quantity(.atLeast(33))), ("≥33", Quantity(.atLeast(33))), (">= 33", Quantity(.atLeast(33))),
        ("<=24", Quantity(.atMost(24))), ("≤24", Quantity(.atMost(24))), ("10..16", Quantity(.range(10, 16))),
        ("10–16", Quantity(.range(10, 16))), ("1.5 .. 2.25", Quantity(.range(1.5, 2.25))), ("-2..-1", Quantity(.range(-2, -1))),
        ("~40", Quantity(.estimate(40))), ("", .unknown), ("  ", .unknown), ("[x]", Quantity(.missing(.notAvailable))),
        ("[z]", Quantity(.missing(.notApplicable))), ("[c]", Quantity(.missing(.confidential))),
        ("14 [r]", Quantity(.exact(14), marks: .revised)), ("14[p]", Quantity(.exact(14), marks: .provisional)),
        ("~21 [b] [u]", Quantity(.estimate(21), marks: [.breakInSeries, .lowReliability])),
        ("[x] [r]", Quantity(.missing(.notAvailable), marks: .revised)), ("0000000000000000033", Quantity(.exact(33))),
        ("0.1", Quantity(.exact(0.1))), ("123456.789", Quantity(.exact(123_456.789))),
    ])
    func reads(cell: String, expected: Quantity) throws {
        #expect(try Quantity(cell: cell) == expected)
    }

    @Test(arguments: [
        (33.0, "33"), (-4.5, "-4.5"), (0.1, "0.1"), (1e-5, "0.00001"), (-1.25e-7, "-0.000000125"), (9e14, "900000000000000"), (0, "0"),
    ])
    func writesWithoutExponents(number: Double, cell: String) throws {
        #expect(Quantity(.exact(number)).cell == cell)
        #expect(try Quantity(cell: cell).value == .exact(number))
    }

    /// Sums may be larger than what is read.
    @Test func writesLargeSumsWithoutExponents() {
        #expect(Quantity(.exact(1e20)).cell == "100000000000000000000")
        #expect(Quantity(.exact(-1.5e17)).cell == "-150000000000000000")
    }

    @Test(arguments: [
        ("1,234", "the number \"1,234\" has a thousands separator", "write \"1234\""),
        ("1 234 567", "the number \"1 234 567\" has a thousands separator", "write \"1234567\""),
        ("1,234.5", "the number \"1,234.5\" has a thousands separator", "write \"1234.5\""),
        ("4,5", "the number \"4,5\" has a decimal comma", "write \"4.5\""),
        ("10-16", "\"10-16\" is no quantity", "write \"10..16\" for from 10 to 16"),
        ("16..10", "the range \"16..10\" runs downwards", "write \"10..16\""),
        ("10..10", "the range \"10..10\" has one end", "write \"10\""),
        (">33", "\">33\" is no quantity", "write \">=33\" for at least 33"),
        ("33+", "\"33+\" is no quantity", "write \">=33\" for at least 33"),
        ("<24", "\"<24\" is no quantity", "write \"<=24\" for at most 24"),
        (".5", "\".5\" is no quantity", "write \"0.5\" for exactly 0.5"),
        ("c. 40", "\"c. 40\" is no quantity", "write \"~40\" for an estimate of 40"),
        ("[r]", "the mark [r] stands without a value", "a mark follows a value: \"14 [r]\""),
        ("14 [x]", "[x] stands beside something else in \"14 [x]\"", "[x] says that there is no value: it stands alone, or before a mark"),
        ("14 [r] [r]", "the mark [r] stands twice in \"14 [r] [r]\"", nil),
        (
            "14 [q]", "\"14 [q]\" is no quantity with its marks",
            "the marks after a value are [r] (revised), [p] (provisional), [b] (break in series), [u] (low reliability), each in its own brackets"
        ),
        (
            "n/a", "\"n/a\" is no quantity",
            "leave the cell empty for unknown, or write \"[x]\" (not available), \"[z]\" (not applicable) or \"[c]\" (confidential)"
        ),
        (
            "many", "\"many\" is no quantity",
            "a quantity is 33, >=33 (at least), <=24 (at most), 10..16 (a range), ~40 (an estimate), or an empty cell (unknown)"
        ),
        ("40%", "\"40%\" is no quantity", "write \"40\" for a measure whose unit is per cent"),
    ])
    func explains(cell: String, message: String, hint: String?) {
        let error = #expect(throws: QuantityTextError.self) { try Quantity(cell: cell) }
        #expect(error?.message == message)
        #expect(error?.hint == hint)
    }

    @Test(arguments: ["1e5", "5.", "1.2.3", "1..2..3", ">=", "~", "--3", "3 4", "[", "]", "[]", "[r", "33 r", "0x10", "inf", "٣", "="])
    func refuses(cell: String) {
        #expect(throws: QuantityTextError.self) { try Quantity(cell: cell) }
    }

    /// A larger number could not be printed digit by digit.
    @Test(arguments: ["1000000000000000", "-1000000000000000", "12345678901234567", String(repeating: "9", count: 400), "3..9000000000000000"])
    func refusesNumbersBeyondBounds(cell: String) {
        let error = #expect(throws: QuantityTextError.self) { try Quantity(cell: cell) }
        #expect(error?.message.hasSuffix("is too large") == true)
    }

    @Test func readsTheLargestNumbers() throws {
        #expect(try Quantity(cell: "999999999999999") == Quantity(.exact(999_999_999_999_999)))
        #expect(try Quantity(cell: "-999999999999999") == Quantity(.exact(-999_999_999_999_999)))
    }

    @Test func readsBackEveryQuantity() throws {
        var random = SeededGenerator(seed: 33)
        for _ in 0..<2000 {
            let quantity = Quantity.random(using: &random)
            #expect(try Quantity(cell: quantity.cell) == quantity, "\(quantity.cell)")
        }
    }
}

extension Quantity {
    /// Any quantity that a cell can hold.
    static func random(using random: inout SeededGenerator) -> Quantity {
        func number() -> Double {
            let places: [Double] = [1, 1, 10, 100, 1e6]
            return Double(Int.random(in: -99_999...999_999, using: &random)) / places[Int.random(in: places.indices, using: &random)]
        }
        let first = number()
        let second = number()
        let marks = Marks(rawValue: UInt8.random(in: 0...15, using: &random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return Quantity(.exact(first), marks: marks)
        case 1: return Quantity(.atLeast(first), marks: marks)
        case 2: return Quantity(.atMost(first), marks: marks)
        case 3 where first != second: return Quantity(.range(min(first, second), max(first, second)), marks: marks)
        case 4: return Quantity(.estimate(first), marks: marks)
        default:
            let absence = Absence.allCases.randomElement(using: &random) ?? .unknown
            return Quantity(.missing(absence), marks: absence == .unknown ? [] : marks)
        }
    }
}
