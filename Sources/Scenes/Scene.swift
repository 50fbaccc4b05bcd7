/// A page or a figure, arranged: all that will be painted, in points, in the order of painting and of reading.
package struct Scene: Hashable, Sendable {
    package var name: String
    package var size: Size
    package var background: Colour
    package var items: [SceneItem]

    package init(name: String, size: Size, background: Colour, items: [SceneItem]) {
        self.name = name
        self.size = size
        self.background = background
        self.items = items
    }
}

extension Scene {
    /// Those that something is painted in.
    package var colours: Set<Colour> {
        var colours: Set = [background]
        func add(_ items: [SceneItem]) {
            for item in items {
                switch item {
                case .shape(let shape): colours.formUnion([shape.fill, shape.stroke?.colour].compactMap { $0 })
                case .text(let text): colours.insert(text.colour)
                case .group(let group): add(group.items)
                case .link: continue
                }
            }
        }
        add(items)
        return colours
    }
}

/// What a scene is made of: a closed set, which every output switches over.
package enum SceneItem: Hashable, Sendable {
    case shape(ShapeItem)
    case text(TextItem)
    case group(GroupItem)
    case link(LinkItem)
}

/// A path, filled, stroked, or both.
package struct ShapeItem: Hashable, Sendable {
    package var path: Path
    package var fill: Colour?
    package var stroke: Stroke?

    package init(_ path: Path, fill: Colour? = nil, stroke: Stroke? = nil) {
        self.path = path
        self.fill = fill
        self.stroke = stroke
    }
}

/// Text on one line in one font.
package struct TextItem: Hashable, Sendable {
    package var text: String
    package var font: Font
    package var colour: Colour
    /// Where the pen begins, on the baseline: the left end, also of right-to-left text.
    package var origin: Point
    /// How far the pen moved when the text was measured, without `wordSpacing`.
    package var advance: Double
    /// Points added to each space, U+0020; negative where a line is tightened.
    package var wordSpacing: Double
    /// How the text goes on in the next line; nil where it does not.
    package var continuation: Continuation?
    /// What it is a part of; nil for what only the eye needs.
    package var content: ContentID?

    package enum Continuation: Hashable, Sendable {
        /// With another word.
        case word
        /// With the rest of the word: the text is the hyphen alone, which is not of the word.
        case restOfWord
    }

    package init(
        _ text: String, font: Font, colour: Colour, origin: Point, advance: Double, wordSpacing: Double = 0,
        continuation: Continuation? = nil, content: ContentID? = nil
    ) {
        self.text = text
        self.font = font
        self.colour = colour
        self.origin = origin
        self.advance = advance
        self.wordSpacing = wordSpacing
        self.continuation = continuation
        self.content = content
    }

    /// How far the pen moves in all.
    package var width: Double { advance + wordSpacing * Double(text.utf8.count { $0 == UInt8(ascii: " ") }) }
}

/// Items that belong together: moved, clipped and named as one.
package struct GroupItem: Hashable, Sendable {
    package var name: String
    package var offset: Point
    package var clip: Path?
    /// What all of it is as one; nil where each item is something by itself.
    package var leaf: Leaf?
    package var items: [SceneItem]

    package init(_ name: String, offset: Point = .zero, clip: Path? = nil, leaf: Leaf? = nil, items: [SceneItem]) {
        self.name = name
        self.offset = offset
        self.clip = clip
        self.leaf = leaf
        self.items = items
    }
}

/// An area that leads elsewhere when it is clicked.
package struct LinkItem: Hashable, Sendable {
    package enum Target: Hashable, Sendable {
        case address(String)
        /// A place in the same document: a page from 1, and points from its top left.
        case place(page: Int, Point)
    }

    package var area: Rect
    package var target: Target
    /// Where it leads, in words.
    package var description: String
    /// The content that it lies over.
    package var content: ContentID?

    package init(area: Rect, target: Target, description: String = "", content: ContentID? = nil) {
        self.area = area
        self.target = target
        self.description = description
        self.content = content
    }
}
