import CairoRendering
import Foundation
import Scenes
import Testing

@Suite struct PDFTests {
    private let book: FontBook
    private let painter: Painter

    init() throws {
        book = try Samples.book()
        painter = Painter(fonts: book)
    }

    @Test func fontsAreEmbeddedSubsets() throws {
        let items = [
            Samples.text("Regular", at: Point(x: 10, y: 20), in: book),
            Samples.text("Bold", at: Point(x: 10, y: 40), font: Samples.font(weight: .bold), in: book),
            Samples.text("حمص", at: Point(x: 10, y: 60), in: book),
        ]
        let pdf = try painter.pdf(of: [Samples.scene(items)])
        let lines = try output(of: "pdffonts", ["FILE"], on: pdf).split(separator: "\n").dropFirst(2)
        #expect(lines.count == 3)
        for (line, name) in zip(lines, ["NotoSans-Regular", "NotoSans-Bold", "NotoSansArabic-Regular"]) {
            let columns = line.split(separator: " ")
            #expect(columns[0].hasSuffix("+" + name))
            #expect(line.contains("TrueType") && !line.contains("Type 3"))
            // Embedded, a subset, with its letters.
            #expect(columns.suffix(5).prefix(3) == ["yes", "yes", "yes"])
        }
    }

    @Test func textComesBackWithItsSpaces() throws {
        let line = "At least 33 attacks – the “greatest” number since April 2023."
        let tight = "They more than doubled in Homs, to fourteen"
        let items = [
            Samples.text(line, at: Point(x: 10, y: 20), font: Samples.font(8), wordSpacing: 3.21, in: book),
            Samples.text(tight, at: Point(x: 10, y: 40), font: Samples.font(8), wordSpacing: -0.7, in: book),
            Samples.text("office affair", at: Point(x: 10, y: 60), font: Font(families: ["Lato"], size: 8), in: book),
            Samples.text("حمص", at: Point(x: 10, y: 80), in: book),
        ]
        let pdf = try painter.pdf(of: [Samples.scene(items)])
        let lines = try output(of: "pdftotext", ["-layout", "FILE", "-"], on: pdf).split(separator: "\n").map {
            $0.drop { $0 == " " }
        }
        #expect(lines[0] == line)
        #expect(lines[1] == tight)
        // By the characters of their own, which whoever finishes the file spells out.
        #expect(lines[2] == "oﬃce aﬀair")
        #expect(lines[3].contains("حمص"))
    }

    @Test func wordSpacingWidensSpacesOnly() throws {
        let font = Samples.font(10)
        let spacing = 7.5
        let pdf = try painter.pdf(
            of: [Samples.scene([Samples.text("one two three", at: Point(x: 50, y: 100), font: font, wordSpacing: spacing, in: book)])])
        let words = try words(in: pdf)
        let positions = book.positions(in: "one two three", font: font)
        #expect(words.map(\.word) == ["one", "two", "three"])
        for (word, expected) in zip(words, [50, 50 + positions[4] + spacing, 50 + positions[8] + 2 * spacing]) {
            #expect(abs(word.x - expected) < 0.05)
        }
    }

    @Test func groupsMoveTheirText() throws {
        let inner = SceneItem.group(
            GroupItem("inner", offset: Point(x: 30, y: 5), items: [Samples.text("here", at: Point(x: 1, y: 2), in: book)]))
        let outer = SceneItem.group(GroupItem("outer", offset: Point(x: 100, y: 50), items: [inner]))
        let pdf = try painter.pdf(of: [Samples.scene([outer, Samples.text("there", at: Point(x: 1, y: 20), in: book)])])
        let words = try words(in: pdf)
        #expect(words.map(\.word) == ["here", "there"] || words.map(\.word) == ["there", "here"])
        #expect(abs((words.first { $0.word == "here" }?.x ?? 0) - 131) < 0.05)
        #expect(abs((words.first { $0.word == "there" }?.x ?? 0) - 1) < 0.05)
    }

