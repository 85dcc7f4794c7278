import FoundationEssentials
import Postgres

// Saving and publishing both change the author's row first: a draft that is saved while its post is being published
// is either seen by the publication, which removes it, or sees the post and is not kept.
extension Query where Output == Int {
    /// Keeps a draft in the place of what was kept under its identity.
    ///
    /// - Returns: 0 when nothing was kept; `DraftPlace` says why.
    static func save(_ draft: NewDraft, by author: Member) -> Self {
        Query<Int>.execute(
            """
            INSERT INTO drafts (id, author_id, community_id, space, kind, title, body, tags, choices, is_multiple, days)
            SELECT \(draft.id), \(author.id), c.id, \(draft.space), \(draft.kind.rawValue), \(draft.fields.title),
                \(draft.fields.body), \(draft.fields.tags), \(draft.poll.choices), \(draft.poll.isMultiple),
                \(draft.poll.days)
            FROM communities c
            WHERE c.slug = \(draft.community) AND \(SQL.readable(by: .member(author)))
                AND NOT EXISTS (SELECT FROM posts WHERE id = \(draft.id))
                AND (SELECT count(*) FROM drafts d WHERE d.author_id = \(author.id) AND d.id <> \(draft.id)) < \(Draft.most)
            ON CONFLICT (id) DO UPDATE
            SET community_id = excluded.community_id, space = excluded.space, kind = excluded.kind,
                title = excluded.title, body = excluded.body, tags = excluded.tags, choices = excluded.choices,
                is_multiple = excluded.is_multiple, days = excluded.days, updated_at = now()
            WHERE drafts.author_id = excluded.author_id
            """
        ).idempotent
    }

    static func delete(_ draft: Post.ID, of author: Member) -> Self {
        Query<Int>.execute("DELETE FROM drafts WHERE id = \(draft) AND author_id = \(author.id)").idempotent
    }

    /// Behind the writing of a post: its draft has served.
    static func deletePublishedDraft(_ post: Post.ID, of author: Member) -> Self {
        Query<Int>.execute(
            """
            DELETE FROM drafts
            WHERE id = \(post) AND author_id = \(author.id)
                AND EXISTS (SELECT FROM posts WHERE id = \(post) AND author_id = \(author.id))
            """
        ).idempotent
    }

    /// Removes `limit` at most and answers how many.
    static func removeUntouchedDrafts(limit: Int) -> Self {
        .execute(
            """
            DELETE FROM drafts
            WHERE id IN (SELECT id FROM drafts WHERE updated_at < now() - interval '180 days' LIMIT \(limit))
            """)
    }
}

/// Why a draft may not have been kept.
struct DraftPlace: Sendable {
    let isReadable: Bool
    /// By somebody else, or published.
    let isTaken: Bool

    var error: DraftError { !isReadable ? .noPlace : isTaken ? .isPublished : .tooMany }
}

extension Query where Output == DraftPlace {
    static func draftPlace(_ draft: NewDraft, for member: Member) -> Self {
        .one(
            """
            SELECT EXISTS (
                    SELECT FROM communities c WHERE c.slug = \(draft.community) AND \(SQL.readable(by: .member(member)))),
                EXISTS (SELECT FROM posts WHERE id = \(draft.id))
                    OR EXISTS (SELECT FROM drafts WHERE id = \(draft.id) AND author_id <> \(member.id))
            """, as: DraftPlace.init)
    }
}

extension SQL {
    fileprivate static func draftColumns(for member: Member) -> SQL {
        """
        d.id, c.slug, CASE WHEN \(readable(by: .member(member))) THEN c.name ELSE '' END, d.space, d.kind, d.title,
        d.body, d.tags, d.choices, d.is_multiple, d.days, d.updated_at
        """
    }
}

extension Query where Output == [Draft] {
    /// A member's drafts, the newest first.
    static func drafts(of member: Member) -> Self {
        .all(
            """
            SELECT \(SQL.draftColumns(for: member))
            FROM drafts d JOIN communities c ON c.id = d.community_id
            WHERE d.author_id = \(member.id)
            ORDER BY d.updated_at DESC, d.id DESC
            LIMIT 50
            """, as: Draft.init)
    }
}

extension Query where Output == Draft? {
    static func draft(_ id: Post.ID, of member: Member) -> Self {
        .first(
            """
            SELECT \(SQL.draftColumns(for: member))
            FROM drafts d JOIN communities c ON c.id = d.community_id
            WHERE d.id = \(id) AND d.author_id = \(member.id)
            LIMIT 1
            """, as: Draft.init)
    }
}

extension Query where Output == Bool {
    /// Whether a draft can still become a post where it was begun.
    static func isWritable(_ draft: Post.ID, by member: Member) -> Self {
        .value(
            """
            SELECT EXISTS (
                SELECT FROM drafts d
                JOIN communities c ON c.id = d.community_id
                JOIN memberships m ON m.community_id = c.id AND m.user_id = \(member.id) AND m.role <> 'banned'
                WHERE d.id = \(draft) AND c.state = 'active' AND \(SQL.readable(by: .member(member))))
            """)
    }
}

extension Draft {
    fileprivate init(
        id: Post.ID, community: String, communityName: String, space: String, kind: Post.Kind, title: String,
        body: String, tags: String, choices: String, isMultiple: Bool, days: String, savedAt: Date
    ) {
        self.init(
            id: id, community: community, communityName: communityName, space: space, kind: kind,
            fields: PostFields(title: title, body: body, tags: tags),
            poll: PollFields(choices: choices, isMultiple: isMultiple, days: days), savedAt: savedAt)
    }
}
