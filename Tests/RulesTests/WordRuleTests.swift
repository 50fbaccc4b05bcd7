import Figures
import Scenes
import Statistics
import Testing

@testable import Rules

/// Titles, subtitles, sources and alternative texts.
@Suite struct WordRuleTests {
    private func broken(_ spoil: (inout Sample) -> Void) -> [String] {
        var sample = Sample()
        spoil(&sample)
        return sample.broken
    }

    private func messages(_ spoil: (inout Sample) -> Void) -> [String] {
        var sample = Sample()
        spoil(&sample)
        return sample.messages
    }

    @Test(arguments: ["Attacks", "attacks a month in the  valley", "Attacks a month in the valley, November 2023 to January 2024"])
    func aLabelIsNoFinding(_ title: String) {
        #expect(broken { $0.title = title } == ["R-title-finding"])
    }

    @Test func aFindingMayBeginLikeTheSubtitle() {
        #expect(broken { $0.title = "Attacks a month rose to 33" } == [])
        #expect(broken { $0.title = "Attacksites" } == [])
        #expect(broken { $0.title = nil } == [])
    }

    @Test func countsTheWordsOfATitle() {
        let title = "Attacks rose to 33 in January after two quiet months in the valley and its towns"
        #expect(messages { $0.title = title } == ["the title has 16 words, more than 15"])
        #expect(broken { $0.title = title + " at last" } == ["R-title-length"])
        #expect(broken { $0.title = String(title.dropLast(6)) } == [])
        #expect(broken { sample in
            sample.title = title
            sample.profile = .statisticsOffice
        } == [])
    }

    @Test func countsTheLinesOfATitle() {
        let look = Sample.style.texts.title
        let lines = (0..<3).map { text("Attacks rose", look, 0, 20 + 15 * Double($0)) }
        #expect(messages { $0.head = lines } == ["the title takes 3 lines"])
        #expect(broken { $0.head = lines } == ["R-title-lines"])
        #expect(broken { $0.head = Array(lines.dropLast()) } == [])
    }

    @Test(arguments: ["Monthly Attacks Nearly Doubled in January", "ATTACKS ROSE TO 33"])
    func titlesAreSentences(_ title: String) {
        #expect(broken { $0.title = title } == ["R-title-case"])
    }

    @Test(arguments: ["Attacks rose in January and February", "ISIS attacks near Total, the Valley and its towns rose", "Rockets: NATO counted 33"])
    func namesKeepTheirCapitals(_ title: String) {
        #expect(broken { $0.title = title } == [])
    }

    @Test func titlesEndOpen() {
        #expect(broken { $0.title = "Attacks rose to 33." } == ["R-title-stop"])
        #expect(broken { $0.title = "Did attacks rise to 33?" } == [])
    }

    @Test(arguments: [nil, "", " \u{A0}"] as [String?])
    func aSubtitleIsThere(_ subtitle: String?) {
        #expect(broken { $0.subtitle = subtitle }.contains("R-subtitle"))
    }

    @Test func aSubtitleNamesThePeriod() {
        #expect(messages { $0.subtitle = "Attacks a month in the valley" } == ["the subtitle does not name the year 2024"])
        #expect(broken { $0.subtitle = "Attacks a month in the valley, 2023" } == ["R-subtitle-period"])
        #expect(broken { $0.subtitle = "Attacks a month in the valley, to January 2024" } == [])
        #expect(broken { sample in
            sample.subtitle = "Attacks a month in the valley"
            sample.values = ValueTable(header: ["province", "attacks"], rows: [["North", "1"]])
        } == [])
    }

    @Test(arguments: [nil, "", " "] as [String?])
    func aSourceIsNamed(_ source: String?) {
        #expect(broken { $0.source = source } == ["R-source"])
    }

    @Test func anAlternativeTextIsOneOfItsOwn() {
        #expect(broken { $0.alternativeText = "…" }.contains("R-alt"))
        #expect(broken { $0.alternativeText = "Attacks a month in the valley,  november 2023 to January 2024." } == ["R-alt-own"])
        #expect(messages { $0.alternativeText = "ATTACKS ROSE TO 33." } == ["the alternative text only repeats the title", "the alternative text has 19 characters"])
    }

    @Test func anAlternativeTextHasALength() {
        #expect(broken { $0.alternativeText = "Columns, higher and higher." } == ["R-alt-length"])
        #expect(messages { $0.alternativeText = String(repeating: "word ", count: 301) } == ["the alternative text has 1505 characters"])
        #expect(broken { $0.alternativeText = String(repeating: "word ", count: 300) } == [])
    }

    // MARK: Numbers in words

    @Test func thousandsAreSeparated() {
        #expect(messages { $0.title = "Attacks rose to 2548" } == ["“2548” has no separator"])
        #expect(broken { $0.labels = [label("12000", 10, 127)] }.contains("R-thousands"))
        #expect(broken { $0.title = "Attacks rose to 2,548" } == [])
        #expect(broken { $0.title = "Attacks rose from 999 in 1999" } == [])
    }

    @Test func yearsAreNotSeparated() {
        #expect(messages { $0.title = "Attacks rose from January 2,024 on" } == ["the year 2024 is separated as a number is"])
        #expect(broken { $0.title = "Attacks rose in January: 2,024 of them" } == [])
    }

    @Test func aMinusIsNoHyphen() {
        #expect(messages { $0.axis.append(text("(-3)", $0.style.texts.axis, 150, 100)) } == ["“-3” has a hyphen for a minus"])
        #expect(broken { $0.title = "Attacks rose by \u{2212}3" } == [])
        #expect(broken { $0.title = "Attacks rose to 10–16 on road M-5" } == [])
        #expect(broken { $0.subtitle = "Change of \u{2011}5 a month, January 2024" } == ["R-minus"])
    }

    // MARK: What values need said

    private func floor(_ sample: inout Sample) { sample.measures[0].counting = .floor }

    @Test func anEmptyFigureIsTold() {
        #expect(messages { sample in
            for (row, cell) in ["", "[x]", "[c]"].enumerated() { sample.values.rows[row][2] = cell }
        }.contains("the figure is empty: nothing is known that it could draw"))
        #expect(!broken { sample in
            for (row, cell) in ["", "[x]", "<=3"].enumerated() { sample.values.rows[row][2] = cell }
        }.contains("R-empty"))
        #expect(broken { $0.values.rows = [] }.contains("R-empty"))
    }

    @Test func minimaAreSaid() {
        #expect(broken { floor(&$0) } == ["R-minimum"])
        #expect(messages { floor(&$0) } == ["nothing says that Attacks is a minimum count"])
        #expect(broken { sample in
            floor(&sample)
            sample.subtitle! += "; minimum counts"
        } == [])
        #expect(broken { sample in
            floor(&sample)
            sample.notes = ["Minimum counts: attacks."]
        } == [])
        #expect(broken { $0.values.rows[0][2] = ">=11" } == ["R-minimum"])
        // What is not known, or within bounds, is no minimum.
        #expect(!broken { sample in
            floor(&sample)
            for (row, cell) in ["", "<=24", "10..16"].enumerated() { sample.values.rows[row][2] = cell }
        }.contains("R-minimum"))
        #expect(broken { sample in
            sample.values.rows[0][2] = ">=11"
            sample.labels[0] = label("≥11", 10, 127)
        } == [])
    }

    @Test func symbolsAreExplained() {
        let symbol = label("×", 10, 158)
        #expect(messages { $0.marks[0] = symbol } == ["the notes do not explain “×”"])
        #expect(broken { $0.marks[0] = symbol } == ["R-unknown"])
        #expect(broken { sample in
            sample.marks[0] = symbol
            sample.notes = ["× No figure known for November 2023."]
        } == [])
    }

    @Test func aMissingValueIsNotBlank() {
        #expect(messages { $0.values.rows[2][2] = "" } == ["a value that is missing has no symbol in the plot"])
        #expect(broken { $0.values.rows[2][2] = "[x]" } == ["R-unknown"])
    }

    @Test func hatchingIsExplained() {
        let hatching = SceneItem.group(GroupItem("hatching", clip: .rectangle(Rect(x: 80, y: 70, width: 20, height: 90)), items: [line((50, 160), (140, 70), 0.6, accent)]))
        #expect(broken { $0.marks[2] = hatching } == ["R-hatching"])
        #expect(broken { sample in
            sample.marks[2] = hatching
            sample.notes = ["Hatched bars are provisional: January 2024."]
        } == [])
    }
}
