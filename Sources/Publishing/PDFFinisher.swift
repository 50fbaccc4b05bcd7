internal import CQPDF
package import Scenes

/// Why a painted PDF could not be finished: what qpdf says of it.
package struct FinishingProblem: Error, Hashable, Sendable {
    package var reason: String
}

/// Makes the screen edition of a painted PDF: what Cairo cannot write is added to its catalogue, and the file is written
/// anew, smaller, with an identifier that comes from its content.
///
/// - Parameter painted: a PDF as Cairo wrote it.
/// - Returns: PDF 1.7 with object streams; the same bytes for the same input.
package func finishedPDF(_ painted: [UInt8], _ properties: Document.Properties) throws(FinishingProblem) -> [UInt8] {
    let file = PDFFile()
    return try file.finished(painted) { file in
        file.set("/Lang", of: file.root, to: qpdf_oh_new_unicode_string(file.handle, properties.language))
        let preferences = qpdf_oh_new_dictionary(file.handle)
        file.set("/DisplayDocTitle", of: preferences, to: qpdf_oh_new_bool(file.handle, 1))
        file.set("/ViewerPreferences", of: file.root, to: preferences)
    }
}

/// A file in qpdf's hands.
private struct PDFFile: ~Copyable {
    let handle: qpdf_data?

    init() {
        handle = qpdf_init()
        if let handle {
            // Problems are read and told; the library must not print them by itself.
            qpdf_silence_errors(handle)
            qpdf_set_suppress_warnings(handle, 1)
        }
    }

    deinit {
        var handle = handle
        qpdf_cleanup(&handle)
    }

    var root: qpdf_oh { qpdf_get_root(handle) }

    func set(_ key: String, of object: qpdf_oh, to value: qpdf_oh) {
        qpdf_oh_replace_key(handle, object, key, value)
    }

    /// Reads `painted`, lets `edit` change it, and writes it.
    func finished(_ painted: [UInt8], edit: (borrowing PDFFile) -> Void) throws(FinishingProblem) -> [UInt8] {
        guard handle != nil else { throw FinishingProblem(reason: "no memory") }
        // qpdf reads from the bytes until it has written: they stay where they are until then.
        let result = painted.withUnsafeBytes { buffer -> Result<[UInt8], FinishingProblem> in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            qpdf_read_memory(handle, "painted pages", start, UInt64(buffer.count), nil)
            if let problem { return .failure(problem) }
            edit(self)
            if let problem { return .failure(problem) }
            qpdf_init_write_memory(handle)
            qpdf_set_object_stream_mode(handle, qpdf_o_generate)
            qpdf_set_minimum_pdf_version(handle, "1.7")
            qpdf_set_deterministic_ID(handle, 1)
            qpdf_write(handle)
            if let problem { return .failure(problem) }
            guard let bytes = qpdf_get_buffer(handle) else { return .failure(FinishingProblem(reason: "nothing was written")) }
            return .success(Array(UnsafeBufferPointer(start: bytes, count: qpdf_get_buffer_length(handle))))
        }
        return try result.get()
    }

    private var problem: FinishingProblem? {
        guard qpdf_has_error(handle) != 0 else { return nil }
        let error = qpdf_get_error(handle)
        guard let text = qpdf_get_error_full_text(handle, error) else { return FinishingProblem(reason: "unknown") }
        return FinishingProblem(reason: String(cString: text))
    }
}
