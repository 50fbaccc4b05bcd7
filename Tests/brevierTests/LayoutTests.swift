import Diagnostics
import Figures
import Foundation
import Reports
import Scenes
import TestSupport
import Testing

/// What a reader would see as a fault of setting, looked for on every page and in every figure of every report.
@Suite struct LayoutTests {
    @Test func looksAtEveryReportInEveryStyle() throws {
        let names = try ArrangedReport.all().map(\.name)
        #expect(names.contains("central-syria 2024-01 in house"))
        let instalments = try Repository.reports().map { try Repository.instalments(of: $0).count }.reduce(0, +)
        #expect(names.count == instalments * (try Repository.styles().count))
        #expect(try Repository.styles().count >= 2)
    }

    @Test(arguments: try ArrangedReport.allAndLines())
    func nothingLeavesThePage(_ report: ArrangedReport) {
        for walk in report.walks {
            let page = Rect(walk.scene.size)
            for text in walk.texts { #expect(page.contains(text.ink, tolerance: 0.01), "\(walk.scene.name): “\(text.item.text)”") }
            for shape in walk.shapes { #expect(page.contains(shape.bounds, tolerance: 0.01), "\(walk.scene.name): \(shape.groups) \(shape.bounds)") }
            for link in walk.links { #expect(page.contains(link.area, tolerance: 0.01), "\(walk.scene.name): \(link.target)") }
        }
    }

    @Test(arguments: try ArrangedReport.allAndLines())
    func noTwoTextsMeet(_ report: ArrangedReport) {
        for walk in report.walks { #expect(meetings(of: walk.texts).isEmpty, "\(walk.scene.name)") }
    }

    @Test func seesTextsThatMeet() {
        let font = Font(families: [], size: 10)
        let black = Colour(screen: .init(red: 0, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 1))
        let measurer = FixedWidthMeasurer()
        func meetings(_ x: Double, _ y: Double) -> Int {
            let items = [("first", Point(x: 10, y: 20)), ("second", Point(x: x, y: y))].map { text, place in
                SceneItem.text(TextItem(text, font: font, colour: black, origin: place, advance: measurer.advance(of: text, in: font)))
            }
            let scene = Scene(name: "two", size: Size(width: 100, height: 100), background: black, items: items)
            return self.meetings(of: SceneWalk(scene, measurer: measurer).texts).count
        }
        #expect(meetings(34, 20) == 1)
        #expect(meetings(35, 20) == 0)
        #expect(meetings(10, 26) == 1)
        #expect(meetings(10, 28) == 0)
    }

    /// From the top down, so that each text is held against its neighbours only.
    private func meetings(of texts: [SceneWalk.Text]) -> [String] {
        let sorted = texts.sorted { $0.ink.minY < $1.ink.minY }
        var meetings: [String] = []
        for (index, text) in sorted.enumerated() {
            for other in sorted[(index + 1)...] {
                if other.ink.minY >= text.ink.maxY { break }
                guard let shared = text.ink.intersection(other.ink), shared.width > 0.05, shared.height > 0.05 else { continue }
                meetings.append("“\(text.item.text)” and “\(other.item.text)”: \(text.ink), \(other.ink)")
            }
        }
        return meetings
    }

    @Test(arguments: try ArrangedReport.allAndLines())
    func everyTextHasItsContrast(_ report: ArrangedReport) {
        for walk in report.walks { #expect(faintTexts(of: walk).isEmpty, "\(walk.scene.name)") }
    }

    /// What stands behind a text: the ground of the scene and each filled shape that is painted before it, as far as no
    /// later one covers it. What is painted after it and over it hides it.
    private func faintTexts(of walk: SceneWalk) -> [String] {
        let filled = walk.shapes.filter { $0.item.fill != nil }
        var faults: [String] = []
        for text in walk.texts {
            var grounds = [walk.scene.background]
            for shape in filled {
                guard let fill = shape.item.fill, shape.bounds.intersection(text.ink) != nil else { continue }
                if shape.order > text.order { faults.append("“\(text.item.text)” is painted over") }
                let isWhole = shape.item.path == .rectangle(shape.item.path.bounds ?? Rect(x: 0, y: 0, width: 0, height: 0))
                if isWhole, shape.bounds.contains(text.ink) { grounds = [fill] } else { grounds.append(fill) }
            }
            for ground in grounds where text.item.colour.contrast(with: ground) < 4.5 {
                faults.append("“\(text.item.text)” in \(text.item.colour.hex) on \(ground.hex)")
            }
        }
        return faults
    }

    @Test(arguments: try ArrangedReport.allAndLines())
    func noLineRunsThroughAText(_ report: ArrangedReport) {
        for walk in report.walks {
            let grounds = walk.shapes.filter { $0.item.fill != nil }
            for shape in walk.shapes where shape.item.stroke != nil {
                for text in walk.texts where shape.bounds.intersection(text.core) != nil {
                    let isCovered = grounds.contains {
                        $0.order > shape.order && $0.order < text.order && $0.bounds.contains(text.core)
                    }
                    let isCrossed = shape.item.path.segments(movedBy: shape.offset).contains { $0.crosses(text.core.inset(by: 0.1)) }
                    #expect(!isCrossed || isCovered, "\(walk.scene.name): a line of \(shape.groups) through “\(text.item.text)”")
                }
            }
        }
    }

    @Test(arguments: try ArrangedReport.allAndLines())
    func nothingIsTooSmallToPrint(_ report: ArrangedReport) {
        let noteMark = report.report.style.page.noteMark.font
        for walk in report.walks {
            for text in walk.texts {
                #expect(text.item.font.size >= (text.item.font == noteMark ? 6 : 6.5), "\(walk.scene.name): “\(text.item.text)”")
            }
            for shape in walk.shapes {
                guard let stroke = shape.item.stroke else { continue }
                #expect(stroke.width >= 0.25, "\(walk.scene.name): a line of \(shape.groups)")
            }
        }
    }

    @Test(arguments: try ArrangedReport.allAndLines())
    func textKeepsToTheMargins(_ report: ArrangedReport) {
        let style = report.report.style.page
        for walk in report.pages {
            let size = walk.scene.size
            let area = Rect(
                minX: style.marginLeft, minY: style.marginTop, maxX: size.width - style.marginRight, maxY: size.height - style.marginBottom)
            for text in walk.texts {
                let isAround = text.groups.first == "running head" || text.groups.first == "folio"
                let allowed = isAround ? Rect(minX: area.minX, minY: 18, maxX: area.maxX, maxY: size.height - 18) : area
                #expect(allowed.contains(text.ink, tolerance: 0.01), "\(walk.scene.name): “\(text.item.text)” at \(text.ink)")
            }
        }
    }

    @Test(arguments: try ArrangedReport.allAndLines())
    func linesEndAtTheEdgeOrWithTheirParagraph(_ report: ArrangedReport) {
        let style = report.report.style.page
        let prose = report.report.instalment.prose
        let labels = Dictionary(uniqueKeysWithValues: report.report.figures.map { ($0.figure.name, $0.figure.label ?? "") })
        let ends = (prose.blocks + prose.notes.joined()).paragraphs(labels).map { $0.filter { !$0.isWhitespace } }
        let faces = [style.body.font, style.body.emphasised.font, style.body.strong.font, style.note.font]
        var justified = 0
        for page in report.pages {
            let size = page.scene.size
            let columnWidth = style.columnWidth(in: size.width - style.marginLeft - style.marginRight)
            for line in page.lines where faces.contains(line.font) {
                let column = ((line.start - style.marginLeft) / (columnWidth + style.gutter) + 0.01).rounded(.down)
                let edge = style.marginLeft + column * (columnWidth + style.gutter) + columnWidth
                #expect(line.end <= edge + 0.01, "“\(line.text)” runs out of its column")
                if abs(line.end - edge) <= 0.01 {
                    justified += 1
                } else {
                    // Spaces are no measure: where a line breaks, the Markdown may have none.
                    let words = line.words(without: style.noteMark.font).filter { !$0.isWhitespace }
                    let item = words.drop { style.bullet.contains($0) || $0.isNumber || $0 == "." }
                    #expect(ends.contains { $0.hasSuffix(words) || $0 == item }, "“\(line.text)” ends \(edge - line.end) points before its edge")
                }
            }
        }
        #expect(justified > 40)
    }
}

// MARK: Lines of prose

/// A line as it was set: texts that follow each other in one group.
private struct ProseLine {
    var texts: [SceneWalk.Text]
    var font: Font { texts.first { !$0.item.text.isEmpty }?.item.font ?? texts[0].item.font }
    var start: Double { texts[0].ink.minX }
    var end: Double { texts[texts.count - 1].ink.maxX }
    var text: String { texts.map(\.item.text).joined() }

    func words(without mark: Font) -> String { texts.filter { $0.item.font != mark }.map(\.item.text).joined() }
}

extension SceneWalk {
    /// The lines of the columns, without figures.
    fileprivate var lines: [ProseLine] {
        var lines: [ProseLine] = []
        for text in texts where text.groups.count == 2 && text.groups[0].hasPrefix("column ") && text.groups[1] == "line" {
            if let last = lines.last?.texts.last, last.order == text.order - 1, last.groups == text.groups,
                text.origin.x >= last.ink.maxX - 0.1, abs(text.origin.y - last.origin.y) < 6
            {
                lines[lines.count - 1].texts.append(text)
            } else {
                lines.append(ProseLine(texts: [text]))
            }
        }
        return lines
    }
}

extension [Block] {
    /// The words of each paragraph as they are printed, headings too; references to figures by their labels.
    fileprivate func paragraphs(_ labels: [String: String]) -> [String] {
        flatMap { block -> [String] in
            switch block {
            case .heading(_, let inlines), .paragraph(let inlines): [inlines.printed(labels)]
            case .list(let list): list.items.flatMap { $0.paragraphs(labels) }
            case .quote(let blocks): blocks.paragraphs(labels)
            case .figure, .code, .pause: []
            }
        }
    }
}

extension [Inline] {
    fileprivate func printed(_ labels: [String: String]) -> String {
        map { inline in
            switch inline {
            case .text(let text), .code(let text): text.value
            case .emphasis(let inner), .strong(let inner), .link(_, let inner), .language(_, let inner), .claim(_, let inner): inner.printed(labels)
            case .figure(let name, let inner): inner.isEmpty ? labels[name.value] ?? "" : inner.printed(labels)
            case .note, .lineBreak: ""
            }
        }.joined()
    }
}

// MARK: Straight lines

private struct Segment {
    var start: Point
    var end: Point

    /// Whether a part of it lies within a box (Liang and Barsky, 1984).
    func crosses(_ box: Rect) -> Bool {
        var (from, to) = (0.0, 1.0)
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        for (delta, room) in [(-dx, start.x - box.minX), (dx, box.maxX - start.x), (-dy, start.y - box.minY), (dy, box.maxY - start.y)] {
            if delta == 0 {
                if room < 0 { return false }
            } else if delta < 0 {
                from = max(from, room / delta)
            } else {
                to = min(to, room / delta)
            }
        }
        return from < to
    }
}

extension Path {
    /// Curves as their chords.
    fileprivate func segments(movedBy offset: Point) -> [Segment] {
        var segments: [Segment] = []
        var place = Point.zero
        for element in elements {
            switch element {
            case .move(let point): place = point + offset
            case .line(let point), .curve(let point, _, _):
                segments.append(Segment(start: place, end: point + offset))
                place = point + offset
            case .close: break
            }
        }
        return segments
    }
}
