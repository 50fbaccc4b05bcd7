import Diagnostics
import Testing

@Suite struct MessagesTests {
    private let file = SourceFile(path: "t.csv", text: String(repeating: "x\n", count: 1_000))

    private func messages(_ severities: [Diagnostic.Severity], from start: Int = 0) -> [Diagnostic] {
        severities.enumerated().map { Diagnostic($1, at: .span(file.span(start + $0..<start + $0 + 1)), "\($1) \(start + $0)") }
    }

    @Test func keepsAHundredAndCountsTheRest() {
        var found = Messages()
        found += messages(Array(repeating: .error, count: 700))
        #expect(found.count == 100 && found.shown.count == 100)
        #expect(found.found == 700 && found.errorCount == 700 && found.more == 600)
        #expect(found.shown.first?.message == "error 0" && found.shown.last?.message == "error 99")
    }

    @Test(arguments: [0, 1, 60, 99, 100, 101, 250])
    func warningsPushNoErrorOut(_ errors: Int) {
        var found = Messages()
        found += messages(Array(repeating: .warning, count: 300))
        found += messages(Array(repeating: .error, count: errors), from: 500)
        #expect(found.shown.count { $0.severity == .error } == min(100, errors))
        #expect(found.shown.count == 100)
        #expect(found.more == 200 + errors)
        #expect(found.containErrors == (errors > 0) && found.errorCount == errors)
        #expect(found.count <= 200)
    }

    @Test func staysTheSameWhereStagesAreJoined() {
        let all = messages((0..<900).map { $0 % 3 == 0 ? .error : .warning })
        var (whole, joined) = (Messages(), Messages())
        whole += all
        for part in [all[..<250], all[250..<251], all[251...]] {
            var stage = Messages()
            stage += part
            joined += stage
        }
        #expect(joined.shown == whole.shown && joined.more == whole.more && joined.errorCount == whole.errorCount)
    }

    @Test func equalMessagesAreOne() {
        var found = Messages()
        for _ in 0..<3 { found += messages([.error, .warning]) }
        #expect(found.shown.count == 2 && found.more == 0 && found.errorCount == 1)
        #expect(found.remarks == 6)
    }

    @Test func remembersTheSystemsFaults() {
        var found = Messages()
        found += messages(Array(repeating: .error, count: 200))
        #expect(!found.blameTheSystem)
        found.append(Diagnostic(.error, at: .file("f"), "cannot be read", cause: .system))
        #expect(found.blameTheSystem)
        var joined = Messages()
        joined += found
        #expect(joined.blameTheSystem && joined.more == 101)
    }

    @Test func putsNothingIntoWordsThatIsNotKept() {
        var found = Messages()
        var made = 0
        func error(_ number: Int) -> Diagnostic {
            made += 1
            return .error(file.span(number..<number + 1), "wrong")
        }
        for number in 0..<500 { found.appendError(error(number)) }
        #expect(made == 100 && found.errorCount == 500)
    }
}
