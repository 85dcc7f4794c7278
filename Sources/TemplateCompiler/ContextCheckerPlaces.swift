extension ContextChecker {
    // MARK: Interpolations

    mutating func interpolate(_ code: Code) {
        switch state.mode {
        case .text: steps.append(.write(.text, code))
        case .textOf(let name): interpolate(code, inTextOf: name)
        case .comment: refuse(code, "in a comment", "Write {# … #} for a note, or move it out.")
        case .declaration: refuse(code, "in the doctype", "Write <!doctype html>.")
        case .tag(let tag, let place): refuse(code, in: tag, place)
        case .equals(let tag, let attribute):
            refuse(code, "in an attribute without quotes", "Write \(attribute.name)=\"{{ … }}\".")
            state.mode = .tag(tag, .broken)
        case .value(let tag, var attribute):
            interpolate(code, in: attribute, of: tag)
            attribute.isLiteral = false
            attribute.addressPlace = attribute.addressPlace == .start ? .afterWhole : .inside
            state.mode = .value(tag, attribute)
        }
    }

    private mutating func interpolate(_ code: Code, inTextOf name: String) {
        guard HTMLVocabulary.plainText.contains(name) else {
            return refuse(
                code, "in <\(name)>",
                "Nothing can be escaped there: put the value in a data-… attribute or a file of its own.")
        }
        steps.append(.write(.text, code))
    }

    private mutating func refuse(_ code: Code, in tag: Tag, _ place: TagPlace) {
        switch place {
        case .afterName: refuse(code, "in the name of a tag", "Write the tags out, in branches of {% if … %}.")
        case .afterUnquotedValue: refuse(code, "in an attribute without quotes", "Put the whole value in quotes.")
        case .afterAttributeName, .afterValue, .space:
            refuse(
                code, "where an attribute's name stands",
                "Write the name out, inside {% if … %} when it is not always there, and put the value in quotes.")
        case .broken: break
        }
        state.mode = .tag(tag, .broken)
    }

    private mutating func interpolate(_ code: Code, in attribute: Attribute, of tag: Tag) {
        let name = attribute.name
        if let reason = refusal(of: attribute, in: tag) { return refuse(code, reason.place, reason.advice) }
        guard HTMLVocabulary.address.contains(name) else { return steps.append(.write(.attribute, code)) }
        checkScheme(of: attribute, at: code.offset)
        switch attribute.addressPlace {
        case .start: steps.append(.write(.url, code))
        case .afterWhole, .inside: steps.append(.write(.urlComponent, code))
        case .unclear:
            refuse(
                code, "in “\(name)” after branches of which only some begin the address",
                "Write the whole address in each branch.")
        }
    }

    private func refusal(of attribute: Attribute, in tag: Tag) -> (place: String, advice: String)? {
        let name = attribute.name
        if name.hasPrefix("on") {
            return (
                "in “\(name)”, which is a script",
                "Listen in a module under Public/js, and put the value in a data-… attribute."
            )
        }
        if name == "style" { return ("in “style”", "Use a class, or an attribute of SVG such as width or fill.") }
        if name == "srcdoc" { return ("in “srcdoc”, which is a page of its own", "Use src.") }
        if HTMLVocabulary.addressLists.contains(name) {
            return ("in “\(name)”, a list of addresses", "Use src, or <source> elements with literal lists.")
        }
        if name == "http-equiv" { return ("in “http-equiv”", "Write its value out.") }
        if name == "attributename" || HTMLVocabulary.animations.contains(tag.name) {
            return ("in <\(tag.name)>, which can write any attribute", "Write its attributes out.")
        }
        return nil
    }

    private mutating func refuse(_ code: Code, _ place: String, _ advice: String) {
        report.error(at: code.offset, "An interpolation cannot stand \(place). \(advice)")
    }

    // MARK: Directives

    /// Ends a name or an unquoted value that the directive stands behind; refuses the places where
    /// branches make no sense.
    mutating func prepareForDirective(at offset: Int) {
        switch state.mode {
        case .text, .value, .comment, .textOf: break
        case .tag(_, .space), .tag(_, .broken): break
        case .tag(let tag, _): state.mode = .tag(tag, .afterValue)
        case .declaration: report.error(at: offset, "A directive cannot stand in the doctype. Write <!doctype html>.")
        case .equals(let tag, let attribute):
            report.error(
                at: offset, "A directive cannot stand between “=” and a value. Write \(attribute.name)=\"{% … %}\".")
            state.mode = .tag(tag, .broken)
        }
    }

    mutating func expectText(_ what: String, at offset: Int) {
        guard state.mode != .text else { return }
        report.error(at: offset, "\(what) stands between tags, not \(state.whereabouts).")
    }

    // MARK: The end

    mutating func expectWhole() {
        let end = source.bytes.count
        switch state.mode {
        case .text: break
        case .textOf(let name):
            report.error(at: state.open.last?.offset ?? end, "<\(name)> is never closed: write </\(name)>.")
        case .comment: report.error(at: end, "A comment is never closed: write “-->”.")
        case .declaration: report.error(at: end, "The doctype is never closed: write “>”.")
        case .tag(let tag, _), .equals(let tag, _):
            report.error(at: tag.offset, "The tag <\(tag.name) is never closed: write “>”.")
        case .value(_, let attribute):
            report.error(at: attribute.offset, "The value of “\(attribute.name)” has no closing quote.")
        }
        for element in state.open {
            if case .textOf(element.name) = state.mode { continue }
            report.error(at: element.offset, "<\(element.name)> is never closed: write </\(element.name)>.")
        }
    }
}
