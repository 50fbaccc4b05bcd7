import Scenes

let placeRules: [Rule] = [
    Rule("R-text-overlap", isAboutLoss: true, "no two texts meet", why: "Neither is read.", check: .scene(overlaps)),
    Rule(
        "R-text-covered", isAboutLoss: true, "nothing is painted over a text", why: "What is covered might as well not be there.",
        check: .scene(covered)),
    Rule("R-text-line", "no line runs through a text", why: "A line through a number looks like a mark on it.", check: .scene(crossed)),
    Rule(
        "R-frame", isAboutLoss: true, "nothing leaves its figure or its page", why: "It is cut off there, or meets what stands beside.",
        check: .scene(leavers)),
]

private func overlaps(_ subject: SceneSubject) -> [Finding] {
    // From the top down, so that each is held against its neighbours only.
    let sorted = subject.texts.sorted { ($0.ink.minY, $0.order) < ($1.ink.minY, $1.order) }
    var findings: [Finding] = []
    for (index, text) in sorted.enumerated() {
        for other in sorted[(index + 1)...] {
            if other.ink.minY >= text.ink.maxY { break }
            guard let shared = text.ink.intersection(other.ink), shared.width > touch, shared.height > touch else { continue }
            findings.append(Finding("\(text.quoted) and \(other.quoted) meet", hint: roomHint))
        }
    }
    return findings
}

private func covered(_ subject: SceneSubject) -> [Finding] {
    let fills = subject.fills
    return subject.texts.compactMap { text in
        let isCovered = fills.contains { shape in
            guard shape.order > text.order, let shared = shape.bounds.intersection(text.ink) else { return false }
            return shared.width > touch && shared.height > touch
        }
        return isCovered ? Finding("\(text.quoted) is painted over", hint: roomHint) : nil
    }
}

private func crossed(_ subject: SceneSubject) -> [Finding] {
    let fills = subject.fills
    return subject.strokes.flatMap { shape, _ -> [Finding] in
        let near = subject.texts.filter { shape.bounds.intersection($0.core) != nil }
        guard !near.isEmpty else { return [] }
        let segments = shape.item.path.moved(by: shape.offset).segments
        return near.compactMap { text in
            // Lines are cut where a piece of the ground lies over them, behind the text.
            let isCut = fills.contains { $0.order > shape.order && $0.order < text.order && $0.bounds.contains(text.core) }
            let core = text.core.inset(by: touch)
            guard !isCut, let visible = shape.bounds.intersection(core), segments.contains(where: { $0.crosses(visible) }) else { return nil }
            // A line that the author asked for is moved by the author.
            let hint = shape.groups.last == "annotations" ? "point at another month or province, or take the sentence out" : roomHint
            return Finding("a line of \(name(of: shape.groups.last)) runs through \(text.quoted)", hint: hint)
        }
    }
}

private func leavers(_ subject: SceneSubject) -> [Finding] {
    let frame = Rect(subject.walk.scene.size)
    let texts = subject.texts.filter { !frame.contains($0.ink, tolerance: tolerance) && !$0.item.text.trimmed.isEmpty }
    // What has the colour of the ground is not seen.
    let ground = subject.walk.scene.background
    let shapes = subject.shapes.filter { !frame.contains($0.bounds, tolerance: tolerance) && ($0.item.fill != ground || $0.item.stroke != nil) }
    let place = subject.medium == .page ? "the page" : "the figure"
    return texts.map { Finding("\($0.quoted) leaves \(place)", hint: roomHint) }
        + (shapes.isEmpty ? [] : [Finding("something that is drawn in “\(shapes[0].groups.last ?? "")” leaves \(place)", hint: roomHint)])
}

private let roomHint = "give it more room: `width: page`, a height, shorter names, or other spaces in the style"

/// Points: boxes that share less only touch.
private let touch = 0.1
/// Points: half of a thin line at the edge.
private let tolerance = 0.6

/// What an author calls the lines of a group.
private func name(of group: String?) -> String {
    switch group {
    case "annotations": "a call-out or an event"
    case "references": "a mean"
    case "breaks": "a break in the series"
    case "labels": "a label"
    default: "the \(group ?? "figure")"
    }
}
