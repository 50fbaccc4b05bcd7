import CairoRendering
import Diagnostics
import Figures
import Glibc
import Hyphenation
import Publishing
import Reports
import Scenes
import Statistics

/// The way from a report's folder to finished files, stage by stage. A stage with an error ends it.
struct Rendering {
    let options: ReportOptions
    let destination: String?
    /// Nil for what is usual in the report.
    let asked: [Part]?

    /// What the stages before painting give.
    struct Arranged {
        var loaded: LoadedReport
        var report: Report
        var fonts: FontBook
        var document: Document
        var parts: [Part]
        /// Nil where nothing is made for the press.
        var condition: PrintingCondition?
    }

    /// Reads, resolves, arranges, and holds what is arranged against the rules; of a report without an instalment what there is.
    func check(in run: inout RunRecord) {
        if let arranged = arranged(needsInstalment: false, in: &run) { checkRules(of: arranged, isRendering: false, in: &run) }
    }

    /// The same, then paints, finishes and writes.
    func render(in run: inout RunRecord) {
        guard let arranged = arranged(needsInstalment: true, in: &run) else { return }
        checkRules(of: arranged, isRendering: true, in: &run)
        if run.problems.diagnostics.containErrors { return }
        do throws(Failure) {
            let files = try painted(arranged, in: &run)
            let isWhole = Part.usual(forPress: arranged.report.source.isForPress).allSatisfy(arranged.parts.contains)
            try write(files, of: arranged, isWhole: isWhole, in: &run)
        } catch {
            run.problems.add(contentsOf: error.diagnostics)
        }
    }

    // MARK: Read, resolve, arrange

    func arranged(needsInstalment: Bool = true, in run: inout RunRecord) -> Arranged? {
        let problems = run.problems
        var loading = ReportLoading(options: options, problems: problems)
        let loaded = loading.load(needsInstalment: needsInstalment)
        // Its patterns are loaded on a thread of their own, from here on.
        let dictionary = loaded.flatMap { HyphenationDictionary(language: $0.source.language.value) }
        run.endPhase("read")
        guard var loaded else { return nil }
        let evidence = readEvidence(
            loaded.source, monthly: loaded.files.monthly, incidents: loaded.files.incidents, month: loaded.month, problems: problems)
        run.endPhase("read the data")
        let resolution = resolve(loaded.source, loaded.files, month: loaded.month, evidence: evidence, problems: problems)
        run.ledger = resolution.ledger
        run.residuals = resolution.residuals
        run.endPhase("resolve")
        guard let report = resolution.report else {
            // Whether a style's fonts are there can be said of a report without an instalment too.
            if loaded.files.instalment == nil, let style = resolution.style { _ = openFonts(of: style, problems: problems) }
            return nil
        }
        guard let fonts = openFonts(of: report.style, problems: problems) else { return nil }
        checkCharacters(of: report, measurer: fonts, problems: problems)
        run.endPhase("open fonts")
        let document = arrangePages(
            of: report, measurer: fonts, hyphenation: dictionary.map { dictionary in { dictionary.points(in: $0) } },
            problems: problems)
        if dictionary == nil { warnOfHyphenation(in: report.source.language, problems: problems) }
        run.endPhase("arrange")
        let parts = asked ?? Part.usual(forPress: report.source.isForPress)
        var condition: PrintingCondition?
        if parts.contains(.press) || report.source.isForPress {
            let (read, profile) = printingCondition(of: report.style, in: loaded.stylesFolder, problems: problems)
            condition = read
            if asked?.contains(.press) == true, report.style.press.profile == nil { warnOfCondition(read, in: report.source.style, problems: problems) }
            if let profile { loaded.inputs.append(profile) }
        }
        guard let document, !problems.diagnostics.containErrors else { return nil }
        return Arranged(loaded: loaded, report: report, fonts: fonts, document: document, parts: parts, condition: condition)
    }

    private func checkRules(of arranged: Arranged, isRendering: Bool, in run: inout RunRecord) {
        Reports.checkRules(of: arranged.report, document: arranged.document, measurer: arranged.fonts, isRendering: isRendering, problems: run.problems)
        run.endPhase("check the rules")
    }

    private func openFonts(of style: Style, problems: Problems) -> FontBook? {
        // Pango starts a thread to read the fonts, and ends the process where it cannot.
        if let code = refusalOfThreads() {
            problems.add(
                Diagnostic(
                    .error, at: .file(options.folder), "the fonts cannot be opened: no thread can be started: \(String(cString: strerror(code)))",
                    hint: "allow more processes, with ulimit -u", cause: .system))
            return nil
        }
        do {
            return try Self.fontBook(of: style)
        } catch {
            switch error {
            case .missing(let families, let installed):
                problems.add(contentsOf: style.diagnostics(missingFamilies: families, installed: installed))
            case .refused(let reason):
                problems.add(Diagnostic(.error, at: .file(options.folder), "the fonts cannot be opened: \(reason)", cause: .system))
            }
            return nil
        }
    }

    /// The fonts of a style, out of those of the system and of the user.
    private static func fontBook(of style: Style) throws(FontProblem) -> FontBook {
        var families: [String] = []
        for family in style.families where !families.contains(family.value) { families.append(family.value) }
        var folders = FontBook.systemFolders
        var caches = FontBook.systemCaches
        if let home = getenv("HOME").map({ String(cString: $0) }), home.hasPrefix("/") {
            folders.append(home + "/.local/share/fonts")
            caches.append(home + "/.cache/fontconfig")
        }
        return try FontBook(families: families, folders: folders, caches: caches)
    }

