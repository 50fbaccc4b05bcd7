internal import Foundation

/// A program that was run as a process of its own: what it printed, and how it ended.
package struct ProgramRun: Sendable {
    package var output: [UInt8]
    package var errors: String
    package var status: Int32
    /// Whether a signal ended it: a crash, or the end of its time.
    package var wasKilled: Bool

    package var text: String { String(decoding: output, as: UTF8.self) }
}

/// A program that could not be run at all, or that failed where a test needs what it says.
package struct ProgramFailure: Error, CustomStringConvertible {
    package var description: String

    package init(_ description: String) {
        self.description = description
    }
}

/// Runs a program to its end.
///
/// What it prints goes through files, so that no full pipe holds it up.
///
/// - Parameters:
///   - program: a path, or a name that is looked for on the path.
///   - folder: the working directory; nil for that of the tests.
///   - environment: added to that of the tests; an empty value stays empty.
///   - limit: seconds after which it is killed: many times what it takes, so that none ends for the machine's sake.
/// - Throws: where it cannot be started. A program that is missing fails its test; it is never skipped.
package func run(
    _ program: String, _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:],
    limit: Double = 600
) throws -> ProgramRun {
    let scratch = try TemporaryFolder()
    let (output, errors) = (scratch.path + "/output", scratch.path + "/errors")
    for file in [output, errors] { try Data().write(to: URL(fileURLWithPath: file)) }
    guard let outputHandle = FileHandle(forWritingAtPath: output), let errorHandle = FileHandle(forWritingAtPath: errors) else {
        throw ProgramFailure("no files for the output of \(program)")
    }

    let process = Process()
    process.executableURL = URL(fileURLWithPath: try located(program))
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = outputHandle
    process.standardError = errorHandle
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    if ended.wait(timeout: .now() + limit) == .timedOut {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
    return ProgramRun(
        output: [UInt8](try Data(contentsOf: URL(fileURLWithPath: output))),
        errors: String(decoding: try Data(contentsOf: URL(fileURLWithPath: errors)), as: UTF8.self),
        status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal)
}

/// What a program prints that must succeed.
package func output(of program: String, _ arguments: [String]) throws -> String {
    let run = try run(program, arguments, environment: ["TZ": "UTC", "LC_ALL": "C.UTF-8"])
    guard run.status == 0, !run.wasKilled else {
        throw ProgramFailure("\(program) \(arguments.joined(separator: " ")) ended with \(run.status): \(run.errors)")
    }
    return run.text
}

private func located(_ program: String) throws -> String {
    if program.contains("/") { return program }
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(program)") { return "\(folder)/\(program)" }
    throw ProgramFailure("\(program) is not installed: `make test` installs what the tests need")
}
