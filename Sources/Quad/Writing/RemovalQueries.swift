import Postgres

// What goes with a comment that is taken down, whoever does it.
extension SQL {
    /// When something last happened on `posts p` besides `comments k`: a column.
    static let lastActivityWithout: SQL = """
        coalesce((SELECT max(o.created_at) FROM comments o
            WHERE o.post_id = k.post_id AND o.state = 'published' AND o.id <> k.id), p.published_at)
        """

    /// Takes a comment off its post's counters, and opens the question it answered, behind a statement named `before`
    /// with `post_id`, `number`, `published` (1 or 0) and `last_activity_at`.
    static let takeOffPost: SQL = """
        UPDATE posts p
        SET comment_count = p.comment_count - b.published, last_activity_at = b.last_activity_at,
            answer_number = nullif(p.answer_number, b.number),
            answered_at = CASE WHEN p.answer_number <> b.number THEN p.answered_at END,
            answer_chosen_by = CASE WHEN p.answer_number <> b.number THEN p.answer_chosen_by END
        FROM before b WHERE p.id = b.post_id
        """
}

extension SQL {
    /// What stands where a member’s own words were: "A comment was removed: its author deleted it".
    fileprivate static let withdrawn: SQL = "'its author deleted it'"
}

extension Query where Output == Int {
    /// Takes an author’s post down for good. Its comments stay, unseen.
    ///
    /// - Returns: 0 when nothing was changed: it is not theirs, or down already.
    static func withdraw(_ post: Post.ID, by author: Member) -> Self {
        .value(
            """
            WITH before AS (
                SELECT p.id, p.community_id, p.space_id, (p.state = 'published')::integer AS published
                FROM posts p JOIN communities c ON c.id = p.community_id
                WHERE p.id = \(post) AND p.author_id = \(author.id)
                    AND p.state IN ('in_review', 'published', 'archived') AND \(SQL.readable(by: .member(author)))
            ), withdrawn AS (
                UPDATE posts p
                SET state = 'removed', is_withdrawn = true, removal_reason = \(SQL.withdrawn)
                FROM before b WHERE p.id = b.id
            ), in_community AS (
                UPDATE communities c SET post_count = c.post_count - b.published
                FROM before b WHERE c.id = b.community_id
            ), in_space AS (
                UPDATE spaces s SET post_count = s.post_count - b.published FROM before b WHERE s.id = b.space_id
            ), of_author AS (
                UPDATE users u SET post_count = u.post_count - b.published FROM before b WHERE u.id = \(author.id)
            )
            SELECT count(*) FROM before
            """)
    }

    /// Takes an author’s comment down for good. Its replies stay; a question it answered is open again.
    ///
    /// - Returns: 0 when nothing was changed: it is not theirs, or down already.
    static func withdraw(_ comment: ID<Comment>, by author: Member) -> Self {
        .value(
            """
            WITH before AS (
                SELECT k.id, k.post_id, k.number, (k.state = 'published')::integer AS published,
                    \(SQL.lastActivityWithout) AS last_activity_at
                FROM comments k
                JOIN posts p ON p.id = k.post_id
                JOIN communities c ON c.id = p.community_id
                WHERE k.id = \(comment) AND k.author_id = \(author.id) AND k.state IN ('in_review', 'published')
                    AND p.state IN ('in_review', 'published', 'archived') AND \(SQL.readable(by: .member(author)))
            ), withdrawn AS (
                UPDATE comments k
                SET state = 'removed', is_withdrawn = true, removal_reason = \(SQL.withdrawn)
                FROM before b WHERE k.id = b.id
            ), on_post AS (
                \(SQL.takeOffPost)
            ), of_author AS (
                UPDATE users u SET comment_count = u.comment_count - b.published
                FROM before b WHERE u.id = \(author.id)
            )
            SELECT count(*) FROM before
            """)
    }
}
