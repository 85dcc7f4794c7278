import FoundationEssentials
import Postgres

/// A post that was found.
struct PostHit: Sendable {
    let listed: ListedPost
    let tags: [String]
    /// The beginning of the text as HTML, for a piece of it around what was found; its last tag may be cut off.
    let body: String
    /// Where the list goes on after this one.
    let cursor: SearchCursor
    /// Whether nothing fits but what was looked at.
    let isAll: Bool
}

extension SQL {
    /// Whether `posts p`, found with a filter that stands in the index as the end of an identity, is what was meant.
    fileprivate static func fits(_ filters: SearchFilters) -> SQL {
        var conditions: SQL = "true"
        if let slug = filters.community { conditions = "\(conditions) AND c.slug = \(slug)" }
        if let username = filters.author { conditions = "\(conditions) AND u.username = \(username)" }
        return conditions
    }

    /// What fits equally well is ordered by votes: ten times as many make a tenth of the fit and a bit.
    fileprivate static func lifted(by score: SQL) -> SQL { "(1 + ln(1 + greatest(\(score), 0)) / 10)" }

    fileprivate static func goesOn(after cursor: SearchCursor?) -> SQL {
        guard let cursor, let id = cursor.id else { return "" }
        return "WHERE (f.fit, f.id) < (\(cursor.fit), \(id))"
    }
}

extension Query where Output == [PostHit] {
    /// The posts that fit best among those a viewer may read, and one more than a page when the list goes on.
    ///
    /// - Precondition: `question.isEmpty` is false.
    /// - Complexity: bounded whatever is asked, see `SearchCandidates`.
    static func posts(
        searched question: SearchQuestion, after cursor: SearchCursor?, zone: ZoneOffsets, for viewer: Viewer
    ) -> Self {
        let fit: SQL =
            question.hasWords
            ? "b.rank * \(SQL.lifted(by: "p.score"))" : "extract(epoch FROM p.published_at)::double precision"
        return .all(
            """
            WITH \(SearchCandidates.posts.best(for: question, zone: zone, viewer: viewer)), page AS MATERIALIZED (
                SELECT f.id, f.fit, f.is_all
                FROM (
                    SELECT p.id, \(fit) AS fit, b.is_all
                    FROM best b
                    JOIN posts p ON p.id = b.id
                    JOIN users u ON u.id = p.author_id
                    JOIN communities c ON c.id = p.community_id
                    WHERE p.state IN ('published', 'archived') AND \(SQL.readable(by: viewer))
                        AND \(SQL.fits(question.filters))
                ) f
                \(SQL.goesOn(after: cursor))
                ORDER BY f.fit DESC, f.id DESC
                LIMIT 26
            )
            SELECT page.id, page.fit, page.is_all, p.tags, left(p.body_html, 4000),
                \(SQL.listColumns(place: "c.name", for: viewer))
            FROM page
            JOIN posts p ON p.id = page.id
            JOIN users u ON u.id = p.author_id
            JOIN communities c ON c.id = p.community_id
            ORDER BY page.fit DESC, page.id DESC
            LIMIT 26
            """, as: PostHit.init)
    }
}

extension PostHit {
    /// One row of `Query.posts(searched:)`.
    fileprivate init(
        id: Post.ID, fit: Double, isAll: Bool, tags: [String], body: String, number: Int, kind: Post.Kind,
        title: String, slug: String, isPinned: Bool, isLocked: Bool, score: Int, commentCount: Int, answeredAt: Date?,
        publishedAt: Date, hot: Double, authorName: String, authorUsername: String, authorIsOpen: Bool,
        authorFace: Author.Face, place: String, communitySlug: String, communityName: String
    ) {
        self.init(
            listed: ListedPost(
                number: number, kind: kind, title: title, slug: slug, isPinned: isPinned, isLocked: isLocked,
                score: score, commentCount: commentCount, answeredAt: answeredAt, publishedAt: publishedAt, hot: hot,
                authorName: authorName, authorUsername: authorUsername, authorIsOpen: authorIsOpen,
                authorFace: authorFace, place: place, communitySlug: communitySlug,
                communityName: communityName), tags: tags, body: body,
            cursor: SearchCursor(fit: fit, key: id.text), isAll: isAll)
    }
}

