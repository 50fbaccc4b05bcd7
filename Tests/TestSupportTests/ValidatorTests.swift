import CairoRendering
import Foundation
import Scenes
import TestSupport
import Testing

/// The validators can pass a file and can fail it, each of them, for what is wrong with it.
@Suite struct ValidatorTests {
    /// Files that are conforming but for one thing, and the rules that each validator must name for it.
    private static let defects: [(name: String, file: HandmadePDF, rules: [String: String])] = [
        (
            "no-metadata", spoilt { $0.catalogue.replace("/Metadata 5 0 R", with: "") },
            [
                "veraPDF 3a": "6.6.2.1-1", "veraPDF ua1": "7.1-8", "page-validation 3a": "PDFA3A-METADATA-STRUCTURE-001",
                "page-validation ua1": "PDFUA1-METADATA-STRUCTURE-001",
            ]
        ),
        (
            "untagged", spoilt { $0.catalogue.replace("/Marked true", with: "/Marked false") },
            [
                "veraPDF 3a": "6.7.2.2-1", "veraPDF ua1": "6.2-1", "page-validation 3a": "PDFA3A-TAGGED-DOCUMENT-001",
                "page-validation ua1": "PDFUA1-TAGGED-DOCUMENT-001",
            ]
        ),
        (
            "another-level", spoilt { $0.metadata.replace("conformance=\"A\"", with: "conformance=\"B\"") },
            ["veraPDF 3a": "6.6.4-3", "page-validation 3a": "PDFA3A-ID-CONFORMANCE-001"]
        ),
        (
            "unmarked-and-grey", spoilt { $0.content = "/Artifact BMC EMC 0 0 9 9 re f" },
            [
                "veraPDF 3a": "6.2.4.3-4", "veraPDF ua1": "7.1-3", "page-validation 3a": "PDFA3A-DEVICE-GRAY-001",
                "page-validation ua1": "PDFUA1-CONTENT-TAGGING-001",
            ]
        ),
        (
            "red", spoilt { $0.content = "/Artifact BMC 1 0 0 rg 0 0 9 9 re f EMC" },
            ["veraPDF 3a": "6.2.4.3-2", "page-validation 3a": "PDFA3A-DEVICE-RGB-001"]
        ),
        (
            "unbalanced-bracket", spoilt { $0.content = "/Artifact BMC EMC )" },
            ["veraPDF 3a": "6.2.2-1", "qpdf": "WARNING: page object 3 0 stream 4 0 (content, offset 18): unexpected )"]
        ),
    ]

    private static func spoilt(_ spoil: (inout HandmadePDF) -> Void) -> HandmadePDF {
        var file = HandmadePDF()
        spoil(&file)
        return file
    }

    private static let checks = ["veraPDF 3a", "veraPDF ua1", "page-validation 3a", "page-validation ua1", "qpdf"]

    /// What each check says of each file, by the line that begins it without the folder.
    private func findings(in files: [(name: String, bytes: [UInt8])]) throws -> [String: [Substring]] {
        let folder = try TemporaryFolder()
        for file in files { try folder.write(file.bytes, to: file.name) }
        let said = try complaints(about: files.map { PDFProof("\(folder.path)/\($0.name)") }).replacing(folder.path + "/", with: "")
        var findings: [String: [Substring]] = [:]
        var heading = ""
        for line in said.split(separator: "\n") {
            if line.hasPrefix("FAIL ") { heading = String(line.dropFirst(5)) }
            findings[heading, default: []].append(line)
        }
        return findings
    }

    @Test func findNothingInAConformingFile() throws {
        #expect(try complaints(about: [PDFProof(HandmadePDF().bytes)]) == "")
    }

    /// A carriage return before the line end after a stream's data is of the data.
    @Test func takeAStreamThatEndsLikeALine() throws {
        let file = Self.spoilt { $0.content = "/Artifact BMC EMC\r" }
        #expect(try complaints(about: [PDFProof(file.bytes)]) == "")
    }

