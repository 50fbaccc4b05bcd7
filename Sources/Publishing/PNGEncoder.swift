internal import CZlib

/// The level at which a picture of a page is as small as at any higher one, for half the time.
private let compressionLevel: Int32 = 6

/// Writes PNG files (ISO/IEC 15948): a palette where the picture has few enough colours, true colour elsewhere.
package struct PNGEncoder: Sendable {
    /// Pixels an inch, written as `pHYs`.
    package var resolution: Double
    /// What the picture shows, written as `iTXt`; none where it is empty.
    package var description: String

    package init(resolution: Double, description: String = "") {
        self.resolution = resolution
        self.description = description
    }

    /// - Parameter pixels: red, green and blue of each pixel, row by row from the top: `width * height * 3` bytes.
    /// - Returns: nil for a picture without pixels, or one with another number of bytes.
    package func encode(width: Int, height: Int, pixels: [UInt8]) -> [UInt8]? {
        guard width > 0, height > 0, pixels.count == width * height * 3 else { return nil }
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let image = Palette(of: pixels).map { indexed($0, width: width, height: height) } ?? trueColour(pixels, width: width, height: height)
        guard let data = deflated(image.rows) else { return nil }

        var header = bigEndian(width) + bigEndian(height)
        header += [image.bitDepth, image.palette == nil ? 2 : 3, 0, 0, 0]
        append("IHDR", header, to: &file)
        let perMetre = bigEndian(Int((resolution / 0.0254).rounded()))
        append("pHYs", perMetre + perMetre + [1], to: &file)
        if !description.isEmpty {
            append("iTXt", Array("Description".utf8) + [0, 0, 0, 0, 0] + Array(description.utf8), to: &file)
        }
        if let palette = image.palette { append("PLTE", palette, to: &file) }
        append("IDAT", data, to: &file)
        append("IEND", [], to: &file)
        return file
    }

    // MARK: Rows

    /// A picture as PNG takes it: rows with their filter bytes.
    private struct Image {
        var bitDepth: UInt8
        var palette: [UInt8]?
        var rows: [UInt8]
    }

    private func indexed(_ palette: Palette, width: Int, height: Int) -> Image {
        let depth = palette.bitDepth
        let perByte = 8 / depth
        let rowBytes = (width + perByte - 1) / perByte
        var rows: [UInt8] = []
        rows.reserveCapacity((rowBytes + 1) * height)
        palette.indices.withUnsafeBufferPointer { indices in
            for row in 0..<height {
                rows.append(0)
                let start = row * width
                if depth == 8 {
                    rows += indices[start..<start + width]
                    continue
                }
                for byte in 0..<rowBytes {
                    var packed: UInt8 = 0
                    for slot in 0..<perByte {
                        let column = byte * perByte + slot
                        packed = packed << UInt8(depth) | (column < width ? indices[start + column] : 0)
                    }
                    rows.append(packed)
                }
            }
        }
        return Image(bitDepth: UInt8(depth), palette: palette.bytes, rows: rows)
    }

    /// Each row as the difference from the one above (filter 2): pages and charts are mostly upright edges and flat ground.
    private func trueColour(_ pixels: [UInt8], width: Int, height: Int) -> Image {
        let rowBytes = width * 3
        var rows: [UInt8] = []
        rows.reserveCapacity((rowBytes + 1) * height)
        pixels.withUnsafeBufferPointer { pixels in
            rows.append(0)
            rows += pixels[..<rowBytes]
            for row in 1..<max(1, height) {
                rows.append(2)
                let start = row * rowBytes
                for index in start..<start + rowBytes { rows.append(pixels[index] &- pixels[index - rowBytes]) }
            }
        }
        return Image(bitDepth: 8, palette: nil, rows: rows)
    }

    // MARK: Chunks

    private func append(_ type: String, _ data: [UInt8], to file: inout [UInt8]) {
        let body = Array(type.utf8) + data
        file += bigEndian(data.count)
        file += body
        let sum = body.withUnsafeBufferPointer { crc32(0, $0.baseAddress, uInt($0.count)) }
        file += bigEndian(Int(sum))
    }

    private func bigEndian(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    private func deflated(_ bytes: [UInt8]) -> [UInt8]? {
        var size = compressBound(uLong(bytes.count))
        var failed = false
        let result = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
            failed = compress2(buffer.baseAddress, &size, bytes, uLong(bytes.count), compressionLevel) != Z_OK
            count = failed ? 0 : Int(size)
        }
        return failed ? nil : result
    }
}

/// The colours of a picture and the index of each pixel's; nil for one with more than 256.
private struct Palette {
    /// Red, green and blue of each colour, in the order in which they are first met.
    private(set) var bytes: [UInt8] = []
    private(set) var indices: [UInt8]

    var bitDepth: Int {
        switch bytes.count / 3 {
        case ...2: 1
        case ...4: 2
        case ...16: 4
        default: 8
        }
    }

    init?(of pixels: [UInt8]) {
        // An open hash table of colours: 1,024 places for at most 256 of them; each place a colour and its index.
        var places = [UInt32](repeating: .max, count: 1_024)
        var colours: [UInt8] = []
        var isFull = false
        indices = [UInt8](unsafeUninitializedCapacity: pixels.count / 3) { buffer, count in
            var lastColour = UInt32.max
            var lastIndex: UInt8 = 0
            var offset = 0
            pixels.withUnsafeBufferPointer { pixels in
                while offset < pixels.count {
                    let colour = UInt32(pixels[offset]) << 16 | UInt32(pixels[offset + 1]) << 8 | UInt32(pixels[offset + 2])
                    offset += 3
                    if colour != lastColour {
                        var place = Int((colour &* 0x9E37_79B1) >> 22)
                        while places[place] != .max, places[place] >> 8 != colour { place = (place + 1) & 1_023 }
                        if places[place] == .max {
                            guard colours.count < 256 * 3 else {
                                isFull = true
                                return
                            }
                            places[place] = colour << 8 | UInt32(colours.count / 3)
                            colours += [UInt8(colour >> 16), UInt8(colour >> 8 & 0xFF), UInt8(colour & 0xFF)]
                        }
                        lastColour = colour
                        lastIndex = UInt8(truncatingIfNeeded: places[place])
                    }
                    buffer.initializeElement(at: count, to: lastIndex)
                    count += 1
                }
            }
        }
        if isFull { return nil }
        bytes = colours
    }
}
