import CairoRendering
import Diagnostics
import Figures
import Glibc
import Hyphenation
import Publishing
import Reports
import Scenes

/// The way from a report's folder to finished files, stage by stage. A stage with an error ends it.
struct Rendering {
    let options: ReportOptions
    let destination: String?
    let parts: [Part]

    /// Reads, resolves and arranges.
    func check(in run: inout Run) {
        _ = arranged(in: &run)
    }

    /// The same, then paints, finishes and writes.
    func render(in run: inout Run) {
        guard let (loaded, brief, fonts) = arranged(in: &run) else { return }
        do {
            let files = try painted(brief, fonts: fonts, in: &run)
            let folder = destination ?? "build/\(loaded.name)/\(loaded.month)"
            try write(files, loaded, to: folder, in: &run)
        } catch {
            run.problems.add(contentsOf: error.diagnostics)
        }
    }

    // MARK: Stages

    private func arranged(in run: inout Run) -> (LoadedReport, Brief, FontBook)? {
        var loading = ReportLoading(options: options, problems: run.problems)
        guard let loaded = loading.load() else { return nil }
        run.endPhase("read")
        guard let report = resolve(loaded.source, loaded.files, month: loaded.month, problems: run.problems) else { return nil }
        run.endPhase("resolve")
        guard let fonts = openFonts(of: report, in: run) else { return nil }
        run.endPhase("open fonts")
        let dictionary = HyphenationDictionary(language: report.source.language.value)
        let brief = arrange(
            report, measurer: fonts, hyphenation: dictionary.map { dictionary in { dictionary.points(in: $0) } },
            problems: run.problems)
        run.endPhase("arrange")
        return brief.map { (loaded, $0, fonts) }
    }

    private func openFonts(of report: Report, in run: Run) -> FontBook? {
        var families: [String] = []
        for font in report.style.fonts {
            for family in font.families where !families.contains(family) { families.append(family) }
        }
        var folders = FontBook.systemFolders
        if let home = getenv("HOME") { folders.append(String(cString: home) + "/.local/share/fonts") }
        do {
            return try FontBook(families: families, folders: folders)
        } catch {
            for diagnostic in report.style.diagnostics(of: error) { run.problems.add(diagnostic) }
            return nil
        }
    }
}
