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
    /// An article's headings, as `ContentsEntry` reads them.
    let outline: [String]
    /// `nil` for other kinds.
    let poll: Poll?
    /// The community's picture.
    let iconID: Attachment.ID?
    /// Whether its author doesn't want to be found from outside; known on visitors' pages alone.
    let isUnindexed: Bool
    /// The community's.
    let language: Language
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
                c.name, c.description, c.member_count, c.rules, c.indexing, s.slug, s.name,
                p.outline, \(SQL.poll(for: viewer)), c.icon_id, \(SQL.isUnindexed(for: viewer)), c.language
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
        editedAt: Date?, authorName: String, authorUsername: String, authorIsOpen: Bool, authorFace: Author.Face,
        communityName: String, communityDescription: String, memberCount: Int, rules: [String],
        indexing: Community.Indexing, spaceSlug: String, spaceName: String, outline: [String], poll: Poll?,
        iconID: Attachment.ID?, isUnindexed: Bool, language: Language
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
                name: authorName, username: authorUsername, isOpen: authorIsOpen, face: authorFace),
            communityName: communityName, communityDescription: communityDescription, memberCount: memberCount,
            rules: rules, indexing: indexing, spaceSlug: spaceSlug, spaceName: spaceName,
            outline: outline, poll: poll, iconID: iconID, isUnindexed: isUnindexed,
            language: language)
    }
}

extension SQL {
    /// The post whose comments `viewer` may read: a subquery.
    ///
    /// - Parameter condition: what else must hold of `posts p`.
    fileprivate static func thread(
        of post: Int, in community: String, for viewer: Viewer, where condition: SQL = "true"
    ) -> SQL {
        """
        (SELECT p.id FROM posts p JOIN communities c ON c.id = p.community_id
            WHERE c.slug = \(community) AND \(readable(by: viewer)) AND p.number = \(post)::integer
                AND p.state IN ('published', 'archived') AND \(condition))
        """
    }

    /// Whether all comments of `posts p` fit on one page: `ThreadPart.pageSize` of them.
    static let fitsOnOnePage: SQL = "p.last_comment_number <= 200"
}

extension Query where Output == [Comment] {
    /// All comments of a post in the order they were written; none when they are too many for one page. A removed one
    /// comes without its words.
    static func comments(of post: Int, in community: String, for viewer: Viewer) -> Self {
        comments(
            from: """
                comments m
                JOIN users u ON u.id = m.author_id
                WHERE m.post_id = \(SQL.thread(of: post, in: community, for: viewer, where: SQL.fitsOnOnePage))
                    AND m.state IN ('published', 'removed')
                ORDER BY m.number
                LIMIT 200
                """, for: viewer)
    }

    /// Those of these numbers, in the order they were written.
    ///
    /// Each is looked up by its key. Asked for with `= ANY`, a plan made for any post reads the whole thread and looks
    /// through the numbers at each comment: 20 ms at 5,000 comments, where this takes 1.5 ms.
    static func comments(_ numbers: [Int], of post: Int, in community: String, for viewer: Viewer) -> Self {
        comments(
            from: """
                unnest(\(numbers)::integer[]) AS chosen (number)
                CROSS JOIN LATERAL (
                    SELECT k.number, k.parent_number, k.state, k.body_html, k.score, k.removal_reason, k.created_at,
                        k.edited_at, k.id, k.author_id
                    FROM comments k
                    WHERE k.post_id = \(SQL.thread(of: post, in: community, for: viewer))
                        AND k.number = chosen.number AND k.state IN ('published', 'removed')
                    LIMIT 1) m
                JOIN users u ON u.id = m.author_id
                LIMIT 210
                """, for: viewer
        ).map { $0.sorted { $0.number < $1.number } }
    }

    private static func comments(from rest: SQL, for viewer: Viewer) -> Self {
        // Visitors do nothing with a comment but read its history: others come without their identity.
        let identity: SQL =
            viewer.member == nil
            ? "CASE WHEN m.edited_at IS NOT NULL THEN m.id END" : "m.edited_at IS NOT NULL, m.id"
        let statement: SQL = """
            SELECT m.number, m.parent_number, m.state = 'removed',
                CASE WHEN m.state = 'published' THEN m.body_html ELSE '' END,
                m.score, m.removal_reason, m.created_at, \(identity), \(SQL.authorColumns(for: viewer)),
                \(SQL.isUnindexed(for: viewer))
            FROM \(rest)
            """
        return viewer.member == nil
            ? .all(statement, as: Comment.init(forVisitor:_:_:_:_:_:_:_:_:_:_:_:_:))
            : .all(statement, as: Comment.init(forMember:_:_:_:_:_:_:_:_:_:_:_:_:_:))
    }
}

extension Query where Output == ThreadOutline {
    /// Who answers whom in a whole thread, and every score: one row of three arrays.
    ///
    /// At 5,000 comments Postgres takes 4 ms for it, and 8 ms once votes have scattered the rows. An index that holds
    /// these columns makes that 2 and 5 ms, but then every vote on a comment writes to each of the table's indexes,
    /// where now it writes to none.
    static func outline(of post: Int, in community: String, for viewer: Viewer) -> Self {
        .one(
            """
            SELECT array_agg(m.number), array_agg(coalesce(m.parent_number, 0)), array_agg(m.score)
            FROM comments m
            WHERE m.post_id = \(SQL.thread(of: post, in: community, for: viewer))
                AND m.state IN ('published', 'removed')
            """
        ) { (numbers: [Int]?, parentNumbers: [Int]?, scores: [Int]?) in
            ThreadOutline(numbers: numbers ?? [], parentNumbers: parentNumbers ?? [], scores: scores ?? [])
        }
    }
}

extension Comment {
    /// One row of `Query.comments` for a member.
    fileprivate init(
        forMember number: Int, _ parentNumber: Int?, _ isRemoved: Bool, _ body: SafeHTML, _ score: Int,
        _ removalReason: String?, _ createdAt: Date, _ isEdited: Bool, _ id: Comment.ID?, _ authorName: String,
        _ authorUsername: String, _ authorIsOpen: Bool, _ authorFace: Author.Face, _ isUnindexed: Bool
    ) {
        self.init(
            id: id, number: number, parentNumber: parentNumber, isRemoved: isRemoved, body: body, score: score,
            removalReason: removalReason, createdAt: createdAt, isEdited: isEdited,
            author: Author(
                name: authorName, username: authorUsername, isOpen: authorIsOpen, face: authorFace),
            isUnindexed: isUnindexed)
    }

    /// The same for a visitor.
    fileprivate init(
        forVisitor number: Int, _ parentNumber: Int?, _ isRemoved: Bool, _ body: SafeHTML, _ score: Int,
        _ removalReason: String?, _ createdAt: Date, _ editedID: Comment.ID?, _ authorName: String,
        _ authorUsername: String, _ authorIsOpen: Bool, _ authorFace: Author.Face, _ isUnindexed: Bool
    ) {
        self.init(
            forMember: number, parentNumber, isRemoved, body, score, removalReason, createdAt,
            editedID != nil, editedID, authorName, authorUsername, authorIsOpen, authorFace, isUnindexed)
    }
}
