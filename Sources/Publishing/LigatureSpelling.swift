/// A font's map to Unicode (ISO 32000-1, 9.10.3) in which the ligatures of Latin are given as their letters.
func withLigaturesSpelt(_ map: [UInt8]) -> [UInt8] {
    let start = Array("<fb0".utf8)
    var result: [UInt8] = []
    var copied = 0
    var place = 0
    while place + start.count + 2 <= map.count {
        defer { place += 1 }
        guard map[place] == start[0], map[place..<place + start.count].elementsEqual(start), map[place + 5] == UInt8(ascii: ">"),
            let letters = ligatures[map[place + 4]]
        else { continue }
        result += map[copied..<place] + "<\(letters)>".utf8
        copied = place + 6
    }
    return result + map[copied...]
}

/// By the last digit of U+FB00 to U+FB04: ff, fi, fl, ffi and ffl.
private let ligatures: [UInt8: String] = [
    UInt8(ascii: "0"): "00660066", UInt8(ascii: "1"): "00660069", UInt8(ascii: "2"): "0066006c", UInt8(ascii: "3"): "006600660069",
    UInt8(ascii: "4"): "00660066006c",
]
