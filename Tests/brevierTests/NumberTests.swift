import Diagnostics
import Figures
import Foundation
import Reports
import Scenes
import Statistics
import TestSupport
import Testing

/// Every number in every figure of every report is one of the data, and stands where it belongs.
@Suite struct NumberTests {
    /// Those whose figures the audit can read: columns, lines, bars, tables and key figures as a brief has them. The kinds of the
    /// gallery are held to their values over random data, where they are made.
    private static func audited() throws -> [ArrangedReport] {
        try ArrangedReport.allAndLines().filter { !$0.name.hasPrefix("gallery") }
    }

    @Test(arguments: try audited())
    func everyPrintedNumberIsAQuantity(_ report: ArrangedReport) throws {
        #expect(!report.pictures.isEmpty)
        for audit in try audits(of: report) { #expect(audit.audit.strayNumbers.isEmpty, "\(audit.name)") }
    }

    @Test(arguments: try audited())
    func everyNumberStandsWhereItBelongs(_ report: ArrangedReport) throws {
        for (name, kind, audit) in try audits(of: report) {
            if kind is MeasureTable { #expect(audit.faultsOfTable.isEmpty, "\(name)") }
            if kind is KeyNumbers { #expect(audit.faultsOfPanel.isEmpty, "\(name)") }
        }
    }

    @Test(arguments: try audited())
    func everyBarAndLineIsAsLongAsItsValue(_ report: ArrangedReport) throws {
        for (name, kind, audit) in try audits(of: report) {
            #expect(audit.faultsOfAxis.isEmpty, "\(name)")
            if kind is ColumnChart { #expect(audit.faultsOfColumns.isEmpty, "\(name)") }
            if kind is BarChart { #expect(audit.faultsOfBars(month: try #require(audit.lastMonth)).isEmpty, "\(name)") }
            if kind is TrendChart { #expect(audit.faultsOfLines.isEmpty, "\(name)") }
        }
    }

    /// The values beside a figure are cells of the monthly table, letter by letter, or the means of some.
    @Test(arguments: try audited())
    func everyValueStandsInTheTable(_ report: ArrangedReport) throws {
        let cells = try cellsOfTable(report)
        for picture in report.pictures {
            let values = picture.figure.figure.kind.values
            for row in values.rows {
                for column in row.indices.dropFirst(2) {
                    if let mean = try expectedMean(values.header[column], row, cells) {
                        let ends = ends(of: row[column])
                        #expect(ends.count == mean.count && zip(ends, mean).allSatisfy { abs($0 - $1) < 1e-9 }, "\(picture.walk.scene.name), \(row)")
                        continue
                    }
                    let written = cells["\(row[0])|\(row[1])|\(values.header[column])"] ?? ""
                    #expect(row[column] == written, "\(picture.walk.scene.name): \(values.header[column]) in \(row[1]), \(row[0])")
                }
            }
        }
    }

    /// The pages print the same texts as the pictures: one arrangement, at another width.
    @Test(arguments: try audited())
    func pagesShowWhatThePicturesShow(_ report: ArrangedReport) {
        for picture in report.pictures {
            let group = picture.walk.scene.name
            func numbers(_ texts: [SceneWalk.Text]) -> [String] {
                texts.filter { $0.groups.last != "axis" && $0.groups.contains("figure \(group)") && $0.groups.contains("plot") }
                    .flatMap { $0.item.text.split(separator: " ") }.filter { $0.contains(where: \.isNumber) }.map(String.init)
            }
            // A narrow chart has room for fewer labels, never for other ones.
            let (onPage, inPicture) = (numbers(report.pages.flatMap(\.texts)), numbers(picture.walk.texts))
            #expect(!onPage.isEmpty && (Set(onPage).isSubset(of: inPicture) || Set(inPicture).isSubset(of: onPage)), "\(group)")
        }
    }

    @Test func seesAWrongNumber() throws {
        let report = try #require(try ArrangedReport.allAndLines().last)
        for (name, kind, audit) in try audits(of: report) {
            let texts = audit.walk.texts.filter { text in
                text.groups.contains("plot") && text.item.text.contains(where: \.isNumber)
                    && !text.item.text.contains(where: \.isLetter)
            }
            #expect(!texts.isEmpty, "\(name)")
            for text in texts {
                var scene = audit.walk.scene
                scene.items = scene.items.map { $0.replacing(text.item.text, with: text.item.text + "7") }
                let tampered = FigureAudit(
                    SceneWalk(scene, measurer: FixedWidthMeasurer()), values: audit.values, wording: audit.wording, window: audit.window)
                var faults = tampered.strayNumbers + tampered.faultsOfAxis
                if kind is MeasureTable { faults += tampered.faultsOfTable }
                if kind is KeyNumbers { faults += tampered.faultsOfPanel }
                #expect(
                    !faults.isEmpty,
                    "\(name): nobody sees that “\(text.item.text)” has become “\(text.item.text)7”")
            }
        }
    }

    @Test func seesAWrongBar() throws {
        let report = try #require(try ArrangedReport.allAndLines().last)
        var found: Set<String> = []
        for (name, kind, audit) in try audits(of: report) {
            for (row, cells) in audit.values.rows.enumerated() {
                guard let number = cells.count == 3 ? Double(cells[2]) : nil, number > 0 else { continue }
                var values = audit.values
                values.rows[row][2] = String(Int(number) + 1)
                let tampered = FigureAudit(audit.walk, values: values, wording: audit.wording, window: audit.window)
                if kind is ColumnChart {
                    #expect(!tampered.faultsOfColumns.isEmpty, "\(name), \(cells[0])")
                    found.insert("columns")
                } else if kind is BarChart {
                    #expect(!tampered.faultsOfBars(month: try #require(audit.lastMonth)).isEmpty, "\(name), \(cells[1])")
                    found.insert("bars")
                }
            }
            guard kind is TrendChart else { continue }
            for (row, cells) in audit.values.rows.enumerated() {
                guard let number = Double(cells[2]) else { continue }
                var values = audit.values
                values.rows[row][2] = String(Int(number) + 1)
                let tampered = FigureAudit(audit.walk, values: values, wording: audit.wording, window: audit.window)
                #expect(!tampered.faultsOfLines.isEmpty, "\(name), \(cells[0])")
                found.insert("lines")
            }
        }
        #expect(found == ["columns", "bars", "lines"])
    }

    // MARK: Parts

    private func audits(of report: ArrangedReport) throws -> [(name: String, kind: any FigureKind, audit: FigureAudit)] {
        let wording = report.report.language.wording
        return try report.pictures.map { picture in
            let name = picture.figure.figure.name
            let source = try #require(report.report.source.figures.first { $0.name.value == name })
            return (
                name, picture.figure.figure.kind,
                FigureAudit(
                    picture.walk, values: picture.figure.figure.kind.values, wording: wording,
                    window: source.options.number("mean") ?? 0)
            )
        }
    }

    /// For a column `attacks_mean_3`: the mean of three cells, or none where one of them is not known; nil for another column.
    private func expectedMean(_ header: String, _ row: [String], _ cells: [String: String]) throws -> [Double]? {
        guard let match = header.wholeMatch(of: #/(.+)_mean_([0-9]+)/#), let window = Int(match.2) else { return nil }
        let month = try #require(Month(row[0]))
        let known = (0..<window).map { ends(of: cells["\(month.advanced(by: -$0))|\(row[1])|\(match.1)"] ?? "") }.filter { !$0.isEmpty }
        guard known.count == window else { return [] }
        let means = [\[Double].first, \.last].map { end in known.compactMap { $0[keyPath: end] }.reduce(0, +) / Double(window) }
        return means[0] == means[1] ? [means[0]] : means
    }

    /// The number of a cell, or the two ends of its range; none of an empty one.
    private func ends(of cell: String) -> [Double] {
        cell.split(separator: "..").compactMap { Double($0) }
    }

    /// The cells of a wide table by month, province and measure, read without the program's own reader.
    private func cellsOfTable(_ report: ArrangedReport) throws -> [String: String] {
        let source = report.report.source
        var cells: [String: String] = [:]
        for file in source.monthlyFiles {
            let text = try String(contentsOfFile: "\(report.folder)/\(file.value)", encoding: .utf8)
            let lines = text.split(whereSeparator: \.isNewline).map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
            let header = try #require(lines.first)
            #expect(Array(header.prefix(2)) == ["month", "province"], "\(file.value) is not a wide table: this test must learn to read it")
            for line in lines.dropFirst() {
                let province = source.aliases[line[1]] ?? line[1]
                for (name, cell) in zip(header, line).dropFirst(2) { cells["\(line[0])|\(province)|\(name)"] = cell }
            }
        }
        #expect(!cells.isEmpty)
        return cells
    }
}

extension SceneItem {
    fileprivate func replacing(_ old: String, with new: String) -> SceneItem {
        switch self {
        case .group(var group):
            group.items = group.items.map { $0.replacing(old, with: new) }
            return .group(group)
        case .text(var text):
            if text.text == old { text.text = new }
            return .text(text)
        case .shape, .link: return self
        }
    }
}
