import Claims
import Diagnostics
import Testing

/// Whatever stands in a brief, it is answered with a verdict or a message, and soon.
@Suite(.timeLimit(.minutes(1))) struct HostileInputTests {
    private static func many(_ text: String, _ count: Int = 100_000) -> String { String(repeating: text, count: count) }

    @Test(arguments: [
        "", " ", "(", ")", "[", "]", "\"", "'", "“", "@", "@@", "..", "[]", "()", "=", "<", "!", "!=", ",", "|", ":", "incidents(", "incidents(:",
        "incidents(kind:", "incidents(kind:mine|", "incidents.killed(", "killed[..]", "killed[-1..]", "killed[..-1]", "killed@[", "killed@\"",
        "share(,)", "mean()", "max(killed,)", "-", "--", "1e999", "0x10", "1.", ".5", "٣ + ٤", "المقتولون", "🧨", "k\u{301}illed", "killed\u{0}",
        "killed\n+\nkilled", "killed\u{200F}@Homs", "999999999999999 * 999999999999999", "killed / -1", "killed / 0",
        "0 * (attacks - attacks)", "killed[-1199..0]", "-killed@Homs[2023]",
        many("("), many("killed+") + "killed", many("killed*") + "1", many("-") + "killed", many("k"), many("max("), many("9"),
        "killed[" + many("9") + "]", "killed[" + many("..") + "]", "killed@" + many("_"), "incidents(" + many("kind:mine,") + "kind:mine)",
        "incidents(kind:" + many("mine|") + "mine)", many("(killed)") + "<" + many("(killed)"), many("e\u{301}"),
    ])
    func answersAnyDestination(text: String) throws {
        let evidence = try DestinationTests.evidence()
        for phrase in ["33", "", "rose", "the most since October"] {
            let (judgement, diagnostics) = evidence.judge(phrase, text)
            #expect(judgement != nil || diagnostics.containErrors)
        }
    }

    @Test(arguments: [
        "", " ", "\u{A0}", "%", "–", "’s", "the", "no", "%%%%", "٣", "🧨", "ثلاثة", "more than", "at least at least 33", "33 33",
        "the zeroth highest on record", "the 0th month in a row", "zero months in a row", "rose for 999999999999 months in a row",
        "the most in 999999999999 years", "the most in zero months", "the highest since 9999", "the highest since 0001", "the highest since 1000",
        "above the average of the last 0 months", "999999999999999 times as many", "0 times as many", "rose by 0%", "fell by 100%",
        "fell by 200%", "rose by a zeroth", "one in zero", "zero out of zero", "between 5 and 3", "second only to January",
        "the first in a million years", "999999999999th highest on record", "rose for a billion billion months in a row",
        many("and "), many("one hundred and "), many("million "), many("one-"), many("the "), many("no more than "), many("9"), many("%"),
        many("rose "), many("rose to "), many("a"), "the most since " + many("April "),
    ])
    func answersAnyPhrase(text: String) throws {
        let evidence = try DestinationTests.evidence()
        for destination in ["killed", "killed@Homs", "killed[2023]", "share(killed@Homs, killed)", "attacks - killed", "12"] {
            let (judgement, diagnostics) = evidence.judge(text, destination)
            #expect(judgement != nil || diagnostics.containErrors)
        }
    }
}
