import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("What members did")
struct ActivityTests {
    @Test("is noted as it happens, once, and is not changed")
    func noted() throws {
        try withCampus { campus in
            let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
            campus.ask("bo.li", as: ada)
            let path = try campus.connection(between: ada.id, and: bo.id)
            for _ in 0..<2 { _ = campus.post(path + "/acceptance", as: bo.browser) }
            let community = try campus.insertCommunity()
            for person in [ada, bo] { try campus.add(person.id, to: community) }
            let post = try campus.insertPost("Shown", in: community, by: ada.id)
            let form = [
                (name: "id", value: UUIDv7.generate().uuidString.lowercased()), (name: "body", value: "Because."),
                (name: "act", value: "post"),
            ]
            for _ in 0..<2 {
                _ = campus.post("/posts/\(post.uuidString.lowercased())/comments", form, as: bo.browser)
            }
            _ = campus.post("/posts/\(post.uuidString.lowercased())/votes", [("value", "up")], as: bo.browser)
            func kinds(_ person: TestPerson) throws -> [String] {
                try campus.database.fetch(
                    Query<[String]>.values("SELECT kind FROM activity WHERE user_id = \(person.id) ORDER BY kind"))
            }
            #expect(try kinds(ada) == ["asked"])
            let done = try kinds(bo)
            #expect(done == ["accepted", "commented", "voted"])
            // Saying yes and an answer bring two closer, by 1 each; a vote, which nobody is told of, does not.
            #expect(try campus.number("SELECT round(interaction * 4)::bigint FROM connections") == 8)
            for change in ["UPDATE activity SET kind = 'posted'", "DELETE FROM activity"] {
                #expect(throws: (any Error).self) { try campus.database.script(change) }
            }
        }
    }

    @Test("has its months prepared, and is dropped after thirteen")
    func months() throws {
        try withCampus { campus in
            let months: SQL = """
                SELECT count(*) FROM pg_inherits WHERE inhparent = 'activity'::regclass
                """
            #expect(try campus.number(months) == 4)
            try campus.perform(ActivityMonths())
            #expect(try campus.number(months) == 4)
            let user = UUIDv7.generate()
            for moment in ["now()", "now() + interval '1 year'", "now() - interval '20 months'"] {
                try campus.database.script(
                    "INSERT INTO activity (happened_at, user_id, kind) VALUES (\(moment), '\(user.uuidString)', 'voted')"
                )
            }
            // What had no month of its own moves into it.
            _ = try campus.database.fetch(
                Query<Int>.value("SELECT keep_activity_months(now() + interval '1 year')").writing())
            #expect(try campus.number("SELECT count(*) FROM activity_rest") == 0)
            #expect(try campus.number("SELECT count(*) FROM activity") == 2)
            _ = try campus.database.fetch(
                Query<Int>.value("SELECT keep_activity_months(now() + interval '14 months')").writing())
            #expect(try campus.number("SELECT count(*) FROM activity") == 1)
        }
    }
}
