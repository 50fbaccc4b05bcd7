import Claims
import Diagnostics
import Statistics
import TestSupport
import Testing

/// What holds of every claim about every table.
@Suite struct PropertyTests {
    /// Texts of a sort, made from its patterns.
    private static func phrases(of sort: PhraseSort, count: Int, using random: inout SeededGenerator) throws -> [String] {
        let form = try #require(Phrasebook.english.forms.first { $0.sort == sort })
        return try Phrasebook.english.samples(of: form, count: count, using: &random)
    }

    /// A decided verdict stays as it is when more becomes known, up to the whole truth.
    @Test(arguments: PhraseSort.allCases)
    func knowingMoreTurnsNothingRound(sort: PhraseSort) throws {
        var random = SeededGenerator(seed: UInt64(sort.rawValue.utf8.count) * 31 + 7)
        var decided = 0
        for _ in 0..<24 {
            let table = RandomTable(using: &random)
            var judges = try [table.known, table.better, table.truth].map { Judge(try RandomTable.evidence($0)) }
            let phrases = try Self.phrases(of: sort, count: 3, using: &random).shuffled(using: &random).prefix(9)
            for (phrase, destination) in zip(phrases, RandomTable.destinations.shuffled(using: &random)) {
                let answer = judges[0].answer(phrase, destination)
                // Of what is known something else may hold when more is.
                guard answer?.isQualified != true else { continue }
                let known = answer?.verdict
                let better = judges[1].answer(phrase, destination)?.verdict
                guard let known, let better else {
                    #expect(known == nil && better == nil)
                    continue
                }
                guard known != .undecidable else { continue }
                decided += 1
                #expect(better == known, "[\(phrase)](=\(destination)) of \(table.known) and \(table.better)")
                // A cell of minimums may say more than the bare number of the truth.
                if !destination.contains("attacks") {
                    #expect(judges[2].answer(phrase, destination)?.verdict == known, "[\(phrase)](=\(destination)) of \(table.known)")
                }
            }
        }
        #expect(decided > 0)
    }

    @Test func ordersOfRowsSayNothing() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<8 {
            let rows = RandomTable(using: &random).known
            var judges = try [rows, rows.shuffled(using: &random)].map { Judge(try RandomTable.evidence($0)) }
            for sort in PhraseSort.allCases {
                guard let phrase = try Self.phrases(of: sort, count: 1, using: &random).randomElement(using: &random),
                    let destination = RandomTable.destinations.randomElement(using: &random)
                else { continue }
                let (one, other) = (judges[0].answer(phrase, destination), judges[1].answer(phrase, destination))
                #expect(one?.verdict == other?.verdict && one?.value == other?.value, "[\(phrase)](=\(destination)) of \(rows)")
            }
        }
    }

    /// Ten times as much everywhere changes no phrase that compares.
    @Test(arguments: [
        PhraseSort.share, .majority, .all, .rise, .fall, .unchanged, .steady, .relativeChange, .multiple, .divided, .most, .least, .jointMost,
        .nthMost, .first, .onlyBehindMonth, .run, .runOfMonths, .mostOfProvinces, .leastOfProvinces, .nthOfProvinces, .onlyBehindProvince,
        .againstProvince, .aboveMean, .belowMean, .nearMean,
    ])
    func unitsSayNothing(sort: PhraseSort) throws {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<8 {
            let rows = RandomTable(using: &random).known
            let tenfold = try rows.map { row in
                var row = row
                row.cell = try Self.tenfold(row.cell)
                return row
            }
            var judges = try [rows, tenfold].map { Judge(try RandomTable.evidence($0)) }
            for phrase in try Self.phrases(of: sort, count: 2, using: &random) {
                let destination = try #require(["killed", "attacks", "killed@Homs", "attacks@Hama[-1]"].randomElement(using: &random))
                let (one, other) = (judges[0].answer(phrase, destination), judges[1].answer(phrase, destination))
                #expect(one?.verdict == other?.verdict, "[\(phrase)](=\(destination)) of \(rows)")
            }
        }
    }

    private static func tenfold(_ cell: String) throws -> String {
        let quantity = try Quantity(cell: cell)
        let value: Quantity.Value = switch quantity.value {
        case .exact(let number): .exact(number * 10)
        case .atLeast(let number): .atLeast(number * 10)
        case .atMost(let number): .atMost(number * 10)
        case .range(let lower, let upper): .range(lower * 10, upper * 10)
        case .estimate(let number): .estimate(number * 10)
        case .missing(let absence): .missing(absence)
        }
        return Quantity(value).cell
    }

    /// Any phrase of any destination is judged, or refused with a message.
    @Test(arguments: PhraseSort.allCases)
    func answersAnyPhraseOfAnyDestination(sort: PhraseSort) throws {
        var random = SeededGenerator(seed: 13)
        let table = RandomTable(using: &random)
        var judge = Judge(try RandomTable.evidence(table.known))
        for phrase in try Self.phrases(of: sort, count: 1, using: &random) {
            for destination in RandomTable.destinations {
                var diagnostics = Messages()
                let judgement = judge.judge(claim(phrase, destination), diagnostics: &diagnostics)
                #expect(diagnostics.containErrors == (judgement?.verdict != .borneOut), "[\(phrase)](=\(destination))")
            }
        }
    }
}
