import Foundation
import Publishing
import Scenes
import TestSupport
import Testing

@Suite struct PNGEncoderTests {
    @Test(arguments: [(1, 1), (2, 1), (3, 2), (4, 2), (5, 4), (16, 4), (17, 8), (256, 8)])
    func keepsEveryPixelInTheFewestBits(colours: Int, depth: Int) throws {
        let picture = try Picture(width: 37, height: 23, colours: colours)
        let read = try picture.encodedAndRead(PNGEncoder())
        #expect(read.header == "37 23 \(depth) 3")
        #expect(read.pixels == picture.rgb)
        #expect(read.chunks == "IHDR PLTE IDAT IEND")
    }

    @Test func keepsEveryPixelInTrueColour() throws {
        let picture = try Picture(width: 61, height: 40, colours: 257)
        let read = try picture.encodedAndRead(PNGEncoder())
        #expect(read.header == "61 40 8 2")
        #expect(read.pixels == picture.rgb)
        #expect(read.chunks == "IHDR IDAT IEND")
    }

    /// Every blend of three colours with white: what edges leave, far more than a palette holds.
    @Test func roundsBlendsUntilAPaletteHoldsThem() throws {
        let flat = [0xFFFFFF, 0x124673, 0x202428, 0xC04010]
        let pixels = flat.dropFirst().flatMap { colour in (0...255).flatMap { coverage in blended(colour, coverage) } }
        let picture = Picture(width: 256, height: 3, pixels: pixels)
        #expect(try picture.encodedAndRead(PNGEncoder()).header == "256 3 8 2")

        let read = try picture.encodedAndRead(PNGEncoder(flatColours: Set(flat.map(Colour.init(rgb:)))))
        #expect(read.header == "256 3 8 3")
        #expect(zip(read.pixels, picture.rgb).allSatisfy { abs(Int($0) - Int($1)) <= 3 })
        for start in stride(from: 0, to: picture.rgb.count, by: 3) {
            let colour = picture.rgb[start..<start + 3].reduce(0) { $0 << 8 | Int($1) }
            if flat.contains(colour) { #expect(read.pixels[start..<start + 3] == picture.rgb[start..<start + 3]) }
        }
    }

    @Test func roundsNoMoreThanItMust() throws {
        let encoder = PNGEncoder(flatColours: [Colour(rgb: 0)])
        let few = try Picture(width: 37, height: 23, colours: 256)
        #expect(try few.encodedAndRead(encoder).pixels == few.rgb)
        // 257 blues, which steps of three bring together.
        let pixels = (0...256).flatMap { (value: Int) -> [UInt8] in [UInt8(min(value, 255)), UInt8(value / 2), UInt8(value / 2), 0] }
        let many = Picture(width: 257, height: 1, pixels: pixels)
        let read = try many.encodedAndRead(encoder)
        #expect(read.header == "257 1 8 3")
        #expect(zip(read.pixels, many.rgb).allSatisfy { abs(Int($0) - Int($1)) <= 1 })
    }

    @Test func losesNothingWhereRoundingIsNotEnough() throws {
        let picture = try Picture(width: 61, height: 40, colours: 2000)
        let read = try picture.encodedAndRead(PNGEncoder(flatColours: []))
        #expect(read.header == "61 40 8 2")
        #expect(read.pixels == picture.rgb)
        let noise = try Picture(width: 100, height: 100, colours: 4097)
        #expect(try noise.encodedAndRead(PNGEncoder(flatColours: [])).pixels == noise.rgb)
    }

    @Test func readsSlopesUnderEachFilter() throws {
        var pixels: [UInt8] = []
        for row in 0..<64 {
            for column in 0..<64 {
                pixels += [UInt8(row * 4), UInt8(truncatingIfNeeded: row * column), UInt8(column * 4), 0]
            }
        }
        let picture = Picture(width: 64, height: 64, pixels: pixels)
        let read = try picture.encodedAndRead(PNGEncoder())
        #expect(read.pixels == picture.rgb)
    }

    @Test func saysSizeAndDescriptionAndNothingElse() throws {
        let picture = try Picture(width: 3, height: 2, colours: 2)
        let read = try picture.encodedAndRead(PNGEncoder(pixelsPerInch: 150, description: "Attacks in Ḥimṣ"))
        #expect(read.chunks == "IHDR pHYs iTXt PLTE IDAT IEND")
        #expect(read.perMetre == "5906 5906 1")
        #expect(read.description == "Description|Attacks in Ḥimṣ")
    }

    @Test func theFourthByteOfAPixelDoesNotCount() throws {
        let encoder = PNGEncoder()
        let zero = try encoder.encode(width: 2, height: 1, pixels: [1, 2, 3, 0, 1, 2, 3, 0])
        #expect(try encoder.encode(width: 2, height: 1, pixels: [1, 2, 3, 255, 1, 2, 3, 7]) == zero)
    }

    @Test func refusesPixelsThatAreNotAsManyAsSaid() {
        #expect(throws: PNGError.wrongSize(width: 2, height: 2, bytes: 4)) {
            try PNGEncoder().encode(width: 2, height: 2, pixels: [0, 0, 0, 0])
        }
        #expect(throws: PNGError.wrongSize(width: 0, height: 2, bytes: 0)) {
            try PNGEncoder().encode(width: 0, height: 2, pixels: [])
        }
    }
}

