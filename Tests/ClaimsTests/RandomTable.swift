import Claims
import Diagnostics
import Statistics
import TestSupport
import Testing

/// What happened, what of it a table says, and the same with more of it known.
struct RandomTable {
    /// Every cell an exact number; the total is that of the provinces and what happened elsewhere.
    let truth: [TableRow]
    let known: [TableRow]
    /// As `known`, some of it closer to the truth.
    let better: [TableRow]

    init(using random: inout SeededGenerator) {
        let count = [1, 3, 4, 5, 14].randomElement(using: &random) ?? 4
        let most = [1, 2, 9, 60].randomElement(using: &random) ?? 9
        var truth: [TableRow] = []
        for measure in ["killed", "attacks"] {
            for shift in 0..<count {
                let month = month("2024-01").advanced(by: shift - count + 1)
                let numbers = provinces.map { ($0, Int.random(in: 0...most, using: &random)) }
                let elsewhere = [0, 0, 3].randomElement(using: &random) ?? 0
                let all = numbers + [("Total", numbers.map(\.1).reduce(elsewhere, +))]
                truth += all.map { TableRow(month: month, province: $0, measure: measure, cell: String($1)) }
            }
        }
        self.truth = truth
        known = truth.map { row in
            var row = row
            row.cell = Self.blurred(row.cell, using: &random)
            return row
        }
        better = zip(known, truth).map { known, truth in
            // What a cell of minimums says beyond a number is not known better by the number.
            let canBeBetter = known.measure == "killed" || known.cell.isEmpty || known.cell.hasPrefix(">=")
            return canBeBetter && Bool.random(using: &random) ? truth : known
        }
    }

    private static func blurred(_ cell: String, using random: inout SeededGenerator) -> String {
        guard let number = Int(cell) else { return cell }
        let (below, above) = (Int.random(in: 0...min(3, number), using: &random), Int.random(in: 1...3, using: &random))
        switch Int.random(in: 0..<14, using: &random) {
        case 0, 1: return ""
        case 2: return "\(number - below)..\(number + above)"
        case 3: return ">=\(number - below)"
        case 4: return "<=\(number + above)"
        case 5: return ["[x]", "[c]"].randomElement(using: &random) ?? ""
        default: return cell
        }
    }

    /// Destinations of every kind, each sound for all tables.
    static let destinations = [
        "killed", "attacks", "killed@Homs", "attacks@Hama", "killed@\"Deir Ez Zor\"", "killed[-1]", "attacks@Homs[-2]", "killed[2023-11]",
        "killed[-2..0]", "attacks@Raqqa[-1..0]", "share(killed@Homs, killed)", "share(attacks@Homs, attacks)", "killed@Homs + killed@Hama",
        "killed - killed@Homs", "2 * attacks - 1", "killed / 2", "mean(killed[-2..0])", "max(killed[-2..0])", "min(attacks, attacks[-1])", "sum(killed, 3)",
        "killed - killed[-1]", "killed / killed[-1]", "7", "killed[2023]",
    ]

    static func evidence(_ rows: [TableRow]) throws -> Evidence { try Evidence(rows, until: month("2024-01")) }
}

extension Judge {
    /// What becomes of a claim; nil where the phrase cannot be said of it.
    mutating func answer(_ phrase: String, _ destination: String) -> Judgement? {
        var diagnostics = Messages()
        return judge(claim(phrase, destination), diagnostics: &diagnostics)
    }
}
