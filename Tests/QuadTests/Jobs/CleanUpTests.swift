import Cryptography
import FoundationEssentials
import Postgres
import Testing

@testable import Quad

@Suite("Cleaning up")
struct CleanUpTests {
    @Test("what nobody needs any more goes, and what is a day younger stays")
    func rules() throws {
        try withCampus { campus in
            let user = try campus.insertUser()
            try campus.insertSignUp(expired: "1 day")
            let open = try campus.insertSignUp(expired: "-1 day")
            for (expired, hash) in [("8 days", 1), ("6 days", 2)] {
                try campus.run(
                    """
                    INSERT INTO email_tokens (token_hash, purpose, user_id, expires_at)
                    VALUES (\(hash32(hash)), 'password_reset', \(user), now() - \(expired)::interval)
                    """)
            }
            for (seen, revoked) in [("41 days", nil), ("39 days", nil), ("32 days", "31 days"), ("30 days", "29 days")]
            {
                try campus.insertSession(of: user, seen: seen, revoked: revoked)
            }
            for age in ["13 months 1 day", "12 months 29 days"] {
                try campus.run(
                    """
                    INSERT INTO security_events (id, user_id, kind, created_at)
                    VALUES (\(UUIDv7.generate()), \(user), 'signed_in', now() - \(age)::interval)
                    """)
            }
            for age in ["8 days", "6 days"] {
                try campus.run(
                    """
                    INSERT INTO demonstration_mails (id, recipient, subject, text_part, html_part, created_at)
                    VALUES (\(UUIDv7.generate()), 'a@b.example', 's', 't', 'h', now() - \(age)::interval)
                    """)
            }
            for (number, age) in ["366 days", "364 days"].enumerated() {
                try campus.run(
                    """
                    INSERT INTO devices (id, user_id, token_hash, name, last_used_at)
                    VALUES (\(UUIDv7.generate()), \(user), \(hash32(number)), 'Firefox', now() - \(age)::interval)
                    """)
            }

            try campus.perform(CleanUp())
            #expect(try campus.database.fetch(Query<[UUID]>.values("SELECT id FROM sign_ups LIMIT 5")) == [open])
            #expect(try campus.count("SELECT count(*) FROM email_tokens") == 1)
            #expect(try campus.count("SELECT count(*) FROM sessions") == 2)
            #expect(try campus.count("SELECT count(*) FROM sessions WHERE revoked_at IS NULL") == 1)
            #expect(try campus.count("SELECT count(*) FROM security_events") == 1)
            #expect(try campus.count("SELECT count(*) FROM demonstration_mails") == 1)
            #expect(try campus.count("SELECT count(*) FROM devices") == 1)
        }
    }

    @Test("more than one statement takes is removed all the same")
    func batches() throws {
        try withCampus { campus in
            try campus.run(
                """
                INSERT INTO demonstration_mails (id, recipient, subject, text_part, html_part, created_at)
                SELECT gen_random_uuid(), 'a@b.example', 's', 't', 'h', now() - interval '8 days'
                FROM generate_series(1, 2500)
                """)
            #expect(try campus.database.fetch(.removeOldDemonstrationMails(limit: 1_000)) == 1_000)
            try campus.perform(CleanUp())
            #expect(try campus.count("SELECT count(*) FROM demonstration_mails") == 0)
        }
    }
}

/// 32 bytes, another for each number.
func hash32(_ number: Int) -> [UInt8] { [UInt8](repeating: UInt8(number), count: 32) }

extension TestCampus {
    @discardableResult fileprivate func insertSignUp(expired: String) throws -> UUID {
        let id = UUIDv7.generate()
        try run(
            """
            INSERT INTO sign_ups (id, email, username, name, profile_type, university_id, password_hash, browser_hash,
                expires_at)
            VALUES (\(id), 'a@alderbay.example', 'ada', 'Ada', 'student', \(university), 'x', \(hash32(1)),
                now() - \(expired)::interval)
            """)
        return id
    }

    func insertSession(of user: UUID, seen: String = "0", revoked: String? = nil) throws {
        try run(
            """
            INSERT INTO sessions (id, token_hash, user_id, device, seen_at, revoked_at)
            VALUES (\(UUIDv7.generate()), sha256(gen_random_uuid()::text::bytea), \(user), 'Firefox',
                now() - \(seen)::interval, now() - \(revoked)::interval)
            """)
    }
}
