import Foundation
import TestSupport

/// A browser that holds drawings against the pictures that they should look like.
enum Chromium {
    struct Pair {
        var name: String
        /// SVG.
        var drawing: [UInt8]
        /// PNG. The drawing is scaled to its size.
        var picture: [UInt8]
    }

    /// How far each drawing is from its picture where they are farthest apart: of all squares of 16 × 16 pixels the largest
    /// mean of the differences in red, green or blue, 0 to 255.
    ///
    /// Both are blurred a little before: Chromium sets glyphs on whole pixels from top to bottom, and edges are smoothed
    /// in ways of their own. A mean over the whole picture would tell nothing; a lost digit is a thousandth of it.
    static func differences(of pairs: [Pair]) throws -> [Double] {
        let folder = try TemporaryFolder()
        let images = pairs.map { pair in
            "<div><img src=\"data:image/png;base64,\(base64(pair.picture))\"><img src=\"data:image/svg+xml;base64,\(base64(pair.drawing))\"></div>"
        }
        try folder.write("<!doctype html>\n\(images.joined(separator: "\n"))\n<script>\(comparer)</script>\n", to: "pairs.html")
        let run = try TestSupport.run(
            "chromium",
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--force-device-scale-factor=1", "--user-data-dir=\(folder.path)/profile",
                "--dump-dom", "file://\(folder.path)/pairs.html",
            ])
        guard let found = run.text.firstMatch(of: #/<pre>([-0-9. ]*)<\/pre>/#) else {
            throw ProgramFailure("Chromium compared nothing (status \(run.status)): \(run.text.prefix(2_000))\n\(run.errors)")
        }
        let differences = found.1.split(separator: " ").compactMap { Double($0) }
        guard differences.count == pairs.count else { throw ProgramFailure("\(differences.count) differences of \(pairs.count) pairs") }
        return differences
    }

    private static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// An image that cannot be read has no size, and ends the script.
    private static let comparer = """
        addEventListener('load', () => {
          const side = 16, results = [];
          for (const pair of document.querySelectorAll('div')) {
            const [picture, drawing] = pair.children;
            const width = picture.naturalWidth, height = picture.naturalHeight;
            if (!width || !drawing.naturalWidth) throw 'no image';
            const [painted, drawn] = [picture, drawing].map(image => {
              const canvas = new OffscreenCanvas(width, height);
              const context = canvas.getContext('2d');
              context.filter = 'blur(4px)';
              context.drawImage(image, 0, 0, width, height);
              return context.getImageData(0, 0, width, height).data;
            });
            let worst = 0;
            for (let top = 0; top + side <= height; top += side / 2) {
              for (let left = 0; left + side <= width; left += side / 2) {
                let sum = 0;
                for (let y = top; y < top + side; y++) {
                  for (let x = left; x < left + side; x++) {
                    const i = 4 * (y * width + x);
                    const [red, green, blue] = [painted[i] - drawn[i], painted[i + 1] - drawn[i + 1], painted[i + 2] - drawn[i + 2]];
                    sum += Math.max(Math.abs(red), Math.abs(green), Math.abs(blue));
                  }
                }
                worst = Math.max(worst, sum / side / side);
              }
            }
            results.push(worst.toFixed(2));
          }
          document.documentElement.innerHTML = '<pre>' + results.join(' ') + '</pre>';
        });
        """
}
