import Diagnostics
import Markup
import Testing

/// What CommonMark would print as it stands is told where it is plainly meant as something else, and only there.
@Suite struct ForeignMarkTests {
    private func read(_ text: String) -> [(String, String)] {
        let (_, diagnostics) = readMarkdown(SourceFile(path: "a.md", text: text))
        return diagnostics.inReadingOrder.map { diagnostic in
            if case .span(let span) = diagnostic.place { (span.text, diagnostic.message) } else { ("", diagnostic.message) }
        }
    }

    /// Each text, and what is marked of it.
    @Test(arguments: [
        ("This is ~~struck~~ out", "~~struck~~", "words are not struck out"), ("a~~*b*~~c", "~~", "words are not struck out"),
        ("- [ ] to do", "[ ]", "there are no boxes to be ticked"), ("1. a\n2. [x] done", "[x]", "there are no boxes to be ticked"),
        ("> - a\n>   - [X] done", "[X]", "there are no boxes to be ticked"),
        ("The sum $x^2 + y_1$ is", "$x^2 + y_1$", "formulas are not set"), ("$$\\int_0^1 f$$", "$$\\int_0^1 f$$", "formulas are not set"),
        ("so $p<0.05$.", "$p<0.05$", "formulas are not set"), ("[TOC]", "[TOC]", "there is no table of contents"), ("[[toc]]", "[[toc]]", "there is no table of contents"),
        ("Term\n: Definition", ":", "there are no lists of definitions"), ("Term\n\n:   Definition", ":", "there are no lists of definitions"),
        ("a ==mark== b", "==mark==", "words are not marked by colour"), ("a ++ins++ b", "++ins++", "words are not marked as new"),
        ("words {.class} on", "{.class}", "nothing is made of what stands in braces"), ("{{< figure \"x\" >}}", "{{< figure \"x\" >}}", "nothing is made of what stands in braces"),
        ("as [@doe2020, p. 3] has it", "[@doe2020, p. 3]", "citations are not looked up"), ("so :smile: it is", ":smile:", "names of pictures are not replaced"),
        ("\\newpage", "\\newpage", "a command of LaTeX is not carried out"), ("\\\\pagebreak", "\\\\pagebreak", "a command of LaTeX is not carried out"),
        ("A [ref link][zz] here", "[zz]", "no link is called \"zz\""), ("A [ref *link*][zz] here", "[zz]", "no link is called \"zz\""),
        ("A [link][] here", "[]", "no link is called \"link\""), ("See [the rules] now\n\n[the rule]: https://a.example", "[the rules]", "no link is called \"the rules\""),
        ("[halved] (=deaths) so", "] (", "this is not read as a link"), ("[that] (https://a.example)", "] (", "this is not read as a link"),
        ("[more](<=attacks > 5>) here", "](", "this is not read as a link"), ("[x](https://a.example/a b c)", "](", "this is not read as a link"),
        ("[x [y](https://a.example)](https://b.example)", "](", "this is not read as a link"),
    ])
    func isTold(_ text: String, mark: String, message: String) {
        let found = read(text)
        #expect(found.map(\.0) == [mark] && found.map(\.1) == [message], "\(found)")
    }

    /// What an analyst may write.
    @Test(arguments: [
        "$5.5m and $6m, of US$ 100", "from $5 to $7_000", "$5–$6", "about ~33 and ~40", "a ~ b", "\\~~a~~", "a == b", "C++ and C++", "a = b", "10:30:45", "so: that",
        "[sic] and [the government] and […]", "[1] and [2023]", "{a, b}", "a (=b)", "`~~x~~` and `[TOC]` and `$x^2$`", "\\[TOC]", "\\$x^2$", "C:\\newpage", "[x](<=attacks \\> 5>)",
        "[a] (b)", "see [a](https://a.example)", "[r]\n\n[r]: https://a.example", "<!-- ~~x~~ [TOC] -->", "    [ ] code", "ratio 3 : 4", "[a][r]\n\n[r]: https://a.example", "@name and a@b",
        "H~2~O and km^2^", "::", ": ", "~~~\n~~x~~\n~~~", "a\\\n b",
    ])
    func isLeft(_ text: String) { #expect(read(text).isEmpty, "\(read(text))") }

    /// Nothing is looked for from each place to the end of the text, which would take hours.
    @Test(.timeLimit(.minutes(20)), arguments: ["~~a", "==a", "$a", "[", "[@a", "{.", "](", "][", "^a", "a~b^", "<sub>", "<sub><sup></sub>", ":a", "[a] ", "] (="])
    func manyMarksAreReadSoon(_ mark: String) {
        let text = String(repeating: mark, count: 100_000) + "\n\n[r]: https://a.example\n"
        _ = readMarkdown(SourceFile(path: "a.md", text: text))
    }
}
