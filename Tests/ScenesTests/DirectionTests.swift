import Scenes
import Testing

@Suite struct DirectionTests {
    @Test(arguments: [
        ("en-GB", false), ("ar", true), ("AR-SY", true), ("he", true), ("ku", false), ("ku-Arab", true), ("ar-Latn", false), ("de-1996", false),
        ("", false), ("-", false), ("xx", false),
    ])
    func ofALanguage(_ tag: String, fromRight: Bool) {
        #expect(Direction(ofLanguage: tag) == (fromRight ? .fromRight : .fromLeft))
    }

    @Test(arguments: [
        ("Homs", false), ("حمص", true), ("33 حمص (14)", true), ("حمص and Homs", false), ("33", false), ("", false), ("×", false), ("שלום", true),
        ("\u{2068}حمص\u{2069} 33", false), ("\u{2068}Homs\u{2069} حمص", true), ("\u{2069}حمص", true),
    ])
    func ofAText(_ text: String, fromRight: Bool) {
        #expect(Direction(of: text, in: .fromLeft) == (fromRight ? .fromRight : .fromLeft))
        #expect(Direction(of: text, in: .fromRight) == .fromRight)
    }

    @Test(arguments: [("Homs", "Homs"), ("حمص", "\u{2068}حمص\u{2069}"), ("Homs (حمص)", "\u{2068}Homs (حمص)\u{2069}"), ("33 × 2–3", "33 × 2–3"), ("", ""),
        // What has isolates of its own keeps its order: an English sentence with Arabic names is no Arabic one.
        ("attacks in \u{2068}حمص\u{2069}", "attacks in \u{2068}حمص\u{2069}"), ("\u{2068}حمص\u{2069}", "\u{2068}حمص\u{2069}"),
        ("\u{2068}حمص\u{2069} حلب", "\u{2068}\u{2068}حمص\u{2069} حلب\u{2069}"),
    ])
    func isolatesWhatRunsFromTheRight(_ text: String, isolated: String) {
        #expect(Direction.isolated(text) == isolated)
    }
}
