/// Moves lengths along a line as little as that goes, until none meets another.
///
/// - Parameters:
///   - wanted: where the middle of each would like to be, in rising order.
///   - lengths: of each.
///   - limits: which they keep to where they have the room; otherwise they begin at the lower end.
/// - Returns: the start of each, in order. Those that touch stand around the mean of where they would like to be, which
///   makes the sum of the squares of all moves the least (pool adjacent violators).
package func spread(_ wanted: [Double], lengths: [Double], within limits: ClosedRange<Double>) -> [Double] {
    struct Block {
        /// Where the start of the block would like to be, by all in it.
        var sum: Double
        var count: Int
        var length: Double
        var start: Double { sum / Double(count) }
    }
    var blocks: [Block] = []
    for (middle, length) in zip(wanted, lengths) {
        var block = Block(sum: middle - length / 2, count: 1, length: length)
        while let last = blocks.last, last.start + last.length > block.start {
            blocks.removeLast()
            // In terms of the start of both: those of the second begin after the first.
            block = Block(
                sum: last.sum + block.sum - Double(block.count) * last.length, count: last.count + block.count,
                length: last.length + block.length)
        }
        blocks.append(block)
    }
    // At the limits blocks are pushed together: from the lower end up, then from the upper end down.
    var starts = blocks.map(\.start)
    var edge = limits.lowerBound
    for index in blocks.indices {
        starts[index] = max(starts[index], edge)
        edge = starts[index] + blocks[index].length
    }
    edge = limits.upperBound
    for index in blocks.indices.reversed() {
        starts[index] = min(starts[index], edge - blocks[index].length)
        edge = starts[index]
    }
    if let first = starts.first, first < limits.lowerBound {
        edge = limits.lowerBound
        for index in blocks.indices {
            starts[index] = max(starts[index], edge)
            edge = starts[index] + blocks[index].length
        }
    }
    var index = 0
    return zip(blocks, starts).flatMap { block, start in
        var at = start
        return (0..<block.count).map { _ in
            defer {
                at += lengths[index]
                index += 1
            }
            return at
        }
    }
}
