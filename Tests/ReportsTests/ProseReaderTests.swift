import Diagnostics
import Testing

@testable import Reports

@Suite struct ProseReaderTests {
    private func read(_ markdown: String) -> (prose: Prose, messages: [String]) {
        let file = SourceFile(path: "2024-01.md", text: markdown)
        let reading = Reading { ProseReader(problems: $0).read(file, range: 0..<file.bytes.count) }
        return (reading.value, reading.messages)
    }

    private func expect(_ markdown: String, _ dump: [String], location: SourceLocation = #_sourceLocation) {
        let (prose, messages) = read(markdown)
        #expect(messages.isEmpty, sourceLocation: location)
        #expect(prose.blocks.dump == dump, sourceLocation: location)
    }

    // MARK: Blocks

    @Test func readsHeadings() {
        let (prose, messages) = read("# The *headline*\n\n## A section\n\n### A part of it\n\nSetext\n------\n")
        #expect(messages.isEmpty)
        #expect(prose.headline.dump == "The *headline*")
        #expect(prose.blocks.dump == ["heading 2: A section", "heading 3: A part of it", "heading 2: Setext"])
    }

    @Test func needsNoHeadline() {
        let (prose, messages) = read("Words.\n")
        #expect(messages.isEmpty && prose.headline.isEmpty && prose.blocks.dump == ["Words."])
    }

    @Test func findsTheHeadlineBelowAFigure() {
        let (prose, _) = read("![](key)\n\n# Late\n\nWords.\n")
        #expect(prose.headline.dump == "Late" && prose.blocks.dump == ["figure key", "Words."])
    }

    @Test func readsParagraphs() {
        expect("One\nline.\n\nAnother  \nwith a *break* and **weight**, ***both***.\n", ["One line.", "Another/with a *break* and **weight**, ***both***."])
    }

    @Test func readsListsAndQuotes() {
        expect("- a\n- b\n  - c\n\n3. d\n4. e\n", ["list", "  item", "    a", "  item", "    b", "    list", "      item", "        c", "list from 3", "  item", "    d", "  item", "    e"])
        expect("> a\n> b\n>\n> c\n", ["quote", "  a b", "  c"])
        expect("a\n\n---\n\nb\n", ["a", "pause", "b"])
    }

    @Test func readsFigures() {
        expect("![](one)\n", ["figure one"])
        expect("![](one)\n![](two)\n\nWords.\n", ["figure one", "figure two", "Words."])
        expect("- ![](one)\n\n> ![](two)\n", ["list", "  item", "    figure one", "quote", "  figure two"])
    }

    @Test func readsLinksAndReferences() {
        expect("[a *b*](https://a.example/x)", ["[a *b*](https://a.example/x)"])
        expect("<https://a.example>", ["[https://a.example](https://a.example)"])
        expect("[a](MAILTO:x@a.example)", ["[a](MAILTO:x@a.example)"])
        expect("See [](#one) and [that](#two).", ["See [](#one) and [that](#two)."])
    }

    @Test func readsNotesInTheOrderOfTheirMarks() {
        let (prose, messages) = read("One[^b] two[^a] one[^b].\n\n[^a]: Second.\n\n[^b]: First, *so*.\n\n    Its second paragraph.\n")
        #expect(messages.isEmpty)
        #expect(prose.blocks.dump == ["One^1 two^2 one^1."])
        #expect(prose.notes.map(\.dump) == [["First, *so*.", "Its second paragraph."], ["Second."]])
    }

    @Test func readsOnlyItsPart() {
        let file = SourceFile(path: "a.md", text: "before\n\nwithin\n\nafter\n")
        let reading = Reading { ProseReader(problems: $0).read(file, range: 8..<15) }
        #expect(reading.value.blocks.dump == ["within"])
    }

    @Test func readsNothingOfNothing() {
        for text in ["", "\n\n", "<!-- -->\n".replacing("<!-- -->", with: " ")] { expect(text, []) }
    }

    @Test func givesEachTextItsPlace() {
        let (prose, _) = read("# A\n\nOne *two*\nthree [four](https://a.example).\n")
        let places = prose.blocks.texts.map { "\($0.value)@\($0.span.line):\($0.span.column)" }
        #expect(places.contains("two@3:6") && places.contains("four@4:8"))
    }

    @Test func readsCode() {
        expect("a `b  c` \"`d`\" 'e' `\"--...'`\n", ["a `b  c` “`d`” ‘e’ `\"--...'`"])
        expect("*a `b`* [`c`](https://a.example) **`d`**\n", ["*a `b`* [`c`](https://a.example) **`d`**"])
        expect("a\n\n```yaml\nb: \"1\"\n\n  c:  2 \n```\n\nd\n", ["a", "code", "  4|b: \"1\"", "  5|", "  6|  c:  2 ", "d"])
        expect("~~~\na\n", ["code", "  2|a"])
        expect("a\n\n    b\n      c\n\n    d\n\ne", ["a", "code", "  3|b", "  4|  c", "  5|", "  6|d", "e"])
        expect("```\na\tb\n\tc\r\nd\n```\n", ["code", "  2|a   b", "  3|    c", "  4|d"])
        expect("- a\n\n  ```\n  b\n  ```\n\n> ```\n>  c\n> ```\n", ["list", "  item", "    a", "    code", "      4|b", "quote", "  code", "    8| c"])
    }

    @Test func readsNothingOfCodeWithoutWords() {
        for text in ["```\n```\n", "```\n\n  \n```\n", "~~~"] { expect(text, []) }
    }

