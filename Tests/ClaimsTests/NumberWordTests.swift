import Claims
import Figures
import Statistics
import Testing

/// The words of a phrase that stand for numbers and times.
@Suite struct NumberWordTests {
    private let reader: PhraseReader

    init() throws {
        reader = PhraseReader(try DestinationTests.evidence())
    }

    private func read(_ text: String, month written: String = "2024-01") -> Statement? {
        reader.read(text, month: month(written), nouns: ["attacks", "attack"])
    }

    @Test(arguments: [
        ("33", 33), ("0", 0), ("1,204", 1_204), ("1204", 1_204), ("1,204,000", 1_204_000), ("1.2 million", 1_200_000), ("0.5", 0.5),
        ("1,204.5", 1_204.5), ("zero", 0), ("one", 1), ("twelve", 12), ("twenty", 20), ("twenty-one", 21), ("twenty one", 21), ("ninety-nine", 99),
        ("a hundred", 100), ("one hundred", 100), ("one hundred and four", 104), ("a hundred and four", 104), ("one hundred four", 104),
        ("two hundred and thirty-one", 231), ("two thousand", 2_000), ("two thousand and one", 2_001), ("one thousand two hundred", 1_200),
        ("three hundred thousand", 300_000), ("one million two hundred thousand and four", 1_200_004), ("a million", 1_000_000), ("a dozen", 12),
        ("two dozen", 24), ("Thirty-Three", 33), ("33 attacks", 33), ("33\u{A0}attacks", 33), ("33.", 33), ("3 billion", 3_000_000_000),
        ("5 thousand", 5_000),
    ] as [(String, Double)])
    func readsNumbers(text: String, value: Double) {
        guard case .amount(.rounded, let amount)? = read(text)?.assertion else {
            Issue.record("\(text) is no number")
            return
        }
        #expect(amount.value == value)
    }

    @Test(arguments: [
        "five six", "1,20", "12,34", "1,2345", "1234,567", ",204", "1.2.3", "1..2", "twenty eleven", "twenty-eleven", "eleven one", "hundred and", "and four",
        "one hundred and", "dozen", "a", "an", "ten five", "twenty thirty", "33 34", "1,204,00", "0x10", "1e5", "٣", "²", "five-", "-five",
        "one million one million", "one million million", "one hundred hundred", "one thousand two million", "two dozen hundred dozen", "three attack s", "33rd", "twenty and one", "12345678901234567",
    ])
    func leavesWhatIsNoNumber(text: String) {
        #expect(read(text)?.sort != .number)
    }

    /// Half of the last place that is written out.
    @Test(arguments: [
        ("33", 0.5), ("12.5", 0.05), ("12.50", 0.005), ("1.2 million", 50_000), ("one million", 500_000), ("1,204,000", 0.5), ("two dozen", 0.5),
    ])
    func knowsHowExactANumberIs(text: String, halfUnit: Double) {
        guard case .amount(_, let amount)? = read(text)?.assertion else {
            Issue.record("\(text) is no number")
            return
        }
        #expect(abs(amount.halfUnit - halfUnit) < 1e-9 * halfUnit)
    }

    @Test(arguments: [
        ("42%", 0.42), ("42 per cent", 0.42), ("42 percent", 0.42), ("forty-two per cent", 0.42), ("0.5 per cent", 0.005), ("half", 0.5),
        ("a half", 0.5), ("a third", 1.0 / 3), ("one third", 1.0 / 3), ("one-third", 1.0 / 3), ("two thirds", 2.0 / 3), ("two-thirds", 2.0 / 3),
        ("three quarters", 0.75), ("three-quarters", 0.75), ("a tenth", 0.1), ("four fifths", 0.8), ("two in five", 0.4), ("nine out of ten", 0.9),
        ("3 of every 4", 0.75), ("more than 42%", 0.42), ("accounted for two in five", 0.4),
    ] as [(String, Double)])
    func readsShares(text: String, value: Double) {
        guard case .share(_, let amount)? = read(text)?.assertion else {
            Issue.record("\(text) is no share")
            return
        }
        #expect(abs(amount.value - value) < 1e-9)
    }

    // MARK: Times

    /// A month without a year is the last one before that of the claim.
    @Test(arguments: [
        ("April 2023", "2023-04"), ("Apr 2023", "2023-04"), ("april 2023", "2023-04"), ("December", "2023-12"), ("December’s", "2023-12"),
        ("December's", "2023-12"), ("January", "2023-01"), ("February", "2023-02"), ("the month before", "2023-12"), ("last month", "2023-12"),
        ("the previous month", "2023-12"), ("a month earlier", "2023-12"), ("a year earlier", "2023-01"), ("a year ago", "2023-01"),
        ("the same month last year", "2023-01"), ("the same month of the year before", "2023-01"), ("May", "2023-05"), ("Sep 2022", "2022-09"),
    ])
    func readsMonths(text: String, expected: String) {
        #expect(read("more than in \(text)")?.assertion == .change(.rise, .month(month(expected))))
    }

    @Test func countsMonthsFromThatOfTheClaim() {
        #expect(read("more than in December", month: "2023-12")?.assertion == .change(.rise, .month(month("2022-12"))))
        #expect(read("more than in December", month: "2023-11")?.assertion == .change(.rise, .month(month("2022-12"))))
        #expect(read("more than in the month before", month: "2023-01")?.assertion == .change(.rise, .month(month("2022-12"))))
    }

    @Test(arguments: ["Smarch", "April 23", "April 0000", "13 2023", "the month after", "Decembers", "2023-04"])
    func leavesWhatIsNoMonth(text: String) {
        #expect(read("more than in \(text)") == nil)
    }

    @Test(arguments: [
        ("three years", 36), ("a year", 12), ("18 months", 18), ("twelve months", 12), ("one month", 1), ("twenty-four months", 24),
    ])
    func readsSpans(text: String, months: Int) {
        #expect(read("the most in \(text)")?.assertion == .extreme(.most, .span(months), rank: 1, isJoint: false))
    }

    @Test(arguments: [("twelve-month", 12), ("12-month", 12), ("three-year", 36), ("two-month", 2)])
    func readsSpansOfOneWord(text: String, months: Int) {
        #expect(read("above the \(text) average")?.assertion == .mean(.rise, .last(months)))
    }

    @Test(arguments: ["zero months", "three days", "months", "a few months", "-3 months"])
    func leavesWhatIsNoSpan(text: String) {
        #expect(read("the most in \(text)") == nil)
    }

    @Test(arguments: [("second", 2), ("third", 3), ("twelfth", 12), ("23rd", 23), ("2nd", 2), ("11th", 11), ("101st", 101)])
    func readsOrdinals(text: String, rank: Int) {
        #expect(read("the \(text) highest on record")?.assertion == .extreme(.most, .record, rank: rank, isJoint: false))
    }

    @Test(arguments: ["23", "rd", "0th", "23xx", "twentieths", "-2nd"])
    func leavesWhatIsNoOrdinal(text: String) {
        #expect(read("the \(text) highest on record") == nil)
    }

    @Test func readsWordsWithoutPunctuationAndCapitals() {
        for text in ["At Least 33", "at least, 33", "“at least 33”", "at\u{A0}least 33", "at  least 33.", "(at least 33)", "At least\n33"] {
            #expect(read(text)?.sort == .atLeast, "\(text)")
        }
    }
}
