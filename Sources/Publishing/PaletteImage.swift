/// A picture of at most 256 colours: its palette, and each pixel as a place in it.
struct PaletteImage {
    /// Three bytes a colour, in the order in which the colours first occur.
    let colours: [UInt8]
    /// 1, 2, 4 or 8.
    let bitDepth: Int
    /// Rows as PNG wants them: the number of the filter (none: places in a palette have no slope), then the pixels.
    let rows: [UInt8]

    /// - Parameter flatColours: see `PNGEncoder.flatColours`.
    /// - Returns: nil where there are too many colours.
    init?(width: Int, height: Int, pixels: [UInt8], flatColours: Set<UInt32>?) {
        guard
            let counted = CountedPixels(pixels, limit: flatColours == nil ? 256 : 4096),
            let palette = Palette(of: counted.colours, keeping: flatColours)
        else { return nil }

        colours = palette.colours.flatMap {
            [UInt8(truncatingIfNeeded: $0 >> 16), UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)]
        }
        let depth = switch palette.colours.count {
        case ...2: 1
        case ...4: 2
        case ...16: 4
        default: 8
        }
        bitDepth = depth
        let length = (width * depth + 7) / 8 + 1
        rows = [UInt8](unsafeUninitializedCapacity: length * height) { output, count in
            output.initialize(repeating: 0)
            palette.places.withUnsafeBufferPointer { places in
                counted.numbers.withUnsafeBufferPointer { numbers in
                    for row in 0..<height {
                        let start = row * length + 1
                        let first = row * width
                        if depth == 8 {
                            for column in 0..<width { output[start + column] = places[Int(numbers[first + column])] }
                            continue
                        }
                        for column in 0..<width {
                            let bit = column * depth
                            output[start + bit / 8] |= places[Int(numbers[first + column])] << UInt8(8 - depth - bit % 8)
                        }
                    }
                }
            }
            count = length * height
        }
    }
}

/// The colours of a picture, and each pixel as the number of one.
private struct CountedPixels {
    /// In the order in which they first occur.
    let colours: [UInt32]
    let numbers: [UInt16]

    /// - Returns: nil where there are more colours than `limit`.
    init?(_ pixels: [UInt8], limit: Int) {
        var table = ColourTable(limit: limit)
        var fits = true
        numbers = [UInt16](unsafeUninitializedCapacity: pixels.count / 4) { output, count in
            pixels.withUnsafeBytes { input in
                var last: UInt32 = .max
                var number: UInt16 = 0
                for index in 0..<pixels.count / 4 {
                    let colour = UInt32(littleEndian: input.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)) & 0xFF_FFFF
                    if colour != last {
                        guard let found = table.number(of: colour) else {
                            fits = false
                            break
                        }
                        last = colour
                        number = found
                    }
                    output[index] = number
                }
            }
            count = fits ? pixels.count / 4 : 0
        }
        guard fits else { return nil }
        colours = table.colours
    }
}

/// At most 256 colours that stand for all of a picture.
private struct Palette {
    let colours: [UInt32]
    /// Where in the palette each colour of the picture is.
    let places: [UInt8]

    /// Rounds no more than it must, and not at all where the colours fit.
    ///
    /// - Returns: nil where rounding by 3 is not enough, or none is allowed.
    init?(of all: [UInt32], keeping flatColours: Set<UInt32>?) {
        for distance in 0...(flatColours == nil ? 0 : 3) as ClosedRange<UInt32> {
            var table = ColourTable(limit: 256)
            let places = all.compactMap { colour in
                table.number(of: flatColours?.contains(colour) == true ? colour : rounded(colour, by: distance))
            }
            if places.count == all.count {
                colours = table.colours
                self.places = places.map { UInt8($0) }
                return
            }
        }
        return nil
    }
}

/// The colour in coarser steps, no part of which moves by more than `distance`, up to 3.
private func rounded(_ colour: UInt32, by distance: UInt32) -> UInt32 {
    let step = 2 * distance + 1
    return [16, 8, 0].reduce(0) { $0 | ((colour >> $1 & 0xFF) + distance) / step * step << $1 }
}

/// Colours numbered from 0 as they come, found by hashing with open addresses.
private struct ColourTable {
    private(set) var colours: [UInt32] = []
    private let limit: Int
    /// The colour and its number in each slot, four slots at least for a colour; no colour has the top bits.
    private var slots: [UInt32]
    private var numbers: [UInt16]
    private let shift: UInt32

    /// - Parameter limit: how many there may be, up to 65,536: a power of two.
    init(limit: Int) {
        self.limit = limit
        slots = [UInt32](repeating: .max, count: limit * 4)
        numbers = [UInt16](repeating: 0, count: limit * 4)
        shift = UInt32(32 - (limit * 4).trailingZeroBitCount)
    }

    /// - Returns: nil where the colour is new and there is no room for it.
    mutating func number(of colour: UInt32) -> UInt16? {
        // Fibonacci hashing: the top bits of the product.
        var slot = Int((colour &* 0x9E37_79B1) >> shift)
        while slots[slot] != colour {
            if slots[slot] == .max {
                guard colours.count < limit else { return nil }
                slots[slot] = colour
                numbers[slot] = UInt16(colours.count)
                colours.append(colour)
                break
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return numbers[slot]
    }
}
