import FoundationEssentials
import Postgres
import Testing

@testable import Quad

@Suite("On how many first pages somebody is")
struct MatchExposureTests {
    private static let week = Week.on([.tuesday, .thursday], 40..<48)

    @Test("who has been on enough first pages this week comes after everybody else")
    func fairness() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let bo = try campus.insertStudent("Bo Li", in: course, week: Self.week)
            let kwame = try campus.insertStudent("Kwame Asante", in: course, week: .on([.tuesday], 40..<44))
            var settings = MatchSettings()
            settings.firstPagesPerWeek = 2
            func order() throws -> [UUID] {
                try campus.matches(of: me, MatchSelection(course), settings: settings).map(\.id.rawValue)
            }
            for _ in 0..<2 {
                #expect(try order() == [bo, kwame])
                try campus.showFirstPage(of: [bo], to: campus.insertUser("Some Reader"))
            }
            #expect(try order() == [kwame, bo])
            #expect(
                try campus.matches(of: me, MatchSelection(course), settings: settings).map(\.rests) == [false, true])
            try campus.run("UPDATE match_exposures SET week = week - 7")
            #expect(try order() == [bo, kwame])
        }
    }

    @Test("one reader counts once a week, however often they look and however they turn the weights")
    func oneReader() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let bo = try campus.insertStudent("Bo Li", in: course, week: Self.week)
            func pages(_ person: UUID) throws -> [Int] {
                try campus.database.fetch(
                    Query<[Int]>.values("SELECT pages FROM match_exposures WHERE user_id = \(person)"))
            }
            let browser = try campus.signIn(me)
            let path = "/matches/\(course.uuidString.lowercased())"
            for _ in 0..<2 {
                for address in [path, "/matches", path + "?time=1&habits=2&bio=3&picture=4", path + "?sort=newest"] {
                    #expect(campus.get(address, as: browser).text.contains("Bo Li"))
                }
            }
            #expect(try pages(bo) == [1])
            // Whoever is new on the page counts, and so does the next reader.
            let kwame = try campus.insertStudent("Kwame Asante", in: course, week: Self.week)
            _ = campus.get(path, as: browser)
            #expect(try pages(bo) == [1] && pages(kwame) == [1])
            _ = try campus.get(path, as: campus.signIn(kwame))
            #expect(try pages(bo) == [2])
            // A new week begins.
            try campus.run("UPDATE match_showings SET week = week - 7")
            try campus.run("UPDATE match_exposures SET week = week - 7")
            _ = campus.get(path + "?sort=hours", as: browser)
            #expect(try pages(bo) == [1])
            #expect(
                try campus.database.fetch(
                    Query<[Int]>.values("SELECT cardinality(people) FROM match_showings ORDER BY 1"))
                    == [2, 2])
            try campus.run("UPDATE match_showings SET week = week - 7")
            try campus.perform(MatchNews())
            #expect(try campus.count("SELECT count(*) FROM match_showings") == 0)
        }
    }

    @Test("after 500 people one reader counts nobody any more, so that what is kept of them stays small")
    func fullReader() throws {
        try withCampus { campus in
            let (me, bo) = (try campus.insertUser(), try campus.insertUser("Bo Li"))
            try campus.run(
                """
                INSERT INTO match_showings (user_id, week, people)
                SELECT \(me), date_trunc('week', now() AT TIME ZONE 'UTC')::date, array_agg(gen_random_uuid())
                FROM generate_series(1, 500)
                """)
            try campus.showFirstPage(of: [bo], to: me)
            #expect(try campus.count("SELECT count(*) FROM match_exposures") == 0)
        }
    }

    @Test("on a first page where everybody rests, it says so and leads on")
    func everybodyRests() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let me = try campus.insertStudent("Leila Farahani", in: course, week: Self.week)
            let bo = try campus.insertStudent("Bo Li", in: course, week: Self.week)
            try campus.run(
                """
                INSERT INTO match_exposures (user_id, week, pages)
                VALUES (\(bo), date_trunc('week', now() AT TIME ZONE 'UTC')::date, 50)
                """)
            let browser = try campus.signIn(me)
            let first = campus.get("/matches", as: browser).text
            #expect(first.contains("they come on the next.") && !first.contains("Bo Li"))
            let next = try #require(first.firstMatch(of: /href="(\/matches\?after=[^"]+)"/)?.output.1)
            #expect(campus.get(String(next), as: browser).text.contains("Bo Li"))
        }
    }
}
