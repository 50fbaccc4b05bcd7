package import Diagnostics
package import Scenes
import Figures

extension Style {
    /// What the author is told of families that no installed font has.
    ///
    /// - Parameter installed: the names of those that are, sorted.
    package func diagnostics(missingFamilies missing: [String], installed: [String]) -> [Diagnostic] {
        missing.compactMap { name in
            guard let family = families.first(where: { $0.value == name }) else { return nil }
            let likely = likelyMeant(name, among: installed).map { "did you mean \"\($0)\"?" }
            return .error(
                family.span, "the font family \"\(name)\" is not installed",
                hint: likely ?? "install it, or name another family; `make setup` installs those of Brevier’s own styles")
        }
    }
}

/// A character that a style's fonts do not have would print as a box: it is an error where it is written.
package func checkCharacters(of report: Report, measurer: any TextMeasurer, problems: Problems) {
    var stacks: [[String]] = []
    for font in report.style.fonts where !stacks.contains(font.families) { stacks.append(font.families) }
    let codeStacks = [report.style.page.code.font.families]
    var told: Set<Unicode.Scalar> = []
    for (text, stacks) in report.printedTexts.map({ ($0, stacks) }) + report.printedCode.map({ ($0, codeStacks) }) {
        for families in stacks {
            for character in measurer.uncovered(in: text.value, families: families) where told.insert(character.scalar).inserted {
                let digits = String(character.scalar.value, radix: 16, uppercase: true)
                let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
                problems.error(
                    text.place(of: character.scalar),
                    "no font of the style has the character “\(character.scalar)” (\(code))",
                    facts: ["the style’s families: \(families.joined(separator: ", "))"],
                    hint: "write it another way, or add a family with it under `fallback` in the style")
            }
        }
    }
}

extension Report {
    fileprivate var printedCode: [Located<String>] {
        let prose = instalment.prose
        return prose.headline.code + prose.blocks.code + prose.notes.flatMap(\.code)
    }

    /// All other that is printed as the author wrote it, each with its place.
    fileprivate var printedTexts: [Located<String>] {
        let prose = instalment.prose
        return source.texts + instalment.authors + instalment.standfirst.texts
            + prose.headline.texts + prose.blocks.texts + prose.notes.flatMap(\.texts)
    }
}
