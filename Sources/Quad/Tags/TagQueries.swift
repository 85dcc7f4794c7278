import Postgres

extension Query where Output == Tag? {
    /// A tag that anyone may know of: posts that anyone can read carry it, or it leads to one they carry.
    static func tag(_ slug: String) -> Self {
        .first(
            """
            SELECT t.slug, t.description, t.post_count, t.synonym_of
            FROM tags t
            WHERE t.slug = \(slug)
                AND (t.post_count > 0
                    OR EXISTS (SELECT FROM tags o WHERE o.slug = t.synonym_of AND o.post_count > 0))
            LIMIT 1
            """, as: Tag.init)
    }
}

extension Query where Output == [Tag] {
    /// One page of all tags that posts anyone can read carry, and one more when the list goes on.
    static func tags(in order: TagOrder, after cursor: TagCursor?) -> Self {
        // The limits are no parameters, so that no plan expects a tenth of all tags.
        switch order {
        case .posts:
            let rest: SQL =
                cursor.map { cursor in
                    """
                    AND t.post_count <= \(cursor.postCount)::integer
                        AND (t.post_count < \(cursor.postCount)::integer OR t.slug > \(cursor.slug))
                    """
                } ?? ""
            return .all(
                """
                SELECT t.slug, t.description, t.post_count, t.synonym_of
                FROM tags t
                WHERE t.post_count > 0 AND t.synonym_of IS NULL \(rest)
                ORDER BY t.post_count DESC, t.slug
                LIMIT 51
                """, as: Tag.init)
        case .name:
            let rest: SQL = cursor.map { "AND t.slug > \($0.slug)" } ?? ""
            return .all(
                """
                SELECT t.slug, t.description, t.post_count, t.synonym_of
                FROM tags t
                WHERE t.post_count > 0 AND t.synonym_of IS NULL \(rest)
                ORDER BY t.slug
                LIMIT 51
                """, as: Tag.init)
        }
    }

    /// The tags that lead to another.
    static func synonyms(of slug: String) -> Self {
        .all(
            """
            SELECT t.slug, t.description, t.post_count, t.synonym_of
            FROM tags t
            WHERE t.synonym_of = \(slug)
            ORDER BY t.slug
            LIMIT 100
            """, as: Tag.init)
    }
}

extension Query where Output == Int {
    static func tagCount() -> Self { .value("SELECT count(*) FROM tags WHERE post_count > 0 AND synonym_of IS NULL") }

    /// - Returns: 0 when there is no such tag.
    static func describe(_ tag: String, as description: TagDescription) -> Self {
        Query<Int>.execute("UPDATE tags SET description = \(description.text) WHERE slug = \(tag)").idempotent
    }
}

// A merge in one round trip, which is one transaction: the tags are locked in the order of their names, what led to the
// one leads to the other, and who follows or mutes the one does so with the other.
extension Query where Output == Int {
    static func lockTags(_ tags: [String]) -> Self {
        Query<Int>.execute(
            "SELECT slug FROM tags WHERE slug = ANY (\(tags)) ORDER BY slug FOR NO KEY UPDATE"
        ).idempotent
    }

    /// Makes `tag` a synonym of another, and what led to it as well, so that no synonym leads to a synonym.
    ///
    /// - Returns: 0 when nothing was changed: one of them is not there, or the other leads to this one.
    static func merge(_ tag: String, into other: String) -> Self {
        Query<Int>.execute(
            """
            WITH target AS (
                SELECT coalesce(t.synonym_of, t.slug) AS slug
                FROM tags t
                WHERE t.slug = \(other) AND coalesce(t.synonym_of, t.slug) <> \(tag)
            )
            UPDATE tags t
            SET synonym_of = target.slug
            FROM target
            WHERE t.slug = \(tag) OR t.synonym_of = \(tag)
            """
        ).idempotent
    }

    /// Undoes it, for what is written from now on.
    static func split(_ tag: String) -> Self {
        Query<Int>.execute(
            "UPDATE tags SET synonym_of = NULL WHERE slug = \(tag) AND synonym_of IS NOT NULL"
        ).idempotent
    }

    /// Whoever follows a synonym follows the tag it leads to.
    static func moveFollows(from tag: String) -> Self { move("follows", from: tag) }
    static func moveMutes(from tag: String) -> Self { move("mutes", from: tag) }

    private static func move(_ table: SQL, from tag: String) -> Self {
        Query<Int>.execute(
            """
            WITH moved AS (
                DELETE FROM \(table) x
                USING tags t
                WHERE x.tag = \(tag) AND t.slug = x.tag AND t.synonym_of IS NOT NULL
                RETURNING x.id, x.user_id, t.synonym_of
            )
            INSERT INTO \(table) (id, user_id, tag)
            SELECT m.id, m.user_id, m.synonym_of FROM moved m
            ON CONFLICT DO NOTHING
            """
        ).idempotent
    }
}
