import FoundationEssentials
import HTML
import HTTPServer
import Postgres

/// A post that waits for a moderator, with all of it there is to judge.
struct WaitingPost: Sendable {
    let id: Post.ID
    let number: Int
    let kind: Post.Kind
    let title: String
    let body: SafeHTML
    let tags: [String]
    let spaceName: String
    let writtenAt: Date
    let author: Author

    static let pageSize = 10
}

/// What was decided about a post.
struct ReviewedPost: Sendable {
    let number: Int
    let state: Post.State
    let tags: [String]
    let author: String
}

extension Query where Output == [WaitingPost] {
    /// One page of a community's posts that wait, the oldest first, and one more when the list goes on.
    ///
    /// - Parameter number: that of the last post of the page before; 0 at the start.
    static func waitingPosts(in community: String, after number: Int, for member: Member) -> Self {
        .all(
            """
            SELECT p.id, p.number, p.kind, p.title, p.body_html, p.tags, s.name, p.published_at,
                \(SQL.authorColumns(for: .member(member)))
            FROM communities c
            JOIN posts p ON p.community_id = c.id
            JOIN spaces s ON s.id = p.space_id
            JOIN users u ON u.id = p.author_id
            WHERE c.slug = \(community) AND \(SQL.readable(by: .member(member))) AND \(SQL.keeps(member))
                AND p.state = 'in_review' AND p.number > \(number)::integer
            ORDER BY p.number
            LIMIT 11
            """
        ) { id, number, kind, title, body, tags, space, writtenAt, name, username, isOpen, face in
            WaitingPost(
                id: id, number: number, kind: kind, title: title, body: body, tags: tags, spaceName: space,
                writtenAt: writtenAt,
                author: Author(name: name, username: username, isOpen: isOpen, face: face))
        }
    }
}

extension Query where Output == ReviewedPost? {
    /// For the statement behind a decision. Checks no permission.
    static func reviewedPost(_ post: Post.ID, in community: String) -> Self {
        .first(
            """
            SELECT p.number, p.state, p.tags, u.username
            FROM posts p JOIN communities c ON c.id = p.community_id JOIN users u ON u.id = p.author_id
            WHERE p.id = \(post) AND c.slug = \(community)
            LIMIT 1
            """, as: ReviewedPost.init)
    }
}

extension SQL {
    /// Whether `posts p` of `communities c` waits for a moderator, and `member` is one.
    fileprivate static func isReviewed(_ post: Post.ID, in community: String, by member: Member) -> SQL {
        """
        p.id = \(post) AND p.state = 'in_review' AND c.slug = \(community) AND c.state = 'active'
            AND \(readable(by: .member(member))) AND \(keeps(member))
        """
    }
}

// Each begins after `lockCommunity` and `lockPost`, and does nothing the second time.
extension Query where Output == Int {
    /// Publishes a post, dated now, and counts it where it counts.
    static func approve(_ post: Post.ID, in community: String, by member: Member) -> Self {
        .value(
            """
            WITH approved AS (
                UPDATE posts p
                SET state = 'published', published_at = now(), last_activity_at = now()
                FROM communities c
                WHERE c.id = p.community_id AND \(SQL.isReviewed(post, in: community, by: member))
                RETURNING p.community_id, p.space_id, p.author_id
            ), in_community AS (
                UPDATE communities c SET post_count = c.post_count + 1, last_activity_at = now()
                FROM approved a WHERE c.id = a.community_id
            ), in_space AS (
                UPDATE spaces s SET post_count = s.post_count + 1 FROM approved a WHERE s.id = a.space_id
            ), of_author AS (
                UPDATE users u SET post_count = u.post_count + 1 FROM approved a WHERE u.id = a.author_id
            )
            SELECT count(*) FROM approved
            """
        ).writing()
    }

    /// Takes a post down before anybody read it; its address says why.
    static func turnDown(_ post: Post.ID, in community: String, because reason: String, by member: Member) -> Self {
        .execute(
            """
            UPDATE posts p
            SET state = 'removed', removal_reason = \(reason)
            FROM communities c
            WHERE c.id = p.community_id AND \(SQL.isReviewed(post, in: community, by: member))
            """)
    }
}
