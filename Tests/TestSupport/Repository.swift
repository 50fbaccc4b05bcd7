internal import Foundation

/// The files of the repository that tests read.
package enum Repository {
    /// The folder that holds Package.swift, without a slash at its end.
    package static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// The names of the reports: every folder in `reports/` with a `report.yaml`, sorted.
    package static func reports() throws -> [String] {
        try names(in: "reports").filter { FileManager.default.fileExists(atPath: "\(root)/reports/\($0)/report.yaml") }
    }

    /// The months of a report's instalments, "2024-01", sorted.
    package static func instalments(of report: String) throws -> [String] {
        try names(in: "reports/\(report)").filter { $0.hasSuffix(".md") && $0.first?.isNumber ?? false }.map { String($0.dropLast(3)) }
    }

    /// The names of the styles, sorted.
    package static func styles() throws -> [String] {
        try names(in: "styles").filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    }

    package static func text(of file: String) throws -> String { try String(contentsOfFile: "\(root)/\(file)", encoding: .utf8) }

    private static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)").sorted()
    }
}
