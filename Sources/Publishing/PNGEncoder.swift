internal import CZlib
package import Scenes

/// Why a picture could not be written as PNG.
package enum PNGError: Error, Hashable, Sendable {
    /// The pixels are not as many as width and height say, or there are none.
    case wrongSize(width: Int, height: Int, bytes: Int)
    case noMemory
}

/// Writes PNG files (W3C Recommendation, third edition) over zlib.
///
/// With at most 256 colours the picture has an exact palette, in as few bits a pixel as hold it, and is small and quick;
/// with more it is true colour. Both lose nothing. A picture that was painted has few colours, but many blends of them
/// along its edges: where `flatColours` are told, the blends may be rounded until a palette holds them. The same pixels
/// give the same bytes.
package struct PNGEncoder: Sendable {
    /// The size on paper; nil says nothing about it.
    package var pixelsPerInch: Double?
    /// What a reader who does not see the picture is told.
    package var description: String?
    /// Those that the picture was painted in, which stay as they are. Any other may be moved, where a palette needs it,
    /// by at most 3 of 255 in each of red, green and blue, which nobody sees at an edge. Nil where none may be moved.
    package var flatColours: Set<Colour>?

    package init(pixelsPerInch: Double? = nil, description: String? = nil, flatColours: Set<Colour>? = nil) {
        self.pixelsPerInch = pixelsPerInch
        self.description = description
        self.flatColours = flatColours
    }

    /// The picture as a file.
    ///
    /// - Parameter pixels: rows from the top without gaps, four bytes a pixel: blue, green, red, and one that is not
    ///   read. So does Cairo hold RGB24 on a little-endian machine, with a stride of four times the width.
    package func encode(width: Int, height: Int, pixels: [UInt8]) throws(PNGError) -> [UInt8] {
        guard (1...0x7FFF_FFFF).contains(width), (1...0x7FFF_FFFF).contains(height),
            width.multipliedReportingOverflow(by: height).overflow == false, pixels.count == width * height * 4
        else { throw .wrongSize(width: width, height: height, bytes: pixels.count) }

        let palette = PaletteImage(
            width: width, height: height, pixels: pixels, flatColours: flatColours.map { Set($0.map(\.rgb)) })
        let depth = palette?.bitDepth ?? 8
        let rows = palette?.rows ?? filteredTrueColour(width: width, height: height, pixels: pixels)

        var file = PNGFile()
        file.append("IHDR", bigEndian(width) + bigEndian(height) + [UInt8(depth), palette == nil ? 2 : 3, 0, 0, 0])
        if let pixelsPerInch, pixelsPerInch > 0, pixelsPerInch < 1e6 {
            let perMetre = Int((pixelsPerInch / 0.0254).rounded())
            file.append("pHYs", bigEndian(perMetre) + bigEndian(perMetre) + [1])
        }
        if let description, !description.isEmpty {
            // Keyword, no compression, no language, no translated keyword.
            let text = description.utf8.filter { $0 != 0 }
            file.append("iTXt", Array("Description".utf8) + [0, 0, 0, 0, 0] + text)
        }
        if let palette { file.append("PLTE", palette.colours) }
        guard let deflated = deflated(rows) else { throw .noMemory }
        file.append("IDAT", deflated)
        file.append("IEND", [])
        return file.bytes
    }
}

/// The chunks of a PNG file.
private struct PNGFile {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    mutating func append(_ type: String, _ data: [UInt8]) {
        bytes += bigEndian(data.count)
        let start = bytes.count
        bytes += type.utf8
        bytes += data
        let checksum = bytes.withUnsafeBufferPointer { buffer in
            crc32_z(0, buffer.baseAddress.map { $0 + start }, buffer.count - start)
        }
        bytes += bigEndian(Int(checksum))
    }
}

/// Four bytes, as PNG and ICC have numbers.
func bigEndian(_ number: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number >> 24), UInt8(truncatingIfNeeded: number >> 16),
     UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number)]
}
