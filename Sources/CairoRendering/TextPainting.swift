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
            case .text: show(glyphs, of: run, in: item)
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
    private func show(_ glyphs: [cairo_glyph_t], of run: ShapedText.Run, in item: TextItem) {
        var clusters = run.clusters.map { cluster in
            cairo_text_cluster_t(num_bytes: Int32(cluster.byteCount), num_glyphs: Int32(cluster.glyphCount))
        }
        // Cairo wants them in the order of the letters.
        if run.fromRight { clusters.reverse() }
        var letters = Array(item.text.utf8.dropFirst(run.bytes.lowerBound).prefix(run.bytes.count))
        // A hyphen that is not of the word is a soft one to a reader (ISO 32000-1, 14.8.2.2.3).
        if item.continuation == .restOfWord, run.bytes.upperBound == item.text.utf8.count, letters.last == UInt8(ascii: "-"), !clusters.isEmpty {
            letters.removeLast()
            letters += softHyphen
            clusters[clusters.count - 1].num_bytes += Int32(softHyphen.count - 1)
        }
        letters.withUnsafeBytes { bytes in
            cairo_show_text_glyphs(
                pointer, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), glyphs, Int32(glyphs.count), clusters,
                Int32(clusters.count), run.fromRight ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(0))
        }
    }
}

private let softHyphen = Array("\u{AD}".utf8)

/// Points. Rounding stays far below it, another font far above.
private let advanceTolerance = 0.01
