import FoundationEssentials
import Postgres

// All statements find their page in post_tags, which holds the published posts of public communities alone, and cut it
// before anything is joined, so that no plan can begin with the posts. The limits are no parameters: a plan made once
// for all values would expect a tenth of the tag's posts.
extension Query where Output == [FeedPost] {
    /// One page of the published posts of public communities that carry a tag, and one more when the list goes on.
    ///
    /// - Complexity: one index scan of 26 rows however far down and however many posts the communities that are
    ///   not public have under the tag. Hot: `hotPosts` says. Top: the same, and the tag's posts above 100 votes.
    static func posts(tagged tag: String, _ selection: FeedSelection, for viewer: Viewer) -> Self {
        let page: SQL =
            switch selection.order.order {
            case .new: .newest(tag, selection.after, also: "")
            case .unanswered: .newest(tag, selection.after, also: "AND t.is_unanswered")
            case .hot: .hottest(tag, selection.after)
            case .top: .top(tag, selection.after, also: .isRecent(selection.order))
            }
        return .all(
            """
            SELECT p.id, \(SQL.listColumns(place: "c.name", for: viewer))
            FROM (\(page)) page
            \(SQL.pageTables)
            WHERE p.state = 'published' AND c.visibility = 'public'
            ORDER BY page.rank DESC, page.published_at DESC, page.id DESC
            LIMIT 26
            """, as: FeedPost.init)
    }
}

extension SQL {
    /// A page by time: its rank says nothing.
    fileprivate static func newest(_ tag: String, _ cursor: FeedCursor?, also condition: SQL) -> SQL {
        let rest: SQL =
            if let cursor, case .time(let time) = cursor.key {
                "AND (t.published_at, t.post_id) < (\(Date(microseconds: time)), \(cursor.post))"
            } else {
                ""
            }
        return """
            SELECT t.post_id AS id, 0 AS rank, t.published_at
            FROM post_tags t
            WHERE t.tag = \(tag) \(condition) \(rest)
            ORDER BY t.published_at DESC, t.post_id DESC
            LIMIT 26
            """
    }

    /// The score of what `post_tags t` lists: those from 100 on stand in posts alone.
    private static let score: SQL = """
        CASE WHEN t.score < 100 THEN t.score ELSE (SELECT p.score FROM posts p WHERE p.id = t.post_id) END
        """

    /// A page by heat, which no index of post_tags has: it changes with each vote, and what many vote on at once is not
    /// to be written under each of its tags.
    ///
    /// A post's heat is a time (published ÷ 45,000 s) and the logarithm of its votes: nothing more up to one vote, one
    /// more at most below 10 votes, two below 100, five below 100,000. So the 26 newest posts of 0 to 99 votes whose time
    /// is two below the place where the page begins all belong after it, and none that is on the page lies deeper than
    /// the time of the last of them less what its own votes can make up for. Exact while no post has more than 100,000
    /// votes, up or down; beyond that one could be left out.
    ///
    /// - Complexity: in the posts that a tag gets in five days, however many it has.
    fileprivate static func hottest(_ tag: String, _ cursor: FeedCursor?) -> SQL {
        // An upper bound there always is: with both ends of a range a plan expects little, and reads it by time.
        var (above, newest, rest): (SQL, SQL, SQL) = ("AND t.published_at <= 'infinity'", "", "")
        if let cursor, case .hot(let hot) = cursor.key {
            above = """
                AND t.published_at <= \(Date(heat: hot + 5))
                AND (t.score < 0 OR t.published_at <= \(Date(heat: hot)) + interval '1 second')
                """
            newest = "AND t.published_at < \(Date(heat: hot - 2))"
            rest = "WHERE (t.rank, t.id) < (\(hot), \(cursor.post))"
        }
        return """
            WITH oldest AS MATERIALIZED (
                SELECT CASE WHEN count(*) = 26 THEN min(l.published_at) ELSE '-infinity' END AS time
                FROM (
                    SELECT t.published_at
                    FROM post_tags t
                    WHERE t.tag = \(tag) AND t.score BETWEEN 0 AND 99 \(newest)
                    ORDER BY t.published_at DESC
                    LIMIT 26
                ) l
            )
            SELECT t.id, t.rank, NULL::timestamptz AS published_at
            FROM (
                SELECT t.post_id AS id, hot_rank(\(score), t.published_at) AS rank
                FROM post_tags t
                WHERE t.tag = \(tag) \(above)
                    AND t.published_at >= (SELECT time FROM oldest) - interval '225000 seconds'
                    AND t.published_at >= (SELECT time FROM oldest) - CASE
                        WHEN t.score <= 1 THEN interval '0'
                        WHEN t.score < 10 THEN interval '45000 seconds'
                        WHEN t.score < 100 THEN interval '90000 seconds'
                        ELSE interval '225000 seconds' END
            ) t
            \(rest)
            ORDER BY t.rank DESC, t.id DESC
            LIMIT 26
            """
    }

    /// A page by score. The tag's posts above 100 votes are few and sorted each time; below that the index has the
    /// page.
    fileprivate static func top(_ tag: String, _ cursor: FeedCursor?, also condition: SQL) -> SQL {
        var place: (score: Int, time: Date, post: Post.ID)?
        if let cursor, case .score(let score, let time) = cursor.key {
            place = (score: score, time: Date(microseconds: time), post: cursor.post)
        }
        let rest: SQL =
            place.map { "WHERE (t.rank, t.published_at, t.id) < (\($0.score)::integer, \($0.time), \($0.post))" } ?? ""
        let lower: SQL =
            place.map { "AND (t.score, t.published_at, t.post_id) < (\($0.score)::integer, \($0.time), \($0.post))" }
            ?? ""
        let below: SQL = """
            SELECT t.post_id AS id, t.score AS rank, t.published_at
            FROM post_tags t
            WHERE t.tag = \(tag) AND t.score < 100 \(condition) \(lower)
            ORDER BY t.score DESC, t.published_at DESC, t.post_id DESC
            LIMIT 26
            """
        if let place, place.score < 100 { return below }
        return """
            SELECT t.id, t.rank, t.published_at
            FROM (
                SELECT t.post_id AS id, (SELECT p.score FROM posts p WHERE p.id = t.post_id) AS rank, t.published_at
                FROM post_tags t
                WHERE t.tag = \(tag) AND t.score = 100 \(condition)
                UNION ALL
                (\(below))
            ) t
            \(rest)
            ORDER BY t.rank DESC, t.published_at DESC, t.id DESC
            LIMIT 26
            """
    }
}

extension Date {
    /// When a post without votes of this heat was published, within what a timestamptz can hold.
    fileprivate init(heat: Double) {
        let beginning = 1_577_836_800.0
        self.init(timeIntervalSince1970: beginning + min(max(heat, -30_000), 1_000_000) * 45_000)
    }
}
