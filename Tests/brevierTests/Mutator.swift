import Foundation
import TestSupport

/// Reports that are changed at random in some places, the same for the same seed: bytes, lines and words are taken out, doubled,
/// exchanged, and put where they do not belong.
struct Mutator {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// The files of a report by their paths, and the month of its instalment.
    static let sound: [[String: [UInt8]]] = {
        func files(of report: String) -> [String: [UInt8]] { (try? contents(of: "\(Repository.root)/reports/\(report)")) ?? [:] }
        let small = [SmallReport.sound, SmallReport.plain].map { report in
            Dictionary(uniqueKeysWithValues: report.map { ($0.key.replacing("report/", with: ""), Array($0.value.utf8)) })
        }
        // Each again as often as its runs are cheap.
        return small + small + small + [files(of: "central-syria"), files(of: "gallery")]
    }()

    /// What means something somewhere.
    private static let words: [String] = {
        let marks = ["\u{0}", "\u{202E}", "\u{2066}", "\u{2028}", "\u{AD}", "\u{FEFF}", "e\u{301}\u{308}", "حمص", "漢", "😀", "\t", "\r", "\r\n", "\n\n", "---\n", "\\", "\"", "'", "`", "```\n", "$"]
        let markdown = ["# ", "## ", "> ", "- ", "1. ", "2021. ", "* * *\n", "[", "](", ")", "](=", "![](", "[^a]", "\n[^a]: ", "<b>", "<!--", "-->", "| a | b |\n| - | - |\n", "~~", "<https://a.example>", "](lang:ar)"]
        let yaml = [": ", "- ", "{", "}", "[", "]", "&a ", "*a ", "|\n", ">\n", "!!int ", "? ", "#", "yes", "no", "~", "kind: ", "measure: ", "measures: ", "months: ", "width: page\n", "height: ", "title: ", "alt: ", "mean: 3\n", "style: mono\n", "paper: letter\n", "reference: "]
        let kinds = ["numbers", "columns", "stacked", "grouped", "trend", "area", "focus", "cumulative", "bars", "dumbbell", "slope", "waterfall", "calendar", "strip", "multiples", "heat", "table"]
        let numbers = ["0", "-1", "1e308", "99999999999999999999", "0.0001", "1000000", ">=33", "<=24", "10..16", "~40", "[x]", "[c]", "14 [r]", "0001-01", "9999-12", "2024-13", "2024-01", "2023-12-31", ",", ",,,", "\"", ";", "−3", "½"]
        let claims = ["=attacks", "=attacks@North", "=attacks[-1]", "=attacks[-300]", "=attacks[2023]", "=attacks[2023-02..2023-04]", "=attacks>2*wounded", "doubled", "more than doubled", "the most since April 2023", "at least five", "a third", "rose by 20 per cent", "the third month in a row", "none"]
        return marks + markdown + yaml + kinds + numbers + claims
    }()

    /// A report with one to five changes.
    mutating func report() -> [String: [UInt8]] {
        var files = Self.sound[number(0..<Self.sound.count)]
        let paths = files.keys.filter { !$0.hasSuffix("README.md") }.sorted()
        for _ in 0..<number(1..<6) {
            let path = paths[number(0..<paths.count)]
            files[path] = changed(files[path] ?? [])
        }
        return files
    }

    private mutating func changed(_ bytes: [UInt8]) -> [UInt8] {
        guard !bytes.isEmpty else { return Array(word().utf8) }
        var bytes = bytes
        let place = number(0..<bytes.count)
        switch number(0..<12) {
        case 0: bytes[place] = UInt8(number(0..<256))
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + number(1..<40)))
        case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + number(1..<200))], at: number(0..<bytes.count))
        case 3: bytes.removeLast(number(0..<bytes.count / 2 + 1))
        case 4, 5: return linesChanged(bytes)
        case 6: return numberChanged(bytes, from: place)
        case 7:
            let repeated = Array(repeating: Array(word().utf8), count: number(1..<[3, 30, 1000][number(0..<3)])).joined()
            bytes.insert(contentsOf: repeated, at: place)
        default: bytes.insert(contentsOf: word().utf8, at: place)
        }
        return bytes
    }

    private mutating func linesChanged(_ bytes: [UInt8]) -> [UInt8] {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let (one, other) = (number(0..<lines.count), number(0..<lines.count))
        switch number(0..<3) {
        case 0: lines.swapAt(one, other)
        case 1: lines.remove(at: one)
        default: lines.insert(lines[one], at: other)
        }
        return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }

    /// The next number of the file as another one.
    private mutating func numberChanged(_ bytes: [UInt8], from place: Int) -> [UInt8] {
        let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
        guard let start = bytes[place...].firstIndex(where: isDigit) else { return bytes }
        let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
        let others = ["0", "1", "7", "12", "13", "99", "1000", "123456789", "0.5", "-4", ""]
        return bytes[..<start] + Array(others[number(0..<others.count)].utf8) + bytes[end...]
    }

    private mutating func word() -> String { Self.words[number(0..<Self.words.count)] }

    private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
}
