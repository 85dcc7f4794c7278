import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Accounts whose time has come")
struct AccountStatesTests {
    @Test(
        "a silence or suspension ends by itself when its time is over, and not before",
        arguments: [
            ("silenced", "-1 minute", "active"), ("suspended", "-1 minute", "active"),
            ("silenced", "1 minute", "silenced"), ("suspended", nil, "suspended"), ("deactivated", "-1 minute", nil),
        ] as [(String, String?, String?)])
    func sanctions(state: String, until: String?, then: String?) throws {
        try withCampus { campus in
            let user = try campus.insertUser(state: state)
            try campus.run(
                """
                UPDATE users SET state_until = now() + \(until)::interval, state_reason = 'Rude.',
                    state_since = now() - interval '2 days'
                WHERE id = \(user)
                """)
            let version = try campus.count("SELECT session_version FROM users WHERE id = \(user)")
            try campus.perform(AccountStates())
            let (now, reason) = try campus.state(of: user)
            #expect(now == then ?? state)
            #expect((reason == nil) == (then == "active"))
            let isTold = try campus.count("SELECT session_version FROM users WHERE id = \(user)") > version
            #expect(isTold == (then == "active"), "sessions must learn of it")
        }
    }

    @Test("thirty days after its deletion nothing tells whose account it was, and what was written stays")
    func anonymised() throws {
        try withCampus { campus in
            let (old, young) = (try campus.insertDeletedUser(days: 31), try campus.insertDeletedUser(days: 29))
            try campus.insertPost(in: try campus.insertCommunity(), by: old)
            for user in [old, young] { try campus.insertSession(of: user) }
            try campus.run(
                """
                INSERT INTO devices (id, user_id, token_hash, name)
                VALUES (\(UUIDv7.generate()), \(old), \(hash32(1)), 'Firefox')
                """)
            try campus.run("UPDATE sessions SET device_id = (SELECT id FROM devices LIMIT 1) WHERE user_id = \(old)")
            try campus.run(
                """
                INSERT INTO email_tokens (token_hash, purpose, user_id, expires_at)
                VALUES (\(hash32(2)), 'not_me', \(old), now())
                """)
            try campus.run(
                "INSERT INTO security_events (id, user_id, kind) VALUES (\(UUIDv7.generate()), \(old), 'deletion_asked')"
            )

            try campus.run("INSERT INTO suggestion_looks (user_id) VALUES (\(old))")
            try campus.run("UPDATE users SET counts_views = true")

            try campus.perform(AccountStates())
            let id = old.uuidString.lowercased()
            #expect(
                try campus.traces(of: old) == [
                    "deleted-\(id)@invalid", "deleted-\(id.suffix(12))", "Deleted user", "", "", "", "", "", "only_me",
                ])
            #expect(try campus.traces(of: young).contains("Secret headline"))
            #expect(try campus.count("SELECT count(*) FROM sessions WHERE user_id = \(old)") == 0)
            #expect(try campus.count("SELECT count(*) FROM sessions WHERE user_id = \(young)") == 1)
            for rest in [
                "SELECT count(*) FROM devices", "SELECT count(*) FROM email_tokens",
                "SELECT count(*) FROM security_events",
            ] as [SQL] {
                #expect(try campus.count(rest) == 0)
            }
            #expect(try campus.count("SELECT count(*) FROM posts WHERE author_id = \(old)") == 1)
            #expect(try campus.database.fetch(.longDeleted(limit: 10)).isEmpty, "once is enough")
            #expect(try campus.count("SELECT count(*) FROM suggestion_looks") == 0)
            #expect(try campus.count("SELECT count(*) FROM users WHERE counts_views AND id <> \(young)") == 0)
        }
    }

    @Test("a deleted account leaves nobody connected, avoided, invited or waiting")
    func acquaintances() throws {
        try withCampus { campus in
            let old = try campus.insertDeletedUser(days: 31)
            let (bo, noor) = (try campus.insertUser("Bo Li"), try campus.insertUser("Noor"))
            let (course, group) = (UUIDv7.generate(), UUIDv7.generate())
            try campus.run(
                """
                INSERT INTO courses (id, university_id, code, term, title)
                VALUES (\(course), \(campus.university), 'CS 161', 'Fall 2026', 'Algorithms')
                """)
            for user in [old, bo] {
                try campus.run(
                    "INSERT INTO enrolments (course_id, user_id, is_shown) VALUES (\(course), \(user), true)")
            }
            try campus.run(
                """
                INSERT INTO connections (id, asker_id, asked_id, message, state, origin, answered_at)
                VALUES (\(UUIDv7.generate()), \(old), \(bo), 'Secret', 'accepted', 'match', now()),
                    (\(UUIDv7.generate()), \(noor), \(old), 'Hello', 'pending', 'search', NULL)
                """)
            try campus.run(
                "INSERT INTO blocks (user_id, other_id, is_own) VALUES (\(old), \(noor), true), (\(noor), \(old), false)"
            )
            try campus.run(
                """
                INSERT INTO study_groups (id, course_id, name, founder_id, starts_at_quarter, quarter_count, time_zone,
                    member_count)
                VALUES (\(group), \(course), 'Heaps', \(old), 248, 8, 'UTC', 2)
                """)
            for user in [old, bo] {
                try campus.run(
                    "INSERT INTO study_group_members (group_id, user_id, state) VALUES (\(group), \(user), 'member')")
            }
            try campus.run("INSERT INTO match_watches (user_id, course_id) VALUES (\(old), \(course))")
            try campus.run("INSERT INTO hidden_people (user_id, other_id, until) VALUES (\(bo), \(old), now())")

            try campus.perform(AccountStates())
            #expect(try campus.count("SELECT count(*) FROM acquaintances") == 0)
            #expect(try campus.count("SELECT count(*) FROM connections WHERE message = 'Secret'") == 0)
            #expect(try campus.count("SELECT count(*) FROM connections WHERE state IN ('ended', 'cancelled')") == 2)
            for rest in [
                "SELECT count(*) FROM blocks", "SELECT count(*) FROM match_watches",
                "SELECT count(*) FROM hidden_people",
                "SELECT count(*) FROM match_pool WHERE user_id = \(old)",
            ] as [SQL] {
                #expect(try campus.count(rest) == 0)
            }
            #expect(try campus.count("SELECT student_count::bigint FROM courses") == 1)
            #expect(
                try campus.count(
                    "SELECT count(*) FROM study_groups WHERE founder_id = \(bo) AND member_count = 1 AND state = 'active'"
                )
                    == 1)
        }
    }

    @Test("a student is an alumnus 90 days after graduating; others stay what they are")
    func graduates() throws {
        try withCampus { campus in
            for (days, type) in [(91, "student"), (89, "student"), (91, "staff"), (nil, "student")] as [(Int?, String)]
            {
                let user = try campus.insertUser()
                try campus.run(
                    """
                    UPDATE users SET profile_type = \(type), graduates_at = now() - \(days) * interval '1 day'
                    WHERE id = \(user)
                    """)
            }
            try campus.perform(AccountStates())
            let types = try campus.database.fetch(Query<[String]>.values("SELECT profile_type FROM users ORDER BY id"))
            #expect(types == ["alumni", "student", "staff", "student"])
        }
    }

    @Test("what a student says of their graduation hands them over when its time has come, with what they wrote kept")
    func graduation() throws {
        try withCampus { campus in
            let student = try campus.insertUser("Noor Haddad", username: "noor")
            let browser = try campus.signIn(student)
            func say(_ year: String) -> Response {
                campus.post(
                    "/settings/profile/details/student",
                    [("d-degree", "BSc Mathematics"), ("d-expected_graduation", year)], as: browser)
            }
            let over = say("2020")
            #expect(over.status == .unprocessableContent && over.text.contains("That year is over"))
            #expect(over.text.contains("BSc Mathematics"), "what was typed stays")
            #expect(say("2050").status == .seeOther)
            #expect(try campus.count("SELECT count(*) FROM users WHERE graduates_at = '2051-01-01T00:00Z'") == 1)

            let course = UUIDv7.generate()
            try campus.run(
                """
                INSERT INTO courses (id, university_id, code, term, title)
                VALUES (\(course), \(campus.university), 'CS 161', 'Fall 2026', 'Algorithms')
                """)
            try campus.run("INSERT INTO enrolments (course_id, user_id, is_shown) VALUES (\(course), \(student), true)")
            try campus.insertSuggestion(of: student)
            try campus.insertPost(in: try campus.insertCommunity(), by: student)
            try campus.perform(AccountStates())
            #expect(try campus.count("SELECT count(*) FROM users WHERE profile_type = 'student'") == 1, "too early")

            try campus.run("UPDATE users SET graduates_at = now() - interval '91 days'")
            try campus.perform(AccountStates())
            #expect(
                try campus.count("SELECT count(*) FROM users WHERE profile_type = 'alumni' AND graduates_at IS NULL")
                    == 1)
            #expect(try campus.count("SELECT count(*) FROM enrolments WHERE state = 'active'") == 0)
            #expect(try campus.count("SELECT count(*) FROM match_pool") == 0)
            #expect(try campus.count("SELECT count(*) FROM course_suggestions WHERE state = 'waiting'") == 0)
            #expect(try campus.count("SELECT count(*) FROM posts WHERE state = 'published'") == 1)
            let profile = campus.get("/u/noor", as: browser).text
            #expect(profile.contains("After the degree") && profile.contains("BSc Mathematics"))
            #expect(profile.contains("2050") && !profile.contains("<h2 id=\"details-0\">Studies"))
        }
    }

    @Test(
        "a group is left to who is in it still when its founder’s time is over",
        arguments: [
            "state = 'deleted', state_since = now() - interval '31 days'", "graduates_at = now() - interval '91 days'",
        ])
    func heirs(end: String) throws {
        try withCampus { campus in
            let founder = try campus.insertUser("Noor Haddad", username: "noor")
            let (bo, cy) = (try campus.insertUser("Bo Li"), try campus.insertUser("Cy Ng", username: "cy.ng"))
            let course = try campus.insertCourse("CS 161")
            // Bo would come next, and is about to leave.
            let left = try campus.insertGroup(of: [founder, cy, bo], in: course)
            try campus.database.script("UPDATE users SET \(end) WHERE username = 'noor'")
            try campus.whileLeaving(left, as: bo) { try campus.perform(AccountStates()) }
            #expect(try campus.groupLines == ["cy.ng 1"])
        }
    }

    @Test("what a student left empty is none of what they graduated in")
    func emptyDegree() throws {
        try withCampus { campus in
            let student = try campus.insertUser()
            try campus.run(
                """
                INSERT INTO profile_details (user_id, profile_type, fields)
                VALUES (\(student), 'student', '{"degree": null, "major": "Law", "expected_graduation": 2001}')
                """)
            try campus.perform(AccountStates())
            #expect(
                try campus.count(
                    """
                    SELECT count(*) FROM profile_details
                    WHERE profile_type = 'alumni' AND fields = '{"degree": "Law", "graduation_year": 2001}'
                    """) == 1)
        }
    }

    @Test("a student beside something else stays that, and studies no more")
    func furtherStudent() throws {
        try withCampus { campus in
            let mentor = try campus.insertUser()
            try campus.run("UPDATE users SET profile_type = 'mentor' WHERE id = \(mentor)")
            try campus.run(
                """
                INSERT INTO profile_details (user_id, profile_type, fields)
                VALUES (\(mentor), 'mentor', '{}'), (\(mentor), 'student', '{"major": "Law", "expected_graduation": 2001}'),
                    (\(mentor), 'alumni', '{"degree": "LLB"}')
                """)
            try campus.perform(AccountStates())
            #expect(try campus.count("SELECT count(*) FROM users WHERE profile_type = 'mentor'") == 1)
            #expect(try campus.count("SELECT count(*) FROM profile_details WHERE profile_type = 'student'") == 0)
            #expect(
                try campus.count(
                    """
                    SELECT count(*) FROM profile_details
                    WHERE profile_type = 'alumni' AND fields = '{"degree": "LLB", "graduation_year": 2001}'
                    """) == 1)
        }
    }

    @Test("nobody gets the username of an account that is no more, nor any it had before")
    func reservedUsernames() throws {
        try withCampus { campus in
            let old = try campus.insertUser("Noor Haddad", username: "noor")
            try campus.run("INSERT INTO former_usernames (username, user_id) VALUES ('haddad', \(old))")
            try campus.run(
                "UPDATE users SET state = 'deleted', state_since = now() - interval '31 days' WHERE id = \(old)")
            try campus.insertSuggestion(of: old)
            try campus.perform(AccountStates())
            #expect(try campus.count("SELECT count(*) FROM users WHERE username LIKE 'deleted-%'") == 1)
            #expect(try campus.count("SELECT count(*) FROM former_usernames WHERE user_id IS NULL") == 2)
            let browser = try campus.signIn(campus.insertUser("Bo Li"))
            for name in ["noor", "haddad"] {
                let answer = campus.post("/settings/profile/username", [("username", name)], as: browser)
                #expect(answer.status == .unprocessableContent)
                #expect(try campus.database.fetch(.takenUsernames(among: [name], besides: "x@y.example")) == [name])
                #expect(campus.get("/u/\(name)", as: browser).status == .notFound)
            }
        }
    }

    @Test("more accounts than one statement takes are all changed")
    func batches() throws {
        try withCampus { campus in
            for _ in 1...130 { _ = try campus.insertUser(state: "silenced") }
            try campus.run("UPDATE users SET state_until = now() - interval '1 minute'")
            try campus.perform(AccountStates())
            #expect(try campus.count("SELECT count(*) FROM users WHERE state = 'active'") == 130)
        }
    }
}

