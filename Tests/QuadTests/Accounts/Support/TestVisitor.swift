import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import TestSupport
import Testing

@testable import Quad

/// A browser that keeps its cookies, and so is somebody from one request to the next.
final class TestVisitor {
    let campus: TestCampus
    private(set) var cookies: [String: String] = [:]
    private let userAgent: String
    private let client: IPAddress
    private let worker: Worker

    init(
        _ campus: TestCampus, userAgent: String = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Firefox/144.0",
        client: String = "203.0.113.7", worker: Worker? = nil
    ) {
        (self.campus, self.userAgent, self.worker) = (campus, userAgent, worker ?? campus.worker)
        self.client = IPAddress(client) ?? .loopback
    }

    func get(_ target: String) -> Response {
        respond(.get, target, .none)
    }

    func post(_ target: String, _ fields: [(name: String, value: String)] = []) -> Response {
        respond(.post, target, .form(FormFields(fields)))
    }

    func has(_ cookie: String) -> Bool { cookies[cookie] != nil }

    func forget(_ cookie: String) { cookies[cookie] = nil }

    func give(_ cookie: String, _ value: String) { cookies[cookie] = value }

    var isSignedIn: Bool { self.get("/communities").text.contains("Your account") }

    private func respond(_ method: HTTPServer.Method, _ target: String, _ body: Request.Body) -> Response {
        var headers: [(name: String, value: String)] = [("User-Agent", userAgent), ("Sec-Fetch-Site", "same-origin")]
        if !cookies.isEmpty {
            headers.append(("Cookie", cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")))
        }
        let request = Request(method, target, headers: headers, body: body, client: client)
        let response = campus.application.respond(to: request, on: worker)
        for header in response.headers where header.name == "Set-Cookie" { keep(header.value) }
        return response
    }

    private func keep(_ cookie: String) {
        let parts = cookie.split(separator: ";")[0].split(
            separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        cookies[String(parts[0])] = cookie.contains("Max-Age=0;") ? nil : String(parts[1])
    }
}

/// What is typed in tests of accounts.
enum Typed {
    static let password = "four unrelated words here"
    static let otherPassword = "some quite different words"

    static func signUp(
        _ username: String = "leila.farahani", email: String? = nil, name: String = "Leila Farahani",
        password: String = Typed.password
    ) -> [(name: String, value: String)] {
        [
            ("name", name), ("email", email ?? "\(username)@alderbay.example"), ("username", username),
            ("password", password), ("type", "student"), ("rules", "yes"),
        ]
    }

    static func signIn(_ username: String, _ password: String = Typed.password) -> [(name: String, value: String)] {
        [("email", "\(username)@alderbay.example"), ("password", password)]
    }
}

struct TestMail: Sendable {
    let recipient: String
    let subject: String
    let text: String

    /// The path and query of the link that holds a secret.
    var link: String? {
        text.firstMatch(of: /https?:\/\/[^\/\s]+(\/[a-z-]+\?token=[A-Za-z0-9_-]{43})/).map { String($0.output.1) }
    }

    var token: String? { link?.split(separator: "=").last.map(String.init) }
}

extension TestCampus {
    /// The domain of everybody's addresses.
    func insertDomain() throws {
        try run("INSERT INTO university_domains (domain, university_id) VALUES ('alderbay.example', \(university))")
    }

    /// Someone who can sign in with `Typed.password`.
    @discardableResult func insertAccount(
        _ username: String, state: String = "active", personalEmail: String? = nil
    ) throws -> UUID {
        let id = try insertUser("Known Person", username: username, state: state)
        let hash = try Self.hash.get().stored
        try run("UPDATE users SET password_hash = \(hash), personal_email = \(personalEmail) WHERE id = \(id)")
        return id
    }

    private static let hash = Result { try PasswordHash.make(Typed.password, cost: .standard) }

    /// Does all the work that is written down.
    func runJobs() throws {
        let runner = JobRunner(
            settings: application.settings, log: try AccessLog(.none), metrics: application.metrics, threads: 1)
        while let job = try database.fetch(.claimJob(of: JobKinds.all.names, lease: .seconds(60))) {
            try JobKinds.all.run(job, runner.context(for: job, database: database, redis: worker.redis))
            _ = try database.fetch(.finish(job))
        }
    }

    /// The mails so far, after all jobs, the newest last.
    func mails() throws -> [TestMail] {
        try runJobs()
        return try database.fetch(
            .all(
                "SELECT recipient, subject, text_part FROM demonstration_mails ORDER BY created_at, id LIMIT 100",
                as: TestMail.init))
    }

    /// The kinds of an account's security events, the oldest first.
    func events(of user: UUID) throws -> [String] {
        try database.fetch(
            .values("SELECT kind FROM security_events WHERE user_id = \(user) ORDER BY id LIMIT 100"))
    }

    /// Signs up, and gives the link in the mail.
    func linkAfterSigningUp(_ visitor: TestVisitor, _ fields: [(name: String, value: String)]) throws -> String {
        #expect(visitor.post("/sign-up", fields).status == .seeOther)
        return try #require(try mails().last?.link)
    }
}

/// What two answers that must look the same may differ in: the request's number, the values of secrets, and a word that
/// was typed.
func appearance(_ response: Response, without word: String) -> String {
    let headers = response.headers.filter { $0.name != "X-Request-Id" }
        .map { header in
            header.name == "Set-Cookie"
                ? header.value.replacing(/=[A-Za-z0-9_.-]{43,}/, with: "=secret") : "\(header.name): \(header.value)"
        }
    return (["\(response.status.code)"] + headers + [response.text]).joined(separator: "\n").replacing(word, with: "*")
}
