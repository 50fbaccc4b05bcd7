import Figures
import Reports
import Scenes
import Testing

@testable import brevier

/// Pictures of figures that need more width than a picture has: they are made smaller, and nothing in them is cut.
@Suite struct WidePictureTests {
    private static let words = ["Internationalisationprogrammes", "Counterinsurgencyoperations"]

    private func picture(_ figure: String, _ change: (SmallReport) throws -> Void = { _ in }) throws -> (Scene, SceneWalk) {
        let report = try SmallReport(claims: false)
        try report.change("report/report.yaml", "name: Attacks\n", to: "name: \(Self.words[0])\n")
        try report.change("report/report.yaml", "name: Wounded\n", to: "name: \(Self.words[1])\n")
        try report.change("report/report.yaml", "    measure: attacks\n    months: 4\n", to: figure)
        try report.change("report/report.yaml", "    kind: columns\n", to: "")
        try change(report)
        let arranged = try ArrangedReport(reading: report.report, month: "2024-01", named: "wide", folder: report.report)
        let walk = try #require(arranged.pictures.first { $0.figure.figure.name == "by-month" }).walk
        return (walk.scene, walk)
    }

    @Test func aTableIsNeverCut() throws {
        let (scene, walk) = try picture("    kind: table\n    rows: provinces\n    width: page\n    cell-bars: [attacks, wounded]\n") {
            try $0.change("report/report.yaml", "order: [North, South]", to: "order: [North, South, The governorate of the farthest south]")
        }
        #expect(scene.size.width > 300)
        let heads = walk.texts.filter { $0.groups.contains("heads") }.map(\.item.text)
        #expect(heads == Self.words)
        for text in walk.texts { #expect(Rect(scene.size).contains(text.ink), "\(text.item.text)") }
        for shape in walk.shapes { #expect(Rect(scene.size).contains(shape.bounds, tolerance: 0.6)) }
    }

    @Test func whatHasRoomIsAsWideAsAPicture() throws {
        let (scene, _) = try picture("    kind: table\n    rows: provinces\n    width: page\n    measures: [attacks]\n")
        #expect(scene.size.width == 300)
    }
}
