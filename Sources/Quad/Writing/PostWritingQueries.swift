import Markdown
import Postgres

/// A new post, checked, on its way into the database.
struct NewPost: Sendable {
    let id: Post.ID
    let community: String
    let space: String
    let kind: Post.Kind
    let text: PostText
    /// What it asks, when it is a poll.
    let poll: PollText?
}

/// What stands under a post's identity after a write.
struct WrittenPost: Sendable {
    let author: Member.ID
    let community: String
    let number: Int
    let slug: String
    let state: Post.State
    let tags: [String]

    var path: String { CommunityPaths.post(number, slug, in: community) }
}

// Every write locks rows in one order: community, post, comment, member. The trigger that lists a post's tags locks
// the community as well.
extension Query where Output == Int {
    /// Makes writes in a community take turns; the statements behind it in the round trip see what those before wrote.
    static func lockCommunity(_ slug: String) -> Self {
        Query<Int>.execute("SELECT id FROM communities WHERE slug = \(slug) FOR NO KEY UPDATE").idempotent
    }

    static func lockCommunity(of post: Post.ID) -> Self {
        Query<Int>.execute(
            """
            SELECT id FROM communities
            WHERE id = (SELECT community_id FROM posts WHERE id = \(post))
            FOR NO KEY UPDATE
            """
        ).idempotent
    }

    static func lockPost(_ post: Post.ID) -> Self {
        Query<Int>.execute("SELECT id FROM posts WHERE id = \(post) FOR NO KEY UPDATE").idempotent
    }

    /// Publishes a post, or hands it in where posts are reviewed, and counts it where it counts.
    ///
    /// - Returns: 0 when nothing was written: the author may not, or a row of this identity is there already.
    static func write(_ post: NewPost, by author: Member) -> Self {
        let text = post.text
        let poll: SQL = post.poll.map { SQL.writing($0) } ?? ""
        return Query<Int>.value(
            """
            WITH place AS (
                SELECT c.id, c.last_post_number + 1 AS number, s.id AS space_id,
                    CASE WHEN s.is_reviewed THEN 'in_review' ELSE 'published' END AS state
                FROM communities c
                JOIN spaces s ON s.community_id = c.id AND s.slug = \(post.space)
                JOIN memberships m ON m.community_id = c.id AND m.user_id = \(author.id) AND m.role <> 'banned'
                WHERE c.slug = \(post.community) AND c.state = 'active' AND \(SQL.readable(by: .member(author)))
                    AND (s.posting = 'members' AND \(post.kind.rawValue) <> 'announcement'
                        OR \(SQL.moderates(author)))
            ), written AS (
                INSERT INTO posts (id, community_id, number, space_id, author_id, kind, state, title, slug,
                    body_source, body_html, body_version, excerpt, tags, outline)
                SELECT \(post.id), id, number, space_id, \(author.id), \(post.kind.rawValue), state,
                    \(text.title.text), \(text.slug), \(text.body.source), \(text.body.html),
                    \(MarkdownRenderer.version)::smallint, \(text.body.rendered.excerpt), \(text.tags),
                    \(text.body.outline(of: post.kind))
                FROM place
                ON CONFLICT (id) DO NOTHING
                RETURNING id, community_id, number, space_id, author_id, (state = 'published')::integer AS published
            ), in_community AS (
                UPDATE communities c
                SET last_post_number = w.number, post_count = c.post_count + w.published,
                    last_activity_at = CASE w.published WHEN 1 THEN now() ELSE c.last_activity_at END
                FROM written w WHERE c.id = w.community_id
            ), in_space AS (
                UPDATE spaces s SET post_count = s.post_count + w.published FROM written w WHERE s.id = w.space_id
            ), of_author AS (
                UPDATE users u SET post_count = u.post_count + w.published FROM written w WHERE u.id = w.author_id
            ) \(poll)
            SELECT count(*) FROM written
            """
        ).idempotent
    }
}

extension Query where Output == WrittenPost? {
    /// For the statement behind a write: who wrote what is there, and where it stands. Checks no permission.
    static func writtenPost(_ id: Post.ID) -> Self {
        .first(
            """
            SELECT p.author_id, c.slug, p.number, p.slug, p.state, p.tags
            FROM posts p JOIN communities c ON c.id = p.community_id
            WHERE p.id = \(id)
            LIMIT 1
            """, as: WrittenPost.init)
    }
}

extension Query where Output == [String]? {
    /// Changes a post's words; the version before goes to its history.
    ///
    /// - Parameters:
    ///   - revision: the version the words were made from.
    ///   - poll: what a poll is to ask; nothing is changed unless it does. `nil` leaves that as it is.
    /// - Returns: the tags it had; `nil` when nothing was changed: the author may not, somebody changed it meanwhile,
    ///   or the words are the same.
    static func revise(
        _ post: Post.ID, from revision: Int, to text: PostText, asking poll: PollText? = nil, by author: Member
    ) -> Self {
        let asks: SQL = poll.map { "AND EXISTS (SELECT FROM polls q WHERE q.post_id = p.id AND \(SQL.asks($0)))" } ?? ""
        return .first(
            """
            WITH before AS (
                SELECT p.*
                FROM posts p JOIN communities c ON c.id = p.community_id \(SQL.membership(of: author))
                WHERE p.id = \(post) AND p.author_id = \(author.id) AND p.revision = \(revision)::integer
                    AND p.state IN ('in_review', 'published') AND NOT p.is_locked
                    AND c.state = 'active' AND m.role IS DISTINCT FROM 'banned' AND \(SQL.readable(by: .member(author)))
                    AND (p.title, p.body_source, p.tags)
                        IS DISTINCT FROM (\(text.title.text), \(text.body.source), \(text.tags))
                    \(asks)
            ), kept AS (
                INSERT INTO post_revisions (post_id, revision, title, body_source, tags, editor_id, created_at)
                SELECT id, revision, title, body_source, tags, coalesce(editor_id, author_id),
                    coalesce(edited_at, published_at)
                FROM before
            )
            UPDATE posts p
            SET title = \(text.title.text), slug = \(text.slug), body_source = \(text.body.source),
                body_html = \(text.body.html), body_version = \(MarkdownRenderer.version)::smallint,
                excerpt = \(text.body.rendered.excerpt), tags = \(text.tags),
                outline = CASE b.kind WHEN 'article' THEN \(text.body.outline(of: .article)) ELSE '{}' END,
                revision = p.revision + 1,
                edited_at = now(), editor_id = NULL
            FROM before b
            WHERE p.id = b.id
            RETURNING b.tags
            """
        ) { (tags: [String]) in tags }
    }
}
