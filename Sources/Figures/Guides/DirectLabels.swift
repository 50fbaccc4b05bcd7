import Scenes

/// Names beside the ends of lines, moved apart where they would meet, with a leader where they moved far.
struct DirectLabels {
    private struct Label {
        var value: Double
        var block: TextBlock
        var role: MarkRole
        var leading: Double
        /// Before the words, where these cannot have the colour of their mark.
        var hasSwatch: Bool
    }

    private let left: [Label]
    private let right: [Label]
    private let style: FigureStyle
    /// What the whole content needs for words that are cut.
    let shortfall: Shortfall

    /// From the end of a line to its label: more where many labels move away from theirs, so that their leaders can be followed.
    private let gap: Double

    /// - Parameters:
    ///   - width: of the whole content.
    ///   - height: that it would like to have.
    ///   - share: of the width that they may take, in shares of the style.
    init(_ labels: [Plot.DirectLabel], width: Double, height: Double, share: Double, style: FigureStyle, measurer: any TextMeasurer) {
        self.style = style
        let most = width * style.spaces.directShare * share
        func set(_ side: Plot.DirectLabel.Side) -> [Label] {
            labels.filter { $0.side == side }.map { label in
                var look = label.role == .reference || label.isQuiet ? style.texts.annotation : style.texts.direct
                let own = style.colour(of: label.role)
                let isReadable = own.contrast(with: style.colours.background) >= 4.5
                if isReadable { look.colour = own }
                let alignment: TextBlock.Alignment = side == .left ? .right : .left
                return Label(
                    value: label.value, block: TextBlock(label.text, look, width: most, alignment: alignment, measurer: measurer),
                    role: label.role, leading: look.leading, hasSwatch: !isReadable && label.role.isPart)
            }
        }
        left = set(.left)
        right = set(.right)
        self.most = most
        let highest = [left, right].map { $0.reduce(0) { $0 + $1.block.height } }.max() ?? 0
        gap = style.spaces.direct * (highest > height ? 3 : 1)
        let needed = (left + right).compactMap(\.block.neededWidth).max()
        shortfall = Shortfall(width: needed.map { $0 / style.spaces.directShare / share })
    }

    private let most: Double

    var isEmpty: Bool { left.isEmpty && right.isEmpty }

    /// Whether none is longer than two lines, and all have room beside a plot of a height.
    func isShort(within height: Double) -> Bool {
        self.height <= height && (left + right).allSatisfy { $0.block.neededWidth == nil && $0.block.height <= $0.leading * 2 }
    }

    /// Of the labels of a side, one beneath the other.
    var height: Double { [left, right].map { $0.reduce(0) { $0 + $1.block.height } }.max() ?? 0 }

    /// What they take beside the plot, with the space between; 0 for none.
    var leftWidth: Double { width(of: left) }
    var rightWidth: Double { width(of: right) }

    private func width(of labels: [Label]) -> Double {
        labels.isEmpty ? 0 : gap + (labels.map { $0.block.width + indent(of: $0) }.max() ?? 0)
    }

    private func indent(of label: Label) -> Double { label.hasSwatch ? style.spaces.swatch + style.spaces.afterSwatch / 2 : 0 }

    /// - Parameter height: of the content, which the labels keep to.
    func items(in space: PlotSpace, height: Double) -> [SceneItem] {
        items(of: left, .left, in: space, height: height) + items(of: right, .right, in: space, height: height)
    }

    private func items(of labels: [Label], _ side: Plot.DirectLabel.Side, in space: PlotSpace, height: Double) -> [SceneItem] {
        let order = labels.indices.sorted { (labels[$0].value, $1) > (labels[$1].value, $0) }
        let ends = order.map { space.point(along: 0, up: space.values(labels[$0].value)).y }
        let heights = order.map { labels[$0].block.height }
        let tops = spread(ends, lengths: heights, within: 0...max(height, space.frame.maxY))
        return order.indices.flatMap { index -> [SceneItem] in
            let label = labels[order[index]]
            let middle = tops[index] + heights[index] / 2
            let edge = side == .left ? space.frame.minX : space.frame.maxX
            let indent = indent(of: label)
            let x = side == .left ? edge - gap - most - indent : edge + gap + indent
            var block = label.block.items(at: Point(x: x, y: tops[index]))
            if label.hasSwatch {
                let swatch = style.spaces.swatch
                let left = side == .left ? edge - gap - swatch : edge + gap
                let box = Rect(x: left, y: tops[index] + (label.leading - swatch) / 2, width: swatch, height: swatch)
                block.insert(.shape(ShapeItem(.rectangle(box), fill: style.colour(of: label.role))), at: 0)
            }
            guard abs(middle - ends[index]) > style.texts.direct.leading / 2 else { return block }
            let away = side == .left ? -1.0 : 1.0
            let start = edge + away * (gap > style.spaces.direct ? style.spaces.endDot + 1 : 1)
            let leader = Path.line(from: Point(x: start, y: ends[index]), to: Point(x: edge + away * (gap - 1), y: middle))
            return [.shape(ShapeItem(leader, stroke: Stroke(style.colours.reference, width: style.lines.leader)))] + block
        }
    }
}
