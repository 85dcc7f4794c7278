import Postgres

// All stand behind the locks of their round trip (community, post, comment), so that two acts at once take turns and
// each sees what the other did. Each says in its WHERE who may; 0 means that nothing was changed.
extension SQL {
    /// Whether `member` may change how posts of `communities c` stand, given membership `m`.
    fileprivate static func arranges(_ member: Member) -> SQL {
        "c.state = 'active' AND \(governs(member)) AND \(readable(by: .member(member)))"
    }

    fileprivate static func communityOfPost(for member: Member) -> SQL {
        "FROM communities c \(membership(of: member)) WHERE c.id = p.community_id"
    }
}

extension Query where Output == Int {
    /// Lists a post before all others of its community, while fewer than five are.
    static func pin(_ post: Post.ID, by member: Member) -> Self {
        .execute(
            """
            UPDATE posts p
            SET is_pinned = true
            \(SQL.communityOfPost(for: member)) AND p.id = \(post) AND p.state = 'published' AND NOT p.is_pinned
                AND \(SQL.arranges(member))
                AND (SELECT count(*) FROM posts o
                    WHERE o.community_id = p.community_id AND o.is_pinned AND o.state = 'published') < 5
            """
        ).idempotent
    }

    static func unpin(_ post: Post.ID, by member: Member) -> Self {
        .execute(
            """
            UPDATE posts p
            SET is_pinned = false
            \(SQL.communityOfPost(for: member)) AND p.id = \(post) AND p.is_pinned AND \(SQL.arranges(member))
            """
        ).idempotent
    }

    /// Closes a post for new comments and edits, or opens it again.
    static func lock(_ post: Post.ID, _ isLocked: Bool, by member: Member) -> Self {
        .execute(
            """
            UPDATE posts p
            SET is_locked = \(isLocked)
            \(SQL.communityOfPost(for: member)) AND p.id = \(post) AND p.state IN ('in_review', 'published')
                AND p.is_locked <> \(isLocked) AND \(SQL.arranges(member))
            """
        ).idempotent
    }

    /// Moves a post to another space of its community.
    static func move(_ post: Post.ID, to space: String, by member: Member) -> Self {
        .value(
            """
            WITH before AS (
                SELECT p.id, p.space_id AS old_space, t.id AS new_space, (p.state = 'published')::integer AS published
                FROM posts p
                JOIN communities c ON c.id = p.community_id
                JOIN spaces t ON t.community_id = c.id AND t.slug = \(space) AND t.id <> p.space_id
                \(SQL.membership(of: member))
                WHERE p.id = \(post) AND p.state IN ('in_review', 'published') AND \(SQL.arranges(member))
            ), moved AS (
                UPDATE posts p SET space_id = b.new_space FROM before b WHERE p.id = b.id
            ), counted AS (
                UPDATE spaces s
                SET post_count = s.post_count + CASE s.id WHEN b.new_space THEN b.published ELSE -b.published END
                FROM before b WHERE s.id IN (b.old_space, b.new_space)
            )
            SELECT count(*) FROM before
            """)
    }

    /// Takes a post down; it can come back.
    static func takeDown(_ post: Post.ID, because reason: RemovalReason, by member: Member) -> Self {
        .value(
            """
            WITH before AS (
                SELECT p.id, p.community_id, p.space_id, p.author_id, p.state,
                    (p.state = 'published')::integer AS published
                FROM posts p JOIN communities c ON c.id = p.community_id \(SQL.membership(of: member))
                WHERE p.id = \(post) AND p.state IN ('in_review', 'published', 'archived')
                    AND \(SQL.governs(member)) AND \(SQL.readable(by: .member(member)))
            ), removed AS (
                UPDATE posts p
                SET state = 'removed', removal_reason = \(reason.text), removed_by = \(member.id), removed_at = now(),
                    removed_state = b.state, is_pinned = false
                FROM before b WHERE p.id = b.id
            ), in_community AS (
                UPDATE communities c SET post_count = c.post_count - b.published
                FROM before b WHERE c.id = b.community_id
            ), in_space AS (
                UPDATE spaces s SET post_count = s.post_count - b.published FROM before b WHERE s.id = b.space_id
            ), of_author AS (
                UPDATE users u SET post_count = u.post_count - b.published FROM before b WHERE u.id = b.author_id
            )
            SELECT count(*) FROM before
            """)
    }

