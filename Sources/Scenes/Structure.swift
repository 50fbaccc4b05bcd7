/// A piece of what a document says: a stretch of text, a chart. It is painted once or in parts, on one page or on several.
package struct ContentID: Hashable, Sendable {
    package var number: Int

    package init(_ number: Int) {
        self.number = number
    }
}

/// Hands out the numbers of contents, one after the other.
package struct ContentNumbers: Sendable {
    /// How many there are.
    package private(set) var count = 0

    package init() {}

    package mutating func next() -> ContentID {
        defer { count += 1 }
        return ContentID(count)
    }

    /// Takes the numbers of a part that was arranged by itself; returns by how much they are to be raised.
    package mutating func take(_ count: Int) -> Int {
        defer { self.count += count }
        return self.count
    }
}

/// What a painted thing is to a reader who does not see the page.
package enum Leaf: Hashable, Sendable {
    case content(ContentID)
    /// The hyphen of a content at the end of a line, which is not of the word that it breaks.
    case hyphen(ContentID)
    /// What runs at the head or the foot of the pages.
    case header, footer
    /// What only the eye needs: rules, backgrounds.
    case artifact
}

/// A part of a document as its author means it, in the order in which it is to be read (ISO 32000-1, 14.8.4).
package struct StructureElement: Hashable, Sendable {
    package enum Role: String, Sendable {
        case document = "Document"
        case section = "Sect"
        case division = "Div"
        case heading1 = "H1"
        case heading2 = "H2"
        case heading3 = "H3"
        case paragraph = "P"
        case quotation = "BlockQuote"
        case list = "L"
        case listItem = "LI"
        case label = "Lbl"
        case listBody = "LBody"
        case table = "Table"
        case tableHead = "THead"
        case tableBody = "TBody"
        case tableRow = "TR"
        case headCell = "TH"
        case cell = "TD"
        case figure = "Figure"
        case caption = "Caption"
        case note = "Note"
        case reference = "Reference"
        case link = "Link"
        case span = "Span"
        case code = "Code"
    }

    package enum Child: Hashable, Sendable {
        case element(StructureElement)
        case content(ContentID)
    }

    package enum Attribute: Hashable, Sendable {
        /// What a head cell is the head of.
        case columnHead, rowHead
        /// How the items of a list are marked.
        case numbered, bulleted
        /// Points above the line of the text around.
        case shifted(Double)
        /// The area of a figure, from the origin of the group that is its content.
        case area(Rect)
    }

    package var role: Role
    /// By which others refer to it; unique in the document.
    package var name: String?
    /// What is read out in the place of a picture.
    package var alternativeText: String?
    /// BCP 47, where it is not that of the document.
    package var language: String?
    package var attribute: Attribute?
    package var children: [Child]

    package init(
        _ role: Role, name: String? = nil, alternativeText: String? = nil, language: String? = nil,
        attribute: Attribute? = nil, children: [Child] = []
    ) {
        self.role = role
        self.name = name
        self.alternativeText = alternativeText
        self.language = language
        self.attribute = attribute
        self.children = children
    }

    package init(_ role: Role, _ content: ContentID) {
        self.init(role, children: [.content(content)])
    }

    package init(_ role: Role, _ elements: [StructureElement]) {
        self.init(role, children: elements.map(Child.element))
    }
}