    @Test func nameTheRuleThatEachDefectBreaks() throws {
        let sound = (name: "sound", bytes: HandmadePDF().bytes)
        let findings = try findings(in: Self.defects.map { ($0.name, $0.file.bytes) } + [sound])
        for defect in Self.defects {
            for check in Self.checks {
                let lines = findings["\(check) \(defect.name)"] ?? []
                if let rule = defect.rules[check] {
                    #expect(lines.contains { $0.hasPrefix("  \(rule)") }, "\(check) on \(defect.name) says \(lines)")
                } else {
                    #expect(lines.isEmpty, "\(check) on \(defect.name)")
                }
            }
        }
        #expect(findings.keys.allSatisfy { !$0.hasSuffix(sound.name) })
    }

    @Test func failWhatCairoWritesAlone() throws {
        let black = Colour(screen: .init(red: 0, green: 0, blue: 0), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 1))
        let font = Font(families: ["Lato"], size: 10)
        let fonts = try FontBook(families: ["Lato"])
        let text = TextItem("A line", font: font, colour: black, origin: Point(x: 10, y: 50), advance: fonts.advance(of: "A line", in: font))
        let page = Scene(name: "page", size: Size(width: 200, height: 100), background: black, items: [.text(text)])
        let pdf = try Painter(fonts: fonts).pdf(of: [page])
        let findings = try findings(in: [("cairo.pdf", pdf)])
        #expect(Set(findings.keys) == Set(Self.checks.dropLast().map { "\($0) cairo.pdf" }))
    }

    @Test func failWhatIsNoPDF() throws {
        let files = [("text", Array("not a PDF".utf8)), ("empty", []), ("cut", HandmadePDF().bytes.dropLast(400))]
        let findings = try findings(in: files)
        #expect(Set(findings.keys) == Set(files.flatMap { file in Self.checks.map { "\($0) \(file.0)" } }))
    }

    // MARK: What is not validated is no success

    @Test func aFileThatIsMissingIsAnError() throws {
        let (sound, missing) = (try PDFProof(HandmadePDF().bytes), PDFProof("/nonexistent.pdf"))
        for proofs in [[missing], [sound, missing], []] {
            #expect(throws: ProgramFailure.self) { try complaints(about: proofs) }
        }
    }

    @Test(arguments: ["java", "qpdf"])
    func aValidatorThatIsMissingIsAnError(_ tool: String) throws {
        let (proof, tools) = (try PDFProof(HandmadePDF().bytes), try TemporaryFolder())
        for other in ["bash", "dirname", "realpath", "java", "qpdf"] where other != tool {
            let place = try output(of: "which", [other]).trimmingCharacters(in: .newlines)
            try FileManager.default.createSymbolicLink(atPath: "\(tools.path)/\(other)", withDestinationPath: place)
        }
        let run = try run("\(Repository.root)/Tests/Validators/validate", [proof.path], environment: ["PATH": tools.path])
        #expect(run.status == 2)
        #expect(run.text.isEmpty)
        #expect(run.errors == "validate: \(tool) is missing: `make validators` installs it\n")
    }

    /// A validator that ends early, or that says nothing of a file, has not passed it.
    @Test(arguments: ["exit 1", "exit 0", "echo PASS veraPDF 3a"])
    func aValidatorThatBreaksOffIsAnError(_ script: String) throws {
        let (proof, tools) = (try PDFProof(HandmadePDF().bytes), try TemporaryFolder())
        try tools.write("#!/bin/sh\n\(script)\n", to: "java")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tools.path + "/java")
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let run = try run("\(Repository.root)/Tests/Validators/validate", [proof.path], environment: ["PATH": "\(tools.path):\(path)"])
        #expect(run.status == 2)
        #expect(run.text.isEmpty)
    }
}
