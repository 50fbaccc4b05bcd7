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
            items.append(Self.sample(entry, Rect(x: x, y: middle - swatch / 2, width: swatch, height: swatch), style))
            items += block.items(at: Point(x: x + indent, y: y))
            x += indent + block.width + style.spaces.betweenKeys
            y += block.height - text.leading
        }
        self.items = items
        self.shortfall = shortfall
        height = entries.isEmpty ? 0 : y + text.leading + style.spaces.afterKey
    }

    private static func sample(_ entry: Plot.KeyEntry, _ box: Rect, _ style: FigureStyle) -> SceneItem {
        let colour = style.colour(of: entry.role)
        switch entry.sample {
        case .box: return style.box(box, entry.role)
        case .line:
            // Round ends stand out beyond a line.
            let stroke = style.stroke(of: entry.role)
            let inner = box.inset(by: min(stroke.width, box.width) / 2)
            let path = Path.line(from: Point(x: inner.minX, y: box.midY), to: Point(x: inner.maxX, y: box.midY))
            return .shape(ShapeItem(path, stroke: stroke))
        case .dot(let shape):
            let path = shape.path(centre: Point(x: box.midX, y: box.midY), radius: min(style.spaces.endDot, box.width / 2))
            guard shape == .ring else { return .shape(ShapeItem(path, fill: colour)) }
            return .shape(ShapeItem(path, fill: style.colours.background, stroke: Stroke(colour, width: style.lines.ring)))
        }
    }
}
