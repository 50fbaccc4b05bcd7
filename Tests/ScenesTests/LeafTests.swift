import Scenes
import Testing

/// What painters mark and describers name: the leaves of a scene.
@Suite struct LeafTests {
    private let black = Colour(screen: .init(red: 0, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 1))

    private func text(_ content: Int?, _ continuation: TextItem.Continuation? = nil) -> SceneItem {
        .text(
            TextItem(
                "a", font: Font(families: ["A"], size: 10), colour: black, origin: .zero, advance: 5, continuation: continuation,
                content: content.map(ContentID.init)))
    }

    private var shape: SceneItem { .shape(ShapeItem(.rectangle(Rect(x: 0, y: 0, width: 1, height: 1)), fill: black)) }

    private func group(_ items: [SceneItem], at offset: Point = .zero, clip: Path? = nil, leaf: Leaf? = nil) -> SceneItem {
        .group(GroupItem("group", offset: offset, clip: clip, leaf: leaf, items: items))
    }

    private func link(_ content: Int?) -> SceneItem {
        .link(LinkItem(area: Rect(x: 1, y: 1, width: 1, height: 1), target: .address("a"), content: content.map(ContentID.init)))
    }

    private func scene(_ items: [SceneItem]) -> Scene {
        Scene(name: "page", size: Size(width: 10, height: 10), background: black, items: items)
    }

    private func leaves(_ items: [SceneItem]) -> [Leaf] { scene(items).leaves.map(\.leaf) }

    private func content(_ number: Int) -> Leaf { .content(ContentID(number)) }

    @Test func aSceneOfNothingHasNone() {
        #expect(leaves([]).isEmpty)
        #expect(leaves([group([]), link(0)]).isEmpty)
    }

    @Test func whatFollowsEachOtherIsOne() {
        #expect(leaves([text(0), text(0), text(1), text(0)]) == [content(0), content(1), content(0)])
        #expect(leaves([group([text(0)]), group([text(0)])]) == [content(0)])
        #expect(leaves([shape, text(nil), shape]) == [.artifact])
    }

    @Test func aLinkPartsNothing() {
        #expect(leaves([text(0), link(0), text(0)]) == [content(0)])
    }

    @Test func theHyphenOfAWordIsOneByItself() {
        #expect(leaves([text(0), text(0, .restOfWord), text(0)]) == [content(0), .hyphen(ContentID(0)), content(0)])
        #expect(leaves([text(0, .word), text(0)]) == [content(0)])
    }

    @Test func theOutermostGroupWithALeafCounts() {
        let inner = group([text(3), shape], leaf: .artifact)
        #expect(leaves([group([text(2), inner, group([text(4)], clip: .rectangle(Rect(x: 0, y: 0, width: 1, height: 1)))], leaf: content(7)), text(7)]) == [content(7)])
        #expect(leaves([group([shape], leaf: .header), group([shape], leaf: .footer)]) == [.header, .footer])
    }

    /// A clip saves and restores what is drawn with, which a mark must not cross.
    @Test func aClipPartsWhatIsAroundIt() {
        let clip = Path.rectangle(Rect(x: 0, y: 0, width: 1, height: 1))
        #expect(leaves([text(0), group([text(0)], clip: clip), text(0)]) == [content(0), content(0), content(0)])
        #expect(leaves([group([text(0)], clip: clip, leaf: content(1)), text(1)]) == [content(1), content(1)])
    }

    @Test func beginsAndEndsArePairs() {
        var follower = LeafFollower()
        var steps: [LeafFollower.Step] = []
        func follow(_ items: [SceneItem]) {
            for item in items {
                steps += follower.enter(item)
                guard case .group(let group) = item else { continue }
                follow(group.items)
                steps += follower.leave(group)
            }
        }
        follow([text(0), group([text(1), shape], leaf: content(2)), group([text(0)], clip: .rectangle(Rect(x: 0, y: 0, width: 1, height: 1))), shape])
        steps += follower.end()
        #expect(steps == [.begin(content(0)), .end, .begin(content(2)), .end, .begin(content(0)), .end, .begin(.artifact), .end])
        #expect(follower.end().isEmpty)
    }

    @Test func leavesKnowWhereTheirGroupStands() {
        let painted = scene([group([group([text(0)], at: Point(x: 1, y: 2)), group([shape], at: Point(x: 5, y: 5), leaf: content(1))], at: Point(x: 10, y: 20))]).leaves
        #expect(painted.map(\.leaf) == [content(0), content(1)])
        #expect(painted.map(\.origin) == [Point(x: 11, y: 22), Point(x: 15, y: 25)])
    }

    @Test func linksStandWhereTheirGroupsPutThem() {
        let links = scene([group([group([link(4)], at: Point(x: 1, y: 2))], at: Point(x: 10, y: 20))]).links
        #expect(links.map(\.area) == [Rect(x: 12, y: 23, width: 1, height: 1)])
        #expect(links.map(\.content) == [ContentID(4)])
    }

    // MARK: Numbers

    @Test func numbersFollowEachOther() {
        var numbers = ContentNumbers()
        #expect([numbers.next(), numbers.next()] == [ContentID(0), ContentID(1)])
        #expect(numbers.take(5) == 2)
        #expect(numbers.next() == ContentID(7))
        #expect(numbers.take(0) == 8)
        #expect(numbers.count == 8)
    }

    @Test func raisingRaisesEachNumberAndNothingElse() {
        let items = [text(0), text(nil), shape, link(1), link(nil), group([text(2), group([shape], leaf: .artifact)], leaf: content(3))]
        #expect(items.contentsRaised(by: 10) == [text(10), text(nil), shape, link(11), link(nil), group([text(12), group([shape], leaf: .artifact)], leaf: content(13))])
        #expect(items.contentsRaised(by: 0) == items)
    }

    @Test func elementsAreRaisedWithTheirItems() {
        func element(_ first: Int) -> StructureElement {
            StructureElement(
                .paragraph, name: "a", language: "fr",
                children: [.content(ContentID(first)), .element(StructureElement(.span, ContentID(first + 1))), .content(ContentID(first + 2))])
        }
        #expect(element(0).contentsRaised(by: 4) == element(4))
        #expect(element(0).contentCount == 3)
        #expect(StructureElement(.document).contentCount == 0)
    }
}
