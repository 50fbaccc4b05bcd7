internal import CPangoCairo
package import Scenes

extension FontBook {
    package func levels(of paragraph: String, from direction: Direction) -> [UInt8] {
        var base = direction == .fromRight ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR
        var paragraph = paragraph
        let count = paragraph.unicodeScalars.count
        return paragraph.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                guard count > 0, let levels = pango_log2vis_get_embedding_levels(text.baseAddress, Int32(text.count), &base) else {
                    return [UInt8](repeating: direction == .fromRight ? 1 : 0, count: count)
                }
                defer { g_free(levels) }
                return Array(UnsafeBufferPointer(start: levels, count: count))
            }
        }
    }
}
