internal import CHyphen
internal import Glibc

/// The patterns of one dictionary file, loaded.
struct Patterns: ~Copyable {
    private let pointer: UnsafeMutablePointer<HyphenDict>?

    /// Patterns that allow no break.
    init() {
        pointer = nil
    }

    /// A file that cannot be read allows no break.
    init(path: String) {
        pointer = hnj_hyphen_load(path)
    }

    deinit {
        if let pointer { hnj_hyphen_free(pointer) }
    }

    /// How many letters (Unicode scalars) stand before each place where the patterns allow a break.
    ///
    /// Patterns that change the spelling at the break are left out: the places are for a hyphen and nothing else.
    func breaks(in word: String) -> [Int] {
        guard let pointer else { return [] }
        let isUnicode = pointer.pointee.utf8 != 0
        let letters = isUnicode ? Array(word.utf8) : eightBit(word, limit: pointer.pointee.isLatin1 ? 0xFF : 0x7F)
        guard let letters, !letters.isEmpty else { return [] }

        // The library wants five bytes more than the word has. It counts letters, in both encodings.
        var marks = [CChar](repeating: 0, count: letters.count + 5)
        var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        var positions: UnsafeMutablePointer<Int32>?
        var cuts: UnsafeMutablePointer<Int32>?
        defer {
            for index in letters.indices { free(replacements?[index]) }
            free(replacements)
            free(positions)
            free(cuts)
        }
        let status = letters.withUnsafeBytes { bytes in
            hnj_hyphen_hyphenate2(
                pointer, bytes.bindMemory(to: CChar.self).baseAddress, Int32(letters.count), &marks, nil, &replacements,
                &positions, &cuts)
        }
        guard status == 0 else { return [] }
        return letters.indices.filter { marks[$0] % 2 == 1 && replacements?[$0] == nil }.map { $0 + 1 }
    }
}

extension HyphenDict {
    fileprivate var isLatin1: Bool {
        let name = withUnsafeBytes(of: cset) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
        return name == "ISO8859-1" || name == "ISO-8859-1"
    }
}

/// A byte a letter, or nil where a letter is past `limit`: ASCII is the same in all the encodings of the patterns.
private func eightBit(_ word: String, limit: UInt32) -> [UInt8]? {
    let letters = word.unicodeScalars
    return letters.allSatisfy { $0.value <= limit } ? letters.map { UInt8($0.value) } : nil
}
