package import Scenes

/// What stands above the text of every page but the first: the series at the left, in as many lines as it takes, and the month at the
/// right, on the last of them.
package struct RunningHead {
    /// From the left end of the last baseline.
    let items: [SceneItem]
    /// How far they reach above the last baseline.
    let height: Double

    package init(series: String, month: String, width: Double, style: PageStyle, measurer: any TextMeasurer) {
        let text = style.runningHead
        let advance = measurer.advance(of: month, in: text.font)
        let lines = Paragraph([Run(series, text)], measurer: measurer)
            .lines(width: width - advance - style.gutter, alignment: .left, measurer: measurer, hyphenation: nil)
        var items = lines.enumerated().flatMap { index, line in
            line.items.map { $0.moved(by: Point(x: 0, y: -Double(lines.count - 1 - index) * text.leading)) }
        }
        items.append(
            .text(TextItem(month, font: text.font, colour: text.colour, origin: Point(x: width - advance, y: 0), advance: advance)))
        self.items = items
        height = Double(max(0, lines.count - 1)) * text.leading + measurer.metrics(of: text.font).ascent
    }
}

extension SceneItem {
    /// A text or a group in another place.
    func moved(by offset: Point) -> SceneItem {
        switch self {
        case .text(var text):
            text.origin = text.origin + offset
            return .text(text)
        case .group(var group):
            group.offset = group.offset + offset
            return .group(group)
        case .shape, .link: return self
        }
    }
}
