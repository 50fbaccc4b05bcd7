extension Manifest {
    /// Reads a manifest as `file` writes it: a member a line, in that order.
    ///
    /// What was written by another hand or another program is not taken for ours.
    ///
    /// - Returns: nil where it is not written so to the byte.
    package init?(reading bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var lines = MemberLines(text.split(separator: "\n", omittingEmptySubsequences: false))
        lines.skip("{")
        let program = lines.text("program")
        let report = lines.text("report")
        let month = lines.text("month")
        let inputs = lines.entries("inputs")
        let outputs = lines.entries("outputs")
        guard let program, let report, let month, let inputs, let outputs else { return nil }
        self.init(program: program, report: report, month: month, inputs: [], outputs: [])
        self.inputs = inputs
        self.outputs = outputs
        guard file.bytes == bytes else { return nil }
    }
}

/// The lines of a manifest, one by one.
private struct MemberLines {
    private var lines: ArraySlice<Substring>

    init(_ lines: [Substring]) {
        self.lines = lines[...]
    }

    /// Steps over a line that must stand here, blanks and a comma aside.
    @discardableResult
    mutating func skip(_ wanted: String...) -> Bool {
        guard let line = lines.first, wanted.contains(where: { $0 == bare(line) }) else { return false }
        lines.removeFirst()
        return true
    }

    mutating func text(_ name: String) -> String? {
        guard let value = value(name), value.count >= 2, value.first == "\"", value.last == "\"" else { return nil }
        return unescaped(value.dropFirst().dropLast())
    }

    mutating func number(_ name: String) -> Int? { value(name).flatMap { Int($0) } }

    mutating func entries(_ name: String) -> [Manifest.Entry]? {
        if skip("\"\(name)\": []") { return [] }
        guard skip("\"\(name)\": [") else { return nil }
        var entries: [Manifest.Entry] = []
        while skip("{") {
            guard let path = text("path"), let bytes = number("bytes"), let digest = text("sha256"), skip("}") else { return nil }
            entries.append(Manifest.Entry(path: path, bytes: bytes, sha256: digest))
        }
        return skip("]") ? entries : nil
    }

    private mutating func value(_ name: String) -> Substring? {
        guard let line = lines.first else { return nil }
        let bare = bare(line)
        let start = "\"\(name)\": "
        guard bare.hasPrefix(start) else { return nil }
        lines.removeFirst()
        return bare.dropFirst(start.count)
    }

    private func bare(_ line: Substring) -> Substring {
        let line = line.drop { $0 == " " }
        return line.last == "," ? line.dropLast() : line
    }

    /// The escapes that occur in names; a name with another is not read, and the whole then differs.
    private func unescaped(_ text: Substring) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                result.append(character == "n" ? "\n" : character == "t" ? "\t" : character == "r" ? "\r" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }
}
