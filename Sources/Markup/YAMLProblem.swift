internal import Diagnostics

extension YAMLParser.Problem {
    /// What is wrong, in the author's words and at the place where it can be mended.
    func diagnostic(in places: CharacterPlaces) -> Diagnostic {
        if let byte {
            let offset = places.offset(byte: byte)
            return .error(places.file.span(offset..<offset + 1), "a control character stands in the text", hint: "leave it out")
        }
        let offset = places.offset(place)
        let context = contextPlace.map { places.offset($0) } ?? offset
        let line = Line(of: places.file, around: offset)
        switch message {
        case "mapping values are not allowed in this context":
            return strayColon(at: offset, in: line)
        case "found character that cannot start any token":
            return wrongStart(at: offset, in: line)
        case "found unexpected end of stream", "found unexpected document indicator":
            return .error(
                places.file.span(context..<context + 1), "this quote is never closed",
                hint: "close it with the same mark; a mark inside is written twice ('') or as \\\"")
        case "could not find expected ':'":
            return missingColon(in: Line(of: places.file, around: context), from: context)
        case "did not find expected key":
            return strayWord(at: offset, in: line)
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            let bracket = message.hasSuffix("']'") ? "]" : "}"
            return .error(
                places.file.span(context..<context + 1), "the list in brackets that begins here is not closed with \"\(bracket)\"",
                facts: ["it cannot be read on at line \(line.number)"],
                hint: "put commas between the values, \"\(bracket)\" at the end, and quotes around a text that holds \", : [ ] { }\"")
        case "did not find expected '-' indicator":
            return .error(line.rest(from: offset), "this line does not belong to the list above it", hint: sameColumn)
        case "block sequence entries are not allowed in this context":
            return .error(line.rest(from: offset), "a list may not begin here", hint: "begin it on a line of its own, or put the text in quotes")
        case "found a tab character where an indentation space is expected", "found a tab character that violates indentation":
            return .error(line.upTo(offset + 1), "a tab stands where the line is indented", hint: "indent with spaces")
        case "found unknown escape character", "did not find expected hexdecimal number":
            let escape = places.file.bytes[..<offset].lastIndex(of: UInt8(ascii: "\\")) ?? offset
            let start = offset < places.file.bytes.count && places.file.bytes[offset] == UInt8(ascii: "\\") ? offset : escape
            return .error(
                places.file.span(start..<start + 2), "YAML does not know this escape",
                hint: "write a backslash as \\\\, or put the text in single quotes")
        case "did not find expected alphabetic or numeric character", "did not find expected node content":
            return .error(line.rest(from: context), "a text may not begin with this sign", hint: inQuotes)
        case "did not find expected comment or line break":
            return .error(line.rest(from: context), "nothing may follow \"|\" or \">\" on its line", hint: inQuotes)
        case "did not find expected <document start>":
            return .error(line.rest(from: offset), "nothing may follow the end of the document")
        default:
            return .error(line.rest(from: offset), "this cannot be read as YAML: \(message)", hint: inQuotes)
        }
    }

    /// A colon in a text without quotes, or a key that is not where keys stand.
    private func strayColon(at offset: Int, in line: Line) -> Diagnostic {
        let colon = line.file.span(offset..<offset + 1)
        if line.file.text(line.range.lowerBound..<offset).contains(": ") || line.file.text(line.range.lowerBound..<offset).contains("\":") {
            return .error(colon, "a second colon makes this text a mapping", hint: inQuotes)
        }
        let above = line.above
        if let gap = above.colonWithoutSpace {
            return .error(above.file.span(gap..<gap + 1), "no space follows this colon", hint: "put a space after it")
        }
        return .error(
            line.upTo(offset), "this key is not in line with the keys above it",
            facts: ["it continues the text of line \(above.number)"], hint: sameColumn)
    }

    private func wrongStart(at offset: Int, in line: Line) -> Diagnostic {
        if line.file.bytes[offset] == UInt8(ascii: "\t") {
            return .error(line.upTo(offset + 1), "a tab stands where the line is indented", hint: "indent with spaces")
        }
        let sign = line.file.text(offset..<offset + 1)
        return .error(line.rest(from: offset), "a text may not begin with \"\(sign)\"", hint: inQuotes)
    }

    private func missingColon(in line: Line, from offset: Int) -> Diagnostic {
        if let gap = line.colonWithoutSpace {
            return .error(line.file.span(gap..<gap + 1), "no space follows this colon", hint: "put a space after it")
        }
        return .error(
            line.rest(from: offset), "this line has neither a key nor a value",
            hint: "write \"key: value\", or indent the line where it continues the text above")
    }

    /// Something stands where the next key was due.
    private func strayWord(at offset: Int, in line: Line) -> Diagnostic {
        let before = line.file.text(line.range.lowerBound..<offset)
        if before.contains(where: { $0 == "\"" || $0 == "'" }) {
            return .error(
                line.rest(from: offset), "the text goes on after its closing quote",
                hint: "put quotes around all of it; a quote inside is written twice ('') or as \\\"")
        }
        if line.file.text(offset..<offset + 1) == ":" {
            return .error(line.rest(from: offset), "the key before the colon is missing")
        }
        return .error(line.rest(from: offset), "this line is not in line with the keys above it", hint: sameColumn)
    }
}

private let inQuotes = "put the text in quotes"
private let sameColumn = "indent it by as many spaces as its neighbours"

/// A line of a file, as messages point into it.
private struct Line {
    let file: SourceFile
    let number: Int

    init(of file: SourceFile, number: Int) {
        self.file = file
        self.number = number
    }

    init(of file: SourceFile, around offset: Int) {
        self.init(of: file, number: file.line(at: offset))
    }

    var range: Range<Int> { file.lineRange(number) }

    var above: Line { Line(of: file, number: max(1, number - 1)) }

    /// From a place to the last sign of the line; one character at least.
    func rest(from offset: Int) -> Span {
        var end = range.upperBound
        while end > offset, file.bytes[end - 1].isBlankOrLineEnd { end -= 1 }
        return file.span(offset..<max(offset + 1, end))
    }

    /// From the first sign of the line to a place.
    func upTo(_ offset: Int) -> Span {
        let line = file.bytes[range.lowerBound..<max(range.lowerBound, offset)]
        let start = line.firstIndex { $0 != UInt8(ascii: " ") } ?? line.startIndex
        return file.span(start..<max(start + 1, offset))
    }

    /// The first colon, where it stands between a word and a value without a space.
    var colonWithoutSpace: Int? {
        guard let colon = file.bytes[range].firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let next = colon + 1
        guard next < range.upperBound, !file.bytes[next].isBlankOrLineEnd else { return nil }
        return file.bytes[next] == UInt8(ascii: "/") ? nil : colon
    }
}
