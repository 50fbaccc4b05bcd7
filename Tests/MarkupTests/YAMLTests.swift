import Diagnostics
import Markup
import Testing

@Suite struct YAMLTests {
    @Test func readsMappingsListsAndTexts() throws {
        let root = try read(
            """
            # a comment
            title: Central Syria   # after it
            quoted: "yes"
            plain: yes
            count: 33
            empty:
            months: [2024-01, '2023-12']
            figures:
              - kind: columns
                measure: attacks
              - kind: bars

            # the end
            last: {a: 1}
            """)
        #expect(
            root.dump == """
                {title: Central Syria, quoted: "yes", plain: yes, count: 33, empty: , months: [2024-01, "2023-12"], \
                figures: [{kind: columns, measure: attacks}, {kind: bars}], last: {a: 1}}
                """)
        #expect(root["title"]?.span.text == "Central Syria")
        #expect(root["quoted"]?.span.text == "\"yes\"")
        #expect(root["empty"]?.isEmpty == true)
        #expect(root["empty"]?.span.text == "")
        #expect(root["months"]?.span.text == "[2024-01, '2023-12']")
        #expect(root["figures"]?.span.text == "- kind: columns\n    measure: attacks\n  - kind: bars")
        #expect(root["last"]?.span.text == "{a: 1}")
    }

    @Test func blockTextsEndWhereTheirTextEnds() throws {
        let root = try read("note: |\n  one\n  two\n\nfolded: >\n  three\n  four\n\nafter: x\n")
        #expect(root.dump == "{note: \"one\ntwo\n\", folded: \"three four\n\", after: x}")
        #expect(root["note"]?.span.text == "|\n  one\n  two")
        #expect(root["folded"]?.span.text == ">\n  three\n  four")
    }

    @Test func placesAreThoseOfTheWholeFileInCharactersOfAnyWidth() throws {
        let file = SourceFile(path: "a.md", text: "---\r\ntítle: Ḥimṣ 😀\r\nkey: \"zwei\u{2028}drei\"\r\nlast: end\r\n---\r\nBody\r\n")
        let range = try #require(splitFrontMatter(file).yaml)
        let (node, diagnostics) = readYAML(file, range: range)
        let root = try #require(node)
        #expect(diagnostics.isEmpty)
        #expect(root["títle"]?.span.text == "Ḥimṣ 😀")
        #expect(root["títle"]?.span.place == "a.md:2:8")
        #expect(root["last"]?.span.text == "end")
        #expect(root["last"]?.span.place == "a.md:4:7")
    }

    @Test(arguments: ["", "# only a comment\n", "\n\n", "---\n", "~".dropLast() + "\n"])
    func nothingIsAnEmptyMapping(text: String) throws {
        let root = try read(text)
        #expect(root.dump == "{}")
    }

    struct Broken: CustomTestStringConvertible, Sendable {
        var text: String
        var place: String
        var marked: String
        var message: String
        var hint: String
        var testDescription: String { text.debugDescription }
    }

    @Test(arguments: [
        Broken(text: "title: Homs: a review\n", place: "1:12", marked: ":", message: "a second colon makes this text a mapping", hint: "put the text in quotes"),
        Broken(text: "a: \"open\nb: 2\n", place: "1:4", marked: "\"", message: "this quote is never closed", hint: "close it with"),
        Broken(text: "a: 'it's'\n", place: "1:8", marked: "s'", message: "the text goes on after its closing quote", hint: "put quotes around all"),
        Broken(text: "a: 1\nb:2\nc: 3\n", place: "2:2", marked: ":", message: "no space follows this colon", hint: "put a space after it"),
        Broken(text: "b:2\nc: 3\n", place: "1:2", marked: ":", message: "no space follows this colon", hint: "put a space after it"),
        Broken(text: "a:\n\tb: 1\n", place: "2:1", marked: "\t", message: "a tab stands where the line is indented", hint: "indent with spaces"),
        Broken(text: "a: 1\n  b: 2\n", place: "2:3", marked: "b", message: "this key is not in line with the keys above it", hint: "indent it by"),
        Broken(text: "a:\n   b: 1\n  c: 2\n", place: "3:3", marked: "c: 2", message: "this line is not in line with the keys above it", hint: "indent it by"),
        Broken(text: "a: 1\nstray\nb: 2\n", place: "2:1", marked: "stray", message: "this line has neither a key nor a value", hint: "write \"key: value\""),
        Broken(text: "a: @x y\n", place: "1:4", marked: "@x y", message: "a text may not begin with \"@\"", hint: "put the text in quotes"),
        Broken(text: "a: * x\n", place: "1:4", marked: "* x", message: "a text may not begin with this sign", hint: "put the text in quotes"),
        Broken(text: "a: [1, 2\nb: 3\n", place: "1:4", marked: "[", message: "the list in brackets that begins here is not closed with \"]\"", hint: "put commas"),
        Broken(text: "a: - b\n", place: "1:4", marked: "- b", message: "a list may not begin here", hint: "begin it on a line"),
        Broken(text: "é: \"\\q\"\n", place: "1:5", marked: "\\q", message: "YAML does not know this escape", hint: "write a backslash"),
        Broken(text: "é: 1\nb: \u{1}\n", place: "2:4", marked: "\u{1}", message: "a control character stands in the text", hint: "leave it out"),
    ])
    func saysWhatIsBrokenAndWhere(broken: Broken) throws {
        let (node, diagnostics) = readYAML(SourceFile(path: "r.yaml", text: broken.text))
        #expect(node == nil)
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostics.count == 1)
        #expect(diagnostic.message == broken.message)
        #expect(diagnostic.hint?.hasPrefix(broken.hint) == true)
        guard case .span(let span) = diagnostic.place else { return #expect(Bool(false), "no place") }
        #expect(span.place == "r.yaml:\(broken.place)")
        #expect(span.text == broken.marked)
    }

    @Test func aKeyGivenTwiceNamesTheFirstLineAndReadingGoesOn() throws {
        let file = SourceFile(path: "r.yaml", text: "a: 1\nb: 2\na: 3\nb: 4\n")
        let (node, diagnostics) = readYAML(file)
        #expect(node?.dump == "{a: 1, b: 2}")
        #expect(diagnostics.map(\.message) == ["\"a\" is given twice", "\"b\" is given twice"])
        #expect(diagnostics.first?.facts == ["the first time in line 1"])
    }

    @Test func aliasesAnchorsTagsAndOddKeysAreErrorsAllAtOnce() {
        let file = SourceFile(path: "r.yaml", text: "a: *Homs\nb: &x 1\nc: !str 2\n? [k]\n: 3\n? \n: 4\n")
        let (_, diagnostics) = readYAML(file)
        #expect(
            diagnostics.map(\.message) == [
                "a text may not begin with \"*\": YAML takes it for a value named elsewhere",
                "a text may not begin with \"&\": YAML takes it for the name of a value",
                "a text may not begin with \"!\": YAML takes it for the type of a value",
                "a key must be a text, not a list",
                "the key before the colon is missing",
            ])
    }

    @Test func aSecondDocumentIsAnError() {
        let (node, diagnostics) = readYAML(SourceFile(path: "r.yaml", text: "a: 1\n---\nb: 2\n"))
        #expect(node?.dump == "{a: 1}")
        #expect(diagnostics.map(\.message) == ["a second document begins here"])
    }

    @Test func aBillionLaughsAreRefused() {
        var text = "a0: &a0 [ha, ha]\n"
        for level in 1..<30 {
            text += "a\(level): &a\(level) [\([String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", "))]\n"
        }
        let (_, diagnostics) = readYAML(SourceFile(path: "r.yaml", text: text))
        #expect(diagnostics.containErrors)
        #expect(diagnostics.found == 30 + 29 * 10)
    }

    @Test(arguments: ["[", "{a: ", "- ", "? "])
    func depthIsLimited(opening: String) {
        let text = String(repeating: opening, count: 20_000)
        let (node, diagnostics) = readYAML(SourceFile(path: "r.yaml", text: text))
        #expect(node == nil)
        #expect(diagnostics.map(\.message) == ["this is nested more than 50 levels deep"])
    }

    @Test func mangledTextsNeverTrap() {
        let whole = Array("a: [1, {b: \"é\"}]\nc:\n  - |\n   x\n  - &y *z\n\"q\": 'r'\n".utf8)
        for start in whole.indices {
            for end in start...whole.count {
                let file = SourceFile(path: "m", text: String(decoding: whole[start..<end], as: UTF8.self))
                let (node, diagnostics) = readYAML(file)
                #expect(node != nil || diagnostics.containErrors)
                for diagnostic in diagnostics { #expect(!diagnostic.formatted.isEmpty) }
            }
        }
    }

    private func read(_ text: String) throws -> YAMLNode {
        let (node, diagnostics) = readYAML(SourceFile(path: "r.yaml", text: text))
        #expect(diagnostics.map(\.formatted) == [])
        return try #require(node)
    }
}

extension YAMLNode {
    /// On one line, with quotes around what was not plain.
    var dump: String {
        switch content {
        case .scalar(let text, let plain): plain ? text : "\"\(text)\""
        case .sequence(let nodes): "[" + nodes.map(\.dump).joined(separator: ", ") + "]"
        case .mapping(let entries): "{" + entries.map { "\($0.key.value): \($0.value.dump)" }.joined(separator: ", ") + "}"
        }
    }

    subscript(key: String) -> YAMLNode? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.key.value == key }?.value
    }
}
