/// Follows the markup of a template as a browser would, through all its branches: decides how each
/// interpolation is escaped, and reports markup that is not whole or not allowed.
struct ContextChecker {
    let source: TemplateSource
    var report: Report
    var state = HTMLState()
    /// Loops around the current place: an `id` in one would come again.
    var loops = 0
    /// Steps of the innermost body so far.
    var steps: [Step] = []

    /// Checks markup that must be whole: a template, or a block of one.
    static func check(
        _ nodes: [Node], of source: TemplateSource, ids: inout Set<String>, _ report: inout Report
    ) -> [Step] {
        var checker = ContextChecker(source: source, report: report)
        checker.state.ids = ids
        let steps = checker.follow(nodes)
        checker.expectWhole()
        ids = checker.state.ids
        report = checker.report
        return steps
    }

    private mutating func follow(_ nodes: [Node]) -> [Step] {
        let outer = steps
        steps = []
        for node in nodes { follow(node) }
        defer { steps = outer }
        return steps
    }

    private mutating func follow(_ node: Node) {
        switch node {
        case .text(let range, let beginsLine): scan(range, beginsLine: beginsLine)
        case .interpolation(let code): interpolate(code)
        case .conditional(let branches, let otherwise): follow(branches, otherwise: otherwise)
        case .loop(let header, let body, let whenEmpty): follow(header, body, whenEmpty: whenEmpty)
        case .binding(let code):
            prepareForDirective(at: code.offset)
            steps.append(.binding(code))
        case .include(let reference):
            expectText("An include", at: reference.offset)
            steps.append(.include(reference))
        case .content(let offset):
            expectText("{% content %}", at: offset)
            steps.append(.content)
        case .slot(let name, let offset):
            expectText("A slot", at: offset)
            steps.append(.slot(name: name))
        }
    }

    private mutating func follow(_ branches: [Node.Branch], otherwise: Node.Body?) {
        prepareForDirective(at: branches[0].body.offset)
        let before = state
        var ends: [(offset: Int, state: HTMLState)] = []
        var followed: [Step.Branch] = []
        for branch in branches {
            followed.append(Step.Branch(condition: branch.condition, steps: follow(branch.body, from: before)))
            ends.append((branch.body.offset, state))
        }
        let last = otherwise.map { follow($0, from: before) }
        ends.append((otherwise?.offset ?? branches[0].body.offset, otherwise == nil ? before : state))
        agree(ends, before: before)
        steps.append(.conditional(followed, otherwise: last))
    }

    private mutating func follow(_ body: Node.Body, from before: HTMLState) -> [Step] {
        state = before
        let steps = follow(body.nodes)
        prepareForDirective(at: body.offset)
        return steps
    }

    /// Reports the first branch that ends elsewhere than those before it.
    private mutating func agree(_ ends: [(offset: Int, state: HTMLState)], before: HTMLState) {
        state = ends[0].state
        for end in ends.dropFirst() {
            guard let merged = HTMLState.merged([state, end.state]) else {
                let (here, there) = (state.whereabouts, end.state.whereabouts)
                report.error(
                    at: end.offset,
                    here == there
                        ? "The branches leave different elements open: each must end in the markup it began in."
                        : "One branch ends \(here), another \(there): each must end in the markup it began in.")
                state = before
                return
            }
            state = merged
        }
    }

    private mutating func follow(_ header: Code, _ body: Node.Body, whenEmpty: Node.Body?) {
        prepareForDirective(at: body.offset)
        let before = state
        loops += 1
        let repeated = follow(body, from: before)
        loops -= 1
        var afterBody = state
        if let message = mistake(repeating: before) {
            report.error(at: body.offset, message)
            afterBody = before
        }
        let empty = whenEmpty.map { follow($0, from: before) }
        agree(
            [(body.offset, afterBody), (whenEmpty?.offset ?? body.offset, whenEmpty == nil ? before : state)],
            before: before)
        steps.append(.loop(header: header, repeated, whenEmpty: empty))
    }

    /// Why markup that led here from `beginning` cannot be repeated.
    private func mistake(repeating beginning: HTMLState) -> String? {
        let (here, there) = (beginning.whereabouts, state.whereabouts)
        guard HTMLState.merged([beginning, state]) != nil else {
            return here == there
                ? "The body of “for” leaves other elements open than it began with: it must end in the markup it began in."
                : "The body of “for” begins \(here) and ends \(there): it must end in the markup it began in."
        }
        guard case .value(_, let old) = beginning.mode, case .value(_, let new) = state.mode,
            HTMLVocabulary.address.contains(old.name), old.addressPlace != new.addressPlace, old.addressPlace == .start
        else { return nil }
        return "The first turn of “for” would begin the address in “\(old.name)”, the others would go on with it: "
            + "write the beginning before the loop."
    }
}