    @Test func pagesHaveTheirSizes() throws {
        let small = Samples.scene([])
        let large = Samples.scene([], size: Size(width: 595.28, height: 841.89))
        let information = try output(of: "pdfinfo", ["-l", "2", "FILE"], on: painter.pdf(of: [small, large]))
        for line in ["Pages:           2", "Page    1 size:  300 x 200 pts", "Page    2 size:  595.28 x 841.89 pts (A4)"] {
            #expect(information.contains(line + "\n"), "no \(line) in \(information)")
        }
    }

    @Test func filesAreSound() throws {
        let items = [Samples.text("Sound", at: Point(x: 10, y: 20), in: book)]
        let pdf = try painter.pdf(of: [Samples.scene(items), Samples.scene([], background: Samples.red)])
        #expect(try output(of: "qpdf", ["--check", "FILE"], on: pdf).contains("No syntax or stream encoding errors found"))
        // Vectors only.
        #expect(try output(of: "pdfimages", ["-list", "FILE"], on: pdf).split(separator: "\n").count == 2)
    }

    @Test func theSamePagesGiveTheSameBytes() async throws {
        let pages = [Samples.scene(manyItems)]
        let first = try painter.pdf(of: pages)
        let second = try painter.pdf(of: pages)
        #expect(first == second)
        let concurrent = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<4 { group.addTask { try Painter(fonts: Samples.book()).pdf(of: pages) } }
            return try await group.reduce(into: [[UInt8]]()) { $0.append($1) }
        }
        #expect(concurrent.count == 4)
        #expect(concurrent.allSatisfy { $0 == first })
    }

    @Test func aWrongAdvanceIsRefused() throws {
        let right = book.advance(of: "Homs", in: Samples.font())
        func page(_ advance: Double) -> Scene {
            Samples.scene([
                .text(TextItem("Homs", font: Samples.font(), colour: Samples.black, origin: Point(x: 5, y: 15), advance: advance))
            ])
        }
        _ = try painter.pdf(of: [page(right + 0.009)])
        #expect(throws: PaintingProblem.wrongAdvance(text: "Homs", arranged: right + 0.02, painted: right)) {
            try painter.pdf(of: [page(right + 0.02)])
        }
        #expect(throws: PaintingProblem.self) { try painter.pixels(of: page(right - 0.02), width: 30, height: 20) }
    }

    @Test func whatCannotBePaintedIsRefused() throws {
        let chinese = [Samples.scene([Samples.text("漢", at: Point(x: 1, y: 20), in: book)])]
        #expect(throws: PaintingProblem.unprintable(text: "漢")) { try painter.pdf(of: chinese) }
        let font = Font(families: ["Lato", "Noto Serif"], size: 9)
        let strange = [Samples.scene([Samples.text("Homs", at: Point(x: 1, y: 20), font: font, in: book)])]
        #expect(throws: PaintingProblem.unopened(families: ["Noto Serif"], text: "Homs")) { try painter.pdf(of: strange) }
        #expect(throws: PaintingProblem.noPages) { try painter.pdf(of: []) }
        for size in [Size(width: .nan, height: 10), Size(width: 10, height: 0), Size(width: .infinity, height: 1)] {
            #expect(throws: PaintingProblem.notAPlace("the size of page 1")) {
                try painter.pdf(of: [Samples.scene([], size: size)])
            }
        }
    }

    private var manyItems: [SceneItem] {
        var items: [SceneItem] = []
        for index in 0..<60 {
            let origin = Point(x: 5 + Double(index % 4) * 70, y: 10 + Double(index / 4) * 12)
            let font = Samples.font(6 + Double(index % 5), weight: index % 2 == 0 ? .regular : .bold)
            items.append(Samples.text("Label \(index) حمص", at: origin, font: font, in: book))
        }
        return items
    }

    private func words(in pdf: [UInt8]) throws -> [(word: String, x: Double)] {
        try output(of: "pdftotext", ["-bbox", "FILE", "-"], on: pdf).components(separatedBy: "<word xMin=\"").dropFirst().map { part in
            let x = Double(part.prefix { $0 != "\"" }) ?? .nan
            let word = part.components(separatedBy: "\">")[1].components(separatedBy: "<")[0]
            return (word, x)
        }
    }
}
