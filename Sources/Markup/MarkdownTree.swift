internal import CMarkGFM

/// Registers the extensions once in a process: cmark's own guard is not safe on several threads.
private let extensionsAreRegistered: Void = cmark_gfm_core_extensions_ensure_registered()

/// What cmark made of a text. It owns the tree; its nodes live as long as it does.
struct MarkdownTree: ~Copyable {
    private let document: OpaquePointer

    /// - Returns: nil where no memory is left.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        _ = extensionsAreRegistered
        guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return nil }
        defer { cmark_parser_free(parser) }
        if let table = cmark_find_syntax_extension("table") { cmark_parser_attach_syntax_extension(parser, table) }
        text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        guard let document = cmark_parser_finish(parser) else { return nil }
        self.document = document
    }

    deinit { cmark_node_free(document) }

    /// The nodes are to be read inside `body` only.
    func withRoot<Result>(_ body: (MarkdownTreeNode) -> Result) -> Result {
        body(MarkdownTreeNode(pointer: document))
    }
}

/// A node of the tree, with cmark's words turned into ours.
struct MarkdownTreeNode {
    enum Kind {
        case quote, list, item, code, html, paragraph, heading, thematicBreak, footnote
        case table, tableHeader, tableRow, tableCell
        case text, softBreak, hardBreak, inlineCode, inlineHTML, emphasis, strong, link, image, footnoteReference
        case other
    }

    fileprivate let pointer: OpaquePointer

    var kind: Kind {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_BLOCK_QUOTE: return .quote
        case CMARK_NODE_LIST: return .list
        case CMARK_NODE_ITEM: return .item
        case CMARK_NODE_CODE_BLOCK: return .code
        case CMARK_NODE_HTML_BLOCK: return .html
        case CMARK_NODE_PARAGRAPH: return .paragraph
        case CMARK_NODE_HEADING: return .heading
        case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
        case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnote
        case CMARK_NODE_TEXT: return .text
        case CMARK_NODE_SOFTBREAK: return .softBreak
        case CMARK_NODE_LINEBREAK: return .hardBreak
        case CMARK_NODE_CODE: return .inlineCode
        case CMARK_NODE_HTML_INLINE: return .inlineHTML
        case CMARK_NODE_EMPH: return .emphasis
        case CMARK_NODE_STRONG: return .strong
        case CMARK_NODE_LINK: return .link
        case CMARK_NODE_IMAGE: return .image
        case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
        default: break
        }
        // The kinds of an extension are numbered as it is registered.
        switch cmark_node_get_type_string(pointer).map({ String(cString: $0) }) {
        case "table": return .table
        case "table_header": return .tableHeader
        case "table_row": return .tableRow
        case "table_cell": return .tableCell
        default: return .other
        }
    }

    var children: Children { Children(upcoming: cmark_node_first_child(pointer)) }

    struct Children: Sequence, IteratorProtocol {
        fileprivate var upcoming: OpaquePointer?

        mutating func next() -> MarkdownTreeNode? {
            guard let node = upcoming else { return nil }
            upcoming = cmark_node_next(node)
            return MarkdownTreeNode(pointer: node)
        }
    }

    /// Lines and columns from 1, columns in bytes; 0 where cmark does not say.
    var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
    var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
    var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

    var literal: String { string(cmark_node_get_literal(pointer)) }
    var destination: String { string(cmark_node_get_url(pointer)) }
    var title: String { string(cmark_node_get_title(pointer)) }
    var fenceInfo: String { string(cmark_node_get_fence_info(pointer)) }
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

    /// The number of the first item of an ordered list.
    var listStart: Int? {
        cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil
    }

    /// One letter a column: `l`, `c`, `r`, or 0.
    var alignments: [UInt8] {
        guard let letters = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
        return (0..<Int(cmark_gfm_extensions_get_table_columns(pointer))).map { letters[$0] }
    }

    private func string(_ text: UnsafePointer<CChar>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }
}

/// What an entity such as `&eacute;` stands for, or nil where cmark knows none of that name.
func decodedEntity(_ entity: [UInt8]) -> String? {
    let decoded = entity.withUnsafeBufferPointer { bytes -> String? in
        guard let tree = MarkdownTree(bytes) else { return nil }
        return tree.withRoot { root in
            root.children.first { _ in true }?.children.first { _ in true }?.literal
        }
    }
    guard let decoded, !decoded.isEmpty, !decoded.utf8.elementsEqual(entity) else { return nil }
    return decoded
}