    /// Brings a post back that a moderator took down, as it was; not what its author withdrew.
    static func restore(_ post: Post.ID, by member: Member) -> Self {
        .value(
            """
            WITH before AS (
                SELECT p.id, p.community_id, p.space_id, p.author_id, coalesce(p.removed_state, 'published') AS state,
                    (coalesce(p.removed_state, 'published') = 'published')::integer AS published
                FROM posts p JOIN communities c ON c.id = p.community_id \(SQL.membership(of: member))
                WHERE p.id = \(post) AND p.state = 'removed' AND NOT p.is_withdrawn
                    AND \(SQL.governs(member)) AND \(SQL.readable(by: .member(member)))
            ), restored AS (
                UPDATE posts p
                SET state = b.state, removal_reason = NULL, removed_by = NULL, removed_at = NULL, removed_state = NULL
                FROM before b WHERE p.id = b.id
            ), in_community AS (
                UPDATE communities c SET post_count = c.post_count + b.published
                FROM before b WHERE c.id = b.community_id
            ), in_space AS (
                UPDATE spaces s SET post_count = s.post_count + b.published FROM before b WHERE s.id = b.space_id
            ), of_author AS (
                UPDATE users u SET post_count = u.post_count + b.published FROM before b WHERE u.id = b.author_id
            )
            SELECT count(*) FROM before
            """)
    }
}

extension Query where Output == Int {
    /// Takes a comment down; a question it answered is open again until it comes back.
    static func takeDown(_ comment: Comment.ID, because reason: RemovalReason, by member: Member) -> Self {
        .value(
            """
            WITH before AS (
                SELECT k.id, k.post_id, k.number, k.author_id, k.state, (k.state = 'published')::integer AS published,
                    CASE WHEN p.answer_number = k.number THEN p.answer_chosen_by END AS chosen_by,
                    \(SQL.lastActivityWithout) AS last_activity_at
                FROM comments k
                JOIN posts p ON p.id = k.post_id
                JOIN communities c ON c.id = p.community_id \(SQL.membership(of: member))
                WHERE k.id = \(comment) AND k.state IN ('in_review', 'published')
                    AND p.state IN ('in_review', 'published', 'archived')
                    AND \(SQL.governs(member)) AND \(SQL.readable(by: .member(member)))
            ), removed AS (
                UPDATE comments k
                SET state = 'removed', removal_reason = \(reason.text), removed_by = \(member.id), removed_at = now(),
                    removed_state = b.state, answer_chosen_by = b.chosen_by
                FROM before b WHERE k.id = b.id
            ), on_post AS (
                \(SQL.takeOffPost)
            ), of_author AS (
                UPDATE users u SET comment_count = u.comment_count - b.published FROM before b WHERE u.id = b.author_id
            )
            SELECT count(*) FROM before
            """)
    }

    /// Brings a comment back that a moderator took down; as the answer too, when none was chosen meanwhile.
    static func restore(_ comment: Comment.ID, by member: Member) -> Self {
        .value(
            """
            WITH before AS (
                SELECT k.id, k.post_id, k.number, k.author_id, k.created_at,
                    coalesce(k.removed_state, 'published') AS state,
                    (coalesce(k.removed_state, 'published') = 'published')::integer AS published,
                    CASE WHEN p.answer_number IS NULL AND coalesce(k.removed_state, 'published') = 'published'
                        THEN k.answer_chosen_by END AS chosen_by
                FROM comments k
                JOIN posts p ON p.id = k.post_id
                JOIN communities c ON c.id = p.community_id \(SQL.membership(of: member))
                WHERE k.id = \(comment) AND k.state = 'removed' AND NOT k.is_withdrawn
                    AND p.state IN ('in_review', 'published', 'archived')
                    AND \(SQL.governs(member)) AND \(SQL.readable(by: .member(member)))
            ), restored AS (
                UPDATE comments k
                SET state = b.state, removal_reason = NULL, removed_by = NULL, removed_at = NULL, removed_state = NULL,
                    answer_chosen_by = NULL
                FROM before b WHERE k.id = b.id
            ), on_post AS (
                UPDATE posts p
                SET comment_count = p.comment_count + b.published,
                    last_activity_at = CASE b.published WHEN 1 THEN greatest(p.last_activity_at, b.created_at)
                        ELSE p.last_activity_at END,
                    answer_number = CASE WHEN b.chosen_by IS NULL THEN p.answer_number ELSE b.number END,
                    answered_at = CASE WHEN b.chosen_by IS NULL THEN p.answered_at ELSE b.created_at END,
                    answer_chosen_by = coalesce(b.chosen_by, p.answer_chosen_by)
                FROM before b WHERE p.id = b.post_id
            ), of_author AS (
                UPDATE users u SET comment_count = u.comment_count + b.published FROM before b WHERE u.id = b.author_id
            )
            SELECT count(*) FROM before
            """)
    }
}
