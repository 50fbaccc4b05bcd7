internal import Glibc

/// Puts new files in the place of old ones, so that all of it can be undone until it is done.
struct Exchange {
    private struct Prepared {
        var place: String
        /// Where the new file waits.
        var temporary: String
        /// A second name of the old file, once there is one.
        var backup: String?
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

    /// Renames every prepared file to its place.
    mutating func commit() throws(OutputError) {
        for index in files.indices {
            let file = files[index]
            switch FileKind.at(file.place) {
            case .missing: break
            case .folder: throw OutputError(.write, file.place, .system(EISDIR))
            case .other:
                let backup = freshName(beside: file.place)
                // Some file systems know no second names: the old file then cannot be put back, but is never half gone.
                if link(file.place, backup) == 0 { files[index].backup = backup }
            }
            guard rename(file.temporary, file.place) == 0 else { throw OutputError(.write, file.place, .system(errno)) }
            files[index].isInPlace = true
        }
    }

    /// Leaves everything as it was found.
    mutating func undo() {
        for file in files.reversed() {
            if !file.isInPlace {
                unlink(file.temporary)
                if let backup = file.backup { unlink(backup) }
            } else if let backup = file.backup {
                rename(backup, file.place)
            } else {
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

    /// A short name, so that any name that fits its folder has room for it.
    private mutating func freshName(beside place: String) -> String {
        names += 1
        let name = ".brevier-\(getpid())-\(names)"
        return parentFolder(place).map { "\($0)/\(name)" } ?? (place.hasPrefix("/") ? "/\(name)" : name)
    }
}
