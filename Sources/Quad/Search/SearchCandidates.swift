import FoundationEssentials
import Postgres

/// What of a searched list is looked at closely.
///
/// A word that is in a third of a million texts cannot be ranked in all of them within a blink, and need not be: its
/// newest thousand hold good ones. So the index is asked for the newest block of the list first, and only when that
/// holds few, for one eight times as large, and so on; a rare word is found everywhere. What is asked besides words
/// stands in the index as words, so each step is one walk whose cost is that of the rarest of them.
struct SearchCandidates {
    /// The list: `post_search s` or `comment_search s`, its identity's column, and its counter of places.
    let list: SQL
    let identity: SQL
    let counter: SQL
    /// How many have to be found for older ones to be left alone.
    var enough = 100

    static let posts = SearchCandidates(list: "post_search", identity: "post_id", counter: "post_search_place")
    static let comments = SearchCandidates(
        list: "comment_search", identity: "comment_id", counter: "comment_search_place")

    /// `best` for what somebody typed.
    ///
    /// - Precondition: there is something to look for; `question.isEmpty` is false.
    func best(for question: SearchQuestion, zone: ZoneOffsets, viewer: Viewer) -> SQL {
        let after: SQL = question.filters.after.map { "AND s.published_at >= \($0.start(in: zone))" } ?? ""
        let before: SQL = question.filters.before.map { "AND s.published_at < \($0.start(in: zone))" } ?? ""
        let newest: SQL =
            question.filters.before.map { day in
                """
                coalesce((SELECT s.place FROM \(list) s WHERE s.published_at < \(day.start(in: zone))
                    ORDER BY s.published_at DESC LIMIT 1), 0)
                """
            } ?? self.newest
        let oldest: SQL =
            question.filters.after.map { day in
                """
                coalesce((SELECT s.place FROM \(list) s WHERE s.published_at >= \(day.start(in: zone))
                    ORDER BY s.published_at LIMIT 1), 9000000000000000000)
                """
            } ?? "0::bigint"
        return best(
            words: question.hasWords ? words(of: question) : nil, query: query(of: question, newest, viewer),
            from: newest, to: oldest, dates: after + before, viewer: viewer)
    }

    /// The CTE `best (id, rank, is_all)`: at most 200 of what fits, by how well the words fit, then newest first.
    /// `is_all` is false when more fit than were looked at.
    ///
    /// - Parameters:
    ///   - words: what is ranked by; `nil` ranks nothing.
    ///   - query: what has to be there.
    ///   - newest: the place it is looked for from, and the one to which.
    func best(
        words: SQL?, query: SQL, from newest: SQL, to oldest: SQL = "0::bigint", dates: SQL = "", viewer: Viewer
    ) -> SQL {
        let steps = (0...4).map { step(UInt8($0), dates, viewer, hasWords: words != nil) }
        return """
            asked AS MATERIALIZED (
                SELECT w.words, w.query, w.newest, w.oldest
                FROM (SELECT \(words ?? "NULL::tsquery") AS words, \(query) AS query, \(newest) AS newest,
                    \(oldest) AS oldest) w
            ), \(SQL.joined(steps, separator: ", ")), best AS MATERIALIZED (
                SELECT found.id, found.rank, count(*) OVER () <= 200 AND (count(*) OVER () < \(enough)
                    OR (SELECT newest < 2048 FROM asked) OR EXISTS (SELECT FROM step4)) AS is_all
                FROM (
                    SELECT id, rank, place FROM step0 UNION SELECT id, rank, place FROM step1
                    UNION SELECT id, rank, place FROM step2 UNION SELECT id, rank, place FROM step3
                    UNION SELECT id, rank, place FROM step4
                ) found
                ORDER BY found.rank DESC, found.place DESC
                LIMIT 200
            )
            """
    }

    /// The place of what was added last.
    var newest: SQL { "(SELECT last_value FROM \(counter))" }

