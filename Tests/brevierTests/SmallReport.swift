import ArgumentParser
import Diagnostics
import Foundation
import Reports

@testable import brevier

/// A whole report of a few lines, in a folder of its own, which a test can spoil in one place.
final class SmallReport {
    let folder: String
    private var files: [String: [UInt8]]

    /// - Parameter claims: whether its words are marked as claims; the same words stand there in either case.
    init(claims: Bool = true) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("brevier-\(UUID().uuidString)").path
        files = (claims ? Self.sound : Self.plain).mapValues { Array($0.utf8) }
        for (path, bytes) in files { try write(bytes, to: path) }
        try FileManager.default.copyItem(atPath: Self.root.appendingPathComponent("styles").path, toPath: folder + "/styles")
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    var report: String { folder + "/report" }

    /// The same words without their claims.
    static let plain = sound.mapValues { $0.replacing(#/\[([^\]^]+)\]\(=[^)]*\)/#) { $0.output.1 } }

    static let sound: [String: String] = [
        "report/report.yaml": """
            title: Incidents in the valley
            publisher: The Valley Desk
            language: en-GB
            place: the valley
            source: the desk’s own records
            data:
              monthly: data/monthly.csv
            provinces:
              order: [North, South]
              aliases:
                North: [Upper]
            measures:
              attacks:
                name: Attacks
                singular: attack
                plural: attacks
              wounded:
                name: Wounded
                unit: people
                singular: person
                plural: people
                floor: yes
            figures:
              by-month:
                kind: columns
                title: Attacks [rose to five](=attacks)
                measure: attacks
                months: 4
              by-province:
                kind: bars
                title: The north had [three](=attacks@North) attacks
                measure: attacks

            """,
        "report/2024-01.md": """
            ---
            month: 2024-01
            published: 2024-02-14
            authors: [Ada Example]
            standfirst: Attacks [rose](=attacks) in January.
            ---
            # Attacks [rose to five](=attacks)

            There were [five](=attacks) attacks in January.[^count] [Two](=attacks@South) were in the south.

            ![](by-month)

            ## The provinces

            The north had [three](=attacks@North).

            ![](by-province)

            [^count]: As the desk counts them.

            """,
        "report/data/monthly.csv": """
            month,province,attacks,wounded
            2023-11,Total,2,
            2023-12,North,1,
            2023-12,South,2,
            2023-12,Total,3,4
            2024-01,North,3,
            2024-01,South,2,
            2024-01,Total,5,6

            """,
    ]

    func write(_ bytes: [UInt8], to path: String) throws {
        let place = folder + "/" + path
        try FileManager.default.createDirectory(
            atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: place))
        files[path] = bytes
    }

    /// Puts `new` where the file has `old`; an `old` that is not there is a mistake of the test.
    func change(_ path: String, _ old: String, to new: String) throws {
        let text = String(decoding: files[path] ?? [], as: UTF8.self)
        guard text.contains(old) else { throw MissingText(text: old) }
        try write(Array(text.replacingOccurrences(of: old, with: new).utf8), to: path)
    }

    func remove(_ path: String) throws {
        try FileManager.default.removeItem(atPath: folder + "/" + path)
        files[path] = nil
    }

    struct MissingText: Error { var text: String }

    // MARK: Runs

    func options(month: String? = nil) throws -> ReportOptions {
        try ReportOptions.parse([report] + (month.map { ["--month", $0] } ?? []))
    }

    /// Runs the command's stages and gives its end.
    func rendered(to destination: String? = nil, asked: [Part] = [.pdf], month: String? = nil) throws -> RunRecord {
        var run = RunRecord()
        Rendering(options: try options(month: month), destination: destination ?? folder + "/out", asked: asked).render(in: &run)
        return run
    }

    /// What the author is told, with the folder's own path taken out.
    func messages(month: String? = nil) throws -> String {
        var run = RunRecord()
        Rendering(options: try options(month: month), destination: nil, asked: []).check(in: &run)
        let text = run.problems.diagnostics.inReadingOrder.map(\.formatted).joined(separator: "\n\n")
        return text.replacingOccurrences(of: folder + "/", with: "") + "\n(exit status \(run.exitStatus))\n"
    }
}
