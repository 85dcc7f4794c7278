import FoundationEssentials
import HTML
import Postgres

/// A post's page before its comments: the post, who wrote it, and where it stands.
struct OpenedPost: Sendable {
    let post: Post
    let author: Author
    let communityName: String
    let communityDescription: String
    let memberCount: Int
    let rules: [String]
    let indexing: Community.Indexing
    let spaceSlug: String
    let spaceName: String
    /// The community's picture.
    let iconID: Attachment.ID?
}

extension Query where Output == OpenedPost? {
    /// A post that its viewer may read, or that was removed where they could.
    static func post(_ number: Int, in community: String, for viewer: Viewer) -> Self {
        .first(
            """
            SELECT p.id, p.number, p.kind, p.state, p.title, p.slug, p.body_html, p.excerpt, p.tags, p.is_pinned,
                p.is_locked, p.score, p.comment_count, p.last_comment_number, p.answer_number, p.answered_at,
                CASE WHEN NOT b.is_held AND b.state <> 'deleted' THEN b.name END,
                p.removal_reason, p.published_at, p.edited_at, \(SQL.authorColumns(for: viewer)),
                c.name, c.description, c.member_count, c.rules, c.indexing, s.slug, s.name, c.icon_id
            FROM posts p
            JOIN communities c ON c.id = p.community_id
            JOIN spaces s ON s.id = p.space_id
            JOIN users u ON u.id = p.author_id
            LEFT JOIN users b ON b.id = p.answer_chosen_by
            WHERE c.slug = \(community) AND p.number = \(number)::integer AND \(SQL.readablePost(by: viewer))
            LIMIT 1
            """, as: OpenedPost.init)
    }
}

extension OpenedPost {
    /// One row of `Query.post`.
    fileprivate init(
        id: Post.ID, number: Int, kind: Post.Kind, state: Post.State, title: String, slug: String, body: SafeHTML,
        excerpt: String, tags: [String], isPinned: Bool, isLocked: Bool, score: Int, commentCount: Int,
        lastCommentNumber: Int, answerNumber: Int?, answeredAt: Date?, answerChosenBy: String?, removalReason: String?,
        publishedAt: Date,
        editedAt: Date?, authorName: String, authorUsername: String, authorIsOpen: Bool, authorIsUnnamed: Bool,
        communityName: String, communityDescription: String, memberCount: Int, rules: [String],
        indexing: Community.Indexing, spaceSlug: String, spaceName: String, iconID: Attachment.ID?
    ) {
        self.init(
            post: Post(
                id: id, number: number, kind: kind, state: state, title: title, slug: slug, body: body,
                excerpt: excerpt, tags: tags, isPinned: isPinned, isLocked: isLocked, score: score,
                commentCount: commentCount, lastCommentNumber: lastCommentNumber, answerNumber: answerNumber,
                answeredAt: answeredAt,
                answerChosenBy: answerChosenBy, removalReason: removalReason, publishedAt: publishedAt,
                editedAt: editedAt),
            author: Author(
                name: authorName, username: authorUsername, isOpen: authorIsOpen, isUnnamed: authorIsUnnamed),
            communityName: communityName, communityDescription: communityDescription, memberCount: memberCount,
            rules: rules, indexing: indexing, spaceSlug: spaceSlug, spaceName: spaceName,
            iconID: iconID)
    }
}

/// How many comments a page shows: a post's comments lie in blocks of this many numbers.
struct ThreadBlock: Equatable, Sendable {
    static let size = 200

    /// The last number before the block: 0, 200, 400 …
    let after: Int

    static let first = ThreadBlock(after: 0)

    private init(after: Int) {
        self.after = after
    }

    /// The block that holds a comment.
    init(holding number: Int) {
        after = (number - 1) / Self.size * Self.size
    }

    /// - Returns: `nil` unless the text is the start of a block other than the first.
    init?(_ text: String) {
        guard let after = Int(text), after > 0, after <= Int(Int32.max) - Self.size, after % Self.size == 0,
            String(after) == text
        else { return nil }
        self.after = after
    }

