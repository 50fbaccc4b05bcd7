import Figures
import Scenes

let numeralRules: [Rule] = [
    Rule(
        "R-thousands", "thousands are separated from four digits on, and never in a year",
        why: "2548 is read digit by digit, 2,548 at once; and 2,024 is no year.", check: .figure(thousands)),
    Rule(
        "R-minus", "a minus is U+2212", why: "A hyphen is too short and too low beside figures, and may end its line.",
        check: .figure(minus)),
]

private func thousands(_ subject: FigureSubject) -> [Finding] {
    let wording = subject.wording
    return subject.printed.flatMap { part, text -> [Finding] in
        let words = text.split(whereSeparator: { $0.isWhitespace || "()[]–/".contains($0) }).map(String.init)
        return words.enumerated().compactMap { index, word in
            let digits = word.prefix { $0.isASCII && $0.isNumber }
            let rest = word.dropFirst(digits.count)
            if digits.count >= 4, !isYear(String(digits)), !rest.contains(where: { $0.isLetter || $0 == "-" }) {
                return Finding("“\(digits)” has no separator", in: part, hint: "write \(wording.number(Double(digits) ?? 0))")
            }
            let isAfterMonth = index > 0 && wording.monthNames.contains(words[index - 1])
            let plain = String(word.filter { $0.isASCII && $0.isNumber })
            if isAfterMonth, isYear(plain), word.hasPrefix(wording.number(Double(plain) ?? 0)) {
                return Finding("the year \(plain) is separated as a number is", in: part, hint: "write \(words[index - 1]) \(plain)")
            }
            return nil
        }
    }
}

private func isYear(_ digits: String) -> Bool { digits.utf8.count == 4 && (Int(digits).map { (1800...2199).contains($0) } ?? false) }

private func minus(_ subject: FigureSubject) -> [Finding] {
    subject.printed.compactMap { part, text in
        let characters = Array(text)
        let found = characters.indices.first { index in
            guard hyphens.contains(characters[index]), index + 1 < characters.count, characters[index + 1].isNumber else { return false }
            return index == 0 || characters[index - 1].isWhitespace || "(≥≤~".contains(characters[index - 1])
        }
        return found.map { index in
            let number = characters[index...].prefix { !$0.isWhitespace && $0 != ")" }
            return Finding("“\(String(number))” has a hyphen for a minus", in: part, hint: "write \(subject.wording.minus)\(String(number.dropFirst()))")
        }
    }
}

private let hyphens: Set<Character> = ["-", "\u{2010}", "\u{2011}", "\u{2012}"]

extension FigureSubject {
    /// Title, subtitle, and each text of the plot: what numbers are printed in.
    fileprivate var printed: [(part: Finding.Part, text: String)] {
        [(.title, figure.title ?? ""), (.subtitle, figure.subtitle ?? "")] + texts(in: "plot").map { (.whole, $0.item.text) }
    }
}
