import Diagnostics
import Markup
import Testing

@Suite struct MarkdownTests {
    /// Each text, and the source of each of its inlines but breaks, outermost first, as the spans cut it out.
    @Test(arguments: [
        ("At least [33](=attacks) attacks", ["At least ", "[33](=attacks)", "33", " attacks"]),
        ("é [ü](=x) y", ["é ", "[ü](=x)", "ü", " y"]),
        ("[](=attacks)", ["[](=attacks)"]),
        ("a \\* &amp; b [c](d)", ["a \\* &amp; b ", "[c](d)", "c"]),
        ("a &copy; \\] [b\\]c](d) &#x41; [e](f)", ["a &copy; \\] ", "[b\\]c](d)", "b\\]c", " &#x41; ", "[e](f)", "e"]),
        ("one\n   two [c](d)\n  [e](f)", ["one", "two ", "[c](d)", "c", "[e](f)", "e"]),
        ("x\\\ny [a](b)  \n z [c](d)", ["x", "y ", "[a](b)", "a", "z ", "[c](d)", "c"]),
        ("see [text\nmore](dest\n\"title\") after [z](w)\nnext [q](r)", ["see ", "[text\nmore](dest\n\"title\")", "text", "more", " after ", "[z](w)", "z", "next ", "[q](r)", "q"]),
        ("a <b\nc=\"d\"> e [z](w) <!-- x\ny --> f", ["a ", "<b\nc=\"d\">", " e ", "[z](w)", "z", " ", "<!-- x\ny -->", " f"]),
        ("`` a`b `` and `x\ny` [f](g)", ["`` a`b ``", " and ", "`x\ny`", " ", "[f](g)", "f"]),
        ("***x y*** **a *b* c** _u_", ["***x y***", "**x y**", "x y", " ", "**a *b* c**", "a ", "*b*", "b", " c", " ", "_u_", "u"]),
        ("<http://e.org> [c](d) <a@b.cc>", ["<http://e.org>", "http://e.org", " ", "[c](d)", "c", " ", "<a@b.cc>", "a@b.cc"]),
        ("![alt *x*](fig \"T\") y", ["![alt *x*](fig \"T\")", "alt ", "*x*", "x", " y"]),
        ("> quote [a](b)\nlazy [c](d) line\n> more `co\n> de` end [e](f)", ["quote ", "[a](b)", "a", "lazy ", "[c](d)", "c", " line", "more ", "`co\n> de`", " end ", "[e](f)", "e"]),
        ("- item *em*\n  cont [l](m)\n- two\n\n\tpara [z](y)\n    more [k](j)", ["item ", "*em*", "em", "cont ", "[l](m)", "l", "two", "para ", "[z](y)", "z", "more ", "[k](j)", "k"]),
        ("> 1. a\n>    b [c](d)\n> e [f](g)\nh [i](j)", ["a", "b ", "[c](d)", "c", "e ", "[f](g)", "f", "h ", "[i](j)", "i"]),
        ("##   deep [a](b) *x* ##", ["deep ", "[a](b)", "a", " ", "*x*", "x"]),
        ("Setext [h](i)\nmore [j](k)\n===", ["Setext ", "[h](i)", "h", "more ", "[j](k)", "j"]),
        ("[r]: http://x\n[s]: /y\n  'title'\ntext [a](b) [r] and [see *it*][s] [s][]\nmore [c](d)", ["text ", "[a](b)", "a", " ", "[r]", "r", " and ", "[see *it*][s]", "see ", "*it*", "it", " ", "[s][]", "s", "more ", "[c](d)", "c"]),
        ("H~2~O km^*2*^ ~3 \\~a~b~ \\^c^ a<sub>d e</sub>", ["H", "~2~", "2", "O km", "^*2*^", "*2*", "2", " ~3 \\~a", "~b~", "b", " \\^c^ a", "<sub>d e</sub>", "d e"]),
        ("a~b c~ d^ e^ <sup>f ~~ ^^", ["a~b c~ d^ e^ ", "<sup>", "f ~~ ^^"]),
        ("[a](<b c> (t)) [d](e(f)g) h", ["[a](<b c> (t))", "a", " ", "[d](e(f)g)", "d", " h"]),
        ("- [a](b)\r\n  [c](d)\r\n\r\nx [e](f)\r\n", ["[a](b)", "a", "[c](d)", "c", "x ", "[e](f)", "e"]),
        ("a\rb [c](d)\re", ["a", "b ", "[c](d)", "c", "e"]),
        ("a[^1] b [x](y)\n\n[^1]: one [k](l)\nlazy *m*\n\n    more [p](q)", ["a", "[^1]", " b ", "[x](y)", "x", "one ", "[k](l)", "k", "lazy ", "*m*", "m", "more ", "[p](q)", "p"]),
        ("| a | b *x* |\n|---|:--|\n| [1](=q) | c \\| [d](e) |", ["a", "b ", "*x*", "x", "[1](=q)", "1", "c \\| ", "[d](e)", "d"]),
        ("a | b\n---|---\n1 | [2](=x)\n`c\\|d` | \\\\", ["a", "b", "1", "[2](=x)", "2", "`c\\|d`", "\\\\"]),
        ("para [l](m)\n| a | b |\n|---|---|\n| 1 | [2](=x) |\n\nafter [z](w)", ["para ", "[l](m)", "l", "a", "b", "1", "[2](=x)", "2", "after ", "[z](w)", "z"]),
        ("> | a | b |\n> |---|---|\n> | [1](=q) | `x` |", ["a", "b", "[1](=q)", "1", "`x`"]),
        ("&unknown; & b \\q \\", ["&unknown; & b \\q \\"]),
        ("  [c](d)\n\te", ["[c](d)", "c", "e"]),
    ])
    func spansCutTheirSourceOut(text: String, pieces: [String]) {
        let (document, diagnostics) = readMarkdown(SourceFile(path: "a.md", text: text))
        #expect(diagnostics.map(\.formatted) == [])
        #expect(document.inlineSources == pieces)
    }

