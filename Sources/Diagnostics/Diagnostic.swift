/// One message to the author: a place, a fact and a way out.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Sendable {
        case error, warning
    }

    /// What a message is about.
    package enum Place: Hashable, Sendable {
        /// A stretch of a text that was read.
        case span(Span)
        /// A file as a whole: one that is missing, say.
        case file(String)
    }

    /// Why a run that had this error ends as it does.
    package enum Cause: Sendable {
        /// The report says something wrong: exit status 1.
        case report
        /// The system would not read or write: exit status 74.
        case system
    }

    package var severity: Severity
    package var cause: Cause
    package var place: Place
    package var message: String
    /// The code of the rule that is broken, "R-title-length"; nil where it is no such rule.
    package var rule: String?
    /// What else bears on it, a line each.
    package var facts: [String]
    /// What the author can do.
    package var hint: String?

    package init(
        _ severity: Severity, at place: Place, _ message: String, rule: String? = nil,
        facts: [String] = [], hint: String? = nil, cause: Cause = .report
    ) {
        self.severity = severity
        self.cause = cause
        self.place = place
        self.message = message
        self.rule = rule
        self.facts = facts
        self.hint = hint
    }

    package static func error(_ span: Span, _ message: String, facts: [String] = [], hint: String? = nil) -> Diagnostic {
        Diagnostic(.error, at: .span(span), message, facts: facts, hint: hint)
    }

    package static func warning(_ span: Span, _ message: String, facts: [String] = [], hint: String? = nil) -> Diagnostic {
        Diagnostic(.warning, at: .span(span), message, facts: facts, hint: hint)
    }
}

/// A stage that stopped: everything that it found, errors and warnings.
package struct Failure: Error, Sendable {
    package var diagnostics: Messages

    package init(_ diagnostics: Messages) {
        self.diagnostics = diagnostics
    }
}

extension Sequence<Diagnostic> {
    /// Whether one of them is an error.
    package var containErrors: Bool { contains { $0.severity == .error } }

    /// In the order in which an author reads: by file as first met, then by place in it; equal messages once.
    package var inReadingOrder: [Diagnostic] {
        var fileOrder: [String: Int] = [:]
        var seen: Set<Diagnostic> = []
        var keyed: [(file: Int, offset: Int, index: Int, diagnostic: Diagnostic)] = []
        for (index, diagnostic) in enumerated() where seen.insert(diagnostic).inserted {
            let (path, offset) = diagnostic.position
            let file = fileOrder[path] ?? fileOrder.count
            fileOrder[path] = file
            keyed.append((file, offset, index, diagnostic))
        }
        keyed.sort { ($0.file, $0.offset, $0.index) < ($1.file, $1.offset, $1.index) }
        return keyed.map(\.diagnostic)
    }
}

extension Diagnostic {
    fileprivate var position: (path: String, offset: Int) {
        switch place {
        case .span(let span): (span.file.path, span.range.lowerBound)
        case .file(let path): (path, -1)
        }
    }
}
