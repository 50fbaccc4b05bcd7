extension Month {
    /// What to write instead of a text that is no month, as a hint to the author.
    package static func hint(for text: String) -> String {
        if let hint = hintOfYear(in: text) { return hint }
        if let day = Day(text) { return "a month has no day: write \"\(day.month)\"" }
        if let month = likelyMeant(by: text) { return "write \"\(month)\"" }
        return "a month is a year and two digits, January 2024 being \"2024-01\""
    }

    /// What to say of a month or a day whose year cannot be named, `0024-01`; nil for any other text.
    package static func hintOfYear(in text: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts[0].utf8.count == 4, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month), !years.contains(year)
        else { return nil }
        return "years are written from \(years.lowerBound) to \(years.upperBound), and \(parts[0]) is none of them"
    }

    /// The month that a text in another form means: `2024-1`, `2024/01`, `01/2024`, `202401`, `Jan 2024`, `2024 January`.
    private static func likelyMeant(by text: String) -> Month? {
        let words = text.split { !$0.isLetter && !$0.isWholeNumber }
        let numbers = words.compactMap { Int($0) }
        if words.count == 1, text.count == 6, let number = numbers.first {
            return Month(year: number / 100, month: number % 100)
        }
        guard words.count == 2 else { return nil }
        if numbers.count == 2 {
            let year = words.first { $0.count == 4 }.flatMap { Int($0) }
            let month = words.first { $0.count <= 2 }.flatMap { Int($0) }
            guard let year, let month else { return nil }
            return Month(year: year, month: month)
        }
        guard let year = words.first(where: { $0.count == 4 && Int($0) != nil }).flatMap({ Int($0) }),
            let name = words.first(where: { Int($0) == nil && $0.count >= 3 })?.lowercased(),
            let index = englishNames.firstIndex(where: { $0.hasPrefix(name) })
        else { return nil }
        return Month(year: year, month: index + 1)
    }
}

/// As spreadsheets write them.
private let englishNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
]
