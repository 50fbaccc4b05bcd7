extension FigureStyle {
    /// The words of a style file's section `figures`, in the order of the reference.
    package static let words: [StyleWord<FigureStyle>] = texts + colours + lines + spaces + symbols

    private static let texts: [StyleWord<FigureStyle>] = [
        StyleWord("number", .text(\.texts.number), "the figure's number: “Figure 1”"),
        StyleWord("title", .text(\.texts.title), "the title"),
        StyleWord("subtitle", .text(\.texts.subtitle), "the subtitle: measure, unit, place and period"),
        StyleWord("notes", .text(\.texts.notes), "notes and source"),
        StyleWord("notes-label", .text(\.texts.notesLabel), "the words “Notes:” and “Source:”"),
        StyleWord("axis", .text(\.texts.axis), "labels of axes"),
        StyleWord("axis-focus", .text(\.texts.axisFocus), "the brief's month on an axis"),
        StyleWord("name", .text(\.texts.name), "names beside bars and of the rows of a table"),
        StyleWord("value", .text(\.texts.value), "values beside bars"),
        StyleWord("value-focus", .text(\.texts.valueFocus), "the value of the brief's month"),
        StyleWord("change", .text(\.texts.change), "a change after a value"),
        StyleWord("direct", .text(\.texts.direct), "labels at the ends of lines, which take the colours of their lines"),
        StyleWord("key", .text(\.texts.key), "the key above a chart"),
        StyleWord("annotation", .text(\.texts.annotation), "what is written into a plot: call-outs, events, periods, references"),
        StyleWord("head", .text(\.texts.head), "the heads of a table's columns"),
        StyleWord("cell", .text(\.texts.cell), "the cells of a table"),
        StyleWord("cell-focus", .text(\.texts.cellFocus), "the row of the brief's month"),
        StyleWord("total", .text(\.texts.total), "the row of the total"),
        StyleWord("letter", .text(\.texts.letter), "letters beside a value: revised, provisional"),
        StyleWord("key-number", .text(\.texts.keyNumber), "a key figure's number"),
        StyleWord("key-name", .text(\.texts.keyName), "a key figure's name"),
        StyleWord("key-change", .text(\.texts.keyChange), "a key figure's change"),
    ]

    private static let colours: [StyleWord<FigureStyle>] = [
        StyleWord("background", .colour(\.colours.background), "what a figure stands on, where it is a file of its own"),
        StyleWord("accent", .colour(\.colours.accent), "the brief's month, and the first line"),
        StyleWord("other", .colour(\.colours.other), "bars of other months"),
        StyleWord("previous", .colour(\.colours.previous), "bars of the month before"),
        StyleWord("second", .colour(\.colours.second), "the second line"),
        StyleWord("faint", .colour(\.colours.faint), "monthly values behind their mean"),
        StyleWord("unknown", .colour(\.colours.unknown), "the symbol of a missing value, in charts and tables"),
        StyleWord("parts", .colours(\.colours.parts), "several measures or provinces in one figure, in the report's order"),
        StyleWord("rest", .colour(\.colours.rest), "what parts leave over, and totals among them"),
        StyleWord("steps", .colours(\.colours.steps), "the classes of a map of values, the lowest first"),
        StyleWord("steps-below", .colours(\.colours.stepsBelow), "those below zero, the nearest to it first"),
        StyleWord("fall", .colour(\.colours.fall), "what makes a total fall"),
        StyleWord("ribbon", .colour(\.colours.ribbon), "where a fitted line may lie"),
        StyleWord("reference", .colour(\.colours.reference), "means and events that a chart is held against"),
        StyleWord("shade", .colour(\.colours.shade), "periods that are set off, and tracks behind bars in tables"),
        StyleWord("grid", .colour(\.colours.grid), "grid lines"),
        StyleWord("zero", .colour(\.colours.zero), "the line at zero, and the lines under the months of a year"),
        StyleWord("rule", .colour(\.colours.rule), "the lines between the rows of a table"),
        StyleWord("strong-rule", .colour(\.colours.strongRule), "the lines above a figure, around a table, over key figures"),
    ]

    private static let lines: [StyleWord<FigureStyle>] = [
        points("top-line", \.lines.top, "the line above a figure; 0 for none"),
        points("grid-line", \.lines.grid, "grid lines"),
        points("zero-line", \.lines.zero, "the line at zero"),
        points("rule-line", \.lines.rule, "the lines between the rows of a table"),
        points("strong-rule-line", \.lines.strongRule, "the lines around a table and over key figures"),
        points("trend-line", \.lines.trend, "the lines of a trend"),
        points("faint-line", \.lines.faint, "the lines of monthly values behind their mean"),
        points("whisker-line", \.lines.whisker, "the lines over possible values"),
        points("open-end-line", \.lines.openEnd, "the sides of a bar that is open at its end"),
        points("hatch-line", \.lines.hatch, "the hatching of provisional bars"),
        points("separator-line", \.lines.separator, "the ground between parts that touch"),
        points("ring-line", \.lines.ring, "open dots"),
        points("reference-line", \.lines.reference, "means and events"),
        points("leader-line", \.lines.leader, "from a text to what it is about"),
        StyleWord("second-dash", .numbers(\.lines.secondDash), "dash and gap of the second line, in turn", unit: "points"),
        StyleWord("reference-dash", .numbers(\.lines.referenceDash), "dash and gap of means and events, in turn", unit: "points"),
    ]

    private static let spaces: [StyleWord<FigureStyle>] = [
        points("after-top-line", \.spaces.afterTopRule, "from the line above a figure to its number"),
        points("after-number", \.spaces.afterNumber, "from the number to the title"),
        points("after-title", \.spaces.afterTitle, "from the title to the subtitle"),
        points("after-subtitle", \.spaces.afterSubtitle, "from the subtitle to the plot"),
        points("before-notes", \.spaces.beforeNotes, "from the plot to the notes"),
        points("between-notes", \.spaces.betweenNotes, "from the notes to the source"),
        points("height", \.spaces.height, "the least height of a plot"),
        share("height-share", \.spaces.heightShare, "added to `height`", of: "width"),
        points("band", \.spaces.band, "the widest band of a column with its gap", atLeast: 1),
        points("row", \.spaces.row, "the height of a row of bars", atLeast: 1),
        share("bar-gap", \.spaces.barGap, "the gap between bars", of: "bar"),
        share("previous-bar", \.spaces.previousBar, "how thick the bar of the month before is", of: "bar"),
        share("previous-gap", \.spaces.previousGap, "between the bar of the month before and this month's", of: "bar"),
        points("label-space", \.spaces.label, "from a mark to its label"),
        points("axis-space", \.spaces.axis, "from the plot to the labels of its axis"),
        points("tick-space", \.spaces.tick, "at least, between two labels of an axis"),
        points("tick-length", \.spaces.tickLength, "the length of the ticks at months"),
        points("name-space", \.spaces.name, "from names to their bars"),
        points("direct-space", \.spaces.direct, "from the end of a line to its label"),
        share("name-share", \.spaces.nameShare, "names take this much at most, and are then wrapped", of: "width"),
        share("direct-share", \.spaces.directShare, "labels of lines take this much at most, and are then wrapped", of: "width"),
        points("dot", \.spaces.dot, "the radius of a dot"),
        points("end-dot", \.spaces.endDot, "the radius of the dot at the brief's month"),
        points("whisker-cap", \.spaces.whiskerCap, "the length of the lines that close a whisker"),
        points("open-end", \.spaces.openEnd, "how far the sides of an open bar stand out"),
        points("hatch", \.spaces.hatch, "between two lines of a hatching"),
        points("swatch", \.spaces.swatch, "the width and height of a colour in a key"),
        points("after-swatch", \.spaces.afterSwatch, "from a colour in a key to its words"),
        points("between-keys", \.spaces.betweenKeys, "between two entries of a key"),
        points("after-key", \.spaces.afterKey, "from a key to the plot"),
        points("callout-width", \.spaces.callout, "the widest call-out; longer ones are wrapped", atLeast: 20),
        points("annotation-space", \.spaces.annotation, "how far call-outs keep off everything else"),
        points("panel-aside", \.spaces.panelAside, "between the panels of small multiples, side by side"),
        points("panel-below", \.spaces.panelBelow, "between the panels of small multiples, one beneath the other"),
        points("column-space", \.spaces.column, "between two columns of a table"),
        points("column-most", \.spaces.columnMost, "the widest column of a table"),
        points("cell-space", \.spaces.cell, "above and below the text of a table's row"),
        points("after-head", \.spaces.afterHead, "from the heads of a table to the line below"),
        points("cell-bar", \.spaces.cellBar, "the longest bar in a column of a table, at least, and the width of a line of months"),
        points("sparkline", \.spaces.sparkline, "the height of a line of months below a key figure"),
        points("panel-column", \.spaces.panelColumn, "the narrowest column of key figures; below it they wrap"),
        points("panel-gap", \.spaces.panelGap, "between two columns of key figures"),
        points("panel-row", \.spaces.panelRow, "between two rows of key figures"),
        points("after-panel-rule", \.spaces.afterPanelRule, "from the line over a key figure to its number"),
        points("after-key-number", \.spaces.afterKeyNumber, "from a key figure's number to its name"),
    ]

    private static let symbols: [StyleWord<FigureStyle>] = [
        StyleWord("unknown-symbol", .symbol(\.symbols.unknown), "a value that is not known"),
        StyleWord("not-available-symbol", .symbol(\.symbols.notAvailable), "`[x]`, a value that is not available"),
        StyleWord("not-applicable-symbol", .symbol(\.symbols.notApplicable), "`[z]`, a value that does not apply"),
        StyleWord("confidential-symbol", .symbol(\.symbols.confidential), "`[c]`, a confidential value"),
        StyleWord("revised-letter", .symbol(\.symbols.revised), "after a revised value in a table"),
        StyleWord("provisional-letter", .symbol(\.symbols.provisional), "after a provisional value in a table"),
        StyleWord("break-letter", .symbol(\.symbols.breakInSeries), "after the first value counted differently"),
        StyleWord("reliability-letter", .symbol(\.symbols.lowReliability), "after a value of low reliability"),
    ]

    private static func points(
        _ name: String, _ path: any WritableKeyPath<FigureStyle, Double> & Sendable, _ what: String, atLeast least: Double = 0
    ) -> StyleWord<FigureStyle> {
        StyleWord(name, .number(path), what, unit: "points", range: least...1_000)
    }

    private static func share(
        _ name: String, _ path: any WritableKeyPath<FigureStyle, Double> & Sendable, _ what: String, of whole: String
    ) -> StyleWord<FigureStyle> {
        StyleWord(name, .number(path), what, unit: "share of the \(whole)", range: 0...10)
    }
}
