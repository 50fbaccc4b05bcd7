/// The content of a page, operator by operator (ISO 32000-1, 7.8.2): rewritten where a meaning or an ink is to be put in, and
/// otherwise copied as it is.
struct ContentStream {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// An operator with what stands before it.
    struct Operation {
        fileprivate let bytes: UnsafeBufferPointer<UInt8>
        /// From the first operand to the operator.
        fileprivate var operandBytes: Range<Int>
        fileprivate var name: Range<Int>

        func isCalled(_ name: StaticString) -> Bool {
            self.name.count == name.utf8CodeUnitCount
                && name.withUTF8Buffer { bytes[self.name].elementsEqual($0) }
        }

        /// The operands; of arrays and dictionaries the parts, with their brackets.
        var operands: [String] {
            var operands: [String] = []
            var scanner = TokenScanner(bytes: UnsafeBufferPointer(rebasing: bytes[operandBytes]))
            while let token = scanner.next() {
                operands.append(String(decoding: scanner.bytes[token.range], as: UTF8.self))
            }
            return operands
        }
    }

    /// - Parameter replacement: what is to stand in the place of an operation; nil for itself.
    func rewritten(_ replacement: (Operation) -> String?) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        bytes.withUnsafeBufferPointer { bytes in
            var copied = 0
            var start: Int?
            var scanner = TokenScanner(bytes: bytes)
            while let token = scanner.next() {
                let first = start ?? token.range.lowerBound
                guard token.isOperator else {
                    start = first
                    continue
                }
                start = nil
                let operation = Operation(bytes: bytes, operandBytes: first..<token.range.lowerBound, name: token.range)
                guard let text = replacement(operation) else { continue }
                result += bytes[copied..<first]
                result += text.utf8
                copied = token.range.upperBound
            }
            result += bytes[copied...]
        }
        return result
    }
}

/// Cuts content into numbers, names, strings, brackets and operators.
private struct TokenScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func next() -> (range: Range<Int>, isOperator: Bool)? {
        skipSpace()
        guard place < bytes.count else { return nil }
        let start = place
        switch bytes[place] {
        case UInt8(ascii: "("): skipString()
        case UInt8(ascii: "<") where place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "<"): place += 2
        case UInt8(ascii: ">") where place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: ">"): place += 2
        case UInt8(ascii: "<"):
            while place < bytes.count, bytes[place] != UInt8(ascii: ">") { place += 1 }
            place = min(place + 1, bytes.count)
        case let first where isDelimiter(first) && first != UInt8(ascii: "/"): place += 1
        case let first:
            place += 1
            while place < bytes.count, !isSpace(bytes[place]), !isDelimiter(bytes[place]) { place += 1 }
            return (start..<place, isOperatorStart(first))
        }
        return (start..<place, false)
    }

    /// A comment is a space too.
    private mutating func skipSpace() {
        var isComment = false
        while place < bytes.count, isComment || isSpace(bytes[place]) || bytes[place] == UInt8(ascii: "%") {
            switch bytes[place] {
            case UInt8(ascii: "%"): isComment = true
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): isComment = false
            default: break
            }
            place += 1
        }
    }

    /// Brackets nest in a string, unless a reverse solidus stands before them.
    private mutating func skipString() {
        var depth = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\\"): place += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            place += 1
            if depth == 0 { break }
        }
        place = min(place, bytes.count)
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
    }

    private func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            true
        default: false
        }
    }

    /// Numbers begin with a digit, a sign or a point.
    private func isOperatorStart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "'"), UInt8(ascii: "\""): true
        default: false
        }
    }
}
