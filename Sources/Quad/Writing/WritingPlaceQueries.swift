import Postgres

extension SQL {
    /// A member's `memberships m` of community `c`, if there is one.
    static func membership(of member: Member) -> SQL {
        "LEFT JOIN memberships m ON m.community_id = c.id AND m.user_id = \(member.id)"
    }

    /// Whether a member moderates community `c`, given membership `m`.
    static func moderates(_ member: Member) -> SQL {
        "(m.role IN ('owner', 'moderator') OR m.role = 'member' AND \(member.role.moderates))"
    }

    /// `WritingPlace`'s columns of `communities c` and `memberships m`.
    fileprivate static func placeColumns(for member: Member) -> SQL {
        """
        c.slug, c.name, c.rules, c.state = 'archived',
        CASE WHEN m.role IS NULL THEN 'outsider' WHEN m.role = 'banned' THEN 'banned'
            WHEN \(moderates(member)) THEN 'moderator' ELSE 'member' END,
        c.icon_id
        """
    }

    /// `PostPlace`'s columns, those of its community first.
    fileprivate static func postPlaceColumns(for member: Member) -> SQL {
        """
        \(placeColumns(for: member)), p.id, p.number, p.slug, p.title, p.kind, p.state, p.is_locked,
        p.removal_reason, p.tags, p.last_comment_number
        """
    }
}

extension Query where Output == WritingPlace? {
    static func writingPlace(_ community: String, for member: Member) -> Self {
        .first(
            """
            SELECT \(SQL.placeColumns(for: member))
            FROM communities c \(SQL.membership(of: member))
            WHERE c.slug = \(community) AND \(SQL.readable(by: .member(member)))
            LIMIT 1
            """, as: WritingPlace.init)
    }
}

extension Query where Output == [WritingSpace] {
    static func writingSpaces(of community: String, for member: Member) -> Self {
        .all(
            """
            SELECT s.slug, s.name, s.posting = 'moderators', s.is_reviewed
            FROM spaces s JOIN communities c ON c.id = s.community_id
            WHERE c.slug = \(community) AND \(SQL.readable(by: .member(member)))
            ORDER BY s.position, s.slug
            LIMIT 50
            """, as: WritingSpace.init)
    }
}

extension Query where Output == PostPlace? {
    static func postPlace(_ post: Post.ID, for member: Member) -> Self {
        .first(
            """
            SELECT \(SQL.postPlaceColumns(for: member))
            FROM posts p JOIN communities c ON c.id = p.community_id \(SQL.membership(of: member))
            WHERE p.id = \(post) AND \(SQL.readablePost(by: .member(member)))
            LIMIT 1
            """, as: PostPlace.init)
    }
}

/// A post with the words its author would change.
struct EditablePost: Sendable {
    let place: PostPlace
    let author: Member.ID
    let source: String
    let revision: Int
}

extension Query where Output == EditablePost? {
    static func editablePost(_ post: Post.ID, for member: Member) -> Self {
        .first(
            """
            SELECT \(SQL.postPlaceColumns(for: member)), p.author_id,
                CASE WHEN p.state = 'removed' THEN '' ELSE p.body_source END, p.revision
            FROM posts p JOIN communities c ON c.id = p.community_id \(SQL.membership(of: member))
            WHERE p.id = \(post) AND \(SQL.readablePost(by: .member(member)))
            LIMIT 1
            """, as: EditablePost.init)
    }
}

/// A comment with the words its author would change.
struct EditableComment: Sendable {
    let place: PostPlace
    let id: ID<Comment>
    let number: Int
    let author: Member.ID
    let isRemoved: Bool
    let isWithdrawn: Bool
    let source: String
    let revision: Int
}

extension Query where Output == EditableComment? {
    static func editableComment(_ comment: ID<Comment>, for member: Member) -> Self {
        .first(
            """
            SELECT \(SQL.postPlaceColumns(for: member)), k.id, k.number, k.author_id, k.state = 'removed',
                k.is_withdrawn, CASE WHEN k.state = 'removed' THEN '' ELSE k.body_source END, k.revision
            FROM comments k JOIN posts p ON p.id = k.post_id JOIN communities c ON c.id = p.community_id
                \(SQL.membership(of: member))
            WHERE k.id = \(comment) AND \(SQL.readablePost(by: .member(member)))
                AND (k.state IN ('published', 'removed') OR k.author_id = \(member.id))
            LIMIT 1
            """, as: EditableComment.init)
    }
}

extension PostPlace {
    fileprivate init(
        communitySlug: String, name: String, rules: [String], isArchived: Bool, standing: WritingPlace.Standing,
        iconID: Attachment.ID?,
        id: Post.ID, number: Int, slug: String, title: String, kind: Post.Kind, state: Post.State, isLocked: Bool,
        removalReason: String?, tags: [String], lastCommentNumber: Int
    ) {
        self.init(
            community: WritingPlace(
                slug: communitySlug, name: name, rules: rules, isArchived: isArchived, standing: standing,
                iconID: iconID),
            id: id, number: number, slug: slug, title: title, kind: kind, state: state, isLocked: isLocked,
            removalReason: removalReason, tags: tags, lastCommentNumber: lastCommentNumber)
    }
}

extension EditablePost {
    fileprivate init(
        communitySlug: String, name: String, rules: [String], isArchived: Bool, standing: WritingPlace.Standing,
        iconID: Attachment.ID?,
        id: Post.ID, number: Int, slug: String, title: String, kind: Post.Kind, state: Post.State, isLocked: Bool,
        removalReason: String?, tags: [String], lastCommentNumber: Int, author: Member.ID, source: String, revision: Int
    ) {
        self.init(
            place: PostPlace(
                communitySlug: communitySlug, name: name, rules: rules, isArchived: isArchived, standing: standing,
                iconID: iconID,
                id: id, number: number, slug: slug, title: title, kind: kind, state: state, isLocked: isLocked,
                removalReason: removalReason, tags: tags, lastCommentNumber: lastCommentNumber),
            author: author, source: source, revision: revision)
    }
}

extension EditableComment {
    fileprivate init(
        communitySlug: String, name: String, rules: [String], isArchived: Bool, standing: WritingPlace.Standing,
        iconID: Attachment.ID?,
        postID: Post.ID, postNumber: Int, slug: String, title: String, kind: Post.Kind, state: Post.State,
        isLocked: Bool, removalReason: String?, tags: [String], lastCommentNumber: Int, id: ID<Comment>, number: Int,
        author: Member.ID,
        isRemoved: Bool, isWithdrawn: Bool, source: String, revision: Int
    ) {
        self.init(
            place: PostPlace(
                communitySlug: communitySlug, name: name, rules: rules, isArchived: isArchived, standing: standing,
                iconID: iconID,
                id: postID, number: postNumber, slug: slug, title: title, kind: kind, state: state,
                isLocked: isLocked, removalReason: removalReason, tags: tags, lastCommentNumber: lastCommentNumber),
            id: id, number: number, author: author, isRemoved: isRemoved, isWithdrawn: isWithdrawn, source: source,
            revision: revision)
    }
}
