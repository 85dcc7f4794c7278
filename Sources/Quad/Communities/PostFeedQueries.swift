import FoundationEssentials
import Postgres

/// Which posts of a community a list holds.
struct PostSelection: Sendable {
    let community: String
    /// The space's address; `nil` takes all spaces.
    var space: String?
    var order = FeedOrder(.hot)
    var after: PostCursor?
}

extension SQL {
    /// What a period of the top posts begins with, as a condition on `published_at`.
    ///
    /// No parameters: a plan made for all periods at once would not know whether to read the index by score, leaving out
    /// what is older, or to sort what the period holds. These are planned apart, with what is known of the times.
    static func isRecent(_ order: FeedOrder) -> SQL {
        guard order.order == .top else { return "" }
        return switch order.period {
        case .day: "AND published_at >= now() - interval '1 day'"
        case .week: "AND published_at >= now() - interval '7 days'"
        case .month: "AND published_at >= now() - interval '30 days'"
        case .year: "AND published_at >= now() - interval '365 days'"
        case .all: ""
        }
    }

    /// Whether `posts p` is of a selection's community and space.
    fileprivate static func isHere(_ selection: PostSelection, for viewer: Viewer) -> SQL {
        let community = SQL.community(selection.community, for: viewer)
        guard let space = selection.space else { return "p.community_id = \(community)" }
        return "p.space_id = (SELECT id FROM spaces WHERE community_id = \(community) AND slug = \(space))"
    }

    /// What comes after a place in a list of one community's `posts p`.
    fileprivate static func isAfter(_ cursor: PostCursor?) -> SQL {
        guard let cursor else { return "" }
        return switch cursor.key {
        case .hot(let hot): "AND (p.hot, p.number) < (\(hot), \(cursor.number)::integer)"
        case .time(let time):
            "AND (p.published_at, p.number) < (\(Date(microseconds: time)), \(cursor.number)::integer)"
        case .score(let score, let time):
            """
            AND (p.score, p.published_at, p.number)
                < (\(score)::integer, \(Date(microseconds: time)), \(cursor.number)::integer)
            """
        }
    }

    /// The columns of `posts p` that a list of one community is in the order of.
    fileprivate static func rank(in order: PostOrder) -> SQL {
        switch order {
        case .hot: "p.hot DESC, p.number DESC"
        case .new, .unanswered: "p.published_at DESC, p.number DESC"
        case .top: "p.score DESC, p.published_at DESC, p.number DESC"
        }
    }

    /// What `posts p` have to be to stand in a list at all. Pinned ones stand above the hot and the new posts.
    fileprivate static func belongs(in order: PostOrder) -> SQL {
        switch order {
        case .hot, .new: "p.state = 'published' AND NOT p.is_pinned"
        case .top: "p.state = 'published'"
        case .unanswered: "p.state = 'published' AND p.kind = 'question' AND p.answered_at IS NULL"
        }
    }
}

extension Query where Output == [ListedPost] {
    /// One page of a community's posts, hot and new ones without the pinned, and one more when the list goes on.
    ///
    /// - Complexity: one index scan of 26 rows however far down, because the cursor is a key. The top posts of a
    ///   period: the index by score less what is older, or all posts of that time, whichever is less.
    static func posts(_ selection: PostSelection, for viewer: Viewer) -> Self {
        let order = selection.order.order
        return .all(
            """
            SELECT \(SQL.listColumns(place: "s.name", for: viewer))
            \(SQL.listTables)
            WHERE \(SQL.isHere(selection, for: viewer)) AND \(SQL.belongs(in: order))
                \(SQL.isRecent(selection.order)) \(SQL.isAfter(selection.after))
            ORDER BY \(SQL.rank(in: order))
            LIMIT 26
            """, as: ListedPost.init)
    }
}
