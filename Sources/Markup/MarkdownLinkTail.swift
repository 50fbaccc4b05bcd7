internal import Diagnostics

extension MarkdownAligner {
    /// Steps over what follows the closing bracket of a link: `(destination "title")`, `[label]`, `[]` or nothing.
    ///
    /// - Returns: where the destination stands, nil where it stands elsewhere.
    mutating func linkTail() -> Span? {
        guard !isLost else { return nil }
        if peek("("), let (destination, end) = parentheses(from: cursor) {
            let place = span(destination)
            cursor = end
            return place
        }
        if peek("["), let end = label(from: cursor) { cursor = end }
        return nil
    }

    /// The destination between parentheses, and the place after the closing one.
    private func parentheses(from start: Int) -> (destination: Range<Int>, end: Int)? {
        var place = blanksSkipped(start + 1)
        guard let destination = destination(from: place) else { return nil }
        place = destination.after
        let gap = blanksSkipped(place)
        if gap > place, let end = titleEnd(from: gap) { place = end }
        place = blanksSkipped(place)
        guard byte(place) == UInt8(ascii: ")") else { return nil }
        return (destination.range, place + 1)
    }

    private func destination(from start: Int) -> (range: Range<Int>, after: Int)? {
        var place = start
        if byte(place) == UInt8(ascii: "<") {
            place += 1
            while let sign = byte(place), sign != UInt8(ascii: ">") {
                if sign == UInt8(ascii: "\n") { return nil }
                place += sign == UInt8(ascii: "\\") ? 2 : 1
            }
            return byte(place) == nil ? nil : (start + 1..<place, place + 1)
        }
        var depth = 0
        scan: while let sign = byte(place) {
            switch sign {
            case UInt8(ascii: "\\") where byte(place + 1)?.isASCIIPunctuation == true: place += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                if depth == 0 { break scan }
                depth -= 1
            case 0...0x20, 0x7F: break scan
            default: break
            }
            place += 1
        }
        return (start..<place, place)
    }

    private func titleEnd(from start: Int) -> Int? {
        let close: UInt8
        switch byte(start) {
        case UInt8(ascii: "\""): close = UInt8(ascii: "\"")
        case UInt8(ascii: "'"): close = UInt8(ascii: "'")
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        default: return nil
        }
        return end(of: close, from: start + 1)
    }

    private func label(from start: Int) -> Int? { end(of: UInt8(ascii: "]"), from: start + 1) }

    /// The place after the next `close` that no backslash escapes.
    private func end(of close: UInt8, from start: Int) -> Int? {
        var place = start
        while let sign = byte(place) {
            if sign == close { return place + 1 }
            place += sign == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private func blanksSkipped(_ start: Int) -> Int {
        var place = start
        while byte(place)?.isBlankOrLineEnd == true { place += 1 }
        return place
    }

    private func byte(_ place: Int) -> UInt8? {
        place < content.bytes.count ? content.bytes[place] : nil
    }
}
