import Scenes

let pageRules: [Rule] = [
    Rule(
        "R-trim", "text keeps 5 mm from the edge of the paper", why: "The knife wanders by a millimetre or two.", check: .scene(trim)),
    Rule(
        "R-measure", "a line has 45 to 75 characters, in columns 40 to 58",
        why: "The eye loses its line in a longer one, and is always turning back in a shorter one.", check: .brief(measure)),
    Rule(
        "R-body-size", "the body looks as large as 9 to 10.5 points",
        why: "Faces differ: what counts is the height of small letters, taken as half the size of a usual face.", check: .brief(bodySize)),
    Rule(
        "R-leading", "lines of the body are 120 to 145 per cent of its size apart",
        why: "Closer lines run together, wider ones fall apart.", check: .brief(leading)),
    Rule(
        "R-widow", "no last line of a paragraph stands alone at the head of a column",
        why: "It looks like a heading, or like a mistake.", check: .brief(widows)),
    Rule(
        "R-orphan", "no first line of a paragraph stands alone at the foot of a column",
        why: "A paragraph is turned over before it has begun.", check: .brief(orphans)),
    Rule(
        "R-heading-foot", "no heading stands at the foot of a column", why: "It belongs to the words after it.", check: .brief(headings)),
    Rule(
        "R-figure-first", "a figure stands on the page that first mentions it, or after it",
        why: "A figure that comes before its mention is not understood.", check: .brief(figuresBeforeMention)),
]

private func trim(_ subject: SceneSubject) -> [Finding] {
    guard subject.medium == .page else { return [] }
    let safe = Rect(subject.walk.scene.size).inset(by: edgeWithoutText)
    return subject.walk.texts.filter { !safe.contains($0.ink, tolerance: 0.01) && !$0.item.text.trimmed.isEmpty }
        .map { Finding("\($0.quoted) stands less than 5 mm from the edge of the paper", hint: "give the style wider margins") }
}

// MARK: The body

private func measure(_ subject: BriefSubject) -> [Finding] {
    let lines = subject.lines
    // The last line of a paragraph may be of any length.
    let full = zip(lines, lines.dropFirst()).filter { $0.block == $1.block && $0.role == .paragraph && $0.font?.size == subject.body.font.size }.map(\.0)
    guard full.count >= fewestLines else { return [] }
    let mean = Double(full.reduce(0) { $0 + $1.words.count }) / Double(full.count)
    let allowed = subject.columnCount > 1 ? 40.0...58 : 45.0...75
    guard !allowed.contains(mean) else { return [] }
    return [
        Finding(
            "a line of the body has \(Int(mean.rounded())) characters",
            hint: "\(Int(allowed.lowerBound)) to \(Int(allowed.upperBound)): change the columns, the margins or the size of the style")
    ]
}

private func bodySize(_ subject: BriefSubject) -> [Finding] {
    let apparent = subject.xHeight * 2
    guard subject.xHeight > 0, !(8.995...10.505).contains(apparent) else { return [] }
    return [
        Finding("the body looks as large as \(short(apparent)) points", hint: "make `body` of the style \(apparent < 9 ? "larger" : "smaller")")
    ]
}

private func leading(_ subject: BriefSubject) -> [Finding] {
    let share = subject.body.leading / subject.body.font.size
    guard !(1.195...1.455).contains(share) else { return [] }
    return [Finding("the lines of the body are \(Int((share * 100).rounded())) per cent of its size apart", hint: "change the leading of `body` in the style")]
}

// MARK: Columns

private func widows(_ subject: BriefSubject) -> [Finding] {
    subject.partings.filter { $0.after.count == 1 }.map { parting in
        Finding(
            "the last line of a paragraph stands alone at the head of \(parting.after[0].column) of page \(parting.after[0].page): “\(parting.after[0].words.trimmed)”",
            in: .words(parting.after[0].words.trimmed), hint: "shorten or lengthen the paragraph")
    }
}

private func orphans(_ subject: BriefSubject) -> [Finding] {
    subject.partings.filter { $0.before.count == 1 }.map { parting in
        Finding(
            "the first line of a paragraph stands alone at the foot of \(parting.before[0].column) of page \(parting.before[0].page): “\(parting.before[0].words.trimmed)”",
            in: .words(parting.before[0].words.trimmed), hint: "shorten or lengthen what stands before")
    }
}

private func headings(_ subject: BriefSubject) -> [Finding] {
    zip(subject.lines, subject.lines.dropFirst()).compactMap { line, next in
        guard line.role == .heading, (line.page, line.column) != (next.page, next.column) else { return nil }
        return Finding(
            "a heading stands at the foot of \(line.column) of page \(line.page): “\(line.words.trimmed)”", in: .words(line.words.trimmed),
            hint: "shorten or lengthen what stands before")
    }
}

extension BriefSubject {
    /// Where a paragraph goes on in another column: its lines in the column before, and in the one after.
    fileprivate var partings: [(before: [ProseLine], after: [ProseLine])] {
        zip(lines.indices, lines.indices.dropFirst()).compactMap { index, next in
            let (line, other) = (lines[index], lines[next])
            guard line.block == other.block, line.role == .paragraph, (line.page, line.column) != (other.page, other.column) else { return nil }
            let before = lines[...index].reversed().prefix { $0.block == line.block && ($0.page, $0.column) == (line.page, line.column) }
            let after = lines[next...].prefix { $0.block == line.block && ($0.page, $0.column) == (other.page, other.column) }
            return (before.reversed(), Array(after))
        }
    }
}

// MARK: Figures

private func figuresBeforeMention(_ subject: BriefSubject) -> [Finding] {
    var (stands, mentions): ([String: Int], [String: Int]) = ([:], [:])
    for (index, page) in subject.document.pages.enumerated() {
        page.items.forEachGroup { if stands[$0] == nil { stands[$0] = index } }
        for link in page.links where mentions[link.description] == nil { mentions[link.description] = index }
    }
    return subject.figures.compactMap { figure in
        guard let label = figure.label, let page = stands["figure \(figure.name)"], let mention = mentions[label], page < mention else { return nil }
        return Finding(
            "\(label) stands on page \(page + 1), and is first mentioned on page \(mention + 1)", in: .words(figure.name),
            hint: "mention it earlier, or place it later")
    }
}

extension [SceneItem] {
    fileprivate func forEachGroup(_ body: (String) -> Void) {
        for case .group(let group) in self {
            body(group.name)
            group.items.forEachGroup(body)
        }
    }
}

/// Points at the edge of the paper that hold no text: 5 mm.
package let edgeWithoutText = 5 / 25.4 * 72
/// Fewer tell no mean.
private let fewestLines = 10
