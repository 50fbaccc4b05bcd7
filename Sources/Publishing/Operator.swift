/// What the operators of a page's content do, as far as whoever decodes colours and marks content has to know.
enum Operator {
    /// Adds to a path; the first one begins it.
    case path
    /// Ends a path.
    case paint(fills: Bool, strokes: Bool)
    case beginText, showText, endText
    /// An image or a form, by its name, or a gradient.
    case paintObject
    case save, restore
    case fillColour, strokeColour
    /// A colour of another space, or a pattern.
    case otherColour
    case beginMark, endMark
    /// An image that stands in the content, which no painter of ours writes.
    case inlineImage

    /// Nil for an operator that neither paints nor sets a colour.
    init?(_ operation: ContentStream.Operation) {
        guard let meaning = Self.meanings[operation.letters] else { return nil }
        self = meaning
    }

    private static let meanings: [UInt32: Operator] = {
        var meanings: [UInt32: Operator] = [:]
        func add(_ names: String, _ meaning: Operator) {
            for name in names.split(separator: " ") { meanings[name.utf8.reduce(0) { $0 << 8 | UInt32($1) }] = meaning }
        }
        add("m l c v y h re", .path)
        add("f F f*", .paint(fills: true, strokes: false))
        add("S s", .paint(fills: false, strokes: true))
        add("B B* b b*", .paint(fills: true, strokes: true))
        add("n", .paint(fills: false, strokes: false))
        add("BT", .beginText)
        add("Tj TJ ' \"", .showText)
        add("ET", .endText)
        add("Do sh", .paintObject)
        add("q", .save)
        add("Q", .restore)
        add("rg", .fillColour)
        add("RG", .strokeColour)
        add("g G k K cs CS sc SC scn SCN", .otherColour)
        add("BMC BDC", .beginMark)
        add("EMC", .endMark)
        add("BI", .inlineImage)
        return meanings
    }()
}
