package import Scenes

/// Every look of figures. A style file gives each value, by the names in `FigureStyle.words`.
package struct FigureStyle: Hashable, Sendable {
    package var texts: Texts
    package var colours: Colours
    package var lines: Lines
    package var spaces: Spaces
    package var symbols: Symbols

    package struct Texts: Hashable, Sendable {
        // Furniture.
        package var number, title, subtitle, notes, notesLabel: TextStyle
        // Charts.
        package var axis, axisFocus, name, value, valueFocus, change, direct, key, annotation: TextStyle
        // Tables.
        package var head, cell, cellFocus, total, letter: TextStyle
        // The panel of key figures.
        package var keyNumber, keyName, keyChange: TextStyle
    }

    package struct Colours: Hashable, Sendable {
        package var background: Colour
        /// The month of the brief, or the first line.
        package var accent: Colour
        /// Bars of other months and of the month before.
        package var other, previous: Colour
        /// The second line.
        package var second: Colour
        /// Monthly values behind their mean.
        package var faint: Colour
        package var unknown: Colour
        /// Several measures or provinces in one figure, the first the darkest.
        package var parts: [Colour]
        /// What parts leave over.
        package var rest: Colour
        /// The classes of a map of values, the lowest first; and those below zero, the nearest to it first.
        package var steps, stepsBelow: [Colour]
        package var fall, ribbon, reference, shade: Colour
        package var grid, zero, rule, strongRule: Colour
    }

    /// Widths in points.
    package struct Lines: Hashable, Sendable {
        package var top, grid, zero, rule, strongRule: Double
        package var trend, faint, whisker, openEnd, hatch, separator, ring, reference, leader: Double
        package var secondDash, referenceDash: [Double]
    }

    /// Points, if nothing else is said.
    package struct Spaces: Hashable, Sendable {
        // Furniture, from the top down.
        package var afterTopRule, afterNumber, afterTitle, afterSubtitle, beforeNotes, betweenNotes: Double
        // Charts.
        package var height: Double
        /// Of the width, added to `height`.
        package var heightShare: Double
        package var band, row: Double
        /// Of a bar.
        package var barGap: Double
        /// Of a bar: how thick that of the month before is, and how far the two stand apart.
        package var previousBar, previousGap: Double
        package var label, axis, tick, tickLength, name, direct: Double
        /// Of the width, at most.
        package var nameShare, directShare: Double
        package var dot, endDot, whiskerCap, openEnd, hatch: Double
        package var swatch, afterSwatch, betweenKeys, afterKey: Double
        /// What is written into a plot: its greatest width, and how far it keeps off.
        package var callout, annotation: Double
        /// Between the panels of small multiples.
        package var panelAside, panelBelow: Double
        // Tables.
        package var column, columnMost, cell, afterHead, cellBar: Double
        // The panel of key figures.
        package var sparkline: Double
        package var panelColumn, panelGap, panelRow, afterPanelRule, afterKeyNumber: Double
    }

    package struct Symbols: Hashable, Sendable {
        package var unknown, notAvailable, notApplicable, confidential: String
        package var revised, provisional, breakInSeries, lowReliability: String
    }
}

extension FigureStyle {
    /// Nothing set: what a style file starts from, and must fill by every one of `words`.
    package static let unset: FigureStyle = {
        let black = Colour(
            screen: .init(red: 0, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 1))
        let text = TextStyle(font: Font(families: [], size: 0), colour: black, leading: 0)
        return FigureStyle(
            texts: Texts(
                number: text, title: text, subtitle: text, notes: text, notesLabel: text, axis: text, axisFocus: text,
                name: text, value: text, valueFocus: text, change: text, direct: text, key: text, annotation: text, head: text, cell: text,
                cellFocus: text, total: text, letter: text, keyNumber: text, keyName: text, keyChange: text),
            colours: Colours(
                background: black, accent: black, other: black, previous: black, second: black, faint: black,
                unknown: black, parts: [], rest: black, steps: [], stepsBelow: [], fall: black, ribbon: black, reference: black, shade: black, grid: black, zero: black, rule: black, strongRule: black),
            lines: Lines(
                top: 0, grid: 0, zero: 0, rule: 0, strongRule: 0, trend: 0, faint: 0, whisker: 0, openEnd: 0, hatch: 0,
                separator: 0, ring: 0, reference: 0, leader: 0, secondDash: [], referenceDash: []),
            spaces: Spaces(
                afterTopRule: 0, afterNumber: 0, afterTitle: 0, afterSubtitle: 0, beforeNotes: 0, betweenNotes: 0,
                height: 0, heightShare: 0, band: 0, row: 0, barGap: 0, previousBar: 0, previousGap: 0, label: 0, axis: 0,
                tick: 0, tickLength: 0, name: 0, direct: 0, nameShare: 0, directShare: 0, dot: 0, endDot: 0, whiskerCap: 0, openEnd: 0,
                hatch: 0, swatch: 0, afterSwatch: 0, betweenKeys: 0, afterKey: 0, callout: 0, annotation: 0, panelAside: 0, panelBelow: 0, column: 0, columnMost: 0, cell: 0,
                afterHead: 0, cellBar: 0, sparkline: 0, panelColumn: 0, panelGap: 0, panelRow: 0, afterPanelRule: 0, afterKeyNumber: 0),
            symbols: Symbols(
                unknown: "", notAvailable: "", notApplicable: "", confidential: "", revised: "", provisional: "",
                breakInSeries: "", lowReliability: ""))
    }()
}
