import Claims
import Testing

/// A claim about a small table, with the verdict that follows from the rule of its phrase, worked out by hand.
struct HandWorked: CustomTestStringConvertible, Sendable {
    var sort: PhraseSort
    var phrase: String
    var destination: String
    /// The cells of what the destination names, a month each, or `killed@Homs: 5 | 9; killed: 7 | 33`.
    var data: String
    var month: String
    var verdict: Verdict

    /// The phrase of one case after another, each with its data and its verdict.
    static func cases(
        _ sort: PhraseSort, _ phrase: String, of destination: String = "killed", month: String = "2024-01",
        _ rows: (data: String, verdict: Verdict)...
    ) -> [HandWorked] {
        rows.map { HandWorked(sort: sort, phrase: phrase, destination: destination, data: $0.data, month: month, verdict: $0.verdict) }
    }

    /// The data with the name of the series: that of the destination where none is written.
    var series: String { data.contains(":") ? data : "\(destination.prefix { $0 != "[" }): \(data)" }

    var testDescription: String { "[\(phrase)](=\(destination)) on \(data.isEmpty ? "nothing" : data)" }
}

let yes = Verdict.borneOut
let no = Verdict.contradicted
let open = Verdict.undecidable
