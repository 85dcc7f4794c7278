internal import CPostgres

/// A statement as one connection knows it.
final class Statement {
    let text: String
    let types: [UInt32]
    let isRead: Bool
    /// The name it is, or will be, prepared under.
    @exclusivity(unchecked) private(set) var name = ""
    @exclusivity(unchecked) private(set) var state = State.new
    /// When it was last used, counted in uses of any statement.
    @exclusivity(unchecked) var lastUse = 0

    enum State {
        case new
        /// The preparation was sent in the batch now under way.
        case sent
        case prepared
    }

    /// A command of ours, without parameters.
    init(_ text: String) {
        self.text = text
        types = []
        isRead = false
    }

    init(_ shape: SQL.Shape) {
        text = shape.text
        types = shape.types
        isRead = Request.reads(text)
    }

    func willPrepare(as name: String) {
        self.name = name
        state = .sent
    }

    func didPrepare() { state = .prepared }

    func forget() { state = .new }
}

/// The statements of one connection by their shape, the least recently used given up first.
struct StatementCache {
    private var statements: [SQL.Shape: Statement] = [:]
    private var uses = 0
    private var names = 0
    let capacity: Int

    init(capacity: Int = 1000) { self.capacity = capacity }

    mutating func statement(for shape: SQL.Shape) -> Statement {
        uses += 1
        let statement = statements[shape] ?? insert(shape)
        statement.lastUse = uses
        return statement
    }

    private mutating func insert(_ shape: SQL.Shape) -> Statement {
        let statement = Statement(shape)
        statements[shape] = statement
        return statement
    }

    /// A name never used before on this connection, so that a statement that was lost track of is in no one's way.
    mutating func newName() -> String {
        names += 1
        return "s\(names)"
    }

    /// Takes out the tenth used longest ago once there are more than `capacity`.
    ///
    /// - Returns: The names of those the server has, to be deallocated.
    /// - Complexity: O(*n* log *n*), once in a tenth of `capacity` new statements.
    mutating func evict() -> [String] {
        guard statements.count > capacity else { return [] }
        let oldest = statements.sorted { $0.value.lastUse < $1.value.lastUse }.prefix(capacity / 10 + 1)
        for (shape, _) in oldest { statements[shape] = nil }
        return oldest.compactMap { $0.value.state == .prepared ? $0.value.name : nil }
    }

    /// The connection is new, or someone discarded its statements: none is prepared any more.
    func forgetAll() {
        for statement in statements.values { statement.forget() }
    }
}
