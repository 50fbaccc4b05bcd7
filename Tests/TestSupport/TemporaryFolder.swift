internal import Foundation

/// A folder for one test, removed when nobody holds it any more.
package final class TemporaryFolder: Sendable {
    package let path: String

    /// - Parameter name: of the folder itself, which stands in one that no one else has.
    package init(_ name: String = "folder") throws {
        path = NSTemporaryDirectory() + "brevier-\(UUID().uuidString)/\(name)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: URL(fileURLWithPath: path).deletingLastPathComponent())
    }

    /// Writes a file, and makes the folders that it stands in.
    package func write(_ bytes: [UInt8], to file: String) throws {
        let place = URL(fileURLWithPath: "\(path)/\(file)")
        try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: place)
    }

    package func write(_ text: String, to file: String) throws { try write(Array(text.utf8), to: file) }

    package func bytes(of file: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(file)"))) }

    package func text(of file: String) throws -> String { String(decoding: try bytes(of: file), as: UTF8.self) }

    /// Copies a folder or a file into this one.
    package func copy(_ source: String, to file: String) throws {
        let place = URL(fileURLWithPath: "\(path)/\(file)")
        try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: URL(fileURLWithPath: source), to: place)
    }
}

/// Every file beneath a folder by its path from there, with its bytes; links are not followed.
package func contents(of folder: String) throws -> [String: [UInt8]] {
    guard let names = FileManager.default.enumerator(atPath: folder) else {
        throw ProgramFailure("\(folder) cannot be listed")
    }
    var files: [String: [UInt8]] = [:]
    while let name = names.nextObject() as? String {
        let place = "\(folder)/\(name)"
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder), !isFolder.boolValue else { continue }
        files[name] = [UInt8](try Data(contentsOf: URL(fileURLWithPath: place)))
    }
    return files
}
