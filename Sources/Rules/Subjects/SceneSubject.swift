package import Scenes

/// Where a scene is looked at.
package enum Medium: Hashable, Sendable {
    /// A page; the figures on it are judged by themselves.
    case page
    /// A figure as it stands on its page.
    case figure
    /// A figure as a picture file.
    case picture(pixelsPerPoint: Double)
}

/// All that is painted in one place.
package struct SceneSubject: Sendable {
    package let walk: SceneWalk
    package let medium: Medium
    /// What is judged here, in the order of painting.
    let texts: [SceneWalk.Text]
    let shapes: [SceneWalk.Shape]

    package init(_ walk: SceneWalk, medium: Medium) {
        self.walk = walk
        self.medium = medium
        texts = medium == .page ? walk.texts.filter { !$0.groups.areOfFigure } : walk.texts
        shapes = medium == .page ? walk.shapes.filter { !$0.groups.areOfFigure } : walk.shapes
    }

    var strokes: [(shape: SceneWalk.Shape, stroke: Stroke)] {
        shapes.compactMap { shape in shape.item.stroke.map { (shape, $0) } }
    }

    /// What stands behind a text: the ground, and each filled shape that is painted before it as far as no later one covers
    /// it.
    func grounds(of text: SceneWalk.Text) -> [Colour] {
        var grounds = [walk.scene.background]
        for shape in fills where shape.order < text.order {
            guard let fill = shape.item.fill, shape.bounds.intersection(text.ink) != nil else { continue }
            let covers = shape.item.path.rectangle != nil && shape.bounds.contains(text.ink)
            if covers { grounds = [fill] } else { grounds.append(fill) }
        }
        return grounds
    }

    var fills: [SceneWalk.Shape] { walk.shapes.filter { $0.item.fill != nil } }
}

extension [String] {
    fileprivate var areOfFigure: Bool { contains { $0.hasPrefix("figure ") } }
}

extension SceneWalk.Text {
    /// As a message quotes it.
    var quoted: String { "“" + item.text.trimmed + "”" }
}

extension StringProtocol {
    /// Without the blanks at its ends.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace ?? false { rest.removeFirst() }
        while rest.last?.isWhitespace ?? false { rest.removeLast() }
        return String(rest)
    }
}

/// A measure as a message gives it: two decimals at most.
func short(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "−" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
}
