import Diagnostics
import Figures
import Rules
import Scenes
import TestSupport
import Testing

@testable import Reports

@Suite struct StyleReaderTests {
    /// A style over the house style, or by itself.
    private func read(_ text: String, over bases: [String]? = nil) throws -> Reading<Style?> {
        let sheets = try [text] + (bases ?? [try Repository.house()])
        let files = sheets.enumerated().map { SourceFile(path: $0 == 0 ? "styles/own.yaml" : "styles/base-\($0).yaml", text: $1) }
        return Reading { problems in
            do throws(Failure) {
                return try readStyle(named: "own", sheets: files, language: "en-GB")
            } catch {
                problems.add(contentsOf: error.diagnostics)
                return nil
            }
        }
    }

    @Test func takesFromItsBaseWhatItDoesNotSay() throws {
        let house = try #require(try read(try Repository.house(), over: []).value)
        let own = try #require(try read("base: house\npage:\n  gutter: 24\n").value)
        var page = house.page
        page.gutter = 24
        #expect(own.page == page && own.figures == house.figures && own.images == house.images && own.paper == house.paper)
        #expect(own.name == "own" && own.families.map(\.value) == house.families.map(\.value))
    }

    @Test func aTextIsMergedWordByWord() throws {
        let house = try #require(try read("base: house\n").value)
        let own = try #require(try read("base: house\npage:\n  body: {size: 10}\n  headline: {weight: light, italic: yes, tracking: 0.1}\n").value)
        #expect(own.page.body.font.size == 10)
        #expect(own.page.body.leading == house.page.body.leading && own.page.body.colour == house.page.body.colour)
        #expect(own.page.headline.font.weight == .light && own.page.headline.font.italic)
        #expect(own.page.headline.font.size == house.page.headline.font.size)
        // Of the size.
        #expect(abs(own.page.headline.font.tracking - 0.1 * house.page.headline.font.size) < 1e-9)
    }

