import Foundation
import Hyphenation
import Testing

@Suite struct HyphenationDictionaryTests {
    @Test(arguments: [
        ("hyphenation", "hy-phen-ation"), ("provinces", "prov-inces"), ("confirmed", "con-firmed"), ("january", "jan-u-ary"),
        ("monitoring", "mon-i-tor-ing"), ("casualties", "ca-su-al-ties"),
    ])
    func wordsBreakAsTheAmericanPatternsSay(_ word: String, _ broken: String) throws {
        let dictionary = try #require(HyphenationDictionary(language: "en-US"))
        #expect(hyphenated(word, by: dictionary) == broken)
        // Asked again, it is the same.
        #expect(hyphenated(word, by: dictionary) == broken)
    }

    @Test(arguments: ["a", "", "the", "idea", "x1hyphenation", "hyphenAtion", "NATO", "McDonald", "https://hyphenation.org", "well-being", "漢字漢字漢字"])
    func wordsThatAreNotPlainDoNotBreak(_ word: String) throws {
        let dictionary = try #require(HyphenationDictionary(language: "en"))
        #expect(dictionary.points(in: word).isEmpty)
    }

    @Test func namesStayWhole() throws {
        let dictionary = try #require(HyphenationDictionary(language: "en-US"))
        #expect(dictionary.points(in: "Hyphenation").isEmpty)
    }

    @Test func capitalNounsBreakAsSmallLetters() throws {
        let folder = try Folder(["hyph_de_DE.dic": Data("UTF-8\nab1cd\n".utf8)])
        let dictionary = try #require(HyphenationDictionary(language: "de", folder: folder.path))
        #expect(dictionary.points(in: "Abcde") == [2])
    }

    @Test func britishFallsBackToAmerican() throws {
        let folder = try Folder(["hyph_en_US.dic": american, "hyph_de_DE.dic": american])
        #expect(HyphenationDictionary(language: "en-GB", folder: folder.path) != nil)
        #expect(HyphenationDictionary(language: "en", folder: folder.path) != nil)
        #expect(HyphenationDictionary(language: "de", folder: folder.path) != nil)
        #expect(HyphenationDictionary(language: "de-Latn-AT", folder: folder.path) != nil)
        #expect(HyphenationDictionary(language: "fr", folder: folder.path) == nil)
        #expect(HyphenationDictionary(language: "", folder: folder.path) == nil)
        #expect(HyphenationDictionary(language: "en", folder: "/nowhere") == nil)
    }

    @Test func britishPatternsWinWhereTheyAreInstalled() throws {
        let folder = try Folder(["hyph_en_US.dic": american, "hyph_en_GB.dic": Data("UTF-8\nab1cd\n".utf8)])
        let british = try #require(HyphenationDictionary(language: "en-GB", folder: folder.path))
        #expect(british.points(in: "abcde") == [2])
        let other = try #require(HyphenationDictionary(language: "en-US", folder: folder.path))
        #expect(other.points(in: "abcde").isEmpty)
    }

    @Test func offsetsCountBytes() throws {
        let text = "e1lè\nö1n\n"
        let latin = "ISO8859-1\n".data(using: .isoLatin1)! + text.data(using: .isoLatin1)!
        let folder = try Folder(["hyph_fr_FR.dic": Data(("UTF-8\n" + text).utf8), "hyph_de_DE.dic": latin])
        for language in ["fr", "de"] {
            let dictionary = try #require(HyphenationDictionary(language: language, folder: folder.path))
            #expect(dictionary.points(in: "élelève") == [4], "\(language)")
            #expect(dictionary.points(in: "ööönönn") == [6], "\(language)")
        }
        let german = try #require(HyphenationDictionary(language: "de", folder: folder.path))
        #expect(german.points(in: "elèženo").isEmpty)
    }

    @Test func otherEncodingsKeepToASCII() throws {
        let folder = try Folder(["hyph_pl_PL.dic": Data("ISO8859-2\nab1cd\n".utf8)])
        let dictionary = try #require(HyphenationDictionary(language: "pl", folder: folder.path))
        #expect(dictionary.points(in: "abcde") == [2])
        #expect(dictionary.points(in: "abcdeé").isEmpty)
    }

    @Test func breaksThatChangeTheSpellingAreLeftOut() throws {
        let folder = try Folder(["hyph_de_DE.dic": Data("UTF-8\nf1f/ff=f,1,2\na1b\n".utf8)])
        let dictionary = try #require(HyphenationDictionary(language: "de", folder: folder.path))
        #expect(dictionary.points(in: "schiffahrt").isEmpty)
        #expect(dictionary.points(in: "schaberna") == [4])
    }

    @Test func aFileThatCannotBeReadBreaksNothing() throws {
        let folder = try Folder([:])
        try FileManager.default.createDirectory(atPath: folder.path + "/hyph_en_US.dic", withIntermediateDirectories: true)
        let dictionary = try #require(HyphenationDictionary(language: "en", folder: folder.path))
        #expect(dictionary.points(in: "hyphenation").isEmpty)
    }

    private let american = Data("UTF-8\nhy1p\n".utf8)

    private func hyphenated(_ word: String, by dictionary: HyphenationDictionary) -> String {
        var result = Array(word.utf8)
        for point in dictionary.points(in: word).reversed() { result.insert(UInt8(ascii: "-"), at: point) }
        return String(decoding: result, as: UTF8.self)
    }
}

/// A folder with files, for as long as it is held.
private final class Folder {
    let path: String

    init(_ files: [String: Data]) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, data) in files { try data.write(to: URL(fileURLWithPath: path + "/" + name)) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
