/// An opaque picture.
package struct PixelImage: Hashable, Sendable {
    /// Pixels.
    package var width: Int
    package var height: Int
    /// Red, green and blue of each pixel, a byte each, from 0 to 255 in sRGB: row by row from the top, from left to
    /// right, without padding; `width * height * 3` bytes.
    package var bytes: [UInt8]

    package init(width: Int, height: Int, bytes: [UInt8]) {
        self.width = width
        self.height = height
        self.bytes = bytes
    }
}
