extension ContextChecker {
    mutating func beginTag(_ reader: inout MarkupReader) {
        let offset = reader.position
        reader.copy(1)
        let name = reader.copyName()
        if name == "style", !source.isOfMail {
            report.error(
                at: offset,
                "Inline <style> is refused by the site's content security policy: write a file under Public/.")
        }
        state.mode = .tag(Tag(name: name, offset: offset), .afterName)
    }

    mutating func scanTag(_ tag: Tag, _ place: TagPlace, _ reader: inout MarkupReader) {
        if reader.peek(0).isWhiteSpace {
            reader.copySpace(lineBreak: UInt8(ascii: " "))
            state.mode = .tag(tag, .space)
            return
        }
        if place == .broken, reader.skipUntilSpaceOrTagEnd() { return }
        switch reader.peek(0) {
        case UInt8(ascii: ">"):
            reader.copy(1)
            finish(tag, isWhole: false, &reader)
        case UInt8(ascii: "/") where reader.peek(1) == UInt8(ascii: ">"):
            reader.copy(2)
            finish(tag, isWhole: true, &reader)
        case UInt8(ascii: "<"):
            report.error(at: tag.offset, "The tag <\(tag.name) is not closed before the next one: write “>”.")
            finish(tag, isWhole: false, &reader)
        case UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'"):
            let character = Character(Unicode.Scalar(reader.peek(0)))
            report.error(
                at: reader.position, "“\(character)” is not expected in the tag <\(tag.name): write name=\"value\".")
            reader.skipUntilSpaceOrTagEnd()
        default: beginAttribute(of: tag, place, &reader)
        }
    }

    private mutating func beginAttribute(of tag: Tag, _ place: TagPlace, _ reader: inout MarkupReader) {
        let offset = reader.position
        let attribute = Attribute(name: reader.copyName(), offset: offset)
        if place != .space {
            report.error(at: offset, "White space is missing before “\(attribute.name)”.")
        }
        check(attribute, of: tag)
        var space = 0
        while reader.peek(space).isWhiteSpace { space += 1 }
        if reader.peek(space) == UInt8(ascii: "=") {
            reader.skip(space)
            reader.copy(1)
            state.mode = .equals(tag, attribute)
        } else {
            var tag = tag
            tag.add(attribute.name, value: "")
            state.mode = .tag(tag, .afterAttributeName)
        }
    }

    mutating func scanEquals(_ tag: Tag, _ attribute: Attribute, _ reader: inout MarkupReader) {
        reader.skipSpace()
        if reader.isAtEnd { return }
        if reader.peek(0) == .quote || reader.peek(0) == UInt8(ascii: "'") {
            var attribute = attribute
            attribute.quote = reader.peek(0)
            reader.copy(1)
            state.mode = .value(tag, attribute)
        } else {
            scanUnquotedValue(tag, attribute, &reader)
        }
    }

    private mutating func scanUnquotedValue(_ tag: Tag, _ attribute: Attribute, _ reader: inout MarkupReader) {
        var attribute = attribute
        while !reader.isAtEnd, !reader.peek(0).isWhiteSpace, reader.peek(0) != UInt8(ascii: ">") {
            attribute.literal.append(reader.peek(0))
            reader.copy(1)
        }
        if attribute.literal.isEmpty {
            report.error(at: attribute.offset, "A value is missing after “\(attribute.name)=”.")
        }
        finish(attribute, of: tag, .afterUnquotedValue)
    }

    mutating func scanValue(_ tag: Tag, _ attribute: Attribute, _ reader: inout MarkupReader) {
        var attribute = attribute
        let start = reader.position
        while !reader.isAtEnd, reader.peek(0) != attribute.quote { reader.copy(1) }
        attribute.append(source.bytes[start..<reader.position])
        if attribute.continuesAsScheme(source.bytes[start..<reader.position]) {
            report.error(
                at: start, "“:” here would make a scheme of the interpolation before it. Interpolate the whole address."
            )
        }
        if reader.isAtEnd {
            state.mode = .value(tag, attribute)
        } else {
            reader.copy(1)
            finish(attribute, of: tag, .afterValue)
        }
    }

    private mutating func finish(_ attribute: Attribute, of tag: Tag, _ place: TagPlace) {
        checkFinished(attribute, of: tag)
        var tag = tag
        tag.add(attribute.name, value: attribute.isLiteral ? String(decoding: attribute.literal, as: UTF8.self) : nil)
        state.mode = .tag(tag, place)
    }

    private mutating func finish(_ tag: Tag, isWhole: Bool, _ reader: inout MarkupReader) {
        checkFinished(tag)
        state.mode = .text
        let isForeign = state.isForeign(tag.name)
        if !isForeign, let message = nestingMessage(of: tag) { report.error(at: tag.offset, message) }
        if HTMLVocabulary.void.contains(tag.name), !isForeign { return }
        if isWhole, isForeign { return }
        if isWhole {
            report.error(
                at: tag.offset, "<\(tag.name)/> does not close itself in HTML: write <\(tag.name)></\(tag.name)>.")
            return
        }
        state.open.append(.init(name: tag.name, offset: tag.offset, isForeign: isForeign))
        if HTMLVocabulary.raw.contains(tag.name) || !isForeign && HTMLVocabulary.plainText.contains(tag.name) {
            state.mode = .textOf(tag.name)
        }
        // A browser drops a line break after <textarea>: this one, rather than one of the member's text.
        if tag.name == "textarea", reader.peek(0) != .lineFeed { reader.insert(.lineFeed) }
    }
}

extension HTMLState {
    /// Whether an element of this name would be SVG or MathML here.
    fileprivate func isForeign(_ name: String) -> Bool {
        if name == "svg" || name == "math" { return true }
        guard let parent = open.last else { return HTMLVocabulary.svgOnly.contains(name) }
        return parent.isForeign && parent.name != "foreignobject"
    }
}

extension Attribute {
    fileprivate mutating func append(_ bytes: ArraySlice<UInt8>) {
        literal += bytes
        if addressPlace == .start, bytes.contains(where: { !$0.isWhiteSpace }) { addressPlace = .inside }
        if addressPlace == .unclear, bytes.contains(where: { "/?#".utf8.contains($0) }) { addressPlace = .inside }
        if addressPlace == .afterWhole, bytes.contains(where: { "/?#".utf8.contains($0) }) { addressPlace = .inside }
    }

    /// Whether `bytes`, behind a whole address, hold a `:` before the address can have ended its scheme.
    fileprivate func continuesAsScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard HTMLVocabulary.address.contains(name), addressPlace == .afterWhole || !isLiteral else { return false }
        return bytes.first { ":/?#".utf8.contains($0) } == UInt8(ascii: ":")
            && !literal.dropLast(bytes.count).contains { "/?#:".utf8.contains($0) }
    }
}
