package import Scenes
package import Statistics

/// The looks of roles in a style.
extension FigureStyle {
    package func colour(of role: MarkRole) -> Colour {
        switch role {
        case .focus: colours.accent
        case .other: colours.other
        case .previous: colours.previous
        case .second: colours.second
        case .faint: colours.faint
        case .part(let slot): colours.parts.isEmpty ? colours.other : colours.parts[slot % colours.parts.count]
        case .rest: colours.rest
        case .step(let step, let count): colours.step(step, of: count, in: colours.steps)
        case .below(let step, let count): colours.step(step, of: count, in: colours.stepsBelow)
        case .ground: colours.shade
        case .fall: colours.fall
        case .ribbon: colours.ribbon
        case .reference: colours.reference
        }
    }

    func radius(of role: MarkRole) -> Double {
        switch role {
        case .focus, .second, .part, .rest, .fall: spaces.endDot
        case .other, .previous, .faint, .step, .below, .ground, .ribbon, .reference: spaces.dot
        }
    }

    func stroke(of role: MarkRole) -> Stroke {
        let colour = colour(of: role)
        return switch role {
        case .focus, .other, .previous, .part, .step, .below, .fall: Stroke(colour, width: lines.trend, cap: .round)
        case .second: Stroke(colour, width: lines.trend, dash: lines.secondDash)
        case .faint, .ribbon, .ground, .rest: Stroke(colour, width: lines.faint, cap: .round)
        case .reference: Stroke(colour, width: lines.reference, dash: lines.referenceDash)
        }
    }

    func stroke(of role: MarkRole, _ look: LineLook) -> Stroke {
        let stroke = stroke(of: role)
        return look == .whole ? stroke : Stroke(stroke.colour, width: stroke.width, dash: lines.secondDash)
    }

    /// A box of a role. What parts leave over is drawn open, so that it is told from every part of them.
    func box(_ rect: Rect, _ role: MarkRole) -> SceneItem {
        guard role == .rest else { return .shape(ShapeItem(.rectangle(rect), fill: colour(of: role))) }
        let inset = min(lines.ring, rect.width, rect.height) / 2
        return .shape(
            ShapeItem(.rectangle(rect.inset(by: inset)), fill: colours.background, stroke: Stroke(colours.rest, width: lines.ring)))
    }

    /// The look of a text on a mark: ground or ink, whichever can be read there.
    ///
    /// - Parameter isQuiet: whether it keeps its own colour where that can be read.
    package func look(_ look: TextStyle, on role: MarkRole, isQuiet: Bool = false) -> TextStyle {
        let ground = role == .rest ? colours.background : colour(of: role)
        if isQuiet, look.colour.contrast(with: ground) >= 4.5 { return look }
        var look = look
        look.colour = [colours.background, colours.zero, look.colour].max { $0.contrast(with: ground) < $1.contrast(with: ground) } ?? look.colour
        return look
    }

    package func symbol(of absence: Quantity.Absence) -> String {
        switch absence {
        case .unknown: symbols.unknown
        case .notAvailable: symbols.notAvailable
        case .notApplicable: symbols.notApplicable
        case .confidential: symbols.confidential
        }
    }

    package func letter(of mark: Quantity.Marks) -> String {
        switch mark {
        case .revised: symbols.revised
        case .provisional: symbols.provisional
        case .breakInSeries: symbols.breakInSeries
        default: symbols.lowReliability
        }
    }
}

extension FigureStyle.Colours {
    /// The classes are spread over the style's list, so that the farthest from zero always has the strongest colour.
    fileprivate func step(_ step: Int, of count: Int, in steps: [Colour]) -> Colour {
        guard let last = steps.last, count > 1 else { return steps.last ?? other }
        let place = Double(step) / Double(count - 1) * Double(steps.count - 1)
        let index = Int(place.rounded())
        return steps.indices.contains(index) ? steps[index] : last
    }
}
