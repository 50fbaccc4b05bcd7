package import Figures
package import Scenes

/// Every look of a page. A style file sets each of these; nothing of it stands in code.
package struct PageStyle: Hashable, Sendable {
    // The grid
    package var marginTop = 0.0
    package var marginBottom = 0.0
    package var marginLeft = 0.0
    package var marginRight = 0.0
    package var columns = 1.0
    package var gutter = 0.0

    // Text
    package var body = TextStyle.unset
    package var sectionHeading = TextStyle.unset
    package var subsectionHeading = TextStyle.unset
    package var headingSpace: [Double] = []
    package var paragraphIndent = 0.0
    package var listIndent = 0.0
    package var bullet = ""
    package var linkColour = Colour.unset

    // Code
    package var code = TextStyle.unset
    package var codeGround = Colour.unset
    package var codeInset = 0.0
    package var codeSpace = 0.0
    package var codeHang = 0.0
    package var codeShare = 1.0

    // The opening
    package var series = TextStyle.unset
    package var issue = TextStyle.unset
    package var headline = TextStyle.unset
    package var standfirst = TextStyle.unset
    package var byline = TextStyle.unset
    package var mastheadRule = 0.0
    package var mastheadColour = Colour.unset
    package var mastheadGap = 0.0
    package var headlineGap = 0.0
    package var standfirstGap = 0.0
    package var bylineGap = 0.0
    package var openingGap = 0.0
    package var headlineMeasure = 0.0
    package var standfirstMeasure = 0.0

    // Figures on the page
    package var figureSpace = 0.0

    // Notes
    package var note = TextStyle.unset
    package var noteMark = TextStyle.unset
    package var noteMarkRise = 0.0
    package var noteGap = 0.0
    package var noteRule = 0.0
    package var noteRuleLength = 0.0
    package var noteIndent = 0.0

    // Around the text
    package var runningHead = TextStyle.unset
    package var folio = TextStyle.unset
    package var runningHeadDistance = 0.0
    package var folioDistance = 0.0
    package var rule = 0.0
    package var ruleColour = Colour.unset
    package var background = Colour.unset

    // The colophon
    package var colophon = TextStyle.unset
    package var colophonHead = TextStyle.unset
    package var colophonGap = 0.0
    package var colophonLabel = 0.0

    package static let words: [StyleWord<PageStyle>] = [
        StyleWord("margin-top", .number(\.marginTop), "from the paper’s edge to the text", unit: "points"),
        StyleWord("margin-bottom", .number(\.marginBottom), "from the text to the paper’s edge", unit: "points"),
        StyleWord("margin-left", .number(\.marginLeft), "from the paper’s edge to the text", unit: "points"),
        StyleWord("margin-right", .number(\.marginRight), "from the text to the paper’s edge", unit: "points"),
        StyleWord("columns", .number(\.columns), "how many columns the prose runs in", range: 1...12),
        StyleWord("gutter", .number(\.gutter), "between two columns", unit: "points"),
        StyleWord("body", .text(\.body), "the prose; its leading is the baseline grid"),
        StyleWord("section", .text(\.sectionHeading), "headings of the second level, `##`"),
        StyleWord("subsection", .text(\.subsectionHeading), "headings of the third level, `###`"),
        StyleWord("heading-space", .numbers(\.headingSpace), "above a section’s and a subsection’s heading", unit: "lines of the grid"),
        StyleWord("paragraph-indent", .number(\.paragraphIndent), "first line of a paragraph that follows another", unit: "points"),
        StyleWord("list-indent", .number(\.listIndent), "from a list’s mark to its text", unit: "points"),
        StyleWord("bullet", .symbol(\.bullet), "the mark of a list without numbers"),
        StyleWord("link", .colour(\.linkColour), "words that lead elsewhere"),
        StyleWord("code", .text(\.code), "a block of code; code within a line has its family"),
        StyleWord("code-ground", .colour(\.codeGround), "what a block of code stands on"),
        StyleWord("code-inset", .number(\.codeInset), "from the edges of that ground to the code", unit: "points"),
        StyleWord("code-space", .number(\.codeSpace), "above and below a block of code, at least", unit: "points"),
        StyleWord("code-hang", .number(\.codeHang), "from the indent of a line of code that does not fit to what is left of it", unit: "points"),
        StyleWord("code-share", .number(\.codeShare), "the size of code within a line", unit: "share of the text around", range: 0.5...1.5),
        StyleWord("series", .text(\.series), "the series, in the masthead"),
        StyleWord("issue", .text(\.issue), "the month, in the masthead"),
        StyleWord("headline", .text(\.headline), "the headline"),
        StyleWord("standfirst", .text(\.standfirst), "the sentence beneath the headline"),
        StyleWord("byline", .text(\.byline), "authors and date"),
        StyleWord("masthead-rule", .number(\.mastheadRule), "the weight of the rule that opens the brief", unit: "points"),
        StyleWord("masthead-colour", .colour(\.mastheadColour), "its colour"),
        StyleWord("masthead-gap", .number(\.mastheadGap), "from the rule to the series’ baseline", unit: "points"),
        StyleWord("headline-gap", .number(\.headlineGap), "from the series to the headline’s first baseline", unit: "points"),
        StyleWord("standfirst-gap", .number(\.standfirstGap), "from the headline to the standfirst’s first baseline", unit: "points"),
        StyleWord("byline-gap", .number(\.bylineGap), "from the standfirst to the byline", unit: "points"),
        StyleWord("opening-gap", .number(\.openingGap), "from the byline to what follows", unit: "points"),
        StyleWord("headline-measure", .number(\.headlineMeasure), "how wide the headline may run", unit: "share of the page’s text", range: 0.1...1),
        StyleWord("standfirst-measure", .number(\.standfirstMeasure), "how wide the standfirst may run", unit: "share of the page’s text", range: 0.1...1),
        StyleWord("figure-space", .number(\.figureSpace), "around a figure, at least", unit: "points"),
        StyleWord("note", .text(\.note), "footnotes"),
        StyleWord("note-mark", .text(\.noteMark), "the number of a footnote, in the prose and before the note"),
        StyleWord("note-mark-rise", .number(\.noteMarkRise), "how far it stands above the baseline of the prose", unit: "points", range: -100...100),
        StyleWord("note-gap", .number(\.noteGap), "from the prose to the rule above the notes", unit: "points"),
        StyleWord("note-rule", .number(\.noteRule), "the weight of that rule", unit: "points"),
        StyleWord("note-rule-length", .number(\.noteRuleLength), "its length", unit: "points"),
        StyleWord("note-indent", .number(\.noteIndent), "from a note’s number to its text", unit: "points"),
        StyleWord("running-head", .text(\.runningHead), "the line at the head of each page but the first"),
        StyleWord("folio", .text(\.folio), "the line at the foot of each page"),
        StyleWord("running-head-distance", .number(\.runningHeadDistance), "from its baseline to the text", unit: "points"),
        StyleWord("folio-distance", .number(\.folioDistance), "from the text to its baseline", unit: "points"),
        StyleWord("rule", .number(\.rule), "the weight of thin rules", unit: "points"),
        StyleWord("rule-colour", .colour(\.ruleColour), "their colour"),
        StyleWord("background", .colour(\.background), "the paper"),
        StyleWord("colophon", .text(\.colophon), "the colophon"),
        StyleWord("colophon-head", .text(\.colophonHead), "the words before each part of the colophon"),
        StyleWord("colophon-gap", .number(\.colophonGap), "from the text to the colophon’s rule", unit: "points"),
        StyleWord("colophon-label", .number(\.colophonLabel), "the width kept for those words", unit: "points"),
    ]
}

/// The pictures that are made besides the PDF.
package struct ImageStyle: Hashable, Sendable {
    package var resolution = 0.0
    package var figureWidth = 0.0
    package var figurePoints = 0.0
    package var figurePadding = 0.0

    package static let words: [StyleWord<ImageStyle>] = [
        StyleWord("resolution", .number(\.resolution), "of the pictures of pages", unit: "pixels an inch", range: 10...600),
        StyleWord("figure-width", .number(\.figureWidth), "of the picture of a figure; `@2x` has twice as many", unit: "pixels", range: 50...5_000),
        StyleWord("figure-points", .number(\.figurePoints), "the width that a figure is arranged at for its picture: fewer make its type larger", unit: "points", range: 100...2_000),
        StyleWord("figure-padding", .number(\.figurePadding), "ground around the figure in its picture", unit: "points", range: 0...40),
    ]
}

extension TextStyle {
    /// What a text looks like before a style has been read.
    package static let unset = TextStyle(font: Font(families: [], size: 0), colour: .unset, leading: 0)
}

extension Colour {
    package static let unset = Colour(
        screen: .init(red: 0, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 0))
}
