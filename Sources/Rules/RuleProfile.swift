/// What rules measure by, where those who publish disagree.
package struct RuleProfile: Hashable, Sendable {
    /// As a style names it.
    package var name: String
    /// What it is for; a clause for the reference.
    package var what: String
    package var longestTitle: Int
    /// In a plot, besides greys and the accent.
    package var mostCategories: Int
    /// Fewer bars than this are labelled one by one and have neither grid nor value axis.
    package var fewestBarsForAxis: Int
    /// Whether the values of lines may begin elsewhere than at zero.
    package var linesMayStartAnywhere: Bool

    /// The first is that of a style which names none.
    package static let all = [newsroom, statisticsOffice]

    /// Short titles, few marks, and nothing that could look larger than it is.
    package static let newsroom = RuleProfile(
        name: "newsroom", what: "short titles; a few bars stand without an axis; lines begin at zero too", longestTitle: 15,
        mostCategories: 4, fewestBarsForAxis: 10, linesMayStartAnywhere: false)

    /// Readers who look values up.
    package static let statisticsOffice = RuleProfile(
        name: "statistics-office", what: "longer titles; the axis stays beside a few bars; lines may begin elsewhere than at zero",
        longestTitle: 20, mostCategories: 4, fewestBarsForAxis: 0, linesMayStartAnywhere: true)
}

/// What a style says of the rules.
package struct RuleSettings: Hashable, Sendable {
    package var profile: RuleProfile
    /// The codes of the rules that are switched off.
    package var off: Set<String>

    package init(profile: RuleProfile = .newsroom, off: Set<String> = []) {
        self.profile = profile
        self.off = off
    }
}
