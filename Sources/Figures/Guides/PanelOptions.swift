import Statistics

/// The options of kinds that another kind is made of.
extension FigureOption {
    /// Those of all kinds, each once, without those of these names; what one of them needs is optional among them.
    static func union(of kinds: [any FigureKind.Type], without names: [String]) -> [FigureOption] {
        var union: [FigureOption] = []
        for option in kinds.flatMap({ $0.options }) where !names.contains(option.name) {
            if let index = union.firstIndex(where: { $0.name == option.name }) {
                union[index].shape = union[index].shape.union(option.shape)
            } else {
                var option = option
                option.standard = option.standard ?? "none; what the kind in the panels needs"
                union.append(option)
            }
        }
        return union
    }

    /// What is wrong with a value that `union` lets pass; nil for nothing.
    func problem(with value: OptionValues.Value, in kind: any FigureKind.Type) -> FigureProblems.Problem? {
        switch (shape, value) {
        case (.number(let range), .number(let number)) where !range.contains(number):
            .init(option: name, "\(kind.keyword) cannot have \(number) \(unit)", hint: "from \(range.lowerBound) to \(range.upperBound)")
        case (.measures(let range), .measures(let measures)) where !range.contains(measures.count):
            .init(option: name, "\(kind.keyword) cannot have \(measures.count) measures", hint: "from \(range.lowerBound) to \(range.upperBound)")
        case (.choice(let words), .word(let word)) where !words.contains(word):
            .init(option: name, "\(kind.keyword) has no \(name) \"\(word)\"", hint: "it can be: \(words.joined(separator: ", "))")
        default: nil
        }
    }
}

extension FigureOption.Shape {
    /// What both allow; the first where they are not of one sort.
    fileprivate func union(_ other: FigureOption.Shape) -> FigureOption.Shape {
        switch (self, other) {
        case (.number(let one), .number(let next)): .number(min(one.lowerBound, next.lowerBound)...max(one.upperBound, next.upperBound))
        case (.measures(let one), .measures(let next)): .measures(min(one.lowerBound, next.lowerBound)...max(one.upperBound, next.upperBound))
        case (.choice(let one), .choice(let next)): .choice(one + next.filter { !one.contains($0) })
        default: self
        }
    }
}
