import Scenes
import Testing

@testable import Publishing

/// The sheet of the press and the codes of its inks.
@Suite struct PressEditionTests {
    private static let papers = [Size(width: 210 * millimetre, height: 297 * millimetre), Size(width: 612, height: 792)]

    // MARK: The sheet

    @Test(arguments: papers)
    func leavesThreeMillimetresToTheKnife(_ paper: Size) {
        let sheet = Sheet(trimmed: paper)
        #expect(isNear(sheet.trim.width, paper.width) && isNear(sheet.trim.height, paper.height))
        let whole = Rect(sheet.size)
        for side in [\Rect.minX, \.minY] {
            #expect(isNear(sheet.trim[keyPath: side] - sheet.bleed[keyPath: side], 3 * millimetre))
            #expect(isNear(sheet.trim[keyPath: side], 9 * millimetre))
        }
        for side in [\Rect.maxX, \.maxY] {
            #expect(isNear(sheet.bleed[keyPath: side] - sheet.trim[keyPath: side], 3 * millimetre))
            #expect(isNear(whole[keyPath: side] - sheet.trim[keyPath: side], 9 * millimetre))
        }
    }

    @Test(arguments: papers)
    func isKnownByItsSize(_ paper: Size) {
        let sheet = Sheet(trimmed: paper)
        let same = Sheet(sheet: sheet.size)
        for side in [\Rect.minX, \.minY, \.maxX, \.maxY] {
            #expect(isNear(sheet.trim[keyPath: side], same.trim[keyPath: side]))
            #expect(isNear(sheet.bleed[keyPath: side], same.bleed[keyPath: side]))
        }
    }

    @Test(arguments: papers)
    func marksWhereItIsCut(_ paper: Size) {
        let sheet = Sheet(trimmed: paper)
        let (trim, bleed) = (sheet.trim, sheet.bleed)
        #expect(sheet.cropMarks.count == 8)
        var ends: [Point] = []
        for (from, to) in sheet.cropMarks {
            let isUpright = from.x == to.x
            #expect(isUpright ? [trim.minX, trim.maxX].contains(from.x) : from.y == to.y && [trim.minY, trim.maxY].contains(from.y))
            #expect(isNear(abs(isUpright ? to.y - from.y : to.x - from.x), 5 * millimetre))
            #expect(Rect(sheet.size).inset(by: 0.9 * millimetre).contains(mark(from, to)))
            let isBeside = isUpright
                ? max(from.y, to.y) <= bleed.minY || min(from.y, to.y) >= bleed.maxY
                : max(from.x, to.x) <= bleed.minX || min(from.x, to.x) >= bleed.maxX
            #expect(isBeside, "\(from) to \(to) is in the bleed")
            ends.append(to)
        }
        #expect(Set(ends).count == 8)
    }

    @Test(arguments: papers)
    func printsItsColoursBesideThePage(_ paper: Size) {
        let sheet = Sheet(trimmed: paper)
        let bar = sheet.colourBar
        for (area, ink) in bar {
            #expect(Rect(sheet.size).contains(area) && area.maxY < sheet.bleed.minY)
            #expect(isNear(area.width, 4 * millimetre) && isNear(area.height, 4 * millimetre))
            #expect(ink.cyan + ink.magenta + ink.yellow + ink.black <= 3)
            for (from, to) in sheet.cropMarks { #expect(mark(from, to).inset(by: -0.125).intersection(area) == nil) }
        }
        for (first, second) in zip(bar, bar.dropFirst()) { #expect(isNear(first.area.maxX, second.area.minX)) }
        #expect(isNear(bar[0].area.minX + bar[bar.count - 1].area.maxX, sheet.size.width), "it stands in the middle")
        for plate in [\Colour.Press.cyan, \.magenta, \.yellow, \.black] {
            #expect(bar.contains { $0.ink[keyPath: plate] == 1 && total($0.ink) == 1 } && bar.contains { total($0.ink) == 0.5 && $0.ink[keyPath: plate] == 0.5 })
        }
    }

    // MARK: The edition

    @Test func thickensWhatIsTooThinAndLeavesOutLinks() throws {
        let ink = Colour(screen: .init(red: 0, green: 0, blue: 0), press: Self.ink(1))
        let items = [0, 0.1, 0.25, 2].map { SceneItem.shape(ShapeItem(Self.spot, stroke: Stroke(ink, width: $0))) }
        let link = SceneItem.link(LinkItem(area: Rect(x: 0, y: 0, width: 9, height: 9), target: .address("https://example.org")))
        let edition = PressEdition(Self.document([.group(GroupItem("inner", items: items + [link])), link]))
        #expect(Self.shapes(of: edition).map { $0.stroke?.width } == [0.25, 0.25, 0.25, 2])
        #expect(!String(describing: edition.pages).contains("example.org"))
        #expect(edition.document.bookmarks.isEmpty)
    }

    private static let spot = Path.rectangle(Rect(x: 0, y: 0, width: 1, height: 1))

    private static func ink(_ number: Int) -> Colour.Press {
        .init(cyan: Double(number % 100) / 100, magenta: Double(number / 100 % 100) / 100, yellow: Double(number / 10_000) / 100, black: 0.5)
    }

    private static func document(_ items: [SceneItem]) -> Document {
        let white = Colour(screen: .init(red: 1, green: 1, blue: 1), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 0))
        return Document(
            properties: .init(title: "A", authors: [], subject: "", keywords: [], language: "en", published: "2024-02-12"),
            pages: [Scene(name: "page-1", size: Size(width: 100, height: 100), background: white, items: items)], bookmarks: [])
    }

    private static func shapes(of edition: PressEdition) -> [ShapeItem] {
        func shapes(_ items: [SceneItem]) -> [ShapeItem] {
            items.flatMap { item -> [ShapeItem] in
                switch item {
                case .shape(let shape): [shape]
                case .group(let group): shapes(group.items)
                case .text, .link: []
                }
            }
        }
        return edition.pages.flatMap { shapes($0.scene.items) }
    }

    private func mark(_ from: Point, _ to: Point) -> Rect { Rect(minX: from.x, minY: from.y, maxX: to.x, maxY: to.y) }
}

private let millimetre = 72 / 25.4

private func isNear(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 1e-9 }

private func total(_ ink: Colour.Press) -> Double { ink.cyan + ink.magenta + ink.yellow + ink.black }
