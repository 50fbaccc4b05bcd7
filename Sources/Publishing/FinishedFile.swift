/// A file that is ready to be written.
package struct FinishedFile: Hashable, Sendable {
    /// Relative to the output folder, with `/` between its parts: `pages/page-1.png`.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// Whether a path stays in the folder that it is relative to, and names a file.
func staysInside(_ path: String) -> Bool {
    !path.utf8.contains(0)
        && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
}
