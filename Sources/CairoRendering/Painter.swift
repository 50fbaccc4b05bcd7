internal import CPangoCairo
internal import Scenes

/// Paints scenes with the fonts by which they were arranged.
package struct Painter {
    let fonts: FontBook

    package init(fonts: FontBook) {
        self.fonts = fonts
    }

    /// Paints items in order. Links leave nothing.
    func paint(_ items: [SceneItem], on canvas: borrowing Canvas, lettering: Lettering) throws(PaintingProblem) {
        for item in items {
            switch item {
            case .shape(let shape): canvas.paint(shape)
            case .text(let text): try paint(text, on: canvas, lettering: lettering)
            case .link: continue
            case .group(let group):
                canvas.enter(group)
                try paint(group.items, on: canvas, lettering: lettering)
                canvas.leave()
            }
        }
    }

    func paint(_ text: TextItem, on canvas: borrowing Canvas, lettering: Lettering) throws(PaintingProblem) {
        let unopened = fonts.unopened(in: text.font)
        guard unopened.isEmpty else { throw .unopened(families: unopened, text: text.text) }
        try canvas.paint(
            text, as: fonts.shaped(text.text, in: text.font), space: fonts.shaped(" ", in: text.font), lettering: lettering)
    }
}
