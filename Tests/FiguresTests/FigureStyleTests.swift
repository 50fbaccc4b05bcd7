import Figures
import Scenes
import Testing

@Suite struct FigureStyleTests {
    @Test func eachWordHasOneNameAndAnExplanation() {
        var names: Set<String> = []
        for word in FigureStyle.words {
            #expect(names.insert(word.name).inserted, "\(word.name) twice")
            #expect(!word.what.isEmpty)
            #expect(word.name.allSatisfy { $0.isLowercase || $0 == "-" })
        }
    }

    @Test func theFixtureSetsEveryWord() {
        #expect(Set(FixtureStyle.names) == Set(FigureStyle.words.map(\.name)))
    }

    /// A property that no word sets would be a look that no style file can give.
    @Test func everyPropertyHasItsWord() {
        let properties = [
            Mirror(reflecting: FigureStyle.unset.texts), Mirror(reflecting: FigureStyle.unset.colours),
            Mirror(reflecting: FigureStyle.unset.lines), Mirror(reflecting: FigureStyle.unset.spaces),
            Mirror(reflecting: FigureStyle.unset.symbols),
        ].reduce(0) { $0 + $1.children.count }
        #expect(FigureStyle.words.count == properties)
    }

    @Test func textStandsOutFromItsGround() {
        let style = FixtureStyle.style
        for word in FigureStyle.words {
            guard case .text(let path) = word.property else { continue }
            #expect(style[keyPath: path].colour.contrast(with: style.colours.background) >= 4.5, "\(word.name)")
        }
    }

    @Test func marksStandOutFromTheirGround() {
        let colours = FixtureStyle.style.colours
        for mark in [colours.accent, colours.other, colours.previous, colours.second, colours.faint, colours.unknown] {
            #expect(mark.contrast(with: colours.background) >= 3, "\(mark.hex)")
        }
    }
}
