import Figures
import Statistics
import Testing

@Suite struct WordingTests {
    private let wording = Wording.english

    @Test(arguments: [
        (0.0, "0"), (999, "999"), (2548, "2,548"), (1_234_567, "1,234,567"), (-3, "−3"), (-2548.5, "−2,548.5"),
        (19.666, "19.666"), (0.1 + 0.2, "0.3"), (1000.05, "1,000.05"), (-0.0, "0"),
    ])
    func numbers(number: Double, text: String) {
        #expect(wording.number(number) == text)
    }

    /// A name that is read from the right keeps to itself, and the sentence its order and its capital.
    @Test func namesFromTheRightAreSetApart() {
        let (homs, raqqa) = ("\u{2068}حمص\u{2069}", "\u{2068}الرقة (2)\u{2069}")
        #expect(wording.list(["حمص", "Hama", "الرقة (2)"]) == "\(homs), Hama and \(raqqa)")
        #expect(wording.list(["حمص"]) == "حمص")
        let shown = wording.monthly("attacks", wording.list(["حمص", "الرقة (2)"]))
        #expect(wording.qualified(wording.during(shown, "January 2024"), []) == "Attacks a month in \(homs) and \(raqqa), January 2024")
        #expect(wording.capitalised("\u{2068}attacks in حمص\u{2069} by sector") == "\u{2068}Attacks in حمص\u{2069} by sector")
        #expect(wording.capitalised(homs) == homs && wording.capitalised("") == "" && wording.capitalised("élan") == "Élan")
    }

    @Test func decimalsAreKept() {
        #expect(wording.number(2, decimals: 1) == "2.0")
        #expect(wording.number(-0.04, decimals: 1) == "0.0")
        #expect(wording.number(2.55, decimals: 0) == "3")
    }

    @Test(arguments: [
        ("33", "33"), (">=33", "≥33"), ("<=24", "≤24"), ("10..16", "10–16"), ("~40", "~40"), ("1234[r]", "1,234"),
    ])
    func quantities(written: String, text: String) {
        #expect(wording.quantity(Fixtures.quantity(written[...]), of: Fixtures.killed) == text)
    }

    @Test func minimumCountsNeedNoSignWhereAllAre() {
        #expect(wording.quantity(Quantity(.atLeast(33)), of: Fixtures.attacks) == "33")
        #expect(wording.quantity(.unknown, of: Fixtures.attacks) == nil)
    }

    @Test(arguments: [
        ("14", "33", "+19 since December"), ("33", "14", "−19 since December"), ("5", "5", "no change since December"),
        ("", "5", "not known for December"), (">=3", "5", "≤+2 since December"), ("3", ">=5", "≥+2 since December"),
        (">=3", ">=5", "not comparable with December"), ("1..3", "5", "+2 to +4 since December"),
        ("5", "1..7", "−4 to +2 since December"), ("~40", "33", "~−7 since December"),
        ("~40", ">=50", "not comparable with December"), ("5", "[x]", "not known for January"),
    ])
    func changes(before: String, now: String, text: String) {
        func observation(_ month: String, _ quantity: String) -> Series.Observation {
            .init(month: Fixtures.month(month), quantity: Fixtures.quantity(quantity[...]), source: nil)
        }
        let change = Change(from: observation("2023-12", before), to: observation("2024-01", now))
        #expect(wording.changeInWords(change) == text)
    }

    @Test func lists() {
        #expect(wording.list([String]()) == "")
        #expect(wording.list(["a"]) == "a")
        #expect(wording.list(["a", "b", "c"]) == "a, b and c")
        #expect(wording.list(["a and b", "c"]) == "a and b, and c")
        let months = ["2022-05", "2023-05", "2023-11"].map(Fixtures.month)
        #expect(wording.list(months) == "May 2022, and May and November 2023")
    }

    @Test func namesLoseTheirCapitalWithinASentence() {
        #expect(wording.inSentence("Confirmed attacks") == "confirmed attacks")
        #expect(wording.inSentence("ISIS attacks") == "ISIS attacks")
        #expect(wording.capitalised("central Syria") == "Central Syria")
    }

    @Test func namesAndNumbersOfMonthsAreComplete() {
        #expect(wording.monthNames.count == 12)
        #expect(wording.shortMonthNames.count == 12)
    }

    @Test func phrasesPutPartsInTheirPlaces() {
        let phrase: Phrase = "%2 of %1, %3"
        #expect(phrase("a", "b") == "b of a, ")
        #expect(phrase("14", "حمص", "5") == "\u{2068}حمص\u{2069} of 14, 5")
    }
}
