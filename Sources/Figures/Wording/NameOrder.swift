/// The order of names in any language, the same on every machine: in spirit the root collation of CLDR.
///
/// First the letters are compared, whatever their marks and case: Ä stands beside A, é beside e. Of names with the same letters the one
/// without marks comes first, then the one in small letters. Blanks and punctuation are looked at last of all. Digits come
/// before letters; Latin, Greek, Cyrillic and Arabic letters come in the order of their alphabets, and those of other scripts
/// in that of their blocks.
///
/// Swift tells of a character no decomposition, but its name, by which “LATIN SMALL LETTER E WITH ACUTE” is an e with a mark.
package struct NameOrder: Comparable, Sendable {
    private var letters: [UInt32] = []
    /// Of each letter, 0 before its own.
    private var marks: [UInt32] = []
    private var capitals: [Bool] = []
    /// What is looked at last: the text itself.
    private let text: [Unicode.Scalar]

    package init(_ name: String) {
        text = Array(name.unicodeScalars)
        for scalar in text { add(scalar) }
    }

    package static func < (one: NameOrder, other: NameOrder) -> Bool {
        if one.letters != other.letters { return one.letters.lexicographicallyPrecedes(other.letters) }
        if one.marks != other.marks { return one.marks.lexicographicallyPrecedes(other.marks) }
        if one.capitals != other.capitals { return one.capitals.lexicographicallyPrecedes(other.capitals) { !$0 && $1 } }
        return one.text.lexicographicallyPrecedes(other.text)
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark:
            marks.append(Self.mark(named: Self.name(of: scalar)))
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator,
            .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
            .otherPunctuation, .modifierLetter, .modifierSymbol:
            break
        case .mathSymbol, .currencySymbol, .otherSymbol:
            add(letter: scalar.value, isCapital: false)
        case .decimalNumber, .letterNumber, .otherNumber:
            let value = properties.numericValue.flatMap { UInt32(exactly: $0) }
            add(letter: Self.digits + (value.map { min($0, 0xFFFF) } ?? 0x1_0000 + scalar.value), isCapital: false)
        case .uppercaseLetter, .titlecaseLetter, .lowercaseLetter, .otherLetter:
            let small = properties.lowercaseMapping.unicodeScalars
            for (index, letter) in small.enumerated() { add(small: letter, isCapital: index == 0 && small.first != scalar) }
        // The standard library may learn of others.
        @unknown default: break
        }
    }

    private mutating func add(letter: UInt32, isCapital: Bool) {
        letters.append(letter)
        marks.append(0)
        capitals.append(isCapital)
    }

    private mutating func add(small letter: Unicode.Scalar, isCapital: Bool) {
        if letter.properties.generalCategory == .nonspacingMark { return marks.append(Self.mark(named: Self.name(of: letter))) }
        if let parts = Self.joined[letter] {
            for part in parts.unicodeScalars {
                add(small: part, isCapital: isCapital)
                marks.append(Self.joinedMark)
            }
            return
        }
        if let place = Self.alphabets[letter] { return add(letter: Self.alphabet + place, isCapital: isCapital) }
        let (base, own) = Self.parts(of: Self.name(of: letter))
        let place = Self.named[base].flatMap { Self.alphabets[$0] }
        add(letter: place.map { Self.alphabet + $0 } ?? Self.others + letter.value, isCapital: isCapital)
        if place != nil { marks += own.map(Self.mark) }
    }

    // MARK: Names of characters

    private static func name(of scalar: Unicode.Scalar) -> String { scalar.properties.name ?? "" }

    /// “LATIN SMALL LETTER A WITH RING ABOVE AND ACUTE”: the letter, and its marks.
    private static func parts(of name: String) -> (base: String, marks: [String]) {
        let words = name.split(separator: " ")
        guard let with = words.firstIndex(of: "WITH") else { return (name, []) }
        let marks = words[(with + 1)...].split(separator: "AND").map { $0.joined(separator: " ") }
        return (words[..<with].joined(separator: " "), marks)
    }

    /// A letter has its mark under the name of the mark that combines with it, without these words.
    private static func mark(named name: String) -> UInt32 {
        let words = name.split(separator: " ").filter { $0 != "COMBINING" && $0 != "ACCENT" }
        let short = words.joined(separator: " ")
        if let place = markNames.firstIndex(where: { $0.contains(short) }) { return UInt32(place + 1) }
        // Any other, in an order of its own.
        return short.utf8.reduce(UInt32(markNames.count)) { ($0 &* 31 &+ UInt32($1)) & 0xFF_FFFF } + 0x100
    }

    /// As CLDR has them; Greek has names of its own for some.
    private static let markNames: [[String]] = [
        ["ACUTE", "TONOS", "OXIA"], ["GRAVE", "VARIA"], ["BREVE", "VRACHY"], ["CIRCUMFLEX"], ["CARON"], ["RING ABOVE"],
        ["DIAERESIS", "DIALYTIKA"], ["DOUBLE ACUTE"], ["TILDE", "PERISPOMENI"], ["DOT ABOVE"],
        ["STROKE", "SHORT STROKE OVERLAY", "LONG STROKE OVERLAY", "SHORT SOLIDUS OVERLAY", "LONG SOLIDUS OVERLAY"], ["CEDILLA"], ["OGONEK"],
        ["MACRON"], ["HOOK ABOVE"], ["HORN"], ["DOT BELOW"], ["COMMA BELOW"], ["HAMZA ABOVE", "ARABIC HAMZA ABOVE"],
        ["HAMZA BELOW", "ARABIC HAMZA BELOW"], ["MADDA ABOVE", "ARABIC MADDAH ABOVE"],
    ]

    // MARK: Letters

    private static let digits: UInt32 = 0x11_0000
    private static let alphabet: UInt32 = 0x40_0000
    private static let others: UInt32 = 0x50_0000
    /// After all marks: æ comes after ae.
    private static let joinedMark: UInt32 = 0x200_0000

    /// Small letters that are no others with marks, each alphabet in its order, in the order of the scripts.
    private static let alphabetical = [
        "abcdðeəfghiıjklmnŋopqrstuvwxyzþ", "αβγδεζηθικλμνξοπρστυφχψω", "абвгґдђеєжзѕиійјклљмнњопрстћуфхцчџшщъыьэюя",
        "ءابپةتثجچحخدذرزژسشصضطظعغفقكکگلمنهوىيی",
    ]

    private static let alphabets: [Unicode.Scalar: UInt32] = Dictionary(
        alphabetical.joined().unicodeScalars.enumerated().map { ($0.element, UInt32($0.offset)) }) { first, _ in first }

    /// By the names of characters.
    private static let named: [String: Unicode.Scalar] = Dictionary(
        alphabetical.joined().unicodeScalars.map { (name(of: $0), $0) }) { first, _ in first }

    /// What is two letters in one, another shape of one, or one with a mark that its name does not tell.
    private static let joined: [Unicode.Scalar: String] = [
        "æ": "ae", "œ": "oe", "ß": "ss", "ĳ": "ij", "ſ": "s", "ς": "σ", "ё": "е", "ї": "і", "ў": "у", "ѓ": "г", "ќ": "к",
    ]
}
