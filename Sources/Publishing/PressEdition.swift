package import Scenes

/// For what paper and press the colours of a file are.
package struct PrintingCondition: Hashable, Sendable {
    /// As the registry of the International Color Consortium has it: "FOGRA39".
    package var name: String
    /// The ICC profile; nil where the condition is named alone.
    package var profile: [UInt8]?
    /// Whether a strip of colours is printed beside the page, by which a printer measures the inks.
    package var hasColourBar: Bool

    package init(name: String, profile: [UInt8]? = nil, hasColourBar: Bool = false) {
        self.name = name
        self.profile = profile
        self.hasColourBar = hasColourBar
    }
}

/// A document as a press wants it: each page on a larger sheet with room for what is cut off and for the marks, no line too
/// thin to print, nothing to click.
package struct PressEdition: Sendable {
    let document: Document
    /// To be painted, and then finished.
    package let pages: [CodedPage]

    package init(_ document: Document) {
        let sheets = document.pages.map { page in
            let sheet = Sheet(trimmed: page.size)
            return Scene(
                name: page.name, size: sheet.size, background: page.background,
                items: [
                    .group(
                        GroupItem(
                            "trimmed page", offset: Point(x: sheet.trim.minX, y: sheet.trim.minY),
                            clip: .rectangle(sheet.bleed.moved(by: Point(x: -sheet.trim.minX, y: -sheet.trim.minY))), items: printable(page.items)))
                ])
        }
        self.document = Document(properties: document.properties, pages: sheets, bookmarks: [])
        pages = sheets.map(CodedPage.init)
    }
}

/// The paper around a page, and what is printed on it for those who cut and bind.
struct Sheet {
    let size: Size
    /// What is left when it is cut.
    let trim: Rect
    /// How far what touches an edge goes beyond it, so that no white shows where the knife is a little off.
    let bleed: Rect

    init(trimmed page: Size) {
        let margin = bleedWidth + markLength + edge
        size = Size(width: page.width + 2 * margin, height: page.height + 2 * margin)
        trim = Rect(x: margin, y: margin, width: page.width, height: page.height)
        bleed = trim.inset(by: -bleedWidth)
    }

    init(sheet: Size) {
        let margin = bleedWidth + markLength + edge
        self.init(trimmed: Size(width: sheet.width - 2 * margin, height: sheet.height - 2 * margin))
    }

    /// Two lines at each corner, outside the bleed, in line with the edges of the trimmed page.
    var cropMarks: [(from: Point, to: Point)] {
        [trim.minX, trim.maxX].flatMap { x in
            [(bleed.minY, -markLength), (bleed.maxY, markLength)].map { (Point(x: x, y: $0), Point(x: x, y: $0 + $1)) }
        }
            + [trim.minY, trim.maxY].flatMap { y in
                [(bleed.minX, -markLength), (bleed.maxX, markLength)].map { (Point(x: $0, y: y), Point(x: $0 + $1, y: y)) }
            }
    }

    /// Squares of the full inks, of their halves and of greys, above the page.
    var colourBar: [(area: Rect, ink: Colour.Press)] {
        let inks: [[Double]] = [
            [1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [0.5, 0, 0, 0], [0, 0.5, 0, 0], [0, 0, 0.5, 0], [0, 0, 0, 0.5],
            [1, 1, 0, 0], [1, 0, 1, 0], [0, 1, 1, 0],
        ]
        let side = markLength - edge
        let left = trim.midX - Double(inks.count) * side / 2
        return inks.enumerated().map { index, ink in
            (
                Rect(x: left + Double(index) * side, y: edge, width: side, height: side),
                Colour.Press(cyan: ink[0], magenta: ink[1], yellow: ink[2], black: ink[3])
            )
        }
    }
}

private let millimetre = 72 / 25.4
private let bleedWidth = 3 * millimetre
private let markLength = 5 * millimetre
/// Between the marks and the edge of the sheet.
private let edge = 1 * millimetre

/// Points: a thinner line breaks up on the plate.
private let thinnestLine = 0.25

/// With lines that hold on a plate.
private func printable(_ items: [SceneItem]) -> [SceneItem] {
    items.map { item in
        switch item {
        case .shape(var shape):
            if let stroke = shape.stroke { shape.stroke?.width = max(stroke.width, thinnestLine) }
            return .shape(shape)
        case .group(var group):
            group.items = printable(group.items)
            return .group(group)
        // Links paint nothing, and are not coded.
        case .text, .link: return item
        }
    }
}
