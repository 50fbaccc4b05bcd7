internal import CYAML

/// libyaml's parser over one text: events one by one, with places in characters of that text.
struct YAMLParser: ~Copyable {
    /// What the parser met.
    enum Event {
        case documentStart
        case scalar(String, plain: Bool)
        case sequenceStart
        case sequenceEnd
        case mappingStart
        case mappingEnd
        case alias
        case end
        /// What holds no value: the start of the stream, the end of a document.
        case other
    }

    struct Step {
        var event: Event
        /// Characters from the start of the text.
        var range: Range<Int>
        /// Whether a name such as `&first` stands before it.
        var isAnchored = false
        /// Whether a tag such as `!!str` stands before it.
        var isTagged = false
        /// Whether a sequence or mapping is written in brackets.
        var isFlow = false
    }

    /// Why the text cannot be read on.
    struct Problem: Error {
        /// As libyaml words it.
        var message: String
        var context: String
        /// Characters from the start of the text.
        var place: Int
        /// Where that began which could not be read: an opening quote, say.
        var contextPlace: Int?
        /// For a byte that may not stand in YAML: its place, in bytes.
        var byte: Int?
    }

    // On the heap: the parser keeps a pointer to itself.
    private let parser: UnsafeMutablePointer<yaml_parser_t>

    /// - Parameter text: UTF-8; must stay where it is for as long as the parser is used.
    /// - Returns: nil where no memory is left.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            return nil
        }
        // Told, libyaml does not look for a byte order mark and counts every character.
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    mutating func next() throws(Problem) -> Step {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw problem }
        defer { yaml_event_delete(&event) }
        let start = Int(event.start_mark.index)
        var step = Step(event: .other, range: start..<max(start, Int(event.end_mark.index)))
        switch event.type {
        case YAML_STREAM_END_EVENT:
            step.event = .end
        case YAML_DOCUMENT_START_EVENT:
            step.event = .documentStart
        case YAML_ALIAS_EVENT:
            step.event = .alias
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            step.event = .scalar(
                String(decoding: bytes, as: UTF8.self), plain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
            step.isAnchored = scalar.anchor != nil
            step.isTagged = scalar.tag != nil
        case YAML_SEQUENCE_START_EVENT:
            step.event = .sequenceStart
            step.isAnchored = event.data.sequence_start.anchor != nil
            step.isTagged = event.data.sequence_start.tag != nil
            step.isFlow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
        case YAML_SEQUENCE_END_EVENT:
            step.event = .sequenceEnd
        case YAML_MAPPING_START_EVENT:
            step.event = .mappingStart
            step.isAnchored = event.data.mapping_start.anchor != nil
            step.isTagged = event.data.mapping_start.tag != nil
            step.isFlow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
        case YAML_MAPPING_END_EVENT:
            step.event = .mappingEnd
        default:
            break
        }
        return step
    }

    private var problem: Problem {
        let state = parser.pointee
        return Problem(
            message: state.problem.map { String(cString: $0) } ?? "",
            context: state.context.map { String(cString: $0) } ?? "",
            place: Int(state.problem_mark.index),
            contextPlace: state.context == nil ? nil : Int(state.context_mark.index),
            byte: state.error == YAML_READER_ERROR ? Int(state.problem_offset) : nil)
    }
}
