import Claims
import Diagnostics
import Figures
import Statistics
import Testing

/// Provinces that are called otherwise.
@Suite struct ProvinceNounTests {
    private func evidence(_ singular: String, _ plural: String) throws -> Evidence {
        var evidence = try Evidence("killed@Homs: 5 | 14; killed@Hama: 9 | 5; killed@Raqqa: 3 | 4; killed: 17 | 23")
        evidence.data.provinceNoun = Noun(singular: singular, plural: plural)
        return evidence
    }

    private func verdict(_ phrase: String, _ destination: String, _ evidence: Evidence) -> Verdict? {
        evidence.judge(phrase, destination).judgement?.verdict
    }

    @Test func phrasesMayUseTheWord() throws {
        let sectors = try evidence("sector", "sectors")
        #expect(verdict("the most of any sector", "killed@Homs", sectors) == .borneOut)
        #expect(verdict("the most of all sectors", "killed@Hama", sectors) == .contradicted)
        #expect(verdict("the most of any sector among the sectors with a figure", "killed@Homs", sectors) == .borneOut)
        #expect(verdict("the most of any province", "killed@Homs", sectors) == .borneOut)
        #expect(verdict("the most of any federal state", "killed@Homs", try evidence("federal state", "federal states")) == .borneOut)
        #expect(verdict("the most of any sector", "killed@Homs", try evidence("province", "provinces")) == nil)
    }

    @Test func theWordMayStandInAName() throws {
        #expect(verdict("second only to Homs", "killed@Hama", try evidence("Homs", "Homses")) == .borneOut)
    }

    @Test func factsUseIt() throws {
        let facts = try evidence("sector", "sectors").facts()
        #expect(facts.contains { $0.phrase == "the most of any sector" })
        #expect(!facts.contains { $0.markdown.contains("province") })
    }

    @Test func messagesUseIt() throws {
        let sectors = try evidence("sector", "sectors")
        func message(_ phrase: String, _ destination: String) -> String { sectors.judge(phrase, destination).diagnostics.map(\.formatted).joined() }
        #expect(message("14", "killed@Hom").contains("the report has no sector \"Hom\""))
        #expect(message("the most of any sector", "killed").contains("this is none of the sectors, and cannot be ranked among them"))
    }
}
