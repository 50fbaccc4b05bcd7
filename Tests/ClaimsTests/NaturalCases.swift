import Claims
import Diagnostics
import Testing

/// Phrases as analysts write them, with what they must not let pass.
let naturalCases: [HandWorked] = [
    // The month itself says when, and is compared with nothing: last December had fewer.
    HandWorked.cases(.rise, "rose in January", ("97 | 97", no), ("90 | 97", yes)),
    HandWorked.cases(.fall, "fell in January 2024", ("81 | 78", yes), ("78 | 81", no)),
    HandWorked.cases(.rise, "up on December", ("12 | 14", yes)),
    HandWorked.cases(.changeTo, "jumped to 14 in January", ("12 | 14", yes), ("14 | 14", no)),
    HandWorked.cases(.changeTo, "up to 62", ("78 | 62", no), ("50 | 62", yes)),
    HandWorked.cases(.changeFromTo, "from 78 in December to 62 in January", ("78 | 62", yes), ("78 | 63", no)),
    HandWorked.cases(.changeFrom, "compared to 78 in December", ("78 | 62", yes), ("77 | 62", no)),
    HandWorked.cases(.difference, "16 up on December", ("46 | 62", yes), ("47 | 62", no)),
    HandWorked.cases(.relativeChange, "a 19 per cent increase", ("100 | 119", yes), ("100 | 121", no)),
    HandWorked.cases(.relativeChange, "a rise of 14 per cent on December", ("100 | 114", yes), ("100 | 116", no)),
    HandWorked.cases(.steady, "barely changed", ("100 | 104", yes), ("100 | 106", no)),
    HandWorked.cases(.rise, "more than in 2022", of: "killed[2023]", month: "2023-12", (many(12, "5") + " | " + many(12, "6"), yes), (many(12, "6") + " | " + many(12, "6"), no)),

    HandWorked.cases(.number, "reached 385", ("385", yes), ("384", no)),
    HandWorked.cases(.number, "an average of 316", of: "mean(killed[2023])", month: "2023-12", ("killed: " + many(12, "316"), yes)),
    HandWorked.cases(.nearly, "just short of 400", ("385", yes), ("400", no)),
    HandWorked.cases(.none, "not a single person", ("0", yes), ("1", no)),

    // A tenth of a small share is near it, not five points.
    HandWorked.cases(.share, "one in 16", of: "share(killed@Homs, killed)", ("killed@Homs: 16; killed: 385", no), ("killed@Homs: 24; killed: 385", yes)),
    HandWorked.cases(.share, "one in eight", of: "killed@Homs", ("killed@Homs: 40; killed: 385", no), ("killed@Homs: 48; killed: 385", yes)),
    HandWorked.cases(.share, "nearly 9%", of: "killed@Homs", ("killed@Homs: 16; killed: 385", no), ("killed@Homs: 34; killed: 385", yes)),
    HandWorked.cases(.share, "half the people", of: "killed@Homs", ("killed@Homs: 186; killed: 385", yes)),

    HandWorked.cases(.most, "hit a record high", ("3 | 4 | 5", yes), ("5 | 4 | 5", no)),
    HandWorked.cases(.most, "their highest since November", ("6 | 4 | 5", yes)),
    HandWorked.cases(.most, "more than in any month of 2023", ("4 | 4 | 5", open), (many(12, "4") + " | 5", yes), (many(12, "5") + " | 5", no)),
    HandWorked.cases(.most, "the highest in ten years among the months on record", ("3 | 4 | 5", open)),
    HandWorked.cases(.onlyBehindMonth, "second only to October", ("9 | 3 | 3 | 3", no), ("9 | 2 | 2 | 3", yes)),
    HandWorked.cases(.nthMost, "the second highest on record", ("9 | 3 | 2 | 3", no), ("9 | 1 | 2 | 3", yes)),
    HandWorked.cases(.run, "the second fall in a row", ("8 | 9 | 7 | 6", yes), ("9 | 8 | 7 | 6", no)),
    HandWorked.cases(.multiple, "three times as many as in Hama", of: "killed@Homs", ("killed@Homs: 9; killed@Hama: 3", yes), ("killed@Homs: 9; killed@Hama: 4", no)),
    HandWorked.cases(.difference, "five more than in Hama", of: "killed@Homs", ("killed@Homs: 8; killed@Hama: 3", yes), ("killed@Homs: 8; killed@Hama: 4", no)),
].flatMap { $0 }

private func many(_ count: Int, _ cell: String) -> String { Array(repeating: cell, count: count).joined(separator: " | ") }

@Suite struct NaturalTests {
    /// What a phrase cannot mean is no verdict, but a message.
    @Test(arguments: [
        ("the most in 2022", "killed", "January 2024 is not in 2022"), ("the most this year", "killed[2023-11]", "November 2023 is not in the year of the brief"),
        ("93 out of 192", "killed@Homs", "no rule says"), ("more than in 2022", "killed", "only a year can be held against 2022"),
    ])
    func refusesWhatAPhraseCannotMean(phrase: String, destination: String, message: String) throws {
        let evidence = try DestinationTests.evidence()
        let (judgement, diagnostics) = evidence.judge(phrase, destination)
        #expect(judgement == nil && diagnostics.first?.message.contains(message) == true, "\(diagnostics.map(\.message))")
    }
}