extension TestCampus {
    func insertSuggestion(of user: UUID) throws {
        try run(
            """
            INSERT INTO course_suggestions (id, university_id, user_id, code, term, title)
            VALUES (\(UUIDv7.generate()), \(university), \(user), 'CS 999', 'Fall 2026', 'Missing')
            """)
    }

    fileprivate func insertDeletedUser(days: Int) throws -> UUID {
        let id = try insertUser(state: "deleted")
        try run(
            """
            UPDATE users
            SET state_since = now() - \(days) * interval '1 day', password_hash = 'x', headline = 'Secret headline',
                personal_email = \("\(id)@home.example"), bio_source = 'Secret', bio_html = 'Secret'
            WHERE id = \(id)
            """)
        return id
    }

    fileprivate func state(of user: UUID) throws -> (String, String?) {
        try database.fetch(
            Query<Standing>.one("SELECT state, state_reason FROM users WHERE id = \(user)", as: Standing.init)
        ).both
    }

    /// Everything in the account's row that could tell whose it was.
    fileprivate func traces(of user: UUID) throws -> [String] {
        try database.fetch(
            Query<[String]>.value(
                """
                SELECT ARRAY[email, username, name, coalesce(password_hash, ''), coalesce(personal_email, ''), headline,
                    bio_source, bio_html, visibility]
                FROM users WHERE id = \(user)
                """))
    }
}

private struct Standing: Sendable {
    let state: String
    let reason: String?
    var both: (String, String?) { (state, reason) }
}
