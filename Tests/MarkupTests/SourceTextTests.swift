import Diagnostics
import Markup
import Testing

@Suite struct SourceTextTests {
    @Test func readsUTF8AndLeavesTheByteOrderMarkOut() throws {
        let file = try decode([0xEF, 0xBB, 0xBF] + Array("é: 1".utf8), path: "a")
        #expect(file.text == "é: 1")
    }

    @Test func namesTheFirstByteThatIsNotUTF8() {
        #expect(message(Array("one\ncaf".utf8) + [0xE9] + Array(" two".utf8)) == """
            t.csv:2:4: error: the text is not UTF-8: byte 0xE9 (“é” in Latin-1)
              2 | caf\u{FFFD} two
                |    ^
              hint: save the file as UTF-8
            """)
    }

    @Test func guessesUTF16() {
        #expect(message([0xFF, 0xFE, 0x61, 0x00])?.contains("it looks like UTF-16") == true)
    }

    @Test func refusesACharacterCutShort() {
        #expect(message([0x61, 0xE2, 0x82])?.contains("byte 0xE2") == true)
    }

    @Test func refusesNUL() {
        #expect(message([0x61, 0x0A, 0x62, 0x00])?.hasPrefix("t.csv:2:2: error: a NUL byte stands in the text") == true)
    }

    private func message(_ bytes: [UInt8]) -> String? {
        do {
            _ = try decode(bytes, path: "t.csv")
            return nil
        } catch {
            return error.diagnostics.map(\.formatted).joined()
        }
    }
}

@Suite struct FrontMatterTests {
    @Test(arguments: [
        ("---\na: 1\n---\nBody\n", "a: 1\n", "Body\n"),
        ("---\na: 1\n...\nBody", "a: 1\n", "Body"),
        ("---\r\na: 1\r\n--- \r\nBody\r\n", "a: 1\r\n", "Body\r\n"),
        ("\u{FEFF}---\na: 1\n---\n", "a: 1\n", ""),
        ("---\n---\nx", "", "x"),
    ])
    func splits(text: String, yaml: String, body: String) throws {
        let file = SourceFile(path: "a.md", text: text)
        let parts = splitFrontMatter(file)
        #expect(file.text(try #require(parts.yaml)) == yaml)
        #expect(file.text(parts.body) == body)
        #expect(parts.diagnostics.isEmpty)
    }

    @Test(arguments: ["Body\n---\nx", "", "----\nx\n----\n", " ---\nx\n---\n"])
    func withoutAFenceAllIsBody(text: String) {
        let file = SourceFile(path: "a.md", text: text)
        let parts = splitFrontMatter(file)
        #expect(parts.yaml == nil)
        #expect(file.text(parts.body) == text)
        #expect(parts.diagnostics.isEmpty)
    }

    @Test func anUnclosedFenceIsAnError() {
        let parts = splitFrontMatter(SourceFile(path: "a.md", text: "---\na: 1\nBody"))
        #expect(parts.yaml == nil)
        #expect(parts.body.isEmpty)
        #expect(parts.diagnostics.map(\.formatted) == [
            "a.md:1:1: error: the front matter is never closed\n  1 | ---\n    | ^^^\n  hint: put a line \"---\" after its last line"
        ])
    }
}
