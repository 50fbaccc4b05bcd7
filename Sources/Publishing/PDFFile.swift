internal import CQPDF
internal import Glibc

/// A PDF in qpdf's hands.
///
/// Each call is followed by no check of its own: qpdf keeps the first error until it is asked, which `written` does.
struct PDFFile: ~Copyable {
    typealias Reference = PDFValue.Reference

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

    var catalogue: Reference { reference(of: qpdf_get_root(handle)) }

    var pages: [Reference] {
        (0..<max(0, Int(qpdf_get_num_pages(handle)))).map { reference(of: qpdf_get_page_n(handle, $0)) }
    }

    /// A number for an object that is to be set later. Until then it is a dictionary: qpdf drops what refers to nothing.
    mutating func reserve() -> Reference { take(qpdf_oh_new_dictionary(handle)) }

    mutating func add(_ value: PDFValue) -> Reference { take(made(value)) }

    mutating func set(_ reference: Reference, to value: PDFValue) {
        let object = made(value)
        qpdf_replace_object(handle, Int32(reference.number), 0, object)
        qpdf_oh_release(handle, object)
    }

    /// A stream that is compressed when the file is written, but for metadata.
    mutating func add(stream bytes: [UInt8], _ entries: [(key: String, value: PDFValue)]) -> Reference {
        let stream = qpdf_oh_new_stream(handle)
        replace(stream, with: bytes)
        let dictionary = qpdf_oh_get_dict(handle, stream)
        for entry in entries { set(entry.key, of: dictionary, to: entry.value) }
        qpdf_oh_release(handle, dictionary)
        return reference(of: stream)
    }

    /// Sets a key of a dictionary, or removes it where the value is nil.
    mutating func set(_ key: String, of reference: Reference, to value: PDFValue?) {
        let object = qpdf_get_object_by_id(handle, Int32(reference.number), 0)
        set(key, of: object, to: value)
        qpdf_oh_release(handle, object)
    }

    /// Sets keys of the dictionary under a key, and leaves the others that it has.
    mutating func merge(_ entries: [(key: String, value: PDFValue)], into key: String, of reference: Reference) {
        let object = qpdf_get_object_by_id(handle, Int32(reference.number), 0)
        defer { qpdf_oh_release(handle, object) }
        let inner = qpdf_oh_get_key(handle, object, "/" + key)
        defer { qpdf_oh_release(handle, inner) }
        guard qpdf_oh_is_dictionary(handle, inner) != 0 else { return set(key, of: object, to: .dictionary(entries)) }
        for entry in entries { set(entry.key, of: inner, to: entry.value) }
    }

    /// Puts these properties, and no others, in the place of the document's.
    mutating func replaceInformation(_ entries: [(key: String, value: PDFValue)]) {
        let trailer = qpdf_get_trailer(handle)
        set("Info", of: trailer, to: .reference(add(.dictionary(entries))))
        qpdf_oh_release(handle, trailer)
    }

    // MARK: Pages

    /// The content of a page, not compressed.
    func content(of page: Reference) throws(PDFError) -> [UInt8] {
        let object = qpdf_get_object_by_id(handle, Int32(page.number), 0)
        defer { qpdf_oh_release(handle, object) }
        var bytes: UnsafeMutablePointer<UInt8>?
        var length = 0
        _ = qpdf_oh_get_page_content_data(handle, object, &bytes, &length)
        if let complaint { throw .unreadable(complaint) }
        defer { free(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: length))
    }

    mutating func replaceContent(of page: Reference, with bytes: [UInt8]) {
        let object = qpdf_get_object_by_id(handle, Int32(page.number), 0)
        let stream = qpdf_oh_get_key(handle, object, "/Contents")
        // qpdf would take longer for a hundredth of the size.
        let compressed = deflated(bytes)
        replace(stream, with: compressed ?? bytes, isCompressed: compressed != nil)
        qpdf_oh_release(handle, stream)
        qpdf_oh_release(handle, object)
    }

    /// Mends what Cairo leaves out of fonts, or says of them otherwise than a reader wants it.
    mutating func mendFonts() {
        var seen: Set<Int> = []
        for page in pages {
            let object = qpdf_get_object_by_id(handle, Int32(page.number), 0)
            let resources = qpdf_oh_get_key(handle, object, "/Resources")
            let fonts = qpdf_oh_get_key(handle, resources, "/Font")
            for name in keys(of: fonts) {
                let font = qpdf_oh_get_key(handle, fonts, name)
                if seen.insert(Int(qpdf_oh_get_object_id(handle, font))).inserted {
                    addGlyphMap(to: font)
                    spellLigatures(of: font)
                }
                qpdf_oh_release(handle, font)
            }
            for object in [object, resources, fonts] { qpdf_oh_release(handle, object) }
        }
    }

