import Diagnostics
import Markup
import Rules

/// What a style says of the rules for figures and pages: the nearest profile, and all that it and its bases switch off.
///
/// - Parameter layers: the style itself first, what it is based on after it.
func readRules(_ layers: [Fields], problems: Problems) -> RuleSettings {
    let layers = layers.compactMap { $0.node("rules").flatMap { Fields($0, .rules, problems: problems) } }
    let name = layers.lazy.compactMap { $0.choice("profile", RuleProfile.all.map(\.name)) }.first
    var settings = RuleSettings()
    if let profile = RuleProfile.all.first(where: { $0.name == name }) { settings.profile = profile }
    for (code, reason) in layers.flatMap({ $0.entries("off") }) {
        guard let rule = Rules.rules.first(where: { $0.code == code.value }) else {
            problems.error(
                code.span, "there is no rule \"\(code.value)\"",
                hint: likelyMeant(code.value, among: Rules.rules.map(\.code)).map { "did you mean \"\($0)\"?" } ?? "the rules stand in styles/README.md")
            continue
        }
        if rule.isNeverBroken {
            problems.error(code.span, "the rule \(rule.code) cannot be switched off", hint: rule.why)
        } else if let reason = problems.text(reason, code.value), !reason.value.contains(where: \.isLetter) {
            problems.error(code.span, "nothing says why \(rule.code) is off", hint: "write the reason after the colon: {\(rule.code): our printer asks for it}")
        }
        settings.off.insert(rule.code)
    }
    return settings
}
