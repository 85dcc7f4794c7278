/// A template whose markup has been followed: the steps that write it.
struct CompiledTemplate {
    private let template: Template
    private let body: [Step]
    private let blocks: [(name: String, steps: [Step])]

    init(_ template: Template, _ report: inout Report) {
        self.template = template
        guard !template.isUnfinished else {
            (body, blocks) = ([], [])
            return
        }
        var ids: Set<String> = []
        let source = template.source
        body = ContextChecker.check(template.body, of: source, ids: &ids, &report)
        var blocks: [(name: String, steps: [Step])] = []
        for block in template.blocks {
            blocks.append((block.name, ContextChecker.check(block.body.nodes, of: source, ids: &ids, &report)))
        }
        self.blocks = blocks
    }

    func write(to writer: inout SwiftWriter) {
        switch template.role {
        case .page(let type):
            writer.line("extension \(type) {")
            writer.indented {
                $0.function("func write(into out: inout HTMLBuffer)", at: template.roleOffset, of: template.source) {
                    writeBody(to: &$0)
                }
            }
        case .function(let list):
            writer.line("extension Templates {")
            writer.indented {
                let head = "static func \(template.source.name.functionName)(\(template.parameters(after: list)))"
                $0.function(head, at: template.roleOffset, of: template.source) { writeBody(to: &$0) }
            }
        }
        writer.line("}")
    }

    private func writeBody(to writer: inout SwiftWriter) {
        guard let layout = template.layout else { return writer.write(body, of: template.source) }
        // Names bound at the outermost level are for the blocks and the layout's values too.
        writer.write(body.filter(\.isBinding), of: template.source)
        writer.call(layout, of: template.source, content: body.filter { !$0.isBinding }, blocks: blocks)
    }
}

extension Template {
    fileprivate func parameters(after list: String) -> String {
        var parameters = ["_ out: inout HTMLBuffer"]
        if !list.isEmpty { parameters.append(list) }
        if isLayout {
            parameters.append("content: (inout HTMLBuffer) -> Void")
            for slot in slots {
                parameters.append("\(slot)IsFilled: Bool = false, \(slot): (inout HTMLBuffer) -> Void = { _ in }")
            }
        }
        return parameters.joined(separator: ", ")
    }
}

extension Step {
    fileprivate var isBinding: Bool {
        if case .binding = self { true } else { false }
    }
}
