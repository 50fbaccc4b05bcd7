/// A scene without its groups: every text, shape and link where it stands, in the order of painting.
package struct SceneWalk: Sendable {
    package struct Text: Sendable {
        package var item: TextItem
        /// The names of the groups around it, the outermost first.
        package var groups: [String]
        /// How many items are painted before it.
        package var order: Int
        package var origin: Point
        /// What its letters cover: from the height of capitals to the baseline, further where a letter descends; without
        /// the spaces at its ends.
        package var ink: Rect
        /// From the baseline to the height of small letters: what a line must not cross.
        package var core: Rect
    }

    package struct Shape: Sendable {
        package var item: ShapeItem
        package var groups: [String]
        package var order: Int
        package var offset: Point
        /// Of all points and of half the stroke around them, cut by the groups that clip.
        package var bounds: Rect
    }

    package struct Link: Sendable {
        package var area: Rect
        package var target: LinkItem.Target
    }

    package private(set) var texts: [Text] = []
    package private(set) var shapes: [Shape] = []
    package private(set) var links: [Link] = []
    package let scene: Scene

    package init(_ scene: Scene, measurer: any TextMeasurer) {
        self.scene = scene
        var order = 0
        var measures = FontMeasures(measurer: measurer)
        add(scene.items, .zero, [], nil, &order, &measures)
    }

    private mutating func add(
        _ items: [SceneItem], _ offset: Point, _ groups: [String], _ clip: Rect?, _ order: inout Int, _ measures: inout FontMeasures
    ) {
        for item in items {
            switch item {
            case .group(let group):
                let place = offset + group.offset
                let inner = group.clip?.bounds?.moved(by: place)
                let both = clip.flatMap { outer in inner.map { outer.intersection($0) ?? outer } } ?? inner ?? clip
                add(group.items, place, groups + [group.name], both, &order, &measures)
                continue
            case .text(let text):
                texts.append(Self.text(text, offset, groups, order, &measures))
            case .shape(let shape):
                guard let path = shape.path.bounds?.moved(by: offset) else { break }
                let drawn = path.inset(by: -(shape.stroke?.width ?? 0) / 2)
                let bounds = clip.map { drawn.intersection($0) ?? $0 } ?? drawn
                shapes.append(Shape(item: shape, groups: groups, order: order, offset: offset, bounds: bounds))
            case .link(let link):
                links.append(Link(area: link.area.moved(by: offset), target: link.target))
            }
            order += 1
        }
    }

    private static func text(
        _ item: TextItem, _ offset: Point, _ groups: [String], _ order: Int, _ measures: inout FontMeasures
    ) -> Text {
        let origin = item.origin + offset
        let metrics = measures.metrics(of: item.font)
        let leading = item.text.prefix { $0 == " " }.count
        let trailing = item.text.reversed().prefix { $0 == " " }.count
        let space = leading + trailing == 0 ? 0 : measures.measurer.advance(of: " ", in: item.font) + item.wordSpacing
        let (left, right) = (origin.x + Double(leading) * space, origin.x + item.width - Double(trailing) * space)
        let bottom = origin.y + (item.text.descends ? descenderShare * item.font.size : 0)
        return Text(
            item: item, groups: groups, order: order, origin: origin,
            ink: Rect(minX: left, minY: origin.y - metrics.capHeight, maxX: max(left, right), maxY: bottom),
            core: Rect(minX: left, minY: origin.y - metrics.xHeight, maxX: max(left, right), maxY: origin.y))
    }

    /// Texts that follow each other are mostly of one font, which is then asked about once.
    private struct FontMeasures {
        let measurer: any TextMeasurer
        private var last: (font: Font, metrics: FontMetrics)?

        init(measurer: any TextMeasurer) {
            self.measurer = measurer
        }

        mutating func metrics(of font: Font) -> FontMetrics {
            if let last, last.font == font { return last.metrics }
            let metrics = measurer.metrics(of: font)
            last = (font, metrics)
            return metrics
        }
    }

    /// How far the letters of usual text faces descend, of the font's size.
    private static let descenderShare = 0.2
}

extension String {
    /// Whether a character of it goes below the baseline, as far as is known of it.
    fileprivate var descends: Bool {
        utf8.contains { descenders.contains($0) }
            || utf8.contains { $0 >= 0x80 } && unicodeScalars.contains { !$0.isASCII && ($0.properties.isAlphabetic || $0 == "§") }
    }
}

private let descenders = Set("gjpqyQ,;()[]{}|/@".utf8)
