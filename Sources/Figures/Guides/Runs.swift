extension Sequence where Element: Strideable, Element.Stride == Int {
    /// What follows each other without a gap, of an ascending sequence.
    var runs: [ClosedRange<Element>] {
        reduce(into: []) { runs, next in
            if let last = runs.last, last.upperBound.advanced(by: 1) == next {
                runs[runs.count - 1] = last.lowerBound...next
            } else {
                runs.append(next...next)
            }
        }
    }
}

extension Sequence where Element: Hashable {
    /// Each once, where it comes first.
    var distinct: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
