import FoundationEssentials
import HTML
import Postgres

/// A post in a feed.
struct SyndicatedPost: Sendable {
    let id: Post.ID
    let number: Int
    let slug: String
    let title: String
    /// Empty where the post is too long for a feed.
    let body: SafeHTML
    let excerpt: String
    let tags: [String]
    let published: Date
    let edited: Date?
    let communitySlug: String
    let author: Author
}

/// Which posts a feed is of.
enum SyndicatedPosts: Sendable {
    /// Of everybody who wants to be found, in every public community.
    case everywhere
    case community(String)
    case tag(String)
    case member(String)
}

extension Query where Output == [SyndicatedPost] {
    /// The newest posts of a feed, as far as visitors may read them.
    ///
    /// - Complexity: one index scan of 50 rows, and of those it meets on the way that are not public; of one person's
    ///   posts it looks at the newest 500.
    static func newestPosts(_ posts: SyndicatedPosts) -> Self {
        // The page is cut before anything is joined to it, so that no plan can begin with the people. The limits are no
        // parameters: a plan made once for all values would expect a tenth of all posts.
        let page: SQL =
            switch posts {
            case .everywhere:
                """
                SELECT n.id, n.published_at
                FROM posts n
                JOIN communities k ON k.id = n.community_id
                JOIN users w ON w.id = n.author_id
                WHERE n.state = 'published' AND k.visibility = 'public' AND w.is_indexable
                """
            case .community(let slug):
                """
                SELECT n.id, n.published_at
                FROM posts n
                WHERE n.state = 'published' AND n.community_id = \(SQL.community(slug, for: .visitor))
                """
            case .tag(let tag): "SELECT n.post_id AS id, n.published_at FROM post_tags n WHERE n.tag = \(tag)"
            case .member(let username):
                """
                SELECT n.id, n.published_at
                FROM (
                    SELECT w.id, w.published_at, w.community_id
                    FROM posts w
                    WHERE w.state = 'published'
                        AND w.author_id = (SELECT u.id FROM users u
                                           WHERE u.username = \(username) AND \(SQL.openProfile(for: .visitor)))
                    ORDER BY w.published_at DESC, w.id DESC
                    LIMIT 500
                ) n
                JOIN communities k ON k.id = n.community_id
                WHERE k.visibility = 'public'
                """
            }
        let order: SQL =
            if case .tag = posts { "n.published_at DESC, n.post_id DESC" } else { "n.published_at DESC, n.id DESC" }
        return .all(
            """
            SELECT p.id, p.number, p.slug, p.title,
                CASE WHEN length(p.body_html) <= 20000 THEN p.body_html ELSE '' END, p.excerpt, p.tags,
                p.published_at, p.edited_at, c.slug, \(SQL.authorColumns(for: .visitor))
            FROM (\(page) ORDER BY \(order) LIMIT 50) page
            JOIN posts p ON p.id = page.id
            JOIN communities c ON c.id = p.community_id
            JOIN users u ON u.id = p.author_id
            WHERE p.state = 'published' AND c.visibility = 'public'
            ORDER BY page.published_at DESC, page.id DESC
            LIMIT 50
            """
        ) {
            id, number, slug, title, body, excerpt, tags, published, edited, community, name, username, isOpen,
            face in
            SyndicatedPost(
                id: id, number: number, slug: slug, title: title, body: body, excerpt: excerpt, tags: tags,
                published: published, edited: edited, communitySlug: community,
                author: Author(name: name, username: username, isOpen: isOpen, face: face))
        }
    }
}

/// A comment in a feed.
struct SyndicatedComment: Sendable {
    let id: Comment.ID
    let number: Int
    let body: SafeHTML
    let published: Date
    let edited: Date?
    let author: Author
}

extension Query where Output == [SyndicatedComment] {
    /// A post's newest comments, as far as visitors may read them.
    static func newestComments(on number: Int, in community: String) -> Self {
        .all(
            """
            SELECT m.id, m.number, m.body_html, m.created_at, m.edited_at, \(SQL.authorColumns(for: .visitor))
            FROM comments m
            JOIN users u ON u.id = m.author_id
            WHERE m.post_id = (
                    SELECT p.id FROM posts p
                    WHERE p.community_id = \(SQL.community(community, for: .visitor))
                        AND p.number = \(number)::integer AND p.state IN ('published', 'archived'))
                AND m.state = 'published'
            ORDER BY m.number DESC
            LIMIT 50
            """
        ) { id, number, body, published, edited, name, username, isOpen, face in
            SyndicatedComment(
                id: id, number: number, body: body, published: published, edited: edited,
                author: Author(name: name, username: username, isOpen: isOpen, face: face))
        }
    }
}