    var next: ThreadBlock { ThreadBlock(after: after + Self.size) }
    var previous: ThreadBlock? { after == 0 ? nil : ThreadBlock(after: after - Self.size) }
}

extension Query where Output == [Comment] {
    /// One block of a post's comments in the order they were written. A removed one comes without its words.
    static func comments(of post: Int, in community: String, _ block: ThreadBlock, for viewer: Viewer) -> Self {
        // Whom an earlier block's comment belongs to is asked only where there is an earlier block.
        let answered: SQL =
            block == .first ? "NULL::text" : "CASE WHEN NOT (a.is_held OR a.state = 'deleted') THEN a.name END"
        let earlier: SQL =
            block == .first
            ? ""
            : """
            LEFT JOIN comments e ON e.post_id = m.post_id AND e.number = m.parent_number
                AND m.parent_number <= \(block.after)::integer
            LEFT JOIN users a ON a.id = e.author_id
            """
        // Visitors do nothing with a comment but read its history: others come without their identity.
        let identity: SQL =
            viewer.member == nil
            ? "CASE WHEN m.edited_at IS NOT NULL THEN m.id END" : "m.edited_at IS NOT NULL, m.id"
        let columns: SQL = """
            m.number, m.parent_number, \(answered), m.state = 'removed',
            CASE WHEN m.state = 'published' THEN m.body_html ELSE '' END,
            m.score, m.removal_reason, m.created_at, \(identity), \(SQL.authorColumns(for: viewer))
            """
        let rest: SQL = """
            FROM comments m
            JOIN users u ON u.id = m.author_id
            \(earlier)
            WHERE m.post_id = (
                    SELECT p.id FROM posts p JOIN communities c ON c.id = p.community_id
                    WHERE c.slug = \(community) AND \(SQL.readable(by: viewer)) AND p.number = \(post)::integer
                        AND p.state IN ('published', 'archived'))
                AND m.state IN ('published', 'removed')
                AND m.number > \(block.after)::integer AND m.number <= \(block.next.after)::integer
            ORDER BY m.number
            LIMIT \(ThreadBlock.size)
            """
        return viewer.member == nil
            ? .all("SELECT \(columns) \(rest)", as: Comment.init(forVisitor:_:_:_:_:_:_:_:_:_:_:_:_:))
            : .all("SELECT \(columns) \(rest)", as: Comment.init(forMember:_:_:_:_:_:_:_:_:_:_:_:_:_:))
    }
}

extension Comment {
    /// One row of `Query.comments` for a member.
    fileprivate init(
        forMember number: Int, _ parentNumber: Int?, _ earlierName: String?, _ isRemoved: Bool, _ body: SafeHTML,
        _ score: Int, _ removalReason: String?, _ createdAt: Date, _ isEdited: Bool, _ id: Comment.ID?,
        _ authorName: String, _ authorUsername: String, _ authorIsOpen: Bool, _ authorIsUnnamed: Bool
    ) {
        self.init(
            id: id, number: number, parentNumber: parentNumber, earlierName: earlierName, isRemoved: isRemoved,
            body: body, score: score, removalReason: removalReason, createdAt: createdAt, isEdited: isEdited,
            author: Author(
                name: authorName, username: authorUsername, isOpen: authorIsOpen, isUnnamed: authorIsUnnamed))
    }

    /// The same for a visitor.
    fileprivate init(
        forVisitor number: Int, _ parentNumber: Int?, _ earlierName: String?, _ isRemoved: Bool, _ body: SafeHTML,
        _ score: Int, _ removalReason: String?, _ createdAt: Date, _ editedID: Comment.ID?, _ authorName: String,
        _ authorUsername: String, _ authorIsOpen: Bool, _ authorIsUnnamed: Bool
    ) {
        self.init(
            forMember: number, parentNumber, earlierName, isRemoved, body, score, removalReason, createdAt,
            editedID != nil, editedID, authorName, authorUsername, authorIsOpen, authorIsUnnamed)
    }
}
