internal import Diagnostics

/// What a run read and wrote: enough to tell whether two runs are the same. It holds no clock and no absolute path.
package struct Manifest: Hashable, Sendable {
    /// Where it stands in the output folder.
    package static let path = "manifest.json"

    package struct Entry: Hashable, Sendable {
        package var path: String
        /// How many.
        package var bytes: Int
        /// 64 hexadecimal digits.
        package var sha256: String

        package init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes.count
            sha256 = SHA256(of: bytes).hexadecimal
        }

        init(path: String, bytes: Int, sha256: String) {
            self.path = path
            self.bytes = bytes
            self.sha256 = sha256
        }
    }

    /// "brevier 1.0".
    package var program: String
    /// The name of the report.
    package var report: String
    /// "2024-01".
    package var month: String
    /// Sorted by path, as are the outputs.
    package var inputs: [Entry]
    package var outputs: [Entry]

    /// - Parameters:
    ///   - inputs: what was read; paths relative to the report's folder.
    ///   - outputs: what is written beside the manifest.
    package init(program: String, report: String, month: String, inputs: [FinishedFile], outputs: [FinishedFile]) {
        self.program = program
        self.report = report
        self.month = month
        self.inputs = Self.sorted(inputs.map { Entry(path: $0.path, bytes: $0.bytes) })
        self.outputs = Self.sorted(outputs.map { Entry(path: $0.path, bytes: $0.bytes) })
    }

    /// With the outputs of an earlier run that this one did not make again: for a run of some outputs only, whose other
    /// files stay.
    package func keepingOutputs(of earlier: Manifest) -> Manifest {
        let made = Set(outputs.map(\.path))
        var manifest = self
        manifest.outputs = Self.sorted(outputs + earlier.outputs.filter { !made.contains($0.path) })
        return manifest
    }

    /// The manifest as it is written.
    package var file: FinishedFile {
        let json = JSON.object([
            ("program", .string(program)),
            ("report", .string(report)),
            ("month", .string(month)),
            ("inputs", .array(inputs.map(\.json))),
            ("outputs", .array(outputs.map(\.json))),
        ])
        return FinishedFile(path: Self.path, bytes: Array((json.formatted + "\n").utf8))
    }

    /// By bytes, so that no locale has a say.
    private static func sorted(_ entries: [Entry]) -> [Entry] {
        entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
}

extension Manifest.Entry {
    fileprivate var json: JSON {
        .object([("path", .string(path)), ("bytes", .number(bytes)), ("sha256", .string(sha256))])
    }
}
