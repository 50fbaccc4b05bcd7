import ArgumentParser

/// What a run can make.
enum Part: String, CaseIterable {
    case pdf, pages, figures, press

    /// What is made where nothing is asked for; a report may want the press edition too.
    static func usual(forPress: Bool) -> [Part] { forPress ? allCases : [.pdf, .pages, .figures] }

    /// Reads `pdf,figures`.
    static func list(_ text: String) throws -> [Part] {
        try text.split(separator: ",", omittingEmptySubsequences: false).map { name in
            guard let part = Part(rawValue: String(name)) else {
                throw ValidationError("There is no part \"\(name)\". Parts: \(allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            return part
        }
    }
}
