internal import Glibc

/// The folder that the files of a run are written to.
package struct OutputFolder: Sendable {
    /// As messages are to print it.
    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// Writes the files of a run, all or none.
    ///
    /// Each is written beside its place under another name; when all are there they are renamed, so that a reader sees
    /// the old file or the new one, and a full disk leaves the last good set. Where a renaming fails, those before it
    /// are undone. Folders are made as needed.
    ///
    /// - Parameters:
    ///   - files: each path once; the manifest among them.
    ///   - removingStale: whether the outputs that the manifest of an earlier run lists, and this run did not make, are
    ///     removed. A file that was changed since, or that no manifest lists, always stays.
    /// - Returns: the paths of the files that were removed, in order.
    /// - Throws: the first thing that could not be done. Up to the renaming nothing of what was there is touched.
    @discardableResult
    package func write(_ files: [FinishedFile], removingStale: Bool = true) throws(OutputError) -> [String] {
        try check(files)
        let earlier = removingStale ? earlierManifest()?.outputs ?? [] : []
        try place(files)
        return try remove(earlier, exceptFor: files)
    }

    /// The manifest of the run before, where there is one that can be read.
    package func earlierManifest() -> Manifest? {
        readFile(place(of: Manifest.path), most: 1 << 24).flatMap { Manifest(reading: $0) }
    }

    private func place(of file: String) -> String {
        path.isEmpty ? file : path.hasSuffix("/") ? path + file : "\(path)/\(file)"
    }

    private func check(_ files: [FinishedFile]) throws(OutputError) {
        var seen: Set<String> = []
        for file in files {
            guard staysInside(file.path) else { throw OutputError(.write, file.path, .leadsOutside) }
            guard seen.insert(file.path).inserted else { throw OutputError(.write, file.path, .givenTwice) }
        }
    }

    private func place(_ files: [FinishedFile]) throws(OutputError) {
        var exchange = Exchange()
        do throws(OutputError) {
            try exchange.makeFolder(path.isEmpty ? "." : path)
            for file in files { try exchange.prepare(file.bytes, for: place(of: file.path)) }
            try exchange.commit()
        } catch {
            exchange.undo()
            throw error
        }
        exchange.forget()
    }

    /// Removes what an earlier run made, and the folders that are empty then.
    private func remove(_ entries: [Manifest.Entry], exceptFor files: [FinishedFile]) throws(OutputError) -> [String] {
        let kept = Set(files.map(\.path))
        var removed: [String] = []
        for entry in entries where !kept.contains(entry.path) && staysInside(entry.path) && entry.path != Manifest.path {
            let place = place(of: entry.path)
            guard !passesThroughLink(entry.path), FileKind.at(place) == .other,
                let bytes = readFile(place, most: entry.bytes), entry == Manifest.Entry(path: entry.path, bytes: bytes)
            else { continue }
            guard unlink(place) == 0 || errno == ENOENT else { throw OutputError(.remove, place, .system(errno)) }
            removed.append(entry.path)
            var folder = parentFolder(entry.path)
            while let inner = folder, rmdir(self.place(of: inner)) == 0 { folder = parentFolder(inner) }
        }
        return removed
    }

    /// Whether a part of the path inside the folder is a symbolic link, or the file itself is one: it is not ours then.
    private func passesThroughLink(_ file: String) -> Bool {
        var part: String? = file
        while let inner = part {
            var status = stat()
            if lstat(place(of: inner), &status) == 0, status.st_mode & S_IFMT == S_IFLNK { return true }
            part = parentFolder(inner)
        }
        return false
    }
}
