import CairoRendering
import Scenes
import TestSupport
import Testing

@Suite struct MeasuringTests {
    private let book: FontBook

    init() throws {
        book = try Samples.book()
    }

    @Test(arguments: ["Deir Ez Zor, Raqqa and Homs", "AVATAR To. 1,234", "Attacks in حمص rose"])
    func widthIsLinearInSize(_ text: String) {
        let one = book.advance(of: text, in: Samples.font(1000)) / 1000
        for size in [5.0, 7.5, 9.3, 24] {
            // Each glyph is rounded to 1/1024 point.
            #expect(abs(book.advance(of: text, in: Samples.font(size)) - one * size) < 0.001 * Double(text.count))
        }
    }

    /// Noto Sans states an advance of 572 thousandths of an em for its tabular digits.
    @Test func widthIsTheFontsOwn() {
        let font = Font(families: [Samples.latin], size: 100, numerals: .tabular)
        #expect(abs(book.advance(of: "0", in: font) - 57.2) < 0.01)
        #expect(abs(book.advance(of: "00", in: font) - 114.4) < 0.01)
    }

    @Test func tabularDigitsAreEquallyWide() {
        var font = Font(families: ["Lato"], size: 20, numerals: .tabular)
        let tabular = Set("0123456789".map { book.advance(of: String($0), in: font) })
        #expect(tabular.count == 1)
        font.numerals = .proportional
        #expect(book.advance(of: "1", in: font) < book.advance(of: "0", in: font))
    }

    @Test func lettersAreKerned() {
        let font = Font(families: ["Lato"], size: 100)
        let apart = book.advance(of: "A", in: font) + book.advance(of: "V", in: font)
        #expect(book.advance(of: "AV", in: font) < apart - 1)
    }

    @Test func weightAndSlantChooseTheFile() {
        let widths = [
            Samples.font(100), Samples.font(100, weight: .bold), Samples.font(100, italic: true),
            Samples.font(100, weight: .bold, italic: true),
        ].map { book.advance(of: "provinces", in: $0) }
        #expect(Set(widths).count == 4)
    }

    @Test func trackingComesAfterEachCharacter() {
        var font = Font(families: ["Lato"], size: 10)
        let plain = book.advance(of: "CENTRAL", in: font)
        font.tracking = 0.5
        #expect(abs(book.advance(of: "CENTRAL", in: font) - plain - 3.5) < 0.001)
        // A ligature would swallow the room between its letters.
        font.tracking = 1e-9
        let apart = book.positions(in: "fi", font: font)
        #expect(abs(apart[1] - book.advance(of: "f", in: font)) < 0.6)
    }

    @Test func emptyTextHasNoWidth() {
        #expect(book.advance(of: "", in: Samples.font()) == 0)
        #expect(book.positions(in: "", font: Samples.font()) == [0])
    }

    @Test func spacesAtTheEndsCount() {
        let space = book.advance(of: " ", in: Samples.font())
        #expect(space > 2)
        #expect(abs(book.advance(of: " a ", in: Samples.font()) - book.advance(of: "a", in: Samples.font()) - 2 * space) < 0.01)
    }

    @Test(arguments: ["Deir Ez Zor", "naïve — “so”", "e\u{301}te\u{301}", "office fjord", "حمص", "Homs (حمص) 14", "", "क्षत्रिय", "a\u{AD}b"])
    func positionsRiseToTheAdvance(_ text: String) {
        for family in ["Lato", Samples.latin] {
            let font = Font(families: [family, Samples.arabic], size: 9.5)
            let positions = book.positions(in: text, font: font)
            #expect(positions.count == text.utf8.count + 1)
            #expect(positions.first == 0)
            #expect(positions.last == book.advance(of: text, in: font))
            #expect(zip(positions, positions.dropFirst()).allSatisfy { $0 <= $1 })
        }
    }

    @Test func positionsRiseForRandomText() {
        var generator = SeededGenerator(seed: 7)
        let letters = Array("abfilTVA ,.1249éøß—حمصا\u{301}\u{200D}")
        for _ in 0..<200 {
            let text = String((0..<Int.random(in: 1...30, using: &generator)).map { _ in letters.randomElement(using: &generator) ?? "a" })
            let positions = book.positions(in: text, font: Samples.font())
            #expect(positions.count == text.utf8.count + 1)
            #expect(positions.last == book.advance(of: text, in: Samples.font()))
            #expect(zip(positions, positions.dropFirst()).allSatisfy { $0 <= $1 }, "\(text.debugDescription)")
        }
    }

    @Test func positionsStandAtLettersAndNotWithinThem() {
        let font = Samples.font(10)
        let positions = book.positions(in: "aéb", font: font)
        #expect(positions[1] == book.advance(of: "a", in: font))
        #expect(positions[2] == positions[1])
        #expect(abs(positions[3] - book.advance(of: "aé", in: font)) < 0.002)
    }

    @Test func ligaturesShareTheirWidth() {
        let font = Font(families: ["Lato"], size: 10)
        let positions = book.positions(in: "fi", font: font)
        #expect(abs(positions[1] - positions[2] / 2) < 1e-9)
    }

    @Test func metricsAreInOrder() {
        let metrics = book.metrics(of: Samples.font(100))
        // The file states ascent 1069, descent 293, capitals 714 and small letters 536 thousandths.
        #expect(abs(metrics.ascent - 106.9) < 0.01)
        #expect(abs(metrics.descent - 29.3) < 0.01)
        #expect(abs(metrics.capHeight - 71.4) < 0.01)
        #expect(abs(metrics.xHeight - 53.6) < 0.01)
    }
}
