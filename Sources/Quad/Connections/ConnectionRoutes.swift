extension [Route] {
    static let connections: [Route] = [
        .get("/connections", for: .member, ConnectionListHandlers.connections),
        .get("/connections/requests", for: .member, ConnectionListHandlers.requests),
        .get("/connections/sent", for: .member, ConnectionListHandlers.sent),
        .get("/connections/mutual", for: .member, ConnectionListHandlers.mutual),
        .get("/connections/new", for: .writer, AskingHandlers.form),
        .post("/connections", for: .writer, keepsForm: true, AskingHandlers.ask),
        .get("/connections/:connection", for: .member, ConnectionHandlers.connection),
        .post("/connections/:connection/acceptance", for: .member, ConnectionHandlers.accept),
        .post("/connections/:connection/decline", for: .member, ConnectionHandlers.decline),
        .post("/connections/:connection/cancellation", for: .member, ConnectionHandlers.cancel),
        .get("/connections/:connection/end", for: .member, ConnectionHandlers.endQuestion),
        .post("/connections/:connection/end", for: .member, ConnectionHandlers.end),
        .get("/connections/blocked", for: .member, BlockHandlers.blocked),
        .get("/blocks/new", for: .member, BlockHandlers.question),
        .post("/blocks", for: .member, BlockHandlers.block),
        .post("/blocks/:member/end", for: .member, BlockHandlers.lift),
    ]
}

/// Where people connect, and keep away from each other.
enum ConnectionPaths {
    static let all = "/connections"
    static let requests = "/connections/requests"
    static let sent = "/connections/sent"
    static let blocked = "/connections/blocked"
    static let blocks = "/blocks"

    /// The form that asks somebody.
    static func new(to username: String, from origin: MemberConnection.Origin = .search) -> String {
        "/connections/new?to=\(username)&from=\(origin.rawValue)"
    }
    static func mutual(with username: String) -> String { "/connections/mutual?with=\(username)" }
    static func connection(_ id: MemberConnection.ID) -> String { "/connections/\(id.text)" }
    static func acceptance(_ id: MemberConnection.ID) -> String { "/connections/\(id.text)/acceptance" }
    static func decline(_ id: MemberConnection.ID) -> String { "/connections/\(id.text)/decline" }
    static func cancellation(_ id: MemberConnection.ID) -> String { "/connections/\(id.text)/cancellation" }
    static func end(_ id: MemberConnection.ID) -> String { "/connections/\(id.text)/end" }
    static func block(_ username: String) -> String { "/blocks/new?to=\(username)" }
    static func blockEnd(_ person: Member.ID) -> String { "/blocks/\(person.text)/end" }
}
