internal import Glibc

extension Lab {
    /// How different two colours look: CIEDE2000, with the weights of its reference conditions. About 1 is just seen side
    /// by side; black and white are 100 apart.
    ///
    /// The formula is that of CIE 142-2001, with the means and differences of hues as Sharma, Wu and Dalal (2005) settle them.
    package func difference(from other: Lab) -> Double {
        let stretch = Self.stretch(meanChroma: (chroma + other.chroma) / 2)
        let one = Lab(lightness: lightness, a: a * stretch, b: b)
        let two = Lab(lightness: other.lightness, a: other.a * stretch, b: other.b)
        let isGrey = one.chroma * two.chroma == 0

        let hueStep = isGrey ? 0 : Self.turned(two.hue - one.hue)
        let byLightness = two.lightness - one.lightness
        let byChroma = two.chroma - one.chroma
        let byHue = 2 * (one.chroma * two.chroma).squareRoot() * sine(hueStep / 2)

        let meanLightness = (one.lightness + two.lightness) / 2
        let meanChroma = (one.chroma + two.chroma) / 2
        let meanHue = isGrey ? one.hue + two.hue : Self.meanHue(one.hue, two.hue)

        let fromMiddle = (meanLightness - 50) * (meanLightness - 50)
        let lightnessWeight = 1 + 0.015 * fromMiddle / (20 + fromMiddle).squareRoot()
        let chromaWeight = 1 + 0.045 * meanChroma
        let hueWeight = 1 + 0.015 * meanChroma * Self.hueFactor(meanHue)
        // Where blue and violet meet, chroma and hue are not judged apart.
        let turn = 30 * exp(-pow((meanHue - 275) / 25, 2))
        let rotation = -2 * Self.nearOne(meanChroma) * sine(2 * turn)

        let (l, c, h) = (byLightness / lightnessWeight, byChroma / chromaWeight, byHue / hueWeight)
        return max(0, l * l + c * c + h * h + rotation * c * h).squareRoot()
    }

    /// What `a` is multiplied by: near grey it counts for more.
    private static func stretch(meanChroma: Double) -> Double { 1 + 0.5 * (1 - nearOne(meanChroma)) }

    /// 0 for grey, near 1 for strong colours.
    private static func nearOne(_ chroma: Double) -> Double {
        let power = pow(chroma, 7)
        return (power / (power + pow(25, 7))).squareRoot()
    }

    private static func hueFactor(_ hue: Double) -> Double {
        1 - 0.17 * cosine(hue - 30) + 0.24 * cosine(2 * hue) + 0.32 * cosine(3 * hue + 6) - 0.20 * cosine(4 * hue - 63)
    }

    /// An angle the shorter way round.
    private static func turned(_ angle: Double) -> Double {
        if angle > 180 { return angle - 360 }
        return angle < -180 ? angle + 360 : angle
    }

    private static func meanHue(_ one: Double, _ other: Double) -> Double {
        let sum = one + other
        if abs(one - other) <= 180 { return sum / 2 }
        return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2
    }
}

/// Of degrees.
private func sine(_ angle: Double) -> Double { sin(angle * .pi / 180) }
private func cosine(_ angle: Double) -> Double { cos(angle * .pi / 180) }