    @Test func keepsCodeWithTheFigureBeforeIt() {
        expect("![](one)\n\n```\na\n```\n\n```\nb\n```\n", ["figure one", "  4|a", "code", "  8|b"])
        expect("![](one)\n\nWords.\n\n    a\n", ["figure one", "Words.", "code", "  5|a"])
        expect("- ![](one)\n  ![](two)\n\n      a\n", ["list", "  item", "    figure one", "    figure two", "      4|a"])
    }

    @Test func setsTabsAsSpaces() {
        expect("a\tb\t\tc\u{2028}d", ["a b c d"])
    }

    // MARK: Mistakes

    @Test(arguments: [
        ("# A\n\n# B\n", "3:1: a brief has one headline (begin the heading of a section with ##)"),
        ("# A[^n]\n\n[^n]: Note.\n", "1:1: the headline has a footnote (put it into the first paragraph)"),
        ("# *A[^n]*\n\n[^n]: Note.\n", "1:1: the headline has a footnote (put it into the first paragraph)"),
        ("#### A\n", "1:1: headings go down to ### (use ## for sections and ### within them)"),
        ("Words ![](one).\n", "1:7: the figure \"one\" stands within a line (put it into a paragraph of its own)"),
        ("## A ![](one)\n", "1:6: the figure \"one\" stands within a line (put it into a paragraph of its own)"),
        ("A[^n]\n\n[^n]: ![](one)\n", "3:11: a figure cannot stand in a footnote (place it in the prose)"),
        ("| a | b |\n| --- | --- |\n| 1 | 2 |\n", "1:1: a table cannot stand in the prose (define a figure of kind table in report.yaml, and place it with ![](name))"),
        ("![a `b`](one)\n", "1:3: the title of a figure has emphasis, code, a link or a note (write plain words and claims: ![Attacks reached [33](=attacks)](attacks-by-month))"),
        ("```\na\n\u{8}b\n```\n", "3:1: a control character stands in the text: U+0008 (take it out: nothing can be printed of it)"),
        ("a\n\n<div>b</div>\n", "3:1: HTML cannot stand in the prose (write it in Markdown)"),
        ("a <b>c</b>\n", "1:3: HTML cannot stand in the prose (write it in Markdown: *emphasis*, **strong**, H~2~O, km^2^)"),
        ("[a](data/x.csv)\n", "1:5: the link leads nowhere from a PDF: \"data/x.csv\" (write the whole address, https://…, #name to refer to a figure, =measure to have a claim checked, or lang:ar for words of another language)"),
        ("[a](javascript:x)\n", "1:5: the link leads nowhere from a PDF: \"javascript:x\" (write the whole address, https://…, #name to refer to a figure, =measure to have a claim checked, or lang:ar for words of another language)"),
        ("[a](lang:)\n", "1:5: \"\" is not the tag of a language (write two or three letters, and a region where it matters: lang:ar, lang:pt-BR)"),
        ("[a](lang:a_b)\n", "1:5: \"a_b\" is not the tag of a language (write two or three letters, and a region where it matters: lang:ar, lang:pt-BR)"),
        ("# A\n\n### B\n", "3:1: a heading of the third level stands before any of the second (begin it with ##)"),
        ("a\u{8}b\n", "1:2: a control character stands in the text: U+0008 (take it out: nothing can be printed of it)"),
        ("a[^n]\n", "1:2: no footnote is called \"n\" (define it on a line of its own: [^n]: …)"),
    ])
    func tellsWhatCannotBePrinted(_ markdown: String, _ message: String) {
        #expect(read(markdown).messages.first == message)
    }

    @Test func wordsOfAnotherLanguageKeepTheirTag() {
        let read = read("The [*réfugiés*](lang:fr-CH) of [حمص](lang:ar).\n")
        #expect(read.prose.blocks.dump == ["The [*réfugiés*](lang:fr-CH) of [حمص](lang:ar)."])
        #expect(read.messages.isEmpty)
    }

    @Test func readsSubscriptsAndSuperscripts() {
        expect("H~2~O, km^2^, CO<sub>2</sub> and a<SUP>*b c*</SUP>.", ["H~2~O, km^2^, CO~2~ and a^*b c*^."])
        expect("~5 and ~6, a^b, \\^c^, `x^2^`", ["~5 and ~6, a^b, ^c^, `x^2^`"])
        #expect(read("# On 3 km^2^ of H~2~O, x^−1^ and a^b^").prose.headline.plainText == "On 3 km² of H₂O, x⁻¹ and ab")
        #expect(read("a<sub>b").messages.count == 1)
    }

    @Test func commentsLeaveNothing() {
        expect("a\n\n<!-- b\n\n# c -->\n\nd <!-- e --> f<!-- g\nh -->\ni <!-- j -->\nk\n", ["a", "d f i k"])
        expect("<!-- a --><!-- b -->\n\nc\n", ["c"])
        // What follows one on its line is HTML to Markdown, and one without an end takes all with it.
        #expect(read("<!-- a --> words\n").messages.count == 1 && read("<!-- a\n\nwords\n").messages.count == 1)
    }

    @Test func softHyphensAreOfNoName() {
        let read = read("# The val&shy;ley\n\nIts gov\u{AD}ern&#173;ment\n")
        #expect(read.prose.headline.plainText == "The valley" && read.prose.blocks.dump == ["Its gov\u{AD}ern\u{AD}ment"])
    }

    @Test func partsAtNotes() {
        let (prose, _) = read("a *b[^n]c* [d **e[^n]**](https://a.example)\n\n[^n]: f\n")
        #expect(prose.blocks.paragraphs[0].partedAtNotes.map(\.dump) == ["a *b*", "^1", "*c* [d **e**](https://a.example)", "^1"])
    }

    @Test func tellsOfAllMistakes() {
        #expect(read("# A\n\n# B\n\na <b>\n\n#### C\n\n[d](e)\n").messages.count == 4)
    }
}
