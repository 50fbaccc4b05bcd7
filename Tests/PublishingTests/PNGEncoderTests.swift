import Foundation
import Publishing
import TestSupport
import Testing

@Suite struct PNGEncoderTests {
    /// A picture of `count` colours in uneven runs.
    private func picture(width: Int, height: Int, colours count: Int) -> [UInt8] {
        var random = SeededGenerator(seed: 7)
        let colours: [[UInt8]] = (0..<count).map { number in
            let low = UInt8(number % 256)
            return [low, UInt8(number / 256), 255 - low]
        }
        var pixels: [UInt8] = []
        var index = 0
        while pixels.count < width * height * 3 {
            let run = Int.random(in: 1...5, using: &random)
            for _ in 0..<run where pixels.count < width * height * 3 { pixels += colours[index % count] }
            index += 1
        }
        return pixels
    }

    /// The pixels as another program reads them: netpbm's.
    private func decoded(_ png: [UInt8]) throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).png").path
        FileManager.default.createFile(atPath: path, contents: Data(png))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["pngtopnm", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = [UInt8](pipe.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return try netpbmPixels(output)
    }

    /// Red, green and blue out of the three binary forms of netpbm.
    private func netpbmPixels(_ bytes: [UInt8]) throws -> [UInt8] {
        var fields: [String] = []
        var position = 0
        let count = bytes[1] == UInt8(ascii: "4") ? 3 : 4
        while fields.count < count {
            var field = ""
            while bytes[position] > 0x20 {
                field.append(Character(UnicodeScalar(bytes[position])))
                position += 1
            }
            position += 1
            fields.append(field)
        }
        let body = Array(bytes[position...])
        switch fields[0] {
        case "P6": return body
        case "P5": return body.flatMap { [$0, $0, $0] }
        default:
            let width = try #require(Int(fields[1]))
            let rowBytes = (width + 7) / 8
            return (0..<body.count / rowBytes).flatMap { row in
                (0..<width).flatMap { column -> [UInt8] in
                    let value: UInt8 = body[row * rowBytes + column / 8] >> UInt8(7 - column % 8) & 1 == 1 ? 0 : 255
                    return [value, value, value]
                }
            }
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 16, 17, 255, 256, 257, 3_000])
    func keepsEveryPixel(colours: Int) throws {
        let pixels = picture(width: 67, height: 61, colours: colours)
        let png = try #require(PNGEncoder(resolution: 150).encode(width: 67, height: 61, pixels: pixels))
        #expect(try decoded(png) == pixels)
    }

    private func chunks(_ png: [UInt8]) -> [(type: String, data: [UInt8])] {
        var chunks: [(String, [UInt8])] = []
        var position = 8
        while position + 12 <= png.count {
            let size = png[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
            let type = String(decoding: png[position + 4..<position + 8], as: UTF8.self)
            chunks.append((type, Array(png[position + 8..<position + 8 + size])))
            position += 12 + size
        }
        return chunks
    }

    @Test(arguments: [(2, 1), (4, 2), (16, 4), (256, 8)])
    func takesTheSmallestPalette(colours: Int, depth: UInt8) throws {
        let pixels = picture(width: 64, height: 64, colours: colours)
        let png = try #require(PNGEncoder(resolution: 72).encode(width: 64, height: 64, pixels: pixels))
        let header = chunks(png)[0].data
        #expect(header[8] == depth)
        #expect(header[9] == 3)
    }

    @Test func writesResolutionAndDescriptionAndNothingElse() throws {
        let pixels = picture(width: 8, height: 8, colours: 2)
        let png = try #require(PNGEncoder(resolution: 150, description: "Säulen").encode(width: 8, height: 8, pixels: pixels))
        let chunks = chunks(png)
        #expect(chunks.map(\.type) == ["IHDR", "pHYs", "iTXt", "PLTE", "IDAT", "IEND"])
        // 150 pixels an inch are 5,906 a metre.
        #expect(chunks[1].data == [0, 0, 0x17, 0x12, 0, 0, 0x17, 0x12, 1])
        #expect(String(decoding: chunks[2].data, as: UTF8.self).hasSuffix("Säulen"))
    }

    @Test func refusesPixelsThatAreNotThere() {
        #expect(PNGEncoder(resolution: 72).encode(width: 0, height: 5, pixels: []) == nil)
        #expect(PNGEncoder(resolution: 72).encode(width: 2, height: 2, pixels: [0, 0, 0]) == nil)
    }
}
