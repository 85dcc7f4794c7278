/// Writes steps as Swift. Every line of Swift that comes from a template is put under that template's
/// own line, so that the compiler's complaints lead there.
struct SwiftWriter {
    private(set) var text = ""
    private let catalogue: TemplateCatalogue
    private var depth = 0
    private var loopCount = 0
    private var path = ""

    init(_ catalogue: TemplateCatalogue) {
        self.catalogue = catalogue
    }

    /// Writes a function: `head` up to its brace, `steps` as its body.
    mutating func function(_ head: String, at offset: Int, of source: TemplateSource, body: (inout SwiftWriter) -> Void)
    {
        path = source.path
        locate(offset, in: source)
        line("\(head) {")
        indented(body)
        line("}")
        line("#sourceLocation()")
    }

    mutating func write(_ steps: [Step], of source: TemplateSource) {
        var literal: [UInt8] = []
        for step in steps {
            if case .literal(let bytes) = step {
                literal += bytes
                continue
            }
            flush(&literal)
            write(step, of: source)
        }
        flush(&literal)
    }

    private mutating func flush(_ literal: inout [UInt8]) {
        guard !literal.isEmpty else { return }
        line("out.literal(\(String(decoding: literal, as: UTF8.self).swiftLiteral))")
        literal = []
    }

    private mutating func write(_ step: Step, of source: TemplateSource) {
        switch step {
        case .literal: break
        case .write(let context, let code):
            locate(code.offset, in: source)
            line("out.\(context.rawValue)(\(code.text))")
        case .binding(let code):
            locate(code.offset, in: source)
            line("let \(code.text)")
        case .conditional(let branches, let otherwise): write(branches, otherwise, of: source)
        case .loop(let header, let body, let whenEmpty): write(header, body, whenEmpty, of: source)
        case .include(let reference): call(reference, of: source)
        case .content: line("content(&out)")
        case .slot(let name): line("\(name)(&out)")
        }
    }

    private mutating func write(_ branches: [Step.Branch], _ otherwise: [Step]?, of source: TemplateSource) {
        for (index, branch) in branches.enumerated() {
            let keyword = index == 0 ? "if" : "} else if"
            switch branch.condition {
            case .swift(let code):
                locate(code.offset, in: source)
                line("\(keyword) \(code.text) {")
            case .slotIsFilled(let name, _): line("\(keyword) \(name)IsFilled {")
            }
            indented { $0.write(branch.steps, of: source) }
        }
        if let otherwise {
            line("} else {")
            indented { $0.write(otherwise, of: source) }
        }
        line("}")
    }

    private mutating func write(_ header: Code, _ body: [Step], _ whenEmpty: [Step]?, of source: TemplateSource) {
        loopCount += 1
        let flag = "loop\(loopCount)IsEmpty"
        if whenEmpty != nil { line("var \(flag) = true") }
        locate(header.offset, in: source)
        line("for \(header.text) {")
        indented {
            if whenEmpty != nil { $0.line("\(flag) = false") }
            $0.write(body, of: source)
        }
        line("}")
        guard let whenEmpty else { return }
        line("if \(flag) {")
        indented { $0.write(whenEmpty, of: source) }
        line("}")
    }

    private mutating func call(_ reference: Reference, of source: TemplateSource) {
        locate(reference.offset, in: source)
        line("Templates.\(reference.name.functionName)(\(catalogue.ordered(reference).argumentList))")
    }

    /// Calls a layout with the page's body and its blocks. They are functions rather than closures,
    /// because Swift reports only some of the mistakes in a closure.
    mutating func call(
        _ layout: Reference, of source: TemplateSource, content: [Step], blocks: [(name: String, steps: [Step])]
    ) {
        let blocks = catalogue.ordered(blocks, for: layout)
        for part in [(name: "content", steps: content)] + blocks {
            line("func \(part.name)OfPage(_ out: inout HTMLBuffer) {")
            indented { $0.write(part.steps, of: source) }
            line("}")
        }
        let arguments = [catalogue.ordered(layout).argumentList, "content: contentOfPage"]
        let slots = blocks.map { "\($0.name)IsFilled: true, \($0.name): \($0.name)OfPage" }
        locate(layout.offset, in: source)
        line("Templates.\(layout.name.functionName)(\((arguments + slots).joined(separator: ", ")))")
    }

    // MARK: Lines

    mutating func line(_ text: String) {
        self.text += String(repeating: "    ", count: depth) + text + "\n"
    }

    mutating func indented(_ write: (inout SwiftWriter) -> Void) {
        depth += 1
        write(&self)
        depth -= 1
    }

    private mutating func locate(_ offset: Int, in source: TemplateSource) {
        line("#sourceLocation(file: \(path.swiftLiteral), line: \(source.position(of: offset).line))")
    }
}

extension Reference {
    fileprivate var argumentList: String {
        (["&out"] + arguments.map { "\($0.name): \($0.value.text)" }).joined(separator: ", ")
    }
}
