import CairoRendering
import Scenes
import Testing

/// What the tests of this target print with.
enum Samples {
    static let latin = "Noto Sans"
    static let arabic = "Noto Sans Arabic"
    static let black = Colour(
        screen: .init(red: 0, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 1))
    static let white = Colour(
        screen: .init(red: 1, green: 1, blue: 1), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 0))
    static let red = Colour(
        screen: .init(red: 1, green: 0, blue: 0), press: .init(cyan: 0, magenta: 1, yellow: 1, black: 0))
    static let page = Size(width: 300, height: 200)

    static func book() throws -> FontBook {
        try FontBook(families: [latin, arabic, "Lato"])
    }

    static func font(_ size: Double = 10, weight: Font.Weight = .regular, italic: Bool = false) -> Font {
        Font(families: [latin, arabic], size: size, weight: weight, italic: italic)
    }

    static func text(
        _ text: String, at origin: Point, font: Font = font(), wordSpacing: Double = 0, in book: FontBook
    ) -> SceneItem {
        .text(
            TextItem(
                text, font: font, colour: black, origin: origin, advance: book.advance(of: text, in: font),
                wordSpacing: wordSpacing))
    }

    static func scene(_ items: [SceneItem], background: Colour = white, size: Size = page) -> Scene {
        Scene(name: "page", size: size, background: background, items: items)
    }
}
