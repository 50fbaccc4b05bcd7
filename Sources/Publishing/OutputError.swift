package import Diagnostics
internal import Glibc

/// Why the files of a run could not be written.
package struct OutputError: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// The system refused, with its number for why (`errno`).
        case system(Int32)
        case leadsOutside
        /// By a link that stands in the current folder.
        case linkOutside
        case givenTwice
    }

    package enum Action: String, Sendable {
        case write
        case makeFolder = "make the folder"
        case remove
    }

    package var action: Action
    package var path: String
    package var reason: Reason

    init(_ action: Action, _ path: String, _ reason: Reason) {
        self.action = action
        self.path = path
        self.reason = reason
    }

    /// What the author is told. What the system refuses ends the command with the status of a failed write.
    package var diagnostic: Diagnostic {
        switch reason {
        case .leadsOutside:
            Diagnostic(
                .error, at: .file(path), "cannot \(action.rawValue) \(path): it leads out of the output folder",
                hint: "name it without \"..\" and without a slash at its start")
        case .linkOutside:
            Diagnostic(
                .error, at: .file(path), "cannot \(action.rawValue) \(path): a link leads it out of the current folder",
                hint: "take the link away, or name the folder with --to", cause: .system)
        case .givenTwice:
            Diagnostic(
                .error, at: .file(path), "cannot \(action.rawValue) \(path): two outputs have this name",
                hint: "give one of them another name")
        case .system(let code):
            Diagnostic(
                .error, at: .file(path), "cannot \(action.rawValue) \(path): \(String(cString: strerror(code)))",
                hint: Self.hint(code), cause: .system)
        }
    }

    private static func hint(_ code: Int32) -> String {
        switch code {
        case EACCES, EPERM, EROFS: "choose a folder that you may write to, with --to"
        case ENOSPC, EDQUOT: "make room, or choose another folder with --to; the earlier files are as they were"
        case EFBIG: "allow larger files (ulimit -f), or choose another folder with --to; the earlier files are as they were"
        case EMFILE, ENFILE: "allow more open files (ulimit -n); the earlier files are as they were"
        case EWOULDBLOCK: "another run has been writing there for two minutes: wait for it, or choose another folder with --to"
        case ENOTDIR, EEXIST: "a file stands where a folder is needed: move it, or choose another folder with --to"
        case EISDIR: "a folder stands where the file is to go: move it, or choose another folder with --to"
        default: "choose another folder with --to; the earlier files are as they were"
        }
    }
}
