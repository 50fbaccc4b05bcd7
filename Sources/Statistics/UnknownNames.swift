internal import Diagnostics

/// Names that a table uses and the report does not know: one message for each name, at the first place that has it.
struct UnknownNames {
    private var names: [(name: String, first: Span, others: Int)] = []
    private var indices: [String: Int] = [:]

    mutating func note(_ name: Located<String>) {
        if let index = indices[name.value] {
            names[index].others += 1
        } else {
            indices[name.value] = names.count
            names.append((name.value, name.span, 0))
        }
    }

    /// An error for each name, in the order in which they were met.
    func tell(_ diagnostics: inout Messages, called what: String, hint: (String) -> String) {
        for (name, first, others) in names {
            diagnostics.appendError(
                .error(
                    first, "no \(what) is called \"\(name)\"",
                    facts: others == 0 ? [] : ["it stands in \(counted(others, "other row"))"], hint: hint(name)))
        }
    }

    func tell(_ diagnostics: inout Messages, of provinces: ProvinceNames) {
        tell(&diagnostics, called: "province") { name in
            guard let likely = provinces.likelyName(for: name) else {
                let known = (provinces.provinces + [provinces.total]).joined(separator: ", ")
                return "the report has \(known); a new one is listed under \"provinces\" in report.yaml"
            }
            return "did you mean \"\(likely)\"? Another spelling of it is listed under \"aliases\" in report.yaml"
        }
    }
}

extension Span {
    /// `path:line`, as one message refers to another place.
    var lineReference: String { "\(file.path):\(line)" }
}
