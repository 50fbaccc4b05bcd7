import Foundation

/// What a program on the path prints, with `bytes` in a file that stands for `FILE` among its arguments.
///
/// - Throws: where the program is missing or fails, with what it says.
func output(of program: String, _ arguments: [String], on bytes: [UInt8]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".pdf")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments.map { $0 == "FILE" ? file.path : $0 }
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin", "TZ": "UTC", "LC_ALL": "C.UTF-8"]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw ToolFailure(program: program, said: text) }
    return text
}

struct ToolFailure: Error {
    var program: String
    var said: String
}