/// Follows the leaves of a page while it is painted, item by item: what is painted after each other and is of one content
/// is one leaf. Whoever paints a page and whoever describes it agree by going the same way.
package struct LeafFollower {
    package enum Step: Hashable, Sendable {
        case begin(Leaf)
        case end
    }

    private var current: Leaf?
    /// How many groups around are one leaf each: the outermost counts.
    private var depth = 0

    package init() {}

    /// The steps before an item is painted.
    package mutating func enter(_ item: SceneItem) -> [Step] {
        guard case .group(let group) = item else { return depth == 0 ? item.leaf.map { move(to: $0) } ?? [] : [] }
        // What is clipped is a leaf of its own, since a clip may part what is drawn.
        var steps = depth == 0 && group.clip != nil ? end() : []
        if let leaf = group.leaf {
            if depth == 0 { steps += move(to: leaf) }
            depth += 1
        }
        return steps
    }

    /// The steps after a group is painted.
    package mutating func leave(_ group: GroupItem) -> [Step] {
        if group.leaf != nil { depth -= 1 }
        return depth == 0 && group.clip != nil ? end() : []
    }

    package mutating func end() -> [Step] {
        guard current != nil else { return [] }
        current = nil
        return [.end]
    }

    private mutating func move(to leaf: Leaf) -> [Step] {
        if current == leaf { return [] }
        defer { current = leaf }
        return current == nil ? [.begin(leaf)] : [.end, .begin(leaf)]
    }
}

extension SceneItem {
    fileprivate var leaf: Leaf? {
        switch self {
        case .shape: .artifact
        case .text(let text): text.content.map(text.continuation == .restOfWord ? Leaf.hyphen : Leaf.content) ?? .artifact
        case .group(let group): group.leaf
        case .link: nil
        }
    }
}

extension Scene {
    /// A leaf as it is painted, and the origin of the group that holds it.
    package struct PaintedLeaf: Hashable, Sendable {
        package var leaf: Leaf
        package var origin: Point

        package init(leaf: Leaf, origin: Point) {
            self.leaf = leaf
            self.origin = origin
        }
    }

    /// The leaves in the order in which they are painted.
    package var leaves: [PaintedLeaf] {
        var leaves: [PaintedLeaf] = []
        var follower = LeafFollower()
        func note(_ steps: [LeafFollower.Step], at origin: Point) {
            for case .begin(let leaf) in steps { leaves.append(PaintedLeaf(leaf: leaf, origin: origin)) }
        }
        func follow(_ items: [SceneItem], at origin: Point) {
            for item in items {
                var inner = origin
                if case .group(let group) = item { inner = origin + group.offset }
                note(follower.enter(item), at: inner)
                guard case .group(let group) = item else { continue }
                follow(group.items, at: inner)
                note(follower.leave(group), at: inner)
            }
        }
        follow(items, at: .zero)
        return leaves
    }

    /// The links, where they stand on the page.
    package var links: [LinkItem] {
        func links(in items: [SceneItem], at origin: Point) -> [LinkItem] {
            items.flatMap { item -> [LinkItem] in
                switch item {
                case .shape, .text: return []
                case .group(let group): return links(in: group.items, at: origin + group.offset)
                case .link(var link):
                    link.area = link.area.moved(by: origin)
                    return [link]
                }
            }
        }
        return links(in: items, at: .zero)
    }
}

extension [SceneItem] {
    /// The items with the numbers of their contents raised by `offset`, so that parts arranged by themselves go together.
    package func contentsRaised(by offset: Int) -> [SceneItem] {
        func raised(_ content: ContentID) -> ContentID { ContentID(content.number + offset) }
        return map { item in
            switch item {
            case .shape: return item
            case .text(var text):
                text.content = text.content.map(raised)
                return .text(text)
            case .group(var group):
                if case .content(let content) = group.leaf { group.leaf = .content(raised(content)) }
                group.items = group.items.contentsRaised(by: offset)
                return .group(group)
            case .link(var link):
                link.content = link.content.map(raised)
                return .link(link)
            }
        }
    }
}

extension StructureElement {
    /// All its contents, in the order in which they are read.
    package var contents: [ContentID] {
        children.flatMap { child in
            switch child {
            case .element(let element): element.contents
            case .content(let content): [content]
            }
        }
    }

    /// How many contents it has.
    package var contentCount: Int { contents.count }

    /// The element with the numbers of its contents raised by `offset`.
    package func contentsRaised(by offset: Int) -> StructureElement {
        var element = self
        element.children = children.map { child in
            switch child {
            case .element(let inner): .element(inner.contentsRaised(by: offset))
            case .content(let content): .content(ContentID(content.number + offset))
            }
        }
        return element
    }
}
