import Statistics

/// The days of a month by weeks, with how many incidents each had.
package struct DayCalendar: PlotKind {
    package static let keyword = "calendar"
    package static let summary = "The days of the month by weeks, with how many incidents are described of each."
    package static let options = [
        FigureOption("province", .province, "of which province; all where it is not written", standard: "all"),
        FigureOption("measure", .measure, "the figure that the incidents are held against, in a note", standard: "none"),
    ]
    /// A day would be too small to be seen there.
    package static let standsInPanels = false

    private let incidents: IncidentMonth

    package init(_ options: OptionValues, data: FigureData) throws(FigureProblems) {
        let province = options.province("province").flatMap { $0 == data.total ? nil : $0 }
        incidents = try IncidentMonth(data, provinces: province.map { [$0] }, measure: options.measure("measure"))
    }

    package var wording: Wording { incidents.wording }

    package var subtitle: String {
        wording.during(wording.incidentsADay(incidents.place), wording.month(incidents.month))
    }

    package func remarks(in style: FigureStyle) -> [String] { incidents.remarks(in: style) }

    package var alternativeText: String {
        wording.alternative(Self.noun(wording), subtitle.lowercasedFirst, finding)
    }

    /// "5 incidents; one of an unknown day; most on a day: at least 2 (3 January)".
    private var finding: String {
        guard incidents.isKnown else { return wording.noneKnown }
        let counts = counts
        let most = counts.max() ?? 0
        let days = counts.indices.filter { counts[$0] == most }.map { wording.dayOfMonth(String($0 + 1), wording.name(of: incidents.month)) }
        let number = wording.number(Double(most))
        let busiest = wording.busiestDay(
            incidents.undated.isEmpty ? number : wording.noFewerThan(number), days.count > Self.mostNamed ? wording.dayCount(String(days.count)) : wording.list(days))
        let all = wording.incidentCount(String(incidents.dated.count + incidents.undated.count))
        let parts = [all, incidents.undatedInWords(), most > 0 ? busiest : nil].compactMap { $0 }
        return parts.joined(separator: wording.partSeparator)
    }

    package var values: ValueTable {
        let days = counts.enumerated().map { index, count in
            [Day(month: incidents.month, day: index + 1)?.description ?? "", incidents.isKnown ? String(count) : ""]
        }
        return ValueTable(
            header: ["date", "incidents"], rows: days + (incidents.undated.isEmpty ? [] : [["", String(incidents.undated.count)]]))
    }

    package func plot(in style: FigureStyle) -> Plot {
        let counts = counts
        let classes = ValueClasses(incidents.isKnown ? counts.map(Double.init) : [])
        let first = incidents.month.firstWeekday
        let weeks = (first + counts.count + 6) / 7
        var marks: [Mark] = []
        var labels: [Plot.Label] = []
        for (index, count) in counts.enumerated() {
            let (week, weekday) = ((first + index) / 7, (first + index) % 7)
            let (from, to) = (Double(weekday), Double(weekday + 1))
            let role = classes.role(of: Double(count))
            marks.append(
                incidents.isKnown
                    ? .bar(band: week, .cell, from: from, value: to, role, .whole)
                    : .missing(band: week, .cell, .unknown, at: (from + to) / 2))
            labels.append(
                .init(band: week, lane: .cell, value: to, parts: [.change(String(index + 1))], place: .corner(from: from, role)))
            if count > 0 {
                labels.append(
                    .init(
                        band: week, lane: .cell, value: to, parts: [.focus(wording.number(Double(count)))], place: .inside(from: from, role)))
            }
        }
        let starts = (0..<weeks).map { week in max(1, week * 7 - first + 1) }
        var plot = Plot(
            direction: .horizontal, bands: .names(starts.map { wording.dayOfMonth(String($0), wording.shortName(of: incidents.month)) }),
            values: .bands(.steps(wording.shortWeekdayNames, focus: nil)), marks: marks, labels: labels, key: classes.key(wording))
        plot.isGrid = true
        plot.rowShare = 1.35
        return plot
    }

    /// How many of each day.
    private var counts: [Int] {
        var counts = [Int](repeating: 0, count: Day.count(in: incidents.month))
        for incident in incidents.dated { counts[(incident.date?.day ?? 1) - 1] += 1 }
        return counts
    }

    private static let noun: LocalText = ["en": "Calendar"]
    /// More days with the same number are counted, not named.
    private static let mostNamed = 3
}
