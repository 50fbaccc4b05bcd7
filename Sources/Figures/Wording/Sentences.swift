package import Statistics

extension Wording {
    /// "a, b and c"; a part that is a list itself is kept apart by a comma.
    package func list(_ parts: [String]) -> String {
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

    /// With a capital at its beginning.
    package func capitalised(_ sentence: String) -> String {
        guard let first = sentence.first else { return sentence }
        return first.uppercased() + sentence.dropFirst()
    }

    /// The change against the month before, in words: "+19 since December", "no change since December", "not known for
    /// December".
    package func change(from before: Quantity, to now: Quantity, of measure: Measure, since month: Month) -> String {
        let name = name(of: month)
        if before.isMissing { return notKnownFor(name) }
        return switch Change(from: before, to: now, of: measure) {
        case .none: notComparable(name)
        case .exact(0)?: noChange(name)
        case let change?: self.change(text(of: change), name)
        }
    }

    /// "+19", "−3", "0", "≥+9".
    package func text(of change: Change) -> String {
        switch change {
        case .exact(let number): signed(number)
        case .atLeast(let number): atLeast + signed(number)
        case .atMost(let number): atMost + signed(number)
        }
    }

    // String.contains of a string would need Foundation or the slower matching of sequences.
    private static func contains(_ text: String, _ part: String) -> Bool {
        let (text, part) = (Array(text.utf8), Array(part.utf8))
        guard !part.isEmpty, text.count >= part.count else { return false }
        return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
    }
}
