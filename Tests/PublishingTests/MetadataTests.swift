import Scenes
import TestSupport
import Testing

@testable import Publishing

/// What a file says of itself, in the packet and in the dictionary: well formed, and the same.
@Suite struct MetadataTests {
    /// What XML, PDF and readers trip over.
    private static let odd = [
        "plain", "</x:xmpmeta>", "<?xpacket end=\"r\"?> ]]> &amp; '\"", "(a \\ (b", ")", "ends with \\", "a\u{0}b\u{1}c\u{1B}d\u{7F}e\u{85}f\u{9B}g\n\r\th",
        "ارتفعت \u{202E}evif\u{202C} حمص", "\u{301}e\u{301}\u{308}", "\u{1D49C}\u{10FFFD}\u{20000}", "\u{FFFE}\u{FFFF}\u{1FFFE}a", "þÿ ï»¿ \u{FEFF}a", "  ",
    ]

    private func properties(_ words: String) -> Document.Properties {
        .init(title: words, authors: [words, "Second"], subject: words, keywords: [words, "two"], language: "en-GB", published: "2024-02-12")
    }

    /// The packet's fields, a line each, as Python's own reader of XML has them.
    private func read(_ packet: [UInt8]) throws -> [String: String] {
        let folder = try TemporaryFolder()
        try folder.write(packet, to: "packet.xml")
        let script = """
            import sys, json, xml.etree.ElementTree as E
            fields = {}
            for d in E.parse(sys.argv[1]).getroot().iter('{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description'):
                for f in d: fields.setdefault(f.tag.split('}')[1], '|'.join(t for t in f.itertext()))
            for k, v in fields.items(): print(k + '=' + v.encode('unicode_escape').decode())
            """
        let lines = try output(of: "python3", ["-c", script, folder.path + "/packet.xml"]).split(separator: "\n")
        return Dictionary(uniqueKeysWithValues: lines.map { line in
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), String(parts[1]))
        })
    }

    private func escaped(_ words: String) throws -> String {
        let folder = try TemporaryFolder()
        try folder.write(words, to: "words.txt")
        return try output(of: "python3", ["-c", "import sys; print(open(sys.argv[1], encoding='utf-8', newline='').read().encode('unicode_escape').decode(), end='')", folder.path + "/words.txt"])
    }

    @Test(arguments: odd)
    func packetAndDictionaryAgree(_ words: String) throws {
        let metadata = Metadata(properties(words), program: "Brevier <1>")
        let fields = try read(metadata.packet(archivalAndAccessible))
        let information = Dictionary(uniqueKeysWithValues: metadata.information.map { entry -> (String, String) in
            if case .text(let text) = entry.value { (entry.key, text) } else { (entry.key, "no text") }
        })
        for (field, entry) in [("title", "Title"), ("creator", "Author"), ("description", "Subject"), ("Keywords", "Keywords"), ("CreatorTool", "Creator"), ("Producer", "Producer")] {
            #expect(try fields[field] ?? "" == escaped(information[entry] ?? ""), "\(entry) of “\(words)”")
        }
        #expect(fields["CreateDate"] == "2024-02-12T00:00:00Z" && fields["ModifyDate"] == fields["CreateDate"] && fields["MetadataDate"] == fields["CreateDate"])
        #expect(information["CreationDate"] == "D:20240212000000Z" && information["ModDate"] == information["CreationDate"])
        #expect(fields["language"] == "en-GB")
    }

    @Test func whatNobodySeesIsLeftOut() throws {
        let information = Metadata(properties("a\u{0}b\u{1B}c\u{85}d\u{FFFF}e"), program: "B").information
        guard case .text(let title)? = information.first(where: { $0.key == "Title" })?.value else { throw ProgramFailure("no title") }
        #expect(title == "abcde")
        #expect(Metadata(.init(title: "", authors: [], subject: "", keywords: [], language: "", published: ""), program: "B").information.map(\.key) == ["Creator", "Producer"])
    }

    /// As it is written, and as qpdf reads it.
    @Test(arguments: odd)
    func comesBackFromAFile(_ words: String) throws {
        let properties = properties(words)
        let document = Document(
            properties: properties,
            pages: [Scene(name: "page-1", size: Size(width: 9, height: 9), background: Colour(screen: .init(red: 1, green: 1, blue: 1), press: .init(cyan: 0, magenta: 0, yellow: 0, black: 0)), items: [])],
            bookmarks: [])
        var empty = HandPaintedPDF()
        empty.content = ""
        let trailer = try PDFProof(PDFFinisher(program: "Brevier").finish(empty.bytes, of: ScreenEdition(document))).trailer()
        let metadata = Metadata(properties, program: "Brevier")
        for entry in metadata.information {
            guard case .text(let text) = entry.value else { throw ProgramFailure("\(entry.key) is no text") }
            #expect(trailer["Info"][entry.key].words == text, "\(entry.key) of “\(words)”")
        }
        #expect(trailer["Info"].keys == metadata.information.map(\.key).sorted())
        #expect(trailer["Root"]["Metadata"].bytes == metadata.packet(archivalAndAccessible))
    }
}
