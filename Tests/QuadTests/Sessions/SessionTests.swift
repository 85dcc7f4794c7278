import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Redis
import Testing

@testable import Quad

@Suite("Being signed in")
struct SessionTests {
    @Test("a copy in Redis comes back as it was")
    func copy() {
        for standing in [
            Member.Standing.active, .silenced(until: nil), .silenced(until: Date(timeIntervalSince1970: 9)),
        ] {
            let member = Member(
                id: Member.ID(), session: Session.ID(), version: 7, username: "noor.haddad", name: "Noor Ḥaddād",
                role: .moderator, standing: standing, universityID: University.ID(),
                joinedAt: Date(timeIntervalSince1970: 1_700_000_000.25))
            let copy = SessionCopy(member: member, seenHour: 488_000)
            #expect(SessionCopy(text: copy.text) == copy)
        }
        #expect(SessionCopy(text: "nonsense") == nil)
    }

    @Test("a member’s page is for nobody else’s memory, and names its reader")
    func ownPage() throws {
        try withCampus { campus in
            let browser = try campus.signIn(campus.insertUser("Noor Haddad", username: "noor.haddad"))
            let page = campus.get("/communities", as: browser)
            #expect(page.status == .ok)
            #expect(page["Cache-Control"] == "private, no-store")
            #expect(page.text.contains("Your account, Noor Haddad"))
            #expect(campus.application.pages.statistics.pages == 0)
            #expect(!campus.get("/communities").text.contains("Noor"))
        }
    }

    @Test("a session that was ended is over at the next request, whatever Redis says")
    func revoked() throws {
        try withCampus { campus in
            let browser = try campus.signIn(campus.insertUser())
            _ = try campus.database.fetch(.endSession(browser.member.session, of: browser.member.id))
            let page = campus.get("/communities", as: browser)
            #expect(page.status == .ok)
            #expect(!page.text.contains("Your account"))
            #expect(page["Set-Cookie"]?.hasPrefix("session=; Path=/; Max-Age=0") == true)
        }
    }

    @Test(
        "a change of the account shows at the next request, whatever Redis says",
        arguments: ["name = 'Noor H.'", "state = 'suspended'", "role = 'admin'", "sessions_valid_after = now()"])
    func changed(change: String) throws {
        try withCampus { campus in
            let browser = try campus.signIn(campus.insertUser("Noor Haddad"))
            #expect(campus.get("/communities", as: browser).text.contains("Your account, Noor Haddad"))
            try campus.database.script("UPDATE users SET \(change)")
            let page = campus.get("/communities", as: browser).text
            switch change.prefix(4) {
            case "name": #expect(page.contains("Your account, Noor H."))
            case "role": #expect(page.contains("/admin/jobs"))
            default: #expect(!page.contains("Your account"))
            }
        }
    }

    @Test("sessions come back from Postgres when Redis has lost everything")
    func redisLost() throws {
        try withCampus { campus in
            let browser = try campus.signIn(campus.insertUser())
            _ = try campus.worker.redis.send(.delete(Session.key(of: browser.token)))
            #expect(campus.get("/communities", as: browser).text.contains("Your account"))
            let restored = try campus.worker.redis.send(.get(Session.key(of: browser.token)))
            #expect(restored != nil)
        }
    }

    @Test("members stay signed in while Redis is away")
    func redisAway() throws {
        let nowhere = try RedisConfiguration(url: "unix:///nowhere")
        try withCampus {
            $0.redis = nowhere
        } _: { campus in
            let browser = try campus.signIn(campus.insertUser())
            for _ in 0..<2 { #expect(campus.get("/communities", as: browser).text.contains("Your account")) }
        }
    }

    @Test(
        "a cookie that is no session’s is a visitor’s",
        arguments: ["", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "../../etc", "%00", "\u{1F}"])
    func forged(cookie: String) throws {
        try withCampus { campus in
            _ = try campus.signIn(campus.insertUser())
            let page = campus.get("/communities", headers: [("Cookie", "session=\(cookie)")])
            #expect(page.status == .ok)
            #expect(!page.text.contains("Your account"))
        }
    }

    @Test("use of a session is written down once an hour")
    func use() throws {
        try withCampus { campus in
            let browser = try campus.signIn(campus.insertUser())
            try campus.run("UPDATE sessions SET seen_at = now() - interval '3 hours'")
            let old = SessionCopy(member: browser.member, seenHour: 1)
            campus.application.sessions.keep(old, of: browser.token, redis: campus.worker.redis)
            let page = campus.get("/communities", as: browser)
            let cookies = page.headers.filter { $0.name == "Set-Cookie" }.map(\.value)
            #expect(cookies.contains { $0.hasPrefix("session=\(browser.token.text); Path=/; Max-Age=2592000;") })
            #expect(campus.get("/communities", as: browser)["Set-Cookie"] == nil)
            let isFresh = try campus.database.fetch(
                Query<Bool>.value("SELECT seen_at > now() - interval '1 minute' FROM sessions"))
            #expect(isFresh)
        }
    }

    @Test("a change posted in a session that has ended does not happen")
    func nothingHappens() throws {
        try withCampus { campus in
            let browser = try campus.signIn(campus.insertUser())
            _ = try campus.database.fetch(.endSession(browser.member.session, of: browser.member.id))
            campus.database.prologue = .requireSession(of: browser.member)
            defer { campus.database.prologue = nil }
            #expect(throws: PostgresError.self) {
                try campus.database.fetch(.execute("UPDATE universities SET name = 'Hacked'"))
            }
            campus.database.prologue = nil
            #expect(try campus.database.fetch(Query<String>.value("SELECT name FROM universities")) != "Hacked")
        }
    }
}
