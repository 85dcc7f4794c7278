import Cryptography
import FoundationEssentials
import HTML
import HTTPServer
import Markdown
import Postgres
import Redis
import TestSupport
import Testing

@testable import Quad

/// A campus of a test's own: a migrated database, the whole application, and ways to put people and posts there.
final class TestCampus {
    let application: Application
    let database: Connection
    let worker: Worker
    let university: UUID
    /// Where its members' files are, if any are kept.
    let files: String
    private var people = 0

    /// - Parameter isSetUp: whether somebody has said which university this is.
    init(
        _ configuration: DatabaseConfiguration, isSetUp: Bool = true, _ change: (inout Settings) -> Void = { _ in }
    ) throws {
        var settings = try Settings(environment: [
            "DATABASE_URL": configuration.url, "REDIS_URL": TestRedis.url, "BASE_URL": "http://quad.test",
            "ACCESS_LOG": "off", "QUAD_HOME": Repository.root,
            "ATTACHMENTS_DIRECTORY": Repository.path(".quad/attachments"),
        ])
        settings.database = configuration
        settings.limits = .none
        files = "\(settings.attachments)/\(UUIDv7.generate().uuidString)"
        settings.attachments = .directory(files)
        change(&settings)
        database = Connection(configuration)
        university = UUIDv7.generate()
        let insert: SQL = """
            INSERT INTO universities (id, slug, name, short_name, time_zone, current_term)
            VALUES (\(university), 'alder-bay', 'Alder Bay University', 'Alder Bay', 'America/Los_Angeles', 'Fall 2026')
            """
        let site: SQL = "INSERT INTO site (home_university_id, is_demonstration) VALUES (\(university), true)"
        if isSetUp { _ = try database.fetch(Query<Int>.execute(insert), Query<Int>.execute(site)) }
        application = try Application(settings: settings, database: database, log: AccessLog(.none))
        worker = application.makeWorker(number: 0)
    }
}

/// Calls `body` with a new campus, gone when it ends.
func withCampus<Value>(
    _ change: (inout Settings) -> Void = { _ in }, _ body: (TestCampus) throws -> Value
) throws -> Value {
    try TestDatabase.withDatabase(migrated: true) { configuration in
        let campus = try TestCampus(configuration, change)
        defer { campus.removeFiles() }
        return try body(campus)
    }
}

extension TestCampus {
    fileprivate func removeFiles() {
        guard FileManager.default.fileExists(atPath: files) else { return }
        do { try FileManager.default.removeItem(atPath: files) } catch { Issue.record(error) }
    }

    func get(_ target: String, headers: [(name: String, value: String)] = []) -> Response {
        application.respond(to: Request(.get, target, headers: headers), on: worker)
    }

    /// Asks as someone who is signed in.
    func get(_ target: String, as browser: TestBrowser) -> Response {
        application.respond(to: Request(.get, target, headers: browser.headers), on: worker)
    }

    /// Posts a form as the site's own pages do.
    ///
    /// - Parameter browser: `nil` for a visitor.
    func post(
        _ target: String, _ fields: [(name: String, value: String)] = [], as browser: TestBrowser? = nil,
        headers: [(name: String, value: String)] = []
    ) -> Response {
        let own = [("Sec-Fetch-Site", "same-origin")] + (browser?.headers ?? []) + headers
        return application.respond(
            to: Request(.post, target, headers: own, body: .form(FormFields(fields))), on: worker)
    }

    /// A browser in which someone is signed in.
    func signIn(_ user: UUID) throws -> TestBrowser {
        let token = Token()
        let begun = try database.fetch(
            .beginSession(
                Session.ID(), for: Member.ID(rawValue: user), hash: token.storedForm, device: nil,
                named: "A test", network: "127.0.0.…"))
        let copy = try #require(begun)
        application.sessions.keep(copy, of: token, redis: worker.redis)
        return TestBrowser(token: token, member: copy.member)
    }

    func run(_ sql: SQL) throws {
        _ = try database.fetch(Query<Int>.execute(sql))
    }

    /// - Parameter visibility: who may open the profile.
    func insertUser(
        _ name: String = "Bo Li", username: String? = nil, visibility: String = "public", state: String = "active",
        isHeld: Bool = false, role: String = "member", joined: Date = Date(timeIntervalSinceNow: -30 * 86_400)
    ) throws -> UUID {
        people += 1
        let (id, username) = (UUIDv7.generate(), username ?? "person\(people)")
        try run(
            """
            INSERT INTO users (id, university_id, email, username, name, role, state, visibility, is_held, created_at)
            VALUES (\(id), \(university), \("\(username)@alderbay.example"), \(username), \(name), \(role), \(state),
                \(visibility), \(isHeld), \(joined))
            """)
        return id
    }

