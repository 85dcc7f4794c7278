internal import CCmark
internal import Glibc

/// A parsed document. The C library's nodes stay in this file.
struct MarkdownTree: ~Copyable {
    private let root: OpaquePointer

    /// - Parameter source: valid UTF-8 that `ParsingCost` let through.
    init(parsing source: [UInt8]) {
        let parsed = source.withUnsafeBytes { bytes in
            cmark_parse_document(bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, CMARK_OPT_DEFAULT)
        }
        // The library ends the process itself when there is no memory left.
        guard let parsed else { preconditionFailure("cmark gave no document") }
        root = parsed
    }

    deinit { cmark_node_free(root) }

    /// Enters and leaves every node in the order of the text. Never recurses, so depth costs no stack.
    func walk<Failure>(_ visit: (_ node: Node, _ isEntering: Bool) throws(Failure) -> Void) throws(Failure) {
        let iterator = cmark_iter_new(root)
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
            try visit(Node(pointer: node), event == CMARK_EVENT_ENTER)
        }
    }

    /// A node seen on the way. Valid only until the walk's closure returns.
    struct Node {
        enum Kind {
            case document, quote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
            case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image, other
        }

        fileprivate let pointer: OpaquePointer

        var kind: Kind {
            switch cmark_node_get_type(pointer) {
            case CMARK_NODE_DOCUMENT: .document
            case CMARK_NODE_BLOCK_QUOTE: .quote
            case CMARK_NODE_LIST: .list
            case CMARK_NODE_ITEM: .item
            case CMARK_NODE_CODE_BLOCK: .codeBlock
            case CMARK_NODE_HTML_BLOCK: .htmlBlock
            case CMARK_NODE_PARAGRAPH: .paragraph
            case CMARK_NODE_HEADING: .heading
            case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
            case CMARK_NODE_TEXT: .text
            case CMARK_NODE_SOFTBREAK: .softBreak
            case CMARK_NODE_LINEBREAK: .lineBreak
            case CMARK_NODE_CODE: .code
            case CMARK_NODE_HTML_INLINE: .htmlInline
            case CMARK_NODE_EMPH: .emphasis
            case CMARK_NODE_STRONG: .strong
            case CMARK_NODE_LINK: .link
            case CMARK_NODE_IMAGE: .image
            default: .other
            }
        }

        var line: Int { Int(cmark_node_get_start_line(pointer)) }
        var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
        var isNumberedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
        var firstNumber: Int { Int(cmark_node_get_list_start(pointer)) }

        /// Whether this stands in a list whose items are shown without paragraphs.
        var isInTightItem: Bool {
            guard let item = cmark_node_parent(pointer), let list = cmark_node_parent(item) else { return false }
            return cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0
        }

        var next: Node? { cmark_node_next(pointer).map(Node.init) }
        var firstChild: Node? { cmark_node_first_child(pointer).map(Node.init) }

        /// The text of a text, code or HTML node.
        func withLiteral<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
            Self.withBytes(of: cmark_node_get_literal(pointer), body)
        }

        /// Where a link or image goes, entities and escapes resolved.
        func withAddress<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
            Self.withBytes(of: cmark_node_get_url(pointer), body)
        }

        func withTitle<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
            Self.withBytes(of: cmark_node_get_title(pointer), body)
        }

        /// Safe: the C string belongs to the node, which outlives the call; a span cannot leave the closure.
        private static func withBytes<Result>(
            of text: UnsafePointer<CChar>?, _ body: (Span<UInt8>) -> Result
        ) -> Result {
            guard let text else { return body(Span()) }
            let bytes = UnsafeRawBufferPointer(start: text, count: strlen(text))
            return body(bytes.bindMemory(to: UInt8.self).span)
        }
    }
}
