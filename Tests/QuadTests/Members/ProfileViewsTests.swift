import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("How many looked at a profile")
struct ProfileViewsTests {
    @Test("members' looks are recorded once a day; the owner is told a number, only when asked for, and never who")
    func views() throws {
        try withCampus { campus in
            let owner = try campus.insertUser("Noor Haddad", username: "noor")
            let own = try campus.signIn(owner)
            let bo = try campus.signIn(campus.insertUser("Bo Li"))
            _ = campus.get("/u/noor")
            _ = campus.get("/u/noor", as: own)
            for _ in 1...2 { _ = campus.get("/u/noor", as: bo) }
            try campus.perform(ProfileViewRound())
            _ = campus.get("/u/noor", as: bo)
            try campus.perform(ProfileViewRound())
            #expect(
                try campus.count("SELECT count(*) FROM activity WHERE kind = 'viewed' AND subject_id = \(owner)") == 1)

            #expect(!campus.get("/u/noor", as: own).text.contains("Looked at your profile"))
            #expect(campus.post("/settings/privacy/views", [("views", "on")], as: own).status == .seeOther)
            let profile = campus.get("/u/noor", as: own).text
            #expect(profile.contains("Looked at your profile in 30 days") && profile.contains("under 5"))
            #expect(!profile.contains("Bo Li"))
            #expect(!campus.get("/u/noor", as: bo).text.contains("Looked at"))

            for _ in 1...6 {
                try campus.run(
                    "INSERT INTO activity (user_id, kind, subject_id) VALUES (\(UUID()), 'viewed', \(owner))")
            }
            try campus.run(
                """
                INSERT INTO activity (user_id, kind, subject_id, happened_at)
                VALUES (\(UUID()), 'viewed', \(owner), now() - interval '31 days')
                """)
            #expect(campus.get("/u/noor", as: own).text.contains("<dd dir=\"auto\">7</dd>"))
            #expect(campus.post("/settings/privacy/views", [("views", "off")], as: own).status == .seeOther)
            #expect(!campus.get("/u/noor", as: own).text.contains("Looked at"))
        }
    }

    @Test("small numbers are not told", arguments: [(0, "nobody"), (1, "under 5"), (4, "under 5"), (5, "5")])
    func words(count: Int, words: String) {
        #expect(ProfileViews.words(count) == words)
    }
}
