package import Testing
internal import Foundation

/// Compares `text` with the file `Golden/NAME` beside the test that calls.
///
/// A missing file fails; with `UPDATE_GOLDENS=1` in the environment the file is written instead, and the test passes.
package func expectGolden(
    _ text: String, _ name: String, path: String = #filePath, location: SourceLocation = #_sourceLocation
) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("Golden")
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        do { try Data(text.utf8).write(to: file) } catch { Issue.record("cannot write \(file.path)", sourceLocation: location) }
        return
    }
    guard let data = try? Data(contentsOf: file) else {
        Issue.record("no golden \(file.path): run once with UPDATE_GOLDENS=1 and read what it writes", sourceLocation: location)
        return
    }
    let expected = String(decoding: data, as: UTF8.self)
    guard text != expected else { return }
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(new, old).enumerated().first { $1.0 != $1.1 }?.offset ?? min(new.count, old.count)
    Issue.record(
        """
        \(name) differs from its golden at line \(line + 1):
        expected: \(line < old.count ? String(old[line]) : "(the end)")
        found:    \(line < new.count ? String(new[line]) : "(the end)")
        """, sourceLocation: location)
}
