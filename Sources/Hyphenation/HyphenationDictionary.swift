internal import CHyphen
internal import Glibc

/// Where the words of a language may be broken at the end of a line, by the patterns that TeX and LibreOffice use.
///
/// A dictionary belongs to one thread. It is loaded on another, from the moment it is made: that takes about 7 ms, a tenth
/// of a whole render, which pass while the report is read.
package final class HyphenationDictionary {
    /// Where Linux distributions keep the patterns.
    package static let systemFolder = "/usr/share/hyphen"

    /// At least so many letters stay before a hyphen, and go after it, whatever the patterns allow.
    package static let lettersBefore = 2
    package static let lettersAfter = 3

    private let loading: PatternLoading
    /// Whether a word with a capital is left whole: it is a name, or stands at the beginning of a line anyway.
    private let keepsNames: Bool
    private var known: [String: [Int]] = [:]

    /// The dictionary of `language`, or nil where none is installed.
    ///
    /// - Parameters:
    ///   - language: BCP 47. "en-GB" takes the British patterns, or where they are not installed the ones that belong to
    ///     the language's usual region ("en" the American, "de" the German), or else the language's first by name.
    ///   - folder: where the files `hyph_en_GB.dic` are.
    package init?(language: String, folder: String = systemFolder) {
        guard let file = dictionaryFile(for: language, among: fileNames(in: folder)) else { return nil }
        loading = PatternLoading(path: folder + "/" + file)
        keepsNames = !languagesWithCapitalNouns.contains { language.lowercased().hasPrefix($0) }
    }

    /// UTF-8 offsets in `word` where a hyphen may be set, rising.
    ///
    /// - Parameter word: one word, without spaces or punctuation; a capital may begin it.
    /// - Returns: none for names (words that begin with a capital, in languages whose other nouns do not), words with digits, with capitals inside, with anything but letters and apostrophes (an address, a
    ///   word that has a hyphen of its own), and none where the dictionary cannot be read.
    package func points(in word: String) -> [Int] {
        guard word.utf8.count > Self.lettersBefore + Self.lettersAfter - 1 else { return [] }
        if let points = known[word] { return points }
        let points = found(in: word)
        known[word] = points
        return points
    }

    private func found(in word: String) -> [Int] {
        guard isPlain(word) else { return [] }
        if keepsNames, word.unicodeScalars.first?.properties.isUppercase ?? false { return [] }
        let lower = word.lowercased()
        // An offset in the lower-case word must be one in the word itself: "İ" is longer in lower case.
        guard lower.utf8.count == word.utf8.count else { return [] }
        let widths = word.unicodeScalars.map { UTF8.width($0) }
        var points: [Int] = []
        var offset = 0
        var letters = 0
        for place in loading.patterns.breaks(in: lower) {
            guard place >= Self.lettersBefore, widths.count - place >= Self.lettersAfter else { continue }
            offset += widths[letters..<place].reduce(0, +)
            letters = place
            points.append(offset)
        }
        return points
    }
}

/// German and its neighbours begin every noun with a capital.
private let languagesWithCapitalNouns = ["de", "gsw", "lb", "nds"]

/// Letters and apostrophes only, none of them a capital but the first.
private func isPlain(_ word: String) -> Bool {
    for (index, scalar) in word.unicodeScalars.enumerated() {
        let properties = scalar.properties
        if scalar == "'" || scalar == "’" || properties.isGraphemeExtend { continue }
        guard properties.isAlphabetic else { return false }
        if index > 0, properties.isUppercase { return false }
    }
    return true
}

/// The names of the dictionaries in a folder, sorted; none where it cannot be read.
private func fileNames(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
        }
        if name.hasPrefix("hyph_"), name.hasSuffix(".dic") { names.append(name) }
    }
    return names.sorted()
}
