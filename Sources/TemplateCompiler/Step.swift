/// What a compiled template does, one after the other.
indirect enum Step {
    case literal([UInt8])
    case write(EscapingContext, Code)
    case conditional([Branch], otherwise: [Step]?)
    case loop(header: Code, [Step], whenEmpty: [Step]?)
    case binding(Code)
    case include(Reference)
    case content
    case slot(name: String)

    struct Branch {
        let condition: Node.Condition
        let steps: [Step]
    }
}

/// Where an interpolation stands, which decides how it is escaped.
enum EscapingContext: String {
    /// Between tags, or in `<title>` and `<textarea>`.
    case text
    /// Inside the quotes of an attribute.
    case attribute
    /// At the start of an attribute that holds an address.
    case url
    /// Further inside an address.
    case urlComponent
}
