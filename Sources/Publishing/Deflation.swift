internal import CZlib

/// Of zlib: pictures take a third less time than at 6, and a fiftieth more space; pages of PDFs are much the same.
private let level: Int32 = 4

/// `bytes` as a zlib stream, or nil where no memory is left.
func deflated(_ bytes: [UInt8]) -> [UInt8]? {
    var length = compressBound(uLong(bytes.count))
    var status: Int32 = Z_MEM_ERROR
    let output = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
        status = bytes.withUnsafeBufferPointer { compress2(buffer.baseAddress, &length, $0.baseAddress, uLong($0.count), level) }
        count = status == Z_OK ? Int(length) : 0
    }
    return status == Z_OK ? output : nil
}

/// What a zlib stream holds, or nil where it is damaged or no memory is left.
func inflated(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var size = max(4096, bytes.count * 8)
    while true {
        var length = uLong(size)
        var status: Int32 = Z_MEM_ERROR
        let output = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            status = bytes.withUnsafeBufferPointer { uncompress(buffer.baseAddress, &length, $0.baseAddress, uLong($0.count)) }
            count = status == Z_OK ? Int(length) : 0
        }
        if status == Z_OK { return output }
        // Deflate makes nothing smaller than a thousandth.
        guard status == Z_BUF_ERROR, size <= bytes.count * 1100 else { return nil }
        size *= 4
    }
}
