internal import Glibc

/// A folder that a stranger may have filled: what is named in it is reached without leaving it, wherever its links lead.
///
/// A path is gone step by step, each opened from the one before and no link followed by the system. So there is no moment
/// between asking where something leads and reading it, and nothing outside is touched: no one learns whether it is there.
package struct ConfinedFolder: Sendable {
    /// As messages print it.
    package let name: String
    /// With all links followed.
    package let path: String

    package enum Problem: Error, Hashable, Sendable {
        case leadsOut
        /// The system refused, with its number for why (`errno`).
        case system(Int32)
    }

    /// Nil where there is no folder. A link to one that the user names is one.
    package init?(_ name: String) {
        guard let path = Self.realPath(name) else { return nil }
        self.init(name: name, path: path)
    }

    package func isBeneath(_ other: ConfinedFolder) -> Bool { path.hasPrefix(other.path == "/" ? "/" : other.path + "/") }

    /// A path with all links followed; nil where there is nothing.
    package static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// - Parameter path: with all links followed.
    package init?(name: String, path: String) {
        guard FileKind.at(path) == .folder else { return nil }
        self.name = name
        self.path = path
    }

    /// The bytes of a regular file. Pipes and devices are refused: reading one might never end.
    ///
    /// - Parameter most: a longer file is not read.
    package func read(_ file: String, most: Int) throws(ReadingProblem) -> [UInt8] {
        let descriptor: Int32
        do throws(Problem) {
            // Not to be held up by a pipe that stands there.
            descriptor = try open(file, O_RDONLY | O_NONBLOCK | O_NOCTTY)
        } catch {
            throw ReadingProblem(error)
        }
        defer { close(descriptor) }
        return try readFile(descriptor, most: most)
    }

    /// The names in a folder beneath, sorted; nil where it cannot be listed.
    package func names(in folder: String = "") -> [String]? {
        guard let descriptor = try? open(folder, O_RDONLY | O_DIRECTORY) else { return nil }
        guard let list = fdopendir(descriptor) else {
            close(descriptor)
            return nil
        }
        defer { closedir(list) }
        return namesLeft(in: list).sorted()
    }

    /// Whether a path leads out of the folder, as far as it goes.
    package func leadsOut(_ file: String) -> Bool {
        do throws(Problem) {
            close(try open(file, placeOnly))
            return false
        } catch {
            return error == .leadsOut
        }
    }

    /// The system gives up after as many.
    private static let mostLinks = 40

    /// Opens what a path names.
    private func open(_ file: String, _ flags: Int32) throws(Problem) -> Int32 {
        var folders = [try Self.open(AT_FDCWD, path, placeOnly | O_DIRECTORY)]
        defer { for folder in folders { close(folder) } }
        var left = Self.steps(file)
        var links = 0
        while let step = left.popLast() {
            if step == ".." {
                guard folders.count > 1 else { throw .leadsOut }
                close(folders.removeLast())
            } else if let target = linkTarget(folders[folders.count - 1], step) {
                links += 1
                guard links <= Self.mostLinks else { throw .system(ELOOP) }
                guard target.hasPrefix("/") else {
                    left += Self.steps(target)
                    continue
                }
                guard target == path || target.hasPrefix(path == "/" ? path : path + "/") else { throw .leadsOut }
                while folders.count > 1 { close(folders.removeLast()) }
                left += Self.steps(String(target.dropFirst(path.count)))
            } else if left.isEmpty {
                return try Self.open(folders[folders.count - 1], step, flags)
            } else {
                folders.append(try Self.open(folders[folders.count - 1], step, placeOnly | O_DIRECTORY))
            }
        }
        return try Self.open(folders[folders.count - 1], ".", flags)
    }

    private static func open(_ folder: Int32, _ step: String, _ flags: Int32) throws(Problem) -> Int32 {
        let descriptor = openat(folder, step, flags | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(errno) }
        return descriptor
    }

    /// The steps of a path, the last first.
    private static func steps(_ path: String) -> [String] {
        path.split(separator: "/").filter { $0 != "." }.reversed().map(String.init)
    }
}

/// `O_PATH` of Linux, which the module of the C library leaves out: a place to go on from, whether or not it may be read.
private let placeOnly: Int32 = 0o10_000_000

/// Why a file could not be read.
package enum ReadingProblem: Error, Hashable, Sendable {
    case missing, leadsOut
    /// By the system, or because it is no file to be read; in words that can follow a colon.
    case refused(String)

    init(_ problem: ConfinedFolder.Problem) {
        switch problem {
        case .leadsOut: self = .leadsOut
        case .system(ENOENT), .system(ENOTDIR): self = .missing
        case .system(EMFILE): self = .refused("no more files can be opened: allow more with ulimit -n")
        case .system(let code): self = .refused(String(cString: strerror(code)))
        }
    }
}
