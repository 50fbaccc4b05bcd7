import Figures
import Scenes
import Statistics

let valueRules: [Rule] = [
    Rule(
        "R-minimum", "minimum counts are said to be such, in the subtitle, the notes or the plot",
        why: "“33” and “at least 33” are two statements.", check: .figure(minimum)),
    Rule(
        "R-unknown", isNeverBroken: true, "a value that is missing has its symbol, and the notes explain it",
        why: "A blank is read as nothing, and nothing as zero.", check: .figure(unknown)),
    Rule(
        "R-empty", "something in a figure is known", why: "A figure without a value looks like one of zeros.", check: .figure(empty)),
    Rule(
        "R-hatching", "the notes say what hatching means", why: "Readers guess, and guess differently.", check: .figure(hatching)),
]

private func minimum(_ subject: FigureSubject) -> [Finding] {
    let wording = subject.wording
    let saying = subject.saying.lowercased().folded
    let isSaid = [wording.minimumCounts, wording.withinBounds, wording.atLeast].contains { saying.contains($0.lowercased()) }
    guard !isSaid, !subject.texts(in: "plot").contains(where: { $0.item.text.contains(wording.atLeast) }) else { return [] }
    // Of a measure of minimums every number that is recorded is one; what is known within bounds or not at all is none.
    let floors = subject.measures.filter { measure in
        measure.counting == .floor && subject.values.cells.contains { $0.measure == measure.key && ($0.isOneNumber || $0.isMinimum) }
    }.map(\.name)
    guard !floors.isEmpty || subject.values.cells.contains(where: \.isMinimum) else { return [] }
    let what = floors.isEmpty ? "some values" : wording.list(floors)
    return [
        Finding("nothing says that \(what) \(floors.count == 1 ? "is a minimum count" : "are minimum counts")", in: .subtitle, hint: "end the subtitle with “; \(wording.minimumCounts)”")
    ]
}

private func unknown(_ subject: FigureSubject) -> [Finding] {
    let symbols = subject.style.symbols
    let plotted = Set(subject.texts(in: "plot").map(\.item.text.trimmed))
    let notes = subject.figure.notes.joined(separator: " ")
    let all = [symbols.unknown, symbols.notAvailable, symbols.notApplicable, symbols.confidential]
    var told: Set<String> = []
    let unexplained = all.filter { !$0.isEmpty && plotted.contains($0) && !notes.contains($0) && told.insert($0).inserted }
        .map { Finding("the notes do not explain “\($0)”", hint: "say in a note what it stands for") }
    // Of other months a figure may draw a line or a mean; the month of the brief is in each.
    let last = subject.values.lastMonth
    let missing = subject.values.cells.filter { $0.isMissing && $0.month == last }
    guard !missing.isEmpty, !plotted.contains(where: all.contains) else { return unexplained }
    return unexplained + [Finding("a value that is missing has no symbol in the plot", hint: "draw the symbol in its place")]
}

private func empty(_ subject: FigureSubject) -> [Finding] {
    guard subject.figure.kind.isEmpty else { return [] }
    return [Finding("the figure is empty: nothing is known that it could draw", hint: "show other months, provinces or measures, or take it out this month")]
}

private func hatching(_ subject: FigureSubject) -> [Finding] {
    guard subject.scene.shapes.contains(where: { $0.groups.contains("hatching") }) else { return [] }
    let wording = subject.wording
    // What the notes say before they name the months.
    let begins = [wording.hatchedBars("\n"), wording.provisional("\n")].map { $0.prefix { $0 != "\n" } }
    guard !begins.contains(where: { begin in subject.figure.notes.contains { $0.contains(begin) } }) else { return [] }
    return [Finding("the notes do not say what the hatching means", hint: "say in a note which values are provisional")]
}
