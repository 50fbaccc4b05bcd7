package import Diagnostics

/// Where the readers of a stage put what they find, so that all of it is told at once.
package final class Problems {
    package private(set) var diagnostics = Messages()

    package init() {}

    package func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    package func add(contentsOf diagnostics: Messages) { self.diagnostics += diagnostics }

    package func add(contentsOf diagnostics: [Diagnostic]) { self.diagnostics += diagnostics }

    /// Lets a stage add what it finds, which it may leave out of words where enough is kept.
    package func adding<Value>(_ stage: (inout Messages) -> Value) -> Value { stage(&diagnostics) }

    package func error(_ span: Span, _ message: String, facts: [String] = [], hint: String? = nil) {
        add(.error(span, message, facts: facts, hint: hint))
    }

    package func warning(_ span: Span, _ message: String, facts: [String] = [], hint: String? = nil) {
        add(.warning(span, message, facts: facts, hint: hint))
    }

    /// The value of a stage, with its warnings; throws all that was found where one of it is an error.
    package func finish<Value>(_ value: Value?) throws(Failure) -> Value {
        guard let value, !diagnostics.containErrors else { throw Failure(diagnostics) }
        return value
    }
}
