import Figures
import Scenes
import Statistics
import TestSupport

/// Holds what is printed and drawn in a figure against its values, as a reader with the CSV file beside it would.
///
/// It reads the cells by itself and knows nothing of how a figure is arranged but the names of its groups.
struct FigureAudit {
    let walk: SceneWalk
    let values: ValueTable
    let wording: Wording
    /// The window of a rolling mean; 0 for none.
    let window: Int

    /// A cell of the values.
    struct Cell {
        var row: Int
        var month: String
        var province: String
        var measure: String
        /// The ends of what it says: none where it is missing, two for a range.
        var numbers: [Double]

        /// Where a bar ends.
        var barEnd: Double? { isAtMost ? nil : numbers.first }
        var isAtMost: Bool
    }

    let cells: [Cell]

    init(_ walk: SceneWalk, values: ValueTable, wording: Wording, window: Int) {
        self.walk = walk
        self.values = values
        self.wording = wording
        self.window = window
        cells = values.rows.enumerated().flatMap { index, row in
            row.indices.dropFirst(2).map { column in
                let cell = row[column].split(separator: " ").first.map(String.init) ?? ""
                let numbers = cell.drop { "<>=~".contains($0) }.split(separator: "..", omittingEmptySubsequences: true)
                return Cell(
                    row: index, month: row[0], province: row[1], measure: values.header[column],
                    numbers: numbers.compactMap { Double($0) }, isAtMost: cell.hasPrefix("<="))
            }
        }
    }

    // MARK: What is printed

    private var plot: [SceneWalk.Text] { walk.texts.filter { $0.groups.contains("plot") } }

    private func texts(in group: String) -> [SceneWalk.Text] { plot.filter { $0.groups.last == group } }

    private func printed(_ cell: Cell) -> String { cell.numbers.map { wording.number($0) }.joined(separator: wording.rangeDash) }

    /// The changes from the month before to the month of a row, of one measure and province.
    private func changes(of cell: Cell) -> [Double] {
        guard let month = Month(cell.month), let now = cell.numbers.first else { return [] }
        let before = cells.filter {
            $0.month == month.advanced(by: -1).description && $0.province == cell.province && $0.measure == cell.measure
        }
        return before.compactMap { $0.numbers.first.map { now - $0 } }
    }

    /// That of the brief, or the figure's own.
    var lastMonth: Month? { values.rows.compactMap { Month($0[0]) }.max() }

    private var years: Set<String> { Set(values.rows.map { String($0[0].prefix { $0 != "-" }) }) }

    /// Numbers in the plot that are no quantity, change, year, tick or window of a mean.
    var strayNumbers: [String] {
        let quantities = Set(cells.map(printed))
        let signed = Set(cells.flatMap(changes).map { wording.signed($0) })
        let ticks = Set(self.ticks.map(\.text))
        return plot.flatMap { text -> [String] in
            text.item.text.split(whereSeparator: { " ()".contains($0) }).map(String.init).filter { word in
                guard word.contains(where: \.isNumber) else { return false }
                let number = String(word.drop { "≥≤~".contains($0) })
                if quantities.contains(number) || signed.contains(number) { return false }
                if years.contains(word) || window > 1 && word == String(window) { return false }
                return !(text.groups.last == "axis" && ticks.contains(word))
            }
        }
    }

    /// Rows of a table whose numbers are not those of the row of the values, in order.
    var faultsOfTable: [String] {
        var rows: [[SceneWalk.Text]] = []
        let numbers = texts(in: "cells").sorted { ($0.origin.y, $0.origin.x) < ($1.origin.y, $1.origin.x) }
        for text in numbers {
            if let last = rows.last?.last, abs(last.origin.y - text.origin.y) < 1 { rows[rows.count - 1].append(text) } else { rows.append([text]) }
        }
        // The further lines of a long name hold nothing else.
        rows.removeAll { $0.count == 1 }
        guard rows.count == values.rows.count else { return ["\(rows.count) rows for \(values.rows.count)"] }
        return rows.enumerated().compactMap { index, texts in
            let printed = texts.dropFirst().map(\.item.text).filter { $0.contains(where: \.isNumber) }.map { String($0.drop { "≥≤~".contains($0) }) }
            let wanted = cells.filter { $0.row == index && !$0.numbers.isEmpty }.map(self.printed)
            return printed == wanted ? nil : "“\(texts[0].item.text)” has \(printed), not \(wanted)"
        }
    }

