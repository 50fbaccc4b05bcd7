/// Why a book of fonts could not be opened.
package enum FontProblem: Error, Hashable, Sendable {
    /// Families that no installed font file has, in the order asked for; and the names of those that are installed
    /// and could be printed, sorted.
    case missing(families: [String], installed: [String])

    /// The font libraries refused: what was being done.
    case refused(String)
}
