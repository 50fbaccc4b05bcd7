internal import CPangoCairo
internal import Scenes

/// What Cairo draws on: the pages of a PDF, or pixels.
struct Surface: ~Copyable {
    let pointer: OpaquePointer
    /// What the surface writes to; Cairo holds it without owning it.
    private let output: ByteStream?

    /// A PDF 1.4 whose bytes go to `output`: later versions put objects into others.
    init(pdfInto output: ByteStream, size: Size) throws(PaintingProblem) {
        self.output = output
        pointer = cairo_pdf_surface_create_for_stream(
            { closure, bytes, count in
                guard let closure, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
                let stream = Unmanaged<ByteStream>.fromOpaque(closure).takeUnretainedValue()
                stream.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(output).toOpaque(), size.width, size.height)
        try checked(cairo_surface_status(pointer), "a PDF")
        cairo_pdf_surface_restrict_to_version(pointer, CAIRO_PDF_VERSION_1_4)
        // Or Cairo would write the time of the run.
        cairo_pdf_surface_set_metadata(pointer, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
    }

    /// Opaque pixels, black at first.
    init(width: Int, height: Int) throws(PaintingProblem) {
        output = nil
        pointer = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(clamping: width), Int32(clamping: height))
        try checked(cairo_surface_status(pointer), "a picture of \(width) × \(height) pixels")
    }

    deinit {
        withFontFiles { cairo_surface_destroy(pointer) }
    }

    /// Writes what is left to write. A surface that failed on the way, at any page, says so here at the latest.
    func finish(_ what: String) throws(PaintingProblem) {
        // A PDF gets its fonts only now.
        withFontFiles { cairo_surface_finish(pointer) }
        try checked(cairo_surface_status(pointer), what)
    }
}

/// Bytes that Cairo writes one after the other.
final class ByteStream {
    var bytes: [UInt8] = []
}

func checked(_ status: cairo_status_t, _ what: String) throws(PaintingProblem) {
    guard status != CAIRO_STATUS_SUCCESS else { return }
    throw .refused(what, reason: String(cString: cairo_status_to_string(status)))
}
