import FoundationEssentials
import Postgres

/// What a history is of, and where its reader may go back to.
struct HistorySubject: Sendable {
    let community: String
    let postNumber: Int
    let postSlug: String
    let postTitle: String
    /// Whether the post it stands in was removed, whose title nobody is told then.
    let isPostRemoved: Bool
    let isRemoved: Bool
    let removalReason: String?
    /// The comment's number; `nil` for the post's own history.
    let comment: Int?
    /// The highest number a comment of the post was ever given.
    let lastCommentNumber: Int

    var postPath: String { CommunityPaths.post(postNumber, postSlug, in: community) }
    var path: String { comment.map { CommunityPaths.comment($0, on: postPath, last: lastCommentNumber) } ?? postPath }
}

/// One version of a text.
struct WrittenVersion: Sendable {
    let revision: Int
    /// Empty for a comment, which has none.
    let title: String
    let source: String
    let tags: [String]
    let editor: Author
    let writtenAt: Date
}

extension Query where Output == HistorySubject? {
    static func history(of post: Post.ID, for viewer: Viewer) -> Self {
        .first(
            """
            SELECT c.slug, p.number, p.slug, p.title, p.state = 'removed', p.state = 'removed', p.removal_reason,
                NULL::integer, p.last_comment_number
            FROM posts p JOIN communities c ON c.id = p.community_id
            WHERE p.id = \(post) AND \(SQL.readablePost(by: viewer))
            LIMIT 1
            """, as: HistorySubject.init)
    }

    static func history(of comment: ID<Comment>, for viewer: Viewer) -> Self {
        .first(
            """
            SELECT c.slug, p.number, p.slug, p.title, p.state = 'removed',
                p.state = 'removed' OR k.state = 'removed',
                CASE WHEN p.state = 'removed' THEN p.removal_reason ELSE k.removal_reason END, k.number,
                p.last_comment_number
            FROM comments k JOIN posts p ON p.id = k.post_id JOIN communities c ON c.id = p.community_id
            WHERE k.id = \(comment) AND \(SQL.readablePost(by: viewer))
                AND (k.state IN ('published', 'removed') OR k.author_id = \(viewer.id))
            LIMIT 1
            """, as: HistorySubject.init)
    }
}

extension Query where Output == [WrittenVersion] {
    /// A post's versions, newest first.
    ///
    /// - Parameter revision: versions from this one on are left out; `nil` takes the newest too.
    static func versions(of post: Post.ID, before revision: Int?, for viewer: Viewer, limit: Int) -> Self {
        .all(
            """
            WITH open AS (
                SELECT p.* FROM posts p JOIN communities c ON c.id = p.community_id
                WHERE p.id = \(post) AND p.state <> 'removed' AND \(SQL.readablePost(by: viewer))
            )
            SELECT v.revision, v.title, v.body_source, v.tags, \(SQL.authorColumns(for: viewer)), v.created_at
            FROM (
                SELECT revision, title, body_source, tags, coalesce(editor_id, author_id) AS editor_id,
                    coalesce(edited_at, published_at) AS created_at
                FROM open
                UNION ALL
                SELECT r.revision, r.title, r.body_source, r.tags, r.editor_id, r.created_at
                FROM post_revisions r JOIN open ON open.id = r.post_id
            ) v
            JOIN users u ON u.id = v.editor_id
            WHERE v.revision < \(revision ?? Int(Int32.max))::integer
            ORDER BY v.revision DESC
            LIMIT \(limit)
            """, as: WrittenVersion.init)
    }

    /// A comment's versions, newest first.
    static func versions(of comment: ID<Comment>, before revision: Int?, for viewer: Viewer, limit: Int) -> Self {
        .all(
            """
            WITH open AS (
                SELECT k.*
                FROM comments k JOIN posts p ON p.id = k.post_id JOIN communities c ON c.id = p.community_id
                WHERE k.id = \(comment) AND k.state <> 'removed' AND p.state <> 'removed'
                    AND \(SQL.readablePost(by: viewer)) AND (k.state = 'published' OR k.author_id = \(viewer.id))
            )
            SELECT v.revision, '', v.body_source, '{}'::text[], \(SQL.authorColumns(for: viewer)), v.created_at
            FROM (
                SELECT revision, body_source, coalesce(editor_id, author_id) AS editor_id,
                    coalesce(edited_at, created_at) AS created_at
                FROM open
                UNION ALL
                SELECT r.revision, r.body_source, r.editor_id, r.created_at
                FROM comment_revisions r JOIN open ON open.id = r.comment_id
            ) v
            JOIN users u ON u.id = v.editor_id
            WHERE v.revision < \(revision ?? Int(Int32.max))::integer
            ORDER BY v.revision DESC
            LIMIT \(limit)
            """, as: WrittenVersion.init)
    }
}

extension WrittenVersion {
    fileprivate init(
        revision: Int, title: String, source: String, tags: [String], name: String, username: String, isOpen: Bool,
        face: Author.Face, writtenAt: Date
    ) {
        self.init(
            revision: revision, title: title, source: source, tags: tags,
            editor: Author(name: name, username: username, isOpen: isOpen, face: face),
            writtenAt: writtenAt)
    }
}
