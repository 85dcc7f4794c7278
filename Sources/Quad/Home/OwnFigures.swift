import FoundationEssentials
import Postgres

/// What somebody did in a month, as the background counted it last. Nobody else sees it.
struct OwnFigures: Sendable {
    /// 1 to 12.
    let month: Int
    let posts: Int
    let comments: Int
    let acceptedAnswers: Int
    /// How many others wrote what a comment of theirs was chosen as the answer to, or was voted up under.
    let peopleHelped: Int
    let countedAt: Date

    var isEmpty: Bool { posts + comments + acceptedAnswers + peopleHelped == 0 }
}

extension Query where Output == OwnFigures? {
    /// - Returns: `nil` where nothing was counted yet.
    static func ownFigures(of member: Member.ID) -> Self {
        .first(
            """
            SELECT extract(month FROM month)::integer, posts, comments, accepted_answers, people_helped, counted_at
            FROM own_figures
            WHERE user_id = \(member)
            LIMIT 1
            """, as: OwnFigures.init)
    }
}

/// Counts anew for everybody who was here lately: for each at most twice an hour.
struct OwnFiguresRound: Job {
    static let kind = "own_figures"
    /// The next round is soon enough.
    static let mostAttempts = 3
    /// People a statement counts for.
    static let batch = 100

    func run(_ context: JobContext) throws {
        while !context.isStopping(), try context.database.fetch(.countOwnFigures(limit: Self.batch)) == Self.batch {}
    }
}

extension Query where Output == Int {
    /// Answers for how many it counted. Who is counted is due again in half an hour.
    ///
    /// Who was helped is told by what everybody sees, scores and chosen answers: a figure made of single votes would
    /// tell whose they were.
    static func countOwnFigures(limit: Int) -> Self {
        .execute(
            """
            WITH due AS (
                SELECT u.id, m.month, m.month AT TIME ZONE n.time_zone AS start
                FROM (
                    SELECT s.user_id
                    FROM sessions s LEFT JOIN own_figures f ON f.user_id = s.user_id
                    WHERE s.seen_at > now() - interval '2 days' AND s.revoked_at IS NULL
                        AND (f.user_id IS NULL OR f.counted_at < now() - interval '30 minutes')
                    GROUP BY s.user_id
                    LIMIT \(limit)
                ) s
                JOIN users u ON u.id = s.user_id
                JOIN universities n ON n.id = u.university_id
                CROSS JOIN LATERAL (SELECT date_trunc('month', now() AT TIME ZONE n.time_zone) AS month) m
            )
            INSERT INTO own_figures AS o
                (user_id, month, posts, comments, accepted_answers, people_helped, counted_at)
            SELECT d.id, d.month::date,
                (SELECT count(*) FROM posts p
                    WHERE p.author_id = d.id AND p.state = 'published' AND p.published_at >= d.start),
                (SELECT count(*) FROM comments c
                    WHERE c.author_id = d.id AND c.state = 'published' AND c.created_at >= d.start),
                h.answers, h.people, now()
            FROM due d
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE p.answer_number = c.number AND p.answered_at >= d.start) AS answers,
                    count(DISTINCT p.author_id) AS people
                FROM comments c JOIN posts p ON p.id = c.post_id
                WHERE c.author_id = d.id AND c.state = 'published' AND p.state = 'published' AND p.author_id <> d.id
                    AND (c.created_at >= d.start AND c.score > 0
                        OR p.answer_number = c.number AND p.answered_at >= d.start)
            ) h
            ORDER BY d.id
            ON CONFLICT (user_id) DO UPDATE
            SET month = EXCLUDED.month, posts = EXCLUDED.posts, comments = EXCLUDED.comments,
                accepted_answers = EXCLUDED.accepted_answers, people_helped = EXCLUDED.people_helped,
                counted_at = EXCLUDED.counted_at
            """)
    }
}
