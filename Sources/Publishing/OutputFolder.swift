package import Diagnostics
internal import Glibc

/// The folder that a run writes to: all files new, or all as they were.
package struct OutputFolder: Sendable {
    private let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// Writes the files: each beside its place first, and only when all are there, each to its place.
    ///
    /// Files that an earlier run wrote and this one does not (the fifth page of a brief that now has four) are removed; no
    /// others are touched.
    ///
    /// - Parameter stale: tells of a path that an earlier run wrote whether this run stands for it.
    /// - Throws: what the system refused, as an error of cause `system`; nothing has changed then.
    package func write(_ files: [FinishedFile], replacing stale: (String) -> Bool) throws(Failure) {
        let earlier = earlierOutputs().filter(stale)
        var waiting: [(from: String, to: String)] = []
        do throws(Failure) {
            for file in files {
                let place = "\(path)/\(file.path)"
                try makeFolders(for: place)
                if isFolder(place) { throw problem("cannot write \(place)", reason: "a folder of that name is in the way") }
                let temporary = "\(place).new-\(getpid())"
                waiting.append((temporary, place))
                try write(file.bytes, to: temporary)
            }
        } catch {
            for file in waiting { unlink(file.from) }
            throw error
        }
        for (index, file) in waiting.enumerated() where rename(file.from, file.to) != 0 {
            let refused = problem("cannot write \(file.to)", reason: systemReason())
            for left in waiting[index...] { unlink(left.from) }
            throw refused
        }
        let written = Set(files.map(\.path))
        for name in earlier where !written.contains(name) && isPlain(name) { unlink("\(path)/\(name)") }
    }

    // MARK: The system

    private func write(_ bytes: [UInt8], to place: String) throws(Failure) {
        let descriptor = open(place, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw problem("cannot write \(place)", reason: systemReason()) }
        var reason: String?
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count, reason == nil {
                let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { reason = systemReason() } else { done += count }
            }
        }
        if close(descriptor) != 0, reason == nil { reason = systemReason() }
        if let reason { throw problem("cannot write \(place)", reason: reason) }
    }

    private func makeFolders(for place: String) throws(Failure) {
        var folder = place.hasPrefix("/") ? "" : "."
        for part in place.split(separator: "/").dropLast() {
            folder += "/" + part
            if mkdir(folder, 0o755) != 0, !isFolder(folder) {
                let shown = folder.hasPrefix("./") ? String(folder.dropFirst(2)) : folder
                throw problem("cannot make the folder \(shown)", reason: systemReason())
            }
        }
    }

    private func isFolder(_ place: String) -> Bool {
        var status = stat()
        return stat(place, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private func earlierOutputs() -> [String] {
        guard let file = fopen("\(path)/\(Manifest.path)", "r") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return Manifest.outputs(in: String(decoding: bytes, as: UTF8.self))
    }

    /// A path that stays beneath the folder: a manifest may have been changed by a stranger.
    private func isPlain(_ name: String) -> Bool {
        !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
    }

    private func problem(_ message: String, reason: String) -> Failure {
        Failure([
            Diagnostic(
                .error, at: .file(path), "\(message): \(reason)", hint: "write elsewhere with --to FOLDER, or make room there",
                cause: .system)
        ])
    }
}

private func systemReason() -> String { String(cString: strerror(errno)) }
