import Scenes
import TestSupport
import Testing

@Suite struct SceneTests {
    private let black = Colour(
        screen: .init(red: 0, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 1))
    private let white = Colour(
        screen: .init(red: 1, green: 1, blue: 1), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 0))

    @Test func dumpsItemsInOrder() {
        let font = Font(families: ["A"], size: 10)
        let text = TextItem("Hi you", font: font, colour: black, origin: Point(x: 1, y: 2.005), advance: 30, wordSpacing: 1.5)
        let scene = Scene(
            name: "page", size: Size(width: 100, height: 50), background: white,
            items: [
                .group(GroupItem("head", offset: Point(x: 5, y: 5), items: [.text(text)])),
                .shape(ShapeItem(.rectangle(Rect(x: 0, y: 0, width: 3, height: 4)), fill: black)),
            ])
        #expect(
            scene.dump == """
                scene page 100 × 50 on #ffffff
                  head at 5,5
                    text "Hi you" at 1,2.01 wide 30 spaced 1.5 10 regular #000000
                  shape box 0,0 3×4 fill #000000

                """)
        #expect(text.width == 31.5)
    }

    @Test func coloursAreAllThatSomethingIsPaintedIn() {
        func grey(_ part: Double) -> Colour { Colour(screen: .init(red: part, green: part, blue: part), press: black.press) }
        let text = TextItem("A", font: Font(families: ["A"], size: 10), colour: grey(0.2), origin: .zero, advance: 7)
        let box = ShapeItem(.rectangle(Rect(x: 0, y: 0, width: 3, height: 4)), fill: grey(0.4), stroke: Stroke(grey(0.6), width: 1))
        let scene = Scene(
            name: "page", size: Size(width: 100, height: 50), background: white,
            items: [.group(GroupItem("outer", items: [.group(GroupItem("inner", items: [.text(text)])), .shape(box)]))])
        #expect(scene.colours == [white, grey(0.2), grey(0.4), grey(0.6)])
        #expect(scene.colours.map(\.hex).sorted() == ["#333333", "#666666", "#999999", "#ffffff"])
        #expect(Colour(screen: .init(red: 0, green: 0.2, blue: 1), press: black.press).rgb == 0x0033FF)
    }

    @Test func contrastIsThatOfWCAG() {
        #expect(abs(black.contrast(with: white) - 21) < 1e-9)
        let grey = Colour(
            screen: .init(red: 0x76 / 255.0, green: 0x76 / 255.0, blue: 0x76 / 255.0), press: black.press)
        #expect(abs(grey.contrast(with: white) - 4.54) < 0.01)
    }
}
