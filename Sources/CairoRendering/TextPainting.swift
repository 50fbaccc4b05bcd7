internal import CPangoCairo
internal import Scenes

/// How letters come onto a surface.
enum Lettering {
    /// As text of embedded fonts.
    case text
    /// As filled outlines. Cairo 1.16 sets glyphs on whole pixels only, which spoils the spacing of small text.
    case outlines
}

extension Canvas {
    /// Paints `item` as `shaped`, its spaces widened by the word spacing.
    ///
    /// - Throws: where the text is wider or narrower than it was when it was arranged, by more than 0.01 pt, and where
    ///   a character has no glyph.
    func paint(_ item: TextItem, as shaped: ShapedText, lettering: Lettering) throws(PaintingProblem) {
        guard abs(shaped.advance - item.advance) <= advanceTolerance else {
            throw .wrongAdvance(text: item.text, arranged: item.advance, painted: shaped.advance)
        }
        guard !shaped.hasUnknown else { throw .unprintable(text: item.text) }
        set(item.colour)
        for run in shaped.runs {
            guard let font = run.font.scaled(to: run.size) else { throw .unprintable(text: item.text) }
            cairo_set_scaled_font(pointer, font)
            let glyphs = run.glyphs.map { glyph in
                cairo_glyph_t(
                    index: glyph.index,
                    x: item.origin.x + glyph.x + item.wordSpacing * Double(glyph.spacesBefore),
                    y: item.origin.y + glyph.y)
            }
            switch lettering {
            case .text: show(glyphs, of: run, in: item.text)
            case .outlines:
                // One by one: a fill costs by the width of all that it covers, a fifth more for whole lines.
                for var glyph in glyphs {
                    cairo_glyph_path(pointer, &glyph, 1)
                    cairo_fill(pointer)
                }
            }
        }
    }

    /// Tells Cairo also which letters the glyphs stand for, so that a reader gets them back.
    private func show(_ glyphs: [cairo_glyph_t], of run: ShapedText.Run, in text: String) {
        var clusters = run.clusters.map { cluster in
            cairo_text_cluster_t(num_bytes: Int32(cluster.byteCount), num_glyphs: Int32(cluster.glyphCount))
        }
        // Cairo wants them in the order of the letters.
        if run.fromRight { clusters.reverse() }
        var text = text
        text.withUTF8 { bytes in
            bytes[run.bytes].withMemoryRebound(to: CChar.self) { letters in
                cairo_show_text_glyphs(
                    pointer, letters.baseAddress, Int32(letters.count), glyphs, Int32(glyphs.count), clusters,
                    Int32(clusters.count), run.fromRight ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(0))
            }
        }
    }
}

/// Points. Rounding stays far below it, another font far above.
private let advanceTolerance = 0.01