    @Test func readsEveryKindOfBlockAtItsPlace() {
        let text = """
            # Head

            Text
            goes on.

            > Quote
            more

            - one
            - two

              still two

            3. three

            ***

            | a | b |
            |:-:|--:|
            | 1 |

            ```swift
            let x
            ```

            <div>
            </div>

            Under
            -----

                code
                here

            """
        let (document, _) = readMarkdown(SourceFile(path: "a.md", text: text))
        #expect(
            document.blocks.map(\.dump) == [
                "heading 1 ‹# Head›",
                "paragraph ‹Text\ngoes on.›",
                "quote(paragraph ‹Quote\nmore›) ‹> Quote\nmore›",
                "list loose(item ‹- one›: paragraph ‹one›; item ‹- two\n\n  still two›: paragraph ‹two›, paragraph ‹still two›) ‹- one\n- two\n\n  still two›",
                "list from 3 tight(item ‹3. three›: paragraph ‹three›) ‹3. three›",
                "break ‹***›",
                "table centre right(‹a› ‹b› / ‹1› ‹›) ‹| a | b |\n|:-:|--:|\n| 1 |›",
                "code swift \"let x\n\" ‹```swift\nlet x\n```›",
                "html \"<div>\n</div>\n\" ‹<div>\n</div>›",
                "heading 2 ‹Under\n-----›",
                "code  \"code\nhere\n\" ‹code\n    here›",
            ])
    }

    @Test func linksTellDestinationPhraseAndTitle() throws {
        let text = "[more than *doubled*](<=attacks@Deir Ez Zor> \"T\") ![](attacks-by-month) [r]\n\n[r]: /x\\_y 'U'\n"
        let (document, _) = readMarkdown(SourceFile(path: "a.md", text: text))
        let links = document.links
        #expect(links.map(\.destination.value) == ["=attacks@Deir Ez Zor", "attacks-by-month", "/x_y"])
        #expect(links.map(\.destination.span.text) == ["=attacks@Deir Ez Zor", "attacks-by-month", "[r]"])
        #expect(links.map(\.phrase.text) == ["more than *doubled*", "", "r"])
        #expect(links.map(\.title) == ["T", "", "U"])
        #expect(links.first?.inlines.plainText == "more than doubled")
    }

    @Test func spansAreThoseOfTheFileBehindItsFrontMatter() throws {
        let file = SourceFile(path: "a.md", text: "---\r\ntitle: é\r\n---\r\n\r\nThey [rose](=attacks@Homs).\r\n")
        let (document, _) = readMarkdown(file, range: splitFrontMatter(file).body)
        let link = try #require(document.links.first)
        #expect(link.destination.span.place == "a.md:5:13")
        #expect(link.destination.span.text == "=attacks@Homs")
        #expect(document.blocks.first?.span.text == "They [rose](=attacks@Homs).")
    }

    @Test func footnotesAreNumberedByFirstReference() {
        let text = "a[^two] b[^one] c[^two]\n\n[^one]: First\n[^two]: Second\n    > q\n\nend\n"
        let (document, diagnostics) = readMarkdown(SourceFile(path: "a.md", text: text))
        #expect(diagnostics.isEmpty)
        #expect(document.footnotes.map { "\($0.number) \($0.name.value) \($0.name.span.text) ‹\($0.span.text)›" } == [
            "1 two two ‹[^two]: Second\n    > q›", "2 one one ‹[^one]: First›",
        ])
        #expect(document.references.map { "\($0.number) \($0.name)" } == ["1 two", "2 one", "1 two"])
        #expect(document.blocks.map(\.span.text) == ["a[^two] b[^one] c[^two]", "end"])
    }

    @Test func quotesAndDashesStayAsWritten() {
        let (document, _) = readMarkdown(SourceFile(path: "a.md", text: "\"a\" -- 'b'... c"))
        #expect(document.blocks.first?.plainText == "\"a\" -- 'b'... c")
    }

    @Test func saysWhatTheAuthorWillNotHaveMeant() {
        let text = """
            a[^qualty] b[^quality] `[^code]` \\[^no] [14](=attacks@Deir Ez Zor)

            [^quality]: One
            [^quality]: Two
            [^least]: Three

                [^verbatim]: in code

            """
        let (_, diagnostics) = readMarkdown(SourceFile(path: "a.md", text: text))
        #expect(diagnostics.inReadingOrder.map(\.formatted).joined(separator: "\n") == """
            a.md:1:2: error: no footnote is called "qualty"
              1 | a[^qualty] b[^quality] `[^code]` \\[^no] [14](=attacks@Deir Ez Zor)
                |  ^^^^^^^^^
              hint: did you mean "quality"?
            a.md:1:44: error: this is not read as a link
              1 | a[^qualty] b[^quality] `[^code]` \\[^no] [14](=attacks@Deir Ez Zor)
                |                                            ^^^
              hint: put a destination that holds blanks in angle brackets: [14](<=attacks@Deir Ez Zor>)
            a.md:4:1: error: the footnote "quality" is defined twice
              4 | [^quality]: Two
                | ^^^^^^^^^^
              the first time in line 3
              hint: keep one of the two
            a.md:5:1: warning: nothing refers to the footnote "least"
              5 | [^least]: Three
                | ^^^^^^^^
              hint: it is left out of the text
            """)
    }

    @Test(arguments: ["> ", "- ", "*a **b ", "[", "![", "1. "])
    func depthIsLimitedAndNothingHangs(opening: String) {
        let text = String(repeating: opening, count: 3_000) + "x"
        let (_, diagnostics) = readMarkdown(SourceFile(path: "a.md", text: text))
        #expect(diagnostics.allSatisfy { $0.message == "this is nested more than 50 levels deep" })
    }

    @Test func deepQuotesAndEmphasisAreErrors() {
        for text in [String(repeating: "> ", count: 60) + "x", String(repeating: "*a ", count: 120) + String(repeating: "b* ", count: 120)] {
            let (_, diagnostics) = readMarkdown(SourceFile(path: "a.md", text: text))
            #expect(diagnostics.map(\.message) == ["this is nested more than 50 levels deep"])
        }
    }

    @Test func anEmptyTextIsAnEmptyTree() {
        let (document, diagnostics) = readMarkdown(SourceFile(path: "a.md", text: ""))
        #expect(document.blocks.isEmpty && document.footnotes.isEmpty && diagnostics.isEmpty)
    }

    /// Text cut out of any piece of a tangled source is the text that Markdown read there.
    @Test func piecesOfATextNeverTrapAndKeepTheirPlaces() {
        let whole = Array("> [é](=x) *a **b*\n1. ![](f)\n   | a |\n   |---|\n   | \\| |\n\n[^1]: q [^1] &amp; `c\n``` d\n<b>\\\n[r]: /u\n".utf8)
        for start in whole.indices {
            for end in start...whole.count {
                let file = SourceFile(path: "m", text: String(decoding: whole[start..<end], as: UTF8.self))
                for inline in readMarkdown(file).0.allInlines {
                    let source = inline.span.text
                    guard case .text(let text) = inline.content, !source.contains("\\"), !source.contains("&") else { continue }
                    #expect(text == source, "in \(file.text.debugDescription)")
                }
            }
        }
    }
}
