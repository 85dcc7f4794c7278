import HTML
import Markdown
import Postgres

/// A new comment, checked, on its way into the database.
struct NewComment: Sendable {
    let id: ID<Comment>
    let post: Post.ID
    /// The number of the comment it answers.
    let parent: Int?
    let body: WrittenBody
}

/// What stands under a comment's identity after a write.
struct WrittenComment: Sendable {
    let author: Member.ID
    let post: Post.ID
    let number: Int
}

extension Query where Output == Int {
    static func lockPost(of comment: ID<Comment>) -> Self {
        Query<Int>.execute(
            """
            SELECT id FROM posts
            WHERE id = (SELECT post_id FROM comments WHERE id = \(comment))
            FOR NO KEY UPDATE
            """
        ).idempotent
    }

    static func lockComment(_ comment: ID<Comment>) -> Self {
        Query<Int>.execute("SELECT id FROM comments WHERE id = \(comment) FOR NO KEY UPDATE").idempotent
    }

    /// Publishes a comment and counts it where it counts.
    ///
    /// - Returns: 0 when nothing was written: the author may not, the answered comment is gone, or a row of this
    ///   identity is there already.
    static func write(_ comment: NewComment, by author: Member) -> Self {
        Query<Int>.value(
            """
            WITH place AS (
                SELECT p.id, p.last_comment_number + 1 AS number
                FROM posts p
                JOIN communities c ON c.id = p.community_id
                JOIN memberships m ON m.community_id = c.id AND m.user_id = \(author.id) AND m.role <> 'banned'
                WHERE p.id = \(comment.post) AND p.state = 'published' AND NOT p.is_locked
                    AND c.state = 'active' AND \(SQL.readable(by: .member(author))) AND \(SQL.hasCooledDown(author))
                    AND (\(comment.parent)::integer IS NULL OR EXISTS (
                        SELECT FROM comments a
                        WHERE a.post_id = p.id AND a.number = \(comment.parent)::integer AND a.state = 'published'))
            ), written AS (
                INSERT INTO comments (id, post_id, number, parent_number, author_id, body_source, body_html,
                    body_version)
                SELECT \(comment.id), id, number, \(comment.parent)::integer, \(author.id), \(comment.body.source),
                    \(comment.body.html), \(MarkdownRenderer.version)::smallint
                FROM place
                ON CONFLICT (id) DO NOTHING
                RETURNING post_id, number, author_id
            ), on_post AS (
                UPDATE posts p
                SET last_comment_number = w.number, comment_count = p.comment_count + 1, last_activity_at = now()
                FROM written w WHERE p.id = w.post_id
            ), of_author AS (
                UPDATE users u SET comment_count = u.comment_count + 1 FROM written w WHERE u.id = w.author_id
            )
            SELECT count(*) FROM written
            """
        ).idempotent
    }

    /// Changes a comment's words; the version before goes to its history.
    ///
    /// - Returns: 0 when nothing was changed: the author may not, somebody changed it meanwhile, or the words are
    ///   the same.
    static func revise(_ comment: ID<Comment>, from revision: Int, to body: WrittenBody, by author: Member) -> Self {
        .execute(
            """
            WITH before AS (
                SELECT k.*
                FROM comments k
                JOIN posts p ON p.id = k.post_id
                JOIN communities c ON c.id = p.community_id \(SQL.membership(of: author))
                WHERE k.id = \(comment) AND k.author_id = \(author.id) AND k.revision = \(revision)::integer
                    AND k.state IN ('in_review', 'published') AND p.state = 'published' AND NOT p.is_locked
                    AND c.state = 'active' AND m.role IS DISTINCT FROM 'banned' AND \(SQL.readable(by: .member(author)))
                    AND k.body_source <> \(body.source)
            ), kept AS (
                INSERT INTO comment_revisions (comment_id, revision, body_source, editor_id, created_at)
                SELECT id, revision, body_source, coalesce(editor_id, author_id), coalesce(edited_at, created_at)
                FROM before
            )
            UPDATE comments k
            SET body_source = \(body.source), body_html = \(body.html),
                body_version = \(MarkdownRenderer.version)::smallint, revision = k.revision + 1, edited_at = now(),
                editor_id = NULL
            FROM before b
            WHERE k.id = b.id
            """)
    }
}

extension Query where Output == WrittenComment? {
    /// For the statement behind a write: who wrote what is there. Checks no permission.
    static func writtenComment(_ id: ID<Comment>) -> Self {
        .first(
            "SELECT author_id, post_id, number FROM comments WHERE id = \(id) LIMIT 1", as: WrittenComment.init)
    }
}

/// A comment as it stands above its reply's form.
struct AnsweredComment: Sendable {
    let number: Int
    let author: Author
    let body: SafeHTML
}

extension Query where Output == AnsweredComment? {
    static func answeredComment(_ number: Int, on post: Post.ID, for member: Member) -> Self {
        .first(
            """
            SELECT k.number, \(SQL.authorColumns(for: .member(member))), k.body_html
            FROM comments k
            JOIN users u ON u.id = k.author_id
            JOIN posts p ON p.id = k.post_id
            JOIN communities c ON c.id = p.community_id
            WHERE k.post_id = \(post) AND k.number = \(number)::integer AND k.state = 'published'
                AND p.state = 'published' AND \(SQL.readable(by: .member(member)))
            LIMIT 1
            """
        ) { number, name, username, isOpen, face, body in
            AnsweredComment(
                number: number,
                author: Author(name: name, username: username, isOpen: isOpen, face: face), body: body)
        }
    }
}
