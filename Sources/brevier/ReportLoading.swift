import Diagnostics
import Markup
import Publishing
import Reports
import Statistics

/// Everything that a run reads, read once.
struct LoadedReport {
    var name: String
    /// As the author names it.
    var folder: String
    var source: ReportSource
    var month: Month
    var files: ReportFiles
    /// Nil where there is none.
    var stylesFolder: String?
    /// Each file that was read, by the path that the manifest names it with.
    var inputs: [FinishedFile]
}

/// Reads a report's files. A report reaches no file outside its own folder and the folder of the styles.
struct ReportLoading {
    let options: ReportOptions
    let problems: Problems
    private let folder: String
    private let root: String?
    private var inputs: [FinishedFile] = []

    init(options: ReportOptions, problems: Problems) {
        self.options = options
        self.problems = problems
        folder = options.folder.count > 1 && options.folder.hasSuffix("/") ? String(options.folder.dropLast()) : options.folder
        root = realPath(folder)
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

    /// nil, and errors, where not even the report's own file can be read.
    mutating func load() -> LoadedReport? {
        guard let source = source(), let root else { return nil }
        let instalment = self.instalment()
        let monthly = source.monthlyFiles.compactMap { read($0.value, named: $0.span) }
        let incidents = source.incidentFiles.compactMap { read($0.value, named: $0.span) }
        let styles = self.styles(source.style)
        guard let (month, text) = instalment else { return nil }
        return LoadedReport(
            name: root.split(separator: "/").last.map(String.init) ?? "report", folder: folder, source: source, month: month,
            files: ReportFiles(instalment: text, monthly: monthly, incidents: incidents, styles: styles),
            stylesFolder: options.styles ?? stylesFolder(), inputs: inputs)
    }

    /// report.yaml, in a folder that is there.
    private mutating func source() -> ReportSource? {
        guard let root, isFolder(root) else {
            let known = options.folder.hasSuffix(".yaml") || options.folder.hasSuffix(".md")
            fail(folder, root == nil ? "there is no such folder" : "this is not a folder", hint: known ? "name the folder that it lies in" : "name the folder of a report: one with a report.yaml")
            return nil
        }
        return read("report.yaml", named: nil).flatMap { readReport($0, problems: problems) }
    }

    // MARK: Instalments

    private var instalmentMonths: [Month] {
        (namesInFolder(folder) ?? []).compactMap { name in name.hasSuffix(".md") ? Month(name.dropLast(3)) : nil }
    }

    private func failOfMonth(_ asked: String) {
        fail(folder, "\"\(asked)\" is not a month", hint: "write year and month: --month 2024-01", cause: .report)
    }

    private mutating func instalment() -> (Month, SourceFile)? {
        let months = instalmentMonths
        if let asked = options.month {
            guard let month = Month(asked) else {
                failOfMonth(asked)
                return nil
            }
            guard months.contains(month) else {
                fail(
                    folder, "there is no instalment \(month).md",
                    hint: months.isEmpty ? "write one: \(month).md" : "instalments: \(months.map(\.description).joined(separator: ", "))",
                    cause: .report)
                return nil
            }
            return read("\(month).md", named: nil).map { (month, $0) }
        }
        guard let newest = months.max() else {
            fail(folder, "the report has no instalment", hint: "write one, named after its month: 2024-01.md", cause: .report)
            return nil
        }
        return read("\(newest).md", named: nil).map { (newest, $0) }
    }

    // MARK: Styles

    /// The style's file, and those that it is based on.
    private mutating func styles(_ name: Located<String>) -> [SourceFile] {
        guard let folder = options.styles ?? stylesFolder() else {
            problems.error(
                name.span, "there is no folder `styles` at or above the report",
                hint: "name one: --styles FOLDER")
            return []
        }
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
                    hint: "write the name of a file in \(folder), without .yaml")
                break
            }
            let path = "\(folder)/\(wanted.value).yaml"
            do {
                files.append(try text(path, as: "styles/\(wanted.value).yaml"))
            } catch {
                let known = (namesInFolder(folder) ?? []).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
                switch error {
                case .reading(let problem) where problem.isMissing:
                    problems.error(
                        wanted.span, "there is no style \"\(wanted.value)\" in \(folder)",
                        hint: suggestion(for: wanted.value, among: known, called: "styles"))
                case .reading(let problem): fail(path, "cannot be read: \(problem.reason)")
                case .text(let failure): problems.add(contentsOf: failure.diagnostics)
                }
                break
            }
            next = files.last.flatMap(baseOfStyle)
        }
        return files
    }

    /// Letters, digits, hyphens: a name that leads nowhere else.
    private func isPlain(_ name: String) -> Bool {
        !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }

    /// The nearest folder `styles` at or above the report; else above the program itself.
    private func stylesFolder() -> String? {
        for start in [root, realPath("/proc/self/exe")].compactMap({ $0 }) {
            var parts = start.split(separator: "/").map(String.init)
            while true {
                let candidate = "/" + (parts + ["styles"]).joined(separator: "/")
                if isFolder(candidate) { return relative(candidate) }
                if parts.popLast() == nil { break }
            }
        }
        return nil
    }

    /// As the author would write it: from the current folder, where it lies beneath.
    private func relative(_ path: String) -> String {
        guard let here = realPath("."), path.hasPrefix(here + "/") else { return path }
        return String(path.dropFirst(here.count + 1))
    }

    // MARK: Files

    private enum TextProblem: Error {
        case reading(ReadingProblem)
        case text(Failure)
    }

    /// A file of the report's folder; an error where it is missing, leads out of the folder or is no text.
    private mutating func read(_ path: String, named place: Span?) -> SourceFile? {
        let full = "\(folder)/\(path)"
        if let resolved = realPath(full), let root, !resolved.hasPrefix(root + "/") {
            let message = "\(path) leads out of the report’s folder, to \(resolved)"
            let hint = "put the file itself into the folder"
            if let place { problems.error(place, message, hint: hint) } else { fail(full, message, hint: hint, cause: .report) }
            return nil
        }
        do {
            return try text(full, as: path)
        } catch {
            switch error {
            case .reading(let problem):
                let message = problem.isMissing ? "there is no file \(full)" : "\(full) cannot be read: \(problem.reason)"
                problems.add(
                    Diagnostic(
                        .error, at: place.map(Diagnostic.Place.span) ?? .file(full),
                        message, hint: problem.isMissing ? near(path).map { "did you mean \"\($0)\"?" } ?? "put the file there, or correct the path" : nil,
                        cause: problem.isMissing ? .report : .system))
            case .text(let failure): problems.add(contentsOf: failure.diagnostics)
            }
            return nil
        }
    }

    private mutating func text(_ path: String, as name: String) throws(TextProblem) -> SourceFile {
        let bytes: [UInt8]
        do { bytes = try readBytes(path) } catch { throw .reading(error) }
        inputs.append(FinishedFile(path: name, bytes: bytes))
        do { return try decode(bytes, path: path) } catch { throw .text(error) }
    }

    /// A file of the same folder with a name like it.
    private func near(_ path: String) -> String? {
        let parts = path.split(separator: "/").map(String.init)
        guard let name = parts.last else { return nil }
        let inner = parts.dropLast().joined(separator: "/")
        let names = namesInFolder(inner.isEmpty ? folder : "\(folder)/\(inner)") ?? []
        return likelyMeant(name, among: names).map { inner.isEmpty ? $0 : "\(inner)/\($0)" }
    }

    private func fail(_ path: String, _ message: String, hint: String? = nil, cause: Diagnostic.Cause = .system) {
        problems.add(Diagnostic(.error, at: .file(path), message, hint: hint, cause: cause))
    }
}
