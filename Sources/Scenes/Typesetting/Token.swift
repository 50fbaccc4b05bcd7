/// What stands between spaces and long dashes, and where a line may end within it: an address is no word, and nobody can tell
/// whether a hyphen at the end of a line belongs to it.
struct Token {
    /// In the bytes of the paragraph.
    let range: Range<Int>
    /// Whether a hyphen may be added within its words.
    private(set) var isHyphenated = true
    /// In the bytes of the paragraph, rising: after dashes and slashes.
    private(set) var breaks: [Int] = []
    /// The same, only for what no line holds: after the other signs of an address.
    private(set) var furtherBreaks: [Int] = []
    /// After the soft hyphens: where the author would have one set.
    private(set) var softHyphenEnds: [Int] = []

    /// A word of letters and the marks around them.
    init(plain range: Range<Int>) {
        self.range = range
    }

    /// Whether a byte can make a word more than one of letters.
    static func hasMeaning(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "@"), UInt8(ascii: "_"),
            UInt8(ascii: "#"), firstOfDash, firstOfSoftHyphen: true
        default: false
        }
    }

    /// The parts of a word, which begins at `start` of the paragraph's bytes.
    static func tokens(of word: String, from start: Int) -> [Token] {
        var tokens: [Token] = []
        var part: [Character] = []
        var partStart = start
        var offset = start
        for character in word {
            // A dash that begins a word, a minus among them, stays with it.
            if let last = part.last, longDashes.contains(last), part.count > 1 || partStart > start, character.isLetter || character.isNumber {
                tokens.append(Token(part, partStart..<offset, goesOn: true))
                (part, partStart) = ([], offset)
            }
            part.append(character)
            offset += character.utf8.count
        }
        return tokens + [Token(part, partStart..<offset, goesOn: false)]
    }

    /// - Parameter goesOn: another part follows.
    private init(_ characters: [Character], _ range: Range<Int>, goesOn: Bool) {
        self.range = range
        let signs = Signs(characters)
        isHyphenated = !signs.areOfNoWord
        var offset = range.lowerBound
        for (index, character) in characters.enumerated() {
            offset += character.utf8.count
            guard index + 1 < characters.count else { break }
            if character == softHyphen { softHyphenEnds.append(offset) }
            switch signs.ending(at: index) {
            case .line: breaks.append(offset)
            case .lineInNeed: furtherBreaks.append(offset)
            case .none: break
            }
        }
        if goesOn { breaks.append(range.upperBound) }
    }
}

/// What the signs in a part of a word make of it.
private struct Signs {
    enum Ending { case line, lineInNeed, none }

    private let characters: [Character]
    private let isAddress: Bool
    /// Whether it is no word of letters: an address, a path, a name of a file or of an account, or alternatives.
    let areOfNoWord: Bool

    init(_ characters: [Character]) {
        self.characters = characters
        func isOfName(_ index: Int) -> Bool {
            characters.indices.contains(index) && (characters[index].isLetter || characters[index].isNumber)
        }
        /// The letters and digits that end before a place, and those that begin at it.
        func before(_ index: Int) -> ArraySlice<Character> { characters[..<index].suffix(while: { $0.isLetter || $0.isNumber }) }
        func after(_ index: Int) -> ArraySlice<Character> { characters[(index + 1)...].prefix(while: { $0.isLetter || $0.isNumber }) }
        let dots = characters.indices.filter { characters[$0] == "." && isOfName($0 - 1) && isOfName($0 + 1) }
        let slashes = characters.indices.filter { slashSigns.contains(characters[$0]) }
        // Not "U.S.-led" and "3.5-fold": a name has more letters than one on both sides.
        let isName = dots.contains { dot in
            before(dot).count > 1 && after(dot).count > 1 && !(before(dot) + after(dot)).allSatisfy(\.isNumber)
        }
        let isPath = slashes.count > 2 || !dots.isEmpty && !slashes.isEmpty || slashes.contains { characters[$0] == "\\" }
            || slashes.first.map { !isOfName($0 - 1) && isOfName($0 + 1) } ?? false
        isAddress = isName || isPath || characters.contains("@")
        areOfNoWord = isAddress || !dots.isEmpty || !slashes.isEmpty || characters.contains { $0 == "_" || $0 == "#" }
    }

    /// What may end after a character that is not the last.
    func ending(at index: Int) -> Ending {
        let (sign, next) = (characters[index], characters[index + 1])
        // What closes a quotation or a sentence goes with what is before it.
        guard next.isLetter || next.isNumber || isAddress && beginners.contains(next) else { return .none }
        if slashSigns.contains(sign) {
            if isAddress { return isOfScheme(index) ? .lineInNeed : .line }
            return areLongAlternatives(around: index) ? .line : .lineInNeed
        }
        if sign == "-" || longDashes.contains(sign) {
            if index == 0 { return .none }
            return isAddress || areOfNoWord && sign == "-" && characters.contains("_") ? .lineInNeed : .line
        }
        return areOfNoWord && closers.contains(sign) ? .lineInNeed : .none
    }

    /// Of "https://".
    private func isOfScheme(_ slash: Int) -> Bool {
        characters[slash + 1] == "/" || slash > 0 && (characters[slash - 1] == "/" || characters[slash - 1] == ":")
    }

    /// Not "A/B", "and/or" and "2023/24".
    private func areLongAlternatives(around slash: Int) -> Bool {
        let before = characters[..<slash].suffix(while: \.isLetter)
        let after = characters[(slash + 1)...].prefix(while: \.isLetter)
        return min(before.count, after.count) >= shortestAlternative
    }
}

extension ArraySlice<Character> {
    /// As many at the end as satisfy a condition.
    fileprivate func suffix(while isTaken: (Character) -> Bool) -> ArraySlice<Character> {
        self[((lastIndex { !isTaken($0) }).map { $0 + 1 } ?? startIndex)...]
    }
}

private let longDashes: [Character] = ["–", "—"]
private let slashSigns: [Character] = ["/", "\\"]
/// The signs after which an address may end a line where it must, and those that may begin the next.
private let closers = Set<Character>(".,;:?!&=_#%+~@")
private let beginners = Set<Character>("?&=_#%+~@$*")
private let softHyphen: Character = "\u{AD}"
/// Of the dashes from U+2010, and of U+00AD, in UTF-8.
private let firstOfDash: UInt8 = 0xE2
private let firstOfSoftHyphen: UInt8 = 0xC2
/// In letters.
private let shortestAlternative = 6
