import Diagnostics
import Markup
import Publishing
import Reports
import Statistics

/// A file larger than this is no text that an analyst wrote.
let mostBytes = 256 * 1024 * 1024

/// Everything that a run reads, read once.
struct LoadedReport {
    var name: String
    /// As the author names it.
    var folder: String
    var source: ReportSource
    /// The one that is asked for, or that of the newest instalment; nil where there is none.
    var month: Month?
    var files: ReportFiles
    /// Nil where there is none.
    var stylesFolder: ConfinedFolder?
    /// Each file that was read, by the path that the manifest names it with.
    var inputs: [FinishedFile]
}

/// Reads a report's files. A report reaches no file outside its own folder and the folder of the styles.
struct ReportLoading {
    let options: ReportOptions
    let problems: Problems
    private let folder: String
    private let root: ConfinedFolder?
    private var inputs: [FinishedFile] = []

    init(options: ReportOptions, problems: Problems) {
        self.options = options
        self.problems = problems
        folder = options.folder.count > 1 && options.folder.hasSuffix("/") ? String(options.folder.dropLast()) : options.folder
        root = ConfinedFolder(folder)
    }

    /// What a report says and has in figures, without an instalment.
    struct Data {
        var source: ReportSource
        /// The one that is asked for, or that of the newest instalment; nil where there is none.
        var month: Month?
        var monthly: [SourceFile]
        var incidents: [SourceFile]
    }

    /// nil, and errors, where the report's own file cannot be read or the month that is asked for is none.
    mutating func loadData() -> Data? {
        guard let source = source() else { return nil }
        let month = options.month.map { asked in Month(asked) }
        if let asked = options.month, month == .some(nil) {
            failOfMonth(asked)
            return nil
        }
        return Data(
            source: source, month: month ?? instalmentMonths.max(), monthly: source.monthlyFiles.compactMap { read($0.value, named: $0.span) },
            incidents: source.incidentFiles.compactMap { read($0.value, named: $0.span) })
    }

    /// nil, and errors, where not even the report's own file can be read, or no instalment where one is needed.
    ///
    /// - Parameter needsInstalment: whether a report without any is an error; else it is a warning, and the rest is read.
    mutating func load(needsInstalment: Bool = true) -> LoadedReport? {
        guard let source = source(), let root else { return nil }
        let instalment = self.instalment(isNeeded: needsInstalment)
        let monthly = source.monthlyFiles.compactMap { read($0.value, named: $0.span) }
        let incidents = source.incidentFiles.compactMap { read($0.value, named: $0.span) }
        let stylesFolder = self.stylesFolder(for: source.style)
        let styles = stylesFolder.map { self.styles(source.style, in: $0) } ?? []
        let month: Month?
        switch instalment {
        case .read(let own, _): month = own
        case .absent: month = options.month.flatMap { Month($0) }
        case .unreadable: return nil
        }
        return LoadedReport(
            name: root.path.split(separator: "/").last.map(String.init) ?? "report", folder: folder, source: source, month: month,
            files: ReportFiles(instalment: instalment.file, monthly: monthly, incidents: incidents, styles: styles),
            stylesFolder: stylesFolder, inputs: inputs)
    }

    /// report.yaml, in a folder that is there.
    private mutating func source() -> ReportSource? {
        guard root != nil else {
            let known = options.folder.hasSuffix(".yaml") || options.folder.hasSuffix(".md")
            fail(
                folder, FileKind.at(folder) == .missing ? "there is no such folder" : "this is not a folder",
                hint: known ? "name the folder that it lies in" : "name the folder of a report: one with a report.yaml")
            return nil
        }
        return read("report.yaml", named: nil).flatMap { readReport($0, problems: problems) }
    }

    // MARK: Instalments

    private var instalmentMonths: [Month] { instalmentNames.compactMap { Month($0) } }

