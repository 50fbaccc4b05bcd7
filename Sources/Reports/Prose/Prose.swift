package import Claims
package import Diagnostics
package import Markup

/// The text of an instalment, as a tree without anything of Markdown left in it.
package struct Prose: Sendable {
    /// The first heading; empty where the author wrote none.
    package var headline: [Inline] = []
    package var blocks: [Block] = []
    /// In the order in which they are first referred to.
    package var notes: [[Block]] = []
}

package indirect enum Block: Sendable {
    /// Level 2 or 3.
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    case list(ProseList)
    case quote([Block])
    case figure(FigureCall)
    /// Code, line by line as it is written.
    case code([Located<String>])
    /// A pause between two parts.
    case pause
}

/// A figure is wanted here.
package struct FigureCall: Sendable {
    package var name: Located<String>
    /// What it shows to be so this month; empty where its own title will do.
    package var title: [Inline]
    /// Code that follows it directly and stands beneath it, wherever it goes: the lines that make it, say.
    package var code: [Located<String>] = []
}

package struct ProseList: Sendable {
    /// The number of the first item; nil where the items have no numbers.
    package var start: Int?
    package var items: [[Block]]
}

package indirect enum Inline: Sendable {
    case text(Located<String>)
    case emphasis([Inline])
    case strong([Inline])
    /// A subscript or a superscript.
    case shifted(MarkdownShift, [Inline])
    case link(address: String, [Inline])
    /// Words of another language, BCP 47.
    case language(String, [Inline])
    /// A reference to a figure, by its name; without words of its own it says the figure's number.
    case figure(Located<String>, [Inline])
    /// Words that the data must bear out; none where the figure is to be filled in. A report that is resolved has none left.
    case claim(Claim, [Inline])
    /// A reference to a note, by its index.
    case note(Int)
    /// Code, as it is written.
    case code(Located<String>)
    case lineBreak
}

extension [Inline] {
    /// The words alone, without soft hyphens.
    package var plainText: String {
        map { inline in
            switch inline {
            case .text(let text), .code(let text): text.value.withoutSoftHyphens
            case .emphasis(let inner), .strong(let inner), .link(_, let inner), .language(_, let inner), .figure(_, let inner), .claim(_, let inner): inner.plainText
            case .shifted(let shift, let inner): shift.characters(of: inner.plainText)
            case .note: ""
            case .lineBreak: " "
            }
        }.joined()
    }

    /// Every text but code, with its place, in order.
    package var texts: [Located<String>] {
        flatMap { inline -> [Located<String>] in
            switch inline {
            case .text(let text): [text]
            case .emphasis(let inner), .strong(let inner), .shifted(_, let inner), .link(_, let inner), .language(_, let inner), .figure(_, let inner), .claim(_, let inner): inner.texts
            case .note, .code, .lineBreak: []
            }
        }
    }

    /// Every piece of code with its place, in order.
    package var code: [Located<String>] {
        flatMap { inline -> [Located<String>] in
            switch inline {
            case .code(let text): [text]
            case .emphasis(let inner), .strong(let inner), .shifted(_, let inner), .link(_, let inner), .language(_, let inner), .figure(_, let inner), .claim(_, let inner): inner.code
            case .text, .note, .lineBreak: []
            }
        }
    }

    /// From the first text to the last; nil where there is none.
    package var place: Span? {
        let spans = texts.map(\.span)
        guard let first = spans.first else { return nil }
        let ends = spans.filter { $0.file === first.file }.map(\.range)
        return first.file.span((ends.map(\.lowerBound).min() ?? 0)..<(ends.map(\.upperBound).max() ?? 0))
    }

    /// The notes that are referred to, in order.
    package var noteIndices: [Int] {
        flatMap { inline -> [Int] in
            switch inline {
            case .note(let index): [index]
            case .emphasis(let inner), .strong(let inner), .shifted(_, let inner), .link(_, let inner), .language(_, let inner), .figure(_, let inner), .claim(_, let inner): inner.noteIndices
            case .text, .code, .lineBreak: []
            }
        }
    }