    /// Key figures that are not those of the last row of the values, in order, or that have another change.
    var faultsOfPanel: [String] {
        let numbers = texts(in: "key figure")
        let largest = numbers.map(\.item.font.size).max() ?? 0
        let heads = numbers.filter { $0.item.font.size == largest }.sorted { ($0.origin.y, $0.origin.x) < ($1.origin.y, $1.origin.x) }
        let now = cells.filter { $0.row == values.rows.count - 1 }
        guard heads.count == now.count else { return ["\(heads.count) key figures for \(now.count) values"] }
        return zip(heads, now).flatMap { head, cell -> [String] in
            var faults: [String] = []
            if !cell.numbers.isEmpty, String(head.item.text.drop { "≥≤~".contains($0) }) != printed(cell) {
                faults.append("\(cell.measure) is printed as \(head.item.text)")
            }
            guard let change = changes(of: cell).first, change != 0 else { return faults }
            let beneath = numbers.filter { abs($0.origin.x - head.origin.x) < 1 && $0.origin.y > head.origin.y }.map(\.item.text)
            let isTold = beneath.contains { $0.split(separator: " ").first.map(String.init) == wording.signed(change) }
            return isTold ? faults : faults + ["the change of \(cell.measure) is not \(wording.signed(change)) in \(beneath)"]
        }
    }

    // MARK: What is drawn

    struct Tick {
        var text: String
        var value: Double
        var y: Double
    }

    /// The labels left of the plot, from the bottom up; a label with a plain number is a year where it stands lower.
    var ticks: [Tick] {
        let axis = texts(in: "axis")
        guard let left = walk.shapes.filter({ $0.groups.last == "axis" && $0.item.stroke != nil }).map(\.bounds.minX).min() else { return [] }
        return axis.compactMap { text in
            let digits = text.item.text.replacing(wording.minus, with: "-").filter { String($0) != wording.groupSeparator }
            guard text.ink.maxX < left, let value = Double(digits) else { return nil }
            return Tick(text: text.item.text, value: value, y: text.core.midY)
        }.sorted { $0.value < $1.value }
    }

    /// Points for one unit of the value, by the axis; nil where there is none.
    var unitOfAxis: Double? {
        guard let first = ticks.first, let last = ticks.last, last.value > first.value else { return nil }
        return (first.y - last.y) / (last.value - first.value)
    }

    /// Whether the ticks stand where their values are, at equal steps from zero, around all values.
    var faultsOfAxis: [String] {
        guard let unit = unitOfAxis, let first = ticks.first, let last = ticks.last else { return [] }
        let numbers = cells.flatMap(\.numbers)
        let isBelowZero = numbers.contains { $0 < 0 }
        var faults = first.value == 0 || isBelowZero && ticks.contains { $0.value == 0 } ? [] : ["the axis begins at \(first.text)"]
        for tick in ticks where abs(first.y - (tick.value - first.value) * unit - tick.y) > 0.05 { faults.append("the tick \(tick.text) is out of place") }
        if let highest = numbers.max(), highest > last.value { faults.append("\(highest) lies beyond the axis") }
        if let lowest = numbers.min(), lowest < first.value { faults.append("\(lowest) lies beyond the axis") }
        return faults
    }

    /// Filled boxes among the marks.
    private var bars: [Rect] {
        walk.shapes.filter {
            $0.groups.last == "marks" && $0.item.fill != nil && $0.item.path == .rectangle($0.item.path.bounds ?? Rect(x: 0, y: 0, width: 0, height: 0))
        }.map(\.bounds)
    }

    /// Columns from left to right, held against the months with a value; those below zero hang from where the others stand.
    var faultsOfColumns: [String] {
        let expected = cells.filter { ($0.barEnd ?? 0) != 0 }.sorted { $0.row < $1.row }
        let bars = bars.sorted { $0.minX < $1.minX }
        guard bars.count == expected.count, let highest = expected.compactMap({ $0.barEnd.map { abs($0) } }).max(), let tallest = bars.map(\.height).max()
        else { return ["\(bars.count) columns for \(expected.count) values"] }
        let unit = tallest / highest
        var faults: [String] = []
        if let axis = unitOfAxis, abs(axis - unit) > 0.01 * unit { faults.append("the axis and the columns have different scales") }
        for (bar, cell) in zip(bars, expected) where abs(bar.height - unit * abs(cell.barEnd ?? 0)) > 0.05 {
            faults.append("the column of \(cell.month) is \(bar.height / unit) high, not \(cell.barEnd ?? 0)")
        }
        let feet = zip(bars, expected).map { ($1.barEnd ?? 0) > 0 ? $0.maxY : $0.minY }
        if let lowest = feet.max(), let highest = feet.min(), lowest - highest > 0.05 { faults.append("the columns have no line at zero") }
        // A label stands over its column.
        for label in texts(in: "labels") {
            guard let nearest = zip(bars, expected).min(by: { abs($0.0.midX - label.ink.midX) < abs($1.0.midX - label.ink.midX) }) else { continue }
            let number = String(label.item.text.drop { "≥≤~".contains($0) })
            if abs(nearest.0.midX - label.ink.midX) < nearest.0.width, number != printed(nearest.1) {
                faults.append("“\(label.item.text)” stands over the column of \(nearest.1.month)")
            }
        }
        return faults
    }

