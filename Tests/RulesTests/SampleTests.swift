import Figures
import Scenes
import TestSupport
import Testing

@testable import Rules

@Suite struct SampleTests {
    @Test func keepsEveryRule() {
        let sample = Sample()
        #expect(sample.broken.isEmpty, "\(sample.messages)")
        #expect(sample.subject.plots.count == 1 && sample.subject.plots[0].bars.count == 3)
    }

    @Test func everyRuleHasACodeOfItsOwn() {
        let codes = rules.map(\.code)
        #expect(Set(codes).count == codes.count && codes.allSatisfy { $0.hasPrefix("R-") })
        for rule in rules {
            #expect(!rule.what.hasSuffix(".") && rule.why.hasSuffix(".") || rule.why.hasSuffix(")."), "\(rule.code)")
            #expect(rule.what.first?.isLowercase ?? false, "\(rule.code)")
        }
    }

    /// `render` asks these, of a figure on its page alone.
    @Test func neverBrokenRulesAreOfFigures() {
        for rule in rules where rule.isNeverBroken {
            if case .figure = rule.check { continue }
            Issue.record("\(rule.code) asks for more than the figure")
        }
    }

    /// What a style cannot switch off is what is never broken.
    @Test func switchesRulesOff() {
        var sample = Sample()
        sample.title = "Attacks rose to 33."
        sample.source = nil
        func codes(_ settings: RuleSettings, isRendering: Bool = false) -> [String] {
            RuleRun(settings, isRendering: isRendering).findings(in: [sample.subject]).map(\.rule.code)
        }
        #expect(codes(RuleSettings()) == ["R-title-stop", "R-source"])
        #expect(codes(RuleSettings(off: ["R-title-stop", "R-source"])) == ["R-source"])
        #expect(codes(RuleSettings(), isRendering: true) == ["R-source"])
    }

    /// What is wrong on the page is not told again of the picture; what is wrong in the picture alone is.
    @Test func looksAtThePictureAfterThePage() {
        var onPage = Sample()
        onPage.title = "Attacks rose to 33."
        var picture = onPage
        picture.medium = .picture(pixelsPerPoint: 1.2)
        let found = RuleRun(RuleSettings()).findings(in: [onPage.subject, picture.subject])
        #expect(found.map(\.rule.code) == ["R-title-stop", "R-text-small"])
        #expect(found.map(\.place) == [.figure("sample", .figure), .figure("sample", .picture(pixelsPerPoint: 1.2))])
        #expect(found[1].finding.message == "a text is set in 9.6 pixels")
    }
}
