import FoundationEssentials
import Postgres

/// Somebody a member may know, and why.
struct Suggestion: Sendable {
    let other: Acquaintance
    let common: InCommon
    let score: Double

    static let pageSize = 12
    /// How many are stored for each member.
    static let mostStored = 16

    var cursor: ConnectionCursor { ConnectionCursor(key: score, id: other.id.rawValue) }
}

extension SQL {
    /// Whether `users u` may be suggested to a member now, whatever was so when the suggestion was made: shown to them,
    /// nothing between the two, nothing declined or ended lately, and not put aside.
    static func maySuggest(to member: Member) -> SQL {
        """
        \(isShown(to: member))
            AND NOT EXISTS (SELECT FROM connections k WHERE \(isLive(with: member.id)))
            AND NOT EXISTS (
                SELECT FROM connections d
                WHERE d.asker_id = \(member.id) AND d.asked_id = u.id AND d.state IN ('declined', 'ended')
                    AND coalesce(d.ended_at, d.answered_at) > now() - interval '30 days')
            AND NOT EXISTS (
                SELECT FROM connections d
                WHERE d.asker_id = u.id AND d.asked_id = \(member.id) AND d.state IN ('declined', 'ended')
                    AND coalesce(d.ended_at, d.answered_at) > now() - interval '30 days')
            AND NOT EXISTS (
                SELECT FROM dismissed_suggestions d WHERE d.user_id = \(member.id) AND d.other_id = u.id)
            AND NOT EXISTS (
                SELECT FROM hidden_people h
                WHERE h.user_id = \(member.id) AND h.other_id = u.id AND h.until > now())
        """
    }
}

extension Query where Output == [Suggestion] {
    /// People a member may know, best first. The reasons are read anew, so that they hold nothing that was hidden
    /// since; who shares nothing any more is left out by `Suggestion.current`.
    static func suggestions(for member: Member, after cursor: ConnectionCursor? = nil, limit: Int) -> Self {
        let rest: SQL =
            cursor.map { "AND (s.score::double precision, s.other_id) < (\($0.key), \($0.id))" } ?? ""
        return .all(
            """
            SELECT \(SQL.acquaintanceColumns(for: member)), \(SQL.inCommonColumns(with: member)),
                s.score::double precision
            FROM suggestions s JOIN users u ON u.id = s.other_id
            WHERE s.user_id = \(member.id) AND \(SQL.maySuggest(to: member)) \(rest)
            ORDER BY s.score DESC, s.other_id DESC
            LIMIT \(limit)
            """, as: Suggestion.init)
    }
}

extension Suggestion {
    /// One row.
    fileprivate init(
        id: Member.ID, username: String, name: String, headline: String, isOpen: Bool, face: Author.Face,
        mutualCount: Int, mutual: [String], courses: [String], subject: String?, skills: [String],
        communities: [String], score: Double
    ) {
        other = Acquaintance(
            id: id, username: username, name: name, headline: headline, isOpen: isOpen, face: face)
        common = InCommon(
            mutualCount: mutualCount, mutual: mutual, courses: courses, subject: subject, skills: skills,
            communities: communities)
        self.score = score
    }
}

extension [Suggestion] {
    /// Those with a reason.
    var current: [Suggestion] { filter { !$0.common.isEmpty } }
}

extension Query where Output == Int {
    /// Puts somebody aside for good, also where the list was made anew meanwhile.
    static func dismissSuggestion(of other: Member.ID, for member: Member) -> Self {
        .execute(
            """
            INSERT INTO dismissed_suggestions (user_id, other_id)
            SELECT \(member.id), u.id
            FROM users u
            WHERE u.id = \(other) AND u.id <> \(member.id)
            ON CONFLICT DO NOTHING
            """
        ).idempotent
    }
}
