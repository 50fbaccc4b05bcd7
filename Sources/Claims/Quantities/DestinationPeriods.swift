import Figures
import Statistics

/// Periods in brackets: `[2023-02..2023-04]`.
extension DestinationReader {
    mutating func period() throws(Problem) -> Period {
        skipBlanks()
        let month = evidence.data.month
        guard peek() == "[" else { return Period(month...month) }
        let start = place
        guard let end = text[place...].firstIndex(of: "]") else {
            throw Problem(range: start..<text.count, message: "this bracket is never closed", hint: "close it: [2023-04]")
        }
        let written = String(text[start + 1..<end])
        place = end + 1
        let range = start + 1..<max(start + 2, end)
        let points = split(written).map { self.months(of: $0) }
        guard let first = points.first ?? nil, let last = points.last ?? nil else {
            throw Problem(
                range: range, message: "\"\(written)\" is not a period",
                hint: "write a month, [2023-04], a year, [2023], months before that of the brief, [-1], or two of these, [2023-02..2023-04]")
        }
        guard first.lowerBound <= last.upperBound else {
            throw Problem(range: range, message: "the period \"\(written)\" runs backwards", hint: "write its first month first")
        }
        let months = first.lowerBound...last.upperBound
        guard months.upperBound <= month else {
            throw Problem(
                range: range, message: "the brief is of \(month) and reads nothing after it",
                hint: months.lowerBound <= month ? "write [\(months.lowerBound)..\(month)]" : "name a month up to \(month)")
        }
        guard Period(months).length <= longest else {
            throw Problem(range: range, message: "the period has more than \(longest) months", hint: "name a shorter one")
        }
        return Period(months)
    }

    func months(of point: String) -> ClosedRange<Month>? {
        if let month = Month(point) { return month...month }
        guard let number = Int(point) else { return nil }
        if point.count == 4, number > 0, let first = Month(year: number, month: 1), let last = Month(year: number, month: 12) {
            return first...last
        }
        guard number <= 0, number > -longest else { return nil }
        let month = evidence.data.month.advanced(by: number)
        return month.canBeNamed ? month...month : nil
    }
}

/// Months, a century: a slip of the pen must not keep the program busy.
private let longest = 1_200
