import Statistics
import Testing

@Suite struct LineTests {
    // MARK: What enters

    @Test func takesEachQuantityByWhatIsKnownOfIt() throws {
        let sample = Sample(try series(from: "2023-11", "3", ">=5", "~40", "10..16", "<=24", "", "[c]", "0"))
        #expect(sample.points.map(\.y) == [3, 5, 40, 13, 0])
        #expect(sample.points.map(\.x) == [0, 1, 2, 3, 7])
        #expect(sample.points.map(\.month.description) == ["2023-11", "2023-12", "2024-01", "2024-02", "2024-06"])
        #expect(sample.leftOut.map(\.description) == ["2024-03", "2024-04", "2024-05"])
        #expect(sample.count == 5)
        #expect(Sample(try series(from: "2023-11")).origin == nil)
    }

    // MARK: Least squares

    /// R 4.2.2: `summary(lm(y ~ x))`, `confint` and `predict(interval = "confidence")`, `"prediction"`, with x = 0:23; SciPy
    /// 1.17.1 `linregress` and statsmodels 0.15.0 `OLS(...).get_prediction` give the same.
    @Test func fitsLeastSquaresLikeOtherPrograms() throws {
        let line = try #require(LeastSquaresLine(series(counts)))
        expectNear([line.slope, line.intercept], [-0.2026086956521739, 27.74666666666667], within: 1e-12)
        expectNear([line.residualStandardError, line.rSquared], [13.605856872629216, 0.011458673753862983], within: 1e-12)
        expectNear(ends(line.slopeInterval()), [-1.03467732705, 0.629459935751])
        expectNear(ends(line.slopeInterval(confidence: 0.9)), [-0.891552484751, 0.486335093446])
        let expected: [(month: String, value: Double, mean: [Double], one: [Double])] = [
            ("2022-01", 27.746666666667, [16.578127504054, 38.915205829279], [-2.600082837948, 58.093416171281]),
            ("2022-12", 25.517971014493, [19.743230877074, 31.292711151912], [-3.283705362478, 54.319647391463]),
            ("2023-12", 23.086666666667, [11.918127504054, 34.255205829279], [-7.260082837948, 53.433416171281]),
            ("2024-03", 22.478840579710, [9.109523199932, 35.848157959488], [-8.744989833457, 53.702670992878]),
        ]
        for row in expected {
            let month = month(row.month)
            expectNear([line.value(at: month)], [row.value])
            expectNear(ends(line.meanInterval(at: month)), row.mean)
            expectNear(ends(line.predictionInterval(at: month)), row.one)
        }
        let end = month("2023-12")
        expectNear(ends(line.meanInterval(at: end, confidence: 0.9)), [13.839237549653, 32.33409578368])
        expectNear(ends(line.predictionInterval(at: end, confidence: 0.9)), [-2.040112305028, 48.213445638362])
    }

    /// statsmodels 0.15.0: `OLS` of the months that are there.
    @Test func leavesUnknownMonthsOut() throws {
        let line = try #require(LeastSquaresLine(series(counts, without: gaps)))
        expectNear([line.slope, line.intercept], [-0.1003092385, 24.743525318902])
        expectNear([line.residualStandardError, line.rSquared], [9.730787055765267, 0.006071902820340758])
        expectNear(ends(line.slopeInterval()), [-0.735829931269, 0.535211454268])
        #expect(line.sample.count == 20)
    }

    @Test func saysNothingOfTheScatterOfTwoMonths() throws {
        #expect(LeastSquaresLine(series([4])) == nil)
        #expect(LeastSquaresLine(series([4, 5], without: [1])) == nil)
        let line = try #require(LeastSquaresLine(series([4, 0, 8], without: [1])))
        #expect(line.slope == 2 && line.intercept == 4 && line.value(at: month("2021-12")) == 2)
        #expect(line.residualStandardError == nil && line.rSquared == 1)
        #expect(line.slopeInterval() == nil && line.meanInterval(at: month("2022-01")) == nil)
        #expect(line.predictionInterval(at: month("2022-01")) == nil)
        let flat = try #require(LeastSquaresLine(series([5, 5, 5])))
        #expect(flat.slope == 0 && flat.rSquared == nil && flat.slopeInterval() == 0...0)
        #expect(flat.slopeInterval(confidence: 1) == nil && flat.slopeInterval(confidence: -1) == nil)
    }

    // MARK: Theil and Sen

