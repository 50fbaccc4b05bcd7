internal import Glibc

/// The folder that the files of a run are written to.
package struct OutputFolder: Sendable {
    /// As messages are to print it.
    package let path: String
    /// What the files may not leave, whatever links stand in it; nil where the user has named the folder.
    private let bounds: ConfinedFolder?

    /// - Parameter bounds: a folder that `path`, relative to it, must not lead out of.
    package init(_ path: String, within bounds: ConfinedFolder? = nil) {
        self.path = path
        self.bounds = bounds
    }

    /// Writes the files of a run with its manifest, all or none; see the other `write`.
    ///
    /// - Parameter isWhole: whether the run makes all that there is. Then what an earlier one made besides is removed; else it
    ///   stays, and the manifest goes on listing it.
    /// - Returns: what was written, the manifest last, and the paths of what was removed.
    package func write(
        _ files: [FinishedFile], _ manifest: Manifest, isWhole: Bool
    ) throws(OutputError) -> (written: [FinishedFile], removed: [String]) {
        try whileLocked { isAlone throws(OutputError) in
            var manifest = manifest
            if !isWhole, let earlier = earlierManifest() { manifest = manifest.keepingOutputs(of: earlier) }
            let all = files + [manifest.file]
            return (all, try writeLocked(all, removingStale: isWhole, isAlone: isAlone))
        }
    }

    /// Writes the files of a run, all or none.
    ///
    /// Each is written beside its place under another name; when all are there, and on the disk, they are renamed, so that a
    /// reader sees the old file or the new one, and a full disk leaves the last good set. Where a renaming fails, those before
    /// it are undone. Folders are made as needed. Another run that writes here is waited for.
    ///
    /// - Parameters:
    ///   - files: each path once; the manifest among them.
    ///   - removingStale: whether the outputs that the manifest of an earlier run lists, and this run did not make, are
    ///     removed. A file that was changed since, or that no manifest lists, always stays.
    /// - Returns: the paths of the files that were removed, in order.
    /// - Throws: the first thing that could not be done. Up to the renaming nothing of what was there is touched.
    @discardableResult
    package func write(_ files: [FinishedFile], removingStale: Bool = true) throws(OutputError) -> [String] {
        try whileLocked { isAlone throws(OutputError) in try writeLocked(files, removingStale: removingStale, isAlone: isAlone) }
    }

    /// The manifest of the run before, where there is one that can be read.
    package func earlierManifest() -> Manifest? {
        readFile(place(of: Manifest.path), most: 1 << 24).flatMap { Manifest(reading: $0) }
    }

    // MARK: One run at a time

    /// - Parameter work: is told whether no other run is at work here: a file system without locks leaves that open.
    private func whileLocked<Value>(_ work: (Bool) throws(OutputError) -> Value) throws(OutputError) -> Value {
        let folder = path.isEmpty ? "." : path
        try checkBounds(of: folder)
        let made: [String]
        let lock: FolderLock
        do throws(SystemError) {
            (made, lock) = try FolderLock.making(folder)
        } catch {
            throw OutputError(.makeFolder, folder, .system(error.code))
        }
        defer { lock.release() }
        do throws(OutputError) {
            return try work(lock.isHeld)
        } catch {
            for folder in made.reversed() { rmdir(folder) }
            throw error
        }
    }

    private func writeLocked(_ files: [FinishedFile], removingStale: Bool, isAlone: Bool) throws(OutputError) -> [String] {
        try check(files)
        let earlier = earlierManifest()?.outputs ?? []
        if isAlone { Exchange.removeLeftovers(in: folders(of: files.map(\.path) + earlier.map(\.path))) }
        try place(files)
        return removingStale ? try remove(earlier, exceptFor: files) : []
    }

    /// The folders that files stand in, with all that runs make, none of them behind a link.
    private func folders(of files: [String]) -> [String] {
        var inner: Set<String> = ["pages", "figures"]
        for file in files where staysInside(file) { if let folder = parentFolder(file) { inner.insert(folder) } }
        return [path.isEmpty ? "." : path] + inner.filter { !passesThroughLink($0) }.map { place(of: $0) }
    }

    private func checkBounds(of folder: String) throws(OutputError) {
        if let bounds, bounds.leadsOut(folder) { throw OutputError(.write, folder, .linkOutside) }
    }

    private func place(of file: String) -> String {
        path.isEmpty ? file : path.hasSuffix("/") ? path + file : "\(path)/\(file)"
    }

    private func check(_ files: [FinishedFile]) throws(OutputError) {
        var seen: Set<String> = []
        for file in files {
            guard staysInside(file.path) else { throw OutputError(.write, file.path, .leadsOutside) }
            guard seen.insert(file.path).inserted else { throw OutputError(.write, file.path, .givenTwice) }
            if let folder = parentFolder(file.path) { try checkBounds(of: place(of: folder)) }
        }
    }

    private func place(_ files: [FinishedFile]) throws(OutputError) {
        var exchange = Exchange()
        do throws(OutputError) {
            for file in files { try exchange.prepare(file.bytes, for: place(of: file.path)) }
            try exchange.secure()
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
