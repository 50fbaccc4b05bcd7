internal import CPangoCairo
internal import Scenes

/// Paints scenes with the fonts by which they were arranged.
package struct Painter {
    let fonts: FontBook

    package init(fonts: FontBook) {
        self.fonts = fonts
    }

    /// Paints items in order, moved by all the groups around them.
    ///
    /// - Parameter link: called with each link's target and its area in points of the page.
    func paint(
        _ items: [SceneItem], on canvas: borrowing Canvas, lettering: Lettering, movedBy offset: Point = .zero,
        link: (LinkItem.Target, Rect) -> Void
    ) throws(PaintingProblem) {
        for item in items {
            switch item {
            case .shape(let shape): canvas.paint(shape)
            case .text(let text):
                let unopened = fonts.unopened(in: text.font)
                guard unopened.isEmpty else { throw .unopened(families: unopened, text: text.text) }
                try canvas.paint(text, as: fonts.shaped(text.text, in: text.font), lettering: lettering)
            case .link(let item): link(item.target, item.area.moved(by: offset))
            case .group(let group):
                cairo_save(canvas.pointer)
                cairo_translate(canvas.pointer, group.offset.x, group.offset.y)
                if let clip = group.clip {
                    canvas.trace(clip)
                    cairo_clip(canvas.pointer)
                }
                try paint(group.items, on: canvas, lettering: lettering, movedBy: offset + group.offset, link: link)
                cairo_restore(canvas.pointer)
            }
        }
    }
}
