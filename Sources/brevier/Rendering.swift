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
    let parts: [Part]

    /// What the stages before painting give.
    struct Arranged {
        var loaded: LoadedReport
        var report: Report
        var fonts: FontBook
        var document: Document
    }

    /// Reads, resolves and arranges.
    func check(in run: inout RunRecord) {
        _ = arranged(in: &run)
    }

    /// The same, then paints, finishes and writes.
    func render(in run: inout RunRecord) {
        guard let arranged = arranged(in: &run) else { return }
        do throws(Failure) {
            let files = try painted(arranged, in: &run)
            try write(files, of: arranged.loaded, in: &run)
        } catch {
            run.problems.add(contentsOf: error.diagnostics)
        }
    }

    // MARK: Read, resolve, arrange

    func arranged(in run: inout RunRecord) -> Arranged? {
        let problems = run.problems
        var loading = ReportLoading(options: options, problems: problems)
        let loaded = loading.load()
        // Its patterns are loaded on a thread of their own, from here on.
        let dictionary = loaded.flatMap { HyphenationDictionary(language: $0.source.language.value) }
        run.endPhase("read")
        guard let loaded, let report = resolve(loaded.source, loaded.files, month: loaded.month, problems: problems)
        else { return nil }
        run.endPhase("resolve")
        guard let fonts = openFonts(of: report, problems: problems) else { return nil }
        checkCharacters(of: report, measurer: fonts, problems: problems)
        run.endPhase("open fonts")
        let document = arrangePages(
            of: report, measurer: fonts, hyphenation: dictionary.map { dictionary in { dictionary.points(in: $0) } },
            problems: problems)
        if dictionary == nil { warnOfHyphenation(in: report.source.language, problems: problems) }
        run.endPhase("arrange")
        guard let document, !problems.diagnostics.containErrors else { return nil }
        return Arranged(loaded: loaded, report: report, fonts: fonts, document: document)
    }

    private func openFonts(of report: Report, problems: Problems) -> FontBook? {
        var families: [String] = []
        for family in report.style.families where !families.contains(family.value) { families.append(family.value) }
        var folders = FontBook.systemFolders
        var caches = FontBook.systemCaches
        if let home = getenv("HOME").map({ String(cString: $0) }), home.hasPrefix("/") {
            folders.append(home + "/.local/share/fonts")
            caches.append(home + "/.cache/fontconfig")
        }
        do {
            return try FontBook(families: families, folders: folders, caches: caches)
        } catch {
            switch error {
            case .missing(let families, let installed):
                problems.add(contentsOf: report.style.diagnostics(missingFamilies: families, installed: installed))
            case .refused(let reason):
                problems.add(Diagnostic(.error, at: .file(options.folder), "the fonts cannot be opened: \(reason)", cause: .system))
            }
            return nil
        }
    }

    private func warnOfHyphenation(in language: Located<String>, problems: Problems) {
        problems.warning(
            language.span, "no hyphenation patterns are installed for \"\(language.value)\": words stay whole",
            hint: "install the distribution’s package: hyphen-\(language.value.lowercased())")
    }

    // MARK: Paint and finish

    private func painted(_ arranged: Arranged, in run: inout RunRecord) throws(Failure) -> [FinishedFile] {
        var files: [FinishedFile] = []
        do {
            let painter = Painter(fonts: arranged.fonts)
            if parts.contains(.pdf) {
                let bytes = try painter.pdf(of: arranged.document)
                run.endPhase("paint the PDF")
                let finished = try PDFFinisher(program: "Brevier").finish(bytes, properties: arranged.document.properties)
                files.append(FinishedFile(path: "brief.pdf", bytes: finished))
                run.endPhase("finish the PDF")
            }
            if parts.contains(.pages) {
                let resolution = arranged.report.style.images.resolution
                for (index, page) in arranged.document.pages.enumerated() {
                    files.append(
                        try picture(
                            of: page, width: Int((page.size.width / 72 * resolution).rounded()), resolution: resolution,
                            path: "pages/page-\(index + 1).png", description: "", painter: painter))
                }
                run.endPhase("pages")
            }
            if parts.contains(.figures) {
                for figure in arranged.report.figures {
                    files += try self.files(of: figure, in: arranged.report, painter: painter, measurer: arranged.fonts)
                }
                run.endPhase("figures")
            }
        } catch let problem as Failure {
            throw problem
        } catch {
            throw Failure([Diagnostic(.error, at: .file(options.folder), "the brief cannot be painted: \(error)", cause: .system)])
        }
        return files
    }

    /// A figure's picture in two sizes, its values and its alternative text.
    private func files(
        of placed: PlacedFigure, in report: Report, painter: Painter, measurer: FontBook
    ) throws -> [FinishedFile] {
        let scene = arrangePicture(of: placed, in: report, measurer: measurer)
        let figure = placed.figure
        let width = Int(report.style.images.figureWidth.rounded())
        let resolution = 72 * report.style.images.figureWidth / scene.size.width
        let pictures = try [(1, ""), (2, "@2x")].map { scale, suffix in
            try picture(
                of: scene, width: width * scale, resolution: resolution * Double(scale),
                path: "figures/\(figure.name)\(suffix).png", description: figure.alternativeText, painter: painter)
        }
        return pictures + [
            FinishedFile(path: "figures/\(figure.name).csv", bytes: Array(figure.kind.values.csv.utf8)),
            FinishedFile(path: "figures/\(figure.name).txt", bytes: Array((figure.alternativeText + "\n").utf8)),
        ]
    }

    private func picture(
        of scene: Scene, width: Int, resolution: Double, path: String, description: String, painter: Painter
    ) throws -> FinishedFile {
        let height = Int((Double(width) * scene.size.height / scene.size.width).rounded())
        let image = try painter.pixels(of: scene, width: width, height: height)
        let encoder = PNGEncoder(pixelsPerInch: resolution, description: description)
        return FinishedFile(
            path: path, bytes: try encoder.encode(width: image.width, height: image.height, pixels: image.bytes))
    }

    // MARK: Write

    private func write(_ files: [FinishedFile], of loaded: LoadedReport, in run: inout RunRecord) throws(Failure) {
        let folder = destination ?? "build/\(loaded.name)/\(loaded.month)"
        let output = OutputFolder(folder)
        var manifest = Manifest(
            program: "brevier \(Version.text)", report: loaded.name, month: loaded.month.description, inputs: loaded.inputs,
            outputs: files)
        // What this run does not make stays, and the manifest goes on listing it.
        let isWhole = Part.allCases.allSatisfy(parts.contains)
        if !isWhole, let earlier = output.earlierManifest() { manifest = manifest.keepingOutputs(of: earlier) }
        let all = files + [manifest.file]
        do {
            try output.write(all, removingStale: isWhole)
        } catch {
            throw Failure([error.diagnostic])
        }
        run.written = all.map { RunRecord.WrittenFile(path: "\(folder)/\($0.path)", size: $0.bytes.count) }
        run.endPhase("write")
    }
}
