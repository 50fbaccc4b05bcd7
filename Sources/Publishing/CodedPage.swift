package import Scenes

/// A page as it goes through a program that knows neither meanings nor inks: the colour of each thing is a code, and tells what
/// is painted and in which colour. No painter can drop it without dropping the thing.
package struct CodedPage: Sendable {
    /// To be painted. Links are left out: they paint nothing.
    package let scene: Scene
    let legend: Legend
}

extension CodedPage {
    package init(_ page: Scene) {
        var coder = Coder(legend: Legend(leaves: page.leaves))
        var scene = page
        scene.items = coder.coded(page.items)
        self.init(scene: scene, legend: coder.legend)
    }
}

/// What the codes of a page stand for.
package struct Legend: Sendable {
    /// A colour of a leaf.
    struct Entry: Hashable, Sendable {
        /// The number of the leaf.
        var leaf: Int
        var colour: Colour
        /// Whether it is the code of a ground, which is not painted itself.
        var isGround = false
    }

    /// How many things of a page can be told apart.
    static let mostCodes = 1_000_000

    let leaves: [Scene.PaintedLeaf]
    private(set) var entries: [Entry] = []

    init(leaves: [Scene.PaintedLeaf]) {
        self.leaves = leaves
    }

    /// A code that was not given before. It is never a grey, which a program may write in another way, and may be rounded to
    /// three decimals.
    mutating func add(_ entry: Entry) -> Colour.Screen {
        let number = entries.count
        entries.append(entry)
        return Colour.Screen(red: Double(number % 1000) / 1000, green: Double(number / 1000 % 1000) / 1000, blue: 1)
    }

    /// The code of a ground for what sets no colour of its own, an image or a gradient: it lies right beneath in the same
    /// place, and so is dropped with it alone.
    mutating func addGround(ofLeaf leaf: Int, _ colour: Colour) -> Colour.Screen { add(Entry(leaf: leaf, colour: colour, isGround: true)) }

    /// What a code stands for; nil for a colour that is none.
    func entry(red: Double, green: Double, blue: Double) -> Entry? {
        guard blue == 1, (0..<1).contains(red), (0..<1).contains(green) else { return nil }
        let number = Int((red * 1000).rounded()) + Int((green * 1000).rounded()) * 1000
        return entries.indices.contains(number) ? entries[number] : nil
    }
}

/// Gives each colour of each leaf a code, in the order of painting.
private struct Coder {
    var legend: Legend
    private var follower = LeafFollower()
    private var leaf = -1
    /// Those of the leaf that is being painted.
    private var codes: [Colour: Colour] = [:]

    init(legend: Legend) {
        self.legend = legend
    }

    mutating func coded(_ items: [SceneItem]) -> [SceneItem] {
        var result: [SceneItem] = []
        result.reserveCapacity(items.count)
        for item in items {
            follow(follower.enter(item))
            switch item {
            case .shape(var shape):
                if let fill = shape.fill { shape.fill = code(of: fill) }
                if let stroke = shape.stroke { shape.stroke?.colour = code(of: stroke.colour) }
                result.append(.shape(shape))
            case .text(var text):
                text.colour = code(of: text.colour)
                result.append(.text(text))
            case .group(var group):
                group.items = coded(group.items)
                follow(follower.leave(group))
                result.append(.group(group))
            case .link: continue
            }
        }
        return result
    }

    private mutating func follow(_ steps: [LeafFollower.Step]) {
        for case .begin in steps {
            leaf += 1
            codes.removeAll(keepingCapacity: true)
        }
    }

    private mutating func code(of colour: Colour) -> Colour {
        if let code = codes[colour] { return code }
        let code = Colour(screen: legend.add(Legend.Entry(leaf: leaf, colour: colour)), press: colour.press)
        codes[colour] = code
        return code
    }
}
