/// The file of `names` that holds the patterns of a language, or nil.
///
/// - Parameters:
///   - language: BCP 47; script and variants do not count.
///   - names: `hyph_en_GB.dic`, sorted.
func dictionaryFile(for language: String, among names: [String]) -> String? {
    let subtags = language.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
    guard let first = subtags.first?.lowercased(), first.count >= 2 else { return nil }
    let region = subtags.dropFirst().first(where: isRegion)?.uppercased()
    let usual = usualRegions[first] ?? first.uppercased()
    let wanted = [region, usual].compactMap { $0 }.map { "hyph_\(first)_\($0).dic" } + ["hyph_\(first).dic"]
    return wanted.first(where: names.contains) ?? names.first { $0.hasPrefix("hyph_\(first)_") }
}

/// Two letters, or three digits of a group of countries.
private func isRegion(_ subtag: String) -> Bool {
    subtag.count == 2 && subtag.allSatisfy(\.isLetter) || subtag.count == 3 && subtag.allSatisfy(\.isNumber)
}

/// Where a language's patterns are named for a region that is not the language's own letters.
private let usualRegions = [
    "af": "ZA", "be": "BY", "cs": "CZ", "da": "DK", "el": "GR", "en": "US", "et": "EE", "nb": "NO", "nn": "NO", "sl": "SI",
    "sr": "RS", "sv": "SE", "uk": "UA", "zu": "ZA",
]
