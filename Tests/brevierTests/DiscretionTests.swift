import Foundation
import TestSupport
import Testing

/// A PDF tells nothing of who made it where: both editions, as their bytes and as what these hold.
@Suite struct DiscretionTests {
    @Test func noEditionTellsOfItsMaker() throws {
        let secret = "secret-\(UUID().uuidString)"
        let (report, out) = (try TemporaryFolder(secret), try TemporaryFolder(secret))
        try report.copy(Brevier.centralSyria, to: "central-syria")
        let run = try Brevier.run(
            ["render", report.path + "/central-syria", "--to", out.path, "--only", "pdf,press", "--styles", Repository.root + "/styles"],
            environment: ["USER": secret, "LOGNAME": secret, "HOSTNAME": secret])
        #expect(run.status == 0, "\(run.end)")
        let words = [secret, "/tmp/", "/home/", "/root/", Repository.root, NSHomeDirectory() + "/", ProcessInfo.processInfo.hostName, "cairo", "qpdf"]
            .filter { $0.count > 3 && $0 != "localhost" }
        for file in ["brief.pdf", "brief-press.pdf"] {
            let bytes = try out.bytes(of: file)
            let objects = try PDFProof(bytes).objects()
            let streams = objects.compactMap(\.value.bytes) + [bytes]
            #expect(streams.count > 10)
            for stream in streams {
                let text = String(decoding: stream, as: UTF8.self)
                // Letters of any case: a program names itself as it likes.
                for word in words { #expect(text.firstRange(of: word) == nil && !text.lowercased().contains(word.lowercased()), "\(file) has “\(word)”") }
            }
            for (name, object) in objects {
                for key in object.keys {
                    let value = object[key].words ?? ""
                    for word in words { #expect(!value.lowercased().contains(word.lowercased()), "\(file), \(name): \(key)") }
                    // Each date is that of the publication, whoever made the file when.
                    if key.hasSuffix("Date") { #expect(value == "D:20240214000000Z", "\(file), \(name): \(key)") }
                }
            }
        }
    }
}
