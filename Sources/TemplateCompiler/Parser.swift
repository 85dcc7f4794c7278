/// Builds a template's tree from its tokens, and reports every directive that is out of place.
struct Parser {
    let source: TemplateSource
    var report: Report
    var template: Template
    /// Directives that wait for their `{% end %}`, the innermost last.
    var open: [Construct] = []
    /// What has been collected for the innermost of them.
    var nodes: [Node] = []
    var stage = Stage.beginning
    /// Where the first slot is mentioned.
    var firstSlot: Int?

    /// `page` or `parameters` come first, then perhaps `layout`, then the rest.
    enum Stage { case beginning, declared, body }

    static func parse(_ source: TemplateSource, _ report: inout Report) -> Template {
        let tokens = Lexer.tokens(of: source, &report)
        var parser = Parser(
            source: source, report: report, template: Template(source: source, role: .function(list: "")))
        for token in tokens { parser.add(token) }
        parser.finish()
        report = parser.report
        return parser.template
    }

    private mutating func add(_ token: Token) {
        switch token.kind {
        case .comment: return
        case .text:
            if !source.bytes[token.range].allSatisfy(\.isWhiteSpace) { beginBody(at: token.range.lowerBound) }
            nodes.append(.text(token.range, beginsLine: token.beginsLine))
        case .interpolation:
            beginBody(at: token.whole.lowerBound)
            addInterpolation(token)
        case .directive: addDirective(token)
        }
    }

    private mutating func addInterpolation(_ token: Token) {
        guard !token.range.isEmpty else {
            return report.error(at: token.whole.lowerBound, "An empty “{{ }}”. Write a Swift expression inside.")
        }
        nodes.append(.interpolation(Code(text: source.text(token.range), offset: token.range.lowerBound)))
    }

    private mutating func addDirective(_ token: Token) {
        let offset = token.whole.lowerBound
        do {
            add(try Directive(token, in: source), at: offset)
        } catch {
            report.error(at: error.offset, error.message)
            // Its `{% end %}` will come, and must not be taken for another's.
            switch Words(source: source, range: token.range).first {
            case "if": begin(.conditional, at: offset)
            case "for": begin(.loop, at: offset)
            case "block": begin(.block(name: ""), at: offset)
            case "page", "parameters": stage = .declared
            default: break
            }
        }
    }

    private mutating func add(_ directive: Directive, at offset: Int) {
        switch directive {
        case .page(let type): return declare(.page(type: type), at: offset)
        case .parameters(let list): return declare(.function(list: list), at: offset)
        case .layout(let reference): return addLayout(reference, at: offset)
        default: beginBody(at: offset)
        }
        switch directive {
        case .page, .parameters, .layout: break
        case .content: addContent(at: offset)
        case .slot(let name): addSlot(name, at: offset)
        case .block(let name): beginBlock(name, at: offset)
        case .include(let reference): nodes.append(.include(reference))
        case .if(let condition): begin(.conditional, at: offset, condition: condition)
        case .elseIf(let condition): addElse(condition, at: offset)
        case .else: addElse(nil, at: offset)
        case .for(let header): begin(.loop, at: offset, header: header)
        case .let(let code): nodes.append(.binding(code))
        case .end: end(at: offset)
        }
    }

    private mutating func finish() {
        if source.firstInvalidByte == nil { beginBody(at: 0) }
        while let construct = open.last {
            report.error(at: construct.offset, "“\(construct.word)” has no {% end %}.")
            template.isUnfinished = true
            close(construct)
        }
        template.body = nodes
        if !template.isLayout, let slot = firstSlot {
            report.error(
                at: slot,
                "A slot stands in a layout, which has a {% content %} too. To show a partial: {% include … %}.")
        }
    }
}
