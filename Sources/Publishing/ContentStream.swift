/// The content of a page, operation by operation (ISO 32000-1, 7.8.2): changed where a meaning or an ink is to be put in, and
/// otherwise copied as it is.
struct ContentStream {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// An operator with what stands before it.
    struct Operation {
        fileprivate let bytes: UnsafeBufferPointer<UInt8>
        /// From the first operand to the end of the operator.
        let range: Range<Int>
        /// The operator alone.
        let name: Range<Int>

        /// The letters of the operator as one number, as `Operator` has them.
        var letters: UInt32 { bytes[name.prefix(4)].reduce(0) { $0 << 8 | UInt32($1) } }

        /// The operands; of arrays and dictionaries the parts, with their brackets.
        var operands: [String] {
            var operands: [String] = []
            var tokens = PDFTokens(UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<name.lowerBound]))
            while let token = tokens.next() { operands.append(tokens.text(token)) }
            return operands
        }
    }

    /// What is to stand in the place of some bytes.
    struct Edit {
        var range: Range<Int>
        var text: String

        init(_ range: Range<Int>, _ text: String) {
            self.range = range
            self.text = text
        }

        /// Before the byte at `place`.
        init(at place: Int, _ text: String) {
            self.init(place..<place, text)
        }
    }

    func forEachOperation(_ body: (Operation) throws(PDFError) -> Void) throws(PDFError) {
        let result = bytes.withUnsafeBufferPointer { bytes -> Result<Void, PDFError> in
            do throws(PDFError) {
                var start: Int?
                var tokens = PDFTokens(bytes)
                while let token = tokens.next() {
                    let first = start ?? token.range.lowerBound
                    start = token.isWord ? nil : first
                    if token.isWord { try body(Operation(bytes: bytes, range: first..<token.range.upperBound, name: token.range)) }
                }
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// - Parameter edits: of stretches that do not overlap; of two at one place the first comes first.
    func edited(by edits: [Edit]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        var copied = 0
        // Nearly in order: a mark’s end is known when the next thing begins.
        let order = edits.indices.sorted { (edits[$0].range.lowerBound, $0) < (edits[$1].range.lowerBound, $1) }
        for index in order {
            result += bytes[copied..<edits[index].range.lowerBound]
            result += edits[index].text.utf8
            copied = edits[index].range.upperBound
        }
        result += bytes[copied...]
        return result
    }
}
