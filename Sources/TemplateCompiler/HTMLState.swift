/// Where a reader of the page's HTML would be after the markup so far.
struct HTMLState {
    var mode = Mode.text
    /// Elements that wait for their end tag, the innermost last.
    var open: [Element] = []
    /// Literal values of `id` so far, along this path through the template.
    var ids: Set<String> = []

    enum Mode: Equatable {
        case text
        /// Inside an element whose text is text or is not HTML at all.
        case textOf(String)
        case comment
        /// `<!doctype`.
        case declaration
        case tag(Tag, TagPlace)
        /// After the `=` of an attribute.
        case equals(Tag, Attribute)
        /// Inside the quotes of an attribute.
        case value(Tag, Attribute)
    }

    struct Element: Equatable {
        let name: String
        let offset: Int
        /// SVG or MathML, where `<path/>` is a whole element.
        let isForeign: Bool

        static func == (one: Self, other: Self) -> Bool { one.name == other.name }
    }
}

/// Where inside a tag.
enum TagPlace: Equatable {
    case afterName, afterAttributeName, afterUnquotedValue, afterValue, space
    /// After a reported mistake: nothing more is said up to the next white space or the tag's end.
    case broken
}

/// A start tag that is being read.
struct Tag: Equatable {
    let name: String
    let offset: Int
    /// The attributes so far, with their literal values (`nil` when there is an interpolation in one),
    /// for each path through the directives in this tag.
    var alternatives: Set<[String: String?]> = [[:]]

    func has(_ attribute: String) -> Bool {
        alternatives.contains { $0.keys.contains(attribute) }
    }

    mutating func add(_ attribute: String, value: String?) {
        alternatives = Set(alternatives.map { $0.merging([attribute: value]) { old, _ in old } })
    }

    static func == (one: Self, other: Self) -> Bool { one.name == other.name }
}

/// An attribute whose value is being read.
struct Attribute: Equatable {
    let name: String
    let offset: Int
    var quote: UInt8 = .quote
    /// The literal parts of the value.
    var literal: [UInt8] = []
    var isLiteral = true
    var addressPlace = AddressPlace.start

    static func == (one: Self, other: Self) -> Bool { one.name == other.name && one.quote == other.quote }
}

/// How far the address in an attribute has been written.
enum AddressPlace: Equatable {
    case start
    /// After an interpolation of a whole address.
    case afterWhole
    case inside
    /// Some branches have begun the address and others have not.
    case unclear
}
