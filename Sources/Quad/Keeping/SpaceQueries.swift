import Postgres

extension SQL {
    /// The community `slug` when `member` keeps it; for use as a subquery.
    fileprivate static func keptCommunity(_ slug: String, by member: Member) -> SQL {
        """
        (SELECT c.id FROM communities c
        WHERE c.slug = \(slug) AND \(readable(by: .member(member))) AND \(keeps(member)))
        """
    }
}

extension Query where Output == [ManagedSpace] {
    static func managedSpaces(of community: String, by member: Member) -> Self {
        .all(
            """
            SELECT s.id, s.slug, s.name, s.description, s.posting = 'moderators', s.is_reviewed, s.post_count,
                NOT EXISTS (SELECT FROM posts p WHERE p.space_id = s.id)
            FROM spaces s
            WHERE s.community_id = \(SQL.keptCommunity(community, by: member))
            ORDER BY s.position, s.slug
            LIMIT 50
            """, as: ManagedSpace.init)
    }
}

// Each begins after `lockCommunity`, so that two do not count, number or empty the same spaces at once.
extension Query where Output == Int {
    /// Adds a space behind the others.
    ///
    /// - Returns: 0 when nothing was added: there are as many as there may be, or one of this identity.
    static func add(_ id: Space.ID, _ fields: SpaceFields, to community: String, by member: Member) -> Self {
        .execute(
            """
            INSERT INTO spaces (id, community_id, slug, name, description, position, posting, is_reviewed)
            SELECT \(id), place.id, free.slug, \(fields.name), \(fields.description),
                (SELECT coalesce(max(position), 0) + 1 FROM spaces WHERE community_id = place.id),
                \(fields.onlyModeratorsPost ? "moderators" : "members"), \(fields.isReviewed)
            FROM (SELECT \(SQL.keptCommunity(community, by: member)) AS id) place
            CROSS JOIN LATERAL (
                SELECT wish.slug
                FROM unnest(\(fields.addresses)) WITH ORDINALITY AS wish (slug, turn)
                WHERE NOT EXISTS (SELECT FROM spaces s WHERE s.community_id = place.id AND s.slug = wish.slug)
                ORDER BY wish.turn
                LIMIT 1
            ) free
            WHERE place.id IS NOT NULL
                AND (SELECT count(*) FROM spaces WHERE community_id = place.id) < \(ManagedSpace.most)
            ON CONFLICT (id) DO NOTHING
            """
        ).idempotent
    }

    static func change(_ space: String, to fields: SpaceFields, in community: String, by member: Member) -> Self {
        .execute(
            """
            UPDATE spaces
            SET name = \(fields.name), description = \(fields.description),
                posting = \(fields.onlyModeratorsPost ? "moderators" : "members"), is_reviewed = \(fields.isReviewed)
            WHERE community_id = \(SQL.keptCommunity(community, by: member)) AND slug = \(space)
            """
        ).idempotent
    }

    /// Changes a space's place with its neighbour's.
    ///
    /// - Parameters:
    ///   - place: where the form found it, from 1: the second of two clicks finds it elsewhere and does nothing.
    ///   - step: -1 towards the first, 1 towards the last.
    static func move(_ space: String, from place: Int, by step: Int, in community: String, as member: Member) -> Self {
        .execute(
            """
            WITH ordered AS (
                SELECT id, slug, row_number() OVER (ORDER BY position, slug) AS place
                FROM spaces
                WHERE community_id = \(SQL.keptCommunity(community, by: member))
            ), moved AS (
                SELECT place FROM ordered WHERE slug = \(space) AND place = \(place)
            )
            UPDATE spaces s
            SET position = CASE o.place WHEN m.place THEN m.place + \(step) WHEN m.place + \(step) THEN m.place
                ELSE o.place END
            FROM ordered o, moved m
            WHERE s.id = o.id AND m.place + \(step) BETWEEN 1 AND (SELECT count(*) FROM ordered)
            """)
    }

    /// Takes a space away, its posts into another one.
    ///
    /// - Parameter target: where the posts go; `nil` takes away only an empty one.
    /// - Returns: 0 when nothing was taken away: the member may not, it is the last one, or there is nowhere to go.
    static func remove(_ space: String, into target: String?, of community: String, by member: Member) -> Self {
        Query<Int>.value(
            """
            WITH gone AS (
                SELECT s.id, s.post_count, t.id AS target
                FROM spaces s
                LEFT JOIN spaces t ON t.community_id = s.community_id AND t.slug = \(target) AND t.id <> s.id
                WHERE s.community_id = \(SQL.keptCommunity(community, by: member)) AND s.slug = \(space)
                    AND EXISTS (SELECT FROM spaces o WHERE o.community_id = s.community_id AND o.id <> s.id)
                    AND (t.id IS NOT NULL OR NOT EXISTS (SELECT FROM posts p WHERE p.space_id = s.id))
            ), moved AS (
                UPDATE posts p SET space_id = g.target FROM gone g WHERE p.space_id = g.id AND g.target IS NOT NULL
            ), counted AS (
                UPDATE spaces t SET post_count = t.post_count + g.post_count FROM gone g WHERE t.id = g.target
            ), taken AS (
                DELETE FROM spaces s USING gone g WHERE s.id = g.id RETURNING s.id
            )
            SELECT count(*) FROM taken
            """
        ).writing()
    }
}
