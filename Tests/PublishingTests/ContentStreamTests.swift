import Testing

@testable import Publishing

/// The content of pages is changed operation by operation, and otherwise left as it is.
@Suite struct ContentStreamTests {
    private func rewritten(_ content: String, _ replacement: (ContentStream.Operation) -> String?) -> String {
        let stream = ContentStream(Array(content.utf8))
        var edits: [ContentStream.Edit] = []
        try? stream.forEachOperation { operation throws(PDFError) in
            if let text = replacement(operation) { edits.append(.init(operation.range, text)) }
        }
        return String(decoding: stream.edited(by: edits), as: UTF8.self)
    }

    @Test func editsComeInTheOrderOfTheirPlaces() {
        let stream = ContentStream(Array("one two three".utf8))
        let edits: [ContentStream.Edit] = [.init(8..<13, "3"), .init(at: 4, "b"), .init(0..<3, "1"), .init(at: 4, "c"), .init(at: 13, ".")]
        #expect(String(decoding: stream.edited(by: edits), as: UTF8.self) == "1 bctwo 3.")
    }

    @Test(arguments: [
        "", " ", "q Q", "0 0 m\n100 100 l S\n", "BT (a) Tj ET", "% a comment without an end", "(a string without an end", "<48", "<", ">", "\\", "(\\",
    ])
    func nothingIsChangedUnasked(_ content: String) {
        #expect(rewritten(content) { _ in nil } == content)
    }

    @Test func operandsGoWithTheirOperator() {
        #expect(rewritten("1 0 0 rg 0 0 m 5 5 l") { $0.isCalled("m") ? "moved" : nil } == "1 0 0 rg moved 5 5 l")
        #expect(rewritten("q 1 0 0 rg Q") { $0.isCalled("rg") ? "0 g" : nil } == "q 0 g Q")
        #expect(rewritten("q") { _ in "" } == "")
    }

    @Test func marksAreFoundByTheirOperands() {
        var seen: [[String]] = []
        let content = "/Span <</MCID 12>>BDC (EMC) Tj EMC /P << /MCID 3 /Lang (en) >> BDC[(a)-120(b)]TJ EMC"
        let result = rewritten(content) { operation in
            guard operation.isCalled("BDC") else { return nil }
            seen.append(operation.operands)
            return "/Artifact BMC"
        }
        #expect(seen == [["/Span", "<<", "/MCID", "12", ">>"], ["/P", "<<", "/MCID", "3", "/Lang", "(en)", ">>"]])
        #expect(result == "/Artifact BMC (EMC) Tj EMC /Artifact BMC[(a)-120(b)]TJ EMC")
    }

    @Test(arguments: [
        "(q)", "(a (nested (q) one) q)", #"(escaped \) q)"#, #"(escaped \( q)"#, #"(a solidus \\)"#, "(over\nlines q)", "<71>", "<7 1>", "(% q)",
        "/q", "[/q]", "% q\n", "% (q\r",
    ])
    func whatOnlyLooksLikeAnOperatorIsNone(_ operand: String) {
        #expect(rewritten("\(operand) Tj q") { $0.isCalled("q") ? "Q" : nil } == "\(operand) Tj Q")
    }

    @Test func aCommentIsNoOperand() {
        var counts: [Int] = []
        #expect(rewritten("% one (\n1 0 0 % two\r\nrg") { operation in
            counts.append(operation.operands.count)
            return "0 g"
        } == "% one (\n0 g")
        #expect(counts == [3])
    }

    @Test func operatorsWithSignsAreOperators() {
        for name: StaticString in ["'", "\"", "T*", "b*", "d0"] {
            #expect(rewritten("(a) \(name) Q") { $0.isCalled(name) ? "q" : nil } == "q Q", "\(name)")
        }
    }

    // MARK: Around it

    @Test func ligaturesAreSpelt() {
        func spelt(_ map: String) -> String { String(decoding: withLigaturesSpelt(Array(map.utf8)), as: UTF8.self) }
        #expect(spelt("<01> <fb00>\n<02> <fb01>\n<03> <fb02>\n<04> <fb03>\n<05> <fb04>\n") == "<01> <00660066>\n<02> <00660069>\n<03> <0066006c>\n<04> <006600660069>\n<05> <00660066006c>\n")
        for other in ["", "<fb0", "<fb01", "<fb05>", "<fb010>", "<0fb01>", "<afb01>"] { #expect(spelt(other) == other) }
    }

    @Test func decimalsAreShort() {
        let cases: [(Double, String)] = [
            (0, "0"), (-0.0, "0"), (1, "1"), (-1.5, "-1.5"), (0.25, ".25"), (-0.25, "-.25"), (0.001, "0"), (-0.001, "0"), (0.005, ".01"), (12.999, "13"),
            (100, "100"), (999_999_999, "999999999"), (1e9, "0"), (-1e300, "0"), (.nan, "0"), (.infinity, "0"),
        ]
        for (value, text) in cases { #expect(decimal(value) == text, "\(value)") }
        #expect(decimal(0.0014, places: 3) == ".001" && decimal(1.0006, places: 3) == "1.001" && decimal(0.5, places: 3) == ".5")
    }

    // MARK: The colour profile

    private func number(_ place: Int) -> Int { sRGBProfile[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }

    private func word(_ place: Int) -> String { String(decoding: sRGBProfile[place..<place + 4], as: UTF8.self) }

    @Test func theProfileHoldsWhatItsTableSays() {
        #expect(number(0) == sRGBProfile.count && sRGBProfile.count % 4 == 0 && sRGBProfile.count < 600)
        #expect([12, 16, 20, 36].map(word) == ["mntr", "RGB ", "XYZ ", "acsp"])
        let tags = (0..<number(128)).map { (name: word(132 + 12 * $0), place: number(136 + 12 * $0), length: number(140 + 12 * $0)) }
        #expect(tags.map(\.name) == ["desc", "cprt", "wtpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"])
        var end = 132 + 12 * tags.count
        for (place, length) in Set(tags.map { [$0.place, $0.length] }).sorted(by: { $0[0] < $1[0] }).map({ ($0[0], $0[1]) }) {
            #expect(place % 4 == 0 && place == end, "no gap and nothing twice")
            end = (place + length + 3) / 4 * 4
        }
        #expect(end == sRGBProfile.count)
        #expect(tags.map { word($0.place) } == ["mluc", "mluc", "XYZ ", "sf32", "XYZ ", "XYZ ", "XYZ ", "para", "para", "para"])
    }

    /// Red, green and blue together are the white of the profile's own space.
    @Test func theProfilesColoursAddUpToWhite() {
        let tags = Dictionary(uniqueKeysWithValues: (0..<number(128)).map { (word(132 + 12 * $0), number(136 + 12 * $0)) })
        for axis in 0..<3 {
            let sum = ["rXYZ", "gXYZ", "bXYZ"].reduce(0) { $0 + number((tags[$1] ?? 0) + 8 + 4 * axis) }
            #expect(abs(sum - number((tags["wtpt"] ?? 0) + 8 + 4 * axis)) <= 20)
        }
        #expect(!isPressProfile(sRGBProfile))
    }
}

extension ContentStream.Operation {
    fileprivate func isCalled(_ name: StaticString) -> Bool {
        letters == name.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt32($1) } }
    }
}
