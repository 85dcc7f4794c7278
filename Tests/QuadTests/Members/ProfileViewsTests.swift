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
            #expect(profile.contains("Looked at your profile in 30 days until yesterday"))
            #expect(profile.contains("under 5"))
            #expect(!profile.contains("Bo Li"))
            #expect(!campus.get("/u/noor", as: bo).text.contains("Looked at"))

            func look(_ ago: String) throws {
                for _ in 1...7 {
                    try campus.run(
                        """
                        INSERT INTO activity (user_id, kind, subject_id, happened_at)
                        VALUES (\(UUID()), 'viewed', \(owner), now() - \(ago)::interval)
                        """)
                }
            }
            // Today’s are not told before it is over: the number would say who came just now.
            try look("0 days")
            #expect(campus.get("/u/noor", as: own).text.contains("under 5"))
            try look("1 day")
            try campus.run(
                """
                INSERT INTO activity (user_id, kind, subject_id, happened_at)
                VALUES (\(UUID()), 'viewed', \(owner), now() - interval '32 days')
                """)
            #expect(campus.get("/u/noor", as: own).text.contains("<dd dir=\"auto\">7</dd>"))
            #expect(campus.post("/settings/privacy/views", [("views", "off")], as: own).status == .seeOther)
            #expect(!campus.get("/u/noor", as: own).text.contains("Looked at"))
        }
    }

    @Test("a round writes down the looks of its own site, whoever else keeps theirs in the same Redis")
    func sites() throws {
        try withCampus { campus in
            let noor = try campus.insertUser("Noor Haddad", username: "noor")
            _ = try campus.get("/u/noor", as: campus.signIn(campus.insertUser("Bo Li")))
            try withCampus { other in try other.perform(ProfileViewRound()) }
            try campus.perform(ProfileViewRound())
            #expect(
                try campus.count("SELECT count(*) FROM activity WHERE kind = 'viewed' AND subject_id = \(noor)") == 1)
        }
    }

    @Test(
        "small numbers are not told, and none is small",
        arguments: [(0, "under 5"), (1, "under 5"), (4, "under 5"), (5, "5")])
    func words(count: Int, words: String) {
        #expect(ProfileViews.words(count) == words)
    }
}
