import Statistics

/// What was read out of a phrase.
struct Captures {
    var numbers: [Amount] = []
    var share: Amount?
    var multiple: Double?
    var months: [Month] = []
    var year: Int?
    var span: Int?
    var ordinal: Int?
    var province: String?
    var tags: [String] = []
}

extension Captures {
    /// What a phrase of a sort claims; nil where something is missing for it.
    func assertion(of sort: PhraseSort) -> Assertion? {
        switch sort {
        case .number: numbers.first.map { .amount(.rounded, $0) }
        case .atLeast: numbers.first.map { .amount(.atLeast, $0) }
        case .atMost: numbers.first.map { .amount(.atMost, $0) }
        case .moreThan: numbers.first.map { .amount(.moreThan, $0) }
        case .fewerThan: numbers.first.map { .amount(.fewerThan, $0) }
        case .exactly: numbers.first.map { .amount(.exactly, $0) }
        case .about: numbers.first.map { .amount(.about, $0) }
        case .nearly: numbers.first.map { .amount(.nearly, $0) }
        case .justOver: numbers.first.map { .amount(.justOver, $0) }
        case .between: numbers.count == 2 ? .between(numbers[0].value, numbers[1].value) : nil
        case .none: Assertion.none

        case .share: share.map { .share(bound, $0) }
        case .majority: .majority
        case .all: .all

        case .rise: .change(.rise, base)
        case .fall: .change(.fall, base)
        case .unchanged: .change(.unchanged, base)
        case .steady: .steady(base)
        case .changeTo: numbers.first.map { .changeBetween(nil, $0, bound, direction, base) }
        case .changeFrom: numbers.first.map { .changeBetween($0, nil, .rounded, direction, base) }
        case .changeFromTo: changeFromTo
        case .difference: numbers.first.flatMap { number in direction.map { .difference($0, bound, number, base) } }
        case .relativeChange: share.flatMap { share in direction.map { .relativeChange($0, bound, share, base) } }
        case .multiple: (multiple ?? numbers.first?.value).map { .multiple(bound, $0, base) }
        case .divided: multiple.map { .divided(bound, $0, base) }

        case .most: reach.map { .extreme(.most, $0, rank: 1, isJoint: false) }
        case .least: reach.map { .extreme(.least, $0, rank: 1, isJoint: false) }
        case .jointMost: reach.map { .extreme(extreme, $0, rank: 1, isJoint: true) }
        case .nthMost: reach.flatMap { reach in ordinal.map { .extreme(extreme, reach, rank: $0, isJoint: false) } }
        case .first: reach.map { .first($0) }
        case .onlyBehindMonth: onlyBehind

        case .run: ordinal.map { .run(run, $0, isExact: true) }
        case .runOfMonths: numbers.first.map { .run(run, Int(min($0.value, 1e6)), isExact: false) }

        case .mostOfProvinces: .rankOfProvinces(.most, 1)
        case .leastOfProvinces: .rankOfProvinces(.least, 1)
        case .nthOfProvinces: ordinal.map { .rankOfProvinces(extreme, $0) }
        case .onlyBehindProvince: province.map { .onlyBehindProvince($0) }
        case .againstProvince: province.map { .againstProvince($0, direction ?? .unchanged) }

        case .aboveMean: window.map { .mean(.rise, $0) }
        case .belowMean: window.map { .mean(.fall, $0) }
        case .nearMean: window.map { .mean(.unchanged, $0) }
        }
    }

    private var changeFromTo: Assertion? {
        guard numbers.count == 2 else { return nil }
        let (from, to) = tags.contains("backwards") ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
        return .changeBetween(from, to, .rounded, direction, base)
    }

    private var onlyBehind: Assertion? {
        guard let ahead = months.first else { return nil }
        var others = self
        others.months.removeFirst()
        return .onlyBehind(ahead, others.reach ?? .record)
    }

    private var bound: Bound { tags.lazy.compactMap(Bound.init(rawValue:)).first ?? .rounded }

    private var direction: Change.Direction? {
        if tags.contains("rise") { return .rise }
        return tags.contains("fall") ? .fall : nil
    }

    private var base: Base {
        if let province { return .province(province) }
        if let month = months.first { return .month(month) }
        if let year { return .year(year) }
        return tags.contains("year") ? .yearBefore : .previous
    }

    private var extreme: Extreme { tags.contains("least") ? .least : .most }

    private var run: Run {
        if tags.contains("zero") { return .zeros }
        return direction.map { $0 == .rise ? .rises : .falls } ?? .sameChanges
    }

    private var reach: Reach? {
        if tags.contains("record") { return .record }
        if tags.contains("thisYear") { return .thisYear }
        if let month = months.first { return .sinceMonth(month) }
        if let span { return .span(span) }
        return year.map { tags.contains("inYear") ? .year($0, isOwn: !tags.contains("other")) : .sinceYear($0) }
    }

    private var window: Window? {
        if let span { return .last(span) }
        if let year { return .year(year) }
        return months.first.map { .since($0) }
    }
}