    @Test func aColourAndAFontAreReplacedEverywhere() throws {
        let house = try #require(try read("base: house\n").value)
        let own = try #require(
            try read("base: house\nfonts:\n  text: {family: Noto Serif, fallback: {Arab: Noto Naskh Arabic}}\ncolours:\n  accent: {screen: \"#000001\", press: [0, 0, 0, 100]}\n").value)
        #expect(own.page.body.font.families == ["Noto Serif", "Noto Naskh Arabic"])
        #expect(own.figures.texts.title.font.families == ["Noto Serif", "Noto Naskh Arabic"])
        #expect(own.families.map(\.value) == ["Noto Serif", "Noto Naskh Arabic", "Noto Sans Mono"])
        #expect(own.figures.colours.accent.hex == "#000001" && own.page.linkColour.hex == "#000001")
        #expect(own.figures.colours.accent.press == Colour.Press(cyan: 0, magenta: 0, yellow: 0, black: 1))
        #expect(own.figures.colours.grid == house.figures.colours.grid)
    }

    @Test func theNearestLayerWins() throws {
        let middle = "base: house\npaper: Letter\npage:\n  gutter: 30\n  rule: 2\n"
        let own = try #require(try read("base: middle\npage:\n  gutter: 40\n", over: [middle, try Repository.house()]).value)
        #expect(own.page.gutter == 40 && own.page.rule == 2 && own.paper == .letter)
    }

    @Test func namesTheBase() {
        func base(_ text: String) -> String? { baseOfStyle(in: SourceFile(path: "a.yaml", text: text))?.value }
        #expect(base("base: house\n") == "house")
        #expect(base("paper: A4\n") == nil)
        #expect(base("base: [a]\n") == nil)
        #expect(base("") == nil)
        #expect(base("base: [") == nil)
    }

    @Test func readsColours() throws {
        let own = try #require(try read("base: house\ncolours:\n  ink: {screen: \"#FF8000\", press: [0, 50.5, 100, 0]}\n").value)
        let ink = own.page.body.colour
        #expect(ink.screen.red == 1 && abs(ink.screen.green - 128.0 / 255) < 1e-9 && ink.screen.blue == 0)
        #expect(ink.press == Colour.Press(cyan: 0, magenta: 0.505, yellow: 1, black: 0))
    }

    @Test func everyFontOfAStyleIsChecked() throws {
        let own = try #require(try read("base: house\n").value)
        #expect(own.fonts.contains { $0.italic && $0.weight == .bold && $0.size == own.page.body.font.size })
        for text in [own.page.headline, own.page.noteMark, own.figures.texts.keyNumber, own.figures.texts.letter] { #expect(own.fonts.contains(text.font)) }
    }

    @Test(arguments: [
        ("page:\n  guter: 12\n", "2:3: `page` of a style has no word \"guter\" (did you mean \"gutter\"?)"),
        ("pages:\n  gutter: 12\n", "1:1: a style has no word \"pages\" (did you mean \"page\"?)"),
        ("page: 12\n", "1:7: `page` of a style is not a mapping"),
        ("page:\n  gutter: wide\n", "2:11: \"gutter\" is not a number (write digits, with a dot for decimals)"),
        ("page:\n  gutter: -1\n", "2:11: \"gutter\" cannot be -1 (from 0 to 1000)"),
        ("page:\n  gutter: 1e9\n", "2:11: \"gutter\" cannot be 1e9 (from 0 to 1000)"),
        ("page:\n  heading-space: 1\n", "2:18: \"heading-space\" is not a list of numbers"),
        ("page:\n  heading-space: [1, x]\n", "2:22: \"heading-space\" is not a number (write digits, with a dot for decimals)"),
        ("page:\n  link: acent\n", "2:9: the style has no colour \"acent\" (did you mean \"accent\"?)"),
        ("page:\n  body: {family: txt}\n", "2:18: the style has no font \"txt\" (did you mean \"text\"?)"),
        ("page:\n  body: {weight: fat}\n", "2:18: \"weight\" cannot be \"fat\""),
        ("page:\n  body: {numerals: roman}\n", "2:20: \"numerals\" cannot be \"roman\""),
        ("page:\n  body: {size: 0.5}\n", "2:16: \"size\" cannot be 0.5 (from 1 to 400)"),
        ("page:\n  body: {leading: 0}\n", "2:19: \"leading\" cannot be 0 (from 1 to 1000)"),
        ("page:\n  body: {tracking: 9}\n", "2:20: \"tracking\" cannot be 9 (from -0.5 to 2)"),
        ("page:\n  body: {italic: maybe}\n", "2:18: \"italic\" is neither yes nor no"),
        ("paper: A5\n", "1:8: \"paper\" cannot be \"A5\""),
        ("images:\n  resolution: 1200\n", "2:15: \"resolution\" cannot be 1200 (from 10 to 600)"),
        ("figures:\n  row: 0\n", "2:8: \"row\" cannot be 0 (from 1 to 1000)"),
        ("fonts:\n  text: Lato\n", "2:9: a font of a style is not a mapping"),
        ("fonts:\n  text: {fallback: {Arab: Noto Sans Arabic}}\n", "2:9: a font of a style lacks \"family\""),
        ("colours:\n  ink: {screen: black, press: [0, 0, 0, 100]}\n", "2:17: \"black\" is not a colour (write six hexadecimal digits: \"#12436d\")"),
        ("colours:\n  ink: {screen: \"#12\", press: [0, 0, 0, 100]}\n", "2:17: \"#12\" is not a colour"),
        ("colours:\n  ink: {screen: \"#+12345\", press: [0, 0, 0, 100]}\n", "2:17: \"#+12345\" is not a colour"),
        ("colours:\n  ink: {screen: \"#000000\", press: [0, 0, 0, 101]}\n", "2:35: \"press\" is not a colour (write four percentages: [cyan, magenta, yellow, black])"),
        ("colours:\n  ink: {screen: \"#000000\"}\n", "2:8: a colour of a style lacks \"press\""),
    ])
    func tellsWhatIsWrong(_ text: String, _ message: String) throws {
        let reading = try read(text)
        #expect(reading.value == nil)
        #expect(reading.messages.contains { $0.hasPrefix(message) }, "\(reading.messages)")
    }

    @Test func tellsEachWordThatAStyleLacks() throws {
        let house = try Repository.house().split(separator: "\n").filter { !$0.hasPrefix("  gutter:") && !$0.hasPrefix("  band:") }
        let reading = try read(house.joined(separator: "\n"), over: [])
        #expect(reading.messages.count == 2)
        #expect(reading.messages.contains { $0.contains("the style lacks \"gutter\" in `page` (add `gutter:` between two columns)") })
        #expect(reading.messages.contains { $0.contains("the style lacks \"band\" in `figures`") })
    }

    @Test func tellsOfANameThatNoFamilyHas() throws {
        let own = try #require(try read("base: house\nfonts:\n  text: {family: Latto}\n").value)
        let told = own.diagnostics(missingFamilies: ["Latto"], installed: ["Lato", "Noto Sans"]).map(\.short)
        #expect(told == ["3:18: the font family \"Latto\" is not installed (did you mean \"Lato\"?)"])
        let other = own.diagnostics(missingFamilies: ["Latto", "Never named"], installed: ["Courier"]).map(\.short)
        #expect(other.count == 1 && other[0].contains("install it, or name another family"))
    }
}

