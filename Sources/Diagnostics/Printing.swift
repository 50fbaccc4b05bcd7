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
            lines = ["\(path): ".printable + severity.rawValue + ": " + shortened(message) + code]
        case .span(let span):
            lines = ["\(span.place): ".printable + severity.rawValue + ": " + shortened(message) + code]
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
        let line = span.file.lineRange(span.line)
        let marked = span.range.clamped(to: line)
        let before = span.file.piece(line.lowerBound..<marked.lowerBound, fromEnd: true)
        let middle = span.file.piece(marked)
        let after = span.file.piece(marked.upperBound..<line.upperBound)
        let number = String(span.line)

        var head = before.text
        if before.isCut || head.count + middle.text.count > longestLine {
            let room = max(20, longestLine - min(middle.text.count, longestLine) - 2)
            head = before.isCut || head.count > room + 2 ? "… " + head.suffix(room) : head
        }
        var shown = head + middle.text + (middle.isCut ? "" : after.text)
        if middle.isCut || after.isCut || shown.count > longestLine + 1 { shown = shown.prefix(longestLine) + "…" }
        let carets = String(repeating: "^", count: max(1, min(middle.text.count, longestUnderline)))
        return [
            "  \(number) | \(shown)",
            "  " + String(repeating: " ", count: number.count) + " | " + String(repeating: " ", count: head.count) + carets,
        ]
    }

    /// As a terminal can show it: a cell that it quotes may hold anything.
    private func shortened(_ text: String) -> String {
        guard text.utf8.count > longestMessage, text.prefix(longestMessage + 1).endIndex < text.endIndex else { return text.printable }
        let end = text.suffix(longestMessage / 3)
        return (text.prefix(longestMessage - end.count - 1) + "…" + end).printable
    }
}

extension SourceFile {
    /// What can be shown of a stretch: as much of its beginning, or of its end, as a message has room for.
    ///
    /// It is cut in bytes, before any character of it is looked at: a line may be as long as the file.
    fileprivate func piece(_ range: Range<Int>, fromEnd: Bool = false) -> (text: String, isCut: Bool) {
        guard range.count > longestPiece else { return (text(range).printable, false) }
        var (start, end) = (range.lowerBound, range.upperBound)
        if fromEnd {
            start = end - longestPiece
            while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
        } else {
            end = start + longestPiece
            while end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        }
        return (text(start..<end).printable, true)
    }
}

/// Bytes that hold as many characters as a line shows, in any script.
private let longestPiece = 2_048
