/// Inks that travel as screen colours through a program that knows no inks: each gets a code, in the order in which it is
/// first seen.
package struct InkTable: Sendable {
    /// How many have a code of their own.
    package static let mostInks = 256 * 128

    package private(set) var inks: [Colour.Press] = []
    private var numbers: [Colour.Press: Int] = [:]

    package init() {}

    /// The code of an ink; it is never a grey, which a program may write in another way.
    package mutating func code(of ink: Colour.Press) -> Colour.Screen {
        let number = numbers[ink] ?? inks.count
        if number == inks.count {
            inks.append(ink)
            numbers[ink] = number
        }
        return Colour.Screen(red: Double(number & 255) / 255, green: Double(number >> 8 & 127) / 255, blue: 1)
    }

    /// The ink of a code, which may have been rounded to three decimals; nil for a colour that is none.
    package func ink(red: Double, green: Double, blue: Double) -> Colour.Press? {
        guard blue == 1, (0...1).contains(red), (0...1).contains(green) else { return nil }
        let number = Int((red * 255).rounded()) + Int((green * 255).rounded()) << 8
        return inks.indices.contains(number) ? inks[number] : nil
    }
}
