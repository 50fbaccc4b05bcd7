/// Pages that belong together, with what a reader's program shows around them.
package struct Document: Hashable, Sendable {
    package struct Properties: Hashable, Sendable {
        package var title: String
        package var authors: [String]
        package var subject: String
        package var keywords: [String]
        /// BCP 47.
        package var language: String
        /// The date of publication, ISO 8601, "2024-02-12".
        package var published: String

        package init(
            title: String, authors: [String], subject: String, keywords: [String], language: String, published: String
        ) {
            self.title = title
            self.authors = authors
            self.subject = subject
            self.keywords = keywords
            self.language = language
            self.published = published
        }
    }

    /// An entry of the outline that a viewer shows beside the pages.
    package struct Bookmark: Hashable, Sendable {
        package var title: String
        /// 1 for the outermost.
        package var level: Int
        /// From 1.
        package var page: Int
        package var position: Point

        package init(title: String, level: Int, page: Int, position: Point) {
            self.title = title
            self.level = level
            self.page = page
            self.position = position
        }
    }

    package var properties: Properties
    package var pages: [Scene]
    package var bookmarks: [Bookmark]
    /// All that the pages say, in the order of reading.
    package var structure: StructureElement

    package init(
        properties: Properties, pages: [Scene], bookmarks: [Bookmark], structure: StructureElement = StructureElement(.document)
    ) {
        self.properties = properties
        self.pages = pages
        self.bookmarks = bookmarks
        self.structure = structure
    }
}
