/// A colour with a value for the screen and one for the press.
package struct Colour: Hashable, Sendable {
    /// sRGB, each from 0 to 1.
    package struct Screen: Hashable, Sendable {
        package var red: Double
        package var green: Double
        package var blue: Double

        package init(red: Double, green: Double, blue: Double) {
            self.red = red
            self.green = green
            self.blue = blue
        }
    }

    /// Process inks, each from 0 to 1.
    package struct Press: Hashable, Sendable {
        package var cyan: Double
        package var magenta: Double
        package var yellow: Double
        package var black: Double

        package init(cyan: Double, magenta: Double, yellow: Double, black: Double) {
            self.cyan = cyan
            self.magenta = magenta
            self.yellow = yellow
            self.black = black
        }
    }

    package var screen: Screen
    package var press: Press

    package init(screen: Screen, press: Press) {
        self.screen = screen
        self.press = press
    }

    /// `#rrggbb`, the screen value.
    package var hex: String {
        let digits = String(rgb, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// 0xRRGGBB, the screen value.
    package var rgb: UInt32 {
        [screen.red, screen.green, screen.blue].reduce(0) { $0 << 8 | UInt32(($1 * 255).rounded()) }
    }

    /// The contrast of two screen colours, 1 to 21 (WCAG 2.2, 1.4.3).
    package func contrast(with other: Colour) -> Double {
        let lighter = max(luminance, other.luminance)
        let darker = min(luminance, other.luminance)
        return (lighter + 0.05) / (darker + 0.05)
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2).
    package var luminance: Double { LinearRGB(screen).luminance }
}
