import Foundation
import Publishing
import Testing

@Suite struct ManifestTests {
    /// FIPS 180-4, examples; the digest of a million letters comes from the same place.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
    func digests(text: String, digest: String) {
        #expect(SHA256(of: Array(text.utf8)).hexadecimal == digest)
    }

    private func file(_ path: String, _ text: String) -> FinishedFile { FinishedFile(path: path, bytes: Array(text.utf8)) }

    @Test func listsInputsAndOutputsByPath() {
        let manifest = Manifest(
            program: "brevier 1.0", report: "central-syria", month: "2024-01", inputs: [file("report.yaml", "abc")],
            outputs: [file("pages/page-2.png", ""), file("Ébrief.pdf", "abc"), file("brief.pdf", "abc")])
        #expect(String(decoding: manifest.file.bytes, as: UTF8.self) == """
            {
              "program": "brevier 1.0",
              "report": "central-syria",
              "month": "2024-01",
              "inputs": [
                {
                  "path": "report.yaml",
                  "bytes": 3,
                  "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
                }
              ],
              "outputs": [
                {
                  "path": "brief.pdf",
                  "bytes": 3,
                  "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
                },
                {
                  "path": "pages/page-2.png",
                  "bytes": 0,
                  "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                },
                {
                  "path": "Ébrief.pdf",
                  "bytes": 3,
                  "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
                }
              ]
            }

            """)
    }

    @Test func readsWhatItWrote() {
        let manifest = Manifest(
            program: "b \"1\"", report: "r\\s", month: "", inputs: [], outputs: [file("a b, \"c\".png", "x"), file("é\t", "y")])
        #expect(Manifest(reading: manifest.file.bytes) == manifest)
    }

    @Test func readsNothingElse() {
        let bytes = Manifest(program: "p", report: "r", month: "m", inputs: [], outputs: [file("a", "x")]).file.bytes
        for end in bytes.indices { #expect(Manifest(reading: Array(bytes[..<end])) == nil) }
        #expect(Manifest(reading: bytes + [10]) == nil)
        #expect(Manifest(reading: [0xFF]) == nil)
    }
}
