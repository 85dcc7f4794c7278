import FoundationEssentials
import Postgres

/// Something kept for later, as far as it can be read now.
struct Bookmark: Sendable {
    let id: ID<Bookmark>
    /// The post, or the one the comment stands below.
    let post: ListedPost
    let comment: KeptComment?

    struct KeptComment: Sendable {
        let number: Int
        let author: Author
        /// Its first characters as they were typed.
        let beginning: String
        let createdAt: Date
    }

    static let pageSize = 25
}

extension Query where Output == [Bookmark] {
    /// One page of what a member keeps, the newest first, and one more when the list goes on.
    static func bookmarks(of member: Member, after cursor: ID<Bookmark>?) -> Self {
        let viewer = Viewer.member(member)
        let rest: SQL = cursor.map { "AND b.id < \($0)" } ?? ""
        return .all(
            """
            SELECT b.id, m.number, left(m.body_source, 200), m.created_at,
                coalesce(a.name, ''), coalesce(a.username, ''), coalesce(a.is_open, false), a.face,
                \(SQL.listColumns(place: "c.name", for: viewer))
            FROM bookmarks b
            JOIN posts p ON p.id = b.post_id
            JOIN users u ON u.id = p.author_id
            JOIN communities c ON c.id = p.community_id
            LEFT JOIN comments m ON m.post_id = b.post_id AND m.number = b.comment_number
            LEFT JOIN LATERAL (
                SELECT u.name, u.username, \(SQL.openProfile(for: viewer)) AS is_open, \(SQL.face) AS face
                FROM users u WHERE u.id = m.author_id
            ) a ON true
            WHERE b.user_id = \(member.id) \(rest) AND p.state IN ('published', 'archived')
                AND (b.comment_number IS NULL OR m.state = 'published') AND \(SQL.readable(by: viewer))
            ORDER BY b.id DESC
            LIMIT 26
            """, as: Bookmark.init)
    }
}

extension Bookmark {
    /// One row.
    fileprivate init(
        id: ID<Bookmark>, comment number: Int?, beginning: String?, createdAt: Date?, name: String, username: String,
        isOpen: Bool, face: Author.Face, postNumber: Int, kind: Post.Kind, title: String, slug: String, isPinned: Bool,
        isLocked: Bool, score: Int, commentCount: Int, answeredAt: Date?, publishedAt: Date, hot: Double,
        authorName: String, authorUsername: String, authorIsOpen: Bool, authorFace: Author.Face, place: String,
        communitySlug: String, communityName: String
    ) {
        self.id = id
        post = ListedPost(
            number: postNumber, kind: kind, title: title, slug: slug, isPinned: isPinned, isLocked: isLocked,
            score: score, commentCount: commentCount, answeredAt: answeredAt, publishedAt: publishedAt, hot: hot,
            authorName: authorName, authorUsername: authorUsername, authorIsOpen: authorIsOpen,
            authorFace: authorFace, place: place, communitySlug: communitySlug, communityName: communityName)
        guard let number, let beginning, let createdAt else {
            comment = nil
            return
        }
        comment = KeptComment(
            number: number, author: Author(name: name, username: username, isOpen: isOpen, face: face),
            beginning: beginning, createdAt: createdAt)
    }
}

/// A post or comment that a member would keep, found where they may read it.
struct BookmarkTarget: Sendable {
    let community: String
    let number: Int
    let slug: String
    /// `nil` for the post itself.
    let comment: Int?
    let isKept: Bool

    var path: String {
        let post = CommunityPaths.post(number, slug, in: community)
        return comment.map { CommunityPaths.comment($0, on: post) } ?? post
    }
}

extension SQL {
    /// One row where `member` may read the post.
    fileprivate static func kept(_ post: Post.ID, for member: Member) -> SQL {
        """
        SELECT p.id AS post_id, NULL::integer AS comment_number, c.slug AS community, p.number, p.slug
        FROM posts p JOIN communities c ON c.id = p.community_id
        WHERE p.id = \(post) AND p.state IN ('published', 'archived') AND \(readable(by: .member(member)))
        """
    }

    fileprivate static func kept(_ comment: Comment.ID, for member: Member) -> SQL {
        """
        SELECT m.post_id, m.number AS comment_number, c.slug AS community, p.number, p.slug
        FROM comments m JOIN posts p ON p.id = m.post_id JOIN communities c ON c.id = p.community_id
        WHERE m.id = \(comment) AND m.state = 'published' AND p.state IN ('published', 'archived')
            AND \(readable(by: .member(member)))
        """
    }

    fileprivate static func kept(_ subject: BookmarkSubject, for member: Member) -> SQL {
        switch subject {
        case .post(let id): kept(id, for: member)
        case .comment(let id): kept(id, for: member)
        }
    }
}

/// What can be kept for later.
enum BookmarkSubject: Sendable {
    case post(Post.ID)
    case comment(Comment.ID)
}

extension Query where Output == Int {
    static func keep(_ subject: BookmarkSubject, by member: Member) -> Self {
        Query<Int>.execute(
            """
            INSERT INTO bookmarks (id, user_id, post_id, comment_number)
            SELECT \(ID<Bookmark>()), \(member.id), k.post_id, k.comment_number
            FROM (\(SQL.kept(subject, for: member))) k
            WHERE (SELECT count(*) FROM (SELECT FROM bookmarks b WHERE b.user_id = \(member.id)
                    LIMIT \(AttentionLimit.bookmarks)) b) < \(AttentionLimit.bookmarks)
            ON CONFLICT DO NOTHING
            """
        ).idempotent
    }

    static func release(_ subject: BookmarkSubject, by member: Member) -> Self {
        Query<Int>.execute(
            """
            DELETE FROM bookmarks b
            USING (\(SQL.kept(subject, for: member))) k
            WHERE b.user_id = \(member.id) AND b.post_id = k.post_id
                AND b.comment_number IS NOT DISTINCT FROM k.comment_number
            """
        ).idempotent
    }

    /// Takes one out of the list, whatever became of what it was of.
    static func release(_ bookmark: ID<Bookmark>, by member: Member) -> Self {
        Query<Int>.execute("DELETE FROM bookmarks WHERE id = \(bookmark) AND user_id = \(member.id)").idempotent
    }
}

extension Query where Output == BookmarkTarget? {
    static func bookmarkTarget(_ subject: BookmarkSubject, for member: Member) -> Self {
        .first(
            """
            SELECT k.community, k.number, k.slug, k.comment_number, EXISTS (
                SELECT FROM bookmarks b
                WHERE b.post_id = k.post_id AND b.user_id = \(member.id)
                    AND b.comment_number IS NOT DISTINCT FROM k.comment_number)
            FROM (\(SQL.kept(subject, for: member))) k
            LIMIT 1
            """, as: BookmarkTarget.init)
    }
}
