package import Statistics

/// A setting of a figure kind, as the reference documents it and the report is read by it.
package struct FigureOption: Sendable {
    /// What may be written.
    package enum Shape: Sendable {
        /// The key of a measure.
        case measure
        /// A list of keys of measures, at least and at most so many.
        case measures(ClosedRange<Int>)
        /// A province, or the total.
        case province
        /// A list of provinces; the total may be among them.
        case provinces
        /// A whole number in a range.
        case number(ClosedRange<Int>)
        /// One of these words.
        case choice([String])
        /// `yes` or `no` (`true`, `false`).
        case flag
        /// A month, `2024-01`.
        case month
        /// Months from one to another, `2023-01..2023-12`.
        case period
    }

    package var name: String
    package var shape: Shape
    /// What it does; a sentence without its full stop.
    package var what: String
    /// "months", "points"; empty for none.
    package var unit: String
    /// What holds when it is not written; nil where it must be.
    package var standard: String?

    package init(_ name: String, _ shape: Shape, _ what: String, unit: String = "", standard: String?) {
        self.name = name
        self.shape = shape
        self.what = what
        self.unit = unit
        self.standard = standard
    }
}

/// What the author set, read and checked against the shapes of the kind's options.
package struct OptionValues: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        case measures([Measure])
        case provinces([String])
        case number(Int)
        case word(String)
        case flag(Bool)
        case month(Month)
        case period(ClosedRange<Month>)
    }

    private var values: [String: Value]

    package init(_ values: [String: Value]) {
        self.values = values
    }

    package subscript(name: String) -> Value? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// One measure; nil where the option is not set.
    package func measure(_ name: String) -> Measure? { measures(name)?.first }

    package func measures(_ name: String) -> [Measure]? {
        if case .measures(let measures)? = values[name] { return measures }
        return nil
    }

    package func province(_ name: String) -> String? { provinces(name)?.first }

    package func provinces(_ name: String) -> [String]? {
        if case .provinces(let provinces)? = values[name] { return provinces }
        return nil
    }

    package func number(_ name: String) -> Int? {
        if case .number(let number)? = values[name] { return number }
        return nil
    }

    package func word(_ name: String) -> String? {
        if case .word(let word)? = values[name] { return word }
        return nil
    }

    package func flag(_ name: String) -> Bool? {
        if case .flag(let flag)? = values[name] { return flag }
        return nil
    }

    package func period(_ name: String) -> ClosedRange<Month>? {
        if case .period(let period)? = values[name] { return period }
        return nil
    }

    package func month(_ name: String) -> Month? {
        if case .month(let month)? = values[name] { return month }
        return nil
    }
}