    /// Names of files in the form of a month, whether it is one or not.
    private var instalmentNames: [Substring] {
        (root?.names() ?? []).compactMap { name in name.wholeMatch(of: #/([0-9]{4}-[0-9]{2})\.md/#)?.output.1 }
    }

    private func failOfMonth(_ asked: String) {
        fail(folder, "\"\(asked)\" is not a month", hint: Month.hintOfYear(in: asked) ?? "write year and month: --month 2024-01", cause: .report)
    }

    private enum InstalmentFile {
        case read(Month, SourceFile)
        /// Errors are told.
        case unreadable
        /// The report has none, and needs none.
        case absent

        var file: SourceFile? {
            if case .read(_, let file) = self { return file }
            return nil
        }
    }

    private mutating func instalment(isNeeded: Bool) -> InstalmentFile {
        let names = instalmentNames
        let months = names.compactMap { Month($0) }
        for name in names where Month(name) == nil {
            fail("\(folder)/\(name).md", "the file is named after no month", hint: Month.hint(for: String(name)), cause: .report)
        }
        let asked = options.month.map { Month($0) }
        if asked == .some(nil) {
            failOfMonth(options.month ?? "")
            return .unreadable
        }
        guard let newest = months.max() else {
            problems.add(
                Diagnostic(
                    isNeeded ? .error : .warning, at: .file(folder), "the report has no instalment",
                    hint: "write one, named after its month: \((asked ?? nil)?.description ?? "2024-01").md"))
            return isNeeded ? .unreadable : .absent
        }
        let month = (asked ?? nil) ?? newest
        guard months.contains(month) else {
            fail(
                folder, "there is no instalment \(month).md", hint: "instalments: \(months.map(\.description).joined(separator: ", "))",
                cause: .report)
            return .unreadable
        }
        return read("\(month).md", named: nil).map { .read(month, $0) } ?? .unreadable
    }

    // MARK: Styles

    /// The style's file, and those that it is based on.
    private mutating func styles(_ name: Located<String>, in folder: ConfinedFolder) -> [SourceFile] {
        var files: [SourceFile] = []
        var next: Located<String>? = name
        var seen: Set<String> = []
        while let wanted = next {
            guard seen.insert(wanted.value).inserted else {
                problems.error(wanted.span, "the style \"\(wanted.value)\" is based on itself", hint: "name another base, or none")
                break
            }
            guard isPlain(wanted.value) else {
                problems.error(
                    wanted.span, "\"\(wanted.value)\" is not the name of a style",
                    hint: "write the name of a file in \(folder.name), without .yaml")
                break
            }
            let file = "\(wanted.value).yaml"
            do {
                files.append(try text(file, in: folder, as: "styles/\(file)"))
            } catch {
                tell(error, of: file, in: folder, wanted)
                break
            }
            next = files.last.flatMap(baseOfStyle)
        }
        return files
    }

    private func tell(_ problem: TextProblem, of file: String, in folder: ConfinedFolder, _ style: Located<String>) {
        switch problem {
        case .reading(.missing):
            let known = (folder.names() ?? []).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
            problems.error(
                style.span, "there is no style \"\(style.value)\" in \(folder.name)",
                hint: suggestion(for: style.value, among: known, called: "styles"))
        case .reading(.leadsOut):
            problems.error(style.span, "\(folder.name)/\(file) leads out of the folder of the styles", hint: "put the file itself there")
        case .reading(.refused(let reason)): fail("\(folder.name)/\(file)", "cannot be read: \(reason)")
        case .text(let failure): problems.add(contentsOf: failure.diagnostics)
        }
    }

    /// Letters, digits, hyphens: a name that leads nowhere else.
    private func isPlain(_ name: String) -> Bool {
        !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }

    /// The folder that is asked for, or the nearest `styles` at or above the report; else above the program itself.
    ///
    /// What the user names may be a link to anywhere. One that is found may be a stranger's: it stands where it is found, or
    /// is a link to a folder beside it.
    private func stylesFolder(for style: Located<String>) -> ConfinedFolder? {
        if let asked = options.styles {
            if let folder = ConfinedFolder(asked) { return folder }
            problems.error(style.span, "there is no folder \(asked) of styles", hint: "name another with --styles, or none")
            return nil
        }
        if let root {
            for above in Self.foldersAbove(root.path) {
                let name = relative(above == "/" ? "/styles" : "\(above)/styles")
                guard let outer = ConfinedFolder(name: relative(above), path: above) else { continue }
                if outer.leadsOut("styles") {
                    problems.error(
                        style.span, "\(name) leads out of the folder that it stands in",
                        hint: "put the folder itself there, or name it: --styles FOLDER")
                    return nil
                }
                if let folder = ConfinedFolder(name), folder.isBeneath(outer) { return folder }
            }
        }
        let program = ConfinedFolder.realPath("/proc/self/exe").map(Self.foldersAbove) ?? []
        if let folder = program.lazy.compactMap({ ConfinedFolder(relative($0 == "/" ? "/styles" : "\($0)/styles")) }).first { return folder }
        problems.error(
            style.span, "there is no folder `styles` at or above the report", hint: "name one: --styles FOLDER")
        return nil
    }

    /// A path, and those of the folders that it stands in, the nearest first.
    private static func foldersAbove(_ path: String) -> [String] {
        let parts = path.split(separator: "/")
        return (0...parts.count).reversed().map { "/" + parts[..<$0].joined(separator: "/") }
    }

    /// As the author would write it: from the current folder, where it lies beneath.
    private func relative(_ path: String) -> String {
        guard let here = ConfinedFolder.realPath("."), path.hasPrefix(here + "/") else { return path }
        return String(path.dropFirst(here.count + 1))
    }

    // MARK: Files

    private enum TextProblem: Error {
        case reading(ReadingProblem)
        case text(Failure)
    }

    /// A file of the report's folder; an error where it is missing, leads out of the folder or is no text.
    private mutating func read(_ path: String, named place: Span?) -> SourceFile? {
        guard let root else { return nil }
        let full = "\(folder)/\(path)"
        do {
            return try text(path, in: root, as: path)
        } catch {
            func tell(_ message: String, hint: String?, cause: Diagnostic.Cause) {
                problems.add(Diagnostic(.error, at: place.map(Diagnostic.Place.span) ?? .file(full), message, hint: hint, cause: cause))
            }
            switch error {
            case .reading(.missing):
                tell(
                    "there is no file \(full)", hint: near(path).map { "did you mean \"\($0)\"?" } ?? "put the file there, or correct the path",
                    cause: .report)
            case .reading(.leadsOut):
                tell("\(path) leads out of the report’s folder", hint: "put the file itself into the folder", cause: .report)
            case .reading(.refused(let reason)): tell("\(full) cannot be read: \(reason)", hint: nil, cause: .system)
            case .text(let failure): problems.add(contentsOf: failure.diagnostics)
            }
            return nil
        }
    }

    private mutating func text(_ file: String, in folder: ConfinedFolder, as name: String) throws(TextProblem) -> SourceFile {
        let bytes: [UInt8]
        do { bytes = try folder.read(file, most: mostBytes) } catch { throw .reading(error) }
        inputs.append(FinishedFile(path: name, bytes: bytes))
        do { return try decode(bytes, path: "\(folder.name)/\(file)") } catch { throw .text(error) }
    }

    /// A file of the same folder with a name like it.
    private func near(_ path: String) -> String? {
        let parts = path.split(separator: "/").map(String.init)
        guard let name = parts.last else { return nil }
        let inner = parts.dropLast().joined(separator: "/")
        return likelyMeant(name, among: root?.names(in: inner) ?? []).map { inner.isEmpty ? $0 : "\(inner)/\($0)" }
    }

    private func fail(_ path: String, _ message: String, hint: String? = nil, cause: Diagnostic.Cause = .system) {
        problems.add(Diagnostic(.error, at: .file(path), message, hint: hint, cause: cause))
    }
}
