/// A JSON value to be written. Members keep the order in which they were given.
package enum JSON: Sendable {
    case string(String)
    case number(Int)
    case decimal(Double)
    case boolean(Bool)
    case array([JSON])
    case object([(String, JSON)])

    /// The text, two spaces a level, with a line end at the close of the outermost value left to the caller.
    package var formatted: String {
        var text = ""
        write(into: &text, indent: "")
        return text
    }

    private func write(into text: inout String, indent: String) {
        switch self {
        case .string(let value): Self.write(value, into: &text)
        case .number(let value): text += String(value)
        case .decimal(let value): text += value.isFinite ? String(value) : "null"
        case .boolean(let value): text += value ? "true" : "false"
        case .array(let values):
            Self.writeList(values, open: "[", close: "]", into: &text, indent: indent) { value, text, inner in
                value.write(into: &text, indent: inner)
            }
        case .object(let members):
            Self.writeList(members, open: "{", close: "}", into: &text, indent: indent) { member, text, inner in
                Self.write(member.0, into: &text)
                text += ": "
                member.1.write(into: &text, indent: inner)
            }
        }
    }

    private static func writeList<Element>(
        _ elements: [Element], open: String, close: String, into text: inout String, indent: String,
        _ writeElement: (Element, inout String, String) -> Void
    ) {
        guard !elements.isEmpty else {
            text += open + close
            return
        }
        let inner = indent + "  "
        text += open
        for (index, element) in elements.enumerated() {
            text += index == 0 ? "\n" : ",\n"
            text += inner
            writeElement(element, &text, inner)
        }
        text += "\n" + indent + close
    }

    private static func write(_ string: String, into text: inout String) {
        text += "\""
        defer { text += "\"" }
        guard string.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 >= 0x7F }) else {
            text += string
            return
        }
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.isUnseen:
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
