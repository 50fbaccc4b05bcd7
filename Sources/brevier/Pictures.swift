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
        return try picture(
            of: pages[index], width: Int((pages[index].size.width / 72 * resolution).rounded()), resolution: resolution,
            path: "pages/page-\(index + 1).png", description: nil, fonts: fonts, sort: "pages", costs: costs)
    }

    /// A figure in two sizes and as lines and text, with its values and its alternative text.
    private func figure(_ index: Int, _ fonts: FontBook, _ costs: ProcessorTimes) throws -> [FinishedFile] {
        let figure = figures[index].figure
        let scene = arrangePicture(of: figures[index], in: report, measurer: fonts)
        let width = Int(report.style.images.figureWidth.rounded())
        let resolution = 72 * report.style.images.figureWidth / scene.size.width
        let pictures = try [(1, ""), (2, "@2x")].map { scale, suffix in
            try picture(
                of: scene, width: width * scale, resolution: resolution * Double(scale),
                path: "figures/\(figure.name)\(suffix).png", description: figure.alternativeText, fonts: fonts,
                sort: "figures at \(scale)×", costs: costs)
        }
        let writer = SVGWriter(
            title: figure.heading, description: figure.alternativeText, language: report.source.language.value,
            width: Double(width))
        return pictures + [
            FinishedFile(path: "figures/\(figure.name).svg", bytes: writer.bytes(of: scene)),
            FinishedFile(path: "figures/\(figure.name).csv", bytes: Array(figure.kind.values.csv.utf8)),
            FinishedFile(path: "figures/\(figure.name).txt", bytes: Array((figure.alternativeText + "\n").utf8)),
        ]
    }

    private func picture(
        of scene: Scene, width: Int, resolution: Double, path: String, description: String?, fonts: FontBook, sort: String,
        costs: ProcessorTimes
    ) throws -> FinishedFile {
        let height = Int((Double(width) * scene.size.height / scene.size.width).rounded())
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
