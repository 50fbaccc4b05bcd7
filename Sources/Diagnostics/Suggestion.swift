/// The word of `candidates` that the author most likely meant by `word`, or nil where none is near.
///
/// Near is at most a third of the longer word's letters wrong (a swap of neighbours counts once), or one beginning
/// with the other. Case and the marks `-`, `_` and space do not count. The first of equally near words wins.
package func likelyMeant<Words: Sequence<String>>(_ word: String, among candidates: Words) -> String? {
    let written = folded(word)
    guard !written.isEmpty else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in candidates {
        let known = folded(candidate)
        let longer = max(written.count, known.count)
        let isBeginning = min(written.count, known.count) >= 3 && (written.starts(with: known) || known.starts(with: written))
        // So many letters are wrong at least; where that is too many already, nothing need be compared.
        let least = isBeginning ? 0 : abs(written.count - known.count)
        guard least <= max(1, longer / 3), least < best?.distance ?? .max else { continue }
        var distance = editDistance(written, known)
        if distance > longer / 3, isBeginning { distance = longer / 3 }
        if distance <= max(1, longer / 3), distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
}

/// "did you mean …?", or nil where no candidate is near; then the list of what there is, if it is short.
package func suggestion<Words: Collection<String>>(for word: String, among candidates: Words, called what: String) -> String? {
    if let likely = likelyMeant(word, among: candidates) { return "did you mean \"\(likely)\"?" }
    guard !candidates.isEmpty else { return nil }
    return "\(what): \(candidates.joined(separator: ", "))"
}

private func folded(_ word: String) -> [Character] {
    word.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " && $0 != "'" && $0 != "’" }.map { $0 }
}

/// The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
package func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in 1...left.count {
        var current = [i] + [Int](repeating: 0, count: right.count)
        for j in 1...right.count {
            let cost = left[i - 1] == right[j - 1] ? 0 : 1
            current[j] = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + cost)
            if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                current[j] = min(current[j], beforeLast[j - 2] + 1)
            }
        }
        beforeLast = last
        last = current
    }
    return last[right.count]
}