/// A comment that was found.
struct FoundComment: Sendable {
    let id: ID<Comment>
    let number: Int
    let body: String
    let score: Int
    let writtenAt: Date
    let author: Author
    let postNumber: Int
    let postSlug: String
    let postTitle: String
    let communitySlug: String
    let communityName: String
    let fit: Double
    let isAll: Bool

    var cursor: SearchCursor { SearchCursor(fit: fit, key: id.text) }

    /// The comment on its post's page.
    var path: String {
        CommunityPaths.comment(number, on: CommunityPaths.post(postNumber, postSlug, in: communitySlug))
    }
}

extension Query where Output == [FoundComment] {
    /// The same for comments. Filters that speak of posts alone find none.
    static func comments(
        searched question: SearchQuestion, after cursor: SearchCursor?, zone: ZoneOffsets, for viewer: Viewer
    ) -> Self {
        let fit: SQL =
            question.hasWords
            ? "b.rank * \(SQL.lifted(by: "k.score"))" : "extract(epoch FROM k.created_at)::double precision"
        return .all(
            """
            WITH \(SearchCandidates.comments.best(for: question, zone: zone, viewer: viewer)), page AS MATERIALIZED (
                SELECT f.id, f.fit, f.is_all
                FROM (
                    SELECT k.id, \(fit) AS fit, b.is_all
                    FROM best b
                    JOIN comments k ON k.id = b.id
                    JOIN users u ON u.id = k.author_id
                    JOIN posts p ON p.id = k.post_id
                    JOIN communities c ON c.id = p.community_id
                    WHERE k.state = 'published' AND p.state IN ('published', 'archived')
                        AND \(SQL.readable(by: viewer)) AND \(SQL.fits(question.filters))
                ) f
                \(SQL.goesOn(after: cursor))
                ORDER BY f.fit DESC, f.id DESC
                LIMIT 26
            )
            SELECT k.id, k.number, left(k.body_html, 4000), k.score, k.created_at, \(SQL.authorColumns(for: viewer)),
                p.number, p.slug, p.title, c.slug, c.name, page.fit, page.is_all
            FROM page
            JOIN comments k ON k.id = page.id
            JOIN users u ON u.id = k.author_id
            JOIN posts p ON p.id = k.post_id
            JOIN communities c ON c.id = p.community_id
            ORDER BY page.fit DESC, page.id DESC
            LIMIT 26
            """, as: FoundComment.init(_:_:_:_:_:_:_:_:_:_:_:_:_:_:_:_:))
    }
}

extension FoundComment {
    /// One row of `Query.comments(searched:)`.
    fileprivate init(
        _ id: ID<Comment>, _ number: Int, _ body: String, _ score: Int, _ writtenAt: Date, _ authorName: String,
        _ authorUsername: String, _ authorIsOpen: Bool, _ authorFace: Author.Face, _ postNumber: Int,
        _ postSlug: String, _ postTitle: String, _ communitySlug: String, _ communityName: String, _ fit: Double,
        _ isAll: Bool
    ) {
        self.init(
            id: id, number: number, body: body, score: score, writtenAt: writtenAt,
            author: Author(
                name: authorName, username: authorUsername, isOpen: authorIsOpen, face: authorFace),
            postNumber: postNumber, postSlug: postSlug, postTitle: postTitle, communitySlug: communitySlug,
            communityName: communityName, fit: fit, isAll: isAll)
    }
}

extension Query where Output == [String] {
    /// The words of a question as the index spells them: "deleting" is "delet". Empty when they are too common to be in
    /// it.
    static func lexemes(of question: SearchQuestion) -> Self {
        .values(
            """
            SELECT unnest(tsvector_to_array(to_tsvector('quad', search_words(\(question.terms.joined(separator: " "))))))
            LIMIT 100
            """)
    }
}

/// The names a question's filters stand for, as far as the viewer may know them.
struct SearchNames: Sendable {
    let community: String?
    let author: String?
}

extension Query where Output == SearchNames {
    static func names(of filters: SearchFilters, for viewer: Viewer) -> Self {
        .one(
            """
            SELECT (SELECT c.name FROM communities c WHERE c.slug = \(filters.community) AND \(SQL.readable(by: viewer))),
                (SELECT u.name FROM users u WHERE u.username = \(filters.author) AND \(SQL.openProfile(for: viewer)))
            """, as: SearchNames.init)
    }
}
