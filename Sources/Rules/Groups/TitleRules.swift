import Figures
import Scenes
import Statistics

let titleRules: [Rule] = [
    Rule(
        "R-title-finding", isNeverBroken: true, "a title says what was found, not only what was counted",
        why: "A reader who reads nothing else takes the finding along.", check: .figure(titleFinding)),
    Rule(
        "R-title-length", "a title has 15 words at most, 20 by the profile of statistics offices",
        why: "A longer title is no longer read at a glance.", check: .figure(titleLength)),
    Rule(
        "R-title-lines", "a title has two lines at most", why: "A title of more lines is read as prose.", check: .figure(titleLines)),
    Rule(
        "R-title-case", "a title has capitals only where a sentence has them",
        why: "Capitals on every word hide which of them are names.", check: .figure(titleCase)),
    Rule(
        "R-title-stop", "a title ends without a full stop", why: "A stop ends the reading before the figure.", check: .figure(titleStop)),
]

private func titleFinding(_ subject: FigureSubject) -> [Finding] {
    guard let title = subject.figure.title?.folded, !title.isEmpty else { return [] }
    let labels = [subject.figure.kind.subtitle.folded, subject.figure.subtitle?.folded ?? ""] + subject.measures.map(\.name.folded)
    guard labels.contains(where: { $0 == title || $0.hasPrefix(title + " ") || $0.hasPrefix(title + ",") }) else { return [] }
    return [Finding("the title says what is counted, not what was found", in: .title, hint: "say what the figures show: “Attacks rose to 33”")]
}

private func titleLength(_ subject: FigureSubject) -> [Finding] {
    let words = subject.figure.title?.split(whereSeparator: \.isWhitespace).count ?? 0
    guard words > subject.profile.longestTitle else { return [] }
    return [
        Finding(
            "the title has \(words) words, more than \(subject.profile.longestTitle)", in: .title,
            hint: "keep the finding, and say in the subtitle what it is of")
    ]
}

private func titleLines(_ subject: FigureSubject) -> [Finding] {
    let look = subject.style.texts.title
    let lines = Set(subject.texts(in: "title").filter { $0.item.font == look.font && $0.item.colour == look.colour }.map(\.origin.y)).count
    guard lines > mostLines else { return [] }
    return [Finding("the title takes \(lines) lines", in: .title, hint: "shorten it, or give the figure `width: page`")]
}

private func titleCase(_ subject: FigureSubject) -> [Finding] {
    guard let title = subject.figure.title else { return [] }
    let letters = title.filter(\.isLetter)
    if letters.count > shortestWord, letters.allSatisfy({ $0.isUppercase }) {
        return [Finding("the title is all capitals", in: .title, hint: "write it as a sentence")]
    }
    // Where nouns keep their capitals within a sentence, capitals tell nothing.
    guard subject.wording.lowersNames else { return [] }
    let names = Set((subject.values.provinces + subject.wording.monthNames).flatMap(\.words))
    let words = title.words.dropFirst().filter { $0.count >= shortestWord && !names.contains($0) }
    let capitals = words.filter { $0.first?.isUppercase ?? false && !$0.dropFirst().contains(where: \.isUppercase) }
    guard capitals.count >= fewestCapitals, Double(capitals.count) > Double(words.count) * mostCapitals else { return [] }
    return [
        Finding(
            "the title has capitals within the sentence: \(capitals.joined(separator: ", "))", in: .title,
            hint: "keep them for the first word and for names")
    ]
}

private func titleStop(_ subject: FigureSubject) -> [Finding] {
    guard let title = subject.figure.title?.trimmed, title.hasSuffix("."), !title.hasSuffix("..") else { return [] }
    return [Finding("the title ends with a full stop", in: .title, hint: "leave it out")]
}

private let mostLines = 2
/// Letters: shorter words have no capitals in any manner of writing titles.
private let shortestWord = 4
/// Fewer may be names.
private let fewestCapitals = 3
/// A share of the longer words.
private let mostCapitals = 0.6

extension String {
    /// In small letters, with single blanks: to tell whether two texts say the same.
    var folded: String { lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    var words: [String] { split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "’" && $0 != "'" }).map(String.init) }
}
