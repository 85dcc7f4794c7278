import Postgres

/// What a member would follow or mute, found where they may read it.
struct AttentionTarget: Sendable {
    /// Its page.
    let path: String
    let isOneself: Bool
    /// Whether it is followed or muted now.
    let isSet: Bool
}

extension SQL {
    /// One row where `member` may know the subject: its columns in `follows` and `mutes`, and what its address is
    /// made of.
    fileprivate static func found(_ subject: Subject, for member: Member) -> SQL {
        let viewer = Viewer.member(member)
        return switch subject {
        case .post(let id):
            """
            SELECT p.id AS post_id, NULL::text AS tag, NULL::uuid AS person_id, NULL::uuid AS community_id,
                c.slug AS community, p.number, p.slug
            FROM posts p JOIN communities c ON c.id = p.community_id
            WHERE p.id = \(id) AND p.state IN ('published', 'archived') AND \(readable(by: viewer))
            """
        case .tag(let slug):
            """
            SELECT NULL::uuid AS post_id, t.slug AS tag, NULL::uuid AS person_id, NULL::uuid AS community_id,
                NULL::text AS community, NULL::integer AS number, t.slug
            FROM tags t
            WHERE t.slug = \(slug) AND t.post_count > 0
            """
        case .person(let username):
            """
            SELECT NULL::uuid AS post_id, NULL::text AS tag, u.id AS person_id, NULL::uuid AS community_id,
                NULL::text AS community, NULL::integer AS number, u.username AS slug
            FROM users u
            WHERE u.username = \(username) AND \(openProfile(for: viewer))
            """
        case .community(let slug):
            """
            SELECT NULL::uuid AS post_id, NULL::text AS tag, NULL::uuid AS person_id, c.id AS community_id,
                NULL::text AS community, NULL::integer AS number, c.slug
            FROM communities c
            WHERE c.slug = \(slug) AND \(readable(by: viewer))
            """
        }
    }

    fileprivate static func table(of attention: Attention) -> SQL { attention == .follow ? "follows" : "mutes" }

    /// Whether `member` follows or mutes a subject of which they know the page: a column.
    fileprivate static func attends(_ attention: Attention, _ member: Member.ID, to subject: Subject) -> SQL {
        let its: SQL =
            switch subject {
            case .post(let id): "x.post_id = \(id)"
            case .tag(let slug): "x.tag = \(slug)"
            case .person(let username): "x.person_id = (SELECT id FROM users WHERE username = \(username))"
            case .community(let slug): "x.community_id = (SELECT id FROM communities WHERE slug = \(slug))"
            }
        return "EXISTS (SELECT FROM \(table(of: attention)) x WHERE x.user_id = \(member) AND \(its))"
    }
}

extension Query where Output == Int {
    /// Follows or mutes something that a member may know, unless it is themselves or they have the most there can be.
    static func begin(_ attention: Attention, to subject: Subject, by member: Member) -> Self {
        let limit = attention == .follow ? AttentionLimit.follows : AttentionLimit.mutes
        let table = SQL.table(of: attention)
        return Query<Int>.execute(
            """
            INSERT INTO \(table) (id, user_id, post_id, tag, person_id, community_id)
            SELECT \(ID<Attention>()), \(member.id), f.post_id, f.tag, f.person_id, f.community_id
            FROM (\(SQL.found(subject, for: member))) f
            WHERE f.person_id IS DISTINCT FROM \(member.id)
                AND (SELECT count(*) FROM (SELECT FROM \(table) x WHERE x.user_id = \(member.id) LIMIT \(limit)) x)
                    < \(limit)
            ON CONFLICT DO NOTHING
            """
        ).idempotent
    }

    /// Undoes it.
    static func end(_ attention: Attention, to subject: Subject, by member: Member) -> Self {
        Query<Int>.execute(
            """
            DELETE FROM \(SQL.table(of: attention)) x
            USING (\(SQL.found(subject, for: member))) f
            WHERE x.user_id = \(member.id)
                AND (x.post_id = f.post_id OR x.tag = f.tag OR x.person_id = f.person_id
                    OR x.community_id = f.community_id)
            """
        ).idempotent
    }

