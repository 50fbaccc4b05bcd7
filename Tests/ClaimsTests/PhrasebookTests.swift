import Claims
import Statistics
import TestSupport
import Testing

/// The phrasebook by itself: that it is whole, and that no form of it takes what another one means.
@Suite struct PhrasebookTests {
    static let book = Phrasebook.english
    static let parts = Dictionary(uniqueKeysWithValues: book.sharedParts.map { ($0.name, $0.rows) })

    private let reader: PhraseReader

    init() throws {
        reader = PhraseReader(try Evidence("killed@Homs: 1; killed@Hama: 1; killed@Raqqa: 1; killed@Deir Ez Zor: 1; killed: 4"))
    }

    private func read(_ text: String) -> Statement? {
        reader.read(text, month: month("2024-01"), nouns: ["people", "person", "claims"])
    }

    @Test func hasOneFormForEverySort() {
        #expect(Self.book.forms.map(\.sort) == PhraseSort.allCases)
    }

    @Test(arguments: book.forms.flatMap(\.patterns) + book.sharedParts.flatMap(\.rows))
    func isBalancedAndKnowsItsNames(pattern: String) throws {
        #expect(throws: Never.self) { try PatternSample(pattern, parts: Self.parts) }
    }

    @Test func usesEveryPart() {
        let texts = Self.book.forms.flatMap(\.patterns) + Self.book.sharedParts.flatMap(\.rows)
        for name in Self.parts.keys { #expect(texts.contains { $0.contains("<\(name)>") }, "\(name)") }
    }

    @Test func findsSlipsInPatterns() {
        for (pattern, problem) in [
            ("rose (to", PatternSample.Problem.unbalanced), ("rose to]", .unbalanced), ("[a|b", .unbalanced), ("<rose", .unbalanced),
            ("a > b", .unbalanced), ("<no such part>", .unknownPart("no such part")), ("{number}", .unknownCapture("number")),
            ("rose #up", .unknownTag("up")),
        ] {
            #expect(throws: problem) { try PatternSample(pattern, parts: Self.parts) }
        }
    }

    @Test(arguments: PhraseSort.allCases)
    func readsItsExamples(sort: PhraseSort) throws {
        let form = try #require(Self.book.forms.first { $0.sort == sort })
        let phrase = try #require(form.examplePhrase)
        #expect(form.exampleDestination?.isEmpty == false)
        #expect(form.example.hasPrefix("[\(phrase)](="))
        #expect(read(phrase)?.sort == sort)
    }

    /// What one form takes from another, and why that is right.
    static let shared: [PhraseSort: [PhraseSort: String]] = [.changeTo: [.atMost: "“up to seven” is a bound, not a rise"]]

    /// Texts made from the patterns of a form are read as its sort.
    @Test(arguments: PhraseSort.allCases)
    func readsWhatItsPatternsMatch(sort: PhraseSort) throws {
        let form = try #require(Self.book.forms.first { $0.sort == sort })
        var random = SeededGenerator(seed: 5)
        for text in try Self.book.samples(of: form, count: 60, using: &random) {
            let found = read(text)?.sort
            guard found != sort else { continue }
            #expect(found.flatMap { Self.shared[sort]?[$0] } != nil, "“\(text)” is read as \(found?.rawValue ?? "nothing")")
        }
    }

    /// A phrase of any sort may be limited to what is known, before it or after it.
    @Test(arguments: book.qualifiers)
    func readsQualifiers(qualifier: String) throws {
        for form in Self.book.forms {
            let phrase = try #require(form.examplePhrase)
            let plain = read(phrase)
            #expect(plain?.isQualified == false)
            for text in ["\(phrase) \(qualifier)", "\(qualifier), \(phrase)"] {
                let found = read(text)
                #expect(found?.sort == form.sort && found?.assertion == plain?.assertion && found?.isQualified == true, "\(text)")
            }
        }
        #expect(read(qualifier) == nil)
    }
}
