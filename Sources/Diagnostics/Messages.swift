/// What a stage or a run has to say: its first hundred errors and its first hundred warnings, in the order in which they were
/// found. What comes after is counted and not kept: half a million wrong rows say no more than a hundred.
package struct Messages: Hashable, Sendable {
    /// So many of each severity are kept, and so many are shown together.
    package static let most = 100

    private var kept: [Diagnostic] = []
    private var seen: Set<Diagnostic> = []
    private var errors = 0
    private var warnings = 0
    /// Whether an error is the system's, one that is not kept too.
    package private(set) var blameTheSystem = false

    /// How often something was said, the same again too: by this a stage knows whether it had anything to say.
    package private(set) var remarks = 0

    package init() {}

    /// How many errors there are, with those that are not kept.
    package var errorCount: Int { errors }

    /// How many messages there are, with those that are not kept.
    package var found: Int { errors + warnings }

    package var containErrors: Bool { errors > 0 }

    /// Takes a message; none that it has already.
    package mutating func append(_ diagnostic: Diagnostic) {
        remarks += 1
        if isFull(diagnostic.severity) {
            count(diagnostic)
        } else if seen.insert(diagnostic).inserted {
            kept.append(diagnostic)
            count(diagnostic)
        }
    }

    /// Takes a message of that severity, which blames the report and is put into words only where it is kept.
    package mutating func append(_ severity: Diagnostic.Severity, _ diagnostic: @autoclosure () -> Diagnostic) {
        guard isFull(severity) else { return append(diagnostic()) }
        remarks += 1
        switch severity {
        case .error: errors += 1
        case .warning: warnings += 1
        }
    }

    package mutating func appendError(_ diagnostic: @autoclosure () -> Diagnostic) { append(.error, diagnostic()) }

    package mutating func append(contentsOf other: Messages) {
        for diagnostic in other.kept { append(diagnostic) }
        errors += other.errors - other.kept.count { $0.severity == .error }
        warnings += other.warnings - other.kept.count { $0.severity == .warning }
        blameTheSystem = blameTheSystem || other.blameTheSystem
    }

    package static func += (left: inout Messages, right: Messages) { left.append(contentsOf: right) }

    package static func += (left: inout Messages, right: some Sequence<Diagnostic>) {
        for diagnostic in right { left.append(diagnostic) }
    }

    /// What the author is shown, in the order of reading: errors before warnings have their room.
    package var shown: [Diagnostic] {
        let errors = kept.filter { $0.severity == .error }.prefix(Self.most)
        let warnings = kept.filter { $0.severity == .warning }.prefix(Self.most - errors.count)
        guard errors.count + warnings.count < kept.count else { return kept.inReadingOrder }
        let chosen = Set(errors + warnings)
        return kept.filter(chosen.contains).inReadingOrder
    }

    /// How many are not shown.
    package var more: Int { found - shown.count }

    private func isFull(_ severity: Diagnostic.Severity) -> Bool {
        switch severity {
        case .error: errors >= Self.most
        case .warning: warnings >= Self.most
        }
    }

    private mutating func count(_ diagnostic: Diagnostic) {
        switch diagnostic.severity {
        case .error: errors += 1
        case .warning: warnings += 1
        }
        if diagnostic.severity == .error, diagnostic.cause == .system { blameTheSystem = true }
    }
}

/// Those that are kept, in the order in which they were found.
extension Messages: RandomAccessCollection, ExpressibleByArrayLiteral {
    package init(arrayLiteral diagnostics: Diagnostic...) { self += diagnostics }

    package var startIndex: Int { kept.startIndex }
    package var endIndex: Int { kept.endIndex }
    package subscript(index: Int) -> Diagnostic { kept[index] }
}
