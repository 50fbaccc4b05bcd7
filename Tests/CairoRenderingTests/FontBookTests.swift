import CairoRendering
import Foundation
import Scenes
import Testing

@Suite struct FontBookTests {
    @Test func allMissingFamiliesAreTold() throws {
        let problem = #expect(throws: FontProblem.self) {
            try FontBook(families: ["Lato", "Nto Sans", "noto sans", "Garamund"])
        }
        guard case .missing(let families, let installed)? = problem else {
            Issue.record("not missing: \(String(describing: problem))")
            return
        }
        #expect(families == ["Nto Sans", "Garamund"])
        #expect(installed.contains("Lato") && installed.contains("Noto Sans"))
        #expect(installed == installed.sorted() && Set(installed).count == installed.count)
    }

    @Test func foldersWithoutFontsHaveNone() {
        #expect(throws: FontProblem.missing(families: ["Lato"], installed: [])) {
            try FontBook(families: ["Lato"], folders: ["/nowhere & <else>"])
        }
    }

    @Test func worksWithoutACache() throws {
        let lato = "/usr/share/fonts/truetype/lato"
        let cold = try FontBook(families: ["Lato"], folders: [lato], caches: ["/proc/nowhere"])
        let warm = try FontBook(families: ["Lato"])
        let font = Font(families: ["Lato"], size: 11, weight: .bold)
        #expect(cold.advance(of: "Homs", in: font) == warm.advance(of: "Homs", in: font))
    }

    @Test func namesWithMarkupAreOnlyNames() {
        #expect(throws: FontProblem.missing(families: ["</string>&"], installed: [])) {
            try FontBook(families: ["</string>&"], folders: [])
        }
    }

    @Test func onlyNamedFamiliesPrint() throws {
        let book = try FontBook(families: ["Lato", "Noto Sans Arabic"])
        #expect(book.uncovered(in: "Attacks in حمص", families: ["Lato"]).map(\.offset) == [11, 13, 15])
        #expect(book.uncovered(in: "Attacks in حمص", families: ["Lato", "Noto Sans Arabic"]).isEmpty)
        #expect(book.uncovered(in: "attacks", families: ["Noto Sans"]).map(\.scalar) == ["a", "t", "c", "k", "s"])
    }

    @Test func uncoveredCharactersAreToldOnce() throws {
        let book = try Samples.book()
        let text = "é 漢\u{200B}\u{00AD}\t\n語 漢"
        let found = book.uncovered(in: text, families: ["Lato"])
        #expect(
            found == [
                UncoveredCharacter(scalar: "漢", offset: 3), UncoveredCharacter(scalar: "語", offset: 13),
            ])
        #expect(book.uncovered(in: text, families: ["Lato"]) == found)
        #expect(book.uncovered(in: "", families: ["Lato"]).isEmpty)
    }
}
