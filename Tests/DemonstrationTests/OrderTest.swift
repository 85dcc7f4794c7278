import FoundationEssentials
import Postgres
import Testing

@testable import Demonstration

/// Numbers, times and who may do what.
extension DemonstrationTests {
    func checkOrder(_ connection: Connection) throws {
        let wrong: [(String, SQL)] = [
            (
                "a gap in the numbers of comments",
                """
                SELECT count(*) FROM (SELECT number, row_number() OVER (PARTITION BY post_id ORDER BY created_at, id)
                    AS place FROM comments) k WHERE number <> place
                """
            ),
            (
                "a post out of order",
                """
                SELECT count(*) FROM (SELECT published_at, lag(published_at)
                    OVER (PARTITION BY community_id ORDER BY number) AS before FROM posts) p WHERE published_at < before
                """
            ),
            (
                "a comment before its post",
                "SELECT count(*) FROM comments k JOIN posts p ON p.id = k.post_id WHERE k.created_at <= p.published_at"
            ),
            (
                "a reply before its parent",
                """
                SELECT count(*) FROM comments k JOIN comments o ON o.post_id = k.post_id AND o.number = k.parent_number
                WHERE k.created_at <= o.created_at
                """
            ),
            (
                "something after now",
                """
                SELECT count(*) FROM (SELECT created_at AS moment FROM comments UNION ALL SELECT edited_at FROM comments
                    UNION ALL SELECT published_at FROM posts UNION ALL SELECT edited_at FROM posts
                    UNION ALL SELECT created_at FROM post_votes UNION ALL SELECT created_at FROM comment_votes
                    UNION ALL SELECT created_at FROM users UNION ALL SELECT joined_at FROM memberships) m
                WHERE moment > \(FilledCampus.now)
                """
            ),
            (
                "an author who was no member yet",
                """
                SELECT count(*) FROM posts p LEFT JOIN memberships m
                    ON m.community_id = p.community_id AND m.user_id = p.author_id
                WHERE m.joined_at IS NULL OR m.joined_at > p.published_at
                """
            ),
            (
                "an announcement by somebody who may not",
                """
                SELECT count(*) FROM posts p JOIN spaces s ON s.id = p.space_id JOIN memberships m
                    ON m.community_id = p.community_id AND m.user_id = p.author_id
                WHERE s.posting = 'moderators' AND m.role NOT IN ('owner', 'moderator')
                """
            ),
            (
                "an identifier that does not tell its time",
                """
                SELECT count(*) FROM posts WHERE floor(('x' || translate(left(id::text, 13), '-', ''))::bit(48)::bigint
                    / 1000.0) <> extract(epoch FROM published_at)
                """
            ),
            (
                "a community without an owner",
                """
                SELECT 25 - count(*) FROM memberships WHERE role = 'owner'
                """
            ),
        ]
        for (name, sql) in wrong { #expect(try connection.number(sql) == 0, "found: \(name)") }
    }
}
