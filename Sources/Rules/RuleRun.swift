import Figures
package import Scenes

/// A finding with its rule and its place.
package struct RuleFinding: Sendable {
    package enum Place: Hashable, Sendable {
        case figure(String, Medium)
        /// From 1.
        case page(Int)
        case brief
    }

    package var rule: Rule
    package var finding: Finding
    package var place: Place
}

/// Holds finished scenes against rules.
package struct RuleRun: Sendable {
    private let rules: [Rule]

    /// - Parameter isRendering: whether only those rules count that are never broken, or that are about words which are lost.
    package init(_ settings: RuleSettings, isRendering: Bool = false) {
        rules = Rules.rules.filter { $0.isNeverBroken || (!isRendering || $0.isAboutLoss) && !settings.off.contains($0.code) }
    }

    /// What is wrong with a figure: on its page, and what only its picture shows.
    ///
    /// - Parameter arrangements: the same figure, as it stands in each place.
    package func findings(in arrangements: [FigureSubject]) -> [RuleFinding] {
        rules.flatMap { rule -> [RuleFinding] in
            for subject in arrangements {
                let found =
                    switch rule.check {
                    case .figure(let check): check(subject)
                    case .scene(let check): check(subject.scene)
                    case .brief: [Finding]()
                    }
                // What is wrong in one place is wrong in the other, in other points.
                if !found.isEmpty { return found.map { RuleFinding(rule: rule, finding: $0, place: .figure(subject.figure.name, subject.scene.medium)) } }
            }
            return []
        }
    }

    /// What is wrong with the pages, figures aside.
    package func findings(in brief: BriefSubject, measurer: any TextMeasurer) -> [RuleFinding] {
        let looksAtScenes = rules.contains { if case .scene = $0.check { true } else { false } }
        let pages = looksAtScenes ? brief.document.pages.map { SceneSubject(SceneWalk($0, measurer: measurer), medium: .page) } : []
        return rules.flatMap { rule -> [RuleFinding] in
            switch rule.check {
            case .figure: []
            case .scene(let check):
                pages.enumerated().flatMap { index, page in check(page).map { RuleFinding(rule: rule, finding: $0, place: .page(index + 1)) } }
            case .brief(let check): check(brief).map { RuleFinding(rule: rule, finding: $0, place: .brief) }
            }
        }
    }
}
