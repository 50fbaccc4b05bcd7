import Statistics
import Testing

/// Two years of made-up counts with one month far off the others, and where some months are left out, which.
let counts: [Double] = [14, 33, 28, 41, 19, 22, 35, 8, 12, 30, 27, 69, 38, 18, 25, 31, 16, 11, 20, 24, 9, 13, 35, 32]
let gaps: Set<Int> = [5, 11, 12, 20]

/// A series of counts from January 2022.
func series(_ counts: [Double], without gaps: Set<Int> = []) -> Series {
    Series(
        measure: attacks, province: "Homs",
        observations: counts.enumerated().map { index, count in
            let quantity = gaps.contains(index) ? Quantity.unknown : Quantity(.exact(count))
            return Series.Observation(month: month("2022-01").advanced(by: index), quantity: quantity, source: nil)
        })
}

func expectNear(
    _ numbers: [Double?], _ expected: [Double], within tolerance: Double = 1e-8,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(numbers.count == expected.count, sourceLocation: sourceLocation)
    for (number, expected) in zip(numbers, expected) {
        #expect(abs((number ?? .nan) - expected) <= tolerance, sourceLocation: sourceLocation)
    }
}

@Suite struct LOESSTests {
    /// R 4.2.2, `lowess(0:23, counts, f = 0.5, iter = 0, delta = 0)$y`; statsmodels 0.15.0,
    /// `nonparametric.lowess(counts, x, frac=0.5, it=0, delta=0)`, gives the same to all digits.
    private let plain = [
        27.1278028254, 26.8081668604, 26.3404936566, 25.8208193604, 25.3139429627, 24.5982053642, 23.9933854789, 25.1803572897,
        27.3702490311, 29.2819780867, 30.4651855498, 31.4135169100, 32.0067480629, 30.9465286028, 28.1588542557, 24.6643815240,
        21.3473592826, 19.3896580475, 18.8583558930, 20.1866913975, 21.6395346272, 23.1487898378, 24.8013246588, 26.6975840588,
    ]
    /// The same with `iter = 3`; the same of statsmodels with `it=3`.
    private let robust = [
        27.1927570620, 26.8287874840, 26.3406585698, 25.8135321826, 25.2904379843, 24.5424734458, 23.5549280529, 23.1561268707,
        23.7514450154, 24.3624625606, 24.7732437189, 25.4564076332, 26.1477950066, 25.9008581373, 24.5680753894, 22.7947226963,
        20.9650040525, 19.4789853569, 19.0014018619, 20.3854709536, 21.8639593199, 23.3885156729, 25.0464437038, 26.9353752706,
    ]
    /// R 4.2.2, without the months left out, `predict(loess(y ~ x, span = 0.4, degree = 1, control = loess.control(
    /// surface = "direct", statistics = "exact")), data.frame(x = 0:23))`; `lowess(x, y, f = 0.4, iter = 0, delta = 0)` and
    /// statsmodels give the same at the months that are there.
    private let plainWithGaps = [
        23.3933497690, 25.4981124115, 27.2225561109, 28.6129760615, 28.9715190599, 25.3338560955, 21.7184314463, 21.8221367326,
        21.7849039392, 22.3516248194, 22.1915234484, 23.1815064759, 24.4380020148, 23.8388292041, 22.4761453605, 21.1758635659,
        20.5428682481, 19.4674411081, 18.5409161276, 19.0914264475, 22.4623739804, 25.3758265242, 28.1165091672, 31.0193973803,
    ]
    /// The same with `family = "symmetric"` and `iterations = 4`, the first of which is the plain fit.
    private let robustWithGaps = [
        23.3982647625, 25.4619234242, 27.1503747396, 28.4734646180, 28.6757428783, 25.0793265804, 21.6426754843, 21.9332252170,
        21.9501207595, 22.5431336140, 22.3399569134, 23.2804195122, 24.4124645789, 23.7608714851, 22.3727766452, 21.0956922457,
        20.5068657005, 19.4726319201, 18.6770800611, 19.4087472954, 22.8266631760, 25.7420344417, 28.4892498576, 31.3753905434,
    ]

    @Test func smoothsLikeOtherPrograms() throws {
        expectNear(try #require(LOESS(series(counts), span: 0.5, robustness: 0)).points.map(\.value), plain)
        expectNear(try #require(LOESS(series(counts), span: 0.5, robustness: 3)).points.map(\.value), robust)
    }

    @Test func smoothsAcrossGapsAndSaysWhereTheyAre() throws {
        let data = series(counts, without: gaps)
        expectNear(try #require(LOESS(data, span: 0.4, robustness: 0)).points.map(\.value), plainWithGaps)
        let smooth = try #require(LOESS(data, span: 0.4, robustness: 3))
        expectNear(smooth.points.map(\.value), robustWithGaps)
        #expect(smooth.points.map(\.isKnown) == counts.indices.map { !gaps.contains($0) })
        #expect(smooth.sample.count == 20)
        #expect(smooth.sample.leftOut.map(\.description) == ["2022-06", "2022-12", "2023-01", "2023-09"])
    }

    @Test func reachesFromTheFirstKnownMonthToTheLast() throws {
        let smooth = try #require(LOESS(series([7, 1, 2, 3, 4, 9], without: [0, 5])))
        #expect(smooth.points.map(\.month.description) == ["2022-02", "2022-03", "2022-04", "2022-05"])
        expectNear(smooth.points.map(\.value), [1, 2, 3, 4], within: 1e-12)
    }

    @Test func leavesStraightLinesAsTheyAre() throws {
        let line = (0..<12).map { 3 + 0.5 * Double($0) }
        for robustness in [0, 3] {
            expectNear(try #require(LOESS(series(line), robustness: robustness)).points.map(\.value), line, within: 1e-12)
        }
        expectNear(try #require(LOESS(series([5, 5, 5, 5]))).points.map(\.value), [5, 5, 5, 5])
    }

    @Test func bearsFewMonths() throws {
        #expect(LOESS(series([])) == nil)
        #expect(LOESS(series([4])) == nil)
        #expect(LOESS(series([4, 5, 6], without: [0, 2])) == nil)
        expectNear(try #require(LOESS(series([4, 8]))).points.map(\.value), [4, 8])
        // The nearest two lie both at the edge of what is near: they weigh nothing at the month between.
        let sparse = try #require(LOESS(series([4, 0, 8], without: [1]), span: 0))
        #expect(sparse.points.map(\.value) == [4, nil, 8])
    }
}
