import Claims
import Diagnostics
import Testing

@Suite struct RuleTests {
    static let all = naturalCases + numberCases + boundCases + shareCases + changeCases + figureCases + factorCases + extremeCases + rarityCases + runCases
        + provinceCases + meanCases

    @Test(arguments: all)
    func judgesByTheRule(of example: HandWorked) throws {
        let (judgement, diagnostics) = try Evidence(example.series, until: example.month).judge(example.phrase, example.destination)
        let found = try #require(judgement, "\(diagnostics.map(\.formatted))")
        #expect(found.rule == example.sort.rawValue)
        #expect(found.verdict == example.verdict)
        #expect(diagnostics.containErrors == (example.verdict != .borneOut))
    }

    @Test(arguments: PhraseSort.allCases)
    func hasEightCasesOrMore(of sort: PhraseSort) {
        #expect(Self.all.count { $0.sort == sort } >= 8)
    }

    /// Each sort can be borne out, contradicted and left open, and the cases show all three.
    @Test(arguments: PhraseSort.allCases)
    func reachesEveryVerdict(of sort: PhraseSort) {
        #expect(Set(Self.all.filter { $0.sort == sort }.map(\.verdict)) == Set(Verdict.allCases))
    }
}
