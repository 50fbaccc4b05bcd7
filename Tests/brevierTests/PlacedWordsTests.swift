import CairoRendering
import Scenes
import TestSupport
import Testing

/// The words of every scene are in the PDF, where the scene has them.
@Suite struct PlacedWordsTests {
    /// A word of a scene, from its first letter's left to its last one's right.
    private struct PlacedWord {
        var text: String
        var minX: Double
        var maxX: Double
        var baseline: Double
    }

    @Test func eachWordStandsWhereItsSceneHasIt() throws {
        for report in try ArrangedReport.all() {
            let fonts = try report.fonts()
            let found = Dictionary(grouping: try PDFProof(report.pdf()).words(), by: \.page)
            var exact = 0
            for (index, page) in report.pages.enumerated() {
                let onPage = found[index + 1] ?? []
                for word in page.texts.flatMap({ words(of: $0, fonts) }) {
                    let beneath = onPage.filter { holds($0, word) }
                    #expect(!beneath.isEmpty, "“\(word.text)” is not at \(word.minX), \(word.baseline) of page \(index + 1) of \(report.name)")
                    if beneath.contains(where: { $0.text == word.text && abs($0.box.minX - word.minX) < 0.5 && abs($0.box.maxX - word.maxX) < 0.5 }) {
                        exact += 1
                    }
                }
            }
            // Poppler takes some together: a number and its full stop, a word and the mark of a note.
            let all = report.pages.flatMap { $0.texts.flatMap { words(of: $0, fonts) } }.count
            #expect(all > 500 && Double(exact) > 0.9 * Double(all), "\(exact) of \(all) words of \(report.name) stand alone")
        }
    }

    /// Whether a word of the PDF is that of the scene, or begins, ends or goes on around it.
    private func holds(_ found: PDFProof.Word, _ word: PlacedWord) -> Bool {
        found.text.contains(word.text) && found.box.minX < word.minX + 0.5 && found.box.maxX > word.maxX - 0.5
            && found.box.minY < word.baseline && found.box.maxY > word.baseline
    }

    private func words(of text: SceneWalk.Text, _ measurer: any TextMeasurer) -> [PlacedWord] {
        let item = text.item
        let positions = measurer.positions(in: item.text, font: item.font)
        var words: [PlacedWord] = []
        var spaces = 0
        var byte = 0
        for part in item.text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == " " || $0 == "\u{A0}" }) {
            let shift = text.origin.x + Double(spaces) * item.wordSpacing
            if !part.isEmpty {
                // The hyphen at the end of a line is read as a soft one.
                let isHyphen = item.continuation == .restOfWord
                words.append(
                    PlacedWord(
                        text: isHyphen ? "" : String(part), minX: shift + positions[byte],
                        maxX: shift + positions[byte + part.utf8.count] - item.font.tracking, baseline: text.origin.y))
            }
            byte += part.utf8.count
            guard byte < item.text.utf8.count else { continue }
            let isNoBreak = item.text.utf8[part.endIndex] != UInt8(ascii: " ")
            byte += isNoBreak ? 2 : 1
            spaces += isNoBreak ? 0 : 1
        }
        return words
    }
}
