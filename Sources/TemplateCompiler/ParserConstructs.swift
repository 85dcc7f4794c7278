extension Parser {
    /// A directive that waits for its `{% end %}`.
    struct Construct {
        enum Kind { case conditional, loop, block(name: String) }

        let kind: Kind
        let offset: Int
        /// What was being collected where the construct began.
        let outer: [Node]
        var header: Code?
        /// Finished branches of a conditional; the finished body of a loop whose `else` has begun.
        var branches: [Node.Branch] = []
        var body: Node.Body?
        /// The branch that is being collected now; no condition in `else`.
        var condition: Node.Condition?
        var branchOffset: Int
        var isInElse = false

        var word: String {
            switch kind {
            case .conditional: "if"
            case .loop: "for"
            case .block: "block"
            }
        }
    }

    /// Directives inside one another; what is deeper is not looked at, so that nothing recurses too far.
    static let depthLimit = 100

    mutating func begin(
        _ kind: Construct.Kind, at offset: Int, condition: Node.Condition? = nil, header: Code? = nil
    ) {
        note(condition)
        if open.count == Self.depthLimit {
            report.error(
                at: offset,
                "More than \(Self.depthLimit) directives inside one another: move the inner ones to a partial.")
        }
        open.append(
            Construct(
                kind: kind, offset: offset, outer: nodes, header: header, condition: condition, branchOffset: offset))
        nodes = []
    }

    mutating func addElse(_ condition: Node.Condition?, at offset: Int) {
        note(condition)
        guard var construct = open.popLast() else {
            return report.error(at: offset, "“else” stands inside {% if … %} or {% for … %}, and none is open here.")
        }
        defer { open.append(construct) }
        switch construct.kind {
        case .block:
            return report.error(at: offset, "“else” stands inside {% if … %} or {% for … %}, and none is open here.")
        case .loop where condition != nil:
            return report.error(
                at: offset, "A “for” has only a plain {% else %}, for when there is nothing to go through.")
        case _ where construct.isInElse:
            return report.error(at: offset, "{% else %} is the last branch: nothing can follow it but {% end %}.")
        case .loop: construct.body = Node.Body(nodes: nodes, offset: construct.branchOffset)
        case .conditional: construct.finishBranch(nodes)
        }
        construct.condition = condition
        construct.branchOffset = offset
        construct.isInElse = condition == nil
        nodes = []
    }

    mutating func end(at offset: Int) {
        guard let construct = open.last else {
            return report.error(at: offset, "{% end %} closes nothing: no “if”, “for” or “block” is open here.")
        }
        close(construct)
    }

    /// Makes a node of the innermost construct.
    mutating func close(_ construct: Construct) {
        var construct = construct
        let body = Node.Body(nodes: nodes, offset: construct.branchOffset)
        nodes = construct.outer
        open.removeLast()
        guard open.count < Self.depthLimit else { return }
        switch construct.kind {
        case .block(let name): template.blocks.append((name, body))
        case .loop:
            guard let header = construct.header else { return }
            nodes.append(.loop(header: header, construct.body ?? body, whenEmpty: construct.isInElse ? body : nil))
        case .conditional:
            if !construct.isInElse { construct.finishBranch(body.nodes) }
            guard !construct.branches.isEmpty else { return }
            nodes.append(.conditional(construct.branches, otherwise: construct.isInElse ? body : nil))
        }
    }

    private mutating func note(_ condition: Node.Condition?) {
        if case .slotIsFilled(let name, let offset) = condition { note(slot: name, at: offset) }
    }
}

extension Parser.Construct {
    fileprivate mutating func finishBranch(_ nodes: [Node]) {
        guard let condition else { return }
        branches.append(Node.Branch(condition: condition, body: Node.Body(nodes: nodes, offset: branchOffset)))
    }
}
