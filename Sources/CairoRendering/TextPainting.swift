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
    /// - Parameter space: a space in the same font.
    /// - Throws: where the text is wider or narrower than it was when it was arranged, by more than 0.01 pt, and where
    ///   a character has no glyph.
    func paint(
        _ item: TextItem, as shaped: ShapedText, space: ShapedText, lettering: Lettering
    ) throws(PaintingProblem) {
        guard abs(shaped.advance - item.advance) <= advanceTolerance else {
            throw .wrongAdvance(text: item.text, arranged: item.advance, painted: shaped.advance)
        }
        guard !shaped.hasUnknown else { throw .unprintable(text: item.text) }
        set(item.colour)
        let textEnd = item.text.utf8.count
        let spaceAdvance = space.advance
        // In the order of reading, in which they are taken out again.
        for run in shaped.runs.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
            guard let font = run.font.scaled(to: run.size) else { throw .unprintable(text: item.text) }
            cairo_set_scaled_font(pointer, font)
            let glyphs = run.glyphs.map { glyph in
                cairo_glyph_t(
                    index: glyph.index,
                    x: item.origin.x + glyph.x + item.wordSpacing * Double(glyph.spacesBefore),
                    y: item.origin.y + glyph.y)
            }
            switch lettering {
            case .text:
                var line = Lettered(glyphs: glyphs, run: run, text: item.text)
                if item.continuation == .word, run.bytes.upperBound == textEnd, let space = run.font.space {
                    line.addSpace(space, width: spaceAdvance, from: item.origin.x, to: item.origin.x + item.width, y: item.origin.y)
                }
                show(line)
            case .outlines:
                // One by one: a fill costs by the width of all that it covers, a fifth more for whole lines.
                for var glyph in glyphs {
                    withFontFiles { cairo_glyph_path(pointer, &glyph, 1) }
                    cairo_fill(pointer)
                }
            }
        }
    }

    /// Tells Cairo also which letters the glyphs stand for, so that a reader gets them back.
    private func show(_ line: Lettered) {
        line.letters.withUnsafeBytes { bytes in
            withFontFiles {
                cairo_show_text_glyphs(
                    pointer, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), line.glyphs, Int32(line.glyphs.count),
                    line.clusters, Int32(line.clusters.count),
                    line.fromRight ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(0))
            }
        }
    }
}

/// Glyphs from left to right, and the letters that they stand for in the order of reading.
private struct Lettered {
    var glyphs: [cairo_glyph_t]
    var letters: [UInt8] = []
    var clusters: [cairo_text_cluster_t] = []
    let fromRight: Bool

    init(glyphs: [cairo_glyph_t], run: ShapedText.Run, text: String) {
        self.glyphs = glyphs
        fromRight = run.fromRight
        letters.reserveCapacity(run.bytes.count)
        clusters.reserveCapacity(run.clusters.count + 1)
        var text = text
        text.withUTF8 { bytes in
            for cluster in run.fromRight ? run.clusters.reversed() : run.clusters {
                let written = bytes[cluster.start..<cluster.start + cluster.byteCount]
                let count = letters.count
                if cluster.byteCount > 1, cluster.glyphCount == 1, let other = stand(for: written) {
                    letters += other
                } else {
                    letters += written
                }
                clusters.append(
                    cairo_text_cluster_t(num_bytes: Int32(letters.count - count), num_glyphs: Int32(cluster.glyphCount)))
            }
        }
    }

    /// Puts a space after the text. It is not seen, and keeps words apart where a reader takes lines together (ISO
    /// 32000-1, 14.8.2.5). By itself it would have no ink, and Cairo would leave it out.
    mutating func addSpace(_ glyph: UInt, width: Double, from left: Double, to right: Double, y: Double) {
        let placed = cairo_glyph_t(index: glyph, x: fromRight ? left - width : right, y: y)
        glyphs.insert(placed, at: fromRight ? 0 : glyphs.count)
        letters.append(UInt8(ascii: " "))
        clusters.append(cairo_text_cluster_t(num_bytes: 1, num_glyphs: 1))
    }

    /// The letters by which Cairo knows a glyph that stands for others: a ligature by the character that it has of its own,
    /// a space and a hyphen that do not break by those that do. Otherwise Cairo would set the letters beside each glyph as
    /// content of its own, inside that of the leaf, which not every reader follows.
    private func stand(for letters: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
        switch letters.first {
        case UInt8(ascii: "f"): ligatures.first { letters.elementsEqual($0.letters.utf8) }.map { Array($0.character.utf8) }
        case 0xC2 where letters.elementsEqual("\u{A0}".utf8): [UInt8(ascii: " ")]
        case 0xE2 where letters.elementsEqual("\u{2011}".utf8): [UInt8(ascii: "-")]
        default: nil
        }
    }
}

/// The ligatures of Latin that Unicode has characters for.
private let ligatures: [(letters: String, character: String)] = [
    ("ff", "\u{FB00}"), ("fi", "\u{FB01}"), ("fl", "\u{FB02}"), ("ffi", "\u{FB03}"), ("ffl", "\u{FB04}"),
]

/// Points. Rounding stays far below it, another font far above.
private let advanceTolerance = 0.01
