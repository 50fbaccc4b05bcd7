/// A number as pictures and pages have it: in as few characters as can be, without an exponent. What is no number of a
/// picture is zero.
///
/// - Parameter places: decimals at most.
func decimal(_ value: Double, places: Int = 2) -> String {
    guard abs(value) < 1e9 else { return "0" }
    let unit = places == 2 ? 100 : 1000
    let parts = Int((value * Double(unit)).rounded())
    let (whole, rest) = abs(parts).quotientAndRemainder(dividingBy: unit)
    var fraction = rest == 0 ? "" : "." + String(unit + rest).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return (parts < 0 ? "-" : "") + (whole == 0 && rest != 0 ? "" : String(whole)) + fraction
}
