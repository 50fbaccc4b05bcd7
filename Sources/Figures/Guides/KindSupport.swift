package import Statistics

extension FigureData {
    /// What a province is called within a sentence: the total is that of the place.
    package func name(of province: String) -> String { province == total ? place : province }

    /// "Attacks in central Syria by province", without the place where it has no figures of its own.
    func byProvince(_ measures: [Measure]) -> String {
        let (names, noun) = (wording.names(of: measures), provinceNoun.singular)
        return place(of: measures).map { wording.byProvince(names, $0, noun) } ?? wording.byProvinceAlone(names, noun)
    }

    /// The colours of provinces by their place in the report, so that each keeps its own through the brief. Where two would
    /// have the same in one figure the later one takes the next that is free.
    func roles(of shown: [String], in style: FigureStyle) -> [MarkRole] { roles(of: shown, among: provinces, in: style) }

    /// The colours of measures, likewise, by their place among those of the same unit.
    func roles(of shown: [Measure], in style: FigureStyle) -> [MarkRole] {
        let units = Set(shown.map(\.unit))
        return roles(of: shown.map(\.key), among: measures.filter { units.contains($0.unit) }.map(\.key), in: style)
    }

    private func roles(of shown: [String], among all: [String], in style: FigureStyle) -> [MarkRole] {
        let count = max(1, style.colours.parts.count)
        var taken: Set<Int> = []
        return shown.map { name in
            guard let index = all.firstIndex(of: name) else { return .rest }
            let wanted = index % count
            let slot = (0..<count).map { (wanted + $0) % count }.first { !taken.contains($0) } ?? wanted
            taken.insert(slot)
            return .part(slot)
        }
    }

    /// The provinces that the data of any of the measures are about, in the report's order: another file may be about others.
    package func provinces(of measures: [Measure]) -> [String] {
        provinces.filter { province in measures.contains { table.isAbout(province, $0) } }
    }

    /// The report's place, where the data of any of the measures are about its total.
    package func place(of measures: [Measure]) -> String? {
        measures.contains { table.isAbout(total, $0) } ? place : nil
    }

    /// So many months, the month of the brief the last.
    package func months(_ count: Int) -> ClosedRange<Month> { month.advanced(by: 1 - max(1, count))...month }
}

extension OptionValues {
    /// The measures of an option that has no standard, or the problem that it is not set.
    func required(measures name: String) throws(FigureProblems) -> [Measure] {
        guard let measures = measures(name), !measures.isEmpty else {
            throw FigureProblems([.init(option: name, "`\(name)` is not set", hint: "name a measure: `\(name): …`")])
        }
        return measures
    }
}

extension ValueTable {
    /// Months in rows, measures in columns, as the monthly table has them.
    init(_ series: [Series]) {
        self.init(header: ["month", "province"] + series.map(\.measure.key), rows: [])
        guard let first = series.first else { return }
        rows = first.observations.indices.map { index in
            [first.observations[index].month.description, first.province]
                + series.map { $0.observations[index].quantity.cell }
        }
    }
}

extension ValueTable {
    /// Months and their provinces in rows, one measure.
    init(provinces series: [Series]) {
        self.init(header: ["month", "province"] + series.prefix(1).map(\.measure.key), rows: [])
        rows = (series.first?.observations ?? []).indices.flatMap { index in
            series.map { [$0.observations[index].month.description, $0.province, $0.observations[index].quantity.cell] }
        }
    }
}

extension Quantity {
    /// The numbers that a mark reaches to: both ends of a range, none where it is missing.
    var ends: [Double] { [number, upperNumber].compactMap { $0 } }
}

extension Series {
    /// The places of the months from which on it is counted differently.
    var breaks: [Int] { observations.indices.filter { $0 > 0 && observations[$0].quantity.marks.contains(.breakInSeries) } }
}
