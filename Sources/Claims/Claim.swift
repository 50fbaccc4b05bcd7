package import Diagnostics

/// What an author marked as true: `[more than doubled](=attacks@Homs)`.
package struct Claim: Hashable, Sendable {
    /// The words, without emphasis; empty where they are to be filled in.
    package var phrase: Located<String>
    /// Without the `=` that marks it.
    package var destination: Located<String>

    package init(phrase: Located<String>, destination: Located<String>) {
        self.phrase = phrase
        self.destination = destination
    }
}

/// A claim with what became of it.
package struct Judgement: Hashable, Sendable {
    package var claim: Claim
    /// What is printed: the author's words, or the figure that is filled in.
    package var printed: String
    /// The rule by which it was judged: the name of a sort of phrase, or "comparison".
    package var rule: String
    /// What the quantity amounts to, as a cell of a table would have it; empty where that is unknown.
    package var value: String
    package var verdict: Verdict
    package var isQualified: Bool
    /// Every figure that was read, those that decide it first.
    package var witnesses: [Witness]
}
