package import Claims
import Diagnostics
import Figures
import Statistics

/// What became of the claims of a brief.
package struct Ledger: Sendable {
    /// In the order of the files and of their text.
    package var judgements: [Judgement]
    /// Numbers that no claim bears out and that the author does not list.
    package var unmarkedNumbers: Int
    /// Claims that could not be read, and have no verdict.
    package var unreadable = 0

    package func count(_ verdict: Verdict) -> Int { judgements.count { $0.verdict == verdict } }
}

/// Judges the claims in the texts of a brief, and puts in their place what is printed.
struct ClaimCheck {
    private var judge: Judge
    private var judgesOfMonths: [Month: Judge] = [:]
    private let evidence: Evidence
    private var numbers: NumberSearch
    private let problems: Problems
    private(set) var ledger = Ledger(judgements: [], unmarkedNumbers: 0)

    init(_ evidence: Evidence, notClaims: [Located<String>], problems: Problems) {
        judge = Judge(evidence)
        self.evidence = evidence
        numbers = NumberSearch(evidence, silenced: notClaims)
        self.problems = problems
    }

    /// Tells of entries under `not-claims` that the texts have no number for any more.
    func checkNotClaims() {
        for entry in numbers.unused {
            problems.warning(entry.span, "no number stands in “\(entry.value)” in any text of the brief", hint: "take it out of `not-claims`")
        }
    }

    mutating func settled(_ prose: Prose) -> Prose {
        Prose(headline: settled(prose.headline), blocks: prose.blocks.map { settled($0) }, notes: prose.notes.map { $0.map { settled($0) } })
    }

    mutating func settled(_ text: [Inline]) -> [Inline] {
        for number in numbers.unmarked(in: text) {
            ledger.unmarkedNumbers += 1
            problems.adding {
                $0.append(
                    .warning,
                    .warning(
                        number.span, "no claim bears out the number “\(number.value)”",
                        hint: "mark it, [\(number.value)](=measure), or list it under `not-claims` in the front matter"))
            }
        }
        return judged(text)
    }

    /// The same for the words of a figure, which may be about a month of its own.
    mutating func settled(_ text: [Inline], about month: Month) -> [Inline] {
        guard month != evidence.data.month else { return settled(text) }
        let judgeOfBrief = judge
        judge = judgesOfMonths[month] ?? judge.about(month)
        defer {
            judgesOfMonths[month] = judge
            judge = judgeOfBrief
        }
        return settled(text)
    }

    private mutating func settled(_ block: Block) -> Block {
        switch block {
        case .heading(let level, let inlines): .heading(level: level, settled(inlines))
        case .paragraph(let inlines): .paragraph(settled(inlines))
        case .list(let list): .list(ProseList(start: list.start, items: list.items.map { $0.map { settled($0) } }))
        case .quote(let blocks): .quote(blocks.map { settled($0) })
        case .figure, .code, .pause: block
        }
    }

    private mutating func judged(_ inlines: [Inline]) -> [Inline] {
        inlines.flatMap { inline -> [Inline] in
            switch inline {
            case .text, .note, .code, .lineBreak: [inline]
            case .emphasis(let inner): [.emphasis(judged(inner))]
            case .strong(let inner): [.strong(judged(inner))]
            case .shifted(let shift, let inner): [.shifted(shift, judged(inner))]
            case .link(let address, let inner): [.link(address: address, judged(inner))]
            case .language(let tag, let inner): [.language(tag, judged(inner))]
            case .figure(let name, let inner): [.figure(name, judged(inner))]
            case .claim(let claim, let words): judged(claim, words)
            }
        }
    }

    private mutating func judged(_ claim: Claim, _ words: [Inline]) -> [Inline] {
        guard let judgement = problems.adding({ judge.judge(claim, diagnostics: &$0) }) else {
            ledger.unreadable += 1
            return words
        }
        ledger.judgements.append(judgement)
        return words.plainText.allSatisfy(\.isWhitespace) ? [.text(Located(judgement.printed, at: claim.destination.span))] : words
    }
}
