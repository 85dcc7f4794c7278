/// What goes to the server up to one sync, which the server treats as one transaction unless one is open.
struct Batch {
    /// The callers' statements, in order.
    private(set) var runs: [Run] = []
    let parameters = ParameterBuffer()
    /// Whether all of it may be sent twice.
    private(set) var isRetrySafe = true
    /// Whether the first of the statements is the connection's prologue, not the caller's.
    var hasPrologue = false
    /// What was sent, in order; an answer comes for each.
    private(set) var steps: [Step] = []
    private var answered = 0
    /// How often it was given up and is sent again.
    var attempts = 0
    /// When it was sent.
    var start = Instant.now

    struct Run {
        let statement: Statement
        let firstParameter: Int
        let parameterCount: Int
    }

    enum Step {
        case prepare(Statement)
        /// Ours, such as `BEGIN` or the prologue: its answer is only checked.
        case control(Statement)
        /// A caller's, whose rows are waited for.
        case run(Statement)

        var statement: Statement {
            switch self {
            case .prepare(let statement), .control(let statement), .run(let statement): statement
            }
        }
    }

    mutating func clear() {
        runs.removeAll(keepingCapacity: true)
        parameters.clear()
        isRetrySafe = true
        hasPrologue = false
        attempts = 0
        restart()
    }

    /// Forgets what was sent, so that it can be sent again.
    mutating func restart() {
        steps.removeAll(keepingCapacity: true)
        answered = 0
    }

    mutating func append(_ request: Request, as statement: Statement) throws(PostgresError) {
        let first = parameters.end
        try parameters.append(request.sql.values, for: statement)
        runs.append(Run(statement: statement, firstParameter: first, parameterCount: request.sql.values.count))
        isRetrySafe = isRetrySafe && request.isRetrySafe(textReads: statement.isRead)
    }

    mutating func sent(_ step: Step) { steps.append(step) }

    var wasSent: Bool { !steps.isEmpty }

    /// The step whose answer comes next.
    mutating func advance() -> Step? {
        guard answered < steps.count else { return nil }
        defer { answered += 1 }
        return steps[answered]
    }
}
