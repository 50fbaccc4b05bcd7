internal import Scenes

/// A value as it is written into a PDF (ISO 32000-1, 7.3).
indirect enum PDFValue {
    case name(String)
    case integer(Int)
    /// To a hundredth.
    case number(Double)
    case boolean(Bool)
    /// Words for a reader, in any script.
    case text(String)
    case array([PDFValue])
    case dictionary([(key: String, value: PDFValue)])
    case reference(Reference)

    /// An object of the file, by its number.
    struct Reference: Hashable {
        var number: Int
    }

    static func names(_ entries: [(key: String, value: PDFValue)]) -> PDFValue {
        .array(entries.flatMap { [.text($0.key), $0.value] })
    }

    /// A rectangle by its edges from the lower left, as PDF counts.
    ///
    /// - Parameter height: of the page, from whose top the area is counted.
    static func box(_ area: Rect, height: Double) -> PDFValue {
        .array([area.minX, height - area.maxY, area.maxX, height - area.minY].map(PDFValue.number))
    }
}