extension Colour {
    fileprivate init(rgb: Int) {
        func part(_ shift: Int) -> Double { Double(rgb >> shift & 255) / 255 }
        self.init(
            screen: .init(red: part(16), green: part(8), blue: part(0)), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 0))
    }
}

/// A pixel that the colour covers by so many parts of 255, on white.
private func blended(_ rgb: Int, _ coverage: Int) -> [UInt8] {
    [0, 8, 16].map { (shift: Int) -> UInt8 in
        let part = rgb >> shift & 255
        return UInt8(255 - (255 - part) * coverage / 255)
    } + [0]
}

/// Pixels as Cairo holds them.
private struct Picture {
    var width: Int
    var height: Int
    var pixels: [UInt8]

    init(width: Int, height: Int, pixels: [UInt8]) {
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// Noise of exactly so many colours.
    init(width: Int, height: Int, colours: Int) throws {
        var random = SeededGenerator(seed: UInt64(colours))
        pixels = []
        for index in 0..<width * height {
            let colour = index < colours ? index : Int.random(in: 0..<colours, using: &random)
            let blue = UInt8(truncatingIfNeeded: colour &* 7)
            let green = UInt8(truncatingIfNeeded: colour >> 4)
            let red = UInt8(truncatingIfNeeded: colour & 15)
            pixels += [blue, green, red, UInt8.random(in: 0...255, using: &random)]
        }
        self.width = width
        self.height = height
    }

    var rgb: [UInt8] {
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: pixels.count, by: 4) { bytes += pixels[start..<start + 3].reversed() }
        return bytes
    }

    func encodedAndRead(_ encoder: PNGEncoder) throws -> ReadPicture {
        let folder = try ScratchFolder()
        try folder.write(try encoder.encode(width: width, height: height, pixels: pixels), to: "a.png")
        let (output, status) = try run("python3", "-c", readerScript, "\(folder.path)/a.png")
        let text = String(decoding: output, as: UTF8.self)
        #expect(status == 0, "\(text)")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        try #require(lines.count >= 5)
        let digits = Array(lines[4].utf8)
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16) }
        return ReadPicture(header: lines[0], chunks: lines[1], perMetre: lines[2], description: lines[3], pixels: bytes)
    }
}

private struct ReadPicture {
    var header: String
    var chunks: String
    var perMetre: String
    var description: String
    var pixels: [UInt8]
}

/// A reader that shares nothing with the writer: it checks every checksum and undoes every filter.
private let readerScript = """
    import sys, zlib, struct
    data = open(sys.argv[1], 'rb').read()
    assert data[:8] == b'\\x89PNG\\r\\n\\x1a\\n'
    place, kinds, parts = 8, [], {}
    while place < len(data):
        size, kind = struct.unpack('>I4s', data[place:place + 8])
        body = data[place + 8:place + 8 + size]
        assert struct.unpack('>I', data[place + 8 + size:place + 12 + size])[0] == zlib.crc32(kind + body)
        kinds.append(kind.decode()); parts[kind] = body
        place += 12 + size
    width, height, depth, colour, *rest = struct.unpack('>IIBBBBB', parts[b'IHDR'])
    assert rest == [0, 0, 0]
    raw = zlib.decompress(parts[b'IDAT'])
    step = 3 if colour == 2 else 1
    length = width * 3 if colour == 2 else (width * depth + 7) // 8
    assert len(raw) == (length + 1) * height
    above, out = bytearray(length), bytearray()
    for row in range(height):
        start = row * (length + 1)
        kind, line = raw[start], bytearray(raw[start + 1:start + 1 + length])
        for i in range(length):
            a = line[i - step] if i >= step else 0
            b = above[i]
            c = above[i - step] if i >= step else 0
            p = a + b - c
            paeth = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
            line[i] = (line[i] + [0, a, b, (a + b) // 2, paeth][kind]) & 255
        above = line
        if colour == 2:
            out += line
        else:
            palette = parts[b'PLTE']
            for x in range(width):
                bit = x * depth
                i = line[bit // 8] >> (8 - depth - bit % 8) & ((1 << depth) - 1)
                out += palette[3 * i:3 * i + 3]
    print(width, height, depth, colour)
    print(*kinds)
    print(*struct.unpack('>IIB', parts[b'pHYs'])) if b'pHYs' in parts else print()
    if b'iTXt' in parts:
        word, text = parts[b'iTXt'].split(b'\\0', 1)
        assert text[:4] == b'\\0\\0\\0\\0'
        sys.stdout.flush(); sys.stdout.buffer.write(word + b'|' + text[4:] + b'\\n'); sys.stdout.flush()
    else:
        print()
    print(out.hex())
    """
