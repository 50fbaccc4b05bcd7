import ArgumentParser
import CairoRendering
import Diagnostics
import Figures
import Foundation
import Publishing
import Reports
import Scenes
import TestSupport
import Testing

@testable import brevier

/// An instalment of a report of this repository in one of its styles, through all stages before painting.
struct ArrangedReport: Sendable, CustomTestStringConvertible {
    struct Picture: Sendable {
        var figure: PlacedFigure
        var walk: SceneWalk
    }

    /// "central-syria 2024-01 in house".
    var name: String
    /// The report's folder.
    var folder: String
    var report: Report
    var document: Document
    var pages: [SceneWalk]
    /// The figures by themselves, as their pictures show them.
    var pictures: [Picture]

    var testDescription: String { name }

    /// Every instalment of every report in every style, made once.
    static func all() throws -> [ArrangedReport] { try made.get() }

    /// The same, and central Syria with lines in each style, so that each kind of figure is looked at whatever the reports
    /// place.
    static func allAndLines() throws -> [ArrangedReport] { try made.get() + lines.get() }

    private static let lines = Result { () throws -> [ArrangedReport] in
        try Repository.styles().map { style in
            try ArrangedReport(report: "central-syria", month: "2024-01", style: style, note: ", with lines") { copy in
                let (yaml, markdown) = ("central-syria/report.yaml", "central-syria/2024-01.md")
                try copy.write(
                    try copy.text(of: yaml) + """

                          two-lines:
                            kind: trend
                            title: Deaths of soldiers and militia rose to 31 while civilian deaths fell to two
                            measures: [killed_security, killed_civilians]
                            months: 12
                          one-line:
                            kind: trend
                            title: Attacks reached 33
                            measures: [attacks]
                            width: page
                            months: 36
                            mean: 3
                          homs:
                            kind: trend
                            title: Homs had 14 attacks
                            measures: [attacks]
                            province: Homs

                        """, to: yaml)
                let places = ["two-lines", "one-line", "homs"].map { "![](\($0))\n\nWords between.\n" }.joined(separator: "\n")
                let prose = try copy.text(of: markdown)
                let notes = prose.range(of: "\n[^")?.lowerBound ?? prose.endIndex
                try copy.write(String(prose[..<notes] + "\n" + places + prose[notes...]), to: markdown)
            }
        }
    }

    private static let made = Result { () throws -> [ArrangedReport] in
        var all: [ArrangedReport] = []
        for report in try Repository.reports() {
            for month in try Repository.instalments(of: report) {
                for style in try Repository.styles() { all.append(try ArrangedReport(report: report, month: month, style: style)) }
            }
        }
        return all
    }

    private init(
        report name: String, month: String, style: String, note: String = "", rewrite: (TemporaryFolder) throws -> Void = { _ in }
    ) throws {
        let copy = try TemporaryFolder()
        try copy.copy("\(Repository.root)/reports/\(name)", to: name)
        try copy.write(try copy.text(of: "\(name)/report.yaml").settingStyle(style), to: "\(name)/report.yaml")
        try rewrite(copy)
        try self.init(
            reading: "\(copy.path)/\(name)", month: month, named: "\(name) \(month) in \(style)\(note)",
            folder: "\(Repository.root)/reports/\(name)")
    }

    /// - Parameters:
    ///   - path: of the report as it is read, which need not stay.
    ///   - folder: where it stays.
    init(reading path: String, month: String, named name: String, folder: String) throws {
        let options = try ReportOptions.parse([path, "--month", month, "--styles", "\(Repository.root)/styles"])
        var run = RunRecord()
        let arranged = Rendering(options: options, destination: nil, asked: []).arranged(in: &run)
        guard let arranged, run.exitStatus == 0 else {
            throw ProgramFailure("\(name): " + run.problems.diagnostics.map(\.formatted).joined(separator: "\n"))
        }
        let fonts = arranged.fonts
        self.name = name
        self.folder = folder
        report = arranged.report
        document = arranged.document
        pages = document.pages.map { SceneWalk($0, measurer: fonts) }
        pictures = report.figures.map { figure in
            Picture(figure: figure, walk: SceneWalk(arrangePicture(of: figure, in: arranged.report, measurer: fonts), measurer: fonts))
        }
    }

    /// What the rules say of it.
    func findings() throws -> [Diagnostic] {
        let problems = Problems()
        checkRules(of: report, document: document, measurer: try fonts(), isRendering: false, problems: problems)
        return Array(problems.diagnostics)
    }

    /// The pages for the screen, without attachments.
    func pdf() throws -> [UInt8] {
        let edition = ScreenEdition(document)
        return try PDFFinisher(program: "Brevier").finish(Painter(fonts: fonts()).pdf(of: edition.pages.map(\.scene)), of: edition)
    }

    /// The fonts of its style, opened anew.
    func fonts() throws -> FontBook {
        try FontBook(families: report.style.families.map(\.value).reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    }

    /// Pages and pictures alike.
    var walks: [SceneWalk] { pages + pictures.map(\.walk) }
}

extension String {
    /// A `report.yaml` with another style.
    func settingStyle(_ name: String) -> String {
        let lines = split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("style:") }
        return "style: \(name)\n" + lines.joined(separator: "\n")
    }
}
