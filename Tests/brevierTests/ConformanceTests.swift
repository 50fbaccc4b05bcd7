import Diagnostics
import Glibc
import Reports
import TestSupport
import Testing

@testable import brevier

/// However odd a report is that the program takes, its brief conforms; the attacks are those of `AdversarialTests`.
@Suite struct ConformanceTests {
    private static func many(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

    /// What only a reader of the PDF could stumble over.
    static let attacks: [AdversarialTests.Attack] = [
        .change("an alternative text of ten thousand characters", "report.yaml", "months: 4", "months: 4\n    alt: \(many(1_300, "Attacks (5) "))", .rendered),
        .change("an alternative text of all sorts", "report.yaml", "months: 4", #"months: 4"# + "\n    alt: \"\\\\)(( ارتفعت\u{202E} e\u{301}\u{1D49C}\u{10FFFD} <>&'\\\" %\"", .rendered),
        .prose("four hundred links", (1...400).map { "[Link \($0)](https://a.example/\($0)) and " }.joined(), .rendered),
        .prose("a link over many lines", "[" + many(300, "words ") + "](https://a.example)", .rendered),
        .prose("a link that begins with a note", "[Words](https://a.example)[^a] [more](https://a.example)[^a]\n\n[^a]: [Words](https://a.example)", .rendered),
        .prose("a note in each column", many(60, many(40, "Words ") + "[^a].\n\n") + "[^a]: A note, with [a link](https://a.example).", .rendered),
        .prose("notes of notes of notes", "Words.[^a] More.[^c]\n\n[^a]: A [link](https://a.example).[^b]\n\n[^b]: Words.[^c][^d]\n\n[^c]: Words.[^a]\n\n[^d]: The last words.", .rendered),
        .prose("languages side by side", "[un *trois* حمص](lang:fr)[deux](lang:ar) [حمص *deux* 12](lang:ar)", .rendered),
        .change("a headline of all sorts", "2024-01.md", "# Attacks rose to five", "# (A\\\\)(( <>&'\" e\u{301} ارتفعت\u{200F} *rose* %", .rendered),
        .change("authors of all sorts", "2024-01.md", "authors: [Ada Example]", "authors: [\"(A\\\\)((\", \"<x:xmpmeta>&]]>\", \"e\u{301}\", \"أحمد\", \"\u{301}\"]", .rendered),
        .change("a series of all sorts", "report.yaml", "title: Incidents in the valley", "title: \"</x:xmpmeta> (\\\\) ارتفعت e\u{301} <?xpacket end='r'?>\"", .rendered),
    ]

    /// Left to `AdversarialTests`: what takes long by its size alone, and is sound as its parts are; and more headings than
    /// page-validation follows, from bookmark to bookmark.
    private static let left: Set<String> = [
        "a line of a megabyte", "a hundred thousand letters without a space", "five thousand paragraphs", "a thousand notes", "a long list",
        "a thousand headings", "a thousand headings without words",
    ]

    @Test func whatIsRenderedConforms() throws {
        let all = Self.attacks + (AdversarialTests.all.filter { attack in
            if case .rendered = attack.end { !Self.left.contains(attack.name) } else { false }
        })
        let folder = try TemporaryFolder()
        var proofs: [PDFProof] = []
        for (index, attack) in all.enumerated() {
            let report = try SmallReport(claims: false)
            try attack.spoil(report)
            let run = try report.rendered(to: "\(folder.path)/\(index)")
            #expect(run.exitStatus == 0, "\(attack.name): \(run.problems.diagnostics.map(\.formatted))")
            proofs.append(PDFProof("\(folder.path)/\(index)/brief.pdf"))
        }
        #expect(proofs.count > 50)
        var complaints = try complaints(about: proofs)
        for (index, attack) in all.enumerated().reversed() { complaints = complaints.replacing("\(folder.path)/\(index)/", with: "\(attack.name): ") }
        #expect(complaints.isEmpty, "\(complaints)")
    }

    /// A long brief takes longer by its pages alone. The time is what the processor spends on this thread: what else the machine
    /// does makes no difference.
    @Test func timeGrowsWithThePages() throws {
        func spent() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        func render(_ paragraphs: Int) throws -> (pages: Int, seconds: Double, proof: PDFProof) {
            let report = try SmallReport(claims: false)
            let prose = Self.many(paragraphs, "There were \(Self.many(25, "attacks in the hills and in the valley, "))and no more.\n\n")
            try report.change("report/2024-01.md", "The north had three.", to: prose)
            let folder = try TemporaryFolder()
            let start = spent()
            let run = try report.rendered(to: folder.path)
            let seconds = spent() - start
            #expect(run.exitStatus == 0)
            let proof = try PDFProof(folder.bytes(of: "brief.pdf"))
            return (try proof.trailer()["Root"].pages.count, seconds, proof)
        }
        let (short, long) = (try render(120), try render(960))
        #expect((15...25).contains(short.pages) && (140...160).contains(long.pages), "\(short.pages) and \(long.pages) pages")
        // By the square of the pages it would be eight.
        #expect(long.seconds / Double(long.pages) < 4 * short.seconds / Double(short.pages), "\(short.seconds) and \(long.seconds) seconds")
        #expect(try output(of: "qpdf", ["--check", long.proof.path]).contains("No syntax or stream encoding errors found"))
        // The validators take longer than the program; the short one is of the same kind.
        let complaints = try complaints(about: [short.proof])
        #expect(complaints.isEmpty, "\(complaints)")
    }
}
