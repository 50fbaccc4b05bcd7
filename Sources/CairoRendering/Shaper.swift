internal import CPangoCairo
internal import Scenes

/// Sets text by Pango, item by item.
///
/// Pango's layouts do the same and more (lines, breaks, tabs); here all lines are broken already, and words and labels by
/// the thousand are asked for.
struct Shaper: ~Copyable {
    private let map: FontMap
    private var current: FontSetting?
    private var fonts: [UnsafeMutablePointer<PangoFont>: PrintedFont] = [:]

    init(_ map: consuming FontMap) {
        self.map = map
    }

    /// `text` on one line in the font of `setting`. A control character, a line break too, takes no room.
    mutating func shaped(_ text: String, in setting: FontSetting) -> ShapedText {
        use(setting)
        let direction = Direction(of: text, in: setting.direction)
        var text = text
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { shaped($0, from: direction, in: setting) }
        }
    }

    /// The vertical measures of the first family's font, from the font file itself.
    mutating func metrics(of setting: FontSetting) -> VerticalMeasures? {
        use(setting)
        guard let font = pango_font_map_load_font(map.map, map.context, setting.description) else { return nil }
        defer { g_object_unref(font) }
        return pango_font_get_hb_font(font).map { VerticalMeasures($0, scale: setting.scale) }
    }

    private mutating func use(_ setting: FontSetting) {
        if current === setting { return }
        pango_context_set_font_description(map.context, setting.description)
        pango_context_set_language(map.context, setting.language)
        current = setting
    }

    private mutating func shaped(
        _ text: UnsafeBufferPointer<CChar>, from direction: Direction, in setting: FontSetting
    ) -> ShapedText {
        var result = ShapedText()
        guard let start = text.baseAddress, !text.isEmpty else { return result }
        let base = direction == .fromRight ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR
        let items = pango_itemize_with_base_dir(map.context, base, start, 0, Int32(text.count), setting.attributes, nil)
        let inOrder = pango_reorder_items(items)
        defer {
            g_list_free(inOrder)
            g_list_free(items)
        }
        guard let glyphs = pango_glyph_string_new() else { return result }
        defer { pango_glyph_string_free(glyphs) }

        var line = Line(font: setting.font, scale: setting.scale)
        var link = inOrder
        while let entry = link {
            link = entry.pointee.next
            guard let item = entry.pointee.data?.assumingMemoryBound(to: PangoItem.self) else { continue }
            defer { pango_item_free(item) }
            // Pango would guess the language of a foreign script from the environment.
            item.pointee.analysis.language = setting.language
            let bytes = Int(item.pointee.offset)..<Int(item.pointee.offset + item.pointee.length)
            pango_shape_full(
                start + bytes.lowerBound, item.pointee.length, start, Int32(text.count), &item.pointee.analysis, glyphs)
            guard let font = item.pointee.analysis.font else {
                result.hasUnknown = true
                continue
            }
            let run = line.run(
                of: glyphs.pointee, bytes: bytes, text: text, fromRight: item.pointee.analysis.level % 2 == 1,
                font: printed(font))
            result.runs.append(run)
        }
        result.advance = line.x
        result.hasUnknown = result.hasUnknown || line.hasUnknown
        return result
    }

    private mutating func printed(_ font: UnsafeMutablePointer<PangoFont>) -> PrintedFont {
        if let known = fonts[font] { return known }
        let made = PrintedFont(font)
        fonts[font] = made
        return made
    }
}

/// The line so far, while Pango's runs are joined into one.
private struct Line {
    let font: Font
    /// From Pango's points to those of the line.
    let scale: Double
    var x = 0.0
    var spaces = 0
    var hasUnknown = false

    init(font: Font, scale: Double) {
        self.font = font
        self.scale = scale
    }

    mutating func run(
        of glyphs: PangoGlyphString, bytes: Range<Int>, text: UnsafeBufferPointer<CChar>, fromRight: Bool,
        font printed: PrintedFont
    ) -> ShapedText.Run {
        let count = Int(glyphs.num_glyphs)
        var run = ShapedText.Run(
            font: printed, size: font.size, glyphs: [], clusters: [], fromRight: fromRight, bytes: bytes)
        run.glyphs.reserveCapacity(count)
        run.clusters.reserveCapacity(count)
        var first = 0
        // Pango says where a cluster's bytes begin. They end where those of the next in reading begin: the neighbour on
        // the right, or the one on the left where text runs from the right.
        var endFromRight = bytes.upperBound
        while first < count {
            let start = bytes.lowerBound + Int(glyphs.log_clusters[first])
            var next = first
            while next < count, bytes.lowerBound + Int(glyphs.log_clusters[next]) == start { next += 1 }
            let end: Int
            if fromRight {
                end = endFromRight
                endFromRight = start
            } else {
                end = next < count ? bytes.lowerBound + Int(glyphs.log_clusters[next]) : bytes.upperBound
            }
            let left = x
            let glyphsBefore = run.glyphs.count
            for index in first..<next { add(glyphs.glyphs[index], to: &run) }
            x += font.tracking
            run.clusters.append(
                ShapedText.Cluster(
                    start: start, byteCount: end - start, glyphCount: run.glyphs.count - glyphsBefore, advance: x - left))
            spaces += text[start..<end].count { $0 == CChar(0x20) }
            first = next
        }
        return run
    }

    private mutating func add(_ info: PangoGlyphInfo, to run: inout ShapedText.Run) {
        if info.glyph & unknownFlag != 0 {
            hasUnknown = true
        } else if info.glyph != emptyGlyph {
            run.glyphs.append(
                ShapedText.Glyph(
                    index: UInt(info.glyph), x: x + points(info.geometry.x_offset), y: points(info.geometry.y_offset),
                    spacesBefore: spaces))
        }
        x += points(info.geometry.width)
    }

    private func points(_ units: PangoGlyphUnit) -> Double { Double(units) / Double(PANGO_SCALE) * scale }
}

/// What Pango's macros PANGO_GLYPH_EMPTY and PANGO_GLYPH_UNKNOWN_FLAG say; macros with casts do not reach Swift.
private let emptyGlyph: PangoGlyph = 0x0FFF_FFFF
private let unknownFlag: PangoGlyph = 0x1000_0000
