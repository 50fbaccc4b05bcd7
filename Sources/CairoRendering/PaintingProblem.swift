/// Why a scene or a document could not be painted. None of them leaves half a file behind.
package enum PaintingProblem: Error, Hashable, Sendable {
    /// The text is not as wide as it was when it was arranged: another font, another size. In points.
    case wrongAdvance(text: String, arranged: Double, painted: Double)

    /// A character of the text is in none of its font's families, or its font file cannot be opened.
    case unprintable(text: String)

    /// The text asks for families that the book of fonts was not opened with.
    case unopened(families: [String], text: String)

    /// What is told has a size that is not a number of points, or a size of nothing.
    case notAPlace(String)

    /// A document without pages cannot be printed.
    case noPages

    /// Cairo failed: what was being made, and what it says of it.
    case refused(String, reason: String)
}
