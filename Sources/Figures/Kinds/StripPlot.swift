import Statistics

/// Each incident as a dot along the days of a month, by province.
package struct StripPlot: PlotKind {
    package static let keyword = "strip"
    package static let summary = "Each incident as a dot along the month, by province, with its kind as shape and colour."
    package static let options = [
        FigureOption("provinces", .provinces, "which provinces, in this order; all where it is not written", standard: "all"),
        FigureOption("by", .choice(["kind", "claimed", "nothing"]), "what shape and colour tell", standard: "kind"),
        FigureOption("measure", .measure, "the figure that the incidents are held against, in a note", standard: "none"),
    ]

    private let incidents: IncidentMonth
    private let provinces: [String]
    /// The sorts that have a shape of their own, most frequent first, and those without.
    private let sorts: IncidentSorts
    private let by: String

    package init(_ options: OptionValues, data: FigureData) throws(FigureProblems) {
        provinces = options.provinces("provinces") ?? data.provincesWithIncidents
        incidents = try IncidentMonth(data, provinces: provinces, measure: options.measure("measure"))
        by = options.word("by") ?? "kind"
        sorts = IncidentSorts(incidents.dated, by: by, wording: data.wording)
    }

    package var wording: Wording { incidents.wording }

    package var subtitle: String {
        let shown = provinces.count == 1 ? wording.incidentsADay(incidents.place) : wording.incidentsByProvince(incidents.place, incidents.noun.singular)
        return wording.during(shown, wording.month(incidents.month))
    }

    package func remarks(in style: FigureStyle) -> [String] { incidents.remarks(in: style) }

    package var isEmpty: Bool { incidents.dated.isEmpty && (!incidents.isKnown || !incidents.undated.isEmpty) }

    package var alternativeText: String {
        wording.alternative(Self.noun(wording), subtitle.lowercasedFirst, finding)
    }

    /// "3 in Homs (one of an unknown day) and 0 in Hama; 2 mine and 1 raid".
    private var finding: String {
        guard incidents.isKnown else { return wording.noneKnown }
        let all = incidents.dated + incidents.undated
        let byProvince = provinces.map { province in
            let count = wording.valueIn(province, wording.number(Double(all.count { $0.province == province })))
            return incidents.undatedInWords(in: province).map { wording.withChange(count, $0) } ?? count
        }
        let described = IncidentSorts(all, by: by, wording: wording)
        let byKind = described.entries.map { wording.valueOf($0.name, wording.number(Double($0.count))) }
        return [wording.list(byProvince), wording.list(byKind)].filter { !$0.isEmpty }.joined(separator: wording.partSeparator)
    }

    package var values: ValueTable {
        ValueTable(
            header: ["date", "province", "kind", "claimed"],
            rows: (incidents.dated + incidents.undated).map { incident in
                [incident.date?.description ?? "", incident.province, incident.kind ?? "", incident.isClaimed.map { $0 ? "yes" : "no" } ?? ""]
            })
    }

    package func plot(in style: FigureStyle) -> Plot {
        var marks: [Mark] = []
        var highest = 1
        var columns: [[Incident]] = []
        for province in provinces.indices {
            let days = Dictionary(grouping: incidents.dated.filter { $0.province == provinces[province] }) { $0.date?.day ?? 0 }
            for day in days.keys.sorted() {
                // Alike stand together.
                let column = (days[day] ?? []).enumerated().sorted { (sorts.slot(of: $0.element), $0.offset) < (sorts.slot(of: $1.element), $1.offset) }
                columns.append(column.map(\.element))
                highest = max(highest, column.count)
            }
        }
        // Dots of a day stand above each other, which takes rows as high as the most of them.
        let dot = style.spaces.endDot * 2.4
        let share = max(1, (Double(highest) + 1) * dot / style.spaces.row)
        let bar = style.spaces.row * share / (1 + style.spaces.barGap)
        for column in columns {
            for (index, incident) in column.enumerated() {
                guard let band = provinces.firstIndex(of: incident.province), let day = incident.date?.day else { continue }
                let offset = (Double(index) - Double(column.count - 1) / 2) * dot / bar
                let look = sorts.look(of: incident)
                marks.append(
                    .dot(PlotPoint(band: band, value: Double(day)), look.role, look.shape, lane: Lane(offset: offset, thickness: 0)))
            }
        }
        if !incidents.isKnown { marks = provinces.indices.map { .missing(band: $0, .whole, .unknown) } }
        let last = Day.count(in: incidents.month)
        let places = stride(from: 1, through: last, by: 7).map { Plot.Values.Place(Double($0), wording.dayOfMonth(String($0), wording.shortName(of: incidents.month))) }
        var plot = Plot(
            direction: .horizontal, bands: .names(provinces), values: .places(incidents.isKnown ? places : [], Domain(0.25, Double(last) + 0.75) ?? .unit), marks: marks,
            key: sorts.key)
        plot.rowShare = share
        return plot
    }

    private static let noun: LocalText = ["en": "Strip plot"]
}

/// Sorts of incidents and how their dots look: three of their own, the rest together.
private struct IncidentSorts {
    struct Entry {
        var name: String
        var count: Int
    }

    let entries: [Entry]
    private let named: [String]
    private let by: String
    private let wording: Wording
    private let hasRest: Bool

    init(_ incidents: [Incident], by: String, wording: Wording) {
        self.by = by
        self.wording = wording
        let names = incidents.map { Self.name(of: $0, by, wording) }
        var counts: [Entry] = []
        for name in names {
            if let index = counts.firstIndex(where: { $0.name == name }) { counts[index].count += 1 } else { counts.append(Entry(name: name, count: 1)) }
        }
        counts.sort { ($1.count, NameOrder($0.name)) < ($0.count, NameOrder($1.name)) }
        // Four sorts can be told apart; of more the fourth is all others.
        let own = counts.count <= Self.most ? counts : Array(counts.prefix(Self.most - 1))
        let others = counts.dropFirst(own.count)
        named = own.map(\.name)
        hasRest = !others.isEmpty
        entries = by == "nothing" ? [] : own + (hasRest ? [Entry(name: wording.otherKinds, count: others.reduce(0) { $0 + $1.count })] : [])
    }

    private static let most = 4

    private static func name(of incident: Incident, _ by: String, _ wording: Wording) -> String {
        switch by {
        case "kind": incident.kind ?? wording.kindNotKnown
        case "claimed": incident.isClaimed.map { $0 ? wording.claimed : wording.notClaimed } ?? wording.claimNotKnown
        default: ""
        }
    }

    func slot(of incident: Incident) -> Int { named.firstIndex(of: Self.name(of: incident, by, wording)) ?? named.count }

    func look(of incident: Incident) -> (role: MarkRole, shape: DotShape) {
        by == "nothing" ? (.focus, .disc) : look(slot: slot(of: incident))
    }

    private func look(slot: Int) -> (role: MarkRole, shape: DotShape) {
        // What was claimed is the matter, whatever there is most of.
        if by == "claimed", named.indices.contains(slot) {
            return switch named[slot] {
            case wording.claimed: (.focus, .disc)
            case wording.notClaimed: (.rest, .ring)
            default: (.second, .triangle)
            }
        }
        return slot < named.count ? (.part(slot), [.disc, .square, .triangle, .diamond][slot % 4]) : (.rest, .ring)
    }

    var key: [Plot.KeyEntry] {
        entries.enumerated().map { slot, entry in
            let look = look(slot: slot)
            return Plot.KeyEntry(look.role, wording.capitalised(entry.name), .dot(look.shape))
        }
    }
}
