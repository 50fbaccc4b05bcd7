package import Scenes

/// Why a PDF could not be finished, in qpdf's words: a fault of the program, not of the report.
package enum PDFError: Error, Hashable, Sendable {
    /// What was painted is not a sound PDF.
    case unreadable(String)
    case unwritable(String)
}

/// Gives a painted PDF what Cairo cannot: its language, its title in the viewer's bar, and properties that do not tell
/// of the machine. What is on the pages stays as it is. The same input gives the same bytes.
package struct PDFFinisher: Sendable {
    /// "Brevier 1.0", as the properties name it.
    package var program: String

    package init(program: String) {
        self.program = program
    }

    /// - Parameters:
    ///   - bytes: a PDF as Cairo wrote it.
    ///   - properties: replace those that the PDF has. One that is empty is left out, and so is a date that is not
    ///     year, month and day.
    package func finish(_ bytes: [UInt8], properties: Document.Properties) throws(PDFError) -> [UInt8] {
        // qpdf reads from this memory until it is done.
        let result = withUnwrittenObjectsFreed(bytes).withUnsafeBufferPointer { buffer -> Result<[UInt8], PDFError> in
            do throws(PDFError) {
                var pdf = try PDFFile.reading(buffer)
                describe(&pdf, properties)
                return .success(try pdf.written())
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private func describe(_ pdf: inout PDFFile, _ properties: Document.Properties) {
        let catalogue = pdf.catalogue
        if !properties.language.isEmpty { pdf.set("/Lang", of: catalogue, to: pdf.text(properties.language)) }
        let preferences = pdf.dictionary("/ViewerPreferences", of: catalogue)
        pdf.set("/DisplayDocTitle", of: preferences, to: pdf.boolean(true))

        let date = pdfDate(properties.published)
        pdf.replaceInformation([
            ("/Title", properties.title),
            ("/Author", properties.authors.joined(separator: ", ")),
            ("/Subject", properties.subject),
            ("/Keywords", properties.keywords.joined(separator: ", ")),
            ("/Creator", program),
            ("/Producer", program),
            ("/CreationDate", date),
            ("/ModDate", date),
        ])
    }
}

/// "2024-02-12" as PDF writes it (ISO 32000-1, 7.9.4), at the start of that day in UTC; empty where it is no date.
private func pdfDate(_ date: String) -> String {
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.joined().utf8.allSatisfy({ (48...57).contains($0) }) else { return "" }
    return "D:\(parts.joined())000000Z"
}
