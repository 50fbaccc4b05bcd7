internal import Foundation
package import Scenes

/// A page as the plates of a press, an ink each, as Ghostscript separates it: pixel by pixel, without smoothed edges, mixtures of
/// process inks kept as the page has them.
package struct Separations: Sendable {
    package let width: Int
    package let height: Int
    /// How many pixels each mixture of inks covers.
    package let mixtures: [Colour.Press: Int]
    /// The strengths of four inks for each pixel, by rows.
    private let samples: [UInt8]

    /// - Parameter picture: a portable arbitrary map of four inks.
    fileprivate init(picture: [UInt8]) throws {
        let end = Array("ENDHDR\n".utf8)
        guard let header = picture.firstRange(of: end) else { throw ProgramFailure("Ghostscript gives no picture") }
        let lines = String(decoding: picture[..<header.lowerBound], as: UTF8.self).split(separator: "\n").map { $0.split(separator: " ") }
        func field(_ name: String) -> Substring? { lines.first { $0.first == name[...] }?.last }
        guard field("TUPLTYPE") == "CMYK", field("MAXVAL") == "255", let width = field("WIDTH").flatMap({ Int($0) }),
            let height = field("HEIGHT").flatMap({ Int($0) }), picture.count == header.upperBound + 4 * width * height
        else { throw ProgramFailure("Ghostscript gives a picture of another kind: \(lines)") }
        (self.width, self.height, samples) = (width, height, Array(picture[header.upperBound...]))

        var counts: [UInt32: Int] = [:]
        samples.withUnsafeBytes { bytes in
            let pixels = bytes.bindMemory(to: UInt32.self)
            // Most pixels are like the one before.
            var start = 0
            while start < pixels.count {
                var end = start + 1
                while end < pixels.count, pixels[end] == pixels[start] { end += 1 }
                counts[pixels[start], default: 0] += end - start
                start = end
            }
        }
        mixtures = Dictionary(uniqueKeysWithValues: counts.map { pixel, count in (withUnsafeBytes(of: pixel) { Colour.Press($0[...]) }, count) })
    }

    /// The inks of a pixel, counted from the head of the page and its left.
    package subscript(x: Int, y: Int) -> Colour.Press {
        let start = 4 * (y * width + x)
        return samples.withUnsafeBytes { Colour.Press($0[start..<start + 4]) }
    }

    /// How much of the page each ink covers, a tint by its strength: 0 to 1.
    package var coverage: Colour.Press {
        func mean(_ ink: KeyPath<Colour.Press, Double>) -> Double {
            mixtures.reduce(0) { $0 + $1.key[keyPath: ink] * Double($1.value) } / Double(width * height)
        }
        return Colour.Press(cyan: mean(\.cyan), magenta: mean(\.magenta), yellow: mean(\.yellow), black: mean(\.black))
    }

    /// The most ink on one spot, all four together: 0 to 4.
    package var heaviest: Double { mixtures.keys.map { $0.cyan + $0.magenta + $0.yellow + $0.black }.max() ?? 0 }
}

extension Colour.Press {
    fileprivate init(_ bytes: Slice<UnsafeRawBufferPointer>) {
        let inks = bytes.map { Double($0) / 255 }
        self.init(cyan: inks[0], magenta: inks[1], yellow: inks[2], black: inks[3])
    }
}

extension PDFProof {
    /// - Parameters:
    ///   - page: counted from 1.
    ///   - resolution: pixels to an inch.
    package func separations(ofPage page: Int, resolution: Int = 72) throws -> Separations {
        let folder = try TemporaryFolder()
        let said = try output(
            of: "gs",
            [
                "-q", "-o", folder.path + "/page.pam", "-sDEVICE=pamcmyk32", "-r\(resolution)", "-dFirstPage=\(page)", "-dLastPage=\(page)", path,
            ])
        guard let picture = try? folder.bytes(of: "page.pam") else { throw ProgramFailure("Ghostscript finds no page \(page): \(said)") }
        return try Separations(picture: picture)
    }
}
