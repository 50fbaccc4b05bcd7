package import Diagnostics

/// Deeper than any report goes; what is deeper is a mistake, or meant to do harm.
private let deepest = 50

/// Reads a YAML text into a tree of nodes.
///
/// Of YAML it takes what a settings file needs: mappings, lists and texts, in blocks or in brackets. Anchors, aliases,
/// tags, keys that are not texts, a key given twice, and a second document are errors.
///
/// - Parameters:
///   - file: what is read; all spans are in it.
///   - range: the bytes of the file to read, the front matter of a Markdown file, say; the whole file where nil.
/// - Returns: the outermost value, an empty mapping where there is none, nil where the text cannot be read to its end;
///   and every error. Of a value in error the tree holds an empty text.
package func readYAML(_ file: SourceFile, range: Range<Int>? = nil) -> (YAMLNode?, Messages) {
    let range = (range ?? 0..<file.bytes.count).clamped(to: 0..<file.bytes.count)
    return file.bytes.withUnsafeBufferPointer { bytes in
        guard let parser = YAMLParser(UnsafeBufferPointer(rebasing: bytes[range])) else {
            return (nil, [.error(file.span(range), "no memory is left to read this")])
        }
        var reader = YAMLReader(parser: parser, places: CharacterPlaces(file: file, range: range))
        return reader.read()
    }
}

/// Builds the tree from the events of one text.
private struct YAMLReader: ~Copyable {
    var parser: YAMLParser
    let places: CharacterPlaces
    var diagnostics = Messages()

    init(parser: consuming YAMLParser, places: CharacterPlaces) {
        self.parser = parser
        self.places = places
    }

    /// Why reading ends before the end of the text.
    enum Stop: Error {
        case broken(YAMLParser.Problem)
        case tooDeep(Span)
    }

    mutating func read() -> (YAMLNode?, Messages) {
        do throws(Stop) {
            let root = try document()
            return (root, diagnostics)
        } catch {
            switch error {
            case .broken(let problem): diagnostics.append(problem.diagnostic(in: places))
            case .tooDeep(let span): diagnostics.append(.error(span, "this is nested more than \(deepest) levels deep"))
            }
            return (nil, diagnostics)
        }
    }

    private mutating func next() throws(Stop) -> YAMLParser.Step {
        do throws(YAMLParser.Problem) { return try parser.next() } catch { throw .broken(error) }
    }

    private mutating func document() throws(Stop) -> YAMLNode {
        var root: YAMLNode?
        while true {
            let step = try next()
            switch step.event {
            case .end:
                return root ?? YAMLNode(.mapping([]), at: places.span(0..<0))
            case .documentStart where root != nil:
                diagnostics.append(.error(
                    places.span(step.range), "a second document begins here",
                    hint: "keep one document in the file: leave out this line and what follows it"))
                return root ?? YAMLNode(.mapping([]), at: places.span(0..<0))
            case .documentStart:
                root = try node(try next(), depth: 1)
                if root?.isEmpty == true { root?.content = .mapping([]) }
            default:
                continue
            }
        }
    }

    /// The value that begins with `step`.
    private mutating func node(_ step: YAMLParser.Step, depth: Int) throws(Stop) -> YAMLNode {
        let span = places.span(step.range)
        guard depth <= deepest else { throw .tooDeep(span) }
        if step.isAnchored {
            diagnostics.append(.error(
                span, "a text may not begin with \"&\": YAML takes it for the name of a value", hint: inQuotes))
        }
        if step.isTagged {
            diagnostics.append(.error(
                span, "a text may not begin with \"!\": YAML takes it for the type of a value", hint: inQuotes))
        }
        switch step.event {
        case .scalar(let text, let plain):
            return YAMLNode(.scalar(text, plain: plain), at: places.trimmed(span))
        case .sequenceStart:
            return try sequence(step, depth: depth)
        case .mappingStart:
            return try mapping(step, depth: depth)
        case .alias:
            diagnostics.append(.error(
                span, "a text may not begin with \"*\": YAML takes it for a value named elsewhere", hint: inQuotes))
            return YAMLNode(.scalar("", plain: false), at: span)
        case .documentStart, .sequenceEnd, .mappingEnd, .end, .other:
            return YAMLNode(.scalar("", plain: true), at: span)
        }
    }

    private mutating func sequence(_ start: YAMLParser.Step, depth: Int) throws(Stop) -> YAMLNode {
        var elements: [YAMLNode] = []
        while true {
            let step = try next()
            if case .sequenceEnd = step.event {
                return YAMLNode(.sequence(elements), at: places.collection(from: start, to: step))
            }
            elements.append(try node(step, depth: depth + 1))
        }
    }

    private mutating func mapping(_ start: YAMLParser.Step, depth: Int) throws(Stop) -> YAMLNode {
        var entries: [(key: Located<String>, value: YAMLNode)] = []
        var lines: [String: Int] = [:]
        while true {
            let step = try next()
            if case .mappingEnd = step.event {
                return YAMLNode(.mapping(entries), at: places.collection(from: start, to: step))
            }
            let key = try node(step, depth: depth + 1)
            let value = try node(try next(), depth: depth + 1)
            guard case .scalar(let name, _) = key.content, !key.isEmpty else {
                let message = key.isEmpty ? "the key before the colon is missing" : "a key must be a text, not \(key.kind)"
                diagnostics.append(.error(key.span, message))
                continue
            }
            if let line = lines[name] {
                diagnostics.append(.error(
                    key.span, "\"\(name)\" is given twice", facts: ["the first time in line \(line)"],
                    hint: "keep one of the two"))
                continue
            }
            lines[name] = key.span.line
            entries.append((Located(name, at: key.span), value))
        }
    }
}

private let inQuotes = "put the text in quotes"