    /// The parts before, between and after the references to notes, and these, each by itself; looks and languages go on from
    /// one part to the next.
    package var partedAtNotes: [[Inline]] {
        var parts: [[Inline]] = []
        var part: [Inline] = []
        func close() {
            if !part.isEmpty { parts.append(part) }
            part = []
        }
        func add(_ inner: [Inline], within outer: ([Inline]) -> Inline) {
            for piece in inner.partedAtNotes {
                if case .note? = piece.first {
                    close()
                    parts.append(piece)
                } else {
                    part.append(outer(piece))
                }
            }
        }
        for inline in self {
            switch inline {
            case .note:
                close()
                parts.append([inline])
            case .emphasis(let inner): add(inner) { .emphasis($0) }
            case .strong(let inner): add(inner) { .strong($0) }
            case .shifted(let shift, let inner): add(inner) { .shifted(shift, $0) }
            case .link(let address, let inner): add(inner) { .link(address: address, $0) }
            case .language(let tag, let inner): add(inner) { .language(tag, $0) }
            case .figure(let name, let inner): add(inner) { .figure(name, $0) }
            case .claim(let claim, let inner): add(inner) { .claim(claim, $0) }
            case .text, .code, .lineBreak: part.append(inline)
            }
        }
        close()
        return parts
    }

    /// The references to figures, in order.
    package var figureReferences: [(name: Located<String>, words: [Inline])] {
        flatMap { inline -> [(Located<String>, [Inline])] in
            switch inline {
            case .figure(let name, let words): [(name, words)]
            case .emphasis(let inner), .strong(let inner), .shifted(_, let inner), .link(_, let inner), .language(_, let inner), .claim(_, let inner): inner.figureReferences
            case .text, .note, .code, .lineBreak: []
            }
        }
    }
}

extension MarkdownShift {
    /// Words where nothing can be small: "km²", "H₂O", as far as Unicode has the characters.
    fileprivate func characters(of words: String) -> String {
        let small = words.map { character in plainCharacters.firstIndex(of: character).map { shiftedCharacters[$0] } }
        return small.contains(nil) ? words : String(small.compactMap { $0 })
    }

    private var shiftedCharacters: [Character] {
        switch self {
        case .below: Array("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
        case .above: Array("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
        }
    }
}

private let plainCharacters: [Character] = Array("0123456789+−=()")

extension [Block] {
    /// The places where figures are wanted, in order.
    package var figures: [FigureCall] {
        flatMap { block -> [FigureCall] in
            switch block {
            case .figure(let call): [call]
            case .list(let list): list.items.flatMap(\.figures)
            case .quote(let blocks): blocks.figures
            case .heading, .paragraph, .code, .pause: []
            }
        }
    }

    package var texts: [Located<String>] { paragraphs.flatMap(\.texts) }

    /// The words of every paragraph and heading and of the titles that are given to figures, in order.
    package var paragraphs: [[Inline]] {
        flatMap { block -> [[Inline]] in
            switch block {
            case .heading(_, let inlines), .paragraph(let inlines): [inlines]
            case .list(let list): list.items.flatMap(\.paragraphs)
            case .quote(let blocks): blocks.paragraphs
            case .figure(let call): [call.title]
            case .code, .pause: []
            }
        }
    }

    /// Every piece of code with its place: within the words, and line by line.
    package var code: [Located<String>] {
        flatMap { block -> [Located<String>] in
            switch block {
            case .heading(_, let inlines), .paragraph(let inlines): inlines.code
            case .list(let list): list.items.flatMap(\.code)
            case .quote(let blocks): blocks.code
            case .figure(let call): call.code
            case .code(let lines): lines
            case .pause: []
            }
        }
    }
}
