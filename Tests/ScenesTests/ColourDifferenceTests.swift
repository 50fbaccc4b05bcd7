import Scenes
import Testing

@Suite struct ColourDifferenceTests {
    /// The pairs of Sharma, Wu and Dalal, “The CIEDE2000 color-difference formula” (2005), table 1: each is one that
    /// implementations have had wrong.
    static let pairs: [(Lab, Lab, Double)] = [
        (lab(50, 2.6772, -79.7751), lab(50, 0, -82.7485), 2.0425),
        (lab(50, 3.1571, -77.2803), lab(50, 0, -82.7485), 2.8615),
        (lab(50, 2.8361, -74.0200), lab(50, 0, -82.7485), 3.4412),
        (lab(50, -1.3802, -84.2814), lab(50, 0, -82.7485), 1.0000),
        (lab(50, -1.1848, -84.8006), lab(50, 0, -82.7485), 1.0000),
        (lab(50, -0.9009, -85.5211), lab(50, 0, -82.7485), 1.0000),
        (lab(50, 0, 0), lab(50, -1, 2), 2.3669),
        (lab(50, -1, 2), lab(50, 0, 0), 2.3669),
        (lab(50, 2.4900, -0.0010), lab(50, -2.4900, 0.0009), 7.1792),
        (lab(50, 2.4900, -0.0010), lab(50, -2.4900, 0.0010), 7.1792),
        (lab(50, 2.4900, -0.0010), lab(50, -2.4900, 0.0011), 7.2195),
        (lab(50, 2.4900, -0.0010), lab(50, -2.4900, 0.0012), 7.2195),
        (lab(50, -0.0010, 2.4900), lab(50, 0.0009, -2.4900), 4.8045),
        (lab(50, -0.0010, 2.4900), lab(50, 0.0010, -2.4900), 4.8045),
        (lab(50, -0.0010, 2.4900), lab(50, 0.0011, -2.4900), 4.7461),
        (lab(50, 2.5, 0), lab(50, 0, -2.5), 4.3065),
        (lab(50, 2.5, 0), lab(73, 25, -18), 27.1492),
        (lab(50, 2.5, 0), lab(61, -5, 29), 22.8977),
        (lab(50, 2.5, 0), lab(56, -27, -3), 31.9030),
        (lab(50, 2.5, 0), lab(58, 24, 15), 19.4535),
        (lab(50, 2.5, 0), lab(50, 3.1736, 0.5854), 1.0000),
        (lab(50, 2.5, 0), lab(50, 3.2972, 0), 1.0000),
        (lab(50, 2.5, 0), lab(50, 1.8634, 0.5757), 1.0000),
        (lab(50, 2.5, 0), lab(50, 3.2592, 0.3350), 1.0000),
        (lab(60.2574, -34.0099, 36.2677), lab(60.4626, -34.1751, 39.4387), 1.2644),
        (lab(63.0109, -31.0961, -5.8663), lab(62.8187, -29.7946, -4.0864), 1.2630),
        (lab(61.2901, 3.7196, -5.3901), lab(61.4292, 2.2480, -4.9620), 1.8731),
        (lab(35.0831, -44.1164, 3.7933), lab(35.0232, -40.0716, 1.5901), 1.8645),
        (lab(22.7233, 20.0904, -46.6940), lab(23.0331, 14.9730, -42.5619), 2.0373),
        (lab(36.4612, 47.8580, 18.3852), lab(36.2715, 50.5065, 21.2231), 1.4146),
        (lab(90.8027, -2.0831, 1.4410), lab(91.1528, -1.6435, 0.0447), 1.4441),
        (lab(90.9257, -0.5406, -0.9208), lab(88.6381, -0.8985, -0.7239), 1.5381),
        (lab(6.7747, -0.2908, -2.4247), lab(5.8714, -0.0985, -2.2286), 0.6377),
        (lab(2.0776, 0.0795, -1.1350), lab(0.9033, -0.0636, -0.5514), 0.9082),
    ]

