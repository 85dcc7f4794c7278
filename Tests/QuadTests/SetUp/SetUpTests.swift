import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Synchronization
import TestSupport
import Testing

@testable import Quad

@Suite("Setting up an installation")
struct SetUpTests {
    @Test("until somebody has, every page leads there, and afterwards there is no such page")
    func wholeWay() throws {
        try withEmptyInstallation { campus in
            #expect(campus.get("/").status == .seeOther)
            #expect(campus.get("/")["Location"] == "/set-up")
            #expect(campus.get("/healthz").status == .ok)
            let page = campus.get("/set-up")
            #expect(page.status == .ok && page.text.contains("K7QM-2XWD-9RTP"))

            let visitor = TestVisitor(campus)
            let done = visitor.post("/set-up", Self.typed(try campus.code()))
            #expect(done.status == .seeOther && done["Location"] == "/home")
            #expect(visitor.isSignedIn)
            let settings = visitor.get("/settings/account").text
            #expect(settings.contains("ines@alderbay.example") && settings.contains("Alder Bay University"))
            #expect(campus.get("/set-up").status == .notFound)
            #expect(campus.get("/communities").status == .ok)
            #expect(try SetUpCode.renew(on: campus.database) == nil)
        }
    }

    @Test("it makes the university, its domains and an admin whose password it is")
    func rows() throws {
        try withEmptyInstallation { campus in
            #expect(TestVisitor(campus).post("/set-up", Self.typed(try campus.code())).status == .seeOther)
            let row = try campus.database.fetch(
                Query<String>.value(
                    """
                    SELECT concat_ws('|', n.slug, n.name, n.short_name, n.time_zone, n.current_term, n.user_count,
                        (SELECT string_agg(domain, ',' ORDER BY domain) FROM university_domains), s.is_demonstration,
                        u.username, u.email, u.role, u.state, u.university_id = n.id,
                        (SELECT count(*) FROM set_up_codes), (SELECT string_agg(kind, ',' ORDER BY id) FROM security_events))
                    FROM universities n JOIN site s ON s.home_university_id = n.id CROSS JOIN users u
                    """))
            #expect(
                row == "alder-bay|Alder Bay University|Alder Bay|America/Vancouver|Fall 2026|1|"
                    + "alderbay.example,students.alderbay.example|f|ines.albrecht|ines@alderbay.example|admin|active|t|"
                    + "0|signed_up,signed_in")
            let hash = try campus.database.fetch(Query<String>.value("SELECT password_hash FROM users"))
            #expect(try PasswordHash(stored: hash)?.matches(Typed.password) == true)
        }
    }

    @Test("what was typed stays while something is wrong, but for the password")
    func wrong() throws {
        try withEmptyInstallation { campus in
            let code = try campus.code()
            let fields = Self.typed(code).map { $0.name == "email" ? ("email", "ines") : ($0.name, $0.value) }
            let page = TestVisitor(campus).post("/set-up", fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("One thing to mend") && page.text.contains("There’s no @ in it"))
            #expect(page.text.contains(code) && page.text.contains("students.alderbay.example"))
            #expect(page.text.contains(#"value="America/Vancouver" selected"#))
            #expect(!page.text.contains(Typed.password))
            #expect(try campus.count("SELECT count(*) FROM users") == 0)
        }
    }

    @Test("only the newest code counts, in any spelling")
    func code() throws {
        try withEmptyInstallation { campus in
            let old = try campus.code()
            let new = try campus.code()
            let visitor = TestVisitor(campus)
            for wrong in [old, "", "K7QM-2XWD-9RTP", "nonsense"] {
                let page = visitor.post("/set-up", Self.typed(wrong))
                #expect(page.status == .unprocessableContent && page.text.contains(##"href="#code""##))
            }
            let spelled = new.lowercased().filter { $0 != "-" }
            #expect(visitor.post("/set-up", Self.typed(spelled)).status == .seeOther)
        }
    }

    @Test("codes can be tried ten times in five minutes")
    func tries() throws {
        try withEmptyInstallation {
            $0.limits.setUpTries = 10
        } _: { campus in
            let right = try campus.code()
            let number = UInt32.random(in: 0..<(1 << 24))
            let client = "10.\(number >> 16).\(number >> 8 & 255).\(number & 255)"
            let visitor = TestVisitor(campus, client: client)
            for _ in 0..<10 { #expect(visitor.post("/set-up", [("code", "x")]).status == .unprocessableContent) }
            let refused = visitor.post("/set-up", Self.typed(right))
            #expect(refused.status == .tooManyRequests && refused["Retry-After"] != nil)
        }
    }

    @Test("of two at once one wins, and the other is told")
    func twoAtOnce() throws {
        try withEmptyInstallation { campus in
            let code = try campus.code()
            // Holds the code until both wait for it.
            let holder = Connection(campus.database.configuration)
            let statuses = Statuses()
            var threads: [TestThread] = []
            try holder.transaction { holder in
                _ = try holder.fetch(
                    Query<Bool>.value("SELECT only_row FROM set_up_codes LIMIT 1 FOR UPDATE"))
                for number in 0..<2 {
                    let application = campus.application
                    threads.append(
                        TestThread {
                            statuses.add(
                                application.respond(
                                    to: Request(
                                        .post, "/set-up", headers: [("Sec-Fetch-Site", "same-origin")],
                                        body: .form(FormFields(Self.typed(code, username: "admin-\(number).x")))),
                                    on: application.makeWorker(number: number + 1)
                                ).status.code)
                        })
                }
                _ = try eventually {
                    try campus.count(
                        """
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """) == 2
                }
            }
            threads.forEach { $0.join() }
            #expect(statuses.sorted == [303, 409])
            #expect(try campus.count("SELECT count(*) FROM users") == 1)
            let late = campus.post("/set-up", Self.typed(code))
            #expect(late.status == .conflict && late.text.contains("set up already"))
        }
    }

    @Test("another instance notices, and shows its pages")
    func otherInstance() throws {
        try withEmptyInstallation { campus in
            let other = try Application(
                settings: campus.application.settings, database: campus.database, log: AccessLog(.none))
            #expect(other.respond(to: Request(.get, "/communities"), on: campus.worker).status == .seeOther)
            #expect(TestVisitor(campus).post("/set-up", Self.typed(try campus.code())).status == .seeOther)
            #expect(other.respond(to: Request(.get, "/communities"), on: campus.worker).status == .ok)
        }
    }

    static func typed(_ code: String, username: String = "ines.albrecht") -> [(name: String, value: String)] {
        [
            ("code", code), ("university", "Alder Bay University"), ("short-name", "Alder Bay"),
            ("domains", "alderbay.example\nstudents.alderbay.example"), ("time-zone", "America/Vancouver"),
            ("term", "Fall 2026"), ("name", "Ines Albrecht"), ("email", "ines@alderbay.example"),
            ("username", username), ("password", Typed.password),
        ]
    }
}

/// Calls `body` with an installation that nobody has set up.
private func withEmptyInstallation(
    _ change: (inout Settings) -> Void = { _ in }, _ body: (TestCampus) throws -> Void
) throws {
    try TestDatabase.withDatabase(migrated: true) { configuration in
        try body(TestCampus(configuration, isSetUp: false, change))
    }
}

extension TestCampus {
    fileprivate func code() throws -> String { try #require(try SetUpCode.renew(on: database)) }
}

private final class Statuses: Sendable {
    private let codes = Mutex<[Int]>([])

    func add(_ code: Int) { codes.withLock { $0.append(code) } }
    var sorted: [Int] { codes.withLock { $0.sorted() } }
}
