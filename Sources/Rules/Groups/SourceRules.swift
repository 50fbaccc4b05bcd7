import Figures
import Statistics

let sourceRules: [Rule] = [
    Rule(
        "R-subtitle", isNeverBroken: true, "a figure has a subtitle", why: "Without measure, place and period a finding says nothing.",
        check: .figure(subtitle)),
    Rule(
        "R-subtitle-period", "a subtitle names the year of the last month that is shown",
        why: "A figure is passed on without the text around it.", check: .figure(period)),
    Rule(
        "R-source", isNeverBroken: true, "a figure names its source", why: "A number that cannot be looked up is a rumour.",
        check: .figure(source)),
]

private func subtitle(_ subject: FigureSubject) -> [Finding] {
    guard subject.figure.subtitle?.trimmed.isEmpty ?? true else { return [] }
    return [Finding("the figure has no subtitle", in: .subtitle, hint: "say measure, unit, place and period, or take `subtitle` out: it is then made from the data")]
}

private func period(_ subject: FigureSubject) -> [Finding] {
    guard let subtitle = subject.figure.subtitle, !subtitle.isEmpty, let month = subject.values.lastMonth,
        !subtitle.words.contains(String(month.year))
    else { return [] }
    return [Finding("the subtitle does not name the year \(month.year)", in: .subtitle, hint: "end it with the period: “…, \(subject.wording.month(month))”")]
}

private func source(_ subject: FigureSubject) -> [Finding] {
    guard subject.figure.source?.trimmed.isEmpty ?? true else { return [] }
    return [Finding("the figure has no source", in: .source, hint: "name one: `source:` of the figure, or of the report for all its figures")]
}
