import FoundationEssentials
import Postgres
import Testing

@testable import Quad

@Suite("Who is in the match pool")
struct MatchPoolTests {
    private func rows(_ campus: TestCampus) throws -> Int {
        try campus.database.fetch(Query<Int>.value("SELECT count(*) FROM match_pool"))
    }

    @Test(
        "who may not be shown leaves the pool at once, and comes back",
        arguments: [
            ("UPDATE users SET is_held = true", "UPDATE users SET is_held = false"),
            ("UPDATE users SET visibility = 'only_me'", "UPDATE users SET visibility = 'university'"),
            ("UPDATE users SET state = 'silenced'", "UPDATE users SET state = 'active'"),
            ("UPDATE users SET state = 'deleted'", "UPDATE users SET state = 'active'"),
            ("UPDATE enrolments SET is_shown = false", "UPDATE enrolments SET is_shown = true"),
            ("UPDATE enrolments SET state = 'dropped'", "UPDATE enrolments SET state = 'active'"),
            ("UPDATE courses SET state = 'closed'", "UPDATE courses SET state = 'active'"),
        ])
    func leaving(change: String, back: String) throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            _ = try campus.insertStudent("Bo Li", in: course, week: .on([.monday], 40..<48))
            #expect(try rows(campus) == 1)
            try campus.database.script(change)
            #expect(try rows(campus) == 0)
            try campus.database.script(back)
            #expect(try rows(campus) == 1)
            try campus.database.script("DELETE FROM enrolments")
            #expect(try rows(campus) == 0)
        }
    }

    @Test("the pool holds what it is made of, whatever changes, and is the same made anew")
    func contents() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let bo = try campus.insertStudent("Bo Li", in: course, week: .on([.monday], 40..<48))
            func holds(_ condition: SQL) throws -> Bool {
                try campus.database.fetch(
                    Query<Int>.value(
                        "SELECT count(*) FROM match_pool p JOIN match_zones z ON z.id = p.zone_id WHERE \(condition)"))
                    == 1
            }
            #expect(try holds("bit_count(availability) = 8 AND time_zone = 'America/Los_Angeles'"))
            try campus.setHabits(of: bo, week: .on([.monday, .friday], 40..<48), zone: "Europe/Berlin")
            #expect(try holds("bit_count(availability) = 16 AND time_zone = 'Europe/Berlin'"))
            try campus.run("UPDATE study_habits SET time_zone = NULL")
            // Everyone at once would take too long for who changes it.
            try campus.run("UPDATE universities SET time_zone = 'Asia/Tokyo'")
            #expect(try holds("time_zone = 'America/Los_Angeles'"))
            try campus.runJobs()
            #expect(try holds("time_zone = 'Asia/Tokyo'"))
            #expect(try holds("traits & 3 = 0"))
            try campus.run("UPDATE users SET bio_source = 'Hi', picture = 'pattern'")
            #expect(try holds("traits & 3 = 3"))
            try campus.run(
                "INSERT INTO profile_sections (user_id, section, visibility) VALUES (\(bo), 'availability', 'only_me')")
            #expect(try holds("bit_count(availability) = 0"))
            try campus.run("DELETE FROM profile_sections")
            #expect(try holds("bit_count(availability) = 16"))
            let before = try campus.database.fetch(Query<[String]>.values("SELECT p::text FROM match_pool p"))
            try campus.database.script("SELECT fill_match_pool()")
            #expect(try campus.database.fetch(Query<[String]>.values("SELECT p::text FROM match_pool p")) == before)
        }
    }

    @Test("a university’s clock moves all who keep none of their own, however many they are")
    func clock() throws {
        try withCampus { campus in
            let course = try campus.insertCourse()
            let bo = try campus.insertStudent("Bo Li", in: course, week: .on([.monday], 40..<48), zone: "Europe/Berlin")
            try campus.run(
                """
                INSERT INTO users (id, university_id, username, email, name, state)
                SELECT gen_random_uuid(), \(campus.university), 'many' || i, 'many' || i || '@alderbay.example', 'Many', 'active'
                FROM generate_series(1, 1100) AS i
                """)
            try campus.run(
                """
                INSERT INTO enrolments (course_id, user_id, is_shown)
                SELECT \(course), id, true FROM users WHERE id <> \(bo)
                """)
            try campus.run("UPDATE universities SET time_zone = 'Asia/Tokyo'")
            try campus.runJobs()
            let zones = try campus.database.fetch(
                Query<[String]>.values(
                    """
                    SELECT z.time_zone || ' ' || count(*) FROM match_pool p JOIN match_zones z ON z.id = p.zone_id
                    GROUP BY z.time_zone ORDER BY 1 LIMIT 10
                    """))
            #expect(zones == ["Asia/Tokyo 1100", "Europe/Berlin 1"])
        }
    }

    @Test("the numbers of traits are those of the database")
    func traits() throws {
        try withCampus { campus in
            let rows = try campus.database.fetch(
                Query<[Bool]>.all(
                    """
                    SELECT match_traits(l, s, p, b, i), l, s, p, b, i
                    FROM unnest(ARRAY['library', 'cafe', 'home', 'study_room', 'any']) l,
                        unnest(ARRAY['collaborative', 'quiet', 'mixed']) s, unnest(ARRAY['slow', 'moderate', 'fast']) p,
                        unnest(ARRAY[true, false]) b, unnest(ARRAY[true, false]) i
                    """
                ) {
                    (
                        traits: MatchTraits, location: StudyHabits.Location, style: StudyHabits.Style,
                        pace: StudyHabits.Pace, bio: Bool, picture: Bool
                    ) in
                    traits
                        == MatchTraits(
                            habits: StudyHabits(location: location, style: style, pace: pace), hasBio: bio,
                            hasPicture: picture)
                })
            #expect(rows.count == MatchTraits.count)
            #expect(!rows.contains(false))
        }
    }
}
