/// What stands between `{%` and `%}`.
enum Directive {
    case page(type: String)
    case layout(Reference)
    case parameters(list: String)
    case content
    case slot(String)
    case block(String)
    case include(Reference)
    case `if`(Node.Condition)
    case elseIf(Node.Condition)
    case `else`
    case `for`(Code)
    case `let`(Code)
    case end

    /// - Throws: what is wrong with it.
    init(_ token: Token, in source: TemplateSource) throws(DirectiveError) {
        let words = Words(source: source, range: token.range)
        let word = words.first
        let rest = words.rest
        switch word {
        case "page": self = .page(type: try words.typeName())
        case "layout": self = .layout(try words.reference(example: "layouts/site"))
        case "parameters": self = .parameters(list: rest.text)
        case "content": self = try words.alone(.content)
        case "slot": self = .slot(try words.name())
        case "block": self = .block(try words.name())
        case "include": self = .include(try words.reference(example: "components/avatar"))
        case "if": self = .if(try words.condition(rest))
        case "else": self = try words.elseDirective()
        case "for": self = .for(try words.loopHeader())
        case "let": self = .let(try words.binding())
        case "end": self = try words.alone(.end)
        default: throw DirectiveError(offset: token.whole.lowerBound, message: Self.unknown(word))
        }
    }

    private static func unknown(_ word: String) -> String {
        let known = "page, layout, parameters, content, block, slot, include, if, else, for, let and end"
        let meant: String? =
            switch word {
            case "endif", "endfor", "endblock": "{% end %}"
            case "elseif", "elif": "{% else if … %}"
            case "extends": "{% layout … %}"
            case "set": "{% let … %}"
            case "comment": "{# … #}"
            default: nil
            }
        if word.isEmpty { return "An empty directive. The directives are \(known)." }
        if let meant { return "There is no directive “\(word)”: write \(meant)." }
        return "There is no directive “\(word)”. The directives are \(known)."
    }
}

struct DirectiveError: Error {
    let offset: Int
    let message: String
}