    /// SciPy 1.17.1: `theilslopes(y, x, alpha=…)`, whose default is the same convention of the intercept.
    @Test func findsMedianSlopesLikeSciPy() throws {
        let line = try #require(TheilSenLine(series(counts)))
        #expect(line.slope == -0.25 && line.intercept == 27.375)
        #expect(line.value(at: month("2023-01")) == 24.375)
        expectNear(ends(line.slopeInterval()), [-1, 0.5], within: 1e-15)
        expectNear(ends(line.slopeInterval(confidence: 0.9)), [-0.8571428571428571, 0.38461538461538464], within: 1e-15)
        let sparse = try #require(TheilSenLine(series(counts, without: gaps)))
        expectNear([sparse.slope, sparse.intercept], [-0.11805555555555555, 25.85763888888889], within: 1e-12)
        expectNear(ends(sparse.slopeInterval()), [-0.8571428571428571, 0.6666666666666666], within: 1e-15)
    }

    @Test func correctsForTies() throws {
        let line = try #require(TheilSenLine(series([3, 3, 5, 3, 5, 7, 7, 2, 3, 9])))
        #expect(line.slope == 0.5 && line.intercept == 1.75)
        expectNear(ends(line.slopeInterval()), [-0.14285714285714285, 1], within: 1e-15)
        expectNear(ends(line.slopeInterval(confidence: 0.9)), [0, 0.8], within: 1e-15)
        expectNear(ends(line.slopeInterval(confidence: 0.99)), [-0.3333333333333333, 1], within: 1e-15)
        let flat = try #require(TheilSenLine(series([5, 5, 5, 5])))
        #expect(flat.slope == 0 && flat.intercept == 5 && flat.slopeInterval() == 0...0)
    }

    @Test func bearsFewMonths() throws {
        #expect(TheilSenLine(series([4])) == nil)
        let line = try #require(TheilSenLine(series([4, 0, 8], without: [1])))
        #expect(line.slope == 2 && line.intercept == 4 && line.slopeInterval() == 2...2)
        #expect(line.slopeInterval(confidence: 0) == nil && line.slopeInterval(confidence: 1) == nil)
    }

    // MARK: Distributions

    /// NIST/SEMATECH e-Handbook of Statistical Methods, critical values of Student’s t distribution, to three decimals. Its
    /// column for 0.999 is left out: some last digits are not those that R’s `qt` gives.
    private static let tables: [(freedom: Double, quantiles: [Double])] = [
        (1, [3.078, 6.314, 12.706, 31.821, 63.657]), (2, [1.886, 2.920, 4.303, 6.965, 9.925]),
        (5, [1.476, 2.015, 2.571, 3.365, 4.032]), (10, [1.372, 1.812, 2.228, 2.764, 3.169]),
        (30, [1.310, 1.697, 2.042, 2.457, 2.750]), (100, [1.290, 1.660, 1.984, 2.364, 2.626]),
    ]

    @Test(arguments: tables.indices) func quantilesAreThoseOfTheTables(row: Int) {
        let student = StudentT(degreesOfFreedom: Self.tables[row].freedom)
        let quantiles = [0.9, 0.95, 0.975, 0.99, 0.995].map { student.quantile($0) }
        expectNear(quantiles, Self.tables[row].quantiles, within: 0.0005001)
    }

    /// R 4.2.2, `qt(c(0.9, 0.975, 0.9995), ν)`, and `qnorm`.
    @Test func quantilesHaveManyDigits() {
        let expected: [(Double, [Double])] = [
            (1, [3.07768353718, 12.70620473617, 636.61924876879]), (3, [1.63774435370, 3.18244630528, 12.92397863669]),
            (22, [1.32123674161, 2.07387306790, 3.79213067170]), (238, [1.28511874216, 1.96998152953, 3.33187327700]),
        ]
        for (freedom, quantiles) in expected {
            let student = StudentT(degreesOfFreedom: freedom)
            expectNear([0.9, 0.975, 0.9995].map { student.quantile($0) }, quantiles, within: 1e-10)
            expectNear([0.1, 0.025, 0.0005].map { student.quantile($0) }, quantiles.map { -$0 }, within: 1e-10)
            #expect(student.quantile(0.5) == 0 && student.quantile(0) == nil && student.quantile(1) == nil)
            for probability in [0.001, 0.3, 0.6, 0.99] {
                expectNear([student.quantile(probability).map { student.cumulative($0) }], [probability], within: 1e-12)
            }
        }
        let normal = [0.975, 0.9, 0.01].map(normalQuantile)
        expectNear(normal, [1.95996398454, 1.281551565545, -2.326347874041], within: 1e-10)
    }

    private func ends(_ range: ClosedRange<Double>?) -> [Double?] { [range?.lowerBound, range?.upperBound] }
}
