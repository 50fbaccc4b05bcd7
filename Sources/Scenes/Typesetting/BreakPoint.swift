/// Where a line may end, and where the next one then begins.
///
/// Positions are those of the pen in the whole paragraph, set in one endless line.
package struct BreakPoint: Hashable, Sendable {
    package enum Sort: Hashable, Sendable {
        case space
        /// A space after a number, or between a name and its number: "33 attacks", "January 2024".
        case tie
        /// A hyphen is added.
        case hyphen
        /// After a dash or a slash that is there anyway.
        case after
        /// Anywhere in a word that no line can hold.
        case emergency
        /// The end, or a line end that the author set.
        case forced
    }

    package var sort: Sort
    /// Bytes of the paragraph: where the line ends, where the next begins.
    package var end: Int
    package var start: Int
    /// Points.
    package var endPosition: Double
    package var startPosition: Double
    /// The widths of all spaces before `end` and before `start`, added up.
    package var spacesBeforeEnd: Double
    package var spacesBeforeStart: Double
    /// The width of the hyphen that is added; 0 for none.
    package var added: Double
}

/// Finds where words may be hyphenated: bytes of the word, each with letters before and after.
package typealias HyphenationPoints = (String) -> [Int]