@Suite struct RuleSettingsTests {
    private func read(_ text: String) throws -> Reading<Style?> {
        let files = [SourceFile(path: "styles/own.yaml", text: "base: house\n" + text), SourceFile(path: "styles/house.yaml", text: try Repository.house())]
        return Reading { problems in
            do throws(Failure) { return try readStyle(named: "own", sheets: files, language: "en-GB") } catch {
                problems.add(contentsOf: error.diagnostics)
                return nil
            }
        }
    }

    @Test func aStyleChoosesAProfileAndSwitchesRulesOff() throws {
        #expect(try read("").value?.rules == RuleSettings())
        let own = try #require(try read("rules:\n  profile: statistics-office\n  off:\n    R-grid-colour: it is blue by contract\n").value)
        #expect(own.rules == RuleSettings(profile: .statisticsOffice, off: ["R-grid-colour"]))
    }

    @Test func theReasonIsNeeded() throws {
        let without = try read("rules: {off: {R-grid-colour: \" … \"}}\n").messages
        #expect(without == ["2:15: nothing says why R-grid-colour is off (write the reason after the colon: {R-grid-colour: our printer asks for it})"])
        #expect(try read("rules: {off: {R-grid-colour: [a]}}\n").messages.map { $0.contains("is not a text") } == [true])
    }

    @Test func unknownCodesAndProfilesAreTold() throws {
        #expect(try read("rules: {off: {R-grid-color: it is blue}}\n").messages == ["2:15: there is no rule \"R-grid-color\" (did you mean \"R-grid-colour\"?)"])
        #expect(try read("rules: {off: {grid-is-blue-here: it is blue}}\n").messages == ["2:15: there is no rule \"grid-is-blue-here\" (the rules stand in styles/README.md)"])
        #expect(try read("rules: {profile: newsrom}\n").messages == ["2:18: \"profile\" cannot be \"newsrom\" (did you mean \"newsroom\"?)"])
        #expect(try read("rules: {profiles: newsroom}\n").messages == ["2:9: `rules` of a style has no word \"profiles\" (did you mean \"profile\"?)"])
    }

    @Test func whatIsNeverBrokenStaysOn() throws {
        #expect(try read("rules: {off: {R-source: we know it}}\n").messages == [
            "2:15: the rule R-source cannot be switched off (A number that cannot be looked up is a rumour.)"
        ])
    }
}
