import Statistics
import Testing

@Suite struct MonthTests {
    @Test func namesYearsOfFourDigits() {
        for text in ["1000-01", "2024-12", "9999-12"] { #expect(Month(text)?.description == text) }
        for text in ["0000-01", "0001-06", "0999-12", "10000-01", "-001-01", "2024-00", "2024-13"] { #expect(Month(text) == nil) }
    }

    /// However far is counted, a month is one of twelve, and the next one follows it.
    @Test(arguments: ["1000-01", "2024-05", "9999-12"])
    func countsBeyondTheYearsThatCanBeNamed(_ text: String) throws {
        let month = try #require(Month(text))
        for start in [-130_000, -12_030, -12_000, -30, -12, 0, 12, 30, 130_000] {
            for count in start - 30...start + 30 {
                let (here, next) = (month.advanced(by: count), month.advanced(by: count + 1))
                #expect((1...12).contains(here.month))
                #expect(here.month == 12 ? next.month == 1 && next.year == here.year + 1 : next.month == here.month + 1 && next.year == here.year)
                #expect(month.distance(to: here) == count)
                #expect((1...31).contains(Day.count(in: here)))
                #expect(here.canBeNamed == (Month(year: here.year, month: here.month) == here))
            }
        }
        #expect(Month("1000-01")?.advanced(by: -12_013).description == "-0002-12")
    }

    @Test func tellsWhichYearsThereAre() {
        #expect(Month.hint(for: "0001-06") == "years are written from 1000 to 9999, and 0001 is none of them")
        #expect(Month.hint(for: "0204-05-01") == "years are written from 1000 to 9999, and 0204 is none of them")
        #expect(Month.hint(for: "2024-5") == "write \"2024-05\"")
        #expect(Month.hintOfYear(in: "2024-13") == nil)
        #expect(Month.hintOfYear(in: "0024") == nil)
    }
}
