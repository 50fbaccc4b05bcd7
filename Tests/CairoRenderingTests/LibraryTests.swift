import Testing

@testable import CairoRendering

/// What is said where a library is not one to work with.
@Suite struct LibraryTests {
    private func library(_ name: String, _ found: Libraries.Version, _ least: Libraries.Version) -> Libraries.Library {
        Libraries.Library(name: name, found: found, least: least)
    }

    @Test func thoseOfThisMachineAreNew() {
        #expect(Libraries.complaint(about: Libraries.installed) == nil)
        #expect(Libraries.versions.wholeMatch(of: /Cairo 1\.\d+\.\d+, Pango 1\.\d+\.\d+, HarfBuzz \d+\.\d+\.\d+, Fontconfig 2\.\d+\.\d+/) != nil, "\(Libraries.versions)")
    }

    @Test func thoseThatAreTooOldAreNamed() {
        let old = [
            library("Cairo", .init(1, 14, 12), .init(1, 16, 0)), library("Pango", .init(1, 44, 0), .init(1, 44, 0)),
            library("HarfBuzz", .init(2, 5, 9), .init(2, 6, 0)), library("Fontconfig", .init(2, 15, 0), .init(2, 12, 0)),
        ]
        #expect(Libraries.complaint(about: old) == "Cairo 1.14.12 is installed, and 1.16.0 or later is needed; HarfBuzz 2.5.9 is installed, and 2.6.0 or later is needed")
    }
}
