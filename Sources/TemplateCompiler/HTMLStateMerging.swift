extension HTMLState {
    /// The state after branches that end in these states; `nil` when they do not agree.
    static func merged(_ states: [HTMLState]) -> HTMLState? {
        guard var result = states.first else { return nil }
        for state in states.dropFirst() {
            guard let mode = merged(result.mode, state.mode), result.open == state.open else { return nil }
            result.mode = mode
            result.ids.formUnion(state.ids)
        }
        return result
    }

    private static func merged(_ one: Mode, _ other: Mode) -> Mode? {
        switch (one, other) {
        case (.tag(let tag, let place), .tag(let otherTag, let otherPlace)) where tag == otherTag:
            let isBroken = place == .broken || otherPlace == .broken
            return .tag(tag.merged(with: otherTag), place == otherPlace ? place : isBroken ? .broken : .afterValue)
        case (.value(let tag, let attribute), .value(let otherTag, let otherAttribute))
        where tag == otherTag && attribute == otherAttribute:
            return .value(tag.merged(with: otherTag), attribute.merged(with: otherAttribute))
        default:
            return one == other ? one : nil
        }
    }

    /// Where this is, to complete a sentence such as "This branch ends …".
    var whereabouts: String {
        switch mode {
        case .text: open.last.map { "inside <\($0.name)>" } ?? "outside all elements"
        case .textOf(let name): "inside <\(name)>"
        case .comment: "inside a comment"
        case .declaration: "inside <!doctype"
        case .tag(let tag, _), .equals(let tag, _): "inside the tag <\(tag.name)"
        case .value(_, let attribute): "inside the value of “\(attribute.name)”"
        }
    }
}

extension Tag {
    /// More paths than this are not told apart: some mistakes in such a tag stay unseen.
    private static let pathLimit = 64

    fileprivate func merged(with other: Tag) -> Tag {
        var result = self
        let both = alternatives.union(other.alternatives)
        if both.count <= Self.pathLimit { result.alternatives = both }
        return result
    }
}

extension Attribute {
    fileprivate func merged(with other: Attribute) -> Attribute {
        var result = self
        result.isLiteral = isLiteral && other.isLiteral && literal == other.literal
        if addressPlace != other.addressPlace {
            let isBegun = addressPlace != .start && other.addressPlace != .start
            result.addressPlace =
                isBegun && addressPlace != .unclear && other.addressPlace != .unclear ? .inside : .unclear
        }
        return result
    }
}
