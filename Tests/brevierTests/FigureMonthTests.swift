import Diagnostics
import Figures
import Foundation
import Reports
import Statistics
import TestSupport
import Testing

@testable import brevier

/// Figures about a month of their own, and reports of more than one sort of data.
@Suite struct FigureMonthTests {
    private func report(_ figure: String) throws -> SmallReport {
        let report = try SmallReport()
        try report.change("report/report.yaml", "    kind: bars\n    title: The north had [three](=attacks@North) attacks\n    measure: attacks\n", to: figure)
        return report
    }

    private func figures(_ report: SmallReport) throws -> [PlacedFigure] {
        var run = RunRecord()
        let arranged = Rendering(options: try report.options(), destination: nil, asked: []).arranged(in: &run)
        return try #require(arranged, "\(run.problems.diagnostics.map(\.formatted))").report.figures
    }

    @Test func allThatItSaysIsAboutThatMonth() throws {
        let report = try report("""
                kind: bars
                month: 2023-12
                title: The north had [one](=attacks@North) attack, of [three](=attacks)
                notes: ["In all there were [](=attacks)."]
                alt: "Attacks [rose from two](=attacks)."
                measure: attacks
                previous: no

            """)
        let figures = try figures(report)
        #expect(figures.map(\.month) == [Month("2024-01"), Month("2023-12")])
        #expect(figures[1].figure.title == "The north had one attack, of three")
        #expect(figures[1].figure.subtitle == "Attacks in the valley by province, December 2023")
        #expect(figures[1].figure.alternativeText == "Attacks rose from two.")
        #expect(figures[1].figure.notes == ["In all there were three."])
        #expect(figures[1].figure.kind.values.rows == [["2023-12", "South", "2"], ["2023-12", "North", "1"]])
    }

    @Test func whatTheInstalmentSaysOfItIsToo() throws {
        let report = try report("    kind: bars\n    month: 2023-12\n    measure: attacks\n")
        try report.change("report/2024-01.md", "![](by-province)", to: "![The south had [two](=attacks@South) of [three](=attacks)](by-province)")
        #expect(try figures(report)[1].figure.title == "The south had two of three")
        try report.change("report/2024-01.md", "of [three](=attacks)](by-province)", to: "of [five](=attacks)](by-province)")
        #expect(try report.messages().contains("“five”"))
    }

    /// What does not add up is told of the month that is shown.
    @Test func itsResidualsAreThatMonths() throws {
        let report = try report("    kind: bars\n    month: 2023-12\n    title: The south had [two](=attacks@South)\n    measure: attacks\n")
        try report.change("report/data/monthly.csv", "2023-12,Total,3,4", to: "2023-12,Total,4,4")
        try report.change("report/report.yaml", "  order: [North, South]\n", to: "  order: [North, South]\n  singular: bank\n  plural: banks\n")
        let note = "The banks add up to 3; the total is 4."
        #expect(try figures(report)[1].figure.notes.contains(note))
        try report.change("report/report.yaml", "publisher:", to: "residual: error\npublisher:")
        let messages = try report.messages()
        #expect(messages.contains("data/monthly.csv:5:15: error: attacks: \(note)"), "\(messages)")
    }

    /// Provinces of another file are no part of a measure, neither shown nor missing.
    @Test func dataOfTwoSortsStandInOneReport() throws {
        let report = try report("""
                kind: bars
                title: The north had [three](=attacks@North) attacks, [the most of any province](=attacks@North)
                measure: attacks
              jobs:
                kind: bars
                title: Mills had [eight](=jobs@Mills) jobs
                measure: jobs
                provinces: [Mills]
                month: 2023-12
              jobs-by-month:
                kind: columns
                title: Mills had [nine](=jobs@Mills) jobs
                measure: jobs
                province: Mills
                months: 2

            """)
        try report.change("report/report.yaml", "monthly: data/monthly.csv", to: "monthly: [data/monthly.csv, data/jobs.csv]")
        try report.change("report/report.yaml", "[North, South]", to: "[North, South, Mills, Mines]")
        try report.change("report/report.yaml", "measures:\n", to: "measures:\n  jobs: {name: Jobs, singular: job, plural: jobs}\n")
        try report.change("report/2024-01.md", "![](by-province)", to: "![](by-province)\n\n![](jobs)\n\n![](jobs-by-month)")
        try report.write(Array("month,province,jobs\n2023-12,Mills,8\n2024-01,Mills,9\n2024-01,Mines,7\n".utf8), to: "report/data/jobs.csv")
        let figures = try figures(report)
        #expect(figures[1].figure.kind.values.rows.map { $0[1] } == ["North", "South", "North", "South"])
        #expect(figures[1].figure.notes.isEmpty)
        #expect(figures[1].figure.subtitle == "Attacks in the valley by province, January 2024, and change since December 2023")
        #expect(figures[2].figure.subtitle == "Jobs by province, December 2023, and change since November 2023")
        #expect(figures[2].figure.kind.values.rows.map { $0[1] } == ["Mills", "Mills"])
        #expect(try report.messages() == "\n(exit status 0)\n")
    }
}
