package import Scenes

/// A document as it is read on a screen, by the eye or by a program that reads it out.
package struct ScreenEdition: Sendable {
    let document: Document
    /// To be painted, and then finished.
    package let pages: [CodedPage]
}

extension ScreenEdition {
    package init(_ document: Document) {
        self.init(document: document, pages: document.pages.map(CodedPage.init))
    }
}
