internal import Glibc

/// A refusal by the system.
struct SystemError: Error {
    var code: Int32

    /// The refusal of the call that failed last.
    static var last: SystemError { SystemError(code: errno) }
}

/// What stands at a path, a symbolic link not followed.
package enum FileKind {
    case missing, folder, other

    package static func at(_ path: String) -> FileKind {
        var status = stat()
        guard lstat(path, &status) == 0 else { return .missing }
        return status.st_mode & S_IFMT == S_IFDIR ? .folder : .other
    }
}

/// Makes a folder, and those that it stands in, where they are missing. A link to a folder is one.
///
/// - Returns: those that were made, outermost first.
func makeFolders(_ path: String) throws(SystemError) -> [String] {
    var status = stat()
    if stat(path, &status) == 0 {
        guard status.st_mode & S_IFMT == S_IFDIR else { throw SystemError(code: ENOTDIR) }
        return []
    }
    guard errno == ENOENT else { throw .last }
    var made: [String] = []
    if let parent = parentFolder(path) { made = try makeFolders(parent) }
    // Another process may have made it meanwhile.
    if mkdir(path, 0o777) != 0 {
        let code = errno
        guard code == EEXIST, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw SystemError(code: code)
        }
        return made
    }
    return made + [path]
}

/// The folder that a path stands in; nil for a single name, and for the root.
func parentFolder(_ path: String) -> String? {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
    guard let slash = trimmed.lastIndex(of: "/") else { return nil }
    let parent = trimmed[..<slash]
    return parent.isEmpty ? nil : String(parent)
}

/// Writes a file that must not exist yet.
func writeNewFile(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw .last }
    var failure: SystemError?
    bytes.withUnsafeBytes { buffer in
        var written = 0
        while written < buffer.count {
            let count = write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            if count < 0 {
                if errno == EINTR { continue }
                failure = .last
                return
            }
            written += count
        }
    }
    // A full disk may be told only now.
    if close(descriptor) != 0, failure == nil, errno != EINTR { failure = .last }
    if let failure {
        unlink(path)
        throw failure
    }
}

/// What is left of a file that was opened, where it is a regular one.
///
/// - Parameter most: a longer file is not read.
func readFile(_ descriptor: Int32, most: Int) throws(ReadingProblem) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw ReadingProblem(.system(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw ReadingProblem.refused("it is not a file") }
    let expected = Int(status.st_size)
    guard expected <= most else { throw ReadingProblem.refused("it has more than \(most / 1_048_576) MB") }
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: expected) { buffer, filled in
        while filled < expected {
            let count = read(descriptor, buffer.baseAddress?.advanced(by: filled), expected - filled)
            if count < 0, errno == EINTR { continue }
            if count < 0 { failure = errno }
            if count <= 0 { break }
            filled += count
        }
    }
    if let failure { throw ReadingProblem(.system(failure)) }
    return bytes
}

/// The bytes of a file that stands at a path itself, not behind a link; nil where there is none that can be read.
///
/// - Parameter most: a longer file is not read.
func readFile(_ path: String, most: Int) -> [UInt8]? {
    // Not to be held up by a pipe that stands there.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return try? readFile(descriptor, most: most)
}

/// Where a link in a folder leads; nil for what is no link.
func linkTarget(_ folder: Int32, _ name: String) -> String? {
    let target = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
        count = buffer.withMemoryRebound(to: CChar.self) { characters in
            characters.baseAddress.map { max(0, readlinkat(folder, name, $0, characters.count)) } ?? 0
        }
    }
    return target.isEmpty ? nil : String(decoding: target, as: UTF8.self)
}

/// The names that an open folder has yet to give, in no order.
func namesLeft(in folder: OpaquePointer) -> [String] {
    var names: [String] = []
    while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names
}
