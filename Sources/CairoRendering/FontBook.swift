package import Scenes

/// The fonts that a style names, and only those: what measures text, and what text is painted with.
///
/// The same style and the same font files give the same widths on any machine, whatever else is installed there. A
/// book belongs to one thread; each further thread opens its own, at about 1.5 ms.
package final class FontBook: TextMeasurer {
    /// Where Linux distributions keep fonts.
    package static let systemFolders = ["/usr/share/fonts", "/usr/local/share/fonts"]
    /// Where Fontconfig keeps what it knows of them; without it, each start reads every font file anew.
    package static let systemCaches = ["/var/cache/fontconfig"]

    private var shaper: Shaper
    private let configuration: FontConfiguration
    private let files: [FontFile]
    private var coverage: [[String]: FontCoverage] = [:]
    private var settings: [Font: FontSetting] = [:]
    private var last: FontSetting?
    private var textCount = 0

    /// Opens the fonts of `families`, in all their weights.
    ///
    /// - Parameters:
    ///   - families: as a style names them, in any order; capitals do not matter.
    ///   - folders: absolute paths, searched with all that is in them. One that does not exist holds no fonts.
    ///   - caches: absolute paths; the first that can be written takes what is learnt of new font files.
    /// - Throws: all missing families at once; where a library is too old, that alone.
    package init(
        families: [String], folders: [String] = systemFolders, caches: [String] = systemCaches
    ) throws(FontProblem) {
        if let complaint = Libraries.complaint(about: Libraries.installed) { throw .refused(complaint) }
        let configuration = try FontConfiguration(families: families, folders: folders, caches: caches)
        let files = configuration.files
        let found = Set(files.flatMap { $0.families.map { $0.lowercased() } })
        let missing = families.filter { !found.contains($0.lowercased()) }
        guard missing.isEmpty else {
            let all = try FontConfiguration(families: nil, folders: folders, caches: caches).files
            throw .missing(families: missing, installed: Set(all.flatMap(\.families)).sorted())
        }
        self.shaper = try Shaper(FontMap(configuration))
        self.configuration = configuration
        self.files = files
    }

    package func advance(of text: String, in font: Font) -> Double {
        shaped(text, in: font).advance
    }

    /// In the order of reading, also where text runs from the right: the values never fall, and the last is the advance.
    package func positions(in text: String, font: Font) -> [Double] {
        shaped(text, in: font).positions(in: text)
    }

    package func metrics(of font: Font) -> FontMetrics {
        let setting = setting(of: font)
        if let metrics = setting.metrics { return metrics }
        let measures = shaper.metrics(of: setting)
        let metrics = FontMetrics(
            ascent: measures?.ascent ?? 0, descent: measures?.descent ?? 0, capHeight: measures?.capHeight ?? 0,
            xHeight: measures?.xHeight ?? 0)
        setting.metrics = metrics
        return metrics
    }

    /// The characters of `text` that no font of `families` has, each once, where it first stands.
    ///
    /// Spaces, controls and characters that may be ignored need no glyph.
    package func uncovered(in text: String, families: [String]) -> [UncoveredCharacter] {
        coverage[families, default: FontCoverage(files(of: families))].uncovered(in: text)
    }

    /// The text as it will be painted: what was measured is not set again.
    func shaped(_ text: String, in font: Font) -> ShapedText {
        let setting = setting(of: font)
        if let known = setting.texts[text] { return known }
        let made = shaper.shaped(text, in: setting)
        if textCount == textLimit { forgetTexts() }
        setting.texts[text] = made
        textCount += 1
        return made
    }

    /// The families of `font` that the book was not opened with: Pango would print another family in their place.
    func unopened(in font: Font) -> [String] {
        let setting = setting(of: font)
        if let unopened = setting.unopened { return unopened }
        let unopened = font.families.filter { files(of: [$0]).isEmpty }
        setting.unopened = unopened
        return unopened
    }

    private func files(of families: [String]) -> [FontFile] {
        let names = families.map { $0.lowercased() }
        return files.filter { file in file.families.contains { names.contains($0.lowercased()) } }
    }

    private func setting(of font: Font) -> FontSetting {
        if let last, last.font == font { return last }
        let setting = settings[font] ?? FontSetting(font)
        settings[font] = setting
        last = setting
        return setting
    }

    private func forgetTexts() {
        for setting in settings.values { setting.texts.removeAll() }
        textCount = 0
    }
}

/// Texts remembered at most. A long brief has some thousands; a limit keeps a run over many of them from growing.
private let textLimit = 20_000
