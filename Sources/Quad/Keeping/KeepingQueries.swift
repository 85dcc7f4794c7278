import FoundationEssentials
import Postgres

// Every write locks rows in one order: community, membership, post, comment, user.
extension Query where Output == Int {
    /// Makes a community with its owner and a first space.
    ///
    /// - Returns: 0 when nothing was made: the address is taken, or a community of this identity is there already.
    static func found(_ id: Community.ID, _ fields: CommunityFields, by owner: Member) -> Self {
        let university = fields.isOfUniversity ? owner.universityID : nil
        return Query<Int>.value(
            """
            WITH address AS (
                INSERT INTO community_addresses (slug, community_id)
                SELECT \(fields.slug), \(id)
                WHERE NOT EXISTS (SELECT FROM communities WHERE id = \(id))
                ON CONFLICT (slug) DO NOTHING
                RETURNING slug, community_id
            ), made AS (
                INSERT INTO communities (id, university_id, slug, name, description, rules, visibility, takes_asks,
                    indexing, comment_wait, language, member_count)
                SELECT community_id, \(university), slug, \(fields.name), \(fields.description), \(fields.rules),
                    \(fields.visibility), \(fields.takesAsks), \(fields.indexing), \(fields.commentWait)::smallint,
                    \(fields.language), 1
                FROM address
                RETURNING id
            ), owner AS (
                INSERT INTO memberships (community_id, user_id, role) SELECT id, \(owner.id), 'owner' FROM made
            ), space AS (
                INSERT INTO spaces (id, community_id, slug, name)
                SELECT \(Space.ID()), id, 'general', 'General' FROM made
            )
            SELECT count(*) FROM made
            """
        ).idempotent
    }

    /// Closes a community for everything new, or opens it again.
    ///
    /// - Returns: 0 when nothing was changed: the member may not, or it is so already.
    static func archive(_ community: String, _ isArchived: Bool, by member: Member) -> Self {
        .execute(
            """
            UPDATE communities c
            SET state = \(isArchived ? "archived" : "active")
            WHERE c.slug = \(community) AND \(SQL.readable(by: .member(member))) AND \(SQL.owns(member))
                AND c.state = \(isArchived ? "active" : "archived")
            """)
    }
}

extension Query where Output == Bool {
    /// Whether a community has or had an address.
    static func isTaken(_ address: String) -> Self {
        .value("SELECT EXISTS (SELECT FROM community_addresses WHERE slug = \(address))")
    }
}

extension Query where Output == String? {
    /// The address of a community that somebody owns: of the one a form has made already.
    static func ownAddress(of community: Community.ID, _ owner: Member.ID) -> Self {
        .first(
            """
            SELECT c.slug
            FROM communities c JOIN memberships m ON m.community_id = c.id
            WHERE c.id = \(community) AND m.user_id = \(owner) AND m.role = 'owner'
            LIMIT 1
            """
        ) { (slug: String) in slug }
    }

    /// Where a community went that had this address, for who may read it.
    static func newAddress(of old: String, for viewer: Viewer) -> Self {
        .first(
            """
            SELECT c.slug
            FROM community_addresses a JOIN communities c ON c.id = a.community_id
            WHERE a.slug = \(old) AND c.slug <> a.slug AND \(SQL.readable(by: viewer))
            LIMIT 1
            """
        ) { (slug: String) in slug }
    }

    /// Saves a community's settings. What a moderator may not decide stays as it is.
    ///
    /// - Parameter revision: the version the form began from.
    /// - Returns: the address it has now; `nil` when nothing was saved: the member may not, somebody saved another
    ///   version meanwhile, or the address is taken.
    static func save(_ fields: CommunityFields, from revision: Int, of community: String, by member: Member) -> Self {
        .first(
            """
            WITH place AS (
                SELECT c.id, \(SQL.owns(member)) AS is_owner
                FROM communities c
                WHERE c.slug = \(community) AND \(SQL.readable(by: .member(member))) AND \(SQL.keeps(member))
                    AND c.revision = \(revision)::integer
            ), address AS (
                INSERT INTO community_addresses (slug, community_id)
                SELECT \(fields.slug), id FROM place WHERE is_owner
                ON CONFLICT (slug) DO UPDATE SET slug = EXCLUDED.slug
                    WHERE community_addresses.community_id = EXCLUDED.community_id
                RETURNING slug
            )
            UPDATE communities c
            SET name = \(fields.name), description = \(fields.description), rules = \(fields.rules),
                comment_wait = \(fields.commentWait)::smallint, language = \(fields.language),
                revision = c.revision + 1,
                slug = CASE WHEN p.is_owner THEN \(fields.slug) ELSE c.slug END,
                visibility = CASE WHEN p.is_owner THEN \(fields.visibility) ELSE c.visibility END,
                takes_asks = CASE WHEN p.is_owner THEN \(fields.takesAsks) ELSE c.takes_asks END,
                indexing = CASE WHEN p.is_owner THEN \(fields.indexing) ELSE c.indexing END,
                university_id = CASE WHEN NOT p.is_owner THEN c.university_id
                    WHEN \(fields.isOfUniversity) THEN coalesce(c.university_id, \(member.universityID)) END
            FROM place p
            WHERE c.id = p.id AND (NOT p.is_owner OR EXISTS (SELECT FROM address))
            RETURNING c.slug
            """
        ) { (slug: String) in slug }
    }
}
