import FoundationEssentials
import HTML
import Postgres

extension SQL {
    /// `ListedPost`'s columns of `posts p`, `users u`, `communities c` and the place's name.
    static func listColumns(place: SQL, for viewer: Viewer) -> SQL {
        """
        p.number, p.kind, p.title, p.slug, p.is_pinned, p.is_locked, p.score, p.comment_count, p.answered_at,
        p.published_at, p.hot, \(authorColumns(for: viewer)), \(place), c.slug, c.name
        """
    }

    static let listTables: SQL = """
        FROM posts p
        JOIN users u ON u.id = p.author_id
        JOIN spaces s ON s.id = p.space_id
        JOIN communities c ON c.id = p.community_id
        """
}

extension Query where Output == [ListedPost] {
    /// What a community's moderators want read first, newest first.
    static func pinnedPosts(in community: String, space: String?, for viewer: Viewer) -> Self {
        let inSpace: SQL = space.map { "AND s.slug = \($0)" } ?? ""
        return .all(
            """
            SELECT \(SQL.listColumns(place: "s.name", for: viewer))
            \(SQL.listTables)
            WHERE p.community_id = \(SQL.community(community, for: viewer)) AND p.is_pinned AND p.state = 'published' \(inSpace)
            ORDER BY p.published_at DESC
            LIMIT 5
            """, as: ListedPost.init)
    }

    /// Questions nobody has an accepted answer for, newest first.
    static func unansweredQuestions(in community: String, for viewer: Viewer) -> Self {
        .all(
            """
            SELECT \(SQL.listColumns(place: "s.name", for: viewer))
            \(SQL.listTables)
            WHERE p.community_id = \(SQL.community(community, for: viewer))
                AND p.kind = 'question' AND p.answered_at IS NULL AND p.state = 'published'
            ORDER BY p.published_at DESC
            LIMIT 4
            """, as: ListedPost.init)
    }

    /// What else people talk about in a community now.
    static func otherPosts(than number: Int, in community: String, for viewer: Viewer) -> Self {
        .all(
            """
            SELECT \(SQL.listColumns(place: "s.name", for: viewer))
            \(SQL.listTables)
            WHERE p.community_id = \(SQL.community(community, for: viewer)) AND p.state = 'published'
                AND p.number <> \(number)::integer
            ORDER BY p.hot DESC, p.number DESC
            LIMIT 4
            """, as: ListedPost.init)
    }

    /// The newest questions of all communities anyone may read.
    static func newestQuestions(limit: Int) -> Self {
        .all(
            """
            SELECT \(SQL.listColumns(place: "c.name", for: .visitor))
            \(SQL.listTables)
            WHERE p.kind = 'question' AND p.state = 'published' AND c.visibility = 'public'
            ORDER BY p.published_at DESC
            LIMIT \(limit)
            """, as: ListedPost.init)
    }

    /// What someone wrote where the viewer may read it, newest first.
    static func posts(byMember username: String, limit: Int, for viewer: Viewer) -> Self {
        .all(
            """
            SELECT \(SQL.listColumns(place: "c.name", for: viewer))
            \(SQL.listTables)
            WHERE p.author_id = (SELECT id FROM users WHERE username = \(username))
                AND p.state = 'published' AND \(SQL.readable(by: viewer))
            ORDER BY p.published_at DESC, p.id DESC
            LIMIT \(limit)
            """, as: ListedPost.init)
    }
}

/// How busy the campus was since a moment.
struct QuestionFigures: Sendable {
    let asked: Int
    let answered: Int
}

extension Query where Output == QuestionFigures {
    static func questionFigures(since: Date) -> Self {
        .one(
            """
            SELECT
                (SELECT count(*) FROM posts p JOIN communities c ON c.id = p.community_id
                 WHERE p.kind = 'question' AND p.state = 'published' AND p.published_at >= \(since)
                     AND c.visibility = 'public'),
                (SELECT count(*) FROM posts p JOIN communities c ON c.id = p.community_id
                 WHERE p.answered_at >= \(since) AND p.state = 'published' AND c.visibility = 'public')
            """, as: QuestionFigures.init)
    }
}

extension Date {
    init(microseconds: Int) {
        self.init(timeIntervalSince1970: Double(microseconds) / 1_000_000)
    }
}
