import Scenes
package import Statistics

extension Wording {
    /// "a, b and c"; a part that is a list itself is kept apart by a comma, and one that is read from the right keeps to itself.
    package func list(_ parts: [String]) -> String {
        let parts = parts.count > 1 ? parts.map(Direction.isolated) : parts
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        let isHeavy = parts.contains { Self.contains($0, listEnd) || Self.contains($0, listSeparator) }
        return parts.dropLast().joined(separator: listSeparator) + (isHeavy ? heavyListEnd : listEnd) + last
    }

    /// The name of a measure within a sentence: "confirmed attacks", and "ISIS attacks" as it is.
    package func inSentence(_ name: String) -> String {
        let second = name.dropFirst().first
        guard lowersNames, let first = name.first, second?.isLowercase ?? false else { return name }
        return first.lowercased() + name.dropFirst()
    }

    /// With a capital at its beginning, also where that is set apart.
    package func capitalised(_ sentence: String) -> String {
        let isolates = sentence.prefix(while: Direction.isIsolate)
        let words = sentence.dropFirst(isolates.count)
        return isolates + words.prefix(1).uppercased() + words.dropFirst()
    }

    /// A change as a sentence says it: "+19 since December", "no change since December", "not known for December".
    package func changeInWords(_ change: Change) -> String {
        for observation in [change.later, change.earlier] where observation.quantity.isMissing {
            return notKnownFor(name(of: observation.month))
        }
        let since = name(of: change.earlier.month)
        if change.direction == .unchanged { return noChange(since) }
        return change.difference.flatMap(text).map { self.change($0, since) } ?? notComparable(since)
    }

    /// "+19", "−3", "0", "≥+9", "~−7", "−4 to +2"; nil for an estimate with an open end, of which nothing plain can be said.
    package func text(of difference: Interval) -> String? {
        let sign = difference.isEstimate ? estimate : ""
        if let number = difference.number { return sign + signed(number) }
        switch (difference.lower == -.infinity, difference.upper == .infinity) {
        case (false, false): return sign + period(signed(difference.lower), signed(difference.upper))
        case (false, true): return difference.isEstimate ? nil : atLeast + signed(difference.lower)
        case (true, _): return difference.isEstimate ? nil : atMost + signed(difference.upper)
        }
    }

    // String.contains of a string would need Foundation or the slower matching of sequences.
    private static func contains(_ text: String, _ part: String) -> Bool {
        let (text, part) = (Array(text.utf8), Array(part.utf8))
        guard !part.isEmpty, text.count >= part.count else { return false }
        return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
    }
}
