internal import Scenes

extension Size {
    /// Whether it is one that a page can have: Cairo says nothing of others, and draws what it likes.
    var isReal: Bool { [width, height].allSatisfy { $0 > 0 && $0 <= largestLength } }
}

/// Points: the largest page of PDF 1.7, 14,400 units a side, ten times over.
private let largestLength = 144_000.0
