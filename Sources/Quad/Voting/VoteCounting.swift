import FoundationEssentials
import Postgres

/// What several votes on one post or comment came to.
struct CountedVotes: Sendable {
    let score: Int
    /// Whose vote is now what they sent; the others' could not be counted any more.
    let accepted: [Member.ID]
    /// Whose vote was another before.
    let changed: [Member.ID]
}

// Two statements of one round trip, which are one transaction: the first takes the row of the post or comment, so that
// votes on it stand in line; the second begins after that, sees what was voted before it, and changes votes, score and
// (a generated column) hot rank together. Absolute values make both harmless twice, so they may be sent again when the
// connection is lost.
extension Query where Output == Int {
    /// Takes a post's row.
    static func holdScore(of post: Post.ID) -> Self {
        Query<Int>.execute("SELECT id FROM posts WHERE id = \(post) FOR NO KEY UPDATE").idempotent
    }

    /// Takes a comment's row.
    static func holdScore(of comment: Comment.ID) -> Self {
        Query<Int>.execute("SELECT id FROM comments WHERE id = \(comment) FOR NO KEY UPDATE").idempotent
    }
}

extension SQL {
    /// The ballots of different voters as rows: `voter`, and `value`, 0 for none.
    fileprivate static func rows(of ballots: [VoteGathering.Entry]) -> SQL {
        let voters = ballots.map(\.voter.rawValue)
        let values = ballots.map { $0.ballot.vote?.rawValue ?? 0 }
        return "unnest(\(voters)::uuid[], \(values)::smallint[]) AS b (voter, value)"
    }

    /// What `VoteTarget.refusal` says, decided again where the vote is counted: of `posts p`, of `communities c`, and of
    /// voter `b` on what `author` wrote.
    fileprivate static func isCounted(author: SQL) -> SQL {
        """
        p.state = 'published' AND c.state = 'active' AND b.voter <> \(author)
            AND coalesce((
                SELECT m.role FROM memberships m WHERE m.community_id = c.id AND m.user_id = b.voter), '') <> 'banned'
        """
    }

    /// `CountedVotes`' columns.
    fileprivate static let counted: SQL = """
        coalesce((SELECT score FROM counted), before.score), ARRAY(SELECT voter FROM accepted),
        ARRAY(SELECT voter FROM changed)
        """
}

extension Query where Output == CountedVotes? {
    /// Makes votes on a post what the ballots say, and moves the score by the difference.
    ///
    /// Each voter's earlier vote is looked up by its key: a post may have thousands.
    static func cast(_ ballots: [VoteGathering.Entry], on post: Post.ID) -> Self {
        .first(
            """
            WITH accepted AS (
                SELECT b.voter, b.value, coalesce((
                        SELECT v.value FROM post_votes v WHERE v.user_id = b.voter AND v.post_id = p.id), 0) AS earlier
                FROM posts p
                JOIN communities c ON c.id = p.community_id
                CROSS JOIN \(SQL.rows(of: ballots))
                WHERE p.id = \(post) AND \(SQL.isCounted(author: "p.author_id"))
            ), changed AS (
                SELECT voter, value, earlier FROM accepted WHERE value <> earlier
            ), taken AS (
                DELETE FROM post_votes
                WHERE post_id = \(post) AND user_id = ANY (ARRAY(SELECT voter FROM changed WHERE value = 0))
            ), given AS (
                INSERT INTO post_votes (user_id, post_id, value)
                SELECT voter, \(post), value FROM changed WHERE value <> 0
                ON CONFLICT (user_id, post_id) DO UPDATE
                SET value = excluded.value
            ), counted AS (
                UPDATE posts
                SET score = score + moved.difference
                FROM (SELECT sum(value - earlier) AS difference FROM changed) moved
                WHERE posts.id = \(post) AND moved.difference <> 0
                RETURNING score
            )
            SELECT \(SQL.counted) FROM posts before WHERE before.id = \(post)
            """, as: CountedVotes.init
        ).idempotent
    }

    /// The same on a comment.
    static func cast(_ ballots: [VoteGathering.Entry], on comment: Comment.ID) -> Self {
        .first(
            """
            WITH accepted AS (
                SELECT b.voter, b.value, k.post_id, k.number, coalesce((
                        SELECT v.value FROM comment_votes v
                        WHERE v.user_id = b.voter AND v.post_id = k.post_id AND v.comment_number = k.number), 0) AS earlier
                FROM comments k
                JOIN posts p ON p.id = k.post_id
                JOIN communities c ON c.id = p.community_id
                CROSS JOIN \(SQL.rows(of: ballots))
                WHERE k.id = \(comment) AND k.state = 'published' AND \(SQL.isCounted(author: "k.author_id"))
            ), changed AS (
                SELECT voter, value, post_id, number, earlier FROM accepted WHERE value <> earlier
            ), taken AS (
                DELETE FROM comment_votes
                WHERE (post_id, comment_number) = (SELECT post_id, number FROM comments WHERE id = \(comment))
                    AND user_id = ANY (ARRAY(SELECT voter FROM changed WHERE value = 0))
            ), given AS (
                INSERT INTO comment_votes (user_id, post_id, comment_number, value)
                SELECT voter, post_id, number, value FROM changed WHERE value <> 0
                ON CONFLICT (user_id, post_id, comment_number) DO UPDATE
                SET value = excluded.value
            ), counted AS (
                UPDATE comments
                SET score = score + moved.difference
                FROM (SELECT sum(value - earlier) AS difference FROM changed) moved
                WHERE comments.id = \(comment) AND moved.difference <> 0
                RETURNING score
            )
            SELECT \(SQL.counted) FROM comments before WHERE before.id = \(comment)
            """, as: CountedVotes.init
        ).idempotent
    }
}
