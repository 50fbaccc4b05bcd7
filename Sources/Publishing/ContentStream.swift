/// The content of a page, operator by operator (ISO 32000-1, 7.8.2): rewritten where a meaning or an ink is to be put in, and
/// otherwise copied as it is.
struct ContentStream {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// An operator with what stands before it.
    struct Operation {
        fileprivate let bytes: [UInt8]
        /// Each operand's bytes; those of arrays and dictionaries one by one, with their brackets.
        fileprivate(set) var operands: [Range<Int>] = []
        fileprivate var name = 0..<0

        func isCalled(_ name: StaticString) -> Bool {
            self.name.count == name.utf8CodeUnitCount
                && name.withUTF8Buffer { bytes[self.name].elementsEqual($0) }
        }

        func operand(_ index: Int) -> String { String(decoding: bytes[operands[index]], as: UTF8.self) }
    }

    /// - Parameter replacement: what is to stand in the place of an operation; nil for itself.
    func rewritten(_ replacement: (Operation) -> String?) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        var copied = 0
        var operation = Operation(bytes: bytes)
        var scanner = TokenScanner(bytes: bytes)
        while let token = scanner.next() {
            guard token.isOperator else {
                operation.operands.append(token.range)
                continue
            }
            operation.name = token.range
            if let text = replacement(operation) {
                let start = operation.operands.first?.lowerBound ?? token.range.lowerBound
                result += bytes[copied..<start]
                result += text.utf8
                copied = token.range.upperBound
            }
            operation.operands.removeAll(keepingCapacity: true)
        }
        return result + bytes[copied...]
    }
}

/// Cuts content into numbers, names, strings, brackets and operators.
private struct TokenScanner {
    let bytes: [UInt8]
    private var place = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> (range: Range<Int>, isOperator: Bool)? {
        bytes.withUnsafeBufferPointer { bytes in
            while place < bytes.count, isSpace(bytes[place]) { place += 1 }
            guard place < bytes.count else { return nil }
            let start = place
            switch bytes[place] {
            case UInt8(ascii: "("): skipString(bytes)
            case UInt8(ascii: "<") where place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "<"): place += 2
            case UInt8(ascii: ">") where place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: ">"): place += 2
            case UInt8(ascii: "<"):
                while place < bytes.count, bytes[place] != UInt8(ascii: ">") { place += 1 }
                place = min(place + 1, bytes.count)
            case UInt8(ascii: "%"):
                while place < bytes.count, bytes[place] != UInt8(ascii: "\n"), bytes[place] != UInt8(ascii: "\r") { place += 1 }
            case let first where isDelimiter(first) && first != UInt8(ascii: "/"): place += 1
            case let first:
                place += 1
                while place < bytes.count, !isSpace(bytes[place]), !isDelimiter(bytes[place]) { place += 1 }
                return (start..<place, isOperatorStart(first))
            }
            return (start..<place, false)
        }
    }

    /// Brackets nest in a string, unless a reverse solidus stands before them.
    private mutating func skipString(_ bytes: UnsafeBufferPointer<UInt8>) {
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