    /// One look at the list's newest blocks of a size; the last one at all of it. Not taken when the one before found
    /// enough, or went back far enough; half a million at once only where there are several.
    private func step(_ number: UInt8, _ dates: SQL, _ viewer: Viewer, hasWords: Bool) -> SQL {
        let rank: SQL = hasWords ? "ts_rank(s.document, (SELECT words FROM asked), 1)" : "0::real"
        let head: SQL
        let reach: SQL
        switch number {
        case 0:
            head = "step0"
            reach = "(SELECT query && search_newest(0, newest) FROM asked)"
        case 1:
            head = "step1"
            reach = """
                (SELECT query && search_newest(1, newest) FROM asked
                WHERE (SELECT count(*) FROM step0) < \(enough) AND oldest < ((newest >> 10) - 1) << 10)
                """
        case 2:
            head = "step2"
            reach = """
                (SELECT query && search_newest(2, newest) FROM asked
                WHERE (SELECT count(*) FROM step0) < \(enough) AND (SELECT count(*) FROM step1) < \(enough)
                    AND oldest < ((newest >> 13) - 1) << 13)
                """
        case 3:
            head = "step3"
            reach = """
                (SELECT query && search_newest(3, newest) FROM asked
                WHERE (SELECT count(*) FROM step0) < \(enough) AND (SELECT count(*) FROM step1) < \(enough)
                    AND (SELECT count(*) FROM step2) < \(enough) AND oldest < ((newest >> 16) - 1) << 16
                    AND newest >= 2097152)
                """
        default:
            head = "step4"
            reach = """
                (SELECT query FROM asked
                WHERE (SELECT count(*) FROM step0) < \(enough) AND (SELECT count(*) FROM step1) < \(enough)
                    AND (SELECT count(*) FROM step2) < \(enough) AND (SELECT count(*) FROM step3) < \(enough)
                    AND oldest < CASE WHEN newest < 2097152 THEN ((newest >> 16) - 1) << 16
                        ELSE ((newest >> 19) - 1) << 19 END)
                """
        }
        // The limits bound what a word costs that is everywhere but where the viewer may read.
        return """
            \(head) AS MATERIALIZED (
                SELECT s.\(identity) AS id, \(rank) AS rank, s.place
                FROM (
                    SELECT s.\(identity), s.community_id, s.published_at, s.place, s.document
                    FROM \(list) s
                    WHERE s.document @@ \(reach)
                    LIMIT 20000
                ) s
                WHERE s.community_id IN (SELECT c.id FROM communities c WHERE \(SQL.readable(by: viewer))) \(dates)
                LIMIT 5000
            )
            """
    }

    private func words(of question: SearchQuestion) -> SQL {
        "search_query(\(question.wanted), \(question.unwanted))"
    }

    /// The words and the marks of the filters; NULL, which finds nothing, when the words say nothing or a filter names
    /// what the viewer may not know.
    private func query(of question: SearchQuestion, _ newest: SQL, _ viewer: Viewer) -> SQL {
        var parts: [SQL] = []
        if question.hasWords {
            let words = words(of: question)
            parts.append("CASE WHEN numnode(\(words)) > 0 THEN \(words) END")
        }
        let filters = question.filters
        if let slug = filters.community {
            parts.append(
                "search_mark('~c' || search_key((SELECT c.id FROM communities c WHERE c.slug = \(slug) AND \(SQL.readable(by: viewer)))))"
            )
        }
        if let username = filters.author {
            parts.append("search_mark('~a' || search_key(\(SQL.openMember(username, for: viewer))))")
        }
        for tag in filters.tags { parts.append("search_mark('~t' || \(tag))") }
        if let kind = filters.kind { parts.append("search_mark('~k' || \(kind.rawValue))") }
        if let isAnswered = filters.isAnswered { parts.append(isAnswered ? "search_mark('~y')" : "search_mark('~u')") }
        // Days alone: everything that is newest up to there.
        if parts.isEmpty { parts.append("search_newest(3, \(newest))") }
        return SQL.joined(parts, separator: " && ")
    }
}

extension SQL {
    /// The identity of someone whose profile `viewer` may open; for use as a subquery. Nobody else is looked for by
    /// name, so that a search tells no more than a profile.
    static func openMember(_ username: String, for viewer: Viewer) -> SQL {
        "(SELECT u.id FROM users u WHERE u.username = \(username) AND \(SQL.openProfile(for: viewer)))"
    }
}
