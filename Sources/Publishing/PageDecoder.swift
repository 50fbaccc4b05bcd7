internal import Scenes

/// What a page's content is when its codes are replaced by what they stand for.
struct DecodedContent {
    var bytes: [UInt8]
    /// The leaves that are marked as content, by the numbers of their marks. One that is painted in parts is there for each; one
    /// of which nothing is painted is not there.
    var marks: [Scene.PaintedLeaf] = []
}

/// Reads the content of a page that was painted in codes, and puts colours, and marks of what a thing means, in their place.
///
/// It asks at each thing that is painted which code is in force, as a viewer would; where the painter sets colours, and what
/// it does in between, makes no difference.
struct PageDecoder {
    /// What stands in the place of codes.
    enum Edition {
        /// Colours of the screen, and marks.
        case screen
        /// Inks alone: a press does not read.
        case press
    }

    /// What is saved and restored.
    private struct State {
        var fill: Legend.Entry?
        var stroke: Legend.Entry?
    }

    /// Content that is marked, and may go on.
    private struct Mark {
        var leaf: Int
        /// How much was saved where it begins.
        var depth: Int
        /// Where it ends if nothing of it follows, and how much is saved there.
        var end: Int
        var endDepth: Int
        /// Whether it cannot go on, since what was saved before it began is restored.
        var isOver = false
    }

    private let name: String
    private let legend: Legend
    private let edition: Edition

    private var edits: [ContentStream.Edit] = []
    private var marks: [Scene.PaintedLeaf] = []
    private var state = State()
    private var saved: [State] = []
    private var mark: Mark?
    /// Where a path or a text begins that has not ended.
    private var pathStart: Int?
    private var text: (start: Int, entry: Legend.Entry?)?
    /// For each mark that the painter wrote itself and that is open, whether it stays.
    private var paintersMarks: [Bool] = []

    /// - Parameter name: of the page, for messages.
    static func decode(_ content: [UInt8], of name: String, _ legend: Legend, for edition: Edition) throws(PDFError) -> DecodedContent {
        var decoder = PageDecoder(name: name, legend: legend, edition: edition)
        let stream = ContentStream(content)
        try stream.forEachOperation { operation throws(PDFError) in try decoder.take(operation) }
        decoder.endMark()
        return DecodedContent(bytes: stream.edited(by: decoder.edits), marks: decoder.marks)
    }

    private init(name: String, legend: Legend, edition: Edition) {
        self.name = name
        self.legend = legend
        self.edition = edition
    }

    private mutating func take(_ operation: ContentStream.Operation) throws(PDFError) {
        guard let meaning = Operator(operation) else { return }
        switch meaning {
        case .path: pathStart = pathStart ?? operation.range.lowerBound
        case .paint(let fills, let strokes): try paintPath(operation, fills: fills, strokes: strokes)
        case .beginText: text = (operation.range.lowerBound, nil)
        case .showText: try showText()
        case .endText:
            if let text, let entry = text.entry { add(entry, text.start..<operation.range.upperBound) }
            text = nil
        case .paintObject:
            guard edition == .screen, let entry = state.fill, entry.isGround else { throw uncoded(operation) }
            add(entry, operation.range)
        case .inlineImage: throw uncoded(operation)
        case .save: saved.append(state)
        case .restore: restore(after: operation)
        case .fillColour: try set(\.fill, operation, "rg", "k")
        case .strokeColour: try set(\.stroke, operation, "RG", "K")
        case .otherColour:
            // A pattern over a ground: the code of the ground stays in force.
            guard edition == .screen, state.fill?.isGround == true else { throw uncoded(operation) }
        case .beginMark:
            let stays = edition == .screen && text != nil
            paintersMarks.append(stays)
            if !stays { edits.append(.init(operation.range, "")) }
        case .endMark:
            guard paintersMarks.popLast() == false else { return }
            edits.append(.init(operation.range, ""))
        }
    }

    // MARK: Colours

