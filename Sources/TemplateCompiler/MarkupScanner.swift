extension ContextChecker {
    /// Reads literal markup: moves `state` along and appends what goes into the page.
    mutating func scan(_ range: Range<Int>, beginsLine: Bool) {
        var reader = MarkupReader(bytes: source.bytes, position: range.lowerBound, end: range.upperBound)
        reader.beginsLine = beginsLine
        while !reader.isAtEnd {
            switch state.mode {
            case .text: scanText(&reader)
            case .textOf(let name): scanText(of: name, &reader)
            case .comment: if reader.copy(through: "-->") { state.mode = .text }
            case .declaration: if reader.copy(through: ">") { state.mode = .text }
            case .tag(let tag, let place): scanTag(tag, place, &reader)
            case .equals(let tag, let attribute): scanEquals(tag, attribute, &reader)
            case .value(let tag, let attribute): scanValue(tag, attribute, &reader)
            }
            reader.beginsLine = false
        }
        if !reader.output.isEmpty { steps.append(.literal(reader.output)) }
    }

    private mutating func scanText(_ reader: inout MarkupReader) {
        reader.copyText(keepingSpace: state.open.contains { $0.name == "pre" })
        guard !reader.isAtEnd else { return }
        let offset = reader.position
        if reader.peek(1).isLetter {
            beginTag(&reader)
        } else if reader.has("</"), reader.peek(2).isLetter {
            scanEndTag(&reader)
        } else if reader.has("<!--") {
            reader.copy(4)
            state.mode = .comment
        } else if reader.has("<!doctype") {
            reader.copy(9)
            state.mode = .declaration
        } else {
            report.error(at: offset, "“<” begins no tag here. For the character write &lt;.")
            reader.copy(1)
        }
    }

    private mutating func scanText(of name: String, _ reader: inout MarkupReader) {
        reader.copyText(of: name)
        if !reader.isAtEnd { scanEndTag(&reader) }
    }

    private mutating func scanEndTag(_ reader: inout MarkupReader) {
        let offset = reader.position
        reader.copy(2)
        let name = reader.copyName()
        reader.skipSpace()
        if !reader.isAtEnd, reader.peek(0) == UInt8(ascii: ">") {
            reader.copy(1)
        } else {
            report.error(at: offset, "An end tag holds its name and nothing else: write </\(name)>.")
            _ = reader.copy(through: ">")
        }
        state.mode = .text
        close(name, at: offset)
    }

    private mutating func close(_ name: String, at offset: Int) {
        if HTMLVocabulary.void.contains(name), !state.isInForeign {
            return report.error(at: offset, "<\(name)> has no content and no end tag: leave </\(name)> out.")
        }
        guard let index = state.open.lastIndex(where: { $0.name == name }) else {
            return report.error(at: offset, "</\(name)> closes nothing: no <\(name)> is open here.")
        }
        for element in state.open[(index + 1)...].reversed() {
            let line = source.position(of: element.offset).line
            report.error(
                at: offset,
                "</\(name)> stands before </\(element.name)>: the <\(element.name)> of line \(line) is still open.")
        }
        state.open.removeSubrange(index...)
    }
}

extension HTMLState {
    var isInForeign: Bool { open.last?.isForeign ?? false }
}
