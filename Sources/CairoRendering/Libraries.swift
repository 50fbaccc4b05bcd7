internal import CPangoCairo

/// The libraries that measure and paint, as they are installed where the program runs, which may not be where it was built.
package enum Libraries {
    struct Library: Hashable, Sendable {
        var name: String
        var found: Version
        /// The first that has all that is asked of it.
        var least: Version
    }

    struct Version: Hashable, Comparable, CustomStringConvertible, Sendable {
        var parts: [Int]

        init(_ parts: Int...) {
            self.parts = parts
        }

        static func < (one: Version, other: Version) -> Bool { one.parts.lexicographicallyPrecedes(other.parts) }

        var description: String { parts.map(String.init).joined(separator: ".") }
    }

    static var installed: [Library] {
        var (major, minor, micro): (UInt32, UInt32, UInt32) = (0, 0, 0)
        hb_version(&major, &minor, &micro)
        func parted(_ number: Int32) -> Version { Version(Int(number) / 10_000, Int(number) / 100 % 100, Int(number) % 100) }
        return [
            Library(name: "Cairo", found: parted(cairo_version()), least: Version(1, 16, 0)),
            Library(name: "Pango", found: parted(pango_version()), least: Version(1, 44, 0)),
            Library(name: "HarfBuzz", found: Version(Int(major), Int(minor), Int(micro)), least: Version(2, 6, 0)),
            Library(name: "Fontconfig", found: parted(FcGetVersion()), least: Version(2, 12, 0)),
        ]
    }

    /// "Cairo 1.18.4, Pango 1.56.3, HarfBuzz 10.2.0, Fontconfig 2.15.0".
    package static var versions: String { installed.map { "\($0.name) \($0.found)" }.joined(separator: ", ") }

    /// Says which of them are too old to work with; nil where none is.
    static func complaint(about libraries: [Library]) -> String? {
        let old = libraries.filter { $0.found < $0.least }.map { "\($0.name) \($0.found) is installed, and \($0.least) or later is needed" }
        return old.isEmpty ? nil : old.joined(separator: "; ")
    }
}
