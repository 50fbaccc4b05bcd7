import Figures

let alternativeTextRules: [Rule] = [
    Rule(
        "R-alt", "a figure has an alternative text", why: "Who does not see the figure is told by it what it shows.",
        check: .figure(isThere)),
    Rule(
        "R-alt-own", "an alternative text is neither the title nor the subtitle",
        why: "A screen reader has read these already.", check: .figure(isOwn)),
    Rule(
        "R-alt-length", "an alternative text has 40 to 1,500 characters",
        why: "A shorter one gives no finding, and a longer one cannot be skipped through.", check: .figure(length)),
]

private func isThere(_ subject: FigureSubject) -> [Finding] {
    guard !subject.figure.alternativeText.contains(where: { $0.isLetter || $0.isNumber }) else { return [] }
    return [Finding("the figure has no alternative text", in: .alternativeText, hint: "take `alt` out: the text is then made from the data")]
}

private func isOwn(_ subject: FigureSubject) -> [Finding] {
    let text = subject.figure.alternativeText.bare
    let (title, subtitle) = (subject.figure.title?.bare ?? "", subject.figure.subtitle?.bare ?? "")
    guard !text.isEmpty, text == title || text == subtitle || text == title + subtitle else { return [] }
    return [
        Finding(
            "the alternative text only repeats the \(text == subtitle ? "subtitle" : "title")", in: .alternativeText,
            hint: "say what the figure shows: its range, its extremes, the month of the brief")
    ]
}

private func length(_ subject: FigureSubject) -> [Finding] {
    let count = subject.figure.alternativeText.count
    guard count > 0, !allowed.contains(count) else { return [] }
    return [
        Finding(
            "the alternative text has \(count) characters", in: .alternativeText,
            hint: count < allowed.lowerBound ? "say kind, measure, place, period and finding" : "keep the finding, and leave single values to the data")
    ]
}

private let allowed = 40...1_500

extension String {
    /// Only its letters and digits, in small letters.
    fileprivate var bare: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}
