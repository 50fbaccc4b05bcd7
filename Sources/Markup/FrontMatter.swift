package import Diagnostics

/// Where the front matter of a Markdown file stands, and where its prose begins.
///
/// Front matter is what stands between a first line `---` and the next line `---` or `...`. Both ranges are in bytes
/// of the file; neither holds a fence.
///
/// - Returns: nil for `yaml` where the first line is no fence, and where no line closes it: the latter with an error
///   at the opening fence, and no body.
package func splitFrontMatter(_ file: SourceFile) -> (yaml: Range<Int>?, body: Range<Int>, diagnostics: Messages) {
    let end = file.bytes.count
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = start..<max(start, file.lineRange(1).upperBound)
    guard isFence(first, in: file, closing: false) else { return (nil, start..<end, []) }
    for line in stride(from: 2, through: file.lineCount, by: 1) {
        let range = file.lineRange(line)
        guard isFence(range, in: file, closing: true) else { continue }
        let yaml = file.lineRange(2).lowerBound..<range.lowerBound
        return (yaml, file.lineRange(line + 1).lowerBound..<end, [])
    }
    let message = Diagnostic.error(
        file.span(first), "the front matter is never closed", hint: "put a line \"---\" after its last line")
    return (nil, end..<end, [message])
}

/// Whether a line is three hyphens (or, to close, three stops), with nothing after them but blanks.
private func isFence(_ range: Range<Int>, in file: SourceFile, closing: Bool) -> Bool {
    var line = file.bytes[range]
    while let last = line.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") { line.removeLast() }
    return line.elementsEqual("---".utf8) || closing && line.elementsEqual("...".utf8)
}
