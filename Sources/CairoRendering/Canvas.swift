internal import CPangoCairo
internal import Scenes

/// What Cairo draws with, on one surface.
struct Canvas: ~Copyable {
    let pointer: OpaquePointer

    init(on surface: borrowing Surface) throws(PaintingProblem) {
        // Never nil: a failure is told by the status.
        pointer = cairo_create(surface.pointer)
        try check("a canvas")
    }

    deinit {
        cairo_destroy(pointer)
    }

    /// Throws what went wrong since the canvas was made.
    func check(_ what: String) throws(PaintingProblem) {
        try checked(cairo_status(pointer), what)
    }

    func fillPage(_ size: Size, with colour: Colour) {
        set(colour)
        cairo_rectangle(pointer, 0, 0, size.width, size.height)
        cairo_fill(pointer)
    }

    /// Moves and clips what is painted up to `leave`.
    func enter(_ group: GroupItem) {
        cairo_save(pointer)
        cairo_translate(pointer, group.offset.x, group.offset.y)
        if let clip = group.clip {
            trace(clip)
            cairo_clip(pointer)
        }
    }

    func leave() {
        cairo_restore(pointer)
    }

    func paint(_ shape: ShapeItem) {
        trace(shape.path)
        if let fill = shape.fill {
            keepLeaves(beneath: shape.path)
            set(fill)
            cairo_fill_preserve(pointer)
        }
        if let stroke = shape.stroke {
            set(stroke)
            cairo_stroke_preserve(pointer)
        }
        cairo_new_path(pointer)
    }

    /// Cairo 1.16 takes a box over the whole page for a new background, and forgets what was drawn and marked before. With a
    /// point beside it the path is none.
    private func keepLeaves(beneath path: Path) {
        guard let bounds = path.bounds else { return }
        var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
        cairo_clip_extents(pointer, &left, &top, &right, &bottom)
        guard bounds.contains(Rect(minX: left, minY: top, maxX: right, maxY: bottom), tolerance: 1) else { return }
        cairo_move_to(pointer, left, top)
        cairo_line_to(pointer, left, top)
        cairo_close_path(pointer)
    }

    func set(_ colour: Colour) {
        cairo_set_source_rgb(pointer, colour.screen.red, colour.screen.green, colour.screen.blue)
    }

    /// Replaces the current path.
    func trace(_ path: Path) {
        cairo_new_path(pointer)
        for element in path.elements {
            switch element {
            case .move(let place): cairo_move_to(pointer, place.x, place.y)
            case .line(let place): cairo_line_to(pointer, place.x, place.y)
            case .curve(let place, let control1, let control2):
                cairo_curve_to(pointer, control1.x, control1.y, control2.x, control2.y, place.x, place.y)
            case .close: cairo_close_path(pointer)
            }
        }
    }

    /// A round cap takes a round join, so that the turns of a line look like its ends.
    private func set(_ stroke: Stroke) {
        set(stroke.colour)
        cairo_set_line_width(pointer, stroke.width)
        // Dashes and gaps of no length are a whole line; Cairo would refuse them.
        let dash = stroke.dash.contains { $0 > 0 } ? stroke.dash : []
        cairo_set_dash(pointer, dash, Int32(dash.count), 0)
        switch stroke.cap {
        case .butt:
            cairo_set_line_cap(pointer, CAIRO_LINE_CAP_BUTT)
            cairo_set_line_join(pointer, CAIRO_LINE_JOIN_MITER)
        case .round:
            cairo_set_line_cap(pointer, CAIRO_LINE_CAP_ROUND)
            cairo_set_line_join(pointer, CAIRO_LINE_JOIN_ROUND)
        }
    }
}
