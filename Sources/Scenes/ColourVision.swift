/// An eye, or a copy, that colours have to survive.
package enum ColourVision: String, Sendable, CaseIterable {
    case usual = "usual vision"
    /// Without cones for middle waves: one man in a hundred; five more have its weak form.
    case deuteranopia
    /// Without cones for long waves.
    case protanopia
    /// A copier, or a printer without colours.
    case greyscale

    /// How different two colours look to this eye: CIEDE2000, and in greyscale the difference of lightness.
    package func difference(_ one: Colour, _ other: Colour) -> Double {
        switch self {
        case .usual: one.lab.difference(from: other.lab)
        case .deuteranopia, .protanopia: seen(one).difference(from: seen(other))
        case .greyscale: abs(one.lab.lightness - other.lab.lightness)
        }
    }

    private func seen(_ colour: Colour) -> Lab {
        let light = LinearRGB(colour.screen)
        func mixed(_ row: (Double, Double, Double)) -> Double {
            min(1, max(0, row.0 * light.red + row.1 * light.green + row.2 * light.blue))
        }
        let rows = self == .protanopia ? withoutLongWaves : withoutMiddleWaves
        return LinearRGB(red: mixed(rows.0), green: mixed(rows.1), blue: mixed(rows.2)).lab
    }
}

extension [Colour] {
    /// How far each two of a palette are apart for each eye, in the order of the palette.
    package var separations: [(first: Colour, second: Colour, differences: [(vision: ColourVision, difference: Double)])] {
        indices.flatMap { index in
            self[(index + 1)...].map { other in
                (self[index], other, ColourVision.allCases.map { ($0, $0.difference(self[index], other)) })
            }
        }
    }
}

private typealias Rows = ((Double, Double, Double), (Double, Double, Double), (Double, Double, Double))

// Machado, Oliveira and Fernandes (2009), severity 1.0: rows over linear red, green and blue.
private let withoutLongWaves: Rows = (
    (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)
)
private let withoutMiddleWaves: Rows = (
    (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)
)
