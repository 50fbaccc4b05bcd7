import Testing

@testable import Reports

/// What an author lists is found as it is typed and as it is printed.
@Suite struct FoldedTextTests {
    @Test(arguments: [
        (#"5'10""#, "5’10”"), ("1--2 and 3---4", "1–2 and 3—4"), ("-5", "−5"), ("12 345", "12\u{202F}345"), ("Nine  Lives", "nine\u{A0}lives"), ("so...", "so…"),
        (#""No" 'x'"#, "“no” ‘X’"), ("gov\u{AD}ern", "govern"), ("", ""),
    ])
    func typedIsPrinted(_ typed: String, _ printed: String) {
        #expect(FoldedText(Array(typed)).characters == FoldedText(Array(printed)).characters)
    }

    @Test(arguments: [("a–b", "ab"), ("1/2", "12"), ("5' 10", "5'10"), ("é", "e")])
    func othersAreNot(_ one: String, _ other: String) {
        #expect(FoldedText(Array(one)).characters != FoldedText(Array(other)).characters)
    }

    @Test(arguments: [(0..<1, "a"), (2..<4, "-"), (6..<8, "bc"), (9..<10, "d"), (0..<10, "a - bc...d"), (0..<0, "")])
    func knowsWhereAStretchStands(_ range: Range<Int>, _ words: String) {
        let folded = FoldedText(Array("a --  bc…d"))
        #expect(String(folded.characters[folded.range(range)]) == words)
    }
}
