import FoundationEssentials
import Postgres

/// Changes a merged tag in the posts that carry it, some at a time so that nobody waits for it.
///
/// It goes through all posts in the order of their identities, which needs no index on their tags: a merge is rare, and
/// every vote would have to write one. Where the merge was taken back it stops; a post that was changed stays so.
struct RetagPosts: Job {
    static let kind = "retag_posts"
    /// Posts a statement looks at.
    private static let batch = 2_000

    let tag: String
    /// The last post looked at.
    var after: UUID?
    /// Posts that were on their way when the tags were merged are met in a second round.
    var isLast = false

    func run(_ context: JobContext) throws {
        var after = after ?? UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
        while true {
            if context.isStopping() { return try goOn(context, after: after) }
            guard let batch = try context.database.fetch(.posts(after: after, carrying: tag, limit: Self.batch)) else {
                break
            }
            if !batch.carriers.isEmpty {
                _ = try context.database.fetch(.lockCommunities(of: batch.carriers), .retag(batch.carriers, from: tag))
            }
            after = batch.last
        }
        guard !isLast else { return }
        _ = try context.database.fetch(.enqueue(RetagPosts(tag: tag, isLast: true), after: .seconds(300)))
    }

    private func goOn(_ context: JobContext, after: UUID) throws {
        _ = try context.database.fetch(.enqueue(RetagPosts(tag: tag, after: after, isLast: isLast)))
    }
}

/// Some posts in the order of their identities.
struct PostBatch: Sendable {
    let last: UUID
    /// Those that carry the tag.
    let carriers: [UUID]
}

extension Query where Output == PostBatch? {
    /// - Returns: `nil` after the last post, and where the tag is no synonym.
    fileprivate static func posts(after: UUID, carrying tag: String, limit: Int) -> Self {
        .first(
            """
            SELECT (array_agg(p.id ORDER BY p.id DESC))[1],
                coalesce(array_agg(p.id ORDER BY p.id) FILTER (WHERE \(tag) = ANY (p.tags)), '{}')
            FROM (SELECT id, tags FROM posts WHERE id > \(after) ORDER BY id LIMIT \(limit)) p
            WHERE EXISTS (SELECT FROM tags WHERE slug = \(tag) AND synonym_of IS NOT NULL)
            HAVING count(*) > 0
            """, as: PostBatch.init)
    }
}

extension Query where Output == Int {
    /// Communities before posts, as every write does.
    fileprivate static func lockCommunities(of posts: [UUID]) -> Self {
        Query<Int>.execute(
            """
            SELECT id FROM communities
            WHERE id IN (SELECT community_id FROM posts WHERE id = ANY (\(posts)))
            ORDER BY id
            FOR NO KEY UPDATE
            """
        ).idempotent
    }

    /// Posts take the tag that `tag` leads to: by their trigger, whatever else they carry.
    fileprivate static func retag(_ posts: [UUID], from tag: String) -> Self {
        Query<Int>.execute(
            """
            UPDATE posts
            SET tags = tags
            WHERE id IN (
                SELECT id FROM posts WHERE id = ANY (\(posts)) AND \(tag) = ANY (tags) ORDER BY id FOR NO KEY UPDATE)
            """
        ).idempotent
    }
}
