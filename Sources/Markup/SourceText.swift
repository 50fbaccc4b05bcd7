package import Diagnostics

/// Bytes that were read from a file, as a text.
///
/// A byte order mark at the start is left out: no message counts it as a column.
///
/// - Parameters:
///   - bytes: all of the file.
///   - path: as messages are to print it.
/// - Throws: an error at the first byte that is not UTF-8, or at the first NUL. The text around it is shown as far
///   as it can be.
package func decode(_ bytes: [UInt8], path: String) throws(Failure) -> SourceFile {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let isMarked = bytes.starts(with: mark)
    let content = isMarked ? bytes[3...] : bytes[...]
    guard String(validating: content, as: UTF8.self) != nil else {
        throw Failure([notUTF8(content, path: path)])
    }
    let file = SourceFile(path: path, bytes: isMarked ? Array(content) : bytes)
    if let offset = file.bytes.firstIndex(of: 0) {
        throw Failure([.error(file.span(offset..<offset + 1), "a NUL byte stands in the text", hint: saveAsUTF8)])
    }
    return file
}

private let saveAsUTF8 = "save the file as UTF-8"

/// The message about the first byte that does not belong.
private func notUTF8(_ content: ArraySlice<UInt8>, path: String) -> Diagnostic {
    var valid = 0
    var bytes = content.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    while case .valid(let scalar) = parser.parseScalar(from: &bytes) { valid += scalar.count }
    let byte = content[content.startIndex + valid]

    // Repairing writes U+FFFD, three bytes, where the wrong byte was; all before it stays at its place.
    let file = SourceFile(path: path, text: String(decoding: content, as: UTF8.self))
    let digits = String(byte, radix: 16, uppercase: true)
    var message = "the text is not UTF-8: byte 0x\(byte < 16 ? "0" : "")\(digits)"
    if content.starts(with: [0xFF, 0xFE]) || content.starts(with: [0xFE, 0xFF]) {
        message += " (it looks like UTF-16)"
    } else if byte >= 0xA0 {
        message += " (“\(Character(Unicode.Scalar(byte)))” in Latin-1)"
    }
    return .error(file.span(valid..<valid + 3), message, hint: saveAsUTF8)
}
