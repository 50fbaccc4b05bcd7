/// A PDF by Cairo, with the numbers that Cairo handed out and never used marked as free in its table of objects, and those of
/// its own structure elements, which others take the place of: so nobody has to read them.
///
/// Cairo 1.16 numbers a structure element for each link and does not write it where the page has no structure: the table
/// then says that it stands where another object does, and a strict reader takes the file for damaged. A free number is
/// read as null, which is what is meant. Nothing moves: an entry of the table is twenty bytes either way.
///
/// - Returns: the same bytes where the table is not as Cairo writes it; the reader is to judge then.
func withUnwrittenObjectsFreed(_ bytes: [UInt8]) -> [UInt8] {
    guard let start = startOfTable(bytes) else { return bytes }
    var scanner = NumberScanner(bytes: bytes, place: start)
    guard scanner.skip("xref\n0 "), let count = scanner.number(), scanner.skip("\n"), count > 0,
        scanner.place + count * entryLength <= bytes.count
    else { return bytes }
    let first = scanner.place
    var mended = bytes
    for number in 1..<count {
        let entry = first + number * entryLength
        guard bytes[entry + 17] == UInt8(ascii: "n") else { continue }
        var digits = NumberScanner(bytes: bytes, place: entry)
        guard let offset = digits.number() else { return bytes }
        var object = NumberScanner(bytes: bytes, place: offset)
        guard !object.skip("\(number) 0 obj") || object.skip("\n<< /Type /StructElem") else { continue }
        mended.replaceSubrange(entry..<entry + 18, with: "0000000000 65535 f".utf8)
    }
    return mended
}

private let entryLength = 20

/// Where the last line but one says that the table begins.
private func startOfTable(_ bytes: [UInt8]) -> Int? {
    let word = Array("startxref\n".utf8)
    var place = bytes.count - word.count
    let last = max(0, bytes.count - 64)
    while place >= last {
        if bytes[place..<place + word.count].elementsEqual(word) {
            var scanner = NumberScanner(bytes: bytes, place: place + word.count)
            return scanner.number()
        }
        place -= 1
    }
    return nil
}

/// Reads words and numbers from a place on.
private struct NumberScanner {
    let bytes: [UInt8]
    var place: Int

    mutating func skip(_ word: String) -> Bool {
        guard place <= bytes.count, bytes[place...].starts(with: word.utf8) else { return false }
        place += word.utf8.count
        return true
    }

    /// A number of at most ten digits.
    mutating func number() -> Int? {
        var value = 0
        let start = place
        while place < bytes.count, place - start < 10, (48...57).contains(bytes[place]) {
            value = value * 10 + Int(bytes[place] - 48)
            place += 1
        }
        return place > start ? value : nil
    }
}
