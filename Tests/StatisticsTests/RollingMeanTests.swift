import Statistics
import Testing

/// pandas 3.1.1: `Series(counts).rolling(window, min_periods=minimumKnown).mean()`, with NaN for the months left out.
@Suite struct RollingMeanTests {
    @Test func meansAreThoseOfPandas() {
        expect(series(counts).rollingMean(window: 3), [
            nil, nil, 25, 34, 29.333333333333332, 27.333333333333332, 25.333333333333332, 21.666666666666668,
            18.333333333333332, 16.666666666666668, 23, 42, 44.666666666666664, 41.666666666666664, 27, 24.666666666666668, 24,
            19.333333333333332, 15.666666666666666, 18.333333333333332, 17.666666666666668, 15.333333333333334, 19,
            26.666666666666668,
        ])
        expect(series(counts).rollingMean(window: 12), [Double?](repeating: nil, count: 11) + [
            28.166666666666668, 30.166666666666668, 28.916666666666668, 28.666666666666668, 27.833333333333332,
            27.583333333333332, 26.666666666666668, 25.416666666666668, 26.75, 26.5, 25.083333333333332, 25.75,
            22.666666666666668,
        ])
    }

    @Test func meansAcrossGapsAreThoseOfPandas() {
        let sparse = series(counts, without: gaps)
        expect(sparse.rollingMean(window: 3), [
            nil, nil, 25, 34, 29.333333333333332, nil, nil, nil, 18.333333333333332, 16.666666666666668, 23, nil, nil, nil, nil,
            24.666666666666668, 24, 19.333333333333332, 15.666666666666666, 18.333333333333332, nil, nil, nil,
            26.666666666666668,
        ])
        expect(sparse.rollingMean(window: 4, minimumKnown: 2), [
            nil, 23.5, 25, 29, 30.25, 29.333333333333332, 31.666666666666668, 20.666666666666668, 18.333333333333332, 21.25,
            19.25, 23, 28.5, 22.5, 21.5, 24.666666666666668, 22.5, 20.75, 19.5, 17.75, 18.333333333333332, 19, 24,
            26.666666666666668,
        ])
    }

    private func expect(_ mean: Series, _ expected: [Double?], sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(mean.observations.map { $0.quantity.number == nil } == expected.map { $0 == nil }, sourceLocation: sourceLocation)
        expectNear(
            mean.observations.compactMap(\.quantity.number), expected.compactMap { $0 }, within: 1e-12,
            sourceLocation: sourceLocation)
    }
}