    /// Says of a TrueType font that its glyphs have the numbers of its characters, as PDF/A and PDF/UA ask (ISO 19005-3,
    /// 6.2.11.3.2).
    private mutating func addGlyphMap(to font: qpdf_oh) {
        let descendants = qpdf_oh_get_key(handle, font, "/DescendantFonts")
        defer { qpdf_oh_release(handle, descendants) }
        guard qpdf_oh_is_array(handle, descendants) != 0, qpdf_oh_get_array_n_items(handle, descendants) > 0 else { return }
        let descendant = qpdf_oh_get_array_item(handle, descendants, 0)
        defer { qpdf_oh_release(handle, descendant) }
        let sort = qpdf_oh_get_key(handle, descendant, "/Subtype")
        defer { qpdf_oh_release(handle, sort) }
        guard qpdf_oh_is_name(handle, sort) != 0, String(cString: qpdf_oh_get_name(handle, sort)) == "/CIDFontType2" else { return }
        set("CIDToGIDMap", of: descendant, to: .name("Identity"))
    }

    /// Says of ligatures which letters they stand for, so that a word is found by its letters.
    private mutating func spellLigatures(of font: qpdf_oh) {
        let map = qpdf_oh_get_key(handle, font, "/ToUnicode")
        defer { qpdf_oh_release(handle, map) }
        guard qpdf_oh_is_stream(handle, map) != 0 else { return }
        var bytes: UnsafeMutablePointer<UInt8>?
        var length = 0
        guard qpdf_oh_get_stream_data(handle, map, qpdf_dl_generalized, nil, &bytes, &length) == 0 else { return }
        defer { free(bytes) }
        let written = Array(UnsafeBufferPointer(start: bytes, count: length))
        let spelt = withLigaturesSpelt(written)
        if spelt != written { replace(map, with: spelt) }
    }

    private func keys(of dictionary: qpdf_oh) -> [String] {
        guard qpdf_oh_is_dictionary(handle, dictionary) != 0 else { return [] }
        var keys: [String] = []
        qpdf_oh_begin_dict_key_iter(handle, dictionary)
        while qpdf_oh_dict_more_keys(handle) != 0 {
            if let key = qpdf_oh_dict_next_key(handle) { keys.append(String(cString: key)) }
        }
        return keys
    }

    // MARK: Handles

    /// The value as qpdf holds it, to be released.
    private func made(_ value: PDFValue) -> qpdf_oh {
        switch value {
        case .name(let name): return qpdf_oh_new_name(handle, "/" + name)
        case .integer(let integer): return qpdf_oh_new_integer(handle, Int64(integer))
        case .number(let number): return qpdf_oh_new_real_from_string(handle, decimal(number))
        case .boolean(let value): return qpdf_oh_new_bool(handle, value ? 1 : 0)
        case .text(var words):
            return words.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { qpdf_oh_new_binary_unicode_string(handle, $0.baseAddress, $0.count) }
            }
        case .reference(let reference): return qpdf_get_object_by_id(handle, Int32(reference.number), 0)
        case .array(let values):
            let array = qpdf_oh_new_array(handle)
            for value in values {
                let item = made(value)
                qpdf_oh_append_item(handle, array, item)
                qpdf_oh_release(handle, item)
            }
            return array
        case .dictionary(let entries):
            let dictionary = qpdf_oh_new_dictionary(handle)
            for entry in entries { set(entry.key, of: dictionary, to: entry.value) }
            return dictionary
        }
    }

    private func reference(of object: qpdf_oh) -> Reference {
        defer { qpdf_oh_release(handle, object) }
        return Reference(number: Int(qpdf_oh_get_object_id(handle, object)))
    }

    /// Gives an object a number.
    private mutating func take(_ object: qpdf_oh) -> Reference {
        defer { qpdf_oh_release(handle, object) }
        return reference(of: qpdf_make_indirect_object(handle, object))
    }

    private func set(_ key: String, of object: qpdf_oh, to value: PDFValue?) {
        guard let value else { return qpdf_oh_remove_key(handle, object, "/" + key) }
        let made = made(value)
        qpdf_oh_replace_key(handle, object, "/" + key, made)
        qpdf_oh_release(handle, made)
    }

    private mutating func replace(_ stream: qpdf_oh, with bytes: [UInt8], isCompressed: Bool = false) {
        let filter = isCompressed ? made(.name("FlateDecode")) : qpdf_oh_new_null(handle)
        let null = qpdf_oh_new_null(handle)
        qpdf_oh_replace_stream_data(handle, stream, bytes, bytes.count, filter, null)
        qpdf_oh_release(handle, null)
        qpdf_oh_release(handle, filter)
    }

    // MARK: Writing

    /// The file, its objects in compressed streams, its identifier made from its content.
    mutating func written(version: String) throws(PDFError) -> [UInt8] {
        if let complaint { throw .unreadable(complaint) }
        qpdf_init_write_memory(handle)
        qpdf_force_pdf_version(handle, version)
        qpdf_set_deterministic_ID(handle, QPDF_BOOL(1))
        qpdf_set_object_stream_mode(handle, qpdf_o_generate)
        // Streams that Cairo compressed stay as they are.
        qpdf_set_decode_level(handle, qpdf_dl_none)
        qpdf_set_compress_streams(handle, QPDF_BOOL(1))
        qpdf_set_newline_before_endstream(handle, QPDF_BOOL(1))
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
