import Foundation
import Publishing
import Scenes
import Testing

@Suite struct PDFFinisherTests {
    private let properties = Document.Properties(
        title: "A title", authors: ["One"], subject: "", keywords: [], language: "en-GB", published: "2024-02-14")

    /// The smallest PDF that holds a page.
    private var painted: [UInt8] {
        var text = "%PDF-1.5\n"
        var offsets: [Int] = []
        for (number, body) in [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
        ].enumerated() {
            offsets.append(text.utf8.count)
            text += "\(number + 1) 0 obj\n\(body)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 4\n0000000000 65535 f \n"
        for offset in offsets { text += String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n" }
        text += "trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }

    private func output(_ tool: String, _ arguments: [String]) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    @Test func addsLanguageAndTitleBar() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pdf").path
        FileManager.default.createFile(atPath: path, contents: Data(try finishedPDF(painted, properties)))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let check = try output("qpdf", ["--check", path])
        #expect(check.status == 0, "\(check.text)")
        #expect(check.text.contains("PDF Version: 1.7"))
        let catalogue = try output("qpdf", ["--show-object=trailer", path]).text
        #expect(catalogue.contains("/ID"))
        let json = try output("qpdf", ["--json", path]).text
        #expect(json.contains("\"/Lang\": \"u:en-GB\"") || json.contains("\"/Lang\": \"en-GB\""))
        #expect(json.contains("\"/DisplayDocTitle\": true"))
    }

    @Test func givesTheSameBytesTwice() throws {
        #expect(try finishedPDF(painted, properties) == finishedPDF(painted, properties))
    }

    @Test func refusesWhatIsNoPDF() {
        #expect(throws: FinishingProblem.self) { try finishedPDF(Array("nothing of the kind".utf8), properties) }
    }
}