    /// Follows a post for who wrote it.
    static func follow(_ post: Post.ID, asItsAuthor author: Member) -> Self {
        Query<Int>.execute(
            """
            INSERT INTO follows (id, user_id, post_id)
            SELECT \(ID<Attention>()), p.author_id, p.id
            FROM posts p
            WHERE p.id = \(post) AND p.author_id = \(author.id)
                AND (SELECT count(*) FROM (SELECT FROM follows x WHERE x.user_id = \(author.id)
                        LIMIT \(AttentionLimit.follows)) x) < \(AttentionLimit.follows)
            ON CONFLICT DO NOTHING
            """
        ).idempotent
    }
}

extension Query where Output == AttentionTarget? {
    /// For the statement behind a change: what it was about, and what stands there now.
    static func attentionTarget(_ attention: Attention, _ subject: Subject, for member: Member) -> Self {
        .first(
            """
            SELECT f.community, f.number, f.slug, f.tag IS NOT NULL, f.person_id IS NOT NULL,
                coalesce(f.person_id = \(member.id), false), \(SQL.attends(attention, member.id, to: subject))
            FROM (\(SQL.found(subject, for: member))) f
            LIMIT 1
            """
        ) {
            (community: String?, number: Int?, slug: String, isTag: Bool, isPerson: Bool, isOneself: Bool, isSet: Bool)
            in
            let path =
                if let community, let number {
                    CommunityPaths.post(number, slug, in: community)
                } else {
                    isTag
                        ? TagPaths.tag(slug) : isPerson ? MemberPaths.profile(slug) : CommunityPaths.community(slug)
                }
            return AttentionTarget(path: path, isOneself: isOneself, isSet: isSet)
        }
    }
}

extension Query where Output == SubjectAttention {
    /// What a viewer asked of a subject; nothing for visitors, and for what is not there.
    static func attention(of viewer: Viewer, to subject: Subject) -> Self {
        guard let member = viewer.member else {
            return .one("SELECT false, false", as: SubjectAttention.init(isFollowed:isMuted:))
        }
        return .one(
            """
            SELECT \(SQL.attends(.follow, member.id, to: subject)), \(SQL.attends(.mute, member.id, to: subject))
            """, as: SubjectAttention.init(isFollowed:isMuted:))
    }
}

extension Query where Output == PostAttention? {
    /// What a member asked of a post, of its comments, and whose words they muted or blocked: one row.
    static func attention(of member: Member, to post: Int, in community: String) -> Self {
        .first(
            """
            SELECT EXISTS (
                    SELECT FROM bookmarks b
                    WHERE b.post_id = p.id AND b.user_id = \(member.id) AND b.comment_number IS NULL),
                EXISTS (SELECT FROM follows x WHERE x.post_id = p.id AND x.user_id = \(member.id)),
                EXISTS (SELECT FROM mutes x WHERE x.post_id = p.id AND x.user_id = \(member.id)),
                ARRAY(
                    SELECT b.comment_number
                    FROM bookmarks b
                    WHERE b.post_id = p.id AND b.user_id = \(member.id) AND b.comment_number IS NOT NULL
                    LIMIT 200),
                ARRAY(
                    SELECT u.username
                    FROM mutes x JOIN users u ON u.id = x.person_id
                    WHERE x.user_id = \(member.id)
                    LIMIT 500),
                ARRAY(
                    SELECT u.username
                    FROM blocks x JOIN users u ON u.id = x.other_id
                    WHERE x.user_id = \(member.id) AND x.is_own
                    LIMIT 1000)
            FROM posts p JOIN communities c ON c.id = p.community_id
            WHERE c.slug = \(community) AND \(SQL.readable(by: .member(member))) AND p.number = \(post)::integer
            LIMIT 1
            """
        ) { (isSaved: Bool, isFollowed: Bool, isMuted: Bool, comments: [Int], muted: [String], blocked: [String]) in
            PostAttention(
                isSaved: isSaved, subject: SubjectAttention(isFollowed: isFollowed, isMuted: isMuted),
                savedComments: comments, mutedPeople: Set(muted), blockedPeople: Set(blocked))
        }
    }
}
