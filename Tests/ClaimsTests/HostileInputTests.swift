import Claims
import Diagnostics
import Testing

/// Whatever stands in a brief, it is answered with a verdict or a message, in a time that a loaded machine keeps many times over.
@Suite(.timeLimit(.minutes(20))) struct HostileInputTests {
    /// A text that a report of the tests cuts short.
    struct Hostile: CustomTestStringConvertible, ExpressibleByStringLiteral, Sendable {
        var text: String

        init(_ text: String) { self.text = text }
        init(stringLiteral text: String) { self.text = text }

        var testDescription: String { String(text.prefix(30)) + (text.count > 30 ? "… (\(text.count))" : "") }
    }

    private static func long(_ start: String, _ again: String, _ end: String = "") -> Hostile { Hostile(start + many(again) + end) }

    private static func many(_ text: String, _ count: Int = 10_000) -> String { String(repeating: text, count: count) }

    @Test(arguments: [
        "", " ", "(", ")", "[", "]", "\"", "'", "“", "@", "@@", "..", "[]", "()", "=", "<", "!", "!=", ",", "|", ":", "incidents(", "incidents(:",
        "incidents(kind:", "incidents(kind:mine|", "incidents.killed(", "killed[..]", "killed[-1..]", "killed[..-1]", "killed@[", "killed@\"",
        "share(,)", "mean()", "max(killed,)", "-", "--", "1e999", "0x10", "1.", ".5", "٣ + ٤", "المقتولون", "🧨", "k\u{301}illed", "killed\u{0}",
        "killed\n+\nkilled", "killed\u{200F}@Homs", "999999999999999 * 999999999999999", "killed / -1", "killed / 0",
        "0 * (attacks - attacks)", "killed[-1199..0]", "-killed@Homs[2023]",
        long("", "("), long("", "killed+", "killed"), long("", "killed*", "1"), long("", "-", "killed"), long("", "k"), long("", "max("),
        long("", "9"), long("killed[", "9", "]"), long("killed[", "..", "]"), long("killed@", "_"), long("incidents(", "kind:mine,", "kind:mine)"),
        long("incidents(kind:", "mine|", "mine)"), long("", "(killed)"), long("", "e\u{301}"),
        // As long as it may be.
        Hostile(many("(", 1_000)), Hostile(many("1+", 499) + "1"), Hostile(many("1*", 499) + "1"), Hostile(many("-", 999) + "1"),
        Hostile(many("mean(", 38) + "1" + many(")", 38)),
    ] as [Hostile])
    func answersAnyDestination(_ hostile: Hostile) throws {
        let evidence = try DestinationTests.evidence()
        for phrase in ["33", "", "rose", "the most since October"] {
            let (judgement, diagnostics) = evidence.judge(phrase, hostile.text)
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
        long("", "and "), long("", "one hundred and "), long("", "million "), long("", "one-"), long("", "the "), long("", "no more than "),
        long("", "9"), long("", "%"), long("", "rose "), long("", "rose to "), long("", "a"), long("the most since ", "April "),
        // As many words as are read.
        Hostile(many("one million ", 20)), Hostile(many("million ", 40)), Hostile(many("at least ", 20)), Hostile(many("the ", 40)),
        Hostile("from " + many("one thousand and ", 12) + "one"), Hostile(many("one-", 10_000)),
    ] as [Hostile])
    func answersAnyPhrase(_ hostile: Hostile) throws {
        let evidence = try DestinationTests.evidence()
        for destination in ["killed", "killed@Homs", "killed[2023]", "share(killed@Homs, killed)", "attacks - killed", "12"] {
            let (judgement, diagnostics) = evidence.judge(hostile.text, destination)
            #expect(judgement != nil || diagnostics.containErrors)
        }
    }
}
