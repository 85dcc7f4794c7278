import Cryptography
import Postgres
import Testing

@testable import Demonstration

/// The three who can sign in.
extension DemonstrationTests {
    func checkSignIns(_ connection: Connection) throws {
        let hash = try #require(PasswordHash(stored: SignIns.passwordHash))
        #expect(try hash.matches(SignIns.password))
        #expect(!hash.needsRehash(at: .standard))
        let people = try connection.words(
            """
            SELECT concat_ws(' ', u.email, u.role, u.state, n.slug)
            FROM users u JOIN universities n ON n.id = u.university_id
            WHERE u.password_hash = \(SignIns.passwordHash)
            ORDER BY u.email
            LIMIT 10
            """)
        #expect(
            people == [
                "admin@demo.quad.test admin active alder-bay", "moderator@demo.quad.test moderator active alder-bay",
                "student@demo.quad.test member active alder-bay",
            ])
        #expect(try connection.number("SELECT count(*) FROM users WHERE password_hash IS NOT NULL") == 3)
        #expect(
            try connection.words(
                """
                SELECT n.slug
                FROM university_domains d JOIN universities n ON n.id = d.university_id
                WHERE d.domain = 'demo.quad.test'
                LIMIT 2
                """) == ["alder-bay"])
        let fewest = try connection.number(
            """
            SELECT min(communities)
            FROM (
                SELECT count(m.community_id) AS communities
                FROM users u LEFT JOIN memberships m ON m.user_id = u.id
                WHERE u.password_hash IS NOT NULL
                GROUP BY u.id
            ) AS counted
            """)
        #expect(fewest >= 5, "one of them is in \(fewest) communities")
        #expect(try connection.number("SELECT count(*) FROM users WHERE state_since <> created_at") == 0)
    }
}
