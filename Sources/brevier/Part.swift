import ArgumentParser

/// What a run can make.
enum Part: String, CaseIterable {
    case pdf, pages, figures

    /// Reads `pdf,figures`.
    static func list(_ text: String) throws -> [Part] {
        try text.split(separator: ",", omittingEmptySubsequences: false).map { name in
            guard let part = Part(rawValue: String(name)) else {
                throw ValidationError("There is no part \"\(name)\". Parts: \(allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            return part
        }
    }

    /// Whether a file of the output folder is of this part.
    func makes(_ path: String) -> Bool {
        switch self {
        case .pdf: path == "brief.pdf"
        case .pages: path.hasPrefix("pages/")
        case .figures: path.hasPrefix("figures/")
        }
    }
}
