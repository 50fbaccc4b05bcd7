import Figures
import Scenes
import TestSupport
import Testing

@testable import Rules

/// Type, and what stands where.
@Suite struct PlaceRuleTests {
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

    @Test func smallTypeIsSeen() {
        #expect(messages { $0.foot = [text("Source: a desk", look(6.4, muted), 0, 195)] } == ["a text is set in 6.4 points: “Source: a desk”"])
        #expect(broken { $0.foot = [text("Source: a desk", look(6.4, muted), 0, 195)] }.contains("R-text-small"))
        #expect(broken { $0.foot = [text("Source: a desk", look(6.5, muted), 0, 195)] } == [])
    }

    @Test func sizesAreCounted() {
        let fifth = text("More", look(7, muted), 150, 195)
        #expect(messages { $0.foot.append(fifth) } == ["the figure has 5 sizes of type: 7, 8, 8.5, 9.5, 12 points"])
        #expect(broken { $0.foot.append(fifth) } == ["R-text-sizes"])
        // A sign among the marks is as large as its bar.
        #expect(broken { sample in
            sample.marks.append(text("×", look(7), 150, 158))
            sample.notes = ["× No figure known."]
        } == [])
    }

    @Test func numeralsOfAnAxisAreTabular() {
        let number = text("40", look(8.5, muted, numerals: .proportional), 150, 60)
        #expect(broken { $0.axis.append(number) } == ["R-tabular"])
        #expect(broken { $0.axis.append(text("40 km", look(8.5, muted, numerals: .proportional), 150, 60)) } == [])
        #expect(broken { $0.axis.append(text("40", look(8.5, muted), 150, 60)) } == [])
    }

    @Test func faintTextIsSeen() {
        let pale = colour(0x9A9A9A)
        #expect(messages { $0.foot = [text("Source", look(8, pale), 0, 195)] } == ["text in #9a9a9a on #ffffff has a contrast of 2.81, less than 4.5: “Source”"])
        #expect(broken { $0.foot = [text("Source", look(8, pale), 0, 195)] } == ["R-text-contrast"])
    }

    /// What lies behind a text counts, as far as it is not covered.
    @Test func groundsAreWhatIsBehind() {
        let inBar = label("33", 90, 100, look(8.5, white))
        #expect(broken { $0.labels[2] = inBar } == [])
        #expect(broken { $0.labels[0] = label("11", 10, 150, look(8.5)) }.contains("R-text-contrast") == (ink.contrast(with: grey) < 4.5))
        #expect(broken { sample in
            sample.labels[2] = box(80, 90, 20, 15, fill: accent)
            sample.labels.append(label("33", 90, 100, look(8.5, ink)))
        }.contains("R-text-contrast"))
    }

    @Test func textsThatMeetAreSeen() {
        func meetings(_ x: Double, _ y: Double) -> [String] {
            messages { $0.foot = [text("first", look(10), 10, 186), text("second", look(10), x, y)] }
        }
        #expect(meetings(34, 186) == ["“first” and “second” meet"])
        #expect(meetings(35, 186) == [])
        #expect(meetings(10, 192) == ["“first” and “second” meet"])
        #expect(meetings(10, 194) == [])
        #expect(broken { $0.foot = [text("first", look(10), 10, 186), text("second", look(10), 12, 187)] } == ["R-text-overlap"])
    }

    @Test func whatIsPaintedOverIsSeen() {
        #expect(broken { $0.labels.append(box(2, 115, 16, 13, fill: white)) } == ["R-text-covered"])
        #expect(broken { $0.labels.insert(box(2, 115, 16, 13, fill: white), at: 0) } == [])
    }

    @Test func linesThroughTextsAreSeen() {
        let through = line((0, 124), (110, 124), 0.5, gridGrey)
        #expect(messages { $0.labels.append(through) } == ["a line of a label runs through “11”"])
        #expect(broken { $0.labels.append(through) } == ["R-text-line"])
        // A slanting line may pass beside, within its own box.
        #expect(broken { $0.labels.append(line((0, 130), (24, 112), 0.5, gridGrey)) } == ["R-text-line"])
        #expect(broken { $0.labels.append(line((24, 127), (60, 70), 0.5, gridGrey)) } == [])
        // A piece of the ground cuts it.
        #expect(broken { sample in
            sample.labels.insert(through, at: 0)
            sample.labels.insert(box(2, 115, 16, 14, fill: white), at: 1)
        } == [])
    }

    @Test func whatLeavesTheFigureIsSeen() {
        #expect(messages { $0.foot = [text("Source: a desk", look(8, muted), 200, 195)] } == ["“Source: a desk” leaves the figure"])
        #expect(broken { $0.marks.append(box(230, 100, 20, 60, fill: grey)) } == ["R-frame"])
        #expect(broken { $0.foot = [text("Source: a desk", look(8, muted), -1, 195)] } == ["R-frame"])
    }

    // MARK: Press

    @Test func thinLinesAreSeen() {
        #expect(messages { $0.head.append(line((0, 40), (200, 40), 0.2, ink)) } == ["a line is 0.2 points wide"])
        #expect(broken { $0.head.append(line((0, 40), (200, 40), 0.25, ink)) } == [])
    }

    @Test func blackTextIsBlackInk() {
        let four = colour(0x222222, press: .init(cyan: 0.7, magenta: 0.6, yellow: 0.6, black: 0.8))
        #expect(broken { $0.foot = [text("Source", look(8, four), 0, 195)] } == ["R-black-ink"])
        let blue = colour(0x12436D, press: .init(cyan: 1, magenta: 0.6, yellow: 0, black: 0.3))
        #expect(broken { $0.foot = [text("Source", look(8, blue), 0, 195)] } == [])
    }
}