    func insertCommunity(
        _ slug: String = "algorithms", visibility: String = "public", indexing: String = "open",
        state: String = "active"
    ) throws -> TestCommunity {
        let (id, space) = (UUIDv7.generate(), UUIDv7.generate())
        try run(
            """
            INSERT INTO communities (id, slug, name, description, visibility, indexing, state, member_count)
            VALUES (\(id), \(slug), \("The \(slug) people"), \("About \(slug)."), \(visibility), \(indexing), \(state), 1)
            """)
        try run("INSERT INTO spaces (id, community_id, slug, name) VALUES (\(space), \(id), 'questions', 'Questions')")
        return TestCommunity(id: id, space: space, slug: slug)
    }

    /// - Parameters:
    ///   - age: how long ago it was published, in seconds.
    @discardableResult func insertPost(
        _ title: String = "Why is a heap O(n) to build?", in community: TestCommunity, by author: UUID,
        number: Int = 1, kind: String = "question", state: String = "published", body: String = "I **wonder**.",
        score: Int = 0, age: Int = 3_600, isPinned: Bool = false, tags: [String] = [], id: UUID = UUIDv7.generate()
    ) throws -> UUID {
        let rendered = try MarkdownRenderer(siteOrigin: "http://quad.test").render(body, as: .post)
        let published = Date.now.addingTimeInterval(-Double(age))
        try run(
            """
            INSERT INTO posts (id, community_id, number, space_id, author_id, kind, state, title, slug, body_source,
                body_html, body_version, excerpt, tags, score, is_pinned, published_at, last_activity_at)
            VALUES (\(id), \(community.id), \(number)::integer, \(community.space), \(author), \(kind), \(state), \(title),
                \(Slug.from(title)), \(body), \(String(decoding: rendered.html.bytes, as: UTF8.self)),
                1::smallint, \(rendered.excerpt), \(tags), \(score)::integer, \(isPinned), \(published), \(published))
            """)
        try run(
            """
            UPDATE communities SET last_post_number = greatest(last_post_number, \(number)::integer),
                post_count = post_count + 1 WHERE id = \(community.id)
            """)
        return id
    }

    @discardableResult func insertComment(
        _ body: String = "Because most nodes are near the leaves.", on post: UUID, by author: UUID, number: Int,
        parent: Int? = nil, score: Int = 0, state: String = "published", id: UUID = UUIDv7.generate()
    ) throws -> UUID {
        let rendered = try MarkdownRenderer(siteOrigin: "http://quad.test").render(body, as: .comment)
        try run(
            """
            INSERT INTO comments (id, post_id, number, parent_number, author_id, state, body_source, body_html,
                body_version, score)
            VALUES (\(id), \(post), \(number)::integer, \(parent)::integer, \(author), \(state), \(body),
                \(String(decoding: rendered.html.bytes, as: UTF8.self)), 1::smallint, \(score)::integer)
            """)
        try run(
            """
            UPDATE posts SET comment_count = comment_count + \(state == "published" ? 1 : 0)::integer,
                last_comment_number = greatest(last_comment_number, \(number)::integer) WHERE id = \(post)
            """)
        return id
    }
}

struct TestBrowser {
    let token: Token
    let member: Member

    var headers: [(name: String, value: String)] { [("Cookie", "session=\(token.text)")] }
}

extension LimitSettings {
    /// Limits nothing.
    static let none = LimitSettings(
        visitorPagesPerMinute: 0, memberPagesPerMinute: 0, signInsPerAccount: 0, signInsPerAddress: 0,
        signUpsPerAddress: 0, mailsPerAccount: 0, postsPerMinute: 0, postsPerHour: 0, votesPerMinute: 0,
        previewsPerMinute: 0, communitiesPerDay: 0, coursesPerDay: 0, groupSearchesPerMinute: 0,
        weekChangesPerMinute: 0,
        newcomerPosts: 0, newcomerComments: 0, newcomerLinks: 0, newcomerImages: 0, uploadsPerHour: 0,
        uploadMegabytes: 0, setUpTries: 0, zonesPerDay: 0)
}

struct TestCommunity {
    let id: UUID
    let space: UUID
    let slug: String
}

extension Response {
    /// The body as text; empty unless it is bytes.
    var text: String {
        if case .bytes(let bytes) = body { String(decoding: bytes, as: UTF8.self) } else { "" }
    }
}
