import Scenes

/// The colours of marks with their words, above a plot, in the order of the marks.
struct Key {
    let items: [SceneItem]
    /// With the space below; 0 for no entries.
    let height: Double
    let shortfall: Shortfall

    init(_ entries: [Plot.KeyEntry], width: Double, style: FigureStyle, measurer: any TextMeasurer) {
        var items: [SceneItem] = []
        var shortfall = Shortfall()
        var (x, y) = (0.0, 0.0)
        let text = style.texts.key
        let swatch = style.spaces.swatch
        for entry in entries {
            let indent = swatch + style.spaces.afterSwatch
            let block = TextBlock(entry.text, text, width: max(1, width - indent), measurer: measurer)
            shortfall = shortfall.union(Shortfall(width: block.neededWidth.map { $0 + indent }))
            if x > 0, x + indent + block.width > width {
                x = 0
                y += text.leading
            }
            // The colour stands on the baseline, as the capitals do.
            let capitals = measurer.metrics(of: text.font).capHeight
            let middle = y + block.firstBaseline - capitals / 2
            items.append(
                .shape(
                    ShapeItem(
                        .rectangle(Rect(x: x, y: middle - swatch / 2, width: swatch, height: swatch)),
                        fill: style.colour(of: entry.role))))
            items += block.items(at: Point(x: x + indent, y: y))
            x += indent + block.width + style.spaces.betweenKeys
            y += block.height - text.leading
        }
        self.items = items
        self.shortfall = shortfall
        height = entries.isEmpty ? 0 : y + text.leading + style.spaces.afterKey
    }
}
