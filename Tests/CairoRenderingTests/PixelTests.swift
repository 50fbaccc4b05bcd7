import CairoRendering
import Scenes
import Testing

@Suite struct PixelTests {
    private let book: FontBook
    private let painter: Painter

    init() throws {
        book = try Samples.book()
        painter = Painter(fonts: book)
    }

    @Test func thePictureIsAsLargeAsAsked() throws {
        let image = try painter.pixels(of: Samples.scene([], size: Size(width: 595.28, height: 841.89)), width: 1240, height: 1754)
        #expect(image.width == 1240 && image.height == 1754)
        #expect(image.bytes.count == 1240 * 1754 * 4)
        #expect(image.bytes.allSatisfy { $0 == 255 })
    }

    @Test func coloursStandWhereTheyAreDrawn() throws {
        let blue = Colour(screen: .init(red: 0, green: 0.2, blue: 1), press: Samples.black.press)
        let box = SceneItem.shape(ShapeItem(.rectangle(Rect(x: 0, y: 0, width: 20, height: 10)), fill: blue))
        let clipped = SceneItem.group(
            GroupItem("clipped", offset: Point(x: 50, y: 30), clip: .rectangle(Rect(x: 0, y: 0, width: 10, height: 10)), items: [box]))
        let image = try painter.pixels(
            of: Samples.scene([clipped], background: Samples.red, size: Size(width: 100, height: 50)), width: 200, height: 100)
        #expect(image.colour(x: 0, y: 0) == [255, 0, 0])
        #expect(image.colour(x: 199, y: 99) == [255, 0, 0])
        #expect(image.colour(x: 100, y: 60) == [0, 51, 255])
        #expect(image.colour(x: 119, y: 79) == [0, 51, 255])
        // Outside the clip, and outside the box.
        #expect(image.colour(x: 120, y: 79) == [255, 0, 0])
        #expect(image.colour(x: 119, y: 80) == [255, 0, 0])
        #expect(image.colour(x: 99, y: 60) == [255, 0, 0])
    }

    @Test func flatColoursAreThoseOfTheScene() throws {
        let boxes = (0...255).map { value in
            let part = Double(value) / 255
            return SceneItem.shape(
                ShapeItem(
                    .rectangle(Rect(x: Double(value), y: 0, width: 1, height: 1)),
                    fill: Colour(screen: .init(red: part, green: 1 - part, blue: part), press: Samples.black.press)))
        }
        let scene = Samples.scene([.group(GroupItem("row", items: boxes))], size: Size(width: 256, height: 2))
        let image = try painter.pixels(of: scene, width: 256, height: 2)
        let painted = (0...255).map { x in image.colour(x: x, y: 0).reduce(0) { $0 << 8 | UInt32($1) } }
        #expect(Set(painted + [0xFF_FFFF]) == Set(scene.colours.map(\.rgb)))
    }

    @Test func strokesAreDashed() throws {
        let line = SceneItem.shape(
            ShapeItem(.line(from: Point(x: 0, y: 5), to: Point(x: 100, y: 5)), stroke: Stroke(Samples.black, width: 4, dash: [10, 10])))
        let next = SceneItem.shape(
            ShapeItem(.line(from: Point(x: 0, y: 15), to: Point(x: 100, y: 15)), stroke: Stroke(Samples.black, width: 4)))
        let image = try painter.pixels(of: Samples.scene([line, next], size: Size(width: 100, height: 20)), width: 100, height: 20)
        #expect([5, 15, 25, 35].map { image.colour(x: $0, y: 5)[0] } == [0, 255, 0, 255])
        // The dash does not last beyond its line.
        #expect([5, 15, 25, 35].map { image.colour(x: $0, y: 15)[0] } == [0, 0, 0, 0])
    }

    @Test func textStandsOnItsBaseline() throws {
        let font = Samples.font(100, weight: .bold)
        let item = Samples.text("H", at: Point(x: 20, y: 120), font: font, in: book)
        let image = try painter.pixels(of: Samples.scene([item], size: Size(width: 150, height: 150)), width: 150, height: 150)
        let inked = (0..<150).filter { y in (0..<150).contains { x in image.colour(x: x, y: y) == [0, 0, 0] } }
        #expect(inked.last == 119)
        #expect(abs(Double(inked.count) - book.metrics(of: font).capHeight) <= 1)
    }

    @Test func lettersStandBetweenPixels() throws {
        func ink(at x: Double) throws -> [UInt8] {
            let item = Samples.text("l", at: Point(x: x, y: 15), in: book)
            return try painter.pixels(of: Samples.scene([item], size: Size(width: 20, height: 20)), width: 20, height: 20).bytes
        }
        #expect(try ink(at: 5) != ink(at: 5.3))
    }

    @Test func picturesThatCannotBeAreRefused() {
        #expect(throws: PaintingProblem.self) { try painter.pixels(of: Samples.scene([]), width: 100_000, height: 10) }
        #expect(throws: PaintingProblem.self) { try painter.pixels(of: Samples.scene([]), width: -1, height: 10) }
    }
}

extension PixelImage {
    fileprivate func colour(x: Int, y: Int) -> [UInt8] {
        let start = (y * width + x) * 4
        return [bytes[start + 2], bytes[start + 1], bytes[start]]
    }
}
