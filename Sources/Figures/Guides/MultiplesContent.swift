package import Scenes

/// Small multiples: a plot for each panel, in a grid, along one scale. The numbers of the values stand beside the first
/// column, the labels of the bands below the last panel of each.
package struct MultiplesContent: FigureContent {
    package struct Panel: Hashable, Sendable {
        package var name: String
        package var plot: Plot

        package init(name: String, plot: Plot) {
            self.name = name
            self.plot = plot
        }
    }

    let panels: [Panel]
    let style: FigureStyle
    let wording: Wording
    /// Stands in a panel that has nothing to show.
    let nothing: String
    private var annotations = Annotations.none

    package init(_ panels: [Panel], nothing: String, style: FigureStyle, wording: Wording) {
        self.panels = panels
        self.nothing = nothing
        self.style = style
        self.wording = wording
    }

    package func annotated(_ annotations: Annotations) -> any FigureContent {
        var content = self
        content.annotations = annotations
        return content
    }

    /// Periods and events stand in every panel, a call-out in one.
    package func strangers(among annotations: Annotations) -> [Annotations.Stranger] {
        let names = panels.map(\.name)
        let homeless = annotations.callOuts.filter { callOut in callOut.panel.map { !names.contains($0) } ?? true }.map {
            Annotations.Stranger(text: $0.text, hint: "name the panel: `in:` \(names.joined(separator: ", "))")
        }
        return homeless + panels.enumerated().flatMap { index, panel in
            var own = annotations.inPanel(of: panel.name)
            // What is in every panel is said once.
            if index > 0 { (own.periods, own.events) = ([], []) }
            return own.strangers(to: panel.plot)
        }
    }

    package func arranged(width: Double, height: Double, measurer: any TextMeasurer) -> ArrangedContent {
        let (plots, entries) = Plot.aligned(panels.map(\.plot))
        guard let first = plots.first else { return ArrangedContent(height: 0, items: []) }
        let key = Key(entries, width: width, style: style, measurer: measurer)
        let axis = ValueAxis(
            first.values, isLogarithmic: first.isLogarithmic, unit: first.unit, direction: first.direction, style: style, wording: wording,
            measurer: measurer)
        let numbers = axis.extent
        let grid = PanelGrid(count: panels.count, width: width - numbers, style: style)
        let heads = panels.map { TextBlock($0.name, head, width: grid.panel, measurer: measurer) }
        let headHeights = grid.rows.map { row in row.map { heads[$0].height }.max() ?? 0 }
        let bandLabels = BandAxis(first.bands, isBeside: false, width: grid.panel, style: style, wording: wording, measurer: measurer)
            .height(step: grid.panel / Double(max(1, first.bands.count)))
        // What is left to the plots of a row.
        let furniture = key.height + headHeights.reduce(0, +) + bandLabels + style.spaces.panelBelow * Double(grid.rows.count - 1)
        // Words of annotations above the plots of each row.
        var above = grid.rows.map { _ in 0.0 }
        func plotHeightLeft() -> Double {
            min(max(leastHeight, (height - furniture - above.reduce(0, +)) / Double(grid.rows.count)), grid.panel * highest)
        }
        var plotHeight = plotHeightLeft()

        func drawing(_ index: Int, _ guides: PanelGuides) -> PlotDrawing {
            PlotDrawing(
                plots[index], annotations.inPanel(of: panels[index].name), width: grid.panel + (guides.hasNumbers ? numbers : 0),
                height: plotHeight + above[index / grid.columns], panel: guides, style: style, wording: wording, measurer: measurer)
        }
        let bands = BandScale(count: first.bands.count, length: grid.panel, gap: style.spaces.barGap, isSpanning: first.isSpanning)
        let hasStrip = plots.contains {
            $0.hasMissing && $0.withSigns(in: bands, isThinned: true, style, measurer).missing == .belowPlot
        }
        var guides = panels.indices.map { index in
            PanelGuides(
                hasNumbers: index % grid.columns == 0, hasBandLabels: index + grid.columns >= panels.count, hasStrip: hasStrip,
                // Grounds and lines are the same in all panels.
                hasWords: index == 0)
        }
        var drawings: [PlotDrawing] = []
        // Where sentences find no room the plots become lower, and more may find none.
        for _ in 0..<mostAttempts {
            // First each for itself, then all with what the neediest needs.
            for index in guides.indices { (guides[index].right, guides[index].scale) = (0, nil) }
            let alone = panels.indices.map { drawing($0, guides[$0]) }
            let scale = PanelGuides.scale(holding: alone.map(\.scale)) ?? 0...plotHeight
            // As long as the numbers beside it need.
            let missing = max(0, Double(axis.count - 1) * style.texts.axis.leading - (scale.upperBound - scale.lowerBound))
            plotHeight += missing
            let right = alone.map(\.rightWidth).max() ?? 0
            for index in guides.indices {
                guides[index].right = right
                guides[index].scale = scale.lowerBound...(scale.upperBound + missing)
            }
            drawings = panels.indices.map { drawing($0, guides[$0]) }
            let needed = grid.rows.map { row in row.map { drawings[$0].above }.max() ?? 0 }
            guard needed != above else { break }
            above = needed
            plotHeight = plotHeightLeft()
            for index in guides.indices { guides[index].above = above[index / grid.columns] }
        }

        var items: [SceneItem] = key.items.isEmpty ? [] : [.group(GroupItem("key", leaf: .content(picture), items: key.items))]
        var shortfall = key.shortfall
        var y = key.height
        var bottom = y
        for (row, indices) in grid.rows.enumerated() {
            let top = y + headHeights[row]
            for index in indices {
                let drawing = drawings[index]
                let x = guides[index].hasNumbers ? 0 : numbers + Double(index % grid.columns) * (grid.panel + style.spaces.panelAside)
                let indent = guides[index].hasNumbers ? numbers : 0
                // Names stand on their plots.
                let name = heads[index].items(at: Point(x: indent, y: headHeights[row] - heads[index].height))
                var groups: [SceneItem] = [.group(GroupItem("head", items: name))]
                groups += drawing.groups.filter { !$0.items.isEmpty }.map {
                    .group(GroupItem($0.name, offset: Point(x: 0, y: headHeights[row]), items: $0.items))
                }
                if !plots[index].showsValues { groups.append(.group(GroupItem("nothing", items: self.items(of: nothing, in: drawing, below: headHeights[row], measurer)))) }
                items.append(.group(GroupItem("panel", offset: Point(x: x, y: y), leaf: .content(picture), items: groups)))
                bottom = max(bottom, top + drawing.height)
                shortfall = shortfall.union(Shortfall(width: heads[index].neededWidth.map { width + $0 - grid.panel }))
                shortfall = shortfall.union(Shortfall(width: drawing.shortfall.width.map { width + ($0 - grid.panel) * Double(grid.columns) }))
            }
            y = top + (grid.rows.count - 1 == row ? 0 : plotHeight + above[row] + style.spaces.panelBelow)
        }
        let headroom = drawings.map(\.neededHeadroom).max() ?? 0
        if headroom > 0 { shortfall = shortfall.union(Shortfall(height: bottom + headroom)) }
        return ArrangedContent(
            height: bottom, items: items,
            structure: [
                StructureElement(.figure, attribute: .area(Rect(x: 0, y: 0, width: width, height: bottom)), children: [.content(picture)])
            ], shortfall: shortfall)
    }

    /// In the middle of the plot of a panel.
    private func items(of words: String, in drawing: PlotDrawing, below head: Double, _ measurer: any TextMeasurer) -> [SceneItem] {
        let frame = drawing.space.frame
        let block = TextBlock(words, style.texts.annotation, width: frame.width, alignment: .centre, measurer: measurer)
        let place = Point(x: frame.minX, y: head + frame.midY - block.height / 2)
        // Grid lines stop at the words.
        let ground = Rect(x: frame.midX - block.width / 2, y: place.y, width: block.width, height: block.height)
        return [.shape(ShapeItem(.rectangle(ground), fill: style.colours.background))] + block.items(at: place)
    }

    private var head: TextStyle {
        var head = style.texts.name
        head.font.weight = .bold
        return head
    }
}

/// Panels in rows of equal length, as far as that goes.
private struct PanelGrid {
    let columns: Int
    /// The width of a panel.
    let panel: Double
    /// The panels of each row.
    let rows: [Range<Int>]

    init(count: Int, width: Double, style: FigureStyle) {
        let aside = style.spaces.panelAside
        let most = max(1, min(count, Int((width + aside) / (leastWidth + aside))))
        let rows = (count + most - 1) / most
        let columns = (count + rows - 1) / rows
        self.columns = columns
        panel = max(1, (width - aside * Double(columns - 1)) / Double(columns))
        self.rows = stride(from: 0, to: count, by: columns).map { $0..<min(count, $0 + columns) }
    }
}

/// Points: the labels of two years still stand apart, and a column of text has room for two panels.
private let leastWidth = 96.0
/// Points: a lower plot shows no shape.
private let leastHeight = 44.0
/// To find how much room words need.
private let mostAttempts = 4
/// Of the width of a panel.
private let highest = 0.75
