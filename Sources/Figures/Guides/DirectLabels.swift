import Scenes

/// Names beside the ends of lines, moved apart where they would meet.
struct DirectLabels {
    private let labels: [(value: Double, block: TextBlock)]
    private let gap: Double
    /// What the whole content needs for words that are cut.
    let shortfall: Shortfall
    /// Of all labels, one beneath the other.
    let height: Double

    init(_ labels: [Plot.DirectLabel], width: Double, style: FigureStyle, measurer: any TextMeasurer) {
        let most = width * style.spaces.directShare
        self.labels = labels.map { label in
            var look = style.texts.direct
            look.colour = label.role == .faint ? look.colour : style.colour(of: label.role)
            return (label.value, TextBlock(label.text, look, width: most, measurer: measurer))
        }
        gap = style.spaces.direct
        let needed = self.labels.compactMap(\.block.neededWidth).max()
        shortfall = Shortfall(width: needed.map { $0 / style.spaces.directShare })
        height = self.labels.reduce(0) { $0 + $1.block.height }
    }

    /// What they take beside the plot, with the space between; 0 for none.
    var width: Double { labels.isEmpty ? 0 : gap + (labels.map(\.block.width).max() ?? 0) }

    /// - Parameter height: of the content, which the labels keep to.
    func items(in space: PlotSpace, height: Double) -> [SceneItem] {
        let order = labels.indices.sorted { (labels[$0].value, $1) > (labels[$1].value, $0) }
        var tops: [Double] = []
        for index in order {
            let block = labels[index].block
            let wanted = space.point(along: 0, up: space.values(labels[index].value)).y - block.height / 2
            let free = tops.last.map { $0 + labels[order[tops.count - 1]].block.height } ?? 0
            tops.append(max(wanted, free, 0))
        }
        var limit = max(height, space.frame.maxY)
        for position in order.indices.reversed() {
            tops[position] = min(tops[position], limit - labels[order[position]].block.height)
            limit = tops[position]
        }
        return zip(order, tops).flatMap { index, top in
            labels[index].block.items(at: Point(x: space.frame.maxX + gap, y: top))
        }
    }
}
