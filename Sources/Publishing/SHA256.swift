internal import CMessageDigest

/// The digest by which a manifest knows a file (FIPS 180-4).
package struct SHA256: Hashable, Sendable {
    /// 64 hexadecimal digits, in lower case.
    package let hexadecimal: String

    package init(of bytes: [UInt8]) {
        var context = SHA2_CTX()
        var digest = [UInt8](repeating: 0, count: 32)
        SHA256Init(&context)
        bytes.withUnsafeBufferPointer { SHA256Update(&context, $0.baseAddress, $0.count) }
        SHA256Final(&digest, &context)
        let digits = Array("0123456789abcdef".utf8)
        hexadecimal = String(
            decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
