/// What veraPDF, page-validation and qpdf say against PDFs that are to be PDF/A-3a and PDF/UA-1; empty for nothing.
///
/// Give it all the PDFs of a test at once: most of its time goes into starting.
///
/// - Returns: a line for each file and check that it fails, and beneath it the rules that are broken.
/// - Throws: where a file or a validator is missing; it is never skipped.
package func complaints(about proofs: [PDFProof]) throws -> String {
    let run = try run("\(Repository.root)/Tests/Validators/validate", proofs.map(\.path), limit: 3600)
    let complaints = run.text.split(separator: "\n").filter { !$0.hasPrefix("PASS ") }.joined(separator: "\n")
    guard !run.wasKilled, run.status == (complaints.isEmpty ? 0 : 1) else {
        throw ProgramFailure("validate ended with \(run.status), `make test` installs what it needs: \(run.errors)")
    }
    return complaints
}
