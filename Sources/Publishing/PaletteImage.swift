/// A picture of at most 256 colours: its palette, and each pixel as a place in it.
struct PaletteImage {
    /// Three bytes a colour, in the order in which the colours first occur.
    let colours: [UInt8]
    /// 1, 2, 4 or 8.
    let bitDepth: Int
    /// Rows as PNG wants them: the number of the filter (none: places in a palette have no slope), then the pixels.
    let rows: [UInt8]

    /// - Returns: nil where there are more than 256 colours.
    init?(width: Int, height: Int, pixels: [UInt8]) {
        var table = ColourTable()
        var fits = true
        let places = [UInt8](unsafeUninitializedCapacity: width * height) { output, count in
            pixels.withUnsafeBytes { input in
                var last: UInt32 = .max
                var place: UInt8 = 0
                for index in 0..<width * height {
                    let colour = UInt32(littleEndian: input.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)) & 0xFF_FFFF
                    if colour != last {
                        guard let found = table.place(of: colour) else {
                            fits = false
                            break
                        }
                        last = colour
                        place = found
                    }
                    output[index] = place
                }
            }
            count = fits ? width * height : 0
        }
        guard fits else { return nil }

        colours = table.colours.flatMap {
            [UInt8(truncatingIfNeeded: $0 >> 16), UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)]
        }
        let depth = switch table.colours.count {
        case ...2: 1
        case ...4: 2
        case ...16: 4
        default: 8
        }
        bitDepth = depth
        let length = (width * depth + 7) / 8 + 1
        rows = [UInt8](unsafeUninitializedCapacity: length * height) { output, count in
            output.initialize(repeating: 0)
            places.withUnsafeBufferPointer { places in
                for row in 0..<height {
                    let start = row * length + 1
                    for column in 0..<width {
                        let bit = column * depth
                        output[start + bit / 8] |= places[row * width + column] << UInt8(8 - depth - bit % 8)
                    }
                }
            }
            count = length * height
        }
    }
}

/// Up to 256 colours, found by hashing with open addresses.
private struct ColourTable {
    private(set) var colours: [UInt32] = []
    /// The colour and its place in each slot; no colour has the top bits.
    private var slots = [UInt32](repeating: .max, count: 1024)
    private var places = [UInt8](repeating: 0, count: 1024)

    /// - Returns: nil where the colour is new and there is no room for it.
    mutating func place(of colour: UInt32) -> UInt8? {
        // Fibonacci hashing: the top ten bits of the product.
        var slot = Int((colour &* 0x9E37_79B1) >> 22)
        while slots[slot] != colour {
            if slots[slot] == .max {
                guard colours.count < 256 else { return nil }
                slots[slot] = colour
                places[slot] = UInt8(colours.count)
                colours.append(colour)
                break
            }
            slot = (slot + 1) & 1023
        }
        return places[slot]
    }
}
