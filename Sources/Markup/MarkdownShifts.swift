internal import Diagnostics

/// Finds the sub- and superscripts among the inlines of a text: `H~2~O` and `km^2^` as Pandoc writes them, without blanks, or
/// `<sub>` and `<sup>` around anything.
struct MarkdownShifts {
    private enum Mark: Equatable {
        case sign(MarkdownShift)
        case opening(MarkdownShift)
        case closing(MarkdownShift)
    }

    private var inlines: [MarkdownInline] = []
    private var marks: [Mark?] = []
    /// For a tag, the one that closes it.
    private var partners: [Int: Int] = [:]
    private var open: [(index: Int, shift: MarkdownShift)] = []

    /// - Parameter isMark: `~` or `^`, not escaped.
    mutating func add(_ inline: MarkdownInline, isMark: Bool) {
        let mark = isMark ? Mark.sign(inline.content.isTilde ? .below : .above) : inline.content.tag.map { $0.opens ? .opening($0.shift) : .closing($0.shift) }
        switch mark {
        case .opening(let shift): open.append((inlines.count, shift))
        case .closing(let shift):
            if let last = open.last, last.shift == shift {
                partners[last.index] = inlines.count
                open.removeLast()
            }
        case .sign, nil: break
        }
        inlines.append(inline)
        marks.append(mark)
    }

    /// The inlines, those between two marks in one; what has no partner is what it was.
    func paired(limit: Int) -> (inlines: [MarkdownInline], isTooDeep: Bool) {
        guard marks.contains(where: { $0 != nil }) else { return (inlines, false) }
        var isTooDeep = false
        let paired = self.paired(inlines.indices, limit: limit, &isTooDeep)
        return (paired, isTooDeep)
    }

    private func paired(_ range: Range<Int>, limit: Int, _ isTooDeep: inout Bool) -> [MarkdownInline] {
        guard limit > 0 else {
            isTooDeep = true
            return []
        }
        var result: [MarkdownInline] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let (shift, end) = shift(at: index, in: range) {
                let inner = paired(index + 1..<end, limit: limit - 1, &isTooDeep)
                result.append(MarkdownInline(content: .shifted(shift, inner), span: inlines[index].span.through(inlines[end].span)))
                index = end + 1
            } else {
                result.join(inlines[index])
                index += 1
            }
        }
        return result
    }

    /// What a mark begins, and the mark that ends it.
    private func shift(at index: Int, in range: Range<Int>) -> (MarkdownShift, end: Int)? {
        switch marks[index] {
        case .opening(let shift): return partners[index].map { (shift, $0) }
        case .sign(let shift):
            // A tilde before a number says that it is about right.
            guard shift == .above || index > range.lowerBound && inlines[index - 1].content.canHaveSubscript else { return nil }
            for end in index + 1..<range.upperBound {
                if marks[end] == marks[index] { return end > index + 1 ? (shift, end) : nil }
                guard inlines[end].content.isUnbroken else { return nil }
            }
            return nil
        case .closing, nil: return nil
        }
    }
}

extension [MarkdownInline] {
    /// Adds an inline, a text to the text before it.
    fileprivate mutating func join(_ inline: MarkdownInline) {
        if case .text(let words) = inline.content, let last, case .text(let before) = last.content {
            self[count - 1] = MarkdownInline(content: .text(before + words), span: last.span.through(inline.span))
        } else {
            append(inline)
        }
    }
}

extension Span {
    fileprivate func through(_ other: Span) -> Span {
        file.span(range.lowerBound..<Swift.max(range.upperBound, other.range.upperBound))
    }
}

extension MarkdownInline.Content {
    fileprivate var isTilde: Bool {
        if case .text("~") = self { true } else { false }
    }

    fileprivate var tag: (shift: MarkdownShift, opens: Bool)? {
        guard case .html(let tag) = self else { return nil }
        switch tag.lowercased() {
        case "<sub>": return (.below, true)
        case "<sup>": return (.above, true)
        case "</sub>": return (.below, false)
        case "</sup>": return (.above, false)
        default: return nil
        }
    }

    fileprivate var canHaveSubscript: Bool {
        switch self {
        case .text(let text): text.last.map { $0.isLetter || $0.isNumber || ")]".contains($0) } ?? false
        case .emphasis, .strong, .shifted, .link, .code: true
        case .softBreak, .hardBreak, .image, .footnote, .html: false
        }
    }

    /// Whether a sub- or superscript between signs may hold it.
    fileprivate var isUnbroken: Bool {
        switch self {
        case .text(let text): !text.contains(where: \.isWhitespace)
        case .softBreak, .hardBreak, .html, .image: false
        case .emphasis, .strong, .shifted, .link, .footnote, .code: true
        }
    }
}
