internal import CPangoCairo
package import Scenes

extension Painter {
    /// The scene as pixels: `width` × `height` of them, which it fills.
    ///
    /// The two scales may differ by the rounding of a page to whole pixels. Links are left out.
    package func pixels(of scene: Scene, width: Int, height: Int) throws(PaintingProblem) -> PixelImage {
        guard scene.size.isReal else { throw .notAPlace("the size of \(scene.name)") }
        let surface = try Surface(width: width, height: height)
        let canvas = try Canvas(on: surface)
        cairo_scale(canvas.pointer, Double(width) / scene.size.width, Double(height) / scene.size.height)
        canvas.fillPage(scene.size, with: scene.background)
        try paint(scene.items, on: canvas, lettering: .outlines)
        try canvas.check("a picture of \(scene.name)")
        cairo_surface_flush(surface.pointer)
        let image = PixelImage(width: width, height: height, bytes: surface.blueGreenRed(width: width, height: height))
        try surface.finish("a picture of \(scene.name)")
        return image
    }
}

extension Surface {
    /// Cairo keeps a pixel in four bytes, as a number 0x00RRGGBB in the order of the machine, which is blue first on all
    /// that Swift runs on.
    fileprivate func blueGreenRed(width: Int, height: Int) -> [UInt8] {
        guard let data = cairo_image_surface_get_data(pointer) else { return [] }
        let stride = Int(cairo_image_surface_get_stride(pointer))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(width * height * 4)
        for row in 0..<height { bytes += UnsafeBufferPointer(start: data + row * stride, count: width * 4) }
        return bytes
    }
}
