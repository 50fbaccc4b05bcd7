package import Statistics

extension Wording {
    /// "January".
    package func name(of month: Month) -> String { monthNames[month.month - 1] }

    /// "Jan".
    package func shortName(of month: Month) -> String { shortMonthNames[month.month - 1] }

    /// "January 2024".
    package func month(_ month: Month) -> String { monthAndYear(name(of: month), String(month.year)) }

    /// "Jan 2024".
    package func shortMonth(_ month: Month) -> String { monthAndYear(shortName(of: month), String(month.year)) }

    /// "February 2022 to January 2024"; a single month by itself.
    package func months(_ months: ClosedRange<Month>) -> String {
        months.lowerBound == months.upperBound
            ? month(months.lowerBound) : period(month(months.lowerBound), month(months.upperBound))
    }

    /// "2023" for a whole year, "February to May 2023" within one, and otherwise as `months`.
    package func window(_ months: ClosedRange<Month>) -> String {
        let (first, last) = (months.lowerBound, months.upperBound)
        guard first.year == last.year, first != last else { return self.months(months) }
        if first.month == 1, last.month == 12 { return String(first.year) }
        return period(name(of: first), month(last))
    }

    /// "May and November 2023", "May 2022, and May and November 2023".
    ///
    /// - Parameter months: in order; the year is said once for the months of a year.
    package func list(_ months: [Month]) -> String {
        var years: [(year: Int, names: [String])] = []
        for month in months {
            if years.last?.year != month.year { years.append((month.year, [])) }
            years[years.count - 1].names.append(name(of: month))
        }
        return list(years.map { monthAndYear(list($0.names), String($0.year)) })
    }
}
