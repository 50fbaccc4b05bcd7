import Diagnostics
import Testing

@testable import Reports

@Suite struct TypographyTests {
    @Test(arguments: [
        // Quotation marks, by what stands before them.
        (#"He said "yes"."#, "He said “yes”."), (#""Yes," he said"#, "“Yes,” he said"), (#"("yes")"#, "(“yes”)"),
        (#""'Yes', he said""#, "“‘Yes’, he said”"), (#"the "so-called" one"#, "the “so-called” one"),
        (#"yes–"no""#, "yes–“no”"), (#"""#, "“"), ("'", "‘"),
        // Apostrophes.
        ("don't", "don’t"), ("Ma'adan", "Ma’adan"), ("the states' own", "the states’ own"), ("in '23", "in ’23"),
        ("rock 'n' roll", "rock ‘n’ roll"),
        // Dashes and dots.
        ("1--2", "1–2"), ("a -- b", "a – b"), ("a---b", "a—b"), ("a----b", "a—-b"), ("well-known", "well-known"), ("wait...", "wait…"),
        ("wait....", "wait…."), ("a.. b", "a.. b"),
        // What is set already stays.
        ("“yes” – ‘no’ … don’t", "“yes” – ‘no’ … don’t"), ("", ""), ("plain", "plain"), ("حمص \"x\" é", "حمص “x” é"),
    ])
    func setsTypewriterMarks(_ typed: String, _ set: String) {
        var typography = Typography()
        #expect(typography.set(typed) == set)
    }

    @Test func knowsWhatStoodBeforeInAnotherFont() {
        var typography = Typography()
        #expect(["He said \"", "yes", "\" and \"", "no", "\"."].map { typography.set($0) } == ["He said “", "yes", "” and “", "no", "”."])
        var other = Typography()
        #expect(["a", "'s"].map { other.set($0) } == ["a", "’s"])
    }

    @Test(arguments: [
        (#"*"Yes"* he said"#, "*“Yes”* he said"), (#""*Yes*" he said"#, "“*Yes*” he said"), (#"the *state*'s"#, "the *state*’s"),
        (#"**"a"**"b""#, "**“a”**”b”"), (#"see ["The title"](https://a.example)"#, "see [“The title”](https://a.example)"),
        ("\"one\ntwo\"", "“one two”"), ("one  \n\"two\"", "one/“two”"), (#""a"[^n] 'b'"#, "“a”^1 ‘b’"),
    ])
    func worksAcrossTheMarksOfMarkdown(_ markdown: String, _ set: String) throws {
        let file = SourceFile(path: "a.md", text: markdown + "\n\n[^n]: A note.\n")
        let reading = Reading { ProseReader(problems: $0).read(file, range: 0..<file.bytes.count) }
        #expect(reading.value.blocks.dump.first == set)
    }

    @Test func startsAnewInEachParagraph() {
        let file = SourceFile(path: "a.md", text: "A word\n\n\"Yes\"\n\n## \"No\"\n\n- \"A\"\n- \"B\"\n")
        let reading = Reading { ProseReader(problems: $0).read(file, range: 0..<file.bytes.count) }
        #expect(reading.value.blocks.dump == ["A word", "“Yes”", "heading 2: “No”", "list", "  item", "    “A”", "  item", "    “B”"])
    }

    /// Setting what is set changes nothing.
    @Test func isIdempotent() {
        for text in [#"He said "yes" -- 'no'... don't"#, "--- \"'a'\" ...."] {
            var (first, second) = (Typography(), Typography())
            let once = first.set(text)
            #expect(second.set(once) == once)
        }
    }
}
