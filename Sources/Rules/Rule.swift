/// What a finished figure or page has to keep to: the rules of good charts and of good typesetting that can be told from what
/// is drawn and said, whichever kind of figure drew it.
package struct Rule: Sendable {
    /// By which messages name it and styles switch it off: "R-title-length".
    package var code: String
    /// Whether it holds for all: what breaks it is an error, and no style switches it off.
    package var isNeverBroken: Bool
    /// Whether a reader loses words where it is broken: a rendering warns of it, not a check alone.
    package var isAboutLoss: Bool
    /// What it asks for; a clause without its full stop.
    package var what: String
    /// Why; one sentence.
    package var why: String
    package var check: Check

    package enum Check: Sendable {
        /// Of all that is painted: a page without its figures, a figure on its page, a figure in its picture.
        case scene(@Sendable (SceneSubject) -> [Finding])
        /// Of a figure, on its page and in its picture.
        case figure(@Sendable (FigureSubject) -> [Finding])
        /// Of the brief as a whole.
        case brief(@Sendable (BriefSubject) -> [Finding])
    }

    init(_ code: String, isNeverBroken: Bool = false, isAboutLoss: Bool = false, _ what: String, why: String, check: Check) {
        self.code = code
        self.isNeverBroken = isNeverBroken
        self.isAboutLoss = isAboutLoss
        self.what = what
        self.why = why
        self.check = check
    }
}

/// Something that breaks a rule.
package struct Finding: Hashable, Sendable {
    /// What of a figure or a brief it is in.
    package enum Part: Hashable, Sendable {
        case whole, title, subtitle, source, alternativeText
        /// Prose with these words.
        case words(String)
    }

    package var part: Part
    /// Where the same is wrong in many places, the same message.
    package var message: String
    /// One of the texts that it is wrong with; empty for none.
    package var example: String
    package var hint: String?

    init(_ message: String, in part: Part = .whole, example: String = "", hint: String? = nil) {
        self.part = part
        self.message = message
        self.example = example
        self.hint = hint
    }
}

/// All rules, in the order of the reference. A new one is an element of the array of its group.
package let rules: [Rule] = [
    titleRules, sourceRules, alternativeTextRules, typeRules, placeRules, numeralRules, axisRules, gridRules, keyRules, colourRules,
    valueRules, pressRules, pageRules,
].flatMap { $0 }
