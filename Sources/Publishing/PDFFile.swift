internal import CQPDF

/// A PDF in qpdf's hands.
///
/// Each call is followed by no check of its own: qpdf keeps the first error until it is asked, which `written` does.
struct PDFFile: ~Copyable {
    /// A value in the file.
    struct Object {
        fileprivate let handle: qpdf_oh
    }

    private let handle: qpdf_data

    /// - Parameter bytes: must stay where they are for as long as the file is used.
    static func reading(_ bytes: UnsafeBufferPointer<UInt8>) throws(PDFError) -> PDFFile {
        guard let handle = qpdf_init() else { throw .unreadable("no memory is left") }
        let file = PDFFile(handle: handle)
        // Or qpdf would write to the standard error, and mend in silence.
        qpdf_silence_errors(handle)
        qpdf_set_suppress_warnings(handle, QPDF_BOOL(1))
        qpdf_set_attempt_recovery(handle, QPDF_BOOL(0))
        bytes.withMemoryRebound(to: CChar.self) { text in
            _ = qpdf_read_memory(handle, "painted.pdf", text.baseAddress, UInt64(text.count), nil)
        }
        if let complaint = file.complaint { throw .unreadable(complaint) }
        return file
    }

    private init(handle: qpdf_data) {
        self.handle = handle
    }

    deinit {
        var handle: qpdf_data? = handle
        qpdf_cleanup(&handle)
    }

    // MARK: Objects

    var catalogue: Object { Object(handle: qpdf_get_root(handle)) }

    func text(_ text: String) -> Object {
        var text = text
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                Object(handle: qpdf_oh_new_binary_unicode_string(handle, $0.baseAddress, $0.count))
            }
        }
    }

    func boolean(_ value: Bool) -> Object { Object(handle: qpdf_oh_new_bool(handle, value ? 1 : 0)) }

    /// The dictionary under a key, made where there is none.
    mutating func dictionary(_ key: String, of object: Object) -> Object {
        let present = qpdf_oh_get_key(handle, object.handle, key)
        if qpdf_oh_is_dictionary(handle, present) != 0 { return Object(handle: present) }
        let made = Object(handle: qpdf_oh_new_dictionary(handle))
        set(key, of: object, to: made)
        return made
    }

    mutating func set(_ key: String, of object: Object, to value: Object) {
        qpdf_oh_replace_key(handle, object.handle, key, value.handle)
    }

    /// Puts these properties, and no others, in the place of the document's; an empty one is left out.
    mutating func replaceInformation(_ entries: [(key: String, value: String)]) {
        let information = Object(handle: qpdf_oh_new_dictionary(handle))
        for entry in entries where !entry.value.isEmpty { set(entry.key, of: information, to: text(entry.value)) }
        let indirect = Object(handle: qpdf_make_indirect_object(handle, information.handle))
        set("/Info", of: Object(handle: qpdf_get_trailer(handle)), to: indirect)
    }

    // MARK: Writing

    /// The file, its objects in compressed streams, its identifier made from its content.
    mutating func written() throws(PDFError) -> [UInt8] {
        if let complaint { throw .unreadable(complaint) }
        qpdf_init_write_memory(handle)
        qpdf_set_deterministic_ID(handle, QPDF_BOOL(1))
        qpdf_set_object_stream_mode(handle, qpdf_o_generate)
        // Streams stay as Cairo compressed them.
        qpdf_set_decode_level(handle, qpdf_dl_none)
        qpdf_set_compress_streams(handle, QPDF_BOOL(1))
        qpdf_write(handle)
        if let complaint { throw .unwritable(complaint) }
        guard let buffer = qpdf_get_buffer(handle) else { throw .unwritable("qpdf gave no file") }
        return Array(UnsafeBufferPointer(start: buffer, count: qpdf_get_buffer_length(handle)))
    }

    /// What qpdf has to say since it was last asked. A warning counts: what must be mended is not to be published.
    private var complaint: String? {
        if qpdf_has_error(handle) != 0, let error = qpdf_get_error(handle) { return fullText(error) }
        if qpdf_more_warnings(handle) != 0, let warning = qpdf_next_warning(handle) { return fullText(warning) }
        return nil
    }

    private func fullText(_ error: qpdf_error) -> String {
        qpdf_get_error_full_text(handle, error).map { String(cString: $0) } ?? "an error without words"
    }
}
