/// A stretch longer than this is underlined at its first characters only: a line of carets helps nobody.
private let longestUnderline = 72

/// A source line is shown up to this many characters around the place; a CSV row can be very long.
private let longestLine = 140

/// A message quotes what it is about, which may be a cell of any length; beyond this it is shown by its two ends.
private let longestMessage = 600

extension Diagnostic {
    /// The message as it is printed for people: place, fact, source line with the stretch underlined, facts and hint.
    package var formatted: String {
        var lines: [String]
        switch place {
        case .file(let path):
            lines = [shown("\(path): ") + severity.rawValue + ": " + shortened(message) + code]
        case .span(let span):
            lines = [shown("\(span.place): ") + severity.rawValue + ": " + shortened(message) + code]
            lines += excerpt(of: span)
        }
        lines += facts.map { "  " + shortened($0) }
        if let hint { lines.append("  hint: " + shortened(hint)) }
        return lines.joined(separator: "\n")
    }

    /// " [R-title-length]".
    private var code: String { rule.map { " [\($0)]" } ?? "" }

    /// The message as JSON: severity, message, rule, file, line, column, end, facts, hint.
    package var json: JSON {
        var members: [(String, JSON)] = [("severity", .string(severity.rawValue)), ("message", .string(message))]
        if let rule { members.append(("rule", .string(rule))) }
        switch place {
        case .file(let path):
            members.append(("file", .string(path)))
        case .span(let span):
            members += [
                ("file", .string(span.file.path)),
                ("line", .number(span.line)),
                ("column", .number(span.column)),
                ("endLine", .number(span.file.line(at: span.range.upperBound))),
                ("endColumn", .number(span.file.column(at: span.range.upperBound))),
            ]
        }
        members.append(("facts", .array(facts.map(JSON.string))))
        if let hint { members.append(("hint", .string(hint))) }
        return .object(members)
    }

    private func excerpt(of span: Span) -> [String] {
        let file = span.file
        let lineRange = file.lineRange(span.line)
        let before = shown(file.text(lineRange.lowerBound..<span.range.lowerBound))
        let marked = shown(file.text(span.range.clamped(to: lineRange)))
        let after = shown(file.text(min(span.range.upperBound, lineRange.upperBound)..<lineRange.upperBound))
        let number = String(span.line)

        var head = before
        if head.count + marked.count > longestLine {
            head = "… " + String(head.suffix(max(20, longestLine - min(marked.count, longestLine) - 2)))
            if head.count >= before.count { head = before }
        }
        var line = head + marked + after
        if line.count > longestLine + 1 { line = line.prefix(longestLine) + "…" }
        let carets = String(repeating: "^", count: max(1, min(marked.count, longestUnderline)))
        return [
            "  \(number) | \(line)",
            "  " + String(repeating: " ", count: number.count) + " | " + String(repeating: " ", count: head.count) + carets,
        ]
    }

    /// As a terminal can show it: a cell that it quotes may hold anything.
    private func shortened(_ text: String) -> String {
        guard text.utf8.count > longestMessage, text.count > longestMessage else { return shown(text) }
        let end = text.suffix(longestMessage / 3)
        return shown(text.prefix(longestMessage - end.count - 1) + "…" + end)
    }

    /// Tabs as single spaces and control characters as `·`, so that the underline stays beneath its words.
    private func shown(_ text: some StringProtocol) -> String {
        String(text.map { character in
            if character == "\t" { return " " }
            return character.unicodeScalars.first?.properties.generalCategory == .control ? "·" : character
        })
    }
}
