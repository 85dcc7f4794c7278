import FoundationEssentials
import Postgres
import Testing

@testable import Demonstration

/// Busy and quiet, solved and open, up and down: as on a real campus.
extension DemonstrationTests {
    func checkCounts(_ connection: Connection) throws {
        #expect(try connection.number("SELECT count(*) FROM users WHERE profile_type = 'student'") >= 600)
        #expect(try connection.number("SELECT count(*) FROM users") == 670)
        #expect(try connection.number("SELECT count(*) FROM universities") == 3)
        #expect(try connection.number("SELECT count(*) FROM courses") == 60)
        #expect(try connection.number("SELECT count(*) FROM communities") == 25)
        #expect(try connection.number("SELECT count(*) FROM communities WHERE visibility = 'public'") == 20)
        #expect(try connection.number("SELECT count(*) FROM communities WHERE visibility = 'university'") == 3)
        #expect(try connection.number("SELECT count(*) FROM posts") == 1500)
        #expect(try connection.number("SELECT count(*) FROM comments") == 9000)
        let votes = try connection.number(
            "SELECT (SELECT count(*) FROM post_votes) + (SELECT count(*) FROM comment_votes)")
        #expect((15_000...26_000).contains(votes), "\(votes) votes")
        #expect(try connection.number("SELECT count(*) FROM site WHERE is_demonstration") == 1)
    }

    func checkLife(_ connection: Connection) throws {
        let since = FilledCampus.now.addingTimeInterval(-86_400)
        let asked = try connection.number(
            """
            SELECT count(*) FROM posts p JOIN communities c ON c.id = p.community_id
            WHERE kind = 'question' AND p.state = 'published' AND published_at > \(since) AND visibility = 'public'
            """)
        #expect(asked >= 25, "\(asked) questions in the last day")
        #expect(
            try connection.number(
                "SELECT count(*) FROM posts WHERE published_at > \(FilledCampus.now.addingTimeInterval(-900))") > 0)
        let share = try connection.number(
            """
            SELECT 100 * count(*) FILTER (WHERE answer_number IS NOT NULL) / count(*) FROM posts
            WHERE kind = 'question' AND state = 'published' AND published_at < \(since)
            """)
        #expect((64...76).contains(share), "\(share) % of older questions answered")
        #expect(try connection.number("SELECT max(last_comment_number) FROM posts") == 180)
        #expect(try connection.number("SELECT count(*) FROM posts WHERE last_comment_number >= 100") >= 2)
        #expect(try connection.number("SELECT count(*) FROM comments WHERE score < -4") >= 2)
        #expect(
            try connection.number("SELECT count(*) FROM posts WHERE state = 'removed' AND removal_reason ~ '^Rule'") > 3
        )
        #expect(try connection.number("SELECT count(*) FROM comments WHERE state = 'removed'") > 30)
        let pinned = try connection.number(
            """
            SELECT count(*) FROM (SELECT community_id FROM posts WHERE is_pinned AND state = 'published'
                GROUP BY community_id HAVING count(*) BETWEEN 1 AND 2) p
            """)
        #expect(pinned >= 20, "\(pinned) communities with one or two pinned posts")
        let depth = try connection.number(
            """
            WITH RECURSIVE threads AS (
                SELECT post_id, number, 0 AS depth FROM comments WHERE parent_number IS NULL
                UNION ALL
                SELECT k.post_id, k.number, t.depth + 1 FROM comments k JOIN threads t
                    ON t.post_id = k.post_id AND t.number = k.parent_number)
            SELECT max(depth) FROM threads
            """)
        #expect(depth >= 12)
    }

    func checkPeople(_ connection: Connection) throws {
        #expect(
            try connection.words(
                "SELECT username || ' ' || role FROM users WHERE email LIKE '%@demo.quad.test' ORDER BY email")
                == ["ines.albrecht admin", "tomasz.wojcik moderator", "leila.farahani member"])
        let visible = try connection.number(
            "SELECT 100 * count(*) FILTER (WHERE visibility = 'public') / count(*) FROM users")
        #expect((28...42).contains(visible))
        #expect(try connection.number("SELECT count(*) FROM users WHERE is_held") > 3)
        #expect(try connection.number("SELECT count(*) FROM users WHERE bio_html <> ''") > 200)
    }
}