    private mutating func set(
        _ place: WritableKeyPath<State, Legend.Entry?>, _ operation: ContentStream.Operation, _ screen: String, _ press: String
    ) throws(PDFError) {
        let parts = operation.operands.suffix(3).compactMap { Double($0) }
        guard parts.count == 3, let entry = legend.entry(red: parts[0], green: parts[1], blue: parts[2]) else { throw uncoded(operation) }
        let before = state[keyPath: place]
        state[keyPath: place] = entry
        if let before, before.colour == entry.colour {
            edits.append(.init(operation.range, ""))
            return
        }
        let text =
            switch edition {
            case .screen: operands(of: entry.colour.screen) + " " + screen
            case .press: operands(of: entry.colour.press) + " " + press
            }
        edits.append(.init(operation.range, text))
    }

    private func uncoded(_ operation: ContentStream.Operation) -> PDFError {
        let letters = operation.letters
        let name = String(decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: letters >> $0) }.filter { $0 != 0 }, as: UTF8.self)
        return .unreadable("\(self.name) has a colour that is no code: \((operation.operands + [name]).joined(separator: " "))")
    }

    // MARK: Things that are painted

    private mutating func paintPath(_ operation: ContentStream.Operation, fills: Bool, strokes: Bool) throws(PDFError) {
        let range = (pathStart ?? operation.range.lowerBound)..<operation.range.upperBound
        pathStart = nil
        let entries = (fills ? [state.fill] : []) + (strokes ? [state.stroke] : [])
        guard let first = entries.first else { return }
        guard let entry = first, entries.allSatisfy({ $0?.leaf == entry.leaf }) else {
            throw .unreadable("\(name) has a path without a code")
        }
        if entry.isGround {
            edits.append(.init(operation.name, "n"))
        } else {
            add(entry, range)
        }
    }

    private mutating func showText() throws(PDFError) {
        guard let entry = state.fill, text != nil, text?.entry.map({ $0.leaf == entry.leaf }) ?? true else {
            throw .unreadable("\(name) has a text without a code, or with two")
        }
        text?.entry = entry
    }

    /// Goes on with the mark of the same leaf, or ends the mark that is open and begins one.
    private mutating func add(_ entry: Legend.Entry, _ range: Range<Int>) {
        guard edition == .screen else { return }
        if let mark, mark.leaf == entry.leaf, !mark.isOver {
            self.mark?.end = range.upperBound
            self.mark?.endDepth = saved.count
            return
        }
        endMark()
        edits.append(.init(at: range.lowerBound, beginning(of: legend.leaves[entry.leaf]) + "\n"))
        mark = Mark(leaf: entry.leaf, depth: saved.count, end: range.upperBound, endDepth: saved.count)
    }

    private mutating func endMark() {
        if let mark { edits.append(.init(at: mark.end, "\nEMC")) }
        mark = nil
    }

    /// What was saved within a mark is restored within it, where that can be.
    private mutating func restore(after operation: ContentStream.Operation) {
        if let before = saved.popLast() { state = before }
        guard let mark, !mark.isOver else { return }
        if saved.count < mark.depth {
            self.mark?.isOver = true
        } else if saved.count < mark.endDepth {
            self.mark?.end = operation.range.upperBound
            self.mark?.endDepth = saved.count
        }
    }

    private mutating func beginning(of painted: Scene.PaintedLeaf) -> String {
        switch painted.leaf {
        case .content:
            marks.append(painted)
            return "/Span <</MCID \(marks.count - 1)>> BDC"
        case .hyphen:
            marks.append(painted)
            // A soft hyphen: a reader is not to guess (ISO 32000-1, 14.8.2.2.3).
            return "/Span <</MCID \(marks.count - 1) /ActualText <FEFF00AD>>> BDC"
        case .header: return "/Artifact <</Type /Pagination /Subtype /Header>> BDC"
        case .footer: return "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
        case .artifact: return "/Artifact BMC"
        }
    }
}

func operands(of colour: Colour.Screen) -> String {
    [colour.red, colour.green, colour.blue].map { decimal($0, places: 3) }.joined(separator: " ")
}

func operands(of ink: Colour.Press) -> String {
    [ink.cyan, ink.magenta, ink.yellow, ink.black].map { decimal($0, places: 3) }.joined(separator: " ")
}
