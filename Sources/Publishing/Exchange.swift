internal import Glibc

/// Puts new files in the place of old ones, so that all of it can be undone until it is done.
struct Exchange {
    private struct Prepared {
        var place: String
        /// Where the new file waits.
        var temporary: String
        /// A second name of the old file, once there is one.
        var backup: String?
        /// Whether an old file stood there.
        var hadOld = false
        var isInPlace = false
    }

    private var files: [Prepared] = []
    /// Those that were made, outermost first.
    private var folders: [String] = []
    /// Those known to be there.
    private var known: Set<String> = []
    /// Counts the names that were tried.
    private var names = 0

    mutating func makeFolder(_ path: String) throws(OutputError) {
        guard known.insert(path).inserted else { return }
        do throws(SystemError) {
            folders += try makeFolders(path)
        } catch {
            throw OutputError(.makeFolder, path, .system(error.code))
        }
    }

    /// Writes a file beside its place.
    mutating func prepare(_ bytes: [UInt8], for place: String) throws(OutputError) {
        if let folder = parentFolder(place) { try makeFolder(folder) }
        while true {
            let temporary = freshName(beside: place)
            do throws(SystemError) {
                try writeNewFile(temporary, bytes)
                files.append(Prepared(place: place, temporary: temporary))
                return
            } catch {
                // A file of that name is left from a run that was killed, or is another run's.
                guard error.code == EEXIST, names < 10_000 else { throw OutputError(.write, place, .system(error.code)) }
            }
        }
    }

    /// Sees to it that every prepared file is on the disk, so that after a loss of power a name has a whole file or the old one.
    ///
    /// All are asked for before any is waited for: the disk then writes them together.
    func secure() throws(OutputError) {
        for file in files { try synchronise(file.temporary, for: file.place) { posix_fadvise($0, 0, 0, POSIX_FADV_DONTNEED) } }
        for file in files { try synchronise(file.temporary, for: file.place) { fsync($0) == 0 ? 0 : errno } }
    }

    private func synchronise(_ path: String, for place: String, _ call: (Int32) -> Int32) throws(OutputError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw OutputError(.write, place, .system(errno)) }
        let code = call(descriptor)
        close(descriptor)
        // Some file systems cannot be asked for it.
        if [EIO, ENOSPC, EDQUOT].contains(code) { throw OutputError(.write, place, .system(code)) }
    }

    /// Renames every prepared file to its place.
    mutating func commit() throws(OutputError) {
        for index in files.indices {
            let file = files[index]
            switch FileKind.at(file.place) {
            case .missing: break
            case .folder: throw OutputError(.write, file.place, .system(EISDIR))
            case .other:
                files[index].hadOld = true
                files[index].backup = secondName(of: file.place)
            }
            guard rename(file.temporary, file.place) == 0 else { throw OutputError(.write, file.place, .system(errno)) }
            files[index].isInPlace = true
        }
        for folder in Set(files.map { parentFolder($0.place) ?? ($0.place.hasPrefix("/") ? "/" : ".") }).sorted() {
            // The new names; that they cannot be made sure of harms nothing.
            try? synchronise(folder, for: folder) { fsync($0) }
        }
    }

    /// Gives an old file a second name to be put back by.
    ///
    /// - Returns: nil where the file system knows no second names: the old file then cannot be put back, but is never half gone.
    private mutating func secondName(of place: String) -> String? {
        while names < 10_000 {
            let name = freshName(beside: place)
            if link(place, name) == 0 { return name }
            // Another file has that name, and is not ours.
            guard errno == EEXIST else { return nil }
        }
        return nil
    }

    /// Leaves everything as it was found, as far as that can be had: a new file stays where the old one cannot be put back.
    mutating func undo() {
        for file in files.reversed() {
            if !file.isInPlace {
                unlink(file.temporary)
                if let backup = file.backup { unlink(backup) }
            } else if let backup = file.backup {
                rename(backup, file.place)
            } else if !file.hadOld {
                unlink(file.place)
            }
        }
        for folder in folders.reversed() { rmdir(folder) }
    }

    /// Lets the old files go.
    mutating func forget() {
        for file in files {
            if let backup = file.backup { unlink(backup) }
        }
    }

    /// Removes what killed runs have left in folders that this run has for itself.
    static func removeLeftovers(in folders: [String]) {
        for folder in folders {
            guard let list = opendir(folder) else { continue }
            defer { closedir(list) }
            for name in namesLeft(in: list) where isLeftover(name) && FileKind.at("\(folder)/\(name)") == .other {
                unlink("\(folder)/\(name)")
            }
        }
    }

    /// A short name, so that any name that fits its folder has room for it.
    private mutating func freshName(beside place: String) -> String {
        names += 1
        let name = "\(leftoverStart)\(getpid())-\(names)"
        return parentFolder(place).map { "\($0)/\(name)" } ?? (place.hasPrefix("/") ? "/\(name)" : name)
    }
}

/// How the names begin that files have until they are in place, and second names.
private let leftoverStart = ".brevier-"

/// Whether a name is one that a run gives for a while: `.brevier-4711-3`.
private func isLeftover(_ name: String) -> Bool {
    guard name.hasPrefix(leftoverStart) else { return false }
    let numbers = name.dropFirst(leftoverStart.count).split(separator: "-", omittingEmptySubsequences: false)
    return numbers.count == 2 && numbers.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
