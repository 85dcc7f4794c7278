import FoundationEssentials
import Postgres
import Testing

@testable import Demonstration

/// What is stored against what it counts.
extension DemonstrationTests {
    /// Every stored counter against what it counts.
    func checkCounters(_ connection: Connection) throws {
        let wrong: [(String, SQL)] = [
            (
                "members",
                """
                SELECT count(*) FROM communities c WHERE member_count <>
                (SELECT count(*) FROM memberships m WHERE m.community_id = c.id AND m.role <> 'banned')
                """
            ),
            (
                "posts of communities",
                """
                SELECT count(*) FROM communities c WHERE (post_count, last_post_number) <>
                (SELECT count(*) FILTER (WHERE state = 'published'), coalesce(max(number), 0)
                    FROM posts p WHERE p.community_id = c.id)
                """
            ),
            (
                "last activity of communities",
                """
                SELECT count(*) FROM communities c WHERE last_activity_at <>
                (SELECT max(p.last_activity_at) FROM posts p WHERE p.community_id = c.id AND state = 'published')
                """
            ),
            (
                "posts of spaces",
                """
                SELECT count(*) FROM spaces s WHERE post_count <>
                (SELECT count(*) FROM posts p WHERE p.space_id = s.id AND state = 'published')
                """
            ),
            (
                "posts of people",
                """
                SELECT count(*) FROM users u WHERE post_count <>
                (SELECT count(*) FROM posts p WHERE p.author_id = u.id AND state = 'published')
                """
            ),
            (
                "comments of people",
                """
                SELECT count(*) FROM users u WHERE comment_count <>
                (SELECT count(*) FROM comments k WHERE k.author_id = u.id AND state = 'published')
                """
            ),
            (
                "comments of posts",
                """
                SELECT count(*) FROM posts p WHERE (comment_count, last_comment_number) <>
                (SELECT count(*) FILTER (WHERE state = 'published'), coalesce(max(number), 0)
                    FROM comments k WHERE k.post_id = p.id)
                """
            ),
            (
                "last activity of posts",
                """
                SELECT count(*) FROM posts p WHERE last_activity_at <>
                coalesce((SELECT max(created_at) FROM comments k WHERE k.post_id = p.id AND state = 'published'),
                    published_at)
                """
            ),
            (
                "scores of posts",
                """
                SELECT count(*) FROM posts p WHERE score <>
                (SELECT coalesce(sum(value), 0) FROM post_votes v WHERE v.post_id = p.id)
                """
            ),
            (
                "scores of comments",
                """
                SELECT count(*) FROM comments k WHERE score <>
                (SELECT coalesce(sum(value), 0) FROM comment_votes v
                    WHERE v.post_id = k.post_id AND v.comment_number = k.number)
                """
            ),
            (
                "answers",
                """
                SELECT count(*) FROM posts p LEFT JOIN comments k ON k.post_id = p.id AND k.number = p.answer_number
                WHERE answer_number IS NOT NULL AND (k.state IS DISTINCT FROM 'published'
                    OR k.created_at <> p.answered_at OR p.answer_chosen_by IS NULL OR k.author_id = p.author_id)
                """
            ),
            (
                "votes of polls",
                """
                SELECT count(*) FROM poll_choices k WHERE vote_count <>
                (SELECT count(*) FROM poll_votes v WHERE v.post_id = k.post_id AND v.choice = k.number)
                """
            ),
            (
                "voters of polls",
                """
                SELECT count(*) FROM polls q WHERE voter_count <>
                (SELECT count(DISTINCT v.user_id) FROM poll_votes v WHERE v.post_id = q.post_id)
                """
            ),
            (
                "polls of posts",
                """
                SELECT count(*) FROM posts p WHERE (kind = 'poll') <>
                (2 <= (SELECT count(*) FROM polls q JOIN poll_choices k ON k.post_id = q.post_id WHERE q.post_id = p.id))
                """
            ),
            (
                "votes before or after their poll",
                """
                SELECT count(*) FROM poll_votes v JOIN polls q ON q.post_id = v.post_id JOIN posts p ON p.id = q.post_id
                WHERE v.created_at < p.published_at OR v.created_at > p.published_at + q.days * interval '24 hours'
                    OR v.created_at > \(FilledCampus.now)
                """
            ),
            (
                "posts under their tags",
                """
                SELECT count(*) FROM (
                    SELECT unnest(p.tags) AS tag, p.published_at, p.id
                    FROM posts p JOIN communities c ON c.id = p.community_id
                    WHERE p.state = 'published' AND c.visibility = 'public'
                ) carried FULL JOIN post_tags t
                    ON (t.tag, t.published_at, t.post_id) = (carried.tag, carried.published_at, carried.id)
                WHERE t.tag IS NULL OR carried.tag IS NULL
                """
            ),
        ]
        for (name, sql) in wrong { #expect(try connection.number(sql) == 0, "wrong: \(name)") }
        #expect(try connection.number("SELECT count(*) FROM post_tags") > 1000)
        #expect(try connection.number("SELECT count(*) FROM polls WHERE voter_count > 0") > 3)
        #expect(try connection.number("SELECT count(*) FROM posts WHERE cardinality(outline) >= 3") > 0)
    }
}
