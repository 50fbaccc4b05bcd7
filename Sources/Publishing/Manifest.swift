import Diagnostics

/// What a run read and what it made, so that anyone can tell whether a brief belongs to its data.
package struct Manifest: Sendable {
    package static let path = "manifest.json"

    package var program: String
    package var report: String
    package var month: String
    package var inputs: [FinishedFile]
    package var outputs: [FinishedFile]

    package init(
        program: String, report: String, month: String, inputs: [FinishedFile], outputs: [FinishedFile]
    ) {
        self.program = program
        self.report = report
        self.month = month
        self.inputs = inputs
        self.outputs = outputs
    }

    /// As a file: each input and output by its path, sorted, with size and SHA-256.
    package var file: FinishedFile {
        let json = JSON.object([
            ("program", .string(program)), ("report", .string(report)), ("month", .string(month)),
            ("inputs", list(inputs)), ("outputs", list(outputs)),
        ])
        return FinishedFile(path: Self.path, text: json.formatted + "\n")
    }

    private func list(_ files: [FinishedFile]) -> JSON {
        .array(
            files.sorted { $0.path < $1.path }.map { file in
                .object([
                    ("path", .string(file.path)), ("bytes", .number(file.bytes.count)), ("sha256", .string(sha256(file.bytes))),
                ])
            })
    }

    /// The outputs that a manifest names; empty for a text that is none.
    ///
    /// Reads what `file` writes and nothing else: a line `"path": "…"` after the line `"outputs"`.
    static func outputs(in text: String) -> [String] {
        let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
        guard let start = lines.firstIndex(where: { $0.hasPrefix("\"outputs\":") }) else { return [] }
        return lines[start...].compactMap { line in
            let begin = "\"path\": \""
            let end = "\","
            guard line.hasPrefix(begin), line.hasSuffix(end) else { return nil }
            return String(line.dropFirst(begin.count).dropLast(end.count))
        }
    }
}
