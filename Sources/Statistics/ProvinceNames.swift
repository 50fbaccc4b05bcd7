internal import Diagnostics

/// The provinces of a report, the name of its total, and how else they are spelt.
package struct ProvinceNames: Hashable, Sendable {
    /// In the report's order, without the total.
    package let provinces: [String]
    /// The name of the report's own overall row: "Total".
    package let total: String

    /// Every spelling with the name it stands for.
    private let names: [String: String]

    /// - Parameter aliases: from another spelling to the name of a province, or of the total.
    package init(provinces: [String], aliases: [String: String] = [:], total: String) {
        self.provinces = provinces
        self.total = total
        var names = aliases
        for name in provinces + [total] { names[name] = name }
        self.names = names
    }

    /// Every spelling of a province, the total left out, with the report's name for it; sorted.
    package var spellings: [(written: String, name: String)] {
        names.filter { $0.value != total }.map { (written: $0.key, name: $0.value) }.sorted { $0.written < $1.written }
    }

    /// The report's name for what was written; nil where it knows none. Upper and lower case differ.
    package func name(for written: String) -> String? { names[written] }

    /// The province (or total) most likely meant.
    package func likelyName(for written: String) -> String? {
        let known = provinces + [total]
        let spellings = known + names.keys.filter { names[$0] != $0 }.sorted()
        guard let spelling = likelyMeant(written, among: spellings) else { return nil }
        return names[spelling]
    }
}
