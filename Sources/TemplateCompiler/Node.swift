/// A piece of Swift in a template, and where it stands.
struct Code: Equatable {
    let text: String
    let offset: Int
}

/// A template as a tree: literal text, interpolations and directives with their bodies.
indirect enum Node {
    case text(Range<Int>, beginsLine: Bool)
    case interpolation(Code)
    case conditional([Branch], otherwise: Body?)
    case loop(header: Code, Body, whenEmpty: Body?)
    case binding(Code)
    case include(Reference)
    case content(offset: Int)
    case slot(name: String, offset: Int)

    struct Body {
        var nodes: [Node] = []
        /// Where the directive stands that opens the body.
        let offset: Int
    }

    struct Branch {
        let condition: Condition
        var body: Body
    }

    enum Condition {
        case swift(Code)
        /// Whether the page gave the layout this block.
        case slotIsFilled(name: String, offset: Int)
    }
}

/// Another template, named with the values for its parameters.
struct Reference {
    let name: String
    let arguments: [Argument]
    let offset: Int

    struct Argument {
        let name: String
        let value: Code
    }
}

/// A template after parsing, before its markup is checked.
struct Template {
    enum Role {
        case page(type: String)
        /// A layout or a partial; `list` is a Swift parameter list.
        case function(list: String)
    }

    let source: TemplateSource
    var role: Role
    var roleOffset = 0
    var layout: Reference?
    var body: [Node] = []
    var blocks: [(name: String, body: Node.Body)] = []
    /// Every name in a `slot` directive or condition, in the order of their first mention.
    var slots: [String] = []
    var hasContent = false
    /// An `{% end %}` is missing, so where branches end is anyone's guess.
    var isUnfinished = false

    var isLayout: Bool { hasContent }
}
