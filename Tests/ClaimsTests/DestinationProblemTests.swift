import Claims
import Diagnostics
import Testing

/// What an author is told of a destination that cannot be read, and where.
@Suite struct DestinationProblemTests {
    struct Slip: CustomTestStringConvertible, Sendable {
        var text: String
        /// What is at fault: some of the text, as many characters as the text is long before it.
        var fault: String
        var message: String
        var hint: String?

        init(_ text: String, _ fault: String, _ message: String, _ hint: String? = nil) {
            (self.text, self.fault, self.message, self.hint) = (text, fault, message, hint)
        }

        var testDescription: String { text }
    }

    private func problem(_ text: String, in evidence: Evidence) -> DestinationReader.Problem? {
        var reader = DestinationReader(evidence)
        do {
            _ = try reader.read(text)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        Slip("", "", "a quantity is missing at the end", "write a measure: killed, attacks"),
        Slip("killed +", "", "a quantity is missing at the end", "write a measure: killed, attacks"),
        Slip("+ killed", "+", "a quantity is missing before \"+ killed\"", "write a measure: killed, attacks"),
        Slip("killd", "killd", "the report has no measure \"killd\"", "did you mean \"killed\"?"),
        Slip("2 * killd[-1]", "killd", "the report has no measure \"killd\"", "did you mean \"killed\"?"),
        Slip("٣", "٣", "the report has no measure \"٣\"", "measures: killed, attacks"),
        Slip("killed@Hom", "Hom", "the report has no province \"Hom\"", "did you mean \"Homs\"?"),
        Slip("killed@", "", "no province stands after \"@\"", "provinces: Homs, Hama, Deir Ez Zor, Total"),
        Slip("killed)", ")", "\")\" cannot follow a quantity", "write +, -, *, / or a comparison; a name with other signs stands in quotes"),
        Slip(
            "killed <> 3", "<> 3", "\"<> 3\" cannot follow a quantity",
            "write +, -, *, / or a comparison; a name with other signs stands in quotes"),
        Slip("killed < 3 < 4", "< 4", "\"< 4\" cannot follow a comparison"),
        Slip("1.2.3", "1.2.3", "\"1.2.3\" is not a number", "write digits, with a dot for decimals"),
        Slip("(killed", "d", "\")\" is missing after the expression in parentheses"),
        Slip("mean(killed", "d", "\")\" is missing after what mean(…) is of"),
        Slip("means(killed)", "means", "there is no function \"means\"", "did you mean \"mean\"?"),
        Slip("total(killed)", "total", "there is no function \"total\"", "functions: share, mean, max, min, sum, incidents"),
        Slip("share(killed)", "share(killed)", "a share is of two quantities, the part and the whole", "write share(part, whole)"),
    ])
    func pointsAtWhatIsWrong(slip: Slip) throws {
        try expect(slip, try DestinationTests.evidence())
    }

    private static let periods =
        "write a month, [2023-04], a year, [2023], months before that of the brief, [-1], or two of these, [2023-02..2023-04]"

    @Test(arguments: [
        Slip("killed[2023-13]", "2023-13", "\"2023-13\" is not a period", periods),
        Slip("killed[1]", "1", "\"1\" is not a period", periods), Slip("killed[]", "]", "\"\" is not a period", periods),
        Slip("killed[2023-02...2023-04]", "2023-02...2023-04", "\"2023-02...2023-04\" is not a period", periods),
        Slip("killed[-99999999999999999999]", "-99999999999999999999", "\"-99999999999999999999\" is not a period", periods),
        Slip("killed[", "[", "this bracket is never closed", "close it: [2023-04]"),
        Slip("killed@\"Homs", "\"Homs", "this quotation mark is never closed"),
        Slip("killed[2023-04..2023-02]", "2023-04..2023-02", "the period \"2023-04..2023-02\" runs backwards", "write its first month first"),
        Slip("killed[2024-02]", "2024-02", "the brief is of 2024-01 and reads nothing after it", "name a month up to 2024-01"),
        Slip("killed[2023-12..2024-02]", "2023-12..2024-02", "the brief is of 2024-01 and reads nothing after it", "write [2023-12..2024-01]"),
        Slip("killed[1000..2023]", "1000..2023", "the period has more than 1200 months", "name a shorter one"),
        Slip("killed[0001..2023]", "0001..2023", "\"0001..2023\" is not a period", periods),
    ])
    func pointsAtPeriods(slip: Slip) throws {
        try expect(slip, try DestinationTests.evidence())
    }

    private static let columns = "write kind:mine; columns: date, province, kind, killed, claimed"

    @Test(arguments: [
        Slip("incidents.kiled", "kiled", "incidents cannot be added up by \"kiled\"", "did you mean \"killed\"?"),
        Slip("incidents.", "incidents.", "a column is missing after \"incidents.\""),
        Slip("incidents(kind)", "kind", "a condition on incidents is a column and what it holds", columns),
        Slip("incidents(knd:mine)", "knd", "the incidents have no column \"knd\"", "did you mean \"kind\"?"),
        Slip("incidents(kind:mins)", "mins", "no incident has \"mins\" as its kind", "did you mean \"mine\"?"),
        Slip("incidents(kind:mine|bomb)", "bomb", "no incident has \"bomb\" as its kind", "kind: mine, ied, raid"),
        Slip("incidents(date:today)", "today", "\"today\" is not a date", "write date:2024-01-09, or date:2024-01-04..2024-01-10"),
        Slip("incidents(killed:a..b)", "a..b", "\"a..b\" is not a range of numbers", "write killed:3..10, or killed:3.."),
        Slip("incidents(province:Hom)", "Hom", "the report has no province \"Hom\"", "did you mean \"Homs\"?"),
        Slip("incidents(kind:mine", "e", "\")\" is missing after what the incidents must be"),
        Slip("incidents(kind:\"mine)", "\"mine)", "this quotation mark is never closed"),
    ])
    func pointsAtIncidents(slip: Slip) throws {
        try expect(slip, try DestinationTests.evidence())
    }

    @Test func saysThatThereAreNoIncidents() throws {
        let found = try #require(problem("incidents", in: try Evidence("killed: 1")))
        #expect(found.message == "the report has no incidents")
        #expect(found.range == 0..<9)
    }

    /// In the author's file the message stands below the characters at fault, also after letters of several bytes.
    @Test func pointsIntoTheFile() throws {
        let (judgement, diagnostics) = try DestinationTests.evidence().judge("größer", "killed@“Dëir”")
        #expect(judgement == nil)
        guard case .span(let span)? = diagnostics.first?.place else {
            Issue.record("no place")
            return
        }
        #expect(span.text == "“Dëir”")
    }

    private func expect(_ slip: Slip, _ evidence: Evidence) throws {
        let found = try #require(problem(slip.text, in: evidence))
        #expect(String(Array(slip.text)[found.range]) == slip.fault)
        #expect(found.message == slip.message)
        #expect(found.hint == slip.hint)
    }
}
