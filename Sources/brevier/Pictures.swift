import CairoRendering
import Diagnostics
import Figures
import Publishing
import Reports
import Scenes

/// The pictures of a brief: its pages, and its figures with their values and alternative texts.
struct Pictures: Sendable {
    let report: Report
    /// The pages to be painted; none where only figures are wanted.
    let pages: [Scene]
    let figures: [PlacedFigure]

    /// The files, pages first, painted on all processors.
    ///
    /// - Parameters:
    ///   - fonts: the font book of this thread.
    ///   - openFonts: opens one for another thread.
    ///   - costs: takes what each sort of picture costs.
    func files(
        fonts: FontBook, openFonts: @escaping @Sendable () -> FontBook?, costs: ProcessorTimes
    ) throws -> [FinishedFile] {
        let results = inParallel(pages.count + figures.count, tools: fonts, makeTools: openFonts) { number, fonts in
            Swift.Result {
                number < pages.count ? [try page(number, fonts, costs)] : try figure(number - pages.count, fonts, costs)
            }
        }
        return try results.flatMap { try $0.get() }
    }

    private func page(_ index: Int, _ fonts: FontBook, _ costs: ProcessorTimes) throws -> FinishedFile {
        let resolution = report.style.images.resolution
        let size = pixels(of: pages[index], width: Int((pages[index].size.width / 72 * resolution).rounded()))
        return try picture(
            of: pages[index], width: size.width, height: size.height, resolution: resolution,
            path: "pages/page-\(index + 1).png", description: nil, fonts: fonts, sort: "pages", costs: costs)
    }

    /// A figure in two sizes and as lines and text, with its values and its alternative text.
    private func figure(_ index: Int, _ fonts: FontBook, _ costs: ProcessorTimes) throws -> [FinishedFile] {
        let figure = figures[index].figure
        let scene = arrangePicture(of: figures[index], in: report, measurer: fonts)
        let size = pixels(of: scene, width: Int(report.style.images.figureWidth.rounded()))
        let resolution = 72 * report.style.images.figureWidth / scene.size.width
        // Twice as many pixels each way, also where the height was rounded.
        let pictures = try [(1, ""), (2, "@2x")].map { scale, suffix in
            try picture(
                of: scene, width: size.width * scale, height: size.height * scale, resolution: resolution * Double(scale),
                path: "figures/\(figure.name)\(suffix).png", description: figure.alternativeText, fonts: fonts,
                sort: "figures at \(scale)×", costs: costs)
        }
        let writer = SVGWriter(
            title: figure.heading, description: figure.alternativeText, language: report.source.language.value,
            width: Double(size.width))
        return pictures + [
            FinishedFile(path: "figures/\(figure.name).svg", bytes: writer.bytes(of: scene)),
            FinishedFile(path: "figures/\(figure.name).csv", bytes: Array(figure.kind.values.csv.utf8)),
            FinishedFile(path: "figures/\(figure.name).txt", bytes: Array((figure.alternativeText + "\n").utf8)),
        ]
    }

    /// The size of a picture by its width, whole pixels.
    private func pixels(of scene: Scene, width: Int) -> (width: Int, height: Int) {
        (width, max(1, Int((Double(width) * scene.size.height / scene.size.width).rounded())))
    }

    private func picture(
        of scene: Scene, width: Int, height: Int, resolution: Double, path: String, description: String?, fonts: FontBook, sort: String,
        costs: ProcessorTimes
    ) throws -> FinishedFile {
        let image = try costs.measure("paint \(sort)") {
            try Painter(fonts: fonts).pixels(of: scene, width: width, height: height)
        }
        let encoder = PNGEncoder(pixelsPerInch: resolution, description: description, flatColours: scene.colours)
        let bytes = try costs.measure("encode \(sort)") {
            try encoder.encode(width: image.width, height: image.height, pixels: image.bytes)
        }
        return FinishedFile(path: path, bytes: bytes)
    }
}

extension Figure {
    /// What it is called where it stands by itself: its label and what is printed above it, or its name where that is nothing.
    fileprivate var heading: String {
        let parts = [label, title ?? subtitle].compactMap { $0 }
        return parts.isEmpty ? name : parts.joined(separator: ": ")
    }
}
