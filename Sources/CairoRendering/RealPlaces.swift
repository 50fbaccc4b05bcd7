internal import Scenes

extension Point {
    /// Whether both are numbers that a page can hold: Cairo says nothing of others, and draws what it likes.
    var isReal: Bool { fits(x) && fits(y) }
}

extension Rect {
    var isReal: Bool { Point(x: minX, y: minY).isReal && Point(x: maxX, y: maxY).isReal }
}

extension Size {
    var isReal: Bool { Point(x: width, y: height).isReal && width > 0 && height > 0 }
}

private func fits(_ value: Double) -> Bool { abs(value) <= largestLength }

/// Points: the largest page of PDF 1.7, 14,400 units a side, ten times over. A NaN is not below it either.
private let largestLength = 144_000.0
