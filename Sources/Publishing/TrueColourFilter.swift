/// The rows of a picture in red, green and blue, each under the filter that leaves least to compress.
///
/// The measure is the one that the PNG specification advises (12.7): the least sum of absolute differences, bytes taken
/// as signed. A row like the one above it needs no trial.
func filteredTrueColour(width: Int, height: Int, pixels: [UInt8]) -> [UInt8] {
    let length = width * 3
    // Three bytes before each row stand for the pixel left of the first, and a row of zeros for the one above.
    var current = [UInt8](repeating: 0, count: length + 3)
    var above = [UInt8](repeating: 0, count: length + 3)
    var trial = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: length)
    var chosen = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: length)
    trial.initialize(repeating: 0)
    chosen.initialize(repeating: 0)
    defer {
        trial.deallocate()
        chosen.deallocate()
    }
    return [UInt8](unsafeUninitializedCapacity: (length + 1) * height) { output, count in
        for row in 0..<height {
            pixels.withUnsafeBufferPointer { pixels in
                current.withUnsafeMutableBufferPointer { current in
                    let start = row * width * 4
                    for column in 0..<width {
                        current[3 + column * 3] = pixels[start + column * 4 + 2]
                        current[4 + column * 3] = pixels[start + column * 4 + 1]
                        current[5 + column * 3] = pixels[start + column * 4]
                    }
                }
            }
            let place = row * (length + 1)
            let target = UnsafeMutableBufferPointer(rebasing: output[place + 1..<place + 1 + length])
            if row > 0, current == above {
                output[place] = RowFilter.up.rawValue
                target.initialize(repeating: 0)
                continue
            }
            current.withUnsafeBufferPointer { current in
                above.withUnsafeBufferPointer { above in
                    var least = UInt32.max
                    var best = RowFilter.none
                    for filter in RowFilter.allCases {
                        let cost = filter.apply(current, above: above, into: trial)
                        guard cost < least else { continue }
                        least = cost
                        best = filter
                        swap(&trial, &chosen)
                    }
                    output[place] = best.rawValue
                    _ = target.initialize(from: chosen)
                }
            }
            swap(&current, &above)
        }
        count = (length + 1) * height
    }
}

/// The filters of PNG (9.2), by their numbers. `average` seldom wins on charts and is left out.
private enum RowFilter: UInt8, CaseIterable {
    case none = 0
    case left = 1
    case up = 2
    case paeth = 4

    /// - Parameters:
    ///   - row: with the three bytes before it, as is `above`.
    /// - Returns: the sum of the absolute differences.
    func apply(
        _ row: UnsafeBufferPointer<UInt8>, above: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> UInt32 {
        // One loop for each filter, without a branch in it: the compiler then takes many bytes at a time.
        switch self {
        case .none: differences(from: row, into: output) { _ in 0 }
        case .left: differences(from: row, into: output) { row[$0] }
        case .up: differences(from: row, into: output) { above[$0 + 3] }
        case .paeth: differences(from: row, into: output) { nearest(left: row[$0], up: above[$0 + 3], corner: above[$0]) }
        }
    }

    @inline(__always)
    private func differences(
        from row: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>, predicted: (Int) -> UInt8
    ) -> UInt32 {
        var cost: UInt32 = 0
        for index in 0..<output.count {
            let difference = row[index + 3] &- predicted(index)
            output[index] = difference
            cost &+= UInt32(min(difference, 0 &- difference))
        }
        return cost
    }

    @inline(__always)
    private func nearest(left: UInt8, up: UInt8, corner: UInt8) -> UInt8 {
        let toLeft = abs(Int16(up) &- Int16(corner))
        let toUp = abs(Int16(left) &- Int16(corner))
        let toCorner = abs(Int16(left) &+ Int16(up) &- 2 &* Int16(corner))
        let upOrCorner = toUp <= toCorner ? up : corner
        return toLeft <= min(toUp, toCorner) ? left : upOrCorner
    }
}
