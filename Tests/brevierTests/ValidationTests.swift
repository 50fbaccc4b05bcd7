import TestSupport
import Testing

/// Every brief is PDF/A-3a and PDF/UA-1, as two validators read each, and sound.
@Suite struct ValidationTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder("briefs") }

    @Test func everyBriefConforms() throws {
        var briefs: [PDFProof] = []
        func render(_ report: String, _ options: [String], as name: String) throws {
            let run = try Brevier.run(["render", report, "--to", "\(folder.path)/\(name)", "--only", "pdf"] + options)
            guard run.status == 0 else { throw ProgramFailure("\(name): \(run.end)") }
            briefs.append(PDFProof("\(folder.path)/\(name)/brief.pdf"))
        }

        let styles = ["--styles", Repository.root + "/styles"]
        for report in try Repository.reports() {
            for style in try Repository.styles() {
                let copy = try TemporaryFolder()
                try copy.copy("\(Repository.root)/reports/\(report)", to: report)
                try copy.write(try copy.text(of: "\(report)/report.yaml").settingStyle(style), to: "\(report)/report.yaml")
                for month in try Repository.instalments(of: report) {
                    try render("\(copy.path)/\(report)", styles + ["--month", month], as: "\(report)-\(month)-\(style)")
                }
            }
        }
        #expect(briefs.count > 1)
        let small = try SmallReport()
        try render(small.report, styles, as: "small")
        let complaints = try complaints(about: briefs)
        #expect(complaints.isEmpty, "\(complaints)")
    }
}
