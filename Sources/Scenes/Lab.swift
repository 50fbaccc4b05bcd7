internal import Glibc

/// A screen colour as the eye orders it: CIE L*a*b* of 1976, under the white of sRGB (D65).
package struct Lab: Hashable, Sendable {
    /// 0 for black to 100 for white.
    package var lightness: Double
    /// From green to red.
    package var a: Double
    /// From blue to yellow.
    package var b: Double

    package init(lightness: Double, a: Double, b: Double) {
        self.lightness = lightness
        self.a = a
        self.b = b
    }

    /// How far from grey.
    package var chroma: Double { hypot(a, b) }

    /// Degrees, 0 to 360: red at about 40, yellow at 100, green at 140, blue at 290.
    package var hue: Double {
        let angle = atan2(b, a) * 180 / .pi
        return angle < 0 ? angle + 360 : angle
    }
}

extension Colour {
    package var lab: Lab { LinearRGB(screen).lab }
}

/// A screen colour in the units of light, each from 0 to 1, in which lights add up.
struct LinearRGB {
    var red, green, blue: Double

    init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// The curve of sRGB (IEC 61966-2-1) undone.
    init(_ screen: Colour.Screen) {
        func linear(_ part: Double) -> Double { part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
        self.init(red: linear(screen.red), green: linear(screen.green), blue: linear(screen.blue))
    }

    /// Relative luminance, 0 to 1.
    var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

    var lab: Lab {
        // To CIE XYZ by the primaries of sRGB, in shares of its white: each row adds up to 1.
        let x = 0.4339499 * red + 0.3762098 * green + 0.1898403 * blue
        let z = 0.0177566 * red + 0.1094680 * green + 0.8727755 * blue
        func root(_ share: Double) -> Double {
            share > 216.0 / 24389 ? cbrt(share) : (24389.0 / 27 * share + 16) / 116
        }
        let (fx, fy, fz) = (root(x), root(luminance), root(z))
        return Lab(lightness: 116 * fy - 16, a: 500 * (fx - fy), b: 200 * (fy - fz))
    }
}
