import Claims
package import Diagnostics
import Figures
import Statistics

extension Ledger {
    /// The ledger as CSV: a row a claim, with every row of the data that it was judged by.
    ///
    /// - Parameter name: how a file is named, so that no folder of a machine stands in it.
    package func csv(_ name: (SourceFile) -> String) -> String {
        ValueTable(
            header: ["file", "line", "column", "phrase", "quantity", "rule", "rows", "value", "verdict"],
            rows: judgements.map { judgement in
                let span = judgement.claim.phrase.span
                let verdict = judgement.verdict.rawValue + (judgement.isQualified ? ", of what is known" : "")
                return [
                    name(span.file), String(span.line), String(span.column), judgement.printed, judgement.claim.destination.value,
                    judgement.rule, judgement.witnesses.flatMap(\.sources).lines(name), judgement.value, verdict,
                ]
            }
        ).csv
    }
}

extension [Span] {
    /// "data/monthly.csv:61 65-72 85": each line once, in order, file by file.
    fileprivate func lines(_ name: (SourceFile) -> String) -> String {
        var files: [(file: SourceFile, lines: Set<Int>)] = []
        for span in self {
            if let index = files.firstIndex(where: { $0.file === span.file }) {
                files[index].lines.insert(span.line)
            } else {
                files.append((span.file, [span.line]))
            }
        }
        return files.map { "\(name($0.file)):" + runs($0.lines.sorted()) }.joined(separator: "; ")
    }

    private func runs(_ lines: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for line in lines {
            if let last = runs.last, last.upperBound == line - 1 {
                runs[runs.count - 1] = last.lowerBound...line
            } else {
                runs.append(line...line)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
    }
}
