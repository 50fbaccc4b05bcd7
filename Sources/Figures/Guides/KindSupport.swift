package import Statistics

extension FigureData {
    /// What a province is called within a sentence: the total is that of the place.
    package func name(of province: String) -> String { province == total ? place : province }

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
