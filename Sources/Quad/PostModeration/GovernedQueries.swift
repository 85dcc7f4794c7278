import FoundationEssentials
import HTML
import Postgres

/// When something was taken down, why, and by whom.
struct Removal: Sendable {
    let reason: String?
    /// `nil` when that was not kept.
    let remover: String?
    let date: Date?
    /// Withdrawn by its author: nobody brings it back.
    let isWithdrawn: Bool
}

/// A post as its moderators find it.
struct GovernedPost: Sendable {
    let place: GovernedPlace
    let id: Post.ID
    let state: Post.State
    let isPinned: Bool
    let isLocked: Bool
    /// The space's address.
    let space: String
    let body: SafeHTML
    let author: Author
    /// `nil` while it stands.
    let removal: Removal?
}

/// Where it is, and what someone may do there.
struct GovernedPlace: Sendable {
    let community: String
    let communityName: String
    let rules: [String]
    let isClosed: Bool
    let isModerator: Bool
    let number: Int
    let slug: String
    let title: String
    let tags: [String]
    /// The post's author.
    let author: String

    var communityPath: String { CommunityPaths.community(community) }
    var postPath: String { CommunityPaths.post(number, slug, in: community) }
}

/// A comment as its post's moderators find it.
struct GovernedComment: Sendable {
    let place: GovernedPlace
    let id: Comment.ID
    let number: Int
    let body: SafeHTML
    let author: Author
    /// Why its post was removed, when it was.
    let postRemoval: Removal?
    let removal: Removal?

    var path: String { CommunityPaths.comment(number, on: place.postPath) }
}

extension SQL {
    /// `GovernedPlace`'s columns.
    fileprivate static func governedColumns(for member: Member) -> SQL {
        "c.slug, c.name, c.rules, c.state = 'archived', \(governs(member)), p.number, p.slug, p.title, p.tags, w.username"
    }

    /// What waits for a moderator is seen by its author and by them.
    fileprivate static func governable(by member: Member) -> SQL {
        """
        \(readable(by: .member(member))) AND (p.state IN ('published', 'archived', 'removed')
            OR p.state = 'in_review' AND (p.author_id = \(member.id) OR \(governs(member))))
        """
    }
}

extension Query where Output == GovernedPost? {
    /// A post that a member may read, or may moderate.
    static func governedPost(_ post: Post.ID, for member: Member) -> Self {
        .first(
            """
            SELECT \(SQL.governedColumns(for: member)), p.id, p.state, p.is_pinned, p.is_locked, s.slug, p.body_html,
                \(SQL.authorColumns(for: .member(member))), p.removal_reason,
                CASE WHEN NOT r.is_held AND r.state <> 'deleted' THEN r.name END, p.removed_at, p.is_withdrawn
            FROM posts p
            JOIN communities c ON c.id = p.community_id
            JOIN spaces s ON s.id = p.space_id
            JOIN users u ON u.id = p.author_id
            JOIN users w ON w.id = p.author_id
            LEFT JOIN users r ON r.id = p.removed_by
            \(SQL.membership(of: member))
            WHERE p.id = \(post) AND \(SQL.governable(by: member))
            LIMIT 1
            """, as: GovernedPost.init)
    }
}

extension Query where Output == GovernedComment? {
    static func governedComment(_ comment: Comment.ID, for member: Member) -> Self {
        .first(
            """
            SELECT \(SQL.governedColumns(for: member)), k.id, k.number, k.body_html,
                \(SQL.authorColumns(for: .member(member))), k.state = 'removed', k.removal_reason,
                CASE WHEN NOT r.is_held AND r.state <> 'deleted' THEN r.name END, k.removed_at,
                k.is_withdrawn, p.state = 'removed', p.removal_reason
            FROM comments k
            JOIN posts p ON p.id = k.post_id
            JOIN communities c ON c.id = p.community_id
            JOIN users u ON u.id = k.author_id
            JOIN users w ON w.id = p.author_id
            LEFT JOIN users r ON r.id = k.removed_by
            \(SQL.membership(of: member))
            WHERE k.id = \(comment) AND \(SQL.governable(by: member))
                AND (k.state IN ('published', 'removed') OR k.author_id = \(member.id) OR \(SQL.governs(member)))
            LIMIT 1
            """, as: GovernedComment.init)
    }
}

extension GovernedPost {
    fileprivate init(
        community: String, communityName: String, rules: [String], isClosed: Bool, isModerator: Bool, number: Int,
        slug: String, title: String, tags: [String], authorName: String, id: Post.ID, state: Post.State,
        isPinned: Bool, isLocked: Bool, space: String, body: SafeHTML, name: String, username: String, isOpen: Bool,
        face: Author.Face, reason: String?, remover: String?, removedAt: Date?, isWithdrawn: Bool
    ) {
        self.init(
            place: GovernedPlace(
                community: community, communityName: communityName, rules: rules, isClosed: isClosed,
                isModerator: isModerator, number: number, slug: slug, title: title, tags: tags, author: authorName),
            id: id, state: state, isPinned: isPinned, isLocked: isLocked, space: space, body: body,
            author: Author(name: name, username: username, isOpen: isOpen, face: face),
            removal: state == .removed
                ? Removal(reason: reason, remover: remover, date: removedAt, isWithdrawn: isWithdrawn) : nil)
    }
}

extension GovernedComment {
    fileprivate init(
        community: String, communityName: String, rules: [String], isClosed: Bool, isModerator: Bool,
        postNumber: Int, slug: String, title: String, tags: [String], authorName: String, id: Comment.ID, number: Int,
        body: SafeHTML, name: String, username: String, isOpen: Bool, face: Author.Face, isRemoved: Bool,
        reason: String?, remover: String?, removedAt: Date?, isWithdrawn: Bool, isPostRemoved: Bool,
        postReason: String?
    ) {
        self.init(
            place: GovernedPlace(
                community: community, communityName: communityName, rules: rules, isClosed: isClosed,
                isModerator: isModerator, number: postNumber, slug: slug, title: title, tags: tags,
                author: authorName),
            id: id, number: number, body: body,
            author: Author(name: name, username: username, isOpen: isOpen, face: face),
            postRemoval: isPostRemoved
                ? Removal(reason: postReason, remover: nil, date: nil, isWithdrawn: false) : nil,
            removal: isRemoved
                ? Removal(reason: reason, remover: remover, date: removedAt, isWithdrawn: isWithdrawn) : nil)
    }
}

extension Query where Output == [WritingSpace] {
    /// The spaces of a post's community, for those who may read it.
    static func spacesBeside(_ post: Post.ID, for member: Member) -> Self {
        .all(
            """
            SELECT s.slug, s.name, s.posting = 'moderators', s.is_reviewed
            FROM spaces s JOIN communities c ON c.id = s.community_id
            WHERE c.id = (SELECT community_id FROM posts WHERE id = \(post)) AND \(SQL.readable(by: .member(member)))
            ORDER BY s.position, s.slug
            LIMIT 50
            """, as: WritingSpace.init)
    }
}
