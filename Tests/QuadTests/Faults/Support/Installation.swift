import Cryptography
import FoundationEssentials
import Postgres
import TestSupport

@testable import Quad

/// What an operator has: a database with a small campus in it, a Redis of its own, and the program.
final class Installation {
    static let community = "/c/algorithms"
    /// A page that visitors share, but under an address nobody keeps: rendered each time.
    static let rendered = "/c/algorithms?unknown=1"
    static let post = "/c/algorithms/1/why-is-a-heap-o-n-to-build"

    let database: DatabaseConfiguration
    let redis: OwnRedis
    let author: UUID
    let postID: UUID
    private let directory: OwnDirectory
    private var started: [QuadProcess] = []

    fileprivate init(_ database: DatabaseConfiguration) throws {
        self.database = database
        redis = try OwnRedis()
        directory = try OwnDirectory()
        let campus = try TestCampus(database)
        author = try campus.insertUser()
        let community = try campus.insertCommunity()
        postID = try campus.insertPost(in: community, by: author)
        try campus.run("INSERT INTO memberships (community_id, user_id) VALUES (\(community.id), \(author))")
        campus.database.close()
    }

    /// Names and values that the program needs to serve this.
    var settings: [String: String] {
        [
            "DATABASE_URL": Self.address(of: database), "REDIS_URL": redis.url, "BASE_URL": "http://test", "PORT": "0",
            "QUAD_HOME": Repository.root, "VISITOR_PAGES_PER_MINUTE": "0", "MEMBER_PAGES_PER_MINUTE": "0",
            "POSTS_PER_MINUTE": "0", "POSTS_PER_HOUR": "0", "ACCESS_LOG": "off",
            "CAMPUS_NETWORKS": "", "PATH": "/usr/bin:/bin",
            "ATTACHMENTS_DIRECTORY": directory.file("attachments"),
        ]
    }

    /// Starts the program; it ends with the test.
    func serve(_ changes: [String: String] = [:], socket: (descriptor: CInt, port: Int)? = nil) throws -> QuadProcess {
        let quad = try QuadProcess(
            settings.merging(changes) { $1 }, output: directory.file("quad-\(started.count).log"), socket: socket)
        started.append(quad)
        return quad
    }

    /// Runs another of the program's commands, or one that should fail, to its end.
    func quad(_ arguments: String..., settings changes: [String: String] = [:]) throws -> (
        ending: ChildProcess.Ending?, output: String
    ) {
        try ChildProcess.run(try QuadProcess.path, arguments, environment: settings.merging(changes) { $1 })
    }

    /// The same with something to read.
    func quad(_ arguments: [String], input: String) throws -> (ending: ChildProcess.Ending?, output: String) {
        let file = directory.file("input-\(UUID().uuidString)")
        try input.write(toFile: file, atomically: true, encoding: .utf8)
        return try ChildProcess.run(try QuadProcess.path, arguments, environment: settings, input: file)
    }

    func run(_ sql: SQL) throws {
        _ = try ask(Query<Int>.execute(sql))
    }

    func ask<Output>(_ query: Query<Output>) throws -> Output {
        let connection = Connection(database)
        defer { connection.close() }
        return try connection.fetch(query)
    }

    /// A browser in which the author of the post is signed in: the headers of its requests.
    func signIn() throws -> String { try signIn(author) }

    /// A browser in which a new member is signed in.
    func signInVoter() throws -> (id: UUID, browser: String) {
        let id = UUIDv7.generate()
        let name = "voter" + id.uuidString.lowercased().replacing("-", with: "").suffix(12)
        try run(
            """
            INSERT INTO users (id, university_id, email, username, name, role, state, created_at)
            SELECT \(id), university_id, \(name + "@alderbay.example"), \(name), 'A Voter', 'member', 'active', created_at
            FROM users WHERE id = \(author)
            """)
        return (id, try signIn(id))
    }

    private func signIn(_ user: UUID) throws -> String {
        let token = Token()
        _ = try ask(
            Query<SessionCopy?>.beginSession(
                Session.ID(), for: Member.ID(rawValue: user), hash: token.storedForm, device: nil, named: "A test",
                network: ""))
        return "Cookie: session=\(token.text)\r\nSec-Fetch-Site: same-origin\r\n"
    }

    fileprivate func end() {
        for quad in started { quad.process.end() }
        redis.kill()
        directory.remove()
    }

    /// The database as a process of its own can be told.
    static func address(of database: DatabaseConfiguration) -> String {
        guard let name = database.database else { return database.url }
        guard database.url.contains("://") else { return "\(database.url) dbname=\(name)" }
        return database.url + (database.url.contains("?") ? "&" : "?") + "dbname=\(name)"
    }
}

/// Calls `body` with a campus on the tests' Postgres.
func withInstallation(_ body: (Installation) throws -> Void) throws {
    try TestDatabase.withDatabase(migrated: true) { database in
        let installation = try Installation(database)
        defer { installation.end() }
        try body(installation)
    }
}

/// Calls `body` with a campus on a Postgres that may be harmed.
func withOwnPostgres(_ body: (Installation, OwnPostgres) throws -> Void) throws {
    let postgres = try OwnPostgres()
    defer { postgres.end() }
    let installation = try Installation(postgres.configuration)
    defer { installation.end() }
    try body(installation, postgres)
}
