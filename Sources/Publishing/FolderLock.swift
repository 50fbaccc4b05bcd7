internal import Glibc

/// A folder that is one run's to write to, until it releases it or ends.
struct FolderLock {
    /// Nil on a file system that knows no locks: the work goes on without.
    private let descriptor: Int32?

    /// Whether no other run is at work in the folder.
    var isHeld: Bool { descriptor != nil }

    /// Tries so often, at short intervals, before it gives up on another run: two minutes.
    private static let mostTries = 6_000
    private static let interval: useconds_t = 20_000

    /// Makes the folder where it is missing, and waits until no other run has it.
    ///
    /// - Returns: also the folders that were made, outermost first.
    static func making(_ path: String) throws(SystemError) -> (made: [String], FolderLock) {
        var made: [String] = []
        while true {
            made += try makeFolders(path)
            let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else {
                // Without leave to list it, it can still be written to.
                if errno == ENOENT { continue }
                return (made, FolderLock(descriptor: nil))
            }
            guard try isLocked(descriptor) else {
                close(descriptor)
                return (made, FolderLock(descriptor: nil))
            }
            // The run before may have failed, and have taken the folder away again.
            if isStill(descriptor, at: path) { return (made, FolderLock(descriptor: descriptor)) }
            close(descriptor)
        }
    }

    func release() {
        if let descriptor { close(descriptor) }
    }

    /// False where the file system has no locks.
    private static func isLocked(_ descriptor: Int32) throws(SystemError) -> Bool {
        for _ in 0..<mostTries {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            guard errno == EWOULDBLOCK || errno == EINTR else { return false }
            usleep(interval)
        }
        close(descriptor)
        throw SystemError(code: EWOULDBLOCK)
    }

    private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
        var (opened, named) = (stat(), stat())
        return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0 && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
    }
}
