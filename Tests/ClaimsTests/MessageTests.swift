import Claims
import Diagnostics
import Testing

/// What an author is told of a claim that is not borne out, and what is filled in where one writes none.
@Suite struct MessageTests {
    /// The message, with its facts and its hint.
    private func message(_ phrase: String, _ destination: String, _ series: String) throws -> Diagnostic? {
        try Evidence(series).judge(phrase, destination).diagnostics.first
    }

    @Test func namesWhatContradicts() throws {
        let found = try #require(try message("rose", "killed", "killed: 14 | 5"))
        #expect(found.message == "the data contradict “rose”")
        #expect(found.facts == ["people killed in the region: 5 in January 2024, 14 in December 2023 (monthly.csv:3, :2)"])
        #expect(found.hint?.hasPrefix("true of it: “more than halved”") == true)
    }

    @Test(arguments: [
        ("rose", "killed: | 5", "not known in December 2023"), ("rose", "killed: 5", "not known in December 2023"),
        ("the most since October", "killed: 40 | | | 33", "not known in November and December 2023"),
        ("the most since October", "killed: | 5 | 9 | 33", "not known in October 2023"),
        ("the most in three months", "killed: 9 | 33", "not known in November 2023"),
        ("the first since October", "killed: 2 | | 0 | 1", "not known in November 2023"),
        ("second only to October", "killed: 40 | | 9 | 33", "not known in November 2023"),
        ("rose for the second month in a row", "killed: 5 | 7 | 8", "not known in October 2023"),
        ("above the average of the last three months", "killed: 9 | | 6 | 7", "not known in November 2023"),
        ("33", "killed: 5 | ", "not known in January 2024"),
    ])
    func namesTheMissingMonths(phrase: String, series: String, missing: String) throws {
        let found = try #require(try message(phrase, "killed", series))
        #expect(found.message == "the data do not decide “\(phrase)”")
        #expect(found.facts.contains { $0.contains(missing) }, "\(found.facts)")
    }

    @Test func namesTheMissingProvince() throws {
        let found = try #require(
            try message("the most of any province", "killed@Homs", "killed@Homs: 14; killed@Hama: 5; killed@Raqqa: "))
        #expect(found.facts.contains("people killed in Raqqa: not known in January 2024"))
        #expect(found.hint?.contains("among the months on record") == true)
    }

    @Test func offersTheQualifierThatHelps() throws {
        let found = try #require(try message("a record", "killed", "killed: 5 | | 33"))
        #expect(found.hint?.hasPrefix("true of it: “the most of the months on record”; say") == true)
    }

    @Test func warnsOfABoundThatIsLow() throws {
        let (judgement, diagnostics) = try Evidence("attacks: 33").judge("at least 30", "attacks")
        #expect(judgement?.verdict == .borneOut)
        #expect(diagnostics.map(\.severity) == [.warning])
        #expect(diagnostics.first?.hint == "true of it: “33”")
        #expect(try Evidence("attacks: 33").judge("at least 33", "attacks").diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("the most since September", "killed", "September 2023 is not a month on record before January 2024"),
        ("the most since 2020", "killed", "2020 is not a year on record before January 2024"),
        ("second only to April", "killed", "April 2023 is not a month on record before January 2024"),
        ("more than in April 2024", "killed", "April 2024 is not before January 2024"),
        ("the most of any province", "killed", "this is none of the provinces, and cannot be ranked among them"),
        ("42%", "killed", "this is no share: it is the whole"),
        ("rose since October", "killed[-1..0]", "a period of 2 months cannot be held against one month"),
    ])
    func saysWhatCannotBeSaid(phrase: String, destination: String, reason: String) throws {
        let (judgement, diagnostics) = try Evidence("killed: 40 | 5 | 9 | 33; killed@Homs: 1").judge(phrase, destination)
        #expect(judgement == nil)
        #expect(diagnostics.first?.message == "“\(phrase)” cannot be said here: \(reason)")
    }

    @Test func proposesAPhraseThatIsNear() throws {
        let found = try #require(try message("mroe than doubled", "killed", "killed: 14 | 33"))
        #expect(found.message == "no rule says what “mroe than doubled” claims")
        #expect(found.hint?.hasPrefix("did you mean “more than doubled”?") == true)
    }

    // MARK: Figures filled in

    @Test(arguments: [
        ("killed: 33", "killed", "33"), ("killed: 9", "killed", "nine"), ("killed: 10", "killed", "10"), ("killed: 0", "killed", "zero"),
        ("killed: 1204", "killed", "1,204"), ("killed: >=8", "killed", "at least eight"), ("killed: <=24", "killed", "at most 24"),
        ("killed: 11..19", "killed", "11 to 19"), ("killed: ~40", "killed", "about 40"), ("attacks: 33", "attacks", "33"),
        ("killed@Homs: 42; killed: 100", "share(killed@Homs, killed)", "42%"), ("killed: 14 | 33", "killed - killed[-1]", "19"),
    ])
    func fillsIn(series: String, destination: String, text: String) throws {
        let (judgement, diagnostics) = try Evidence(series).judge("", destination)
        #expect(judgement?.printed == text && judgement?.rule == "filled in" && judgement?.verdict == .borneOut)
        #expect(diagnostics.isEmpty)
    }

    @Test func fillsInNothingUnknown() throws {
        let (judgement, diagnostics) = try Evidence("killed: 5 | ").judge("", "killed")
        #expect(judgement == nil)
        #expect(diagnostics.first?.message == "this cannot be filled in: the figure is not known")
    }
}
