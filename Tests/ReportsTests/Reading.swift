import Claims
import Diagnostics
import Foundation
import Markup
import TestSupport

@testable import Reports

/// What a reader of this module makes of a text, and what it tells the author: "3:5: error: …", a line each.
struct Reading<Value> {
    var value: Value
    var messages: [String]

    init(_ read: (Problems) -> Value) {
        let problems = Problems()
        value = read(problems)
        messages = problems.diagnostics.inReadingOrder.map(\.short)
    }
}

extension Diagnostic {
    /// Place, message and hint, without the path and the source line.
    var short: String {
        let start = if case .span(let span) = place { "\(span.line):\(span.column): " } else { "" }
        return start + message + (hint.map { " (\($0))" } ?? "")
    }
}

extension [Inline] {
    /// `*emphasis*`, `**strong**`, `[words](address)`, `[words](#figure)`, `^1`, `/` for a line break.
    var dump: String {
        map { inline in
            switch inline {
            case .text(let text): text.value
            case .emphasis(let inner): "*\(inner.dump)*"
            case .strong(let inner): "**\(inner.dump)**"
            case .shifted(.below, let inner): "~\(inner.dump)~"
            case .shifted(.above, let inner): "^\(inner.dump)^"
            case .link(let address, let inner): "[\(inner.dump)](\(address))"
            case .language(let tag, let inner): "[\(inner.dump)](lang:\(tag))"
            case .figure(let name, let inner): "[\(inner.dump)](#\(name.value))"
            case .claim(let claim, let inner): "[\(inner.dump)](=\(claim.destination.value))"
            case .note(let index): "^\(index + 1)"
            case .code(let text): "`\(text.value)`"
            case .lineBreak: "/"
            }
        }.joined()
    }
}

extension [Block] {
    /// A line for each block, its parts indented.
    var dump: [String] {
        flatMap { block -> [String] in
            switch block {
            case .heading(let level, let inlines): ["heading \(level): \(inlines.dump)"]
            case .paragraph(let inlines): [inlines.dump]
            case .list(let list):
                ["list" + (list.start.map { " from \($0)" } ?? "")] + list.items.flatMap { item in
                    ["  item"] + item.dump.map { "    \($0)" }
                }
            case .quote(let blocks): ["quote"] + blocks.dump.map { "  \($0)" }
            case .figure(let call): ["figure \(call.name.value)" + (call.title.isEmpty ? "" : ": " + call.title.dump)] + call.code.dump
            case .code(let lines): ["code"] + lines.dump
            case .pause: ["pause"]
            }
        }
    }
}

extension [Located<String>] {
    /// A line for each, with the line of the file that it stands in.
    fileprivate var dump: [String] { map { "  \($0.span.line)|\($0.value)" } }
}

extension Repository {
    static func house() throws -> String { try text(of: "styles/house.yaml") }
}