    @Test func agreesWithThePublishedPairs() {
        for (one, other, published) in Self.pairs {
            #expect(abs(one.difference(from: other) - published) < 0.00006, "\(one) and \(other)")
            #expect(abs(other.difference(from: one) - published) < 0.00006, "\(other) and \(one)")
        }
    }

    @Test func whiteIsAHundredFromBlack() {
        #expect(abs(colour(0xFFFFFF).lab.lightness - 100) < 0.001 && colour(0xFFFFFF).lab.chroma < 0.01)
        #expect(abs(colour(0).lab.lightness) < 0.001)
        #expect(abs(colour(0xFFFFFF).lab.difference(from: colour(0).lab) - 100) < 0.01)
    }

    /// The primaries of sRGB in CIELAB, by its definition, and the middle grey of the lightness scale.
    @Test func knowsThePrimaries() {
        for (hex, l, a, b) in [(0xFF0000, 53.24, 80.09, 67.20), (0x00FF00, 87.73, -86.18, 83.18), (0x0000FF, 32.30, 79.19, -107.86), (0x777777, 50.03, 0, 0)] {
            let found = colour(hex).lab
            #expect(abs(found.lightness - l) < 0.05 && abs(found.a - a) < 0.05 && abs(found.b - b) < 0.05, "\(found)")
        }
    }
}

@Suite struct ColourVisionTests {
    /// Red and green of about the same lightness, which the usual eye never confuses.
    @Test func redAndGreenMeetWithoutOneSortOfCones() {
        let (red, green) = (colour(0xB25A3C), colour(0x7A7A28))
        let far = ColourVision.usual.difference(red, green)
        #expect(far > 25)
        #expect(ColourVision.deuteranopia.difference(red, green) < far / 2)
    }

    @Test func greysStayAsTheyAre() {
        for vision in ColourVision.allCases {
            #expect(vision.difference(colour(0x808080), colour(0x808080)) == 0)
            #expect(vision.difference(colour(0x202020), colour(0xC0C0C0)) > 40, "\(vision)")
        }
        #expect(abs(ColourVision.protanopia.difference(colour(0x404040), colour(0xA0A0A0)) - ColourVision.usual.difference(colour(0x404040), colour(0xA0A0A0))) < 0.05)
    }

    /// Without cones for long waves red is dark.
    @Test func redIsDarkWithoutLongWaves() {
        let (red, brown) = (colour(0xFF0000), colour(0x5A4A00))
        #expect(ColourVision.protanopia.difference(red, brown) < ColourVision.deuteranopia.difference(red, brown) / 2)
    }

    @Test func greyscaleKeepsOnlyLightness() {
        #expect(ColourVision.greyscale.difference(colour(0xFF0000), colour(0x7F7F7F)) < 1)
        #expect(ColourVision.usual.difference(colour(0xFF0000), colour(0x7F7F7F)) > 30)
    }

    @Test func comparesEachTwoOfAPalette() {
        let palette = [0x12436D, 0x868D94, 0x5F6670].map(colour)
        let separations = palette.separations
        #expect(separations.map(\.first) == [palette[0], palette[0], palette[1]])
        #expect(separations.map(\.second) == [palette[1], palette[2], palette[2]])
        for separation in separations {
            #expect(separation.differences.map(\.vision) == ColourVision.allCases)
            for (vision, difference) in separation.differences {
                #expect(difference == vision.difference(separation.first, separation.second))
            }
        }
        #expect([Colour]().separations.isEmpty)
    }
}

private func lab(_ lightness: Double, _ a: Double, _ b: Double) -> Lab { Lab(lightness: lightness, a: a, b: b) }

private func colour(_ rgb: Int) -> Colour {
    Colour(
        screen: .init(red: Double(rgb >> 16) / 255, green: Double(rgb >> 8 & 255) / 255, blue: Double(rgb & 255) / 255),
        press: .init(cyan: 0, magenta: 0, yellow: 0, black: 0))
}
