import FoundationEssentials
internal import Postgres

extension CampusLoading {
    /// Says what the ten largest tags are for, and gives the student of the cast something kept and followed. Large
    /// tables are searched through: their indexes are on the shelf.
    func loadAttention(_ connection: Connection) throws {
        _ = try connection.fetch(.describeTags)
        let student = world.personID(0)
        _ = try connection.fetch(.keepPosts(for: student), .followTags(for: student), .followPeople(for: student))
    }
}

extension Query where Output == Int {
    fileprivate static var describeTags: Self {
        .execute(
            """
            UPDATE tags
            SET description = 'Questions, answers and notes about ' || replace(slug, '-', ' ') || ', from every community.'
            WHERE slug IN (SELECT slug FROM tags ORDER BY post_count DESC, slug LIMIT 10)
            """)
    }

    /// The ids are made from those of what is kept, so that the same seed gives the same rows.
    fileprivate static func keepPosts(for user: UUID) -> Self {
        .execute(
            """
            INSERT INTO bookmarks (id, user_id, post_id)
            SELECT md5('bookmark ' || p.id)::uuid, \(user), p.id
            FROM posts p JOIN communities c ON c.id = p.community_id
            WHERE c.visibility = 'public' AND p.state = 'published' AND p.author_id <> \(user)
            ORDER BY p.score DESC, p.id
            LIMIT 6
            """)
    }

    fileprivate static func followTags(for user: UUID) -> Self {
        .execute(
            """
            INSERT INTO follows (id, user_id, tag)
            SELECT md5('follow ' || t.slug)::uuid, \(user), t.slug FROM tags t ORDER BY t.post_count DESC, t.slug LIMIT 2
            """)
    }

    fileprivate static func followPeople(for user: UUID) -> Self {
        .execute(
            """
            INSERT INTO follows (id, user_id, person_id)
            SELECT md5('follow ' || u.id)::uuid, \(user), u.id
            FROM users u
            WHERE u.id <> \(user) AND u.state = 'active' AND NOT u.is_held AND u.visibility = 'public'
            ORDER BY u.post_count DESC, u.id
            LIMIT 2
            """)
    }
}
