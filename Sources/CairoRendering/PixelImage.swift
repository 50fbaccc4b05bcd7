/// An opaque picture.
package struct PixelImage: Hashable, Sendable {
    /// Pixels.
    package var width: Int
    package var height: Int
    /// Blue, green and red of each pixel, a byte each, from 0 to 255 in sRGB, and one byte without a meaning: row by row
    /// from the top, from left to right, without padding; `width * height * 4` bytes.
    package var bytes: [UInt8]

    package init(width: Int, height: Int, bytes: [UInt8]) {
        self.width = width
        self.height = height
        self.bytes = bytes
    }
}