    private func warnOfHyphenation(in language: Located<String>, problems: Problems) {
        problems.warning(
            language.span, "no hyphenation patterns are installed for \"\(language.value)\": words stay whole",
            hint: "install the distribution’s package: hyphen-\(language.value.lowercased())")
    }

    /// Only where the edition is asked for: who has it made each month has heard it.
    private func warnOfCondition(_ condition: PrintingCondition, in style: Located<String>, problems: Problems) {
        problems.warning(
            style.span, "the printing condition \(condition.name) is told by its name alone: without its profile the file for the press is no PDF/X-4, and does not say that it is",
            hint: "name the one that the printer gives, in the style: `press: {profile: \(condition.name).icc}`")
    }

    // MARK: Paint and finish

    private func painted(_ arranged: Arranged, in run: inout RunRecord) throws(Failure) -> [FinishedFile] {
        var files: [FinishedFile] = []
        do {
            let painter = Painter(fonts: arranged.fonts)
            if arranged.parts.contains(.pdf) {
                let edition = ScreenEdition(arranged.document)
                let bytes = try painter.pdf(of: edition.pages.map(\.scene))
                run.endPhase("paint the PDF")
                let ledger = run.ledger.flatMap { $0.judgements.isEmpty ? nil : file(of: $0, arranged.loaded) }
                let finished = try PDFFinisher(program: "Brevier").finish(
                    bytes, of: edition, attachments: attachments(arranged.report, ledger: ledger))
                files.append(FinishedFile(path: "brief.pdf", bytes: finished))
                if let ledger { files.append(ledger) }
                run.endPhase("finish the PDF")
            }
            if arranged.parts.contains(.press), let condition = arranged.condition {
                let edition = PressEdition(arranged.document)
                let bytes = try PDFFinisher(program: "Brevier").finish(painter.pdf(of: edition.pages.map(\.scene)), of: edition, for: condition)
                files.append(FinishedFile(path: "brief-press.pdf", bytes: bytes))
                run.endPhase("make the press edition")
            }
            let pictures = Pictures(
                report: arranged.report, pages: arranged.parts.contains(.pages) ? arranged.document.pages : [],
                figures: arranged.parts.contains(.figures) ? arranged.report.figures : [])
            let style = arranged.report.style
            let costs = ProcessorTimes()
            files += try pictures.files(fonts: arranged.fonts, openFonts: { try? Self.fontBook(of: style) }, costs: costs)
            run.endPhase("paint pictures", costs: costs)
        } catch let PDFError.unreadable(reason) {
            // No fault of the author’s: the next version of a library may do things in a way that nobody has seen.
            throw Failure([
                Diagnostic(
                    .error, at: .file(options.folder), "the brief cannot be finished: \(Libraries.versions) paint otherwise than is known here: \(reason)",
                    hint: "README.md names the systems on which Brevier \(Version.text) was seen to work", cause: .system)
            ])
        } catch {
            throw Failure([Diagnostic(.error, at: .file(options.folder), "the brief cannot be painted: \(error)", cause: .system)])
        }
        return files
    }

    /// The values of each figure, and the claims.
    private func attachments(_ report: Report, ledger: FinishedFile?) -> [Attachment] {
        let figures = report.figures.map { placed in
            let figure = placed.figure
            return Attachment(
                name: "\(figure.name).csv", description: report.language.data(figure), bytes: Array(figure.kind.values.csv.utf8),
                element: figure.name)
        }
        return figures + (ledger.map { [Attachment(name: $0.path, description: report.language.claims, bytes: $0.bytes)] } ?? [])
    }

    /// The claims with what bears them out, by the names that the files have within the report.
    private func file(of ledger: Ledger, _ loaded: LoadedReport) -> FinishedFile {
        let text = ledger.csv { file in
            file.path.hasPrefix(loaded.folder + "/") ? String(file.path.dropFirst(loaded.folder.count + 1)) : file.path
        }
        return FinishedFile(path: "claims.csv", bytes: Array(text.utf8))
    }

    // MARK: Write

    /// - Parameter isWhole: whether all is made that the report has.
    private func write(
        _ files: [FinishedFile], of arranged: Arranged, isWhole: Bool, in run: inout RunRecord
    ) throws(Failure) {
        let (loaded, month) = (arranged.loaded, arranged.report.month)
        let folder = destination ?? "build/\(loaded.name)/\(month)"
        // Where the user names no folder, nothing that stands in the current one may lead the files out of it.
        let output = OutputFolder(folder, within: destination == nil ? ConfinedFolder(".") : nil)
        let manifest = Manifest(
            program: "brevier \(Version.text)", report: loaded.name, month: month.description, inputs: loaded.inputs,
            outputs: files)
        do {
            let done = try output.write(files, manifest, isWhole: isWhole)
            run.removed = done.removed.map { "\(folder)/\($0)" }
            run.written = done.written.map { RunRecord.WrittenFile(path: "\(folder)/\($0.path)", size: $0.bytes.count) }
        } catch {
            throw Failure([error.diagnostic])
        }
        run.endPhase("write")
    }
}
