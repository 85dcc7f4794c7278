/// Which templates there are, to look up what one says about another.
struct TemplateCatalogue {
    private let templates: [String: Template]
    private let pageTypes: [String: [Template]]
    private let functionNames: [String: [Template]]

    init(_ templates: [Template]) {
        self.templates = Dictionary(templates.map { ($0.source.name, $0) }) { first, _ in first }
        pageTypes = Dictionary(grouping: templates) { if case .page(let type) = $0.role { type } else { "" } }
        functionNames = Dictionary(grouping: templates) { $0.source.name.functionName }
    }

    /// Reports what a template says about others that is not so.
    func check(_ template: Template, _ report: inout Report) {
        if let layout = template.layout { check(layout: layout, of: template, &report) }
        check(template.body, &report)
        for block in template.blocks { check(block.body.nodes, &report) }
        checkName(of: template, &report)
    }

    private func checkName(of template: Template, _ report: inout Report) {
        if case .page(let type) = template.role, let first = pageTypes[type]?.first,
            first.source.name != template.source.name
        {
            report.error(at: template.roleOffset, "\(type) has a template already: \(first.source.name).html.")
        }
        if case .function = template.role, let first = functionNames[template.source.name.functionName]?.first,
            first.source.name != template.source.name
        {
            report.error(
                at: template.roleOffset,
                "The name is too much like that of \(first.source.name).html: rename one of them.")
        }
    }

    private func check(layout reference: Reference, of template: Template, _ report: inout Report) {
        guard let layout = templates[reference.name] else {
            return report.error(
                at: reference.offset,
                "There is no layout \(reference.name).html under Templates/.\(suggestion(for: reference.name))")
        }
        guard layout.isLayout else {
            return report.error(at: reference.offset, "\(reference.name).html is no layout: it has no {% content %}.")
        }
        for block in template.blocks where !block.name.isEmpty && !layout.slots.contains(block.name) {
            let slots = layout.slots.isEmpty ? "It has none." : "It has: \(layout.slots.joined(separator: ", "))."
            report.error(at: block.body.offset, "\(reference.name).html has no slot “\(block.name)”. \(slots)")
        }
    }

    private func check(_ nodes: [Node], _ report: inout Report) {
        for node in nodes {
            switch node {
            case .include(let reference): check(include: reference, &report)
            case .conditional(let branches, let otherwise):
                for branch in branches { check(branch.body.nodes, &report) }
                check(otherwise?.nodes ?? [], &report)
            case .loop(_, let body, let whenEmpty):
                check(body.nodes, &report)
                check(whenEmpty?.nodes ?? [], &report)
            case .text, .interpolation, .binding, .content, .slot: break
            }
        }
    }

    private func check(include reference: Reference, _ report: inout Report) {
        guard let partial = templates[reference.name] else {
            return report.error(
                at: reference.offset,
                "There is no partial \(reference.name).html under Templates/.\(suggestion(for: reference.name))")
        }
        if case .page = partial.role {
            report.error(
                at: reference.offset,
                "\(reference.name).html is a page, and cannot be included: move what is shared to a partial.")
        } else if partial.isLayout {
            report.error(
                at: reference.offset,
                "\(reference.name).html is a layout: write {% layout \(reference.name) … %} in the second line.")
        }
    }

    /// A template whose file has the same name, with or without `_`, elsewhere.
    private func suggestion(for name: String) -> String {
        let file = name.fileName
        let alike = templates.keys.sorted().first { $0.fileName == file }
        return alike.map { " Do you mean \($0)?" } ?? ""
    }

    /// The reference with its values in the order in which the template declares them, as Swift wants it.
    func ordered(_ reference: Reference) -> Reference {
        guard case .function(let list) = templates[reference.name]?.role else { return reference }
        let order = ParameterList(list).names
        let place = { (name: String) in order.firstIndex(of: name) ?? order.count }
        let sorted = reference.arguments.enumerated().sorted {
            (place($0.element.name), $0.offset) < (place($1.element.name), $1.offset)
        }
        return Reference(name: reference.name, arguments: sorted.map(\.element), offset: reference.offset)
    }

    func ordered(_ blocks: [(name: String, steps: [Step])], for layout: Reference) -> [(name: String, steps: [Step])] {
        let slots = templates[layout.name]?.slots ?? []
        return slots.compactMap { slot in blocks.first { $0.name == slot } }
    }
}

extension String {
    fileprivate var fileName: Substring {
        let name = self[(lastIndex(of: "/").map(index(after:)) ?? startIndex)...]
        return name.hasPrefix("_") ? name.dropFirst() : name
    }
}

/// The names by which a Swift parameter list wants its arguments.
struct ParameterList {
    let names: [String]

    init(_ list: String) {
        let bytes = Array(list.utf8)
        var names: [String] = []
        var scanner = SwiftScanner(bytes, in: 0..<bytes.count)
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex { !$0.isWhiteSpace } ?? bytes.count
            let name = bytes[end...].prefix(while: \.isNameByte)
            names.append(String(decoding: name, as: UTF8.self))
            start = bytes.count
            while scanner.position < scanner.end {
                let isComma = scanner.isOutsideBrackets && bytes[scanner.position] == UInt8(ascii: ",")
                scanner.advance()
                if isComma {
                    start = scanner.position
                    break
                }
            }
        }
        self.names = names
    }
}
