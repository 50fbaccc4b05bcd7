internal import Diagnostics

extension Span {
    /// Links that Markdown leaves in the text: with a blank in the destination, with another link inside.
    ///
    /// - Parameter followsLink: another link stands before it in the paragraph.
    func brokenLinks(followsLink: Bool) -> [Diagnostic] {
        let attached = places(of: "](").enumerated().map { index, start in
            let destination = text(from: start + 2)
            let isOuter = followsLink && index == 0 && !file.bytes[range.lowerBound..<start].contains(UInt8(ascii: "["))
            return brokenLink(start..<start + (destination.hasPrefix("=") ? 3 : 2), destination: destination, isOuter: isOuter)
        }
        let apart = places(of: "] (").filter { start in
            let destination = text(from: start + 3)
            return destinations.contains { destination.hasPrefix($0) }
        }.map { start in
            Diagnostic.error(
                file.span(start..<start + 3), "this is not read as a link", hint: "put nothing between the brackets: [halved](=deaths)")
        }
        return attached + apart
    }

    private func brokenLink(_ place: Range<Int>, destination: String, isOuter: Bool) -> Diagnostic {
        let hint =
            if isOuter {
                "a link stands in no other: end the first before the second begins"
            } else if destination.hasPrefix("<"), destination.prefix(while: { $0 != "\n" }).dropFirst().firstIndex(of: ">").map({ !destination[$0...].hasPrefix(">)") }) ?? false {
                "write the sign > within the angle brackets as \\>: [more](<=attacks \\> 5>)"
            } else if destination.hasPrefix("=") || destination.hasPrefix("<=") {
                "put a destination that holds blanks in angle brackets: [14](<=attacks@Deir Ez Zor>)"
            } else {
                "an address has no blanks: write %20 for each; for brackets that are no link, write \\["
            }
        return .error(file.span(place.lowerBound..<min(place.upperBound, range.upperBound)), "this is not read as a link", hint: hint)
    }

    /// References to links that are defined nowhere: `[words][label]`, and `[label]` where a definition has nearly its name.
    func undefinedLinks(labels: [String]) -> [Diagnostic] {
        let bytes = file.bytes
        let full = places(of: "][").compactMap { start -> Diagnostic? in
            guard let end = bytes[(start + 2)..<range.upperBound].firstIndex(of: UInt8(ascii: "]")) else { return nil }
            let words = bytes[range.lowerBound..<start].lastIndex(of: UInt8(ascii: "[")).map { file.text($0 + 1..<start) } ?? ""
            let label = end > start + 2 ? file.text(start + 2..<end) : words
            // A note or a citation is told as such.
            guard !label.hasPrefix("^"), !label.hasPrefix("@") else { return nil }
            return undefined(label, at: start + 1..<end + 1, labels: labels)
        }
        guard !labels.isEmpty else { return full }
        let short = places(of: "[").compactMap { start -> Diagnostic? in
            guard let end = bytes[start..<min(start + longestLabel, range.upperBound)].firstIndex(of: UInt8(ascii: "]")), end > start + 1,
                start == range.lowerBound || bytes[start - 1] != UInt8(ascii: "]"),
                end + 1 == range.upperBound || bytes[end + 1] != UInt8(ascii: "[") && bytes[end + 1] != UInt8(ascii: "(")
            else { return nil }
            let label = file.text(start + 1..<end)
            guard suggestion(for: label, among: labels, called: "links")?.hasPrefix("did you mean") ?? false else { return nil }
            return undefined(label, at: start..<end + 1, labels: labels)
        }
        return full + short
    }

    private func undefined(_ label: String, at place: Range<Int>, labels: [String]) -> Diagnostic {
        .error(
            file.span(place), "no link is called \"\(label)\"",
            hint: suggestion(for: label, among: labels, called: "links") ?? "define it on a line of its own: [\(label)]: https://…")
    }

    /// As much as a destination may have.
    private func text(from start: Int) -> String {
        let start = min(start, range.upperBound)
        return file.text(start..<min(start + 500, range.upperBound))
    }
}

/// In bytes: nobody means a longer one.
private let longestLabel = 200

/// How the destinations of links begin: what stands between parentheses otherwise is an aside.
private let destinations = ["=", "<=", "http:", "https:", "mailto:", "lang:", "#"]

private let mostLabels = 100

extension MarkdownLines {
    /// The labels of `[label]: https://…`, in order.
    ///
    /// - Parameter verbatim: where code and HTML stand, in any order.
    func linkLabels(verbatim: [Range<Int>]) -> [String] {
        let bytes = file.bytes
        var labels: [String] = []
        var verbatim = verbatim.sorted { $0.lowerBound < $1.lowerBound }[...]
        for line in 1...count {
            let range = range(line)
            let start = contentStart(line, quotes: 0, insideList: false)
            verbatim = verbatim.drop { $0.upperBound <= start }
            guard !(verbatim.first?.contains(start) ?? false), start - range.lowerBound <= 3, start + 1 < range.upperBound,
                bytes[start] == UInt8(ascii: "["), bytes[start + 1] != UInt8(ascii: "^"),
                let end = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "]")), end > start + 1, end + 1 < range.upperBound,
                bytes[end + 1] == UInt8(ascii: ":")
            else { continue }
            labels.append(file.text(start + 1..<end))
            // Each may be held against each bracket.
            if labels.count == mostLabels { break }
        }
        return labels
    }
}
