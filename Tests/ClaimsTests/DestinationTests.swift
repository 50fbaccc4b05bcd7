import Claims
import Diagnostics
import Testing

/// What a destination names, by what it amounts to.
@Suite struct DestinationTests {
    /// The months of 2023 count up to twelve; January 2024 is the month of the brief.
    static let series = """
        killed: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13; killed@Homs: 5 | 9; killed@Hama: 1 | 2; \
        killed@Deir Ez Zor: 2 | 4; attacks: 14 | 33
        """

    static let incidents = """
        date,province,kind,killed,claimed
        2023-12-30,Homs,mine,2,yes
        2024-01-04,Homs,ied,>=1,no
        2024-01-09,Hama,mine,3,
        2024-01-20,Homs,,,yes
        2024-01,Hama,raid,1,no
        """

    static func evidence() throws -> Evidence { try Evidence(series, incidents: incidents) }

    private func value(of destination: String) throws -> String {
        let (judgement, diagnostics) = try Self.evidence().judge("33", destination)
        return try #require(judgement, "\(diagnostics.map(\.formatted))").value
    }

    @Test(arguments: [
        ("killed", "13"), ("killed@Homs", "9"), ("killed@Total", "13"), ("killed@Deir_Ez_Zor", "4"), ("killed@Deir Ez Zor", "4"),
        ("killed@\"Deir Ez Zor\"", "4"), ("killed@'Deir Ez Zor'", "4"), ("killed@“Deir Ez Zor”", "4"), ("killed@‘Deir Ez Zor’", "4"),
        ("killed@DeZ", "4"), (" killed @ Homs ", "9"),
    ])
    func findsProvinces(destination: String, value: String) throws {
        #expect(try self.value(of: destination) == value)
    }

    @Test(arguments: [
        ("killed[0]", "13"), ("killed[-1]", "12"), ("killed[2023-04]", "4"), ("killed[2023]", "78"), ("killed[2023-02..2023-04]", "9"),
        ("killed[-12..-1]", "78"), ("killed[2023..2024-01]", "91"), ("killed[-2..0]", "36"), ("killed[ 2023-02 .. 2023-04 ]", "9"),
        ("killed@DeZ[-1]", "2"), ("killed@\"Deir Ez Zor\"[2023-12]", "2"),
        // Nothing is known of a month without a row, nor of a sum with it.
        ("killed[2022-12]", ""), ("killed[2022-12..2023-01]", ""), ("killed@Homs[2023-11]", ""), ("killed@Homs[2023]", ""),
    ])
    func findsMonths(destination: String, value: String) throws {
        #expect(try self.value(of: destination) == value)
    }

    @Test(arguments: [
        ("killed + 2 * 3", "19"), ("(killed + 2) * 3", "45"), ("killed - 1 - 2", "10"), ("killed - (1 - 2)", "14"), ("killed / 2", "6.5"),
        ("12 / 2 / 3", "2"), ("-killed", "-13"), ("--killed", "13"), ("2 * -killed", "-26"), ("killed - -1", "14"), ("1.5*2", "3"),
        ("killed@Homs+killed@Hama", "11"), ("((killed))", "13"), ("killed / 0", ""), ("killed@Homs[-2] + 1", ""),
    ])
    func calculates(destination: String, value: String) throws {
        #expect(try self.value(of: destination) == value)
    }

    @Test(arguments: [
        ("share(killed@Homs, 18)", "0.5"), ("share(killed@Homs, killed@Homs)", "1"), ("mean(killed[2023])", "6.5"),
        ("mean(killed, killed[-1])", "12.5"), ("max(killed[2023])", "12"), ("min(killed[2023-02..2023-04])", "2"), ("sum(killed[-1], 3)", "15"),
        ("max(1, killed@Homs, 4)", "9"), ("min(killed[2023], 0.5)", "0.5"), ("sum(killed[2023])", "78"), ("2 * max(killed, 3) + 1", "27"),
        ("mean(killed@Homs[-2..0])", ""), ("max(killed@Homs[-2..0])", ""), ("share(killed@Homs, 0)", ""),
    ])
    func callsFunctions(destination: String, value: String) throws {
        #expect(try self.value(of: destination) == value)
    }

    @Test(arguments: [
        ("killed > killed[-1]", yes), ("killed < killed[-1]", no), ("killed >= 13", yes), ("killed >= 14", no), ("killed <= 13", yes),
        ("killed <= 12", no), ("killed = 13", yes), ("killed == 13", yes), ("killed = 12", no), ("killed != 12", yes), ("killed != 13", no),
        ("killed@Homs[-2] < 5", open), ("killed@Homs + killed@Hama < killed", yes), ("2 * killed@Homs > killed", yes),
        ("killed>killed[-1]", yes), ("attacks >= 34", no), ("attacks = 33", yes),
    ])
    func compares(destination: String, verdict: Verdict) throws {
        let (judgement, diagnostics) = try Self.evidence().judge("whatever the author says", destination)
        #expect(judgement?.verdict == verdict)
        #expect(judgement?.rule == "comparison")
        #expect(diagnostics.isEmpty == (verdict == .borneOut))
    }

    @Test func wantsWordsForAComparison() throws {
        let (judgement, diagnostics) = try Self.evidence().judge("", "killed > 1")
        #expect(judgement == nil)
        #expect(diagnostics.first?.message == "a comparison has nothing that could be filled in")
    }

    // MARK: Incidents

    /// An empty cell lets a row through perhaps; a day that is not known may lie between two.
    @Test(arguments: [
        ("incidents", "4"), ("incidents()", "4"), ("incidents[-1]", "1"), ("incidents[-1..0]", "5"), ("incidents(province:Homs)", "2"),
        ("incidents(kind:mine)", "1..2"), ("incidents(kind:mine|ied)", "2..3"), ("incidents( kind: mine | ied )", "2..3"),
        ("incidents(kind:mine, province:Hama)", "1"), ("incidents(kind:\"mine\", province:'Homs')[-1]", "1"),
        ("incidents(claimed:yes)", "1..2"), ("incidents(date:2024-01-09)", "1..2"), ("incidents(date:2024-01-04..2024-01-10)", "2..3"),
        ("incidents(date:..2024-01-05)", "1..2"), ("incidents(date:2024-01-10..)", "1..2"), ("incidents(killed:3)", "1..3"),
        ("incidents(killed:0..2)", "1..3"), ("incidents.killed", ">=5"), ("incidents.killed(province:Hama)", "4"),
        ("incidents.killed(kind:raid)", ">=1"), ("incidents.killed(killed:3..)", ">=3"), ("incidents.killed[-1]", "2"),
        ("incidents(province:Homs) + incidents(province:Hama)", "4"), ("max(incidents, 2)", "4"),
        // Nobody says that nothing happened in a month without a row.
        ("incidents[2023-11]", ""), ("incidents[2023-11..2023-12]", ""), ("incidents(kind:raid)[2022]", ""),
    ])
    func countsIncidents(destination: String, value: String) throws {
        #expect(try self.value(of: destination) == value)
    }

    @Test func countsARowWithoutADateInAnyMonth() throws {
        let evidence = try Evidence(
            "killed: 1; killed@Homs: 1", incidents: "date,province,killed\n2024-01-02,Homs,1\n,Homs,2\n")
        #expect(evidence.judge("33", "incidents").judgement?.value == "1..2")
        #expect(evidence.judge("33", "incidents.killed").judgement?.value == "1..3")
    }
}
