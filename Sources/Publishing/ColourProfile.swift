/// The sRGB colour space as an ICC profile, version 4.2 (ICC.1:2004-10): a matrix and a curve, in some 500 bytes.
///
/// The primaries are those of IEC 61966-2-1, adapted to the profile's white D50 by the Bradford method; the curve is its
/// own, as a parametric one.
let sRGBProfile: [UInt8] = {
    let curve = ICCTag.parametric([2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045])
    let tags: [(name: String, data: [UInt8])] = [
        ("desc", ICCTag.words("sRGB")),
        ("cprt", ICCTag.words("No copyright")),
        ("wtpt", ICCTag.colour(0.9642, 1, 0.8249)),
        ("chad", ICCTag.matrix([1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168])),
        ("rXYZ", ICCTag.colour(0.43607, 0.22249, 0.01392)),
        ("gXYZ", ICCTag.colour(0.38515, 0.71687, 0.09708)),
        ("bXYZ", ICCTag.colour(0.14307, 0.06061, 0.71410)),
        ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
    ]
    var table = bigEndian(tags.count)
    var data: [UInt8] = []
    var places: [[UInt8]: Int] = [:]
    let start = 128 + 4 + 12 * tags.count
    for tag in tags {
        // The three curves are one.
        let place = places[tag.data] ?? start + data.count
        if places.updateValue(place, forKey: tag.data) == nil {
            data += tag.data + [UInt8](repeating: 0, count: (4 - tag.data.count % 4) % 4)
        }
        table += Array(tag.name.utf8) + bigEndian(place) + bigEndian(tag.data.count)
    }
    var header = bigEndian(start + data.count) + [0, 0, 0, 0] + [4, 0x20, 0, 0] + Array("mntrRGB XYZ ".utf8)
    // The day on which it was made up, a part of the format.
    header += [2024, 1, 1, 0, 0, 0].flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] } + Array("acsp".utf8)
    header += [UInt8](repeating: 0, count: 28) + ICCTag.fixed(0.9642) + ICCTag.fixed(1) + ICCTag.fixed(0.8249)
    header += [UInt8](repeating: 0, count: 128 - header.count)
    return header + table + data
}()

/// Whether a file is the ICC profile of a press with four inks, and all of it, by its header.
package func isPressProfile(_ bytes: [UInt8]) -> Bool {
    func holds(_ word: String, at place: Int) -> Bool { bytes[place..<place + 4].elementsEqual(word.utf8) }
    let isWhole = !bigEndian(bytes.count).lexicographicallyPrecedes(bytes.prefix(4))
    return bytes.count > 128 && isWhole && holds("acsp", at: 36) && holds("prtr", at: 12) && holds("CMYK", at: 16)
}

private enum ICCTag {
    static func fixed(_ number: Double) -> [UInt8] { bigEndian(Int((number * 65536).rounded())) }

    static func colour(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
        Array("XYZ ".utf8) + [0, 0, 0, 0] + fixed(x) + fixed(y) + fixed(z)
    }

    static func matrix(_ numbers: [Double]) -> [UInt8] { Array("sf32".utf8) + [0, 0, 0, 0] + numbers.flatMap(fixed) }

    /// Y = (aX + b)^g from d on, cX below.
    static func parametric(_ numbers: [Double]) -> [UInt8] {
        Array("para".utf8) + [0, 0, 0, 0, 0, 3, 0, 0] + numbers.flatMap(fixed)
    }

    /// Words in English.
    static func words(_ words: String) -> [UInt8] {
        let text = words.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        return Array("mluc".utf8) + [0, 0, 0, 0] + bigEndian(1) + bigEndian(12) + Array("enUS".utf8) + bigEndian(text.count)
            + bigEndian(28) + text
    }
}
