/// A month of a year, without a day.
///
/// What an author names lies in `years`. What is counted from it may lie outside, and is a month like any other: whoever
/// reads data there finds none.
package struct Month: Hashable, Sendable, Comparable, Strideable {
    /// The years that can be named. With four digits and no zero before them, a slip of the pen ("0024") is none of them.
    package static let years = 1_000...9_999

    /// Months since January of the year 0.
    private let index: Int

    /// Nil for a year outside `years`.
    ///
    /// - Parameter month: 1 to 12.
    package init?(year: Int, month: Int) {
        guard Self.years.contains(year), (1...12).contains(month) else { return nil }
        index = year * 12 + month - 1
    }

    private init(index: Int) {
        self.index = index
    }

    /// Reads `2024-01`; nil for anything else, a day or a one-digit month among it.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 7, bytes[4] == UInt8(ascii: "-") else { return nil }
        var numbers: [Int] = []
        for part in [bytes[0..<4], bytes[5..<7]] {
            guard part.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
            numbers.append(part.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
        }
        self.init(year: numbers[0], month: numbers[1])
    }

    /// Rounded down, as before the year 0 too a year begins in January.
    package var year: Int { (index - (month - 1)) / 12 }

    /// 1 to 12.
    package var month: Int { (index % 12 + 12) % 12 + 1 }

    /// Whether an author could name it.
    package var canBeNamed: Bool { Self.years.contains(year) }

    package static func < (left: Month, right: Month) -> Bool { left.index < right.index }

    package func distance(to other: Month) -> Int { other.index - index }

    package func advanced(by months: Int) -> Month { Month(index: index + months) }
}

extension Month: CustomStringConvertible {
    /// `2024-01`.
    package var description: String {
        let years = String(abs(year))
        return (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - years.count)) + years + (month < 10 ? "-0" : "-") + String(month)
    }
}
