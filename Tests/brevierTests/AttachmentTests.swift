import TestSupport
import Testing

@testable import brevier

/// The data within a brief: each figure's values, and the claims.
@Suite struct AttachmentTests {
    private static let made = Result { () throws -> TemporaryFolder in
        let (folder, styles) = (try TemporaryFolder(), try Brevier.smallStyles())
        let run = try withExtendedLifetime(styles) {
            try Brevier.run(["render", Brevier.centralSyria, "--to", folder.path, "--only", "pdf,figures", "--styles", styles.path])
        }
        guard run.status == 0 else { throw ProgramFailure(run.end) }
        return folder
    }

    private let folder: TemporaryFolder
    private let proof: PDFProof
    /// Of the figures, as their files are named.
    private let names: [String]

    init() throws {
        folder = try Self.made.get()
        proof = PDFProof(folder.path + "/brief.pdf")
        names = try contents(of: folder.path + "/figures").keys.filter { $0.hasSuffix(".csv") }.sorted()
    }

    @Test func areTheFilesBesideTheBrief() throws {
        let saved = try TemporaryFolder()
        _ = try output(of: "pdfdetach", ["-saveall", "-o", saved.path, proof.path])
        let files = try contents(of: saved.path)
        #expect(names.count > 5)
        #expect(files.keys.sorted() == (names + ["claims.csv"]).sorted())
        for name in names { #expect(try files[name] == folder.bytes(of: "figures/\(name)"), "\(name)") }
        #expect(try files["claims.csv"] == folder.bytes(of: "claims.csv"))
        let list = try output(of: "pdfdetach", ["-list", proof.path])
        #expect(list.hasPrefix("\(names.count + 1) embedded files\n"))
    }

    @Test func areListedInOrderAndDescribed() throws {
        let catalogue = try proof.trailer()["Root"]
        let files = catalogue["Names"]["EmbeddedFiles"].pairs("Names")
        #expect(files.compactMap(\.key.words) == (names + ["claims.csv"]).sorted())
        for (name, file) in files {
            #expect(file["UF"].words == name.words && file["F"].words == name.words)
            #expect(file["AFRelationship"].name == "Data")
            #expect(file["Desc"].words?.isEmpty == false)
            let stream = file["EF"]["F"]
            #expect(stream["Subtype"].name == "text/csv")
            #expect(stream["Params"]["ModDate"].words == "D:20240214000000Z")
            #expect(stream["Params"]["Size"].integer == stream.bytes?.count)
        }
        #expect(Set(catalogue["AF"].items.compactMap(\.reference)) == Set(files.compactMap(\.value.reference)))
        #expect(catalogue["AF"].items.count == files.count)
    }

    /// Who reads a figure finds its values there.
    @Test func hangOnTheirFigures() throws {
        let pdf = try StructuredPDF(proof)
        let holders = pdf.elements.filter { $0.object["AF"].isThere }
        let placed = try Repository.text(of: "reports/central-syria/2024-01.md").matches(of: /(?m)^!\[.*\]\(([a-z0-9-]+)\)$/).map { "\($0.output.1).csv" }
        #expect(holders.flatMap { $0.object["AF"].items.compactMap(\.["UF"].words) } == placed)
        for holder in holders {
            #expect(holder.object["AF"].items.count == 1 && ["Figure", "Table", "Div"].contains(holder.role))
        }
    }

    /// A spreadsheet runs no words of an author.
    @Test func holdNoFormulas() throws {
        let report = try SmallReport()
        let province = "=HYPERLINK(1)"
        try report.change("report/report.yaml", "order: [North, South]", to: "order: [\"\(province)\", \"@North\", North, South]")
        let folder = try TemporaryFolder()
        let run = try report.rendered(to: folder.path, asked: [.pdf, .figures])
        #expect(run.exitStatus == 0)
        let files = try contents(of: folder.path).filter { $0.key.hasSuffix(".csv") }
        #expect(files.keys.sorted() == ["claims.csv", "figures/by-month.csv", "figures/by-province.csv"])
        #expect(try folder.text(of: "figures/by-province.csv").contains("'\(province)") && folder.text(of: "figures/by-province.csv").contains("'@North"))
        for (name, bytes) in files {
            for cell in String(decoding: bytes, as: UTF8.self).split(whereSeparator: { $0 == "," || $0 == "\n" }) where Double(cell) == nil {
                let first = cell.drop { $0 == "\"" }.unicodeScalars.first
                #expect(first.map { !"=+-@\t\r".unicodeScalars.contains($0) } ?? true, "\(name): \(cell)")
            }
        }
    }
}