    /// Bars beside the names of provinces: two a province where the month before is drawn.
    ///
    /// - Parameter month: of the brief.
    func faultsOfBars(month: Month) -> [String] {
        let names = texts(in: "axis").filter { name in values.rows.contains { $0[1] == name.item.text } }
        var faults: [String] = []
        let known = cells.filter { ($0.barEnd ?? 0) > 0 }
        let bars = bars
        guard let highest = known.compactMap(\.barEnd).max(), let longest = bars.map(\.width).max(), bars.count == known.count
        else { return ["\(bars.count) bars for \(known.count) values"] }
        let unit = longest / highest
        let rows = names.map(\.core.midY)
        let distance = zip(rows, rows.dropFirst()).map { $1 - $0 }.min() ?? walk.scene.size.height
        for name in names {
            let here = { (box: Rect) in abs(box.midY - name.core.midY) < distance / 2 }
            let cells = known.filter { $0.province == name.item.text }.sorted { $0.month > $1.month }
            let lengths = bars.filter(here).sorted { $0.minY < $1.minY }.map { $0.width / unit }
            let wanted = cells.compactMap(\.barEnd)
            if lengths.count != wanted.count || !zip(lengths, wanted).allSatisfy({ abs($0 - $1) < 0.005 * highest }) {
                faults.append("the bars of \(name.item.text) are \(lengths) long, not \(wanted)")
            }
            let label = texts(in: "labels").filter { here($0.ink) }.map(\.item.text).joined()
            guard let now = cells.first(where: { $0.month == month.description }) else { continue }
            let change = changes(of: now).first.map { $0 == 0 ? " (\(wording.unchanged))" : " (\(wording.signed($0)))" } ?? ""
            if !label.hasSuffix(printed(now) + change) && !label.hasSuffix(printed(now)) {
                faults.append("“\(label)” stands beside \(name.item.text)")
            }
        }
        return faults
    }

    /// A line with its two ends: no point of a line stands there.
    private func isWhisker(_ path: Path) -> Bool {
        path.elements.count { if case .move = $0 { true } else { false } } > 1
    }

    /// Every value of a line chart must be a point of a line or the centre of a dot.
    var faultsOfLines: [String] {
        guard let unit = unitOfAxis, let zero = ticks.first.map(\.y) else { return ["the chart has no axis"] }
        var points: [Point] = []
        for shape in walk.shapes where shape.groups.last == "marks" {
            if shape.item.fill != nil {
                points.append(Point(x: shape.bounds.midX, y: shape.bounds.midY))
            } else if shape.item.path.elements.count > 1, !isWhisker(shape.item.path) {
                for element in shape.item.path.elements {
                    switch element {
                    case .move(let point), .line(let point): points.append(point + shape.offset)
                    case .curve, .close: break
                    }
                }
            }
        }
        // The last tick is not the middle of its label, but all are off alike: the zero line says by how much.
        let zeroLine = walk.shapes.filter { $0.groups.last == "marks" && $0.item.stroke != nil && $0.item.path.bounds?.height == 0 }
            .max { $0.bounds.width < $1.bounds.width }
        let base = zeroLine.map(\.bounds.midY) ?? zero
        let months = Set(cells.filter { !$0.numbers.isEmpty }.map(\.month)).sorted()
        let wanted = cells.compactMap { cell in cell.numbers.first.map { (cell, base - $0 * unit) } }
        // Where a month stands is known from the points themselves: those of the first and of the last month.
        let ends = zeroLine.flatMap { line in line.item.path.bounds?.moved(by: line.offset) }.map { [$0.minX, $0.maxX] } ?? []
        let inner = points.map(\.x).filter { x in !ends.contains { abs($0 - x) < 0.01 } }
        guard let first = months.first.flatMap({ Month($0) }), let last = months.last.flatMap({ Month($0) }), let left = inner.min(), let right = inner.max()
        else { return months.isEmpty ? [] : ["no line is drawn"] }
        let step = last == first ? 0 : (right - left) / Double(first.distance(to: last))
        return wanted.compactMap { cell, y in
            guard let month = Month(cell.month) else { return "“\(cell.month)” is no month" }
            let x = left + Double(first.distance(to: month)) * step
            let isDrawn = points.contains { abs($0.x - x) < 0.05 && abs($0.y - y) < 0.05 }
            return isDrawn ? nil : "\(cell.measure) of \(cell.month) is drawn elsewhere"
        }
    }
}
