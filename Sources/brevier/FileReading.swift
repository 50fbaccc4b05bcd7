import Diagnostics
import Glibc

/// A file larger than this is no text that an analyst wrote.
private let mostBytes = 256 * 1024 * 1024

/// Why a file could not be read.
struct ReadingProblem: Error {
    var isMissing: Bool
    var reason: String
}

/// The bytes of a regular file. Pipes and devices are refused: reading one might never end.
func readBytes(_ path: String) throws(ReadingProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw ReadingProblem(isMissing: errno == ENOENT || errno == ENOTDIR, reason: systemReason()) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw ReadingProblem(isMissing: false, reason: systemReason()) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw ReadingProblem(isMissing: false, reason: "it is not a file") }
    guard status.st_size <= mostBytes else { throw ReadingProblem(isMissing: false, reason: "it has more than 256 MB") }

    var failed = false
    let expected = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
        while count < expected {
            let got = read(descriptor, buffer.baseAddress! + count, expected - count)
            if got < 0, errno == EINTR { continue }
            if got < 0 { failed = true }
            if got <= 0 { break }
            count += got
        }
    }
    if failed { throw ReadingProblem(isMissing: false, reason: systemReason()) }
    return bytes
}

/// The path with all links followed; nil where there is nothing.
func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}

func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// The names in a folder, sorted; nil where it cannot be listed.
func namesInFolder(_ path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
}

private func systemReason() -> String { String(cString: strerror(errno)) }
