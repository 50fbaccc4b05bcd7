import Diagnostics
import Figures
import Foundation
import Reports
import Scenes
import TestSupport
import Testing

/// What a reader would see as a fault of setting, looked for on every page and in every figure of every report; what else is,
/// the rules know.
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
        // The gallery has little more than figures.
        #expect(justified > 15)
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
            case .text(let text), .code(let text): text.value.replacing("\u{AD}", with: "")
            case .emphasis(let inner), .strong(let inner), .shifted(_, let inner), .link(_, let inner), .language(_, let inner), .claim(_, let inner): inner.printed(labels)
            case .figure(let name, let inner): inner.isEmpty ? labels[name.value] ?? "" : inner.printed(labels)
            case .note, .lineBreak: ""
            }
        }.joined()
    }
}
