import Diagnostics
import Foundation
import FoundationXML
import Reports
import TestSupport
import Testing

@testable import brevier

/// What an author is told who has something printed: of inks, profiles and conditions.
@Suite struct PressMessageTests {
    /// A report that is made for the press in a style of its own.
    struct Spoiling: CustomTestStringConvertible, Sendable {
        let name: String
        /// Of the style, after its base.
        let style: String
        var spoil: @Sendable (SmallReport) throws -> Void = { _ in }
        var testDescription: String { name }
    }

    static let spoilings: [Spoiling] = [
        Spoiling(name: "sound", style: "press: {condition: FOGRA51, profile: press.icc, colour-bar: yes}"),

        // Inks
        Spoiling(name: "too-much-ink", style: "colours:\n  accent: {screen: \"#12436d\", press: [100, 100, 60, 40.5]}"),
        Spoiling(name: "grey-of-several-inks", style: "colours:\n  muted: {screen: \"#5f6670\", press: [10, 0, 0, 60]}"),

        // Profiles
        Spoiling(name: "missing", style: "press: {profile: FOGRA39.icc}"),
        Spoiling(name: "link-out", style: "press: {profile: out.icc}") {
            try $0.write(cmykProfile, to: "elsewhere/out.icc")
            try FileManager.default.createSymbolicLink(atPath: $0.folder + "/styles/out.icc", withDestinationPath: "../elsewhere/out.icc")
        },
        Spoiling(name: "path", style: "press: {profile: ../elsewhere/out.icc}") { try $0.write(cmykProfile, to: "elsewhere/out.icc") },
        Spoiling(name: "other-name", style: "press: {profile: house.yaml}"),
        Spoiling(name: "folder", style: "press: {profile: folder.icc}") { try $0.write([], to: "styles/folder.icc/file") },
        Spoiling(name: "text", style: "press: {profile: text.icc}") { try $0.write(Array(String(repeating: "No profile. ", count: 20).utf8), to: "styles/text.icc") },
        Spoiling(name: "empty", style: "press: {profile: empty.icc}") { try $0.write([], to: "styles/empty.icc") },
        Spoiling(name: "of-a-screen", style: "press: {profile: screen.icc}") { try $0.write(profile("mntr", "RGB "), to: "styles/screen.icc") },
        Spoiling(name: "of-a-printer-in-rgb", style: "press: {profile: rgb.icc}") { try $0.write(profile("prtr", "RGB "), to: "styles/rgb.icc") },
        Spoiling(name: "torn", style: "press: {profile: torn.icc}") { try $0.write(Array(cmykProfile.dropLast()), to: "styles/torn.icc") },

        // Words
        Spoiling(name: "press-maybe", style: "paper: A4") { try $0.change("report/report.yaml", "press: yes", to: "press: maybe") },
        Spoiling(name: "colour-bar-maybe", style: "press: {colour-bar: left}"),
        Spoiling(name: "no-condition", style: "press: {condition: \"\"}"),
        Spoiling(name: "blank-condition", style: "press: {condition: \" \"}"),
        Spoiling(name: "condition-of-a-list", style: "press: {condition: [FOGRA39]}"),
        Spoiling(name: "unknown-word", style: "press: {conditon: FOGRA39}"),
        Spoiling(name: "not-a-mapping", style: "press: FOGRA39"),
    ]

    /// `brevier check` tells of them too, where `report.yaml` says that it is printed each time.
    @Test(arguments: spoilings)
    func tellsWhatIsWrongAndWhatToDo(_ spoiling: Spoiling) throws {
        let report = try SmallReport(press: spoiling.style)
        try spoiling.spoil(report)
        expectGolden(try report.messages(), "press-\(spoiling.name).txt")
    }

    /// Where nothing is printed nobody asks for a profile.
    @Test func aProfileIsReadForThePressAlone() throws {
        let report = try SmallReport(press: "press: {profile: FOGRA39.icc}")
        try report.change("report/report.yaml", "press: yes\n", to: "")
        #expect(try report.messages() == "\n(exit status 0)\n")
        #expect(try report.rendered(asked: [.pdf]).exitStatus == 0)
        let run = try report.rendered(asked: [.press])
        #expect(run.exitStatus == 1 && run.written.isEmpty)
        #expect(run.problems.diagnostics.map(\.message) == ["there is no profile \(report.folder)/styles/FOGRA39.icc"])
    }

    /// Told to who asks for the edition by name, not each month.
    @Test func warnsOfAConditionWithoutItsProfile() throws {
        let report = try SmallReport(press: "press: {condition: FOGRA51}")
        #expect(try report.messages() == "\n(exit status 0)\n")
        let run = try report.rendered(asked: [.pdf, .press])
        #expect(run.exitStatus == 0)
        let told = run.problems.diagnostics.map(\.formatted).joined(separator: "\n\n").replacing(report.folder + "/", with: "")
        expectGolden(told + "\n", "press-without-profile.txt")
        try report.change("styles/odd.yaml", "FOGRA51", to: "FOGRA51, profile: press.icc")
        #expect(try report.rendered(asked: [.pdf, .press]).problems.diagnostics.isEmpty)
    }

    /// A file is PDF/X-4 only with the profile in it, and says so only then.
    @Test(arguments: [("", false), (", profile: press.icc", true)])
    func claimsTheStandardThatItKeeps(profile: String, isClaimed: Bool) throws {
        let report = try SmallReport(press: "press: {condition: FOGRA51\(profile)}")
        #expect(try report.rendered(asked: [.press]).exitStatus == 0)
        let proof = try PressProof(report.folder + "/out/brief-press.pdf")
        let said = try proof.packet().nodes(forXPath: "//*[name()='pdfxid:GTS_PDFXVersion']").compactMap(\.stringValue)
        #expect(said == (isClaimed ? ["PDF/X-4"] : []))
        #expect(try proof.packet().xmlString.contains("PDF/X") == isClaimed)
        let intents = try #require(proof.value("/Root", "/OutputIntents") as? [[String: Any]])
        #expect(intents.count == 1 && intents[0]["/OutputConditionIdentifier"] as? String == "u:FOGRA51")
        #expect((intents[0]["/DestOutputProfile"] != nil) == isClaimed)
    }
}

extension SmallReport {
    /// Made for the press each time, in the style `odd`: the house style with what is given. `press.icc` lies beside it.
    convenience init(press style: String) throws {
        try self.init()
        try change("report/report.yaml", "place: the valley", to: "place: the valley\nstyle: odd\npress: yes")
        try FileManager.default.removeItem(atPath: folder + "/styles")
        try write(Array(try Repository.text(of: "styles/house.yaml").utf8), to: "styles/house.yaml")
        try write(Array("base: house\n\(style)\n".utf8), to: "styles/odd.yaml")
        try write(cmykProfile, to: "styles/press.icc")
    }
}

/// An ICC profile of four inks, which describes none: its header, and a table of no tags.
let cmykProfile = profile("prtr", "CMYK")

private func profile(_ kind: String, _ space: String) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 132)
    for (place, word) in [(12, kind), (16, space), (20, "Lab "), (36, "acsp")] { bytes.replaceSubrange(place..<place + 4, with: word.utf8) }
    (bytes[3], bytes[8]) = (132, 2)
    return bytes
}
