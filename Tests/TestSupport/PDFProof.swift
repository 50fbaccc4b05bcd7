internal import Foundation
package import Scenes

/// A PDF as other programs read it.
package struct PDFProof: Sendable {
    package let path: String
    /// Where the file stands that was given as bytes.
    private let folder: TemporaryFolder?

    package init(_ path: String) {
        self.path = path
        folder = nil
    }

    package init(_ bytes: [UInt8]) throws {
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: "proof.pdf")
        path = folder.path + "/proof.pdf"
        self.folder = folder
    }

    // MARK: As Poppler reads it

    /// The text, by default in the order in which Poppler thinks that it is read.
    ///
    /// - Parameter options: of `pdftotext`; `-raw` for the order of the pages' content.
    package func text(_ options: [String] = []) throws -> String {
        try output(of: "pdftotext", options + ["-nopgbrk", path, "-"])
    }

    /// The structure, an element a line, indented by its depth.
    package func structure() throws -> String { try output(of: "pdfinfo", ["-struct", path]) }

    /// The structure with the text of each element in quotation marks: what a screen reader reads out.
    package func structureText() throws -> String { try output(of: "pdfinfo", ["-struct-text", path]) }

    /// A word and where it stands, in points from the head of its page.
    package struct Word: Sendable {
        package var text: String
        package var page: Int
        package var box: Rect
    }

    package func words() throws -> [Word] {
        let (page, word) = (#/<page /#, #/<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">(.*)</word>/#)
        var (words, number): ([Word], Int) = ([], 0)
        for line in try output(of: "pdftotext", ["-bbox", path, "-"]).split(separator: "\n") {
            if line.contains(page) { number += 1 }
            guard let match = line.firstMatch(of: word)?.output else { continue }
            let sides = [match.1, match.2, match.3, match.4].compactMap { Double($0) }
            guard sides.count == 4 else { throw ProgramFailure("pdftotext tells no place in \(line)") }
            let text = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(String(match.5)) { $0.replacing($1.0, with: $1.1) }
            words.append(Word(text: text, page: number, box: Rect(minX: sides[0], minY: sides[1], maxX: sides[2], maxY: sides[3])))
        }
        return words
    }
}
