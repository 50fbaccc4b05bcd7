/// A day of a year: the date of an incident.
package struct Day: Hashable, Sendable, Comparable {
    package let month: Month
    /// From 1.
    package let day: Int

    /// Nil for a day that the month does not have (Gregorian calendar).
    package init?(month: Month, day: Int) {
        guard (1...Self.count(in: month)).contains(day) else { return nil }
        self.month = month
        self.day = day
    }

    /// Reads `2024-01-15`; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[7] == UInt8(ascii: "-"), let month = Month(text.prefix(7)),
            bytes[8...].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        self.init(month: month, day: bytes[8...].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
    }

    package static func < (left: Day, right: Day) -> Bool {
        (left.month, left.day) < (right.month, right.day)
    }

    /// How many days a month has.
    package static func count(in month: Month) -> Int {
        switch month.month {
        case 4, 6, 9, 11: 30
        case 2: month.year % 4 == 0 && (month.year % 100 != 0 || month.year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

extension Day: CustomStringConvertible {
    /// `2024-01-15`.
    package var description: String { "\(month)-\(day < 10 ? "0" : "")\(day)" }
}
