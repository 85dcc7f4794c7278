import Postgres

/// A post or comment that somebody votes on, as it is while nobody else changes its score.
struct VoteTarget: Sendable {
    /// Neither archived nor removed, in a community that is not archived.
    let isOpen: Bool
    let isOwn: Bool
    let isBanned: Bool
    let community: String
    let number: Int
    let slug: String
    /// `nil` for the post itself.
    let comment: Int?

    /// Why the vote is not counted.
    var refusal: VoteError? {
        if isBanned { return .isBanned }
        if isOwn { return .isOwn }
        return isOpen ? nil : .isClosed
    }

    /// Where the page shows it.
    var path: String {
        let post = CommunityPaths.post(number, slug, in: community)
        guard let comment else { return post }
        let block = ThreadBlock(holding: comment)
        return (block == .first ? post : "\(post)?after=\(block.after)") + "#\(Thread.anchor(comment))"
    }
}

// Three statements of one round trip, which are one transaction: the first takes the row of the post or comment, so
// that votes on it stand in line; the second begins after that and sees what was voted before it; the third reads the
// score. Absolute values make each harmless twice, so all may be sent again when the connection is lost.
extension Query where Output == VoteTarget? {
    /// Takes a post that `writer` may read, to vote on it; no row when there is none.
    static func voteTarget(post: Post.ID, by writer: Writer) -> Self {
        first(
            """
            SELECT p.state = 'published' AND c.state = 'active', p.author_id = \(writer.id), \(SQL.isBanned(writer.id)),
                c.slug, p.number, p.slug, NULL::integer
            FROM posts p JOIN communities c ON c.id = p.community_id
            WHERE p.id = \(post) AND p.state IN ('published', 'archived', 'removed')
                AND \(SQL.readable(by: .member(writer.member)))
            LIMIT 1
            FOR NO KEY UPDATE OF p
            """, as: VoteTarget.init
        ).idempotent
    }

    /// The same for a comment.
    static func voteTarget(comment: Comment.ID, by writer: Writer) -> Self {
        first(
            """
            SELECT m.state = 'published' AND p.state = 'published' AND c.state = 'active', m.author_id = \(writer.id),
                \(SQL.isBanned(writer.id)), c.slug, p.number, p.slug, m.number
            FROM comments m
            JOIN posts p ON p.id = m.post_id
            JOIN communities c ON c.id = p.community_id
            WHERE m.id = \(comment) AND m.state IN ('published', 'removed')
                AND p.state IN ('published', 'archived', 'removed') AND \(SQL.readable(by: .member(writer.member)))
            LIMIT 1
            FOR NO KEY UPDATE OF m
            """, as: VoteTarget.init
        ).idempotent
    }
}

extension SQL {
    /// Whether `writer` may vote on `posts p` of `communities c`: what `VoteTarget.refusal` says, decided again where
    /// the vote is counted.
    fileprivate static func isVotable(by writer: Writer) -> SQL {
        """
        p.state = 'published' AND c.state = 'active' AND \(readable(by: .member(writer.member)))
            AND NOT \(isBanned(writer.id))
        """
    }
}

extension Query where Output == Int {
    /// Makes `writer`'s vote on a post what the ballot says, and moves the score by the difference.
    ///
    /// - Returns: 1 when that changed anything, else 0.
    static func cast(_ ballot: Ballot, on post: Post.ID, by writer: Writer) -> Self {
        guard let vote = ballot.vote else {
            return .execute(
                """
                WITH taken AS (
                    DELETE FROM post_votes v
                    USING posts p JOIN communities c ON c.id = p.community_id
                    WHERE v.user_id = \(writer.id) AND v.post_id = \(post) AND p.id = v.post_id
                        AND \(SQL.isVotable(by: writer))
                    RETURNING v.value
                )
                UPDATE posts
                SET score = score - taken.value
                FROM taken
                WHERE posts.id = \(post)
                """
            ).idempotent
        }
        return .execute(
            """
            WITH earlier AS (
                SELECT value FROM post_votes WHERE user_id = \(writer.id) AND post_id = \(post)
            ), given AS (
                INSERT INTO post_votes (user_id, post_id, value)
                SELECT \(writer.id), p.id, \(vote)
                FROM posts p JOIN communities c ON c.id = p.community_id
                WHERE p.id = \(post) AND p.author_id <> \(writer.id) AND \(SQL.isVotable(by: writer))
                ON CONFLICT (user_id, post_id) DO UPDATE
                SET value = excluded.value
                WHERE post_votes.value <> excluded.value
                RETURNING value
            )
            UPDATE posts
            SET score = score + given.value - coalesce((SELECT value FROM earlier), 0)
            FROM given
            WHERE posts.id = \(post)
            """
        ).idempotent
    }

    /// The same on a comment.
    static func cast(_ ballot: Ballot, on comment: Comment.ID, by writer: Writer) -> Self {
        guard let vote = ballot.vote else {
            return .execute(
                """
                WITH taken AS (
                    DELETE FROM comment_votes v
                    USING comments m
                    JOIN posts p ON p.id = m.post_id
                    JOIN communities c ON c.id = p.community_id
                    WHERE m.id = \(comment) AND v.user_id = \(writer.id) AND v.post_id = m.post_id
                        AND v.comment_number = m.number AND m.state = 'published' AND \(SQL.isVotable(by: writer))
                    RETURNING v.value
                )
                UPDATE comments
                SET score = score - taken.value
                FROM taken
                WHERE comments.id = \(comment)
                """
            ).idempotent
        }
        return .execute(
            """
            WITH earlier AS (
                SELECT v.value
                FROM comments m JOIN comment_votes v ON v.post_id = m.post_id AND v.comment_number = m.number
                WHERE m.id = \(comment) AND v.user_id = \(writer.id)
            ), given AS (
                INSERT INTO comment_votes (user_id, post_id, comment_number, value)
                SELECT \(writer.id), m.post_id, m.number, \(vote)
                FROM comments m
                JOIN posts p ON p.id = m.post_id
                JOIN communities c ON c.id = p.community_id
                WHERE m.id = \(comment) AND m.author_id <> \(writer.id) AND m.state = 'published'
                    AND \(SQL.isVotable(by: writer))
                ON CONFLICT (user_id, post_id, comment_number) DO UPDATE
                SET value = excluded.value
                WHERE comment_votes.value <> excluded.value
                RETURNING value
            )
            UPDATE comments
            SET score = score + given.value - coalesce((SELECT value FROM earlier), 0)
            FROM given
            WHERE comments.id = \(comment)
            """
        ).idempotent
    }
}

extension Query where Output == Int? {
    static func score(of post: Post.ID) -> Self {
        first("SELECT score FROM posts WHERE id = \(post)") { (score: Int) in score }
    }

    static func score(of comment: Comment.ID) -> Self {
        first("SELECT score FROM comments WHERE id = \(comment)") { (score: Int) in score }
    }
}
